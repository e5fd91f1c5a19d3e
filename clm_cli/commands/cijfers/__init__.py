"""Floor 7, cijfers: what goes on with figures: shown, read from a file, asked for."""
