"""Floor 4, rapport: what a periodic report counts, each number with what it rests on."""
