"""Floor 6, views of the werklijst."""
