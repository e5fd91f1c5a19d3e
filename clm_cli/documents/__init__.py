"""Floor 6, documents: the record becomes text that can be printed.

Template, blocks, and four formats.
"""
