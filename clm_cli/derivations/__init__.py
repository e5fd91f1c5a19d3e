"""Floor 4, derivations: all that follows from the facts; each room imports only those before it."""
