"""Floor 4, aanlevering: figures that should have come in, and those that are due next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import opdracht
from clm_cli.derivations.brieven.herinnering import met_herinnering
from clm_cli.derivations.cijferregels import cijferregel, uiterste_dag
from clm_cli.derivations.cijfers import waarom_leeg
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.metingen import perioden, reeks_van, waarde_van
from clm_cli.derivations.normen import kpis_van, norm_op, sinds
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import regel_van
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.cijfers import Kpi
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode
from clm_cli.value import value


@value
class Gevraagd:
    """One figure that a provider owes: of which contract and period, by when, why there is none."""

    contract: Contract
    kpi: Kpi
    periode: Periode
    uiterlijk: date | None
    """None when no term was agreed."""
    waarom: str
    plek: Plek
    """Where its norm stands."""


def open_cijfers(blik: Dossierblik) -> Iterator[Gevraagd]:
    """Every figure of a whole period that is not there.

    Of two that contradict a melding tells; nothing is to come in. A figure of the whole provider
    is asked once, however many of its contracts want it.
    """
    gehad: set[tuple[str, Periode]] = set()
    for contract in blik.dossier.contracten:
        start = contract.looptijd.uitvoering_van if contract.looptijd else None
        if start is None or not loopt(contract, blik.vandaag):
            continue
        for kpi in (blik.register.kpis.get(id_) for id_ in kpis_van(contract)):
            eerste = sinds(contract, kpi.id) if kpi else None
            if kpi is None or eerste is None:
                continue
            rijen = reeks_van(blik, contract, kpi)
            for periode in perioden(kpi, max(start, eerste), blik.vandaag):
                afspraak = norm_op(contract, kpi.id, periode.laatste)
                gevonden = rijen.get(periode, ())
                dubbel = kpi.per == "aanbieder" and (kpi.id, periode) in gehad
                er_is_iets = len(gevonden) > 1 or waarde_van(gevonden, kpi) is not None
                if afspraak is None or dubbel or er_is_iets:
                    continue
                gehad.add((kpi.id, periode))
                dag = uiterste_dag(blik.register, contract, kpi, periode)
                waarom = waarom_leeg(blik, gevonden)
                yield Gevraagd(contract, kpi, periode, dag, waarom, afspraak.plek)


def over_periode(blik: Dossierblik, periode: Periode) -> Iterator[Gevraagd]:
    """Every figure of one period that is not there yet, also while the period still runs."""
    gehad: set[str] = set()
    for contract in blik.dossier.contracten:
        if not loopt(contract, periode.laatste):
            continue
        for kpi in (blik.register.kpis.get(id_) for id_ in kpis_van(contract)):
            afspraak = norm_op(contract, kpi.id, periode.laatste) if kpi else None
            if kpi is None or afspraak is None or kpi.periode != periode.lengte:
                continue
            gevonden = reeks_van(blik, contract, kpi).get(periode, ())
            dubbel = kpi.per == "aanbieder" and kpi.id in gehad
            if not dubbel and waarde_van(gevonden, kpi) is None and len(gevonden) < 2:
                gehad.add(kpi.id)
                dag = uiterste_dag(blik.register, contract, kpi, periode)
                waarom = waarom_leeg(blik, gevonden)
                yield Gevraagd(contract, kpi, periode, dag, waarom, afspraak.plek)


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Figures that should have come in, or are due next, one line per period and contract."""
    per: dict[tuple[str, Periode, date], list[Gevraagd]] = {}
    for rij in open_cijfers(blik):
        if rij.uiterlijk:
            per.setdefault((rij.contract.id, rij.periode, rij.uiterlijk), []).append(rij)
    for (_, periode, uiterlijk), rijen in per.items():
        yield _ontbreekt(blik, rijen[0].contract, periode, uiterlijk, rijen)


def _ontbreekt(
    blik: Dossierblik, contract: Contract, periode: Periode, uiterlijk: date, rijen: list[Gevraagd]
) -> Werkpunt:
    dossier = blik.dossier
    namen = ", ".join(rij.kpi.titel for rij in rijen)
    redenen = tuple(Reden(f"{r.kpi.titel}, {periode}: {r.waarom}", r.plek) for r in rijen)
    regel = cijferregel(contract.regime, rijen[0].kpi.id)
    van_contract = regel.grond if regel and regel.aanlevering else None
    return Werkpunt(
        soort="cijfers",
        dossier=dossier.id,
        wat=f"Cijfers {periode} {contract.id}: {namen}",
        uiterlijk=uiterlijk,
        bij="aanbieder",
        grond=van_contract.eis if van_contract else "aanlevering",
        grond_tekst=van_contract.tekst if van_contract else None,
        gevolg=(
            "de periode telt als niet gehaald"
            if regel and regel.te_laat != "telt-mee"
            else _gevolg(blik, contract, periode)
        ),
        nu=met_herinnering(blik, opdracht("meting", dossier.id), contract.id, uiterlijk),
        plek=contract.kaart.plek("normen"),
        omdat=(*redenen, Reden(f"de periode eindigde op {datum_vol(periode.laatste)}")),
        verwijzing=f"{contract.kaart.id}/{periode}",
        wie=behandelaar(dossier, blik.vandaag),
        contracten=(contract.id,),
        gemeenten=contract.gemeenten,
        kant="AOC",
        bundel=f"Cijfers {periode}",
    )


def _gevolg(blik: Dossierblik, contract: Contract, periode: Periode) -> str:
    """What a figure that stays away does to a run of periods, by the contract (S05)."""
    regels = [
        regel_van(blik.register, contract.regime, rij.ontbreekt, blik.vandaag)
        for rij in contract.regime.aanleidingen
        if rij.soort == "reeks" and rij.periode == periode.lengte
    ]
    if "niet-gehaald" in regels:
        return "de periode telt als niet gehaald"
    return "de reeks is onbekend, niet 'op norm'" if regels else "onbekend of de norm is gehaald"
