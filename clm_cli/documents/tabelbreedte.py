"""Floor 6, tabelbreedte: how wide the columns of a table are, and whether it stays on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clm_cli.documents.blokken import Blok, Stukje, platte, vaste

_RIJEN, _TEKENS = 8, 1500
"""A table of no more rows and signs is not divided over two pages."""

_RAND, _BREED, _HEEL, _REGEL = 4.0, 160.0, 60.0, 95.0
"""In a table, in millimetres: the edges of a cell, a page, the longest word that stays whole, and
how much of a line counts."""
_LETTERS = (("ijltfI.,:;'|!/ \u00a0", 0.3), ("r()-", 0.36), ("mwMW%@", 0.9))
_KAPITAAL, _LETTER, _GROOTTE, _VET = 0.74, 0.57, 3.175, 1.06
"""What letters of Arial take in parts of their size of 9 points, and bold ones beside others."""


def kolombreedten(tabel: Blok) -> list[float]:
    """The widths of the columns of a table, in millimetres where they fill a page.

    Each column has room for its longest word, then for its longest line; what does not fit is
    taken from the widest, and what is left goes to those that say more.
    """
    kop = [[{**stukje, "vet": True} for stukje in cel] for cel in tabel["kop"]]
    rijen = [kop, *tabel["rijen"]]
    kolommen = [[rij[k] for rij in rijen if k < len(rij)] for k in range(len(tabel["kop"]))]
    woord = [_RAND + max(6.0, *(min(_HEEL, _woord(cel)) for cel in rij)) for rij in kolommen]
    regel = [_RAND + max(_regelbreedte(cel) for cel in rij) for rij in kolommen]
    kort = _verdeeld(woord, _BREED)
    meer = [max(0.0, lang - eigen) for eigen, lang in zip(kort, regel, strict=True)]
    extra = _verdeeld(meer, _BREED - sum(kort))
    over = _BREED - sum(kort) - sum(extra)
    return [
        eigen + erbij + over * deel / (sum(meer) or 1)
        for eigen, erbij, deel in zip(kort, extra, meer, strict=True)
    ]


def _verdeeld(wensen: Sequence[float], ruimte: float) -> list[float]:
    """Each what it asks; where that is too much the widest get the same, and the others all."""
    gesorteerd = sorted(wensen)
    for nummer, wens in enumerate(gesorteerd):
        deel = max(0.0, ruimte - sum(gesorteerd[:nummer])) / (len(wensen) - nummer)
        if wens > deel:
            return [min(een, deel) for een in wensen]
    return list(wensen)


def _woord(stukjes: Sequence[Stukje]) -> float:
    """The longest word, or what has to stay together as one."""
    delen = vaste(platte(stukjes))
    heel = "".join(deel.replace(" ", "\u00a0") if n % 2 else deel for n, deel in enumerate(delen))
    return _vet(stukjes) * max(map(_lengte, re.split(r"[ \n]", heel)))


def _regelbreedte(stukjes: Sequence[Stukje]) -> float:
    return min(_REGEL, _vet(stukjes) * max(map(_lengte, platte(stukjes).split("\n"))))


def _vet(stukjes: Sequence[Stukje]) -> float:
    return _VET if any(stukje.get("vet") for stukje in stukjes) else 1.0


def _lengte(tekst: str) -> float:
    """What a text takes in a table, in millimetres; rather too much than too little."""
    return _GROOTTE * sum(map(_letter, tekst))


def _letter(teken: str) -> float:
    gewoon = _KAPITAAL if teken.isupper() else _LETTER
    return next((breed for tekens, breed in _LETTERS if teken in tekens), gewoon)


def blijft_heel(tabel: Blok) -> bool:
    """Whether a table is short, so that it stands on one page."""
    tekens = sum(len(platte(cel)) for rij in tabel["rijen"] for cel in rij)
    return len(tabel["rijen"]) <= _RIJEN and tekens <= _TEKENS
