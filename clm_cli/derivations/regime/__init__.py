"""Floor 4, what a regime can say, and what clm does with it."""
