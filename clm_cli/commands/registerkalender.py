"""Floor 7, registerkalender: the calendar of a register, from its one card that says so.

A term outside a register loads no records and no YAML; in one it loads this.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clm_cli.derivations.kalenderkeuze import gekozen_kalender
from clm_cli.files.kaart import lees_kaart
from clm_cli.records.organisatie import Organisatie
from clm_cli.tijd.kalender import Kalender


def registerkalender(map_: Path, start: date) -> Kalender | None:
    """The calendar that was chosen for a day; None when the card cannot be trusted."""
    organisatie = lees_kaart(map_, "organisatie.yaml", Organisatie)
    return gekozen_kalender(organisatie, start) if organisatie else None
