"""Floor 4, werkstanden: what was due this morning, and after each recording since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from clm_cli.derivations.dossierwerk import Dossierwerk, veranderd, voor
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik, Kijk

Bron = Callable[[Dossierblik], Iterable[Werkpunt]]
"""What is due in one dossier."""


def geparkeerd(punt: Werkpunt, vandaag: date) -> bool:
    """Whether it was put away until a later day."""
    return punt.geparkeerd_tot is not None and punt.geparkeerd_tot > vandaag


def standen(
    kijk: Kijk, delen: Sequence[Dossierwerk], nu: Sequence[Werkpunt], bron: Bron
) -> Iterator[list[Werkpunt]]:
    """What was due when the day began, and in what changed since after each recording.

    Of a dossier in which nothing was recorded today that is what is due.
    """
    per = veranderd(kijk.register, delen, kijk.vandaag)
    yield [
        *(punt for punt in nu if not per[punt.dossier]),
        *_toen(kijk, voor(kijk.vandaag), [naam for naam, dan in per.items() if dan], bron),
    ]
    for moment in sorted(set[datetime]().union(*per.values())):
        toen = [naam for naam, dan in per.items() if moment in dan]
        # what is known since the last recording in a dossier is what is due now
        klaar = {naam for naam in toen if moment == max(per[naam])}
        yield [
            *(punt for punt in nu if punt.dossier in klaar),
            *_toen(kijk, moment, [naam for naam in toen if naam not in klaar], bron),
        ]


def _toen(kijk: Kijk, moment: datetime, namen: Sequence[str], bron: Bron) -> Iterator[Werkpunt]:
    """What was due today in some dossiers, as far as was known at a moment."""
    for naam in namen:
        toen = Kijk(kijk.register.zoals(bekend=moment, dossier=naam), kijk.vandaag)
        if naam in toen.register.dossiers:
            yield from (
                punt for punt in bron(toen.blik(naam)) if not geparkeerd(punt, kijk.vandaag)
            )
