"""Floor 6, views of one case."""
