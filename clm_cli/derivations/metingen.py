"""Floor 4, metingen: which delivered row counts for a period, and where two contradict."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from clm_cli.bestand import Bestand
from clm_cli.dossier import Contract, Dossier
from clm_cli.meldingen import Plek
from clm_cli.records.cijfers import Kpi, Meting, Omzet, Oordeel, Waarde
from clm_cli.tijd.datum import Periode

PROCENT = "%"
"""The unit of a share: only of such a figure clm knows that it lies between 0 and 100."""
Rij = Waarde | Oordeel | Omzet
Waarover = tuple[Periode, Hashable]
"""What a row says something of: the period, and the kpi, agreement or turnover of a contract."""


@dataclass(frozen=True, slots=True)
class Gemeten:
    """One row of a delivery, with the delivery it stands in."""

    rij: Rij
    meting: Bestand[Meting]
    plek: Plek


def vorige(dossier: Dossier, feit: Bestand[Meting]) -> Iterator[Bestand[Meting]]:
    """The deliveries that a revision takes the place of, the nearest first."""
    gezien = {feit.pad}
    while feit.record.bij:
        doel = dossier.vind(feit.record.bij, feit.pad)
        if doel is None or doel.bestand.pad in gezien or not isinstance(doel.deel, Meting):
            return
        feit = doel.bestand
        gezien.add(feit.pad)
        yield feit


def gemeten(dossier: Dossier) -> Mapping[Waarover, tuple[Gemeten, ...]]:
    """By what it is about, each row that no later revision says anew; more than one contradict.

    A revision that leaves a row out leaves the earlier one as it was.
    """
    alle = sorted(dossier.van(Meting), key=lambda f: (f.record.vastgelegd, len(f.pad), f.pad))
    herzien = {
        (eerder.pad, waarover)
        for feit in alle
        for waarover, _ in _rijen(feit)
        for eerder in vorige(dossier, feit)
    }
    geldig: dict[Waarover, list[Gemeten]] = {}
    for feit in alle:
        for waarover, rij in _rijen(feit):
            if (feit.pad, waarover) not in herzien:
                geldig.setdefault(waarover, []).append(rij)
    return {waarover: tuple(rijen) for waarover, rijen in geldig.items()}


def _rijen(feit: Bestand[Meting]) -> Iterator[tuple[Waarover, Gemeten]]:
    record = feit.record
    lijsten: tuple[tuple[str, tuple[Rij, ...]], ...] = (
        ("waarden", record.waarden),
        ("oordelen", record.oordelen),
        ("omzet", record.omzet),
    )
    for lijst, rijen in lijsten:
        for nummer, rij in enumerate(rijen):
            waarover = (record.periode, _kern(rij))
            yield waarover, Gemeten(rij, feit, feit.plek(lijst, nummer))


def _kern(rij: Rij) -> Hashable:
    match rij:
        case Waarde():
            return "waarde", rij.contract, rij.kpi, rij.zorgvorm, rij.perceel, rij.gemeente
        case Oordeel():
            return "oordeel", rij.contract, rij.afspraak
        case Omzet():
            return "omzet", rij.contract, rij.soort


def reeks_van(
    dossier: Dossier, contract: Contract, kpi: str
) -> Mapping[Periode, tuple[Gemeten, ...]]:
    """The rows on a whole contract by period: not those of one municipality, lot or care form."""
    enige = (None, *contract.kaart.record.zorgvormen)[:2]
    vormen = enige if len(contract.kaart.record.zorgvormen) == 1 else (None,)
    per: dict[Periode, tuple[Gemeten, ...]] = {}
    for (periode, _), rijen in gemeten(dossier).items():
        rij = rijen[0].rij
        if (
            isinstance(rij, Waarde)
            and (rij.contract, rij.kpi) == (contract.id, kpi)
            and rij.zorgvorm in vormen
            and rij.gemeente is None
            and rij.perceel is None
        ):
            per[periode] = (*per.get(periode, ()), *rijen)
    return per


def getal_van(rij: Waarde, kpi: Kpi) -> Decimal | None:
    """The figure itself, or numerator over denominator rounded half up; of a share in percents."""
    if rij.waarde is not None:
        return rij.waarde
    berekend = berekend_uit(rij, kpi)
    if berekend is None:
        return None
    stap = Decimal(1).scaleb(-(1 if kpi.decimalen is None else kpi.decimalen))
    return berekend.quantize(stap, rounding=ROUND_HALF_UP)


def berekend_uit(rij: Waarde, kpi: Kpi) -> Decimal | None:
    """Numerator over denominator, not rounded; None where there are none."""
    if rij.teller is None or not rij.noemer:
        return None
    return Decimal(rij.teller) * (100 if kpi.eenheid == PROCENT else 1) / Decimal(rij.noemer)
