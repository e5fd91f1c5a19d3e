"""Floor 5, rules: the register checked.

Each rule a small function whose Dutch docstring is its page.
"""
