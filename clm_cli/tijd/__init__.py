"""Floor 1, tijd: dates in Dutch, the calendars, and how a term is counted; no pydantic."""
