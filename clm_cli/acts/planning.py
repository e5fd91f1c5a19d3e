"""Floor 6, planning: the proposed talks of a year as cards of planned talks."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.derivations.planning import Planning
from clm_cli.derivations.zinnen import aantal
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import NieuwBestand, Voorstel


def kaarten(register: Register, plan: Planning) -> Voorstel:
    """A card for each talk that is proposed; nothing that stands there is touched."""
    nieuw = [g for g in plan.gesprekken if g.nieuw]
    bestaand = {g.pad for d in register.dossiers.values() for g in d.gesprekken}
    boeken = []
    for g in nieuw:
        map_ = f"{g.dossier}/gesprekken/{g.dag}-voortgang"
        map_ = f"{map_}-{plan.jaar}" if map_ in bestaand else map_
        boom = {
            "contracten": list(g.contracten),
            "soort": "regulier",
            "datum": g.dag.isoformat(),
            "vorm": "fysiek",
        }
        boeken.append(NieuwBestand(f"{map_}/gesprek.yaml", boom))
    dagen = [g.dag for g in nieuw]
    zin = f"{aantal(len(nieuw), 'gesprek', 'gesprekken')} gepland in {plan.jaar}"
    tot = f", van {datum_vol(min(dagen))} tot en met {datum_vol(max(dagen))}" if dagen else ""
    daarna = opdracht("planning", str(plan.jaar), "--uitnodigingen")
    return Voorstel(f"{zin}{tot}.", nieuw=tuple(boeken), vraag=True, nu=daarna)
