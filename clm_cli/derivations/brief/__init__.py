"""Floor 4, brief: what a letter must hold, what it says.

And how a finished one compares with it.
"""
