"""Floor 4, vergelijking: what differs between two texts of one letter, in words and in figures."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Literal

from clm_cli.tijd.datum import MAANDEN, datum_lang

Soort = Literal["datum", "bedrag", "percentage", "aantal", "nummer"]
_MAAND = "|".join(MAANDEN)
_EENHEID = r"werkdag|dag|week|maand|kwartaal|jaar|uur"
_MEERVOUD = {
    "werkdagen": "werkdag",
    "dagen": "dag",
    "weken": "week",
    "maanden": "maand",
    "kwartalen": "kwartaal",
    "jaren": "jaar",
    "uren": "uur",
}
_EEN = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_TIEN = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
    "honderd": 100,
}
_WOORDGETAL = {woord: nr for nr, woord in enumerate(_EEN)} | _TIEN
_WOORDGETAL |= {
    f"{_EEN[n]}{'ën' if _EEN[n].endswith('e') else 'en'}{naam}": waarde + n
    for naam, waarde in _TIEN.items()
    if waarde < 100
    for n in range(1, 10)
}
_GETALWOORD = "|".join(sorted(_WOORDGETAL, key=len, reverse=True))
_VORMEN = re.compile(
    rf"""(?P<dag>
        (?:(?P<weekdag>maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\s+)?
        \b(?P<d>\d{{1,2}})\s+(?P<m>{_MAAND})\b(?:\s+(?P<j>\d{{4}}))?)
    |(?P<iso>\b\d{{4}}-\d\d-\d\d\b(?!-))
    |(?P<kort>\b\d{{1,2}}(?P<deler>[-/.])\d{{1,2}}(?P=deler)\d{{4}}\b)
    |(?:€|\bEUR)\s*(?P<euro>\d[\d.]*(?:,\d+|,-)?) | \b(?P<geld>\d[\d.]*(?:,\d+)?)\s+euro\b
    |\b(?P<procent>\d+(?:[.,]\d+)?|{_GETALWOORD})\s*(?:%|procent\b)
    |\b(?P<aantal>\d+|{_GETALWOORD})\s*(?:\((?P<nogmaals>\d+|{_GETALWOORD})\)\s*|(?<=\s))
        (?P<eenheid>{_EENHEID}|{"|".join(_MEERVOUD)})\b
    |\b(?P<een>\d+|{_GETALWOORD})\s*\((?P<ander>\d+|{_GETALWOORD})\)
    |(?P<los>\S*\d\S*) | \b(?P<woord>{_GETALWOORD})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NIET_LOS = frozenset({"een", "acht", "nul"})
"""Words that are numbers only in front of a unit: an article, 'to regard', and nothing at all."""
_PASSAGE = 8
"""From so many words on, words that came or went are a passage of their own; fewer are shown in
their sentence."""
_BLOK = 6
"""From so many words on, words that only came or only went may be a block that was moved."""
_NOG_ER = 0.7
"""A part of which so much is left in one place was edited, not taken out."""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """A date, amount, percentage or number in a text.

    What it is worth, and how it is written there.
    """

    soort: Soort
    waarde: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Verschil:
    """One place where the new text differs from the old one, with some words around it."""

    soort: Literal["gewijzigd", "weg", "erbij", "verplaatst"]
    oud: str
    nieuw: str
    gegevens: tuple[tuple[Gegeven | None, Gegeven | None], ...] = ()
    """The dates, amounts and numbers that changed here: what stood there, and what stands there
    now."""


def gelijk(tekst: str) -> str:
    """Text with one form for each sign.

    Quotes, dashes, spaces and ligatures as a word processor may change them.
    """
    plat = unicodedata.normalize("NFKC", tekst).replace("\u00ad", "")
    return plat.translate(str.maketrans("‘’‚‛“”„‟«»‐‑‒–—−\u00a0", '\'\'\'\'""""""------ '))


def gegevens(tekst: str) -> tuple[Gegeven, ...]:
    """Every date, amount, percentage and number in a text, in its order.

    A number in words counts as that number.
    """
    return tuple(gevonden for m in _VORMEN.finditer(gelijk(tekst)) if (gevonden := _gegeven(m)))


def _gegeven(m: re.Match[str]) -> Gegeven | None:
    tekst = " ".join(m[0].split())
    if m["dag"]:
        maand = MAANDEN.index(m["m"].lower()) + 1
        return Gegeven("datum", f"{m['j'] or '----'}-{maand:02}-{int(m['d']):02}", tekst)
    if m["iso"]:
        return Gegeven("datum", m["iso"], tekst)
    if m["kort"]:
        dag, nr, jaar = re.split("[-/.]", m["kort"])
        return Gegeven("datum", f"{jaar}-{int(nr):02}-{int(dag):02}", tekst)
    if geld := m["euro"] or m["geld"]:
        kaal = geld.rstrip(".").removesuffix(",-").replace(".", "").replace(",", ".")
        return Gegeven("bedrag", f"{Decimal(kaal):.2f}", tekst.rstrip("."))
    if m["procent"]:
        return Gegeven("percentage", _getal(m["procent"]), tekst)
    if m["aantal"]:
        eenheid = m["eenheid"].lower()
        hoeveel = _dubbel(m["aantal"], m["nogmaals"])
        return Gegeven("aantal", f"{hoeveel} {_MEERVOUD.get(eenheid, eenheid)}", tekst)
    if m["een"]:
        return Gegeven("nummer", _dubbel(m["een"], m["ander"]), tekst)
    if m["los"]:
        kaal = m["los"].strip("()[]{}.,;:!?\"'*")
        return Gegeven("nummer", kaal, kaal)
    return None if m["woord"].lower() in _NIET_LOS else Gegeven("nummer", _getal(m["woord"]), tekst)


def _dubbel(een: str, ander: str | None) -> str:
    """'20 (twintig)' is 20; '20 (dertig)' says two things."""
    eerste, tweede = _getal(een), _getal(ander or een)
    return eerste if eerste == tweede else f"{eerste} ({tweede})"


def _getal(woord: str) -> str:
    """'twintig' and '20' are one number, '5,0' and '5' too."""
    getal = _WOORDGETAL.get(woord.lower())
    return str(getal) if getal is not None else f"{Decimal(woord.replace(',', '.')).normalize():f}"


def in_een_vorm(tekst: str) -> str:
    """A text in which days, terms, amounts and percentages are all written in one way."""

    def vorm(m: re.Match[str]) -> str:
        gegeven = _gegeven(m)
        if gegeven is None or gegeven.soort == "nummer":
            return _aaneen(m[0])
        return f"{gegeven.soort} {gegeven.waarde}"

    return _VORMEN.sub(vorm, gelijk(tekst))


def _aaneen(woord: str) -> str:
    """A word without its hyphens.

    At the end of a line a reader of PDF may lose one; between two numbers it counts.
    """
    return woord.replace("-", "") if any(teken.isalpha() for teken in woord) else woord


def dagen(tekst: str) -> frozenset[date]:
    """The whole dates that stand in a text."""
    return frozenset(dag for g in gegevens(tekst) if g.soort == "datum" and (dag := _dag(g.waarde)))


def _dag(waarde: str) -> date | None:
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def verkeerde_dagen(tekst: str) -> tuple[str, ...]:
    """Dates that do not exist, and dates whose day of the week is another one."""
    uit = []
    for m in _VORMEN.finditer(gelijk(tekst)):
        gevonden = _gegeven(m)
        if gevonden is None or gevonden.soort != "datum" or gevonden.waarde.startswith("-"):
            continue
        dag = _dag(gevonden.waarde)
        if dag is None:
            uit.append(f"{gevonden.tekst} bestaat niet")
        elif m["weekdag"] and not datum_lang(dag).startswith(m["weekdag"].lower()):
            uit.append(f"{gevonden.tekst} is een {datum_lang(dag).split()[0]}")
    return tuple(dict.fromkeys(uit))


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
    """The ranges of words that differ.

    Ranges with less than three equal words between them are one.
    """
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
    klein = max(i2 - i1, j2 - j1) < (_PASSAGE if i1 < i2 and j1 < j2 else _BLOK)
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
    return "".join(map(_aaneen, woorden)).casefold()


def _verschil_van(een: Counter[Gegeven], ander: Counter[Gegeven]) -> list[Gegeven]:
    """What stands in one and not in the other, by what it is worth.

    How it is written makes no difference.
    """
    over = Counter((g.soort, _aaneen(g.waarde)) for g in ander.elements())
    uit = []
    for gegeven in een.elements():
        sleutel = (gegeven.soort, _aaneen(gegeven.waarde))
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
    """A passage that went in one place and came back in another was moved.

    Nothing in it changed.
    """
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
