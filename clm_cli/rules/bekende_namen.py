"""Floor 5, bekende_namen: which names a rule advises where a file holds one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

_SPELLING, _STUK, _DEEL, _KEUS = 0.8, 4, 0.4, 6
"""How alike a slip of the pen is; how long a piece, and how much of the word, says something; how
many names are a choice."""


def van_spelling(tekst: str, bekend: Iterable[str], anders: str) -> str:
    """The known names that are probably meant, as advice; other advice when none is near."""
    # of a short id one letter is half of it; of a word half is chance: 'slotakkoord', 'antwoord'
    genoeg = 0.5 if len(tekst) <= _STUK else 0.6
    dichtbij = difflib.get_close_matches(tekst, sorted(bekend), n=9, cutoff=genoeg)
    even = sorted(
        naam for naam in dichtbij if _gelijkenis(tekst, naam) == _gelijkenis(tekst, dichtbij[0])
    )
    if len(even) > 1:
        return f"kies uit {', '.join(even)}"
    return f"bedoelt u '{even[0]}'?" if even else anders


def van_betekenis(tekst: str, bekend: Mapping[str, str], anders: str) -> str:
    """The known names that are probably meant, by what they mean where no spelling is near."""
    if any(_gelijkenis(tekst, naam) >= _SPELLING for naam in bekend):
        return van_spelling(tekst, bekend, anders)
    namen, genoeg = list[str](), max(_STUK, _DEEL * len(tekst))
    for woorden in ({naam: naam for naam in bekend}, bekend):  # a name says more than its sentence
        gedeeld = {naam: _gedeeld(tekst, zin.casefold()) for naam, zin in woorden.items()}
        meest = max(gedeeld.values(), default=0)
        namen = namen or [naam for naam in bekend if gedeeld[naam] == meest >= genoeg]
    if len(namen) == 1:
        return f"bedoelt u '{namen[0]}'?"
    return f"kies uit {', '.join(namen)}" if 1 < len(namen) <= _KEUS else anders


def _gedeeld(een: str, ander: str) -> int:
    """How long the longest piece is that two texts share."""
    return difflib.SequenceMatcher(a=een, b=ander, autojunk=False).find_longest_match().size


def _gelijkenis(tekst: str, naam: str) -> float:
    return difflib.SequenceMatcher(a=naam, b=tekst).ratio()
