"""Floor 6, aanbieders: a row for each contract with its streak and its group, and never outside."""

from __future__ import annotations

from decimal import Decimal

from clm_cli.derivations.cijfers import Cijfer, beweging, mis_op_rij
from clm_cli.derivations.cijfervergelijking import vergelijking
from clm_cli.derivations.rapport.cijfers import (
    Bron,
    Samen,
    reeks_in,
    samen,
    stand_in_woorden,
)
from clm_cli.derivations.rapport.getal import Getal, aantal, waarde
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.documents.document import Gegevens
from clm_cli.meldingen import Reden


def aanbieders(venster: Venster, cijfer: Samen) -> list[Gegevens]:
    """The contracts behind a figure, each beside the median of the other providers."""
    kpi = cijfer.kpi
    regio = cijfer if venster.dossier is None else samen(venster.regio, kpi, cijfer.periode)
    eerder = {
        (b.blik.dossier.id, b.contract.id): b
        for b in samen(venster, kpi, cijfer.periode.vorige()).bronnen
    }
    return [
        {
            "naam": bron.blik.dossier.roepnaam(venster.peil),
            "contract": bron.contract.id,
            "periode": str(bron.cijfer.periode),
            "eerder": _getal(cijfer, eerder.get((bron.blik.dossier.id, bron.contract.id))),
            "nu": _getal(cijfer, bron),
            "stand": stand_in_woorden(bron.oordeel),
            "beweging": beweging(_tot(venster, bron)) or "–",
            "op_rij": _op_rij(venster, cijfer, bron),
            **_groep(venster, cijfer, bron, regio.groep(bron)),
        }
        for bron in cijfer.bronnen
    ]


def _wat(cijfer: Samen, bron: Bron) -> str:
    naam = bron.blik.dossier.roepnaam(bron.cijfer.periode.laatste)
    return f"{cijfer.kpi.titel}, {naam}, {bron.contract.id}, {bron.cijfer.periode}"


def _getal(cijfer: Samen, bron: Bron | None) -> Getal | str:
    if bron is None:
        return "–"
    return waarde(_wat(cijfer, bron), bron.waarde, cijfer.kpi.eenheid, [bron.reden])


def _op_rij(venster: Venster, cijfer: Samen, bron: Bron) -> Getal:
    """How many periods in a row the norm was missed; which ones is what it rests on."""
    mis = [c.reden for c in mis_op_rij(_tot(venster, bron))]
    return aantal(f"{_wat(cijfer, bron)}: perioden op rij niet op de norm", mis)


def _tot(venster: Venster, bron: Bron) -> list[Cijfer]:
    """The series of this contract up to the period of the report."""
    alle = reeks_in(bron.blik, bron.contract.id, bron.kpi.id, venster.gemeente)
    return [c for c in alle if c.periode <= bron.cijfer.periode]


def _groep(venster: Venster, cijfer: Samen, bron: Bron, alle: tuple[Bron, ...]) -> Gegevens:
    """The median of the others, with how many they are; which ones only inside."""
    wat, eigen = _wat(cijfer, bron), bron.blik.dossier.id
    groep = vergelijking(bron.blik, bron.contract, bron.kpi, bron.cijfer.periode)
    n = groep.aanbieders
    redenen = (
        [b.reden for b in alle if b.blik.dossier.id != eigen]
        if venster.intern
        else [Reden(f"cijfers van {n} {'ander' if n == 1 else 'anderen'}")]
    )
    midden = groep.mediaan if n >= venster.groep else None
    tekst = waarde(f"{wat}: mediaan van de anderen", midden, cijfer.kpi.eenheid, redenen)
    return {
        "groep": tekst if midden is not None else "–",
        "n": Getal(str(n), f"{wat}: andere aanbieders", Decimal(n), tuple(redenen)),
    }
