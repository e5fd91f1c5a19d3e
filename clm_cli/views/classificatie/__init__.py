"""Floor 6, views of classification."""
