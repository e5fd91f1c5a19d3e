"""Floor 1, telwoord: the Dutch words for the numbers up to 999, read and written."""

from __future__ import annotations

import re
from functools import cache

HOOGSTE = 999
"""The highest number with a word here; contracts and letters write more than that in figures."""

_ONDER_TWINTIG = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
    "negentien",
)
_TIENTALLEN = (
    *("twintig", "dertig", "veertig", "vijftig"),
    *("zestig", "zeventig", "tachtig", "negentig"),
)


def in_woorden(getal: int) -> str:
    """A number from 0 to 999 in words: 'drieëntwintig', 'honderdvijf'."""
    honderden, rest = divmod(getal, 100)
    if not honderden:
        return _onder_honderd(rest)
    voorop = "" if honderden == 1 else _ONDER_TWINTIG[honderden]
    return f"{voorop}honderd{_onder_honderd(rest) if rest else ''}"


def _onder_honderd(getal: int) -> str:
    if getal < len(_ONDER_TWINTIG):
        return _ONDER_TWINTIG[getal]
    tiental, rest = _TIENTALLEN[getal // 10 - 2], getal % 10
    if not rest:
        return tiental
    een = _ONDER_TWINTIG[rest]
    return f"{een}{'ën' if een.endswith('e') else 'en'}{tiental}"


_KAAL = str.maketrans("éë", "ee")


@cache
def _getallen() -> dict[str, int]:
    """The thousand words, made when the first one is read."""
    return {in_woorden(getal).translate(_KAAL): getal for getal in range(HOOGSTE + 1)}


def getal_van(woord: str) -> int | None:
    """The number that a word says, also 'één' and 'honderdentien'; None for another word."""
    kaal = woord.lower().translate(_KAAL)
    return _getallen().get(re.sub(r"(?<=honderd)en(?=.)", "", kaal))


def _keus(*woorden: str) -> str:
    return f"(?:{'|'.join(woorden)})"


_EEN, *_MEER = _ONDER_TWINTIG[1:10]
_EENHEID, _TIENTAL = _keus(_EEN.replace("e", "[eéÉ]"), *_MEER), _keus(*_TIENTALLEN)
# The longest form stands first: 'vijftien' is no 'vijf', and 'zesentwintig' is no 'zes'.
_TOT_HONDERD = _keus(
    f"{_EENHEID}[eëË]n{_TIENTAL}", _TIENTAL, *_ONDER_TWINTIG[:9:-1], _EENHEID, _ONDER_TWINTIG[0]
)
# ASCII: else the case-blind pattern takes letters for an i or s that `getal_van` does not.
PATROON = f"(?a:{_keus(*_MEER)}?honderd(?:(?:en)?{_TOT_HONDERD})?|{_TOT_HONDERD})"
"""The words of `getal_van` as a regular expression without groups, for in a greater one."""
