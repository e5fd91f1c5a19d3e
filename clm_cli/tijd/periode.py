"""Floor 1, periode: a year, half a year, a quarter, a month or a week, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, total_ordering
from typing import Literal, Self

from clm_cli.tijd.datum import lees_maand
from clm_cli.value import value
from clm_cli.woorden import getypt

Lengte = Literal["jaar", "halfjaar", "kwartaal", "maand", "week"]
"""How long a period is; a week is that of the calendar on the wall (ISO 8601)."""
_MAANDEN: dict[Lengte, int] = {"jaar": 12, "halfjaar": 6, "kwartaal": 3, "maand": 1}
_DAG, _ZEVEN_DAGEN = timedelta(days=1), timedelta(days=7)
_LETTER: dict[Lengte, str] = {"halfjaar": "H", "kwartaal": "K", "week": "W"}
_JAAR = r"(?P<jaar>(?:19|20|21)[0-9]{2})"
_RANG = ("eerste", "tweede", "derde", "vierde")
_KWARTAAL, _HALFJAAR = r"(?P<kwartaal>[1-4])", r"(?P<halfjaar>[12])"
_MAAND, _WEEK = r"(?P<maand>0?[1-9]|1[0-2])", r"(?P<week>0?[1-9]|[1-4][0-9]|5[0-3])"
_VLAGGEN = re.IGNORECASE | re.ASCII
_PERIODEN = (
    _JAAR,
    rf"{_JAAR}[ -]?(?:[KQ]|kwartaal ){_KWARTAAL}",
    rf"(?:[KQ]|kwartaal ){_KWARTAAL}[ -]{_JAAR}",
    rf"{_KWARTAAL}e kwartaal(?: van)? {_JAAR}",
    rf"(?P<kwartaal>{'|'.join(_RANG)}) kwartaal(?: van)? {_JAAR}",
    rf"{_JAAR}[ -]?(?:H|halfjaar ){_HALFJAAR}",
    rf"(?:H|halfjaar ){_HALFJAAR}[ -]{_JAAR}",
    rf"{_HALFJAAR}e (?:halfjaar|half jaar)(?: van)? {_JAAR}",
    rf"(?P<halfjaar>{'|'.join(_RANG[:2])}) (?:halfjaar|half jaar)(?: van)? {_JAAR}",
    rf"{_JAAR}[ -]?(?:W|week ){_WEEK}",
    rf"(?:W|week ){_WEEK}[ -]{_JAAR}",
    rf"{_JAAR}-(?P<maand>0[1-9]|1[0-2])",
    rf"{_MAAND}-{_JAAR}",
    rf"(?P<woord>[a-z]{{3,9}})\.? {_JAAR}",
)
"""The forms, as patterns: most commands meet only the first few, and need no other compiled."""
_VORMEN = "schrijf 2026, 2026-H1, 2026-K1, 2026-03 of 2026-W07"


@total_ordering
@value
class Periode:
    """A year or one of its parts, counted from 1; the earlier is the lesser, then the shorter.

    The year of a week is the one that its Thursday falls in.
    """

    jaar: int
    lengte: Lengte = "jaar"
    nummer: int = 1

    @classmethod
    def van(cls, lengte: Lengte, dag: date) -> Self:
        """The period of a length that holds a day."""
        # 1 January may lie in week 53 of the year before (ISO 8601).
        if lengte == "week":
            jaar, week, _ = dag.isocalendar()
            return cls(jaar, lengte, week)
        return cls(dag.year, lengte, (dag.month - 1) // _MAANDEN[lengte] + 1)

    @property
    def eerste(self) -> date:
        """The first day."""
        if self.lengte == "week":
            return date.fromisocalendar(self.jaar, self.nummer, 1)
        return date(self.jaar, (self.nummer - 1) * _MAANDEN[self.lengte] + 1, 1)

    @property
    def laatste(self) -> date:
        """The last day."""
        return self.volgende().eerste - _DAG

    def volgende(self) -> Periode:
        """The period of the same length after this one."""
        if self.lengte == "week":
            return Periode.van("week", self.eerste + _ZEVEN_DAGEN)
        maanden = _MAANDEN[self.lengte]
        jaar, maand = divmod(self.jaar * 12 + self.nummer * maanden, 12)
        return Periode(jaar, self.lengte, maand // maanden + 1)

    def vorige(self) -> Periode:
        """The period of the same length before this one."""
        return Periode.van(self.lengte, self.eerste - _DAG)

    def __str__(self) -> str:
        """The way it is written in a file: '2026', '2026-K1', '2026-03', '2026-W07'."""
        if self.lengte == "jaar":
            return str(self.jaar)
        breed = 2 if self.lengte in ("maand", "week") else 1
        return f"{self.jaar}-{_LETTER.get(self.lengte, '')}{self.nummer:0{breed}d}"

    def __lt__(self, ander: Periode) -> bool:
        """Earlier first; of two that begin together the shorter one."""
        return (self.eerste, self.laatste) < (ander.eerste, ander.laatste)


def lees_periode(tekst: str) -> Periode:
    """Read '2026', '2026-K1', '2026-03', 'Q1 2026', '1e halfjaar 2026' or 'week 7 2026'.

    ValueError says in Dutch what is wrong.
    """
    for vorm in _PERIODEN:
        if delen := re.fullmatch(vorm, tekst, _VLAGGEN):
            return _periode(tekst, {naam: deel for naam, deel in delen.groupdict().items() if deel})
    raise ValueError(f"{getypt(tekst)} is geen periode; {_VORMEN}")


def _periode(tekst: str, delen: dict[str, str]) -> Periode:
    jaar = int(delen.pop("jaar"))
    if "woord" in delen:
        return Periode(jaar, "maand", lees_maand(delen["woord"].lower(), tekst))
    for lengte in ("halfjaar", "kwartaal", "maand", "week"):
        if deel := delen.get(lengte):
            nummer = _RANG.index(deel.lower()) + 1 if deel.lower() in _RANG else int(deel)
            # 28 December always lies in the last week of its year (ISO 8601).
            if lengte == "week" and nummer > date(jaar, 12, 28).isocalendar().week:
                raise ValueError(f"{getypt(tekst)} bestaat niet: {jaar} heeft 52 weken")
            return Periode(jaar, lengte, nummer)
    return Periode(jaar)


@cache
def _in_tekst() -> tuple[re.Pattern[str], ...]:
    """The same forms inside a text; few commands look for them, and none has to wait for them."""
    return tuple(
        re.compile(rf"(?<![0-9a-z-])(?<![0-9] )(?:{vorm})(?![0-9a-z]|-[0-9])", _VLAGGEN)
        for vorm in _PERIODEN
    )


def perioden_in(tekst: str) -> tuple[Periode, ...]:
    """The periods that a title or a file name speaks of; a year only where nothing is shorter.

    A day is no period, and what no period can be is passed over.
    """
    gevonden: set[Periode] = set()
    for vorm in _in_tekst():
        for deel in vorm.finditer(" ".join(re.sub("[_()]", " ", tekst).split())):
            try:
                gevonden.add(lees_periode(deel[0]))
            except ValueError:
                continue
    return kortste(gevonden)


def kortste(perioden: Iterable[Periode]) -> tuple[Periode, ...]:
    """The periods in which no other one lies, in their order."""
    alle = set(perioden)
    return tuple(
        sorted(
            een
            for een in alle
            if not any(
                een != ander and een.eerste <= ander.eerste and ander.laatste <= een.laatste
                for ander in alle
            )
        )
    )
