"""Floor 7, termijn: a term worked out by the calendar of the register, or by one that is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import lees_datum, lees_gesproken
from clm_cli.tijd.duur import lees_gesproken_duur
from clm_cli.tijd.kalender import KALENDERS, Kalender
from clm_cli.tijd.termijn import Berekening, Duur, Rol, bereken
from clm_cli.value import value
from clm_cli.woorden import met_hoofdletter, zoals

_SLOT = re.compile(
    r"(?:^| )((?:(?:een|1) )?half ?jaar|\S+ \(\S+\) \S+|\S+ [^ 0-9]\S*|[0-9]+[a-z]+)$",
    re.IGNORECASE,
)
"""The term behind a start: a number and a unit, with the number in words or beside it."""
_VOORBEELD = "clm termijn 4 mei 2026 10 werkdagen"


@value
class Termijn:
    """A term that was worked out, and what to know about its calendar."""

    berekening: Berekening
    let_op: str | None = None


def termijn(
    map_: Path | None,
    woorden: list[str],
    kalender: str | None,
    rol: str | None,
    *,
    terug: bool,
    vandaag: Callable[[], date],
) -> Termijn:
    """From words such as `4 mei 2026 10 werkdagen`, in the register `map_` or outside any.

    Only a start without a year, or said as `vandaag`, asks which day it is.
    """
    start, duur = _lees(woorden, vandaag)
    if rol is not None and rol not in tuple(Rol):
        raise ClmFout(f"'{rol}' is geen manier van schuiven.", nu=f"kies uit {', '.join(Rol)}")
    eigen, let_op = _kalender_van(map_, start, kalender)
    try:
        berekening = bereken(start, duur, eigen, terug=terug, rol=Rol(rol) if rol else None)
    except ValueError as fout:
        raise ClmFout(f"Deze termijn kan niet worden berekend: {fout}.") from None
    return Termijn(berekening, let_op)


def _lees(woorden: list[str], vandaag: Callable[[], date]) -> tuple[date, Duur]:
    """A date and a term from words that may be quoted together or not; the term stands last."""
    tekst = " ".join(" ".join(woorden).split())
    slot = _SLOT.search(tekst)
    if slot is None or not slot.start() or _is_datum(tekst):
        raise ClmFout("Geef een startdag en een termijn.", nu=_VOORBEELD)
    try:
        begin, lengte = tekst[: slot.start()], lees_gesproken_duur(slot[1])
        start = lees_datum(begin) if _is_datum(begin) else lees_gesproken(begin, vandaag())
    except ValueError as fout:
        zin = str(fout)
        raise ClmFout(f"{met_hoofdletter(zin)}.", nu=_VOORBEELD) from None
    return start, lengte


def _is_datum(tekst: str) -> bool:
    try:
        lees_datum(tekst)
    except ValueError:
        return False
    return True


def _kalender_van(map_: Path | None, start: date, naam: str | None) -> tuple[Kalender, str | None]:
    """The calendar for a term: the one asked for, else the register's, else atw.

    Reads no more than it needs; says so when the register's own closing days are unknown.
    """
    naam = naam and zoals(naam, KALENDERS)
    if naam is not None and naam not in KALENDERS:
        raise ClmFout(f"'{naam}' is geen kalender.", nu=f"kies uit {', '.join(KALENDERS)}")
    if map_ is None:
        return Kalender(naam or "atw"), None
    # outside a register a term reads no YAML
    from clm_cli.commands.registerkalender import registerkalender

    if gekozen := registerkalender(map_, start):
        return Kalender(naam or gekozen.naam, gekozen.sluitingsdagen), None
    zin = f"{map_ / 'organisatie.yaml'} is niet goed te lezen"
    if naam is None:
        nu = "clm controleer zegt wat er niet klopt; met --kalender rekent u zonder het register"
        raise ClmFout(f"De kalender van dit register is niet bekend: {zin}.", nu=nu)
    return Kalender(naam), f"eigen sluitingsdagen zijn niet meegeteld; {zin}"
