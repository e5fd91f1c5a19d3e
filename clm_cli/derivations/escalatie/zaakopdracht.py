"""Floor 4, zaakopdracht: advice for a fact in a case, that names what would be asked otherwise."""

from __future__ import annotations

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.basis import Deel


def zaakopdracht(
    dossier: Dossier,
    escalatie: Escalatie,
    soort: str,
    bij: Bestand[Deel] | None = None,
    **opties: str,
) -> Advies:
    """The command that records a fact in a case: with the case where more than one is open.

    `bij` is what the fact answers; it is named where the case holds more of its kind.
    """
    open_ = [zaak.id for zaak in dossier.escalaties if not gesloten(zaak)]
    is_enige = len(dossier.escalaties) == 1 or open_ == [escalatie.id]
    # the instrument stands before the case, and which one is for the reader
    voor = ("INSTRUMENT",) if soort == "maatregel" else ()
    zaak = () if is_enige else (*voor, escalatie.id)
    if bij is not None and sum(feit.soort == bij.soort for feit in escalatie.bestanden) > 1:
        opties = {"bij": bij.stam, **opties}
    return opdracht("escalatie", soort, dossier.id, *zaak, **opties)
