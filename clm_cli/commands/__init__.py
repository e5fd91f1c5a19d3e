"""Floor 7, commands: one function per use case; plain arguments in, a proposal or a report out."""
