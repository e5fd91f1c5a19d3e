"""Floor 6, export: what is in the register in the forms of other programs."""
