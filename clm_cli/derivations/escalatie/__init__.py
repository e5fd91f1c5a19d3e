"""Floor 4, escalatie: where a case stands, what may come next and why not."""
