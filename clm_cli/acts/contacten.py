"""Floor 6, contacten: a call, mail or visit is noted, and a provider told of its category."""

from __future__ import annotations

from clm_cli.acts.nummers import volgende as volgend_nummer
from clm_cli.acts.opgave import Aanvulling, Opgave, kies_bij
from clm_cli.acts.vervolg import volgende
from clm_cli.records.aanbieder import Classificatie


def contact(opgave: Opgave) -> Aanvulling:
    """The promises that were made get numbers."""
    rijen = list(opgave.boom.get("toezeggingen", ()))
    for plaats, rij in enumerate(rijen):
        if isinstance(rij, dict) and "id" not in rij:
            rijen[plaats] = {**rij, "id": volgend_nummer(opgave.dossier, "TZ", rijen)}
    return Aanvulling({"toezeggingen": rijen} if rijen else {})


def geinformeerd(opgave: Opgave) -> Aanvulling:
    """The provider is told of its latest classification (J14)."""
    rijen = opgave.dossier.van(Classificatie)
    laatste = [feit for feit in rijen if feit.record.datum == rijen[-1].record.datum]
    return kies_bij(opgave, laatste, volgende(opgave.soort, opgave.dossier.id))
