"""Floor 7, inkomend: a letter of the provider comes in, with the document that proves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from clm_cli.acts.brieven.inkomend import hun_brief, vraagt_contract
from clm_cli.acts.brieven.kaart import WAAROVER
from clm_cli.acts.brieven.leven import bekend_kanaal
from clm_cli.acts.feit import eis_contract, lees_dag
from clm_cli.advies import opdracht
from clm_cli.commands.dingen import bedoeld
from clm_cli.commands.stukken import lees
from clm_cli.commands.werk import Werk
from clm_cli.dossier import Dossier
from clm_cli.files.stukken import noemt
from clm_cli.records.brief import Briefkaart, Kanaal
from clm_cli.records.velden import Lezer
from clm_cli.records.vorm import Veld, begint, datumveld, veld_van
from clm_cli.voorstel import Voorstel

NODIG = (
    Veld("kanaal", "Hoe hij binnenkwam.", verplicht=True, veel=False, keuzes=get_args(Kanaal)),
    datumveld("datum", "De dag van ontvangst."),
)
"""What decides whether they were in time, and is therefore never assumed."""


def _bestaat(pad: str) -> str:
    if not Path(pad).is_file():
        raise ValueError(f"'{pad}' is geen bestand; typ het pad ervan")
    return pad


EERST = (
    Veld(
        "document",
        "De scan of het bestand van hun brief: het pad.",
        verplicht=True,
        veel=False,
        lezer=Lezer("REC123", "een bestand", _bestaat, str),
    ),
    Veld("onderwerp", "Waar hun brief over gaat.", verplicht=True, veel=False),
)
"""What who is at a terminal is asked before that: what nobody kept, nobody can show later."""
SOORT = Veld(
    "soort",
    "Wat voor brief, zoals bezwaar, reactie, verbeterplan, herstel, antwoord, vraag of klacht.",
    verplicht=False,
    veel=False,
)
"""What may stay open: then it is a letter."""
_CONTRACTEN = veld_van(Briefkaart, "contracten")


def contracten(dossier: Dossier, boom: Mapping[str, Any]) -> Veld | None:
    """The contracts, where they have to be asked: nothing tells about which the letter is."""
    eis_contract(dossier, WAAROVER)
    if not vraagt_contract(dossier, boom):
        return None
    return replace(_CONTRACTEN, verplicht=True, uitleg="Over welke contracten hun brief gaat.")


def leg_vast(werk: Werk, dossier: Dossier, boom: Mapping[str, Any]) -> Voorstel:
    """Their letter: its folder with card, scan and fact."""
    if kanaal := boom.get("kanaal"):
        boom = {**boom, "kanaal": begint(get_args(Kanaal), str(kanaal))}
    bekend_kanaal(boom)
    inhoud = lees(werk.wortel, Path(boom["document"]), boom["document"])
    dag = lees_dag(boom["datum"], werk.kop)
    elders = werk.elders_in(f"{dossier.id}/brieven")
    blik = werk.kijk.blik(dossier)
    over = [bedoeld(blik, "contract", str(een)) for een in boom.get("contracten") or ()]
    voorstel = hun_brief(dossier, {**boom, "contracten": over}, inhoud, werk.kop, dag, elders)
    zelfde = _in_ander_dossier(werk, dossier, sha256(inhoud).hexdigest())
    return replace(voorstel, let_op=(*voorstel.let_op, *zelfde))


def _in_ander_dossier(werk: Werk, dossier: Dossier, som: str) -> Iterator[str]:
    """That the same scan is in another dossier: a check of this one does not see it."""
    anderen = [naam for naam in werk.register.dossiers.namen if naam != dossier.id]
    for naam in anderen:
        for pad in noemt(werk.wortel, f"{naam}/brieven", som):
            yield (
                f"deze scan staat ook in het dossier {naam}: {pad}; één brief hoort "
                f"in één dossier, {opdracht('controleer')} toont welk feit kan vervallen"
            )
