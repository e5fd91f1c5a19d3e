"""Floor 7, registerkalender: the calendar of a register, from the rows of its card that say so.

A term needs no more: building the models of all that a card holds takes longer than to work it out.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from clm_cli.files.gate import lees_bestand
from clm_cli.meldingen import Ernst
from clm_cli.tijd.datum import lees_strikt
from clm_cli.tijd.kalender import Kalender, Sluitingsdag, gekozen

_KAART = "organisatie.yaml"


def registerkalender(map_: Path, start: date) -> Kalender | None:
    """The calendar that was chosen for a day; None when the card cannot be trusted with it."""
    gelezen = lees_bestand(map_, _KAART)
    if gelezen.boom is None or any(m.ernst is Ernst.FOUT for m in gelezen.meldingen):
        return None
    try:
        keuzen = [_keuze(**rij) for rij in _rijen(gelezen.boom["kalender"])]
    except (AttributeError, KeyError, TypeError, ValueError):  # another form, or no such day
        return None
    return gekozen(keuzen, start)


def _rijen(boom: Any) -> list[dict[str, Any]]:
    if isinstance(boom, (list, tuple)) and all(isinstance(rij, dict) for rij in boom):
        return [*boom]
    raise TypeError


def _keuze(*, vanaf: str, kalender: str, sluitingsdagen: Any = ()) -> tuple[date, Kalender]:
    """A row as the card has it: as strict as `Kalenderkeuze`, which stays its model."""
    dagen = tuple(_gesloten(**rij) for rij in _rijen(sluitingsdagen))
    return lees_strikt(vanaf), Kalender(kalender, dagen)


def _gesloten(*, datum: str, reden: str) -> Sluitingsdag:
    if not reden.strip() or "\n" in reden.strip():
        raise ValueError(reden)
    return Sluitingsdag(lees_strikt(datum), reden.strip())
