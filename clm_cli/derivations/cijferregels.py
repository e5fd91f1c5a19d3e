"""Floor 4, cijferregels: what a contract rules on a figure before it is compared with its norm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal

from clm_cli.derivations.metingen import Gemeten, gedeeld, reeks_van, vorige, waarde_van
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.records.cijfers import Kpi
from clm_cli.records.regime import Regime
from clm_cli.records.regimeregels import Cijferregel
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import bereken

Telling = Literal["mis", "niet", "onbekend", ""]
"""A period counts as missed, does not count, cannot be told, or is compared."""
AFRONDEN = {
    "half-omhoog": ROUND_HALF_UP,
    "omlaag": ROUND_FLOOR,
    "omhoog": ROUND_CEILING,
}
"""How each way of rounding is done."""


def cijferregel(regime: Regime, kpi: str) -> Cijferregel | None:
    """The first rule of a contract on a figure; None where it says nothing on it."""
    regels = regime.cijferregels if regime else ()
    return next((rij for rij in regels if not rij.kpis or kpi in rij.kpis), None)


def uiterste_dag(register: Register, contract: Contract, kpi: Kpi, periode: Periode) -> date | None:
    """The last day on which a figure may come in: by contract, catalogue, or else our policy."""
    beleid, regel = termijnbeleid(register, periode.laatste), cijferregel(contract.regime, kpi.id)
    eigen = regel.aanlevering if regel else None
    duur = eigen or kpi.aanlevering or beleid.aanlevering_cijfers
    if duur is None:
        return None
    return bereken(
        periode.laatste, duur, kalender_op(register, periode.laatste, contract)
    ).uiterlijk


def te_vergelijken(
    regel: Cijferregel | None, rijen: Sequence[Gemeten], kpi: Kpi, waarde: Decimal | None
) -> Decimal | None:
    """The figure as it is compared: rounded once, from what was counted where that is known."""
    if regel is None or regel.afronden is None or waarde is None:
        return waarde
    rij = rijen[0]
    precies = gedeeld(rij.teller, rij.noemer, kpi)
    return (waarde if precies is None else precies).quantize(
        Decimal(1).scaleb(-regel.afronden.decimalen), rounding=AFRONDEN[regel.afronden.wijze]
    )


def geteld(
    blik: Dossierblik,
    contract: Contract,
    kpi: Kpi,
    periode: Periode,
    rijen: Sequence[Gemeten],
    op: date,
) -> tuple[Telling, str]:
    """How a period counts where the comparison does not decide, and why; nothing where it does."""
    regel = cijferregel(contract.regime, kpi.id)
    if regel is None or len(rijen) > 1 or (rijen and rijen[0].twijfel):
        return "", ""
    geleverd = rijen[0] if rijen and not getattr(rijen[0].rij, "ontbreekt", None) else None
    # Too few observations go before coming late: such a period is not looked at at all.
    if geleverd and regel.minstens is not None:
        aantal = _waarnemingen(blik, contract, regel, periode, geleverd)
        if aantal is None:
            van = f" ({regel.telt_kpi})" if regel.telt_kpi else ""
            return "onbekend", f"het aantal waarnemingen is onbekend{van}"
        if aantal < regel.minstens:
            gezien = "één waarneming" if aantal == 1 else f"{aantal} waarnemingen"
            return "niet", f"{gezien}, minder dan {regel.minstens}"
    dag = uiterste_dag(blik.register, contract, kpi, periode)
    if regel.te_laat == "telt-mee" or dag is None:
        return "", ""
    if geleverd and regel.te_laat == "tot-het-er-is":
        return "", ""
    return _te_laat(blik, geleverd, dag, op)


def _waarnemingen(
    blik: Dossierblik,
    contract: Contract,
    regel: Cijferregel,
    periode: Periode,
    geleverd: Gemeten,
) -> Decimal | int | None:
    """How many observations a figure rests on, by what the contract counts as one."""
    if regel.telt_kpi is None:
        return geleverd.teller if regel.telt == "teller" else geleverd.noemer
    kpi = blik.register.kpis.get(regel.telt_kpi)
    return waarde_van(reeks_van(blik, contract, kpi).get(periode, ()), kpi) if kpi else None


def _te_laat(
    blik: Dossierblik, geleverd: Gemeten | None, dag: date, op: date
) -> tuple[Telling, str]:
    """Whether a figure was not there on its last day; a revision is as early as what it revises."""
    if geleverd is None:
        zin = f"niet geleverd tot en met {datum_vol(dag)}: geldt als niet gehaald"
        return ("mis", zin) if op > dag else ("", "")
    metingen = (geleverd.meting, *vorige(blik.dossier, geleverd.meting))
    ontvangen = min(feit.record.ontvangen for feit in metingen)
    zin = f"te laat, op {datum_vol(ontvangen)}: geldt als niet gehaald"
    return ("mis", zin) if ontvangen > dag else ("", "")
