"""Floor 4, fraudewoord: which words call something fraud, in a ground as in a letter."""

from __future__ import annotations

import re

_CITAAT = re.compile(r"\"[^\"]*\"|[“„][^”“]*[”“]|‘[^’]*’")
_FRAUDE = (
    r"(?i)\b(?:fraude|fraudeur\w*|fraudeer\w*|gefraudeerd\w*|frauduleu\w+|opzet|opzettelijk\w*|"
    r"bedrog|verduister\w*|valsheid in geschrifte)\b"
)
_FRAUDE_MAG = (
    r"(?i)\b(?:geen|niet|zonder|nooit)\s+(?:sprake\s+van\s+|enige\s+|van\s+)?(?:fraude|"
    r"frauduleu\w+|opzet|opzettelijk\w*|bedrog)\b|\b(?:in opzet|opzet (?:van|voor|en))\b"
)
"""A denial, and 'opzet' as the way something is set up."""


def zonder_citaten(tekst: str) -> str:
    """What a text says in words of its own: a quotation is somebody else's."""
    return _CITAAT.sub(" ", tekst)


def fraude_woord(tekst: str) -> str | None:
    """The first word that calls something fraud; a denial and a quotation do not."""
    gevonden = re.search(_FRAUDE, re.sub(_FRAUDE_MAG, " ", zonder_citaten(tekst)))
    return gevonden[0] if gevonden else None
