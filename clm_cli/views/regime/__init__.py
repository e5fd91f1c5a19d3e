"""Floor 6, views of a contract as data."""
