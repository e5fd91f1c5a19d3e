"""Floor 5, rules on a contract as data."""
