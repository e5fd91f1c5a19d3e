"""A terminal at which somebody types: for the questions that clm asks."""

from __future__ import annotations

import io


class Toetsen(io.StringIO):
    """Standard input that is a terminal, on which this text is typed; then nothing more."""

    def isatty(self) -> bool:
        """It is one."""
        return True
