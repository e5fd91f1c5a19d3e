"""Floor 4, meedelen: the command that brings a fact to the provider, as far as its letter is."""

from __future__ import annotations

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.post import brief_over, vervangen_door, weg
from clm_cli.dossier import Brief, Dossier
from clm_cli.records.basis import Feit
from clm_cli.records.classificatie import Classificatie


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


def informeren(dossier: Dossier, feit: Bestand[Classificatie]) -> Advies:
    """One letter tells the classification of each contract in it; that it did, is recorded of each.

    What was told is one more fact (J14): of the letter alone nobody says that it informed.
    """
    brief = verteld_in(dossier, feit)
    gegaan = weg(dossier, brief) if brief else None
    if brief is None or gegaan is None:
        return opdracht("brief", "maak", dossier.id, "classificatie")
    if not gegaan.verzonden or gegaan.alles_retour:
        return te_versturen(dossier, brief)
    via = {"bij": feit.stam, "wijze": "brief", "brief": brief.kaart.id}
    return opdracht("geinformeerd", dossier.id, **via)


def verteld_in(dossier: Dossier, feit: Bestand[Classificatie]) -> Brief | None:
    """The last letter that tells a classification: made about it, or about a later one.

    A letter is about one of them, and tells what then held for each contract that it names.
    """
    return next((b for b in reversed(dossier.brieven) if _vertelt(dossier, b, feit)), None)


def _vertelt(dossier: Dossier, brief: Brief, feit: Bestand[Classificatie]) -> bool:
    kaart, over = brief.kaart.record, dossier.waarbij(brief.kaart)
    if kaart.soort != "classificatie" or over is None or not is_een(over, Classificatie):
        return False
    van, tot = ((f.record.datum, f.record.vastgelegd) for f in (feit, over))
    genoemd = {*feit.record.contracten} <= {*kaart.contracten} and van <= tot
    return genoemd and vervangen_door(dossier, brief) is None
