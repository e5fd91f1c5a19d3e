"""Floor 6, what the documents of a talk are filled with."""
