"""Floor 6, documents: the record becomes text that can be printed: template, blocks, and four formats."""
