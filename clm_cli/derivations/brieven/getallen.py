"""Floor 4, getallen: the dates, amounts and numbers in a text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Literal

from clm_cli.tijd.datum import MAANDEN, datum_lang
from clm_cli.tijd.telwoord import PATROON, getal_van
from clm_cli.value import value

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


_VORMEN = rf"""(?xi)(?P<dag>
        (?:(?P<weekdag>maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\s+)?
        \b(?P<d>\d{{1,2}})\s+(?P<m>{_MAAND})\b(?:\s+(?P<j>\d{{4}}))?)
    |(?P<iso>\b\d{{4}}-\d\d-\d\d\b(?!-))
    |(?P<kort>\b\d{{1,2}}(?P<deler>[-/.])\d{{1,2}}(?P=deler)\d{{4}}\b)
    |(?:€|\bEUR)\s*(?P<euro>\d[\d.]*(?:,\d+|,-)?) | \b(?P<geld>\d[\d.]*(?:,\d+)?)\s+euro\b
    |\b(?P<procent>\d+(?:[.,]\d+)?|{PATROON})\s*(?:%|procent\b)
    |\b(?P<aantal>\d+|{PATROON})\s*(?:\((?P<nogmaals>\d+|{PATROON})\)\s*|(?<=\s))
        (?P<eenheid>{_EENHEID}|{"|".join(_MEERVOUD)})\b
    |\b(?P<een>\d+|{PATROON})\s*\((?P<ander>\d+|{PATROON})\)
    |(?P<los>\S*\d\S*) | \b(?P<woord>{PATROON})\b"""


_NIET_LOS = frozenset({"1", "8", "0"})
"""Words that are numbers only in front of a unit: 'een', 'acht' (to regard) and 'nul'."""


@value
class Gegeven:
    """A date, amount, percentage or number: what it is worth, and how it is written."""

    soort: Soort
    waarde: str
    tekst: str


def gelijk(tekst: str) -> str:
    """Text with one form for each quote, dash, space and ligature a word processor may change."""
    plat = unicodedata.normalize("NFKC", tekst).replace("\u00ad", "")
    return plat.translate(str.maketrans("‘’‚‛“”„‟«»‐‑‒–—−\u00a0", '\'\'\'\'""""""------ '))


def gegevens(tekst: str) -> tuple[Gegeven, ...]:
    """Every date, amount, percentage and number in a text, in its order.

    A number in words counts as that number.
    """
    return tuple(gevonden for m in re.finditer(_VORMEN, gelijk(tekst)) if (gevonden := _gegeven(m)))


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
    getal = _getal(m["woord"])
    return None if getal in _NIET_LOS else Gegeven("nummer", getal, tekst)


def _dubbel(een: str, ander: str | None) -> str:
    """'20 (twintig)' is 20; '20 (dertig)' says two things."""
    eerste, tweede = _getal(een), _getal(ander or een)
    return eerste if eerste == tweede else f"{eerste} ({tweede})"


def _getal(woord: str) -> str:
    """'twintig' and '20' are one number, '5,0' and '5' too."""
    getal = getal_van(woord)
    return str(getal) if getal is not None else f"{Decimal(woord.replace(',', '.')).normalize():f}"


def in_een_vorm(tekst: str) -> str:
    """A text in which days, terms, amounts and percentages are all written in one way."""

    def vorm(m: re.Match[str]) -> str:
        gegeven = _gegeven(m)
        if gegeven is None or gegeven.soort == "nummer":
            return aaneen(m[0])
        return f"{gegeven.soort} {gegeven.waarde}"

    return re.sub(_VORMEN, vorm, gelijk(tekst))


def aaneen(woord: str) -> str:
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
    for m in re.finditer(_VORMEN, gelijk(tekst)):
        gevonden = _gegeven(m)
        if gevonden is None or gevonden.soort != "datum" or gevonden.waarde.startswith("-"):
            continue
        dag = _dag(gevonden.waarde)
        if dag is None:
            uit.append(f"{gevonden.tekst} bestaat niet")
        elif m["weekdag"] and not datum_lang(dag).startswith(m["weekdag"].lower()):
            uit.append(f"{gevonden.tekst} is een {datum_lang(dag).split()[0]}")
    return tuple(dict.fromkeys(uit))
