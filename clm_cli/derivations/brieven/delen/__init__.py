"""Floor 4, delen: the parts of a letter, by subject."""
