"""Floor 8, cli: words in, one call, text out; the only clock."""
