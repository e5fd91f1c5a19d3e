"""Floor 4, schorsingsbesluit: when a measure was suspended by our own decision.

What an objection holds up is in `opschorting`.
"""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.bevoegdheid import zonder_mandaat
from clm_cli.derivations.brieven.post import meegedeeld
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
)
from clm_cli.records.basis import Deel
from clm_cli.records.escalatie import (
    Aanpassing,
    Beslissing,
    Hervatting,
    Schorsing,
)

Stilgezet = tuple[date, date | None, Bestand[Deel]]
"""A stretch in which something stood still: from, until (None: still), and the fact."""


def besloten_stil(genomen: Genomen, tekortkoming: str | None) -> list[Stilgezet]:
    """The suspensions by our own decision: from, until, and the fact."""
    rijen = []
    for feit in genomen.bij(Schorsing):
        if (
            tekortkoming is not None
            and feit.record.tekortkomingen
            and tekortkoming not in feit.record.tekortkomingen
        ):
            continue
        # A resumption may name the suspension or the measure itself, and works once it was told.
        hervat = [
            anker.datum
            for f in (*genomen.bij(Hervatting, feit), *genomen.bij(Hervatting))
            if f.record.datum >= feit.record.datum
            and not onbevoegd(genomen, f)
            and _raakt(f, tekortkoming)
            and (anker := meegedeeld(genomen.register, genomen.dossier, f))
            and anker.datum <= genomen.vandaag
        ]
        rijen.append((feit.record.datum, min(hervat, default=None), feit))
    return sorted(rijen, key=lambda rij: (rij[0], rij[2].pad))


def onbevoegd(genomen: Genomen, feit: Bestand[Hervatting | Aanpassing | Beslissing]) -> bool:
    """Whether who decided it could not take the measure: that ends no pause (3:66, 3:69 BW)."""
    wie, trede = feit.record.besloten_door, genomen.record.trede
    return wie is not None and zonder_mandaat(genomen.register, wie, trede, feit.record.datum)


def _raakt(feit: Bestand[Hervatting], tekortkoming: str | None) -> bool:
    return (
        tekortkoming is None
        or not feit.record.tekortkomingen
        or tekortkoming in feit.record.tekortkomingen
    )
