"""Floor 4, cijfers: the series of a kpi, whether its norm is met, and what did not come in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand, geldend
from clm_cli.derivations.brieven.herinnering import met_herinnering
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.metingen import Gemeten, getal_van, reeks_van
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid, uitgangsbeleid
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import opsomming, telwoord
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.cijfers import Kpi, Meting, Waarde
from clm_cli.records.overeenkomst import Norm
from clm_cli.register import Register
from clm_cli.tijd.datum import Periode, datum_vol
from clm_cli.tijd.termijn import bereken

ONBEKEND, VOLDOET, ONDER, BOVEN, DUIDEN = "onbekend", "voldoet", "onder", "boven", "duiden"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure of a series; None when it did not come in or is said to be missing."""

    periode: Periode
    waarde: Decimal | None
    noemer: int | None
    norm: Decimal | None
    oordeel: str
    reden: Reden


def metingen(dossier: Dossier) -> tuple[Bestand[Meting], ...]:
    """The deliveries that count: a revision takes the place of the one it answers."""
    alle = dossier.van(Meting)
    herzien = {
        d.bestand.pad for f in alle if f.record.bij and (d := dossier.vind(f.record.bij, f.pad))
    }
    return tuple(feit for feit in alle if feit.pad not in herzien)


def norm_op(contract: Contract, kpi: str, op: date) -> tuple[Norm, Decimal | None, Plek] | None:
    """The norm in force on a day, with the agreed step on the way to it."""
    rijen = [(n, nr) for nr, n in enumerate(contract.kaart.record.normen) if n.kpi == kpi]
    geldig = [(n, nr) for n, nr in rijen if n.vanaf <= op and (n.tot is None or op <= n.tot)]
    if not geldig:
        return None
    norm, nummer = max(geldig, key=lambda rij: rij[0].vanaf)
    stap = geldend(norm.pad, op)
    return norm, stap.waarde if stap else norm.norm, contract.kaart.plek("normen", nummer)


def _oordeel(kpi: Kpi, waarde: Decimal | None, norm: Decimal | None) -> str:
    if waarde is None:
        return ONBEKEND
    if norm is None or kpi.richting == "duiden":
        return DUIDEN
    if kpi.richting == "hoger is beter":
        return VOLDOET if waarde >= norm else ONDER
    return VOLDOET if waarde <= norm else BOVEN


def perioden(kpi: Kpi, vanaf: date, tot: date) -> list[Periode]:
    """The whole periods of a kpi that began on or after a day and ended before another."""
    vormen = {
        "jaar": Periode(vanaf.year),
        "kwartaal": Periode(vanaf.year, kwartaal=1),
        "maand": Periode(vanaf.year, maand=1),
    }
    periode, rij = vormen[kpi.periode], []
    while periode.laatste < tot:
        if periode.eerste >= vanaf:
            rij.append(periode)
        periode = periode.volgende()
    return rij


def reeks(dossier: Dossier, contract: Contract, kpi: Kpi, op: date) -> tuple[Cijfer, ...]:
    """The series of a kpi over the whole periods up to a day; what is missing is unknown."""
    start = contract.looptijd.uitvoering_van if contract.looptijd else None
    regels = reeks_van(dossier, contract, kpi.id)
    alle = perioden(kpi, start, op) if start else sorted(regels)
    return tuple(_cijfer(contract, kpi, periode, regels.get(periode, ())) for periode in alle)


def _cijfer(contract: Contract, kpi: Kpi, periode: Periode, rijen: Sequence[Gemeten]) -> Cijfer:
    norm = norm_op(contract, kpi.id, periode.laatste)
    waarde, grens = _waarde(rijen, kpi), norm[1] if norm else None
    tekst = f"{periode}: {waarde if waarde is not None else _waarom_leeg(rijen)}"
    reden = Reden(tekst, rijen[0].plek if rijen else None)
    noemer = getattr(rijen[0].rij, "noemer", None) if len(rijen) == 1 else None
    return Cijfer(periode, waarde, noemer, grens, _oordeel(kpi, waarde, grens), reden)


def _waarde(rijen: Sequence[Gemeten], kpi: Kpi) -> Decimal | None:
    """The figure; None when there is none, and when two that nothing joins contradict."""
    rij = rijen[0].rij if len(rijen) == 1 else None
    return getal_van(rij, kpi) if isinstance(rij, Waarde) else None


def _waarom_leeg(rijen: Sequence[Gemeten]) -> str:
    if len(rijen) > 1:
        namen = opsomming(dict.fromkeys(rij.meting.stam for rij in rijen))
        return f"onbekend, omdat er {telwoord(len(rijen), '', 'metingen')} zijn ({namen})"
    ontbreekt = getattr(rijen[0].rij, "ontbreekt", None) if rijen else None
    return f"ontbreekt ({ontbreekt})" if rijen else "niet ontvangen"


def op_rij(cijfers: tuple[Cijfer, ...]) -> int:
    """How many last known periods in a row miss the norm.

    An unknown one breaks nothing and proves nothing.
    """
    aantal = 0
    for cijfer in reversed(cijfers):
        if cijfer.oordeel in (ONDER, BOVEN):
            aantal += 1
        elif cijfer.oordeel != ONBEKEND:
            break
    return aantal


def vergelijking(
    register: Register, dossier: Dossier, contract: Contract, kpi: Kpi, periode: Periode
) -> tuple[Decimal | None, int]:
    """The median of the other providers with the same care form, and how many they are.

    It is None below the group size, so that no single provider can be recognised.
    """
    beleid = uitgangsbeleid(register, periode.laatste)
    grens = beleid.vergelijkgroep if beleid and beleid.vergelijkgroep else 5
    waarden = []
    for ander in register.dossiers.values():
        for hun in ander.contracten if ander.id != dossier.id else ():
            if set(hun.kaart.record.zorgvormen) & set(contract.kaart.record.zorgvormen):
                waarde = _waarde(reeks_van(ander, hun, kpi.id).get(periode, ()), kpi)
                waarden += [waarde] if waarde is not None else []
    return (median(waarden) if len(waarden) >= grens else None), len(waarden)


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Figures that should have come in, or are due next, one line per period and contract."""
    for contract in blik.dossier.contracten:
        start = contract.looptijd.uitvoering_van if contract.looptijd else None
        if start is None or not loopt(contract, blik.vandaag):
            continue
        per: dict[tuple[Periode, date], list[tuple[Kpi, str, Plek]]] = {}
        for norm in contract.kaart.record.normen:
            kpi = blik.register.kpis.get(norm.kpi)
            for periode in perioden(kpi, max(start, norm.vanaf), blik.vandaag) if kpi else ():
                assert kpi is not None
                gevonden = reeks_van(blik.dossier, contract, kpi.id).get(periode, ())
                if len(gevonden) > 1 or _waarde(gevonden, kpi) is not None:
                    continue  # of two that contradict a melding tells; nothing is to come in
                uiterlijk = _aanlevering(blik.register, contract, kpi, periode)
                regel = (kpi, _waarom_leeg(gevonden), norm_op(contract, kpi.id, periode.laatste))
                if uiterlijk and regel[2]:
                    per.setdefault((periode, uiterlijk), []).append((kpi, regel[1], regel[2][2]))
        for (periode, uiterlijk), rijen in per.items():
            yield _ontbreekt(blik, contract, periode, uiterlijk, rijen)


def _aanlevering(register: Register, contract: Contract, kpi: Kpi, periode: Periode) -> date | None:
    beleid = termijnbeleid(register, periode.laatste)
    duur = kpi.aanlevering or (beleid.aanlevering_cijfers if beleid else None)
    return (
        bereken(periode.laatste, duur, kalender_op(register, periode.laatste, contract)).uiterlijk
        if duur
        else None
    )


def _ontbreekt(
    blik: Dossierblik,
    contract: Contract,
    periode: Periode,
    uiterlijk: date,
    rijen: list[tuple[Kpi, str, Plek]],
) -> Werkpunt:
    dossier = blik.dossier
    namen = ", ".join(kpi.id for kpi, _, _ in rijen)
    redenen = tuple(Reden(f"{kpi.titel}, {periode}: {waarom}", plek) for kpi, waarom, plek in rijen)
    return Werkpunt(
        soort="cijfers",
        dossier=dossier.id,
        wat=f"Cijfers {periode} {contract.id}: {namen}",
        uiterlijk=uiterlijk,
        bij="aanbieder",
        grond="aanlevering",
        gevolg="de reeks is onbekend, niet 'op norm'",
        nu=met_herinnering(blik, opdracht("meting", dossier.id), contract.id, uiterlijk),
        plek=contract.kaart.plek("normen"),
        omdat=(*redenen, Reden(f"de periode eindigde op {datum_vol(periode.laatste)}")),
        verwijzing=f"{contract.kaart.id}/{periode}",
        wie=behandelaar(dossier, blik.vandaag),
        contracten=(contract.id,),
        gemeenten=contract.gemeenten,
        kant="AOC",
    )
