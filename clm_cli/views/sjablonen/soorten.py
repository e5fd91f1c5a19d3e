"""Floor 6, soorten: which templates there are, where each comes from, what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clm_cli.derivations.brieven.elementen import ELEMENTEN
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN, briefsoort
from clm_cli.records.regime import Briefeis, Regime
from clm_cli.value import value
from clm_cli.views.opmaak import Gegevens

ALGEMEEN = {
    "agenda": "Agenda van een gesprek",
    "notitie": "Notitie vooraf voor een gesprek, voor onszelf",
    "uitnodiging": "Tekst van de uitnodiging voor een gesprek",
    "verslag": "Verslag van een gesprek",
    "begeleiding": "Tekst van de mail waarmee een verslag of brief meegaat",
    "cijferverzoek": "Verzoek aan een aanbieder om cijfers",
    "plan": "Contractmanagementplan van een aanbieder",
    "overdracht": "Overdracht van een dossier aan een collega",
    "team": "Overzicht voor het team, op één bladzijde",
    "aanbiederblad": "Overzicht van één aanbieder, om met hem te delen",
    "rapport": "Rapport over een periode, van de regio of van één aanbieder",
}
"""The templates that are no letter."""
_LEZERS = {
    "aanbieder": "aan de aanbieder",
    "gemeenten": "aan de gemeenten",
    "intern": "voor intern gebruik",
}


@value
class Sjabloon:
    """One template: its name in the folder of templates, and where the one in use comes from."""

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
    gevonden = next((soort for _, soort in soorten(sjabloon, regimes)), None)
    return f"{gevonden.titel}, {_LEZERS[gevonden.lezer]}" if gevonden else "onbekende soort"


def soorten(
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


def sjabloon_json(rij: Sjabloon, regimes: Sequence[Regime]) -> Gegevens:
    """One template as data."""
    alle = soorten(rij, regimes)
    return {
        "naam": rij.naam,
        "herkomst": rij.herkomst,
        "titel": titel(rij, regimes),
        "verplicht": [
            {"onderdeel": naam, "titel": deelnaam(naam)}
            for naam in (alle[0][1].elementen if alle else ())
        ],
        "eisen": [
            {
                "regime": regime.id,
                "onderdeel": eis.element,
                "titel": deelnaam(eis.element, eis),
                "grond": eis.grond.model_dump(),
            }
            for regime, soort in alle
            if regime
            for eis in soort.eisen
        ],
    }
