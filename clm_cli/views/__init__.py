"""Floor 6, views: what the terminal and other programs get to see."""
