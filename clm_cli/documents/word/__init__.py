"""Floor 6, documents: Word files, as letters are written and as edited ones are read."""
