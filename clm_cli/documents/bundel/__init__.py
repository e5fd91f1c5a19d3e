"""Floor 6, bundel: what a stranger needs to follow a case from its papers."""
