"""Floor 2, records: one model for every kind of file that a register may hold."""
