"""Floor 5, rules: the register checked; each rule a small function whose Dutch docstring is its page."""
