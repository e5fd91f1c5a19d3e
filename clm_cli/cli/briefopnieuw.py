"""Floor 7, briefopnieuw: a letter that is there, made again from the record.

Without writing anything.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clm_cli.cli.briefopstel import maak_document
from clm_cli.cli.classificatiebrief import classificatiedocument
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from datetime import datetime

    from clm_cli.cli.schrijven import Werk
    from clm_cli.derivations.brieven.elementen import Element
    from clm_cli.documents.document import Document
    from clm_cli.documents.sjablonen import Gevuld
    from clm_cli.register import Brief, Dossier


@dataclass(frozen=True, slots=True)
class Opnieuw:
    """A letter that is there, made again from the record without writing anything."""

    document: Document
    gevuld: Gevuld
    elementen: tuple[Element, ...]
    woorden: tuple[str, ...]


def maak_opnieuw(werk: Werk, dossier: Dossier, brief: Brief) -> Opnieuw:
    """The letter of a card as the record makes it now; gaps stay gaps.

    Raises ClmFout when it cannot be made at all.
    """
    from clm_cli.derivations.brieven.elementen import elementen
    from clm_cli.derivations.brieven.soorten import CLASSIFICATIE
    from clm_cli.derivations.brieven.stand import inhoud_van

    kaart = brief.kaart.record
    if kaart.soort == "classificatie":
        klas = classificatiedocument(
            werk, dossier, kaart.datum, kaart.onderwerp, kaart.kenmerk or ""
        )
        return Opnieuw(klas.document, klas.gevuld, klas.elementen, CLASSIFICATIE.woorden)
    inhoud = inhoud_van(werk.register, dossier, brief)
    if inhoud is None:
        raise ClmFout(
            f"'{kaart.soort}' is geen soort brief die clm maakt.",
            nu="clm sjabloon toont de soorten",
        )
    rijen = elementen(inhoud)
    document, gevuld = maak_document(
        werk, inhoud, concept=kaart.concept == "ja" or any(rij.mist for rij in rijen)
    )
    return Opnieuw(document, gevuld, rijen, inhoud.soort.woorden)


def maak_zoals_bekend(werk: Werk, dossier: Dossier, brief: Brief, bekend: datetime) -> Opnieuw:
    """The same from the facts that were recorded at a moment; cards are as they are now."""
    toen = copy.copy(werk)
    toen.register = werk.geladen.register.zoals(bekend=bekend, dossier=dossier.id)
    eigen = toen.register.dossiers[dossier.id]
    return maak_opnieuw(toen, eigen, next(b for b in eigen.brieven if b.pad == brief.pad))
