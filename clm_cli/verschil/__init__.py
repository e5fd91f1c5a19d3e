"""Floor 5, verschil: what changed between two registers, in the words of the contract."""
