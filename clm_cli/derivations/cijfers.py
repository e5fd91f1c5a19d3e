"""Floor 4, cijfers: the series of a kpi, whether its norm is met, how it moves and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from clm_cli.bestand import Bestand
from clm_cli.derivations.cijferregels import cijferregel, geteld, te_vergelijken
from clm_cli.derivations.cijfervergelijking import KLEINSTE_GROEP, Groep, vergelijking
from clm_cli.derivations.metingen import GEHEEL, Deel, Gemeten, perioden, reeks_van, waarde_van
from clm_cli.derivations.normen import Afspraak, kpis_van, norm_op
from clm_cli.derivations.zinnen import opsomming, telwoord
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik, eens
from clm_cli.meldingen import Reden
from clm_cli.records.cijfers import Kpi, Meting
from clm_cli.tijd.datum import getal
from clm_cli.tijd.periode import Periode
from clm_cli.value import value

ONBEKEND, VOLDOET, ONDER, BOVEN, DUIDEN = "onbekend", "voldoet", "onder", "boven", "duiden"
TELT_NIET = "telt niet mee"
"""With too few observations, by a contract that says so: neither met nor missed."""
MIS = (ONDER, BOVEN)
_TREND = 3
"""So many figures in a row have to go one way before that is called a trend."""


@value
class Cijfer:
    """One figure of a series; None when it did not come in or is said to be missing."""

    periode: Periode
    waarde: Decimal | None
    noemer: int | None
    norm: Decimal | None
    """The limit that counted then: the norm, or the agreed step on the way to it."""
    oordeel: str
    reden: Reden
    teller: int | None = None
    afspraak: Afspraak | None = None
    """Where the norm was agreed."""
    omdat: str = ""
    """How the limit was found, where it is no number that was agreed."""
    gemeten: Gemeten | None = None
    """The delivered row behind it."""
    volgens: str = ""
    """What the contract makes of it, where it is not the comparison that decides."""

    @property
    def einddoel(self) -> Decimal | None:
        """The norm itself, while a step on the way to it counts."""
        op_pad = self.afspraak and self.afspraak.stap
        return self.afspraak.norm.norm if self.afspraak and op_pad else None


def metingen(dossier: Dossier) -> tuple[Bestand[Meting], ...]:
    """The deliveries that count: a revision takes the place of the one it answers."""
    alle = dossier.van(Meting)
    herzien = {d.pad for f in alle if (d := dossier.waarbij(f))}
    return tuple(feit for feit in alle if feit.pad not in herzien)


def reeks(
    blik: Dossierblik,
    contract: Contract,
    kpi: Kpi,
    op: date | None = None,
    deel: Deel = GEHEEL,
) -> tuple[Cijfer, ...]:
    """The series of a kpi over the whole periods up to a day; what is missing is unknown.

    It is that of the whole contract, unless a part of it is asked for.
    """
    start = contract.looptijd.uitvoering_van if contract.looptijd else None
    regels = reeks_van(blik, contract, kpi, deel)
    alle = perioden(kpi, start, op or blik.vandaag) if start else sorted(regels)
    waarden = {periode: waarde_van(rijen, kpi) for periode, rijen in regels.items()}
    return tuple(
        _volgens_contract(
            blik,
            contract,
            kpi,
            _cijfer(blik, contract, kpi, periode, regels.get(periode, ()), waarden),
            regels.get(periode, ()),
            op or blik.vandaag,
        )
        for periode in alle
    )


def _cijfer(
    blik: Dossierblik,
    contract: Contract,
    kpi: Kpi,
    periode: Periode,
    rijen: Sequence[Gemeten],
    waarden: Mapping[Periode, Decimal | None],
) -> Cijfer:
    afspraak, waarde = norm_op(contract, kpi.id, periode.laatste), waarden.get(periode)
    grens, omdat = _grens(blik, contract, kpi, periode, afspraak, waarden)
    tekst = f"{periode}: {waarde if waarde is not None else waarom_leeg(blik, rijen)}"
    enige = rijen[0] if len(rijen) == 1 else None
    return Cijfer(
        periode,
        waarde,
        enige.noemer if enige else None,
        grens,
        oordeel(
            kpi,
            te_vergelijken(cijferregel(contract.regime, kpi.id), rijen, kpi, waarde),
            grens,
            te_toetsen=not omdat,
        ),
        Reden(tekst, rijen[0].plek if rijen else None),
        enige.teller if enige else None,
        afspraak,
        omdat,
        enige,
    )


def _volgens_contract(
    blik: Dossierblik,
    contract: Contract,
    kpi: Kpi,
    cijfer: Cijfer,
    rijen: Sequence[Gemeten],
    op: date,
) -> Cijfer:
    """A figure with what the contract makes of few observations and of coming late."""
    if cijfer.norm is None or kpi.richting == "duiden":
        return cijfer
    telling, waarom = geteld(blik, contract, kpi, cijfer.periode, rijen, op)
    if not waarom:
        return cijfer
    mis = BOVEN if kpi.richting == "lager is beter" else ONDER
    stand = {"mis": mis, "niet": TELT_NIET}.get(telling, ONBEKEND)
    reden = Reden(f"{cijfer.reden.tekst}; {waarom}", cijfer.reden.plek)
    return replace(cijfer, oordeel=stand, reden=reden, volgens=waarom)


def _grens(
    blik: Dossierblik,
    contract: Contract,
    kpi: Kpi,
    periode: Periode,
    afspraak: Afspraak | None,
    waarden: Mapping[Periode, Decimal | None],
) -> tuple[Decimal | None, str]:
    """The limit for one period, and how it was found where it is no number that was agreed."""
    if afspraak is None or kpi.normsoort == "geen":
        return None, ""
    if not afspraak.eens:
        return None, "de percelen van dit contract hebben niet dezelfde norm"
    if kpi.normsoort == "absoluut":
        return afspraak.waarde, ""
    begin, wat = _vertrekpunt(blik, contract, kpi, periode, afspraak, waarden)
    if begin is None:
        return None, f"{wat} is onbekend"
    beter = afspraak.waarde or Decimal()
    grens = begin + (-beter if kpi.richting == "lager is beter" else beter)
    return grens, f"{wat} {getal(begin)}" + (f", {getal(beter)} beter" if beter else "")


def _vertrekpunt(
    blik: Dossierblik,
    contract: Contract,
    kpi: Kpi,
    periode: Periode,
    afspraak: Afspraak,
    waarden: Mapping[Periode, Decimal | None],
) -> tuple[Decimal | None, str]:
    """The figure that a norm of another kind is counted from, and what it is."""
    if kpi.normsoort == "nulmeting":
        nul = afspraak.norm.nulmeting
        return waarden.get(nul) if nul else None, f"nulmeting {nul or 'zonder periode'}"
    if kpi.normsoort == "trend":
        eerder = [p for p, waarde in waarden.items() if p < periode and waarde is not None]
        vorige = max(eerder, default=None)
        return waarden[vorige] if vorige else None, f"vorig cijfer {vorige or ''}".rstrip()
    anderen = vergelijking(blik, contract, kpi, periode, minstens=KLEINSTE_GROEP)
    return anderen.mediaan, f"mediaan van {anderen.aanbieders} andere aanbieders"


def oordeel(kpi: Kpi, waarde: Decimal | None, norm: Decimal | None, *, te_toetsen: bool) -> str:
    """Whether a figure meets its limit, by the direction of the kpi."""
    if waarde is None or (norm is None and not te_toetsen):
        return ONBEKEND
    if norm is None or kpi.richting == "duiden":
        return DUIDEN
    if kpi.richting == "hoger is beter":
        return VOLDOET if waarde >= norm else ONDER
    return VOLDOET if waarde <= norm else BOVEN


def waarom_leeg(blik: Dossierblik, rijen: Sequence[Gemeten]) -> str:
    """Why there is no figure in the rows of one period."""
    if len(rijen) > 1:
        namen = opsomming(dict.fromkeys(rij.meting.stam for rij in rijen))
        return f"onbekend, omdat er {telwoord(len(rijen), '', 'metingen')} zijn ({namen})"
    if rijen and rijen[0].twijfel:
        return f"onbekend, omdat het cijfer niet kan kloppen: {rijen[0].twijfel}"
    ontbreekt = getattr(rijen[0].rij, "ontbreekt", None) if rijen else None
    if rijen:
        return f"ontbreekt ({ontbreekt})"
    return "onbekend, omdat niet alles is gelezen" if blik.ongelezen else "niet ontvangen"


def op_rij(cijfers: Sequence[Cijfer]) -> int:
    """How many last known periods in a row miss the norm.

    An unknown one breaks nothing and proves nothing.
    """
    return len(mis_op_rij(cijfers))


def mis_op_rij(cijfers: Sequence[Cijfer]) -> list[Cijfer]:
    """The last known periods in a row that miss the norm, the last first."""
    mis: list[Cijfer] = []
    for cijfer in reversed(cijfers):
        if cijfer.oordeel in MIS:
            mis.append(cijfer)
        elif cijfer.oordeel not in (ONBEKEND, TELT_NIET):
            break
    return mis


class MetWaarde(Protocol):
    """A figure of a series, of one contract or of many."""

    @property
    def waarde(self) -> Decimal | None:
        """The figure; None when it is unknown."""


def beweging(cijfers: Sequence[MetWaarde]) -> str:
    """'stijgend' or 'dalend' when the last known figures all went one way; else nothing."""
    bekend = [c.waarde for c in cijfers if c.waarde is not None][-_TREND:]
    if len(bekend) == _TREND:
        paren = list(pairwise(bekend))
        if all(later > eerder for eerder, later in paren):
            return "stijgend"
        if all(later < eerder for eerder, later in paren):
            return "dalend"
    return ""


def gaat_beter(kpi: Kpi, richting: str) -> bool | None:
    """Whether a movement is a good one; None when there is none, or no better or worse."""
    if not richting or kpi.richting == "duiden":
        return None
    return (richting == "stijgend") == (kpi.richting == "hoger is beter")


@value
class Beeld:
    """All there is to say on one indicator under one contract."""

    blik: Dossierblik
    contract: Contract
    kpi: Kpi
    cijfers: tuple[Cijfer, ...]

    @property
    def groep(self) -> Groep:
        """The other providers in the last period: who asks for it reads the figures of all."""
        return vergelijking(self.blik, self.contract, self.kpi, self.laatste.periode)

    @property
    def laatste(self) -> Cijfer:
        """The last period, known or not."""
        return self.cijfers[-1]

    @property
    def op_rij(self) -> int:
        """How many last known periods in a row miss the norm."""
        return op_rij(self.cijfers)

    @property
    def beweging(self) -> str:
        """Where it goes."""
        return beweging(self.cijfers)


@eens
def beelden(blik: Dossierblik) -> tuple[Beeld, ...]:
    """Every indicator with a norm that has at least one whole period, by contract."""
    rijen = []
    for contract in blik.dossier.contracten:
        for kpi in (blik.register.kpis.get(id_) for id_ in kpis_van(contract)):
            cijfers = reeks(blik, contract, kpi) if kpi else ()
            if kpi is not None and cijfers:
                rijen.append(Beeld(blik, contract, kpi, cijfers))
    return tuple(rijen)
