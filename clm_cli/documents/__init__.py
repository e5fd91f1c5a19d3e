"""Floor 6, documents: the record becomes text that can be printed, in four formats."""
