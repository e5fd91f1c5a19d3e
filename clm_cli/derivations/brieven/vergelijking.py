"""Floor 4, vergelijking: two texts of one letter: what changed in words, dates and amounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from clm_cli.derivations.brieven.getallen import Gegeven, aaneen, gegevens, gelijk
from clm_cli.value import value

_PASSAGE = 8
"""From so many words on, words that came or went are a passage of their own; fewer are shown in
their sentence."""


_BLOK = 6
"""From so many words on, words that only came or only went may be a block that was moved."""
_NOG_ER = 0.7
"""A part of which so much is left in one place was edited, not taken out."""


@value
class Verschil:
    """One place where the new text differs from the old one, with some words around it."""

    soort: Literal["gewijzigd", "weg", "erbij", "verplaatst"]
    oud: str
    nieuw: str
    gegevens: tuple[tuple[Gegeven | None, Gegeven | None], ...] = ()
    """The dates, amounts and numbers that changed here: what stood there, and what stands there
    now."""


def vergelijk(oud: str, nieuw: str) -> tuple[Verschil, ...]:
    """What changed from one text to the other; how lines were broken makes no difference."""
    a, b = _woorden(oud), _woorden(nieuw)
    verschillen = [_verschil(a, b, stuk) for stuk in _stukken(a, b)]
    return _verplaatst([v for v in verschillen if v])


def bewerkt(deel: str, tekst: str) -> bool:
    """Whether a passage still stands in a text in other words.

    A short part has to stand there as it is.
    """
    a, b = _woorden(deel), _woorden(tekst)
    if len(a) < _PASSAGE:
        return False
    stukken = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(stuk.size for stuk in stukken if stuk.size > 1) >= _NOG_ER * len(a)


def _woorden(tekst: str) -> list[str]:
    """The words; what is only a sign, such as the dot of a list, is no word."""
    return [
        woord
        for woord in gelijk(tekst).split()
        if any(teken.isalnum() or teken in "€%" for teken in woord)
    ]


def _stukken(a: list[str], b: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The ranges of words that differ; with less than three equal words between, they are one."""
    vorige: tuple[int, int, int, int] | None = None
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if vorige and i1 - vorige[1] < 3:
            vorige = (vorige[0], i2, vorige[2], j2)
            continue
        if vorige:
            yield vorige
        vorige = (i1, i2, j1, j2)
    if vorige:
        yield vorige


def _verschil(a: list[str], b: list[str], stuk: tuple[int, int, int, int]) -> Verschil | None:
    i1, i2, j1, j2 = stuk
    if _samen(a[i1:i2]) == _samen(b[j1:j2]):
        return None  # only a space, the end of a line, or capitals
    # beside a text in which nothing stands there is no sentence to show words in
    klein = a and b and max(i2 - i1, j2 - j1) < (_PASSAGE if i1 < i2 and j1 < j2 else _BLOK)
    soort: Literal["gewijzigd", "weg", "erbij"] = (
        "gewijzigd" if klein or (i1 < i2 and j1 < j2) else "weg" if i1 < i2 else "erbij"
    )
    voor, na = a[max(0, i1 - 5) : i1], a[i2 : i2 + 5]
    # Three words on each side: a date or amount may only partly have changed.
    was = Counter(gegevens(" ".join(a[max(0, i1 - 3) : i2 + 3])))
    werd = Counter(gegevens(" ".join(b[max(0, j1 - 3) : j2 + 3])))
    weg, erbij = _verschil_van(was, werd), _verschil_van(werd, was)
    if soort == "gewijzigd":
        return Verschil(
            soort, _rond(voor, a[i1:i2], na), _rond(voor, b[j1:j2], na), _paren(weg, erbij)
        )
    woorden = " ".join(a[i1:i2] or b[j1:j2])
    return Verschil(
        soort,
        woorden if soort == "weg" else "",
        woorden if soort == "erbij" else "",
        _paren(weg, erbij),
    )


def _samen(woorden: list[str]) -> str:
    return "".join(map(aaneen, woorden)).casefold()


def _verschil_van(een: Counter[Gegeven], ander: Counter[Gegeven]) -> list[Gegeven]:
    """What stands in one and not in the other, by what it is worth.

    How it is written makes no difference.
    """
    over = Counter((g.soort, aaneen(g.waarde)) for g in ander.elements())
    uit = []
    for gegeven in een.elements():
        sleutel = (gegeven.soort, aaneen(gegeven.waarde))
        if over[sleutel]:
            over[sleutel] -= 1
        else:
            uit.append(gegeven)
    return uit


def _paren(
    weg: list[Gegeven], erbij: list[Gegeven]
) -> tuple[tuple[Gegeven | None, Gegeven | None], ...]:
    """Old beside new, of the same kind where there is one."""
    paren: list[tuple[Gegeven | None, Gegeven | None]] = []
    rest = list(erbij)
    for oud in weg:
        nieuw = next((g for g in rest if g.soort == oud.soort), None)
        if nieuw:
            rest.remove(nieuw)
        paren.append((oud, nieuw))
    return (*paren, *((None, g) for g in rest))


def _rond(voor: list[str], midden: list[str], na: list[str]) -> str:
    return " ".join(["…", *voor, *midden, *na, "…"])


def _verplaatst(verschillen: list[Verschil]) -> tuple[Verschil, ...]:
    """A passage that went in one place and came back in another was moved, not changed."""
    nieuw = [v.nieuw for v in verschillen if v.soort == "erbij"]
    elders = {v.oud for v in verschillen if v.soort == "weg" and v.oud in nieuw}
    uit = []
    for v in verschillen:
        if v.soort == "erbij" and v.nieuw in elders:
            continue
        uit.append(
            replace(v, soort="verplaatst", gegevens=())
            if v.soort == "weg" and v.oud in elders
            else v
        )
    return tuple(uit)
