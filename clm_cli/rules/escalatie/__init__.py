"""Floor 5, rules on the ladder."""
