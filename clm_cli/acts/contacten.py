"""Floor 6, contacten: a call, mail or visit is noted, and a provider told of its category."""

from __future__ import annotations

from dataclasses import replace

from clm_cli.acts.nummers import volgende as volgend_nummer
from clm_cli.acts.opgave import Aanvulling, Opgave, kies_bij
from clm_cli.acts.vervolg import volgende
from clm_cli.derivations.classificatie import geinformeerd_op
from clm_cli.records.classificatie import Classificatie


def contact(opgave: Opgave) -> Aanvulling:
    """The promises that were made get numbers."""
    rijen = list(opgave.boom.get("toezeggingen", ()))
    for plaats, rij in enumerate(rijen):
        if isinstance(rij, dict) and "id" not in rij:
            rijen[plaats] = {**rij, "id": volgend_nummer(opgave.dossier, "TZ", rijen)}
    return Aanvulling({"toezeggingen": rijen} if rijen else {})


def geinformeerd(opgave: Opgave) -> Aanvulling:
    """The provider is told of its latest classification, or of those it was not told of (J14)."""
    rijen, dossier = opgave.dossier.van(Classificatie), opgave.dossier
    laatste = [feit for feit in rijen if feit.record.datum == rijen[-1].record.datum]
    open_ = [feit for feit in laatste if geinformeerd_op(dossier, feit) is None]
    uit = kies_bij(opgave, open_ or laatste, volgende(opgave.soort, dossier.id))
    if open_ or "bij" not in uit.velden:
        return uit
    # told already: that it was told once more is said by name, and not taken for granted
    return replace(uit, velden={}, aangenomen=(), keuzes={"bij": [feit.stam for feit in laatste]})
