"""Floor 5, rules on letters."""
