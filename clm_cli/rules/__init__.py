"""Floor 5, rules: the register checked, by small functions whose docstring is the user's page."""
