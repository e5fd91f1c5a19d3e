"""Floor 4, cijfers: the series of a kpi, whether its norm is met, and what did not come in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand, geldend
from clm_cli.derivations.brieven.herinnering import met_herinnering
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid, uitgangsbeleid
from clm_cli.derivations.werkpunt import Werkpunt
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


def percentage(rij: Waarde, decimalen: int) -> Decimal | None:
    """The figure itself, or numerator over denominator as a percentage, rounded half up."""
    if rij.waarde is not None:
        return rij.waarde
    if rij.teller is None or not rij.noemer:
        return None
    stap = Decimal(1).scaleb(-decimalen)
    return (Decimal(rij.teller) * 100 / Decimal(rij.noemer)).quantize(stap, rounding=ROUND_HALF_UP)


def metingen(dossier: Dossier) -> tuple[Bestand[Meting], ...]:
    """The deliveries that count: a revision takes the place of the one it answers."""
    alle = dossier.van(Meting)
    herzien = {
        d.bestand.pad for f in alle if f.record.bij and (d := dossier.vind(f.record.bij, f.pad))
    }
    return tuple(feit for feit in alle if feit.pad not in herzien)


def _regels(dossier: Dossier, contract: str, kpi: str) -> dict[Periode, tuple[Waarde, Plek]]:
    """The figures for a whole contract by period (not those of one municipality or lot)."""
    gevonden: dict[Periode, tuple[Waarde, Plek]] = {}
    for meting in metingen(dossier):
        for nummer, rij in enumerate(meting.record.waarden):
            if (
                (rij.contract, rij.kpi) == (contract, kpi)
                and rij.gemeente is None
                and rij.perceel is None
            ):
                gevonden[meting.record.periode] = (rij, meting.plek("waarden", nummer))
    return gevonden


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


def reeks(
    register: Register, dossier: Dossier, contract: Contract, kpi: Kpi, op: date
) -> tuple[Cijfer, ...]:
    """The series of a kpi over the whole periods up to a day; what is missing is unknown."""
    start = contract.looptijd.uitvoering_van if contract.looptijd else None
    regels = _regels(dossier, contract.id, kpi.id)
    alle = perioden(kpi, start, op) if start else sorted(regels)
    cijfers = []
    for periode in alle:
        gevonden = regels.get(periode)
        norm = norm_op(contract, kpi.id, periode.laatste)
        waarde = (
            percentage(gevonden[0], 1 if kpi.decimalen is None else kpi.decimalen)
            if gevonden
            else None
        )
        tekst = (
            f"{periode}: {waarde}" if waarde is not None else f"{periode}: {_waarom_leeg(gevonden)}"
        )
        reden = Reden(tekst, gevonden[1] if gevonden else None)
        grens = norm[1] if norm else None
        cijfers.append(
            Cijfer(
                periode,
                waarde,
                gevonden[0].noemer if gevonden else None,
                grens,
                _oordeel(kpi, waarde, grens),
                reden,
            )
        )
    return tuple(cijfers)


def _waarom_leeg(gevonden: tuple[Waarde, Plek] | None) -> str:
    return f"ontbreekt ({gevonden[0].ontbreekt})" if gevonden else "niet ontvangen"


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
                rij = _regels(ander, hun.id, kpi.id).get(periode)
                waarde = percentage(rij[0], 1) if rij else None
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
                gevonden = _regels(blik.dossier, contract.id, kpi.id).get(periode)
                if gevonden and percentage(gevonden[0], 1) is not None:
                    continue
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
