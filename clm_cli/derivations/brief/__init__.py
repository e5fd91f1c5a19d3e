"""Floor 4, brief: what a letter must hold, what it says, and how a finished one compares with it."""
