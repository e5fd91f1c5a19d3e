"""Floor 6, blad: one case on a day, as every part of its page needs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clm_cli.derivations.brieven.onverwerkt import onverwerkt
from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, vervolg
from clm_cli.derivations.escalatie.zaken import contract_van
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.regime import Regime
from clm_cli.value import value
from clm_cli.views.opmaak import Plaats, dag, nergens

JA = {"ja": "ja", "nee": "nee", "onbekend": "ONBEKEND"}
"""An answer as a word; the one that is no answer stands out."""


@value
class Escalatieblad:
    """A case: where it stands, what may come next, and what is due."""

    blik: Dossierblik
    stand: Stand
    stappen: tuple[Vervolgstap, ...]
    punten: tuple[Werkpunt, ...]
    plaats: Plaats = nergens
    onder: Regime | None = None
    """The regime under which the same facts are looked at, when that is not their own."""

    @property
    def contract(self) -> Contract | None:
        """The contract of the case."""
        return contract_van(self.blik.dossier, self.stand.escalatie)

    @property
    def kent_treden(self) -> bool:
        """Whether its contract has treden; also said when its regime was not read."""
        return self.contract is None or self.contract.regime.kent_treden

    def dag(self, datum: date) -> str:
        """A day, short; with its year when that is not this one."""
        return " ".join(dag(datum, self.blik.vandaag).split())

    def naam(self, persoon: str) -> str:
        """Who it is."""
        return self.blik.register.naam_van(persoon)

    def gemeente(self, id_: str) -> str:
        """The name of a municipality."""
        gemeente = self.blik.register.gemeente(id_)
        return gemeente.naam if gemeente else id_


def escalatieblad(
    blik: Dossierblik,
    escalatie: Escalatie,
    plaats: Plaats = nergens,
    onder: Regime | None = None,
) -> Escalatieblad:
    """A case of a dossier on a day; with `onder` as if its contracts had that regime."""
    if onder:
        contracten = tuple(replace(c, regime=onder) for c in blik.dossier.contracten)
        blik = Dossierblik(blik.kijk, replace(blik.dossier, contracten=contracten))
    eigen = {feit.id for feit in escalatie.bestanden}
    eigen |= {post.brief.kaart.id for post in onverwerkt(blik, escalatie)}
    alle = alle_werkpunten(blik)
    return Escalatieblad(
        blik,
        stand_van(blik, escalatie),
        vervolg(blik, escalatie),
        tuple(punt for punt in alle if punt.verwijzing in eigen),
        plaats,
        onder,
    )
