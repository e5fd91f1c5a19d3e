"""Floor 2, records: one model for every kind of file; what a register may hold, and nothing else."""
