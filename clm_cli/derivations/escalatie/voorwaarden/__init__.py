"""Floor 4, voorwaarden: what a step has to meet before it may be taken, by subject."""
