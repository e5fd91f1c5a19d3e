"""Floor 4, termijnen: what fell due in a period, for us and for providers, and how much in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from clm_cli.derivations.cijferregels import uiterste_dag
from clm_cli.derivations.gesprekken import eerste_gedeeld
from clm_cli.derivations.metingen import Gemeten, perioden, reeks_van, vorige
from clm_cli.derivations.normen import kpis_van, sinds
from clm_cli.derivations.rapport.gesprekken import hier
from clm_cli.derivations.rapport.getal import Getal, aantal, deel_van
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.derivations.verplichtingen import alle_dagen, nakomingen, plichten
from clm_cli.derivations.verslagen import deeltermijn, reactietermijn
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.gesprek import Gespreksreactie
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode
from clm_cli.value import value


@value
class Termijnrij:
    """One kind of duty with a day: whose it is, how often it fell due, and how often in time."""

    wat: str
    partij: str
    gevallen: Getal
    op_tijd: Getal


@value
class Geval:
    """Once that something was due: by when, and whether it was done by then."""

    op_tijd: bool
    reden: Reden


Bron = Callable[[Venster, Dossierblik], Iterator[Geval]]


def termijnen(venster: Venster) -> tuple[Termijnrij, ...]:
    """Each kind of term that fell due in the period, ours first."""
    soorten: tuple[tuple[str, str, Bron], ...] = (
        ("Verslag gedeeld", "wij", _verslagen),
        ("Verplichting van ons nagekomen", "wij", _onze_plichten),
        ("Cijfers aangeleverd", "aanbieders", _cijfers),
        ("Verplichting van de aanbieder nagekomen", "aanbieders", _hun_plichten),
        ("Reactie op het verslag", "aanbieders", _reacties),
    )
    rijen = []
    for wat, partij, bron in soorten:
        gevallen = [g for blik in venster.blikken for g in bron(venster, blik)]
        alle, goed = [g.reden for g in gevallen], [g.reden for g in gevallen if g.op_tijd]
        if alle:
            naam = f"{wat.lower()}, op tijd"
            rijen.append(
                Termijnrij(
                    wat,
                    partij,
                    aantal(f"{wat.lower()}: gevallen", alle),
                    deel_van(naam, goed, alle),
                )
            )
    return tuple(rijen)


def _geval(
    venster: Venster,
    blik: Dossierblik,
    wat: str,
    uiterlijk: date,
    gedaan: date | None,
    plek_reden: Reden,
) -> Geval:
    op_tijd = gedaan is not None and gedaan <= uiterlijk
    hoe = (
        "niet gedaan"
        if gedaan is None or (gedaan > venster.peil and not op_tijd)
        else f"gedaan op {datum_vol(gedaan)}"
    )
    tekst = f"{wat} ({venster.mag(blik)}): uiterlijk {datum_vol(uiterlijk)}, {hoe}"
    return Geval(op_tijd, Reden(tekst, plek_reden.plek))


def _verslagen(venster: Venster, blik: Dossierblik) -> Iterator[Geval]:
    for gesprek in blik.dossier.gesprekken:
        if not gesprek.kaart.record.gehouden or not hier(venster, blik, gesprek):
            continue
        termijn = deeltermijn(blik.register, blik.dossier, gesprek)
        if termijn and termijn.uiterlijk and venster.bevat(termijn.uiterlijk):
            gedeeld = eerste_gedeeld(gesprek)
            plek = gedeeld.plek("datum") if gedeeld else gesprek.kaart.plek()
            dag = gedeeld.record.datum if gedeeld else None
            yield _geval(venster, blik, "verslag", termijn.uiterlijk, dag, Reden("", plek))


def _reacties(venster: Venster, blik: Dossierblik) -> Iterator[Geval]:
    """Only reactions that came: who says nothing about a report is not late."""
    for gesprek in blik.dossier.gesprekken:
        termijn = reactietermijn(blik.register, blik.dossier, gesprek)
        eerste = min(gesprek.van(Gespreksreactie), key=lambda f: f.record.ontvangen, default=None)
        if termijn and termijn.uiterlijk and eerste and venster.bevat(termijn.uiterlijk):
            plek = Reden("", eerste.plek("ontvangen"))
            dag = eerste.record.ontvangen
            yield _geval(venster, blik, "reactie", termijn.uiterlijk, dag, plek)


def _cijfers(venster: Venster, blik: Dossierblik) -> Iterator[Geval]:
    """For each contract and period whether all figures that were agreed came in by their day."""
    for contract in venster.contracten(blik):
        per: dict[tuple[Periode, date], list[date | None]] = {}
        begin = contract.looptijd.uitvoering_van if contract.looptijd else None
        for kpi in (blik.register.kpis.get(id_) for id_ in kpis_van(contract)):
            eerste = sinds(contract, kpi.id) if kpi else None
            van = max(filter(None, (begin, eerste)), default=venster.kijk.vandaag)
            gekregen = reeks_van(blik, contract, kpi) if kpi else {}
            for periode in perioden(kpi, van, venster.kijk.vandaag) if kpi else ():
                assert kpi is not None
                uiterlijk = uiterste_dag(blik.register, contract, kpi, periode)
                if uiterlijk is None or not venster.bevat(uiterlijk):
                    continue
                rijen = gekregen.get(periode, ())
                per.setdefault((periode, uiterlijk), []).append(_ontvangen(blik, rijen))
        for (periode, uiterlijk), dagen in per.items():
            bekend = [dag for dag in dagen if dag is not None]
            laatste = max(bekend) if len(bekend) == len(dagen) else None
            wat = f"cijfers {periode} {contract.id}"
            plek = Reden("", contract.kaart.plek("normen"))
            yield _geval(venster, blik, wat, uiterlijk, laatste, plek)


def _ontvangen(blik: Dossierblik, rijen: Sequence[Gemeten]) -> date | None:
    """When a figure first came in; one that is said to be missing did not."""
    bekend = [rij for rij in rijen if getattr(rij.rij, "ontbreekt", None) is None]
    dagen = (
        feit.record.ontvangen
        for rij in bekend
        for feit in (rij.meting, *vorige(blik.dossier, rij.meting))
    )
    return min(dagen, default=None)


def _onze_plichten(venster: Venster, blik: Dossierblik) -> Iterator[Geval]:
    return _plichten(venster, blik, "opdrachtgever")


def _hun_plichten(venster: Venster, blik: Dossierblik) -> Iterator[Geval]:
    return _plichten(venster, blik, "aanbieder")


def _plichten(venster: Venster, blik: Dossierblik, partij: str) -> Iterator[Geval]:
    """Each due day of an obligation: met or not; on which day it was met is not always known."""
    for plicht in plichten(blik):
        if plicht.rij.partij != partij or plicht.vervallen:
            continue
        gedaan = nakomingen(plicht)
        for dag in alle_dagen(plicht):
            if venster.bevat(dag):
                hoe = "nagekomen" if dag in gedaan else "niet nagekomen"
                tekst = f"{plicht.rij.id} ({venster.mag(blik)}): uiterlijk {datum_vol(dag)}, {hoe}"
                yield Geval(dag in gedaan, Reden(tekst, gedaan.get(dag, plicht.plek)))
