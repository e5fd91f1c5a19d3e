"""Floor 4, dossierwerk: what the list needs of one dossier, and when something in it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from clm_cli.bestand import Bestand, Verbeterd, is_een
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.regime import Lezing
from clm_cli.register import Register
from clm_cli.tijd.klok import HIER
from clm_cli.value import value


@value
class Dossierwerk:
    """What the list needs of one dossier; it can be kept from one run to another."""

    dossier: str
    punten: tuple[Werkpunt, ...]
    eerder: tuple[Werkpunt, ...]
    """What is left out because its day was before the register was used."""
    behandelaar: str | None
    vastgelegd: tuple[tuple[str, datetime], ...]
    """Who recorded its facts, and when."""
    vandaag: tuple[datetime, ...] = ()
    """When something in it was recorded or mended since the day began."""
    regimes: tuple[str, ...] = ()
    """The regimes of its contracts: how an open question of one is read bears on what is due."""
    zonder_contract: bool = False
    """Whether no contract stands in it, so that next to nothing can be due."""

    def na(self, moment: datetime) -> bool:
        """Whether a fact was recorded after a moment."""
        return any(toen > moment for _, toen in self.vastgelegd)


def momenten(
    feiten: Sequence[Bestand[Feit]], verbeterd: Sequence[Verbeterd], vandaag: date
) -> set[datetime]:
    """When a fact was recorded or corrected, since a day began."""
    rijen: list[Bestand[Deel]] = [*feiten, *(rij.feit for rij in verbeterd)]
    rijen += [correctie for rij in verbeterd for correctie in rij.correcties]
    begin = voor(vandaag)
    return {b.record.vastgelegd for b in rijen if is_een(b, Feit) and b.record.vastgelegd > begin}


def veranderd(
    register: Register, delen: Sequence[Dossierwerk], vandaag: date
) -> dict[str, set[datetime]]:
    """By dossier when something that bears on it was recorded or mended, since a day began."""
    gelezen = _lezingmomenten(register, vandaag)
    return {
        deel.dossier: set(deel.vandaag).union(*(gelezen.get(naam, ()) for naam in deel.regimes))
        for deel in delen
    }


def _lezingmomenten(register: Register, vandaag: date) -> dict[str, set[datetime]]:
    """By regime when a reading of it was recorded or corrected, since a day began.

    Nothing else that dossiers share as a fact bears on what is due in one of them: that a report
    went out is work of the region.
    """
    uit: dict[str, set[datetime]] = {}
    for lezing in register.van(Lezing):
        uit.setdefault(lezing.record.regime, set()).update(momenten([lezing], (), vandaag))
    for rij in register.gedeeld.verbeterd:
        records = [rij.feit.record, *(correctie.record.wordt for correctie in rij.correcties)]
        for regime in {record.regime for record in records if isinstance(record, Lezing)}:
            uit.setdefault(regime, set()).update(momenten((), [rij], vandaag))
    return uit


def voor(dag: date) -> datetime:
    """The last moment before a day."""
    return datetime.combine(dag, time.min, HIER) - timedelta(seconds=1)


def wanneer(feiten: Sequence[Bestand[Feit]]) -> Iterator[tuple[str, datetime]]:
    """Who recorded some facts, and when."""
    return ((feit.record.door, feit.record.vastgelegd) for feit in feiten)
