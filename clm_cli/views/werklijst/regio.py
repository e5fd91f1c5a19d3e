"""Floor 6, regio: the work of the werklijst that belongs to no dossier, as text and as data."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.werklijst import Werklijst
from clm_cli.tijd.datum import datum_kort
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.views.werklijst.cellen import RAND


def toon(papier: Papier, lijst: Werklijst, vandaag: date, *, voluit: bool) -> list[str]:
    """The reports that are due, the clauses nobody watches and the subjects nothing follows."""
    return [*_rapporten(papier, lijst, vandaag), *_bepalingen(papier, lijst, voluit=voluit)]


def _rapporten(papier: Papier, lijst: Werklijst, vandaag: date) -> list[str]:
    rijen = lijst.rapporten
    uit = ["", papier.verf(f"REGIORAPPORT ({len(rijen)})", "vet")] if rijen else []
    for punt in rijen:
        laat = "te laat, " if punt.uiterlijk < vandaag else ""
        laat = f"misschien {laat}" if laat and punt.onzeker else laat
        uit += papier.alinea(f"{laat}uiterlijk {datum_kort(punt.uiterlijk)}: {punt.wat}", RAND)
        uit += papier.alinea(f"nu: {punt.nu}", RAND)
    return uit


def _bepalingen(papier: Papier, lijst: Werklijst, *, voluit: bool) -> list[str]:
    rijen = lijst.overeenkomsten
    uit = ["", papier.verf(f"OVEREENKOMSTEN ({len(rijen)})", "vet")] if rijen else []
    for rij in rijen:
        grond = f" ({rij.grond.eis})" if rij.grond else ""
        if voluit:
            uit += papier.alinea(f"{rij.wat}{grond}", RAND)
            uit += papier.alinea(f"nu: {rij.nu}", RAND)
        else:
            uit += papier.alinea(f"{rij.wat}{grond}: {rij.nu}", RAND)
    return uit


def als_json(lijst: Werklijst) -> Gegevens:
    """The same as data."""
    return {
        "rapporten": [
            {
                "periode": str(punt.periode),
                "voor": list(punt.lezers),
                "uiterlijk": punt.uiterlijk.isoformat(),
                "nu": punt.nu,
            }
            for punt in lijst.rapporten
        ],
        "onbewaakt": [
            {
                "overeenkomst": rij.overeenkomst,
                "bepalingen": [een.artikel.id for een in rij.rijen],
                "grond": rij.grond.eis if rij.grond else None,
                "nu": rij.nu,
            }
            for rij in lijst.onbewaakt
        ],
        "ongevolgd": [
            {
                "overeenkomst": rij.overeenkomst,
                "onderwerpen": [een.onderwerp for een in rij.rijen],
                "grond": rij.grond.eis,
                "nu": rij.nu,
            }
            for rij in lijst.ongevolgd
        ],
    }
