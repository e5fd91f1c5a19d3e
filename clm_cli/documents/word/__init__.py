"""Floor 6, documents: the one door to Word."""
