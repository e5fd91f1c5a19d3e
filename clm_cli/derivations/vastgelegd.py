"""Floor 4, vastgelegd: who recorded facts and when, and what is new since a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from clm_cli.bestand import Bestand
from clm_cli.derivations.dossierwerk import wanneer
from clm_cli.derivations.filter import ALLE, Filter, past_bestand
from clm_cli.derivations.werklijst import alle_werk
from clm_cli.kijk import Kijk
from clm_cli.records.basis import Feit
from clm_cli.tijd.klok import HIER


def _overal(kijk: Kijk) -> Iterator[tuple[str, datetime]]:
    """The same of the whole register."""
    yield from wanneer(kijk.register.gedeelde.feiten)
    for deel in alle_werk(kijk):
        yield from deel.vastgelegd


def laatst_zelf(kijk: Kijk, wie: str) -> datetime | None:
    """The moment before today at which somebody last recorded a fact; None when never."""
    begin = datetime.combine(kijk.vandaag, time.min, HIER)
    return max((toen for door, toen in _overal(kijk) if door == wie and toen < begin), default=None)


def van_anderen_sinds(kijk: Kijk, wie: str, moment: datetime, keuze: Filter = ALLE) -> int:
    """How many facts others recorded after a moment, of what is asked for."""
    if keuze.dossiers or keuze.van_contract:
        return sum(feit.record.door != wie for feit in nieuw_sinds(kijk, moment, keuze))
    return sum(door != wie and toen > moment for door, toen in _overal(kijk))


def nieuw_sinds(kijk: Kijk, moment: datetime, keuze: Filter = ALLE) -> tuple[Bestand[Feit], ...]:
    """The facts that were recorded after a moment, oldest first, of what is asked for.

    What all dossiers share belongs to none, and not to who asks for one.
    """
    alles = not (keuze.dossiers or keuze.van_contract)
    feiten = list(kijk.register.gedeelde.feiten) if alles else []
    for deel in alle_werk(kijk):
        if deel.na(moment) and (not keuze.dossiers or deel.dossier in keuze.dossiers):
            dossier = kijk.register.dossiers[deel.dossier]
            feiten += [feit for feit in dossier.feiten if past_bestand(dossier, feit, keuze)]
    later = [feit for feit in feiten if feit.record.vastgelegd > moment]
    return tuple(sorted(later, key=lambda b: (b.record.vastgelegd, b.pad)))
