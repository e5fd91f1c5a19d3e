"""Floor 7, nagemaakt: a letter that is there, made again from the record, nothing written."""

from __future__ import annotations

import copy
from datetime import datetime

from clm_cli.commands.brieven.opstel import maak_document
from clm_cli.commands.documenten import Opgesteld
from clm_cli.commands.werk import Werk
from clm_cli.derivations.brieven.elementen import Element, elementen
from clm_cli.derivations.brieven.stand import inhoud_van
from clm_cli.documents.document import Document
from clm_cli.dossier import Brief, Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.value import value


@value
class Opnieuw:
    """The letter, the parts that stand in it, and the words that its kind must have."""

    opgesteld: Opgesteld
    elementen: tuple[Element, ...]
    woorden: tuple[str, ...]

    @property
    def document(self) -> Document:
        """The letter itself."""
        return self.opgesteld.document


def maak_opnieuw(werk: Werk, dossier: Dossier, brief: Brief) -> Opnieuw:
    """The letter of a card as the record makes it now; gaps stay gaps.

    Raises ClmFout when it cannot be made at all.
    """
    kaart = brief.kaart.record
    inhoud = inhoud_van(werk.register, dossier, brief)
    if inhoud is None:
        raise ClmFout(
            f"'{kaart.soort}' is geen soort brief die clm maakt.",
            nu="clm sjabloon toont de soorten",
        )
    rijen = elementen(inhoud)
    concept = kaart.concept == "ja" or any(rij.mist for rij in rijen)
    return Opnieuw(maak_document(werk, inhoud, concept=concept), rijen, inhoud.soort.woorden)


def maak_zoals_bekend(werk: Werk, dossier: Dossier, brief: Brief, bekend: datetime) -> Opnieuw:
    """The same from the facts that were recorded at a moment; cards are as they are now."""
    toen = copy.copy(werk)
    toen.register = werk.geladen.register.zoals(bekend=bekend, dossier=dossier.id)
    toen.__dict__.pop("kijk", None)  # that of now
    eigen = toen.register.dossiers[dossier.id]
    return maak_opnieuw(toen, eigen, next(b for b in eigen.brieven if b.pad == brief.pad))
