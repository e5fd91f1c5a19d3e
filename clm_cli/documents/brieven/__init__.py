"""Floor 6, documents: what letters are filled with."""
