"""Floor 7, cli: words in, one call, text out; the only clock."""
