"""Floor 7, escalatie: where a case stands, under its own contract or as if under another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clm_cli.commands.dingen import kies_ding
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, vervolg
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout
from clm_cli.records.regime import Regime
from clm_cli.register import Dossier, Escalatie
from clm_cli.woorden import naaste


@dataclass(frozen=True, slots=True)
class Escalatieblad:
    """A case: how it stands, the steps from there, and what is due in it."""

    dossier: Dossier
    stand: Stand
    stappen: tuple[Vervolgstap, ...]
    punten: tuple[Werkpunt, ...]


def toon(
    gelezen: Gelezen, naam: str, escalatie: str | None, wat_als: str | None = None
) -> Escalatieblad:
    """The case that is meant; with `wat_als` the same facts under another regime."""
    blik = gelezen.blik(naam)
    if wat_als:
        blik = Dossierblik(gelezen.kijk, _onder(blik.register.regimes, blik.dossier, wat_als))
    zaak = kies_ding(blik.dossier, "escalatie", escalatie)
    assert isinstance(zaak, Escalatie)
    eigen = {feit.id for feit in zaak.bestanden}
    punten = alle_werkpunten(blik.register, blik.dossier, blik.vandaag)
    return Escalatieblad(
        blik.dossier,
        stand_van(blik.register, blik.dossier, zaak, blik.vandaag),
        tuple(vervolg(blik.register, blik.dossier, zaak, blik.vandaag)),
        tuple(punt for punt in punten if punt.verwijzing in eigen),
    )


def _onder(regimes: Mapping[str, Regime], dossier: Dossier, regime: str) -> Dossier:
    """The dossier with all its contracts under another regime."""
    if regime not in regimes:
        dichtbij = naaste(regime, list(regimes))
        raise ClmFout(
            f"Er is geen regime '{regime}'.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm regime lijst",
        )
    return replace(
        dossier, contracten=tuple(replace(c, regime=regimes[regime]) for c in dossier.contracten)
    )
