"""Floor 6, eenmalig: whether something else was recorded of a thing that allows only one fact."""

from __future__ import annotations

from clm_cli.acts.opgave import Opgave
from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.eenmalig import eerder
from clm_cli.dossier import Escalatie
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.basis import Deel


def weigering(opgave: Opgave, map_: str) -> ClmFout | None:
    """Why this fact may not stand beside one that is there; None when it may."""
    dossier = opgave.dossier
    hier = [b for b in dossier.feiten if b.map == map_]
    ander = eerder(opgave.soort, opgave.boom, f"{map_}/x", hier, hier, dossier)
    if ander is None:
        return None
    return Geweigerd(
        f"Dit staat er al anders: {ander.pad}.",
        nu=advies(
            "klopt dat feit niet, verbeter het dan: {correctie}; is het echt nog een keer "
            "gebeurd, geef dan --nogmaals",
            correctie=opdracht("correctie", dossier.id, ander.id, reden="…"),
        ),
    )


def al_vastgelegd(opgave: Opgave) -> list[Bestand[Deel]]:
    """Of what can be recorded once in a case: what it was recorded of, so that it is found back."""
    feiten = opgave.als(Escalatie).feiten if opgave.soort.eenmalig else ()
    eerder_ = [b for b in feiten if b.soort == opgave.soort.naam and b.record.bij]
    doelen = [opgave.dossier.vind(str(b.record.bij), b.pad) for b in eerder_]
    return [doel.bestand for doel in doelen if doel]
