"""Floor 6, regelstukken: a line of a PDF in pieces: what stays whole, and where a word may break.

Typst could look for them by itself; that took it a third of the time of a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from clm_cli.documents.blokken import VAST, Stukje

Stukken: TypeAlias = list[Any]
"""Texts, and lists of the same: what is in such a list stays on one line."""
_TEKEN = "[^\u0300-\u036f][\u0300-\u036f]*"
_RECHTS = "[\u0590-\u05ff\ufb1d-\ufb4f]+"
"""A word from right to left turns nothing around it."""
_HEEL = rf"((?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?{VAST.pattern}|{_RECHTS})"
"""What is broken over two lines reads as two things."""
_REGEL = re.compile(rf"(?P<lang>\S{{51,}})|{_HEEL}")
_CEL = re.compile(rf"(?P<smal>\S{{25,50}})|{_REGEL.pattern}")
"""A word that is longer than a line, or than a column, would run off the page."""


def regel(tekst: str, *, cel: bool = False) -> Stukken:
    """A text in its pieces."""
    uit: Stukken = []
    eind = 0
    for deel in (_CEL if cel else _REGEL).finditer(tekst):
        uit.append(tekst[eind : deel.start()])
        soort, eind = deel.lastgroup, deel.end()
        uit += _breekbaar(deel[0], 8 if soort == "smal" else 10) if soort else [[deel[0]]]
    return [stuk for stuk in (*uit, tekst[eind:]) if stuk]


def _breekbaar(woord: str, om: int) -> Stukken:
    """A word that may be broken after each so many signs."""
    return [regel(stuk) for stuk in re.findall(rf"(?:{_TEKEN}){{1,{om}}}", woord)]


def stukjes(rij: Sequence[Stukje], *, cel: bool = False) -> Iterator[dict[str, Any]]:
    """The pieces of a line with their styles; what has one style is looked at as one text."""
    for (vet, cursief, br), delen in groupby(rij, _stijl):
        if br:
            yield from ({"br": True} for _ in delen)
        else:
            tekst = "".join(deel["tekst"] for deel in delen)
            yield {"vet": vet, "cursief": cursief, "delen": regel(tekst, cel=cel)}


def _stijl(stukje: Stukje) -> tuple[bool, bool, bool]:
    return stukje.get("vet", False), stukje.get("cursief", False), stukje.get("br", False)
