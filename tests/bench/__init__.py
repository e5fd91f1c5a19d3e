"""How much clm costs, beside programs that do less."""
