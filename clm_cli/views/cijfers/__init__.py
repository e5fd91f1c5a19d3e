"""Floor 6, cijfers: figures on a page: the chapter of a dossier, and all there is to say."""
