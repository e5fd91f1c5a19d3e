"""Floor 6, the letterhead of the organisation."""
