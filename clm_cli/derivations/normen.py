"""Floor 4, normen: which norm holds for a contract on a day, and where that was agreed.

A norm that many providers share stands once: on the overeenkomst or on a lot of it. What stands
closer to the contract goes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from clm_cli.derivations.metingen import PROCENT
from clm_cli.dossier import Contract
from clm_cli.meldingen import Plek
from clm_cli.records.basis import geldend
from clm_cli.records.cijfers import Kpi
from clm_cli.records.overeenkomst import Norm, Normpad
from clm_cli.tijd.datum import getal
from clm_cli.value import value

Rijen = Sequence[tuple[Norm, Plek]]


@value
class Afspraak:
    """The norm of one kpi in force on a day, with the agreed step on the way to it."""

    norm: Norm
    plek: Plek
    stap: Normpad | None
    eens: bool = True
    """Whether the lots of the contract ask the same; where they do not, nothing can be judged."""

    @property
    def waarde(self) -> Decimal | None:
        """What had to be reached by then: the step of the path, else the norm itself."""
        if not self.eens:
            return None
        return self.stap.waarde if self.stap else self.norm.norm


def lagen(contract: Contract, perceel: str | None = None) -> Iterator[tuple[Rijen, ...]]:
    """The norms from the nearest to the farthest: of the contract, each of its lots, all.

    `perceel` is the one lot that is asked about.
    """
    eigen = contract.kaart
    yield (_rijen(eigen.record.normen, eigen.plek("normen")),)
    if contract.overeenkomst is None:
        return
    gedeeld = contract.overeenkomst.kaart
    percelen = (perceel,) if perceel else eigen.record.percelen
    yield tuple(
        _rijen(rij.normen, gedeeld.plek("percelen", nummer, "normen"))
        for nummer, rij in enumerate(gedeeld.record.percelen)
        if rij.id in percelen
    )
    yield (_rijen(gedeeld.record.normen, gedeeld.plek("normen")),)


def _rijen(normen: Sequence[Norm], plek: Plek) -> Rijen:
    return [(norm, Plek(plek.pad, (*plek.sleutel, nummer))) for nummer, norm in enumerate(normen)]


@value
class Ontoetsbaar:
    """Why a norm cannot be tested, and what helps."""

    wat: str
    advies: str


def niet_te_toetsen(norm: Norm, kpi: Kpi) -> Iterator[Ontoetsbaar]:
    """What of a norm does not fit the kind of norm of its kpi (J25)."""
    if kpi.normsoort == "nulmeting" and norm.nulmeting is None:
        yield Ontoetsbaar(f"{kpi.titel} heeft geen nulmeting", "noem de periode bij 'nulmeting'")
    elif kpi.normsoort != "nulmeting" and norm.nulmeting is not None:
        tekst = f"{kpi.titel} wordt niet met een nulmeting vergeleken, en er staat er een"
        yield Ontoetsbaar(tekst, "haal 'nulmeting' weg, of wijzig de normsoort in kpis.yaml")
    elif kpi.normsoort == "geen" and norm.norm is not None:
        tekst = f"{kpi.titel} heeft volgens kpis.yaml geen norm, en er staat er een"
        yield Ontoetsbaar(tekst, "haal 'norm' weg, of wijzig de normsoort in kpis.yaml")
    elif kpi.eenheid == PROCENT and kpi.normsoort == "absoluut":
        for grens in (norm.norm, *(stap.waarde for stap in norm.pad)):
            if grens is not None and not 0 <= grens <= 100:
                tekst = f"een norm van {getal(grens)} % voor {kpi.titel} ligt niet tussen 0 en 100"
                yield Ontoetsbaar(tekst, "kijk de norm na; meestal staat de komma verkeerd")


def normen_van(contract: Contract) -> tuple[tuple[Norm, Plek], ...]:
    """Every norm that was ever set for a contract, the nearest first, each with its place."""
    return tuple(rij for laag in lagen(contract) for rijen in laag for rij in rijen)


def kpis_van(contract: Contract) -> tuple[str, ...]:
    """The indicators for which a contract has a norm, by id, as they were set."""
    return tuple(dict.fromkeys(norm.kpi for norm, _ in normen_van(contract)))


def geldende(contract: Contract, op: date) -> tuple[tuple[Norm, Plek], ...]:
    """One norm for each indicator: the one in force on a day, else the first that was set."""
    eerste = {norm.kpi: (norm, plek) for norm, plek in reversed(normen_van(contract))}
    return tuple(
        (afspraak.norm, afspraak.plek) if (afspraak := norm_op(contract, id_, op)) else eerste[id_]
        for id_ in kpis_van(contract)
    )


def norm_op(contract: Contract, kpi: str, op: date, perceel: str | None = None) -> Afspraak | None:
    """The norm in force on a day; None when there is none."""
    for laag in lagen(contract, perceel):
        per_lot = [rij for rijen in laag if (rij := _geldig(rijen, kpi, op))]
        if per_lot:
            norm, plek = per_lot[0]
            stap = geldend(norm.pad, op)
            waarden = {_grens(ander, op) for ander, _ in per_lot}
            return Afspraak(norm, plek, stap, eens=len(waarden) == 1)
    return None


def _geldig(rijen: Rijen, kpi: str, op: date) -> tuple[Norm, Plek] | None:
    """The newest norm of a kpi among rows that are in force on a day."""
    geldig = [
        rij
        for rij in rijen
        if rij[0].kpi == kpi and rij[0].vanaf <= op and (rij[0].tot is None or op <= rij[0].tot)
    ]
    return max(geldig, key=lambda rij: rij[0].vanaf) if geldig else None


def _grens(norm: Norm, op: date) -> Decimal | None:
    stap = geldend(norm.pad, op)
    return stap.waarde if stap else norm.norm


def sinds(contract: Contract, kpi: str) -> date | None:
    """From which day a contract has had a norm for a kpi."""
    return min((norm.vanaf for norm, _ in normen_van(contract) if norm.kpi == kpi), default=None)
