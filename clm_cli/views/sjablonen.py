"""Floor 6, sjabloon: which templates there are, where each comes from, what it is for.

And what must stand in a letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clm_cli.derivations.brieven.elementen import ELEMENTEN
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN, briefsoort
from clm_cli.records.regime import Briefeis, Regime
from clm_cli.views.opmaak import Cel, Papier, zin

ALGEMEEN = {
    "agenda": "Agenda van een gesprek",
    "verslag": "Verslag van een gesprek",
    "plan": "Contractmanagementplan van een aanbieder",
}
"""The templates that are no letter."""
_LEZERS = {
    "aanbieder": "aan de aanbieder",
    "gemeenten": "aan de gemeenten",
    "intern": "voor intern gebruik",
}


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """One template: its name in the folder of templates.

    And where the one that is used comes from.
    """

    naam: str
    herkomst: str
    """'clm', 'register' (in place of clm's, or the register's own kind), or 'geen'."""

    @property
    def soort(self) -> str:
        """The kind of letter."""
        return self.naam.rsplit("/", 1)[-1]


def sjablonen(
    pakket: Iterable[str], eigen: Iterable[str], regimes: Iterable[Regime]
) -> tuple[Sjabloon, ...]:
    """Every template by name, with the kinds of letter of a regime for which there is none yet."""
    van_clm, van_register = set(pakket), set(eigen)
    gevraagd = {f"brieven/{rij.brief}" for regime in regimes for rij in regime.brieven} | {
        f"brieven/{rij.soort}" for rij in BRIEFSOORTEN
    }
    namen = van_clm | van_register | gevraagd
    return tuple(
        Sjabloon(naam, "register" if naam in van_register else "clm" if naam in van_clm else "geen")
        for naam in sorted(namen, key=lambda n: ("/" in n, "/_" in n, n))
    )


def titel(sjabloon: Sjabloon, regimes: Sequence[Regime]) -> str:
    """What the template is for."""
    if sjabloon.naam in ALGEMEEN:
        return ALGEMEEN[sjabloon.naam]
    if sjabloon.soort.startswith("_"):
        return "onderdeel van brieven"
    gevonden = _soorten(sjabloon, regimes)
    return (
        f"{gevonden[0][1].titel}, {_LEZERS[gevonden[0][1].lezer]}"
        if gevonden
        else "onbekende soort"
    )


def _soorten(
    sjabloon: Sjabloon, regimes: Sequence[Regime]
) -> list[tuple[Regime | None, Briefsoort]]:
    """The kind of letter under each contract; a template of one regime only under that."""
    eigen = [r for r in regimes if f"/{r.id}/" in sjabloon.naam]
    rijen = (
        [(regime, briefsoort(sjabloon.soort, regime)) for regime in (*(eigen or regimes), None)]
        if sjabloon.naam.startswith("brieven/")
        else []
    )
    return [(regime, soort) for regime, soort in rijen if soort]


def deelnaam(naam: str, eis: Briefeis | None = None) -> str:
    """What a part of a letter is called."""
    functie = ELEMENTEN.get(naam)
    uitleg = (functie.__doc__ or "").strip().rstrip(".") if functie else None
    return uitleg or (eis.titel if eis and eis.titel else naam)


def lijst(rijen: Sequence[Sjabloon], regimes: Sequence[Regime], papier: Papier) -> str:
    """All templates, letters with their mandatory parts and the clauses behind them."""
    uit = papier.alinea("SJABLONEN") + papier.alinea(
        "'register' staat in sjablonen/ van uw register en gaat voor; 'clm' is meegeleverd.", 2
    )
    for rij in rijen:
        if rij.soort.startswith("_"):
            continue
        uit += ["", *papier.alinea(f"{titel(rij, regimes)}", 2, Cel(f"{rij.naam}  ", "vet"))]
        if rij.herkomst != "clm":
            uit += papier.alinea(
                "van het register"
                if rij.herkomst == "register"
                else "er is nog geen sjabloon: maak sjablonen/" + rij.naam + ".md",
                4,
            )
        uit += _eisen(rij, regimes, papier)
    delen = [
        rij.soort + ("" if rij.herkomst == "clm" else f" ({rij.herkomst})")
        for rij in rijen
        if rij.soort.startswith("_")
    ]
    uit += ["", *papier.alinea("ONDERDELEN VAN BRIEVEN"), *papier.alinea(", ".join(delen), 2)]
    return "\n".join(
        [
            *uit,
            "",
            *papier.alinea(
                "clm sjabloon toon NAAM toont er een helemaal; clm sjabloon kopieer NAAM zet hem "
                "in uw register."
            ),
        ]
    )


def _eisen(rij: Sjabloon, regimes: Sequence[Regime], papier: Papier) -> list[str]:
    soorten = _soorten(rij, regimes)
    if not soorten:
        return []
    uit = (
        papier.alinea(", ".join(soorten[0][1].elementen), 4, "verplicht: ")
        if soorten[0][1].elementen
        else []
    )
    for regime, soort in soorten:
        if regime and soort.eisen:
            uit += papier.alinea(
                ", ".join(f"{eis.element} ({eis.grond.eis})" for eis in soort.eisen),
                4,
                f"{regime.id}: ",
            )
    return uit


def toon(
    rij: Sjabloon,
    regimes: Sequence[Regime],
    namen: Mapping[str, str],
    tekst: str,
    waar: str,
    papier: Papier,
) -> str:
    """One template: what it is for, its parts with their literal clauses, the names it may use.

    And its text.
    """
    uit = [
        *papier.kop(Cel(rij.naam, "vet"), rij.herkomst),
        *papier.alinea(zin(titel(rij, regimes)), 2),
        *papier.alinea(waar, 2),
    ]
    soorten = _soorten(rij, regimes)
    if soorten:
        basis = soorten[0][1]
        uit += (
            papier.alinea(", ".join(basis.over) or "niets", 2, "gaat over een feit van de soort: ")
            if basis.over
            else []
        )
        uit += (
            papier.alinea(
                ", ".join(f"'{woord}'" for woord in basis.woorden), 2, "woorden die erin staan: "
            )
            if basis.woorden
            else []
        )
        uit += ["", *papier.alinea("VERPLICHT IN ELKE BRIEF VAN DEZE SOORT")]
        uit += [
            regel
            for naam in basis.elementen
            for regel in papier.alinea(deelnaam(naam), 2, f"{naam}: ")
        ]
    for regime, soort in soorten:
        if regime and soort.eisen:
            uit += ["", *papier.alinea(f"VOLGENS {regime.id}")]
            for eis in soort.eisen:
                uit += papier.alinea(
                    deelnaam(eis.element, eis), 2, f"{eis.element}: "
                ) + papier.alinea(f'"{eis.grond.tekst}"', 4, f"{eis.grond.eis}  ")
    if namen:
        uit += ["", *papier.alinea("WAT HET SJABLOON KAN GEBRUIKEN")]
        uit += [
            regel
            for naam, uitleg in namen.items()
            for regel in papier.alinea(uitleg, 2, f"{{{{ {naam} }}}}" + ("  " if uitleg else ""))
        ]
    return "\n".join([*uit, "", *papier.alinea("DE TEKST"), tekst])


def als_json(rij: Sjabloon, regimes: Sequence[Regime]) -> dict[str, Any]:
    """One template as data."""
    soorten = _soorten(rij, regimes)
    return {
        "naam": rij.naam,
        "herkomst": rij.herkomst,
        "titel": titel(rij, regimes),
        "verplicht": [
            {"onderdeel": naam, "titel": deelnaam(naam)}
            for naam in (soorten[0][1].elementen if soorten else ())
        ],
        "eisen": [
            {
                "regime": regime.id,
                "onderdeel": eis.element,
                "titel": deelnaam(eis.element, eis),
                "grond": eis.grond.model_dump(),
            }
            for regime, soort in soorten
            if regime
            for eis in soort.eisen
        ],
    }
