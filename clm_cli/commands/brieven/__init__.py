"""Floor 7, brieven: use cases of letters: made, made again, looked at."""
