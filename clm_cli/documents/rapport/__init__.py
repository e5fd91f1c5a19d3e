"""Floor 6, rapport: what the periodic reports are filled with."""
