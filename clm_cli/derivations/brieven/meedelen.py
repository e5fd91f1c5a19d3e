"""Floor 4, meedelen: the command that brings a fact to the provider, as far as its letter is."""

from __future__ import annotations

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import brief_over, weg
from clm_cli.dossier import Brief, Dossier
from clm_cli.records.basis import Feit


def te_versturen(dossier: Dossier, brief: Brief) -> Advies:
    """What comes next of a letter that has to go: made again while it is a concept, else sent."""
    kaart = brief.kaart.record
    concept = bool(kaart.ontbreekt) or kaart.concept == "ja"
    return opdracht("brief", "maak" if concept else "verzonden", dossier.id, brief.id)


def meedelen(dossier: Dossier, feit: Bestand[Feit], maak: Advies) -> Advies:
    """`maak` while no letter tells the fact; then that it is sent, and that it arrived."""
    brief = brief_over(dossier, feit)
    if brief is None:
        return maak
    gegaan = weg(dossier, brief)
    if not gegaan.verzonden or gegaan.alles_retour:
        return te_versturen(dossier, brief)
    return opdracht("brief", "bezorgd", dossier.id, brief.id)
