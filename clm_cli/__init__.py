"""clm: the contract manager's tool at the terminal, over plain files in git."""

__version__ = "0.1.0"
