"""Floor 4, dossierwerk: what the list needs of one dossier, and when something in it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from clm_cli.bestand import Bestand, Verbeterd, is_een
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.records.basis import Deel, Feit
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


def voor(dag: date) -> datetime:
    """The last moment before a day."""
    return datetime.combine(dag, time.min, HIER) - timedelta(seconds=1)


def wanneer(feiten: Sequence[Bestand[Feit]]) -> Iterator[tuple[str, datetime]]:
    """Who recorded some facts, and when."""
    return ((feit.record.door, feit.record.vastgelegd) for feit in feiten)
