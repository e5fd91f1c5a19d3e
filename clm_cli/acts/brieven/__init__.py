"""Floor 6, acts on letters: ours and theirs."""
