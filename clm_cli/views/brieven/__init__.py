"""Floor 6, views of letters."""
