"""Floor 2, records: one model for every kind of file.

What a register may hold, and nothing else.
"""
