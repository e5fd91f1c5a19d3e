"""Floor 6, views of templates."""
