"""Floor 4, brieven: the way of a letter (post), and what a letter must hold and says."""
