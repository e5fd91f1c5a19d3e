"""Floor 6, files: from bytes to records and back; the only rooms that touch the disk."""
