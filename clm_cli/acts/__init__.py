"""Floor 6, acts: what the user said becomes a proposal; pure: no files, no clock, no terminal."""
