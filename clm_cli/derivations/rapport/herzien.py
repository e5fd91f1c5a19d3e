"""Floor 4, herzien: which figures of earlier periods were changed since the last report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from clm_cli.bestand import Bestand
from clm_cli.derivations.metingen import kern_van, vorige, waarde_in
from clm_cli.derivations.rapport.getal import AFGESCHERMD, Getal, waarde
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.cijfers import Kpi, Meting, Waarde
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode
from clm_cli.value import value


@value
class Herziening:
    """A figure that came in anew: what it was, what it is, and why."""

    aanbieder: str
    contract: str
    kpi: str
    periode: Periode
    was: Getal
    wordt: Getal
    waarom: str


def herzieningen(venster: Venster) -> tuple[Herziening, ...]:
    """The figures of before this period that a delivery since its beginning says anew."""
    return tuple(
        rij
        for blik in venster.blikken
        for feit in blik.dossier.van(Meting)
        if feit.record.bij and _sinds(venster, feit)
        for rij in _van(venster, blik, feit)
    )


def _sinds(venster: Venster, feit: Bestand[Meting]) -> bool:
    ontvangen: date = feit.record.ontvangen
    eerder = feit.record.periode < venster.periode
    return eerder and venster.periode.eerste <= ontvangen <= venster.kijk.vandaag


def _van(venster: Venster, blik: Dossierblik, feit: Bestand[Meting]) -> Iterator[Herziening]:
    contracten = {c.id: c for c in venster.contracten(blik)}
    for nummer, rij in enumerate(feit.record.waarden):
        kpi, contract = blik.register.kpis.get(rij.kpi), contracten.get(rij.contract)
        eerder = _eerder(blik, feit, rij)
        if kpi and contract and eerder and rij.gemeente == venster.gemeente:
            paar = tuple(
                (waarde_in(blik, waar, nr, kpi), waar.plek("waarden", nr))
                for waar, nr in (eerder, (feit, nummer))
            )
            if paar[0][0] != paar[1][0]:
                yield _rij(venster, blik, contract, kpi, feit, paar)


def _eerder(
    blik: Dossierblik, feit: Bestand[Meting], rij: Waarde
) -> tuple[Bestand[Meting], int] | None:
    """The same row in the delivery that this one answers."""
    for eerder in vorige(blik.dossier, feit):
        for nummer, oud in enumerate(eerder.record.waarden):
            if kern_van(oud) == kern_van(rij):
                return eerder, nummer
    return None


def _rij(
    venster: Venster,
    blik: Dossierblik,
    contract: Contract,
    kpi: Kpi,
    feit: Bestand[Meting],
    paar: Sequence[tuple[Decimal | None, Plek]],
) -> Herziening:
    getallen = []
    for woord, (cijfer, plek) in zip(("was", "is"), paar, strict=True):
        naam = f"{kpi.titel}, {contract.id}, {feit.record.periode}: {woord}"
        reden = Reden(f"ontvangen op {datum_vol(feit.record.ontvangen)}", plek)
        g = waarde(naam, cijfer, kpi.eenheid, (reden,))
        # of one provider alone outside nothing is shown, as it is not in the tables either
        getallen.append(g if venster.noemt_namen else Getal(AFGESCHERMD, naam))
    return Herziening(
        venster.mag(blik),
        contract.id if venster.noemt_namen else "–",
        kpi.titel,
        feit.record.periode,
        getallen[0],
        getallen[1],
        feit.record.reden_herziening or "geen reden gegeven",
    )
