"""Floor 4, zaakopdracht: advice for a fact in a case, that names what would be asked otherwise."""

from __future__ import annotations

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.zaken import contract_van, gesloten, instrumenten
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.basis import Deel


def zaakopdracht(
    dossier: Dossier,
    escalatie: Escalatie,
    soort: str,
    bij: Bestand[Deel] | None = None,
    brief: str = "",
    **opties: str,
) -> Advies:
    """The command that records a fact in a case: with the case where more than one is open.

    `bij` is what the fact answers; it is named where the case holds more of its kind. `brief` is
    the letter that makes a measure known.
    """
    open_ = [zaak.id for zaak in dossier.escalaties if not gesloten(zaak)]
    is_enige = len(dossier.escalaties) == 1 or open_ == [escalatie.id]
    voor: tuple[str, ...] = ()
    if soort == "maatregel":  # the instrument stands before the case
        rijen = instrumenten(contract_van(dossier, escalatie)) if brief else ()
        ervan = tuple(een.instrument for _, een in rijen if een.brief == brief)
        # which one is for the reader, where the letter does not tell
        voor = ervan if len(ervan) == 1 else () if is_enige else ("INSTRUMENT",)
    zaak = voor if is_enige else (*voor, escalatie.id)
    if bij is not None and sum(feit.soort == bij.soort for feit in escalatie.bestanden) > 1:
        opties = {"bij": bij.stam, **opties}
    return opdracht("escalatie", soort, dossier.id, *zaak, **opties)
