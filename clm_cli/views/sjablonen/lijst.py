"""Floor 6, lijst: all templates, with what must stand in each kind of letter."""

from __future__ import annotations

from clm_cli.records.regime import Regime
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier
from clm_cli.views.sjablonen.soorten import Sjabloon, sjabloon_json, soorten, titel


@value
class Sjablonenlijst:
    """All templates, and the regimes that say what must stand in a letter."""

    sjablonen: tuple[Sjabloon, ...]
    regimes: tuple[Regime, ...]


def toon(blad: Sjablonenlijst, papier: Papier) -> str:
    """All templates, letters with their mandatory parts and the clauses behind them."""
    uit = papier.alinea("SJABLONEN") + papier.alinea(
        "'register' staat in sjablonen/ van uw register en gaat voor; 'clm' is meegeleverd.", 2
    )
    for rij in blad.sjablonen:
        if not rij.soort.startswith("_"):
            uit += _sjabloon(papier, rij, blad.regimes)
    delen = [
        rij.soort + ("" if rij.herkomst == "clm" else f" ({rij.herkomst})")
        for rij in blad.sjablonen
        if rij.soort.startswith("_")
    ]
    uit += ["", *papier.alinea("ONDERDELEN VAN BRIEVEN"), *papier.alinea(", ".join(delen), 2)]
    slot = (
        "clm sjabloon toon NAAM toont er een helemaal; clm sjabloon kopieer NAAM zet hem "
        "in uw register."
    )
    return "\n".join([*uit, "", *papier.alinea(slot)])


def _sjabloon(papier: Papier, rij: Sjabloon, regimes: tuple[Regime, ...]) -> list[str]:
    uit = ["", *papier.alinea(titel(rij, regimes), 2, Cel(f"{rij.naam}  ", "vet"))]
    if rij.herkomst == "register":
        uit += papier.alinea("van het register", 4)
    elif rij.herkomst == "geen":
        geldt = "er is geen eigen sjabloon, dus geldt brieven/_maatregel"
        uit += papier.alinea(f"{geldt}; clm sjabloon nieuw {rij.soort} maakt er een", 4)
    alle = soorten(rij, regimes)
    if alle and alle[0][1].elementen:
        uit += papier.alinea(", ".join(alle[0][1].elementen), 4, "verplicht: ")
    for regime, soort in alle:
        if regime and soort.eisen:
            eisen = ", ".join(f"{eis.element} ({eis.grond.eis})" for eis in soort.eisen)
            uit += papier.alinea(eisen, 4, f"{regime.id}: ")
    return uit


def als_json(blad: Sjablonenlijst) -> list[Gegevens]:
    """All templates as data."""
    return [sjabloon_json(rij, blad.regimes) for rij in blad.sjablonen]
