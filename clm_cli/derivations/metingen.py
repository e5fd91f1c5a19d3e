"""Floor 4, metingen: which delivered row counts for a period, and the figure in it, rounded."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.opzij import Opzij, opzij_in, valt_onder
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik, eens
from clm_cli.meldingen import Plek
from clm_cli.records.cijfers import Kpi, Meting, Omzet, Oordeel, Waarde
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.tijd.periode import Periode
from clm_cli.value import value

PROCENT = "%"
"""The unit of a share: only of such a figure clm knows that it lies between 0 and 100."""
BEREIK, TELLING, DELING, TE_VROEG = "DOS245", "DOS246", "DOS247", "DOS248"
"""The rules that report a figure that cannot be; set aside with a reason, it counts again."""
Rij = Waarde | Oordeel | Omzet
Waarover = tuple[Periode, Hashable]
"""What a row says something of: the period, and the kpi, agreement or turnover of a contract."""


@value
class Deel:
    """One care form, lot or municipality of a contract; nothing is the whole."""

    zorgvorm: str | None = None
    perceel: str | None = None
    gemeente: str | None = None


GEHEEL = Deel()


@value
class Gemeten:
    """One row of a delivery, with the delivery it stands in."""

    rij: Rij
    meting: Bestand[Meting]
    plek: Plek
    twijfel: str = ""
    """Why it cannot be as it stands; it then counts as unknown."""

    @property
    def teller(self) -> int | None:
        """The numerator, of a figure that counts."""
        return self.rij.teller if isinstance(self.rij, Waarde) and not self.twijfel else None

    @property
    def noemer(self) -> int | None:
        """The denominator, of a figure that counts."""
        return self.rij.noemer if isinstance(self.rij, Waarde) and not self.twijfel else None


def perioden(kpi: Kpi, vanaf: date, tot: date) -> list[Periode]:
    """The whole periods of a kpi that began on or after a day and ended before another."""
    periode, rij = Periode.van(kpi.periode, vanaf), []
    while periode.laatste < tot:
        if periode.eerste >= vanaf:
            rij.append(periode)
        periode = periode.volgende()
    return rij


def vorige(dossier: Dossier, feit: Bestand[Meting]) -> Iterator[Bestand[Meting]]:
    """The deliveries that a revision takes the place of, the nearest first."""
    gezien = {feit.pad}
    while feit.record.bij:
        doel = dossier.waarbij(feit)
        if doel is None or doel.pad in gezien or not is_een(doel, Meting):
            return
        feit = doel
        gezien.add(feit.pad)
        yield feit


@eens
def gemeten(blik: Dossierblik) -> Mapping[Waarover, tuple[Gemeten, ...]]:
    """By what it is about, each row that no later revision says anew; more than one contradict.

    A revision that leaves a row out leaves the earlier one as it was.
    """
    dossier = blik.dossier
    alle = sorted(dossier.van(Meting), key=lambda f: (f.record.vastgelegd, len(f.pad), f.pad))
    herzien = {
        (eerder.pad, waarover)
        for feit in alle
        for waarover, _ in _rijen(feit)
        for eerder in vorige(dossier, feit)
    }
    opzij = tuple(opzij_in(blik))
    geldig: dict[Waarover, list[Gemeten]] = {}
    for feit in alle:
        for waarover, rij in _rijen(feit):
            if (feit.pad, waarover) not in herzien:
                gewogen = replace(rij, twijfel=_twijfel(blik, rij, opzij))
                geldig.setdefault(waarover, []).append(gewogen)
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
            waarover = (record.periode, kern_van(rij))
            yield waarover, Gemeten(rij, feit, feit.plek(lijst, nummer))


def kern_van(rij: Rij) -> Hashable:
    """What a row is about beside its period: two of it in one period contradict each other."""
    match rij:
        case Waarde():
            return "waarde", rij.contract, rij.kpi, rij.zorgvorm, rij.perceel, rij.gemeente
        case Oordeel():
            return "oordeel", rij.contract, rij.afspraak
        case Omzet():
            return "omzet", rij.contract, rij.soort


def reeks_van(
    blik: Dossierblik, contract: Contract, kpi: Kpi, deel: Deel = GEHEEL
) -> Mapping[Periode, tuple[Gemeten, ...]]:
    """The rows by period on a whole contract, or on one care form, lot or municipality of it.

    What a contract has only one of says the same as the whole. A figure of the whole provider
    counts for each of its contracts, and is one figure when it was delivered for two.
    """
    kaart = contract.kaart.record
    vormen = _van(deel.zorgvorm, kaart.zorgvormen)
    percelen = _van(deel.perceel, kaart.percelen)
    gemeenten = _van(deel.gemeente, contract.gemeenten)
    per: dict[Periode, tuple[Gemeten, ...]] = {}
    for (periode, _), rijen in gemeten(blik).items():
        rij = rijen[0].rij
        if (
            isinstance(rij, Waarde)
            and rij.kpi == kpi.id
            and (rij.contract == contract.id or kpi.per == "aanbieder")
            and rij.zorgvorm in vormen
            and rij.perceel in percelen
            and rij.gemeente in gemeenten
        ):
            per[periode] = (*per.get(periode, ()), *rijen)
    if kpi.per == "aanbieder":
        return {periode: _zonder_dubbele(rijen, kpi) for periode, rijen in per.items()}
    return per


def _van(gevraagd: str | None, delen: tuple[str, ...]) -> tuple[str | None, ...]:
    """What a row may name when a part, or the whole, is asked for."""
    if gevraagd is None:
        return (None, *delen) if len(delen) == 1 else (None,)
    return (gevraagd, None) if delen == (gevraagd,) else (gevraagd,)


def waarde_van(rijen: Sequence[Gemeten], kpi: Kpi) -> Decimal | None:
    """The figure; None when there is none, it cannot be, or two that nothing joins contradict."""
    rij = rijen[0].rij if len(rijen) == 1 and not rijen[0].twijfel else None
    return getal_van(rij, kpi) if isinstance(rij, Waarde) else None


def waarde_in(blik: Dossierblik, feit: Bestand[Meting], nummer: int, kpi: Kpi) -> Decimal | None:
    """The figure of one row of a delivery, also of one that was revised; None when it cannot be."""
    rij = feit.record.waarden[nummer]
    gelezen = Gemeten(rij, feit, feit.plek("waarden", nummer))
    return None if _twijfel(blik, gelezen, tuple(opzij_in(blik))) else getal_van(rij, kpi)


def _zonder_dubbele(rijen: tuple[Gemeten, ...], kpi: Kpi) -> tuple[Gemeten, ...]:
    """One of the rows that say the same."""
    per = {getal_van(rij.rij, kpi) if isinstance(rij.rij, Waarde) else None: rij for rij in rijen}
    return tuple(per.values())


def getal_van(rij: Waarde, kpi: Kpi) -> Decimal | None:
    """The figure itself, or numerator over denominator rounded half up; of a share in percents."""
    if rij.waarde is not None:
        return rij.waarde
    return aandeel(rij.teller, rij.noemer, kpi)


def aandeel(teller: int | None, noemer: int | None, kpi: Kpi) -> Decimal | None:
    """Numerator over denominator in the unit and the decimals of a kpi; None without them."""
    berekend = gedeeld(teller, noemer, kpi)
    if berekend is None:
        return None
    stap = Decimal(1).scaleb(-(1 if kpi.decimalen is None else kpi.decimalen))
    return berekend.quantize(stap, rounding=ROUND_HALF_UP)


def gedeeld(teller: int | None, noemer: int | None, kpi: Kpi) -> Decimal | None:
    """Numerator over denominator, not rounded; of a share in percents."""
    if teller is None or not noemer:
        return None
    return Decimal(teller) * (100 if kpi.eenheid == PROCENT else 1) / Decimal(noemer)


def _twijfel(blik: Dossierblik, rij: Gemeten, opzij: Sequence[Opzij]) -> str:
    """Why a row cannot be as it stands, unless that was set aside with the reason why it can."""
    kpi = blik.register.kpis.get(getattr(rij.rij, "kpi", ""))
    vroeg = te_vroeg(rij.meting) if nog_open(rij.rij) else ""
    gevonden = [(TE_VROEG, vroeg, rij.meting.plek("periode"))]
    if kpi is not None and isinstance(rij.rij, Waarde):
        gevonden += [(code, tekst, rij.plek) for code, tekst in onmogelijk(rij.rij, kpi)]
    for code, tekst, plek in gevonden:
        uitgelegd = any(code == c and valt_onder(plek, geheel) for c, geheel, _ in opzij)
        if tekst and not uitgelegd:
            return tekst
    return ""


def nog_open(rij: Rij) -> bool:
    """Whether the rest of a period can still change it; what was missed is no longer met."""
    return not isinstance(rij, Oordeel) or rij.oordeel != "niet"


def te_vroeg(feit: Bestand[Meting]) -> str:
    """That a period was not over when its figures came in; nothing where it was."""
    record = feit.record
    if record.ontvangen > record.periode.laatste:
        return ""
    return (
        f"{record.periode} was nog niet voorbij op {datum_vol(record.ontvangen)}, "
        "de dag waarop de cijfers binnenkwamen"
    )


def onmogelijk(rij: Waarde, kpi: Kpi) -> Iterator[tuple[str, str]]:
    """What no figure can be: the code of the rule that reports it, and why."""
    if kpi.eenheid == PROCENT and rij.waarde is not None and not 0 <= rij.waarde <= 100:
        yield BEREIK, f"{getal(rij.waarde)} % ligt niet tussen 0 en 100 %"
    if rij.teller is None or rij.noemer is None:
        return
    if rij.teller < 0 or rij.noemer < 0:
        yield TELLING, f"een aantal is negatief ({rij.teller} van {rij.noemer})"
    elif kpi.eenheid == PROCENT and rij.teller > rij.noemer:
        yield TELLING, f"de teller {rij.teller} is meer dan de noemer {rij.noemer}"
    berekend = gedeeld(rij.teller, rij.noemer, kpi)
    if rij.waarde is None or berekend is None:
        return
    decimalen = max(-int(rij.waarde.as_tuple().exponent), 0)
    if abs(rij.waarde - berekend) > Decimal(5).scaleb(-decimalen - 1):
        uitkomst = getal(aandeel(rij.teller, rij.noemer, kpi) or Decimal())
        yield DELING, f"{rij.teller} van {rij.noemer} is {uitkomst}, niet {getal(rij.waarde)}"
