"""Floor 6, bladzijde: one template, what it is for, what must stand in it, and its text."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.records.regime import Regime
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier, zin
from clm_cli.views.sjablonen.soorten import Sjabloon, deelnaam, sjabloon_json, soorten, titel
from clm_cli.woorden import zichtbaar


@value
class Sjabloonblad:
    """One template whole."""

    sjabloon: Sjabloon
    regimes: tuple[Regime, ...]
    namen: Mapping[str, str]
    """The names it may use, with what each holds."""
    tekst: str
    waar: str | None
    """The file of a template of the register; None for one of clm, or where there is none yet."""


def toon(blad: Sjabloonblad, papier: Papier) -> str:
    """What it is for, its parts with their literal clauses, the names it may use, its text."""
    rij, alle = blad.sjabloon, soorten(blad.sjabloon, blad.regimes)
    uit = [
        *papier.kop(Cel(rij.naam, "vet"), rij.herkomst),
        *papier.alinea(zin(titel(rij, blad.regimes)), 2),
        *papier.alinea(_waar(blad), 2),
    ]
    uit += _verplicht(papier, alle[0][1]) if alle else []
    for regime, soort in alle:
        uit += _eisen(papier, regime, soort) if regime and soort.eisen else []
    if blad.namen:
        uit += ["", *papier.alinea("WAT HET SJABLOON KAN GEBRUIKEN")]
    for naam, uitleg in blad.namen.items():
        uit += papier.alinea(uitleg, 2, f"{{{{ {naam} }}}}" + ("  " if uitleg else ""))
    return "\n".join([*uit, "", *papier.alinea("DE TEKST"), zichtbaar(blad.tekst)])


def _waar(blad: Sjabloonblad) -> str:
    if blad.sjabloon.herkomst == "geen":
        return (
            "er is geen eigen sjabloon, dus geldt brieven/_maatregel; "
            f"clm sjabloon nieuw {blad.sjabloon.soort} maakt er een"
        )
    return blad.waar or "meegeleverd met clm"


def _verplicht(papier: Papier, soort: Briefsoort) -> list[str]:
    """What every letter of this kind is about and must hold."""
    uit: list[str] = []
    if soort.over:
        uit += papier.alinea(", ".join(soort.over), 2, "gaat over een feit van de soort: ")
    if soort.woorden:
        woorden = ", ".join(f"'{woord}'" for woord in soort.woorden)
        uit += papier.alinea(woorden, 2, "woorden die erin staan: ")
    uit += ["", *papier.alinea("VERPLICHT IN ELKE BRIEF VAN DEZE SOORT")]
    for naam in soort.elementen:
        uit += papier.alinea(deelnaam(naam), 2, f"{naam}: ")
    return uit


def _eisen(papier: Papier, regime: Regime, soort: Briefsoort) -> list[str]:
    """What one contract wants in it, with its words."""
    uit = ["", *papier.alinea(f"VOLGENS {regime.id}")]
    for eis in soort.eisen:
        uit += papier.alinea(deelnaam(eis.element, eis), 2, f"{eis.element}: ")
        uit += papier.alinea(f'"{eis.grond.tekst}"', 4, f"{eis.grond.eis}  ")
    return uit


def als_json(blad: Sjabloonblad) -> Gegevens:
    """One template as data, with the names it may use and its text."""
    return {
        **sjabloon_json(blad.sjabloon, blad.regimes),
        "namen": dict(blad.namen),
        "tekst": blad.tekst,
    }
