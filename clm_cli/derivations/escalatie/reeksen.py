"""Floor 4, reeksen: of each agreement, period by period, whether it was missed, as a run counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from clm_cli.derivations import cijfers
from clm_cli.derivations.cijferregels import cijferregel, te_vergelijken
from clm_cli.derivations.metingen import gemeten
from clm_cli.derivations.normen import kpis_van, sinds
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.cijfers import Kpi, Oordeel
from clm_cli.records.regime import Aanleiding
from clm_cli.tijd.datum import getal
from clm_cli.tijd.periode import Periode

ONDER, GEHAALD, ONBEKEND, NVT = "onder", "gehaald", "onbekend", "niet van toepassing"
TELT_NIET = cijfers.TELT_NIET
Reeks = Sequence[tuple[Periode, str, Reden]]
"""Per period whether the agreement was missed, met or unknown."""


def zonder(rij: Reeks, na: date | None) -> Reeks:
    """A series without what does not count, and without what began up to a day."""
    # A period that the contract leaves out of the count is not there: its neighbours join.
    return [deel for deel in rij if deel[1] != TELT_NIET and (na is None or deel[0].eerste > na)]


def voeg_samen(rijen: Iterable[Reeks]) -> Reeks:
    """One series out of many: a period is below when any of them is."""
    per: dict[Periode, list[tuple[str, Reden]]] = {}
    for rij in rijen:
        for periode, stand, reden in rij:
            per.setdefault(periode, []).append((stand, reden))
    volgorde = [ONDER, ONBEKEND, GEHAALD, NVT]
    return [
        (periode, *min(delen, key=lambda deel: volgorde.index(deel[0])))
        for periode, delen in sorted(per.items())
    ]


def van_kpis(
    blik: Dossierblik, contract: Contract, regel: Aanleiding, op: date, alleen: str | None
) -> list[Reeks]:
    """The series of the figures that a trigger is about, or of all with a norm."""
    rijen: list[Reeks] = []
    ids = [id_ for id_ in kpis_van(contract) if alleen in (None, id_)]
    for kpi in (blik.register.kpis.get(id_) for id_ in ids):
        eigen = not regel.kpis or (kpi is not None and kpi.id in regel.kpis)
        if kpi is not None and eigen and kpi.periode == regel.periode:
            begon = sinds(contract, kpi.id)
            reeks_ = cijfers.reeks(blik, contract, kpi, op)
            if regel.drempel is not None:
                reeks_ = tuple(_bij_drempel(contract, regel, kpi, cijfer) for cijfer in reeks_)
            wat = "norm" if regel.drempel is None else "grens"
            rijen.append([(c.periode, *_stand(c, kpi.titel, begon, wat)) for c in reeks_])
    return rijen


def _bij_drempel(
    contract: Contract, regel: Aanleiding, kpi: Kpi, cijfer: cijfers.Cijfer
) -> cijfers.Cijfer:
    """A figure beside the limit of the trigger; that it came late says nothing of that limit."""
    open_ = cijfer.oordeel == cijfers.ONBEKEND and cijfer.volgens
    if open_ or cijfer.oordeel == TELT_NIET or cijfer.afspraak is None:
        return cijfer
    rijen = (cijfer.gemeten,) if cijfer.gemeten else ()
    waarde = te_vergelijken(cijferregel(contract.regime, kpi.id), rijen, kpi, cijfer.waarde)
    oordeel = cijfers.oordeel(kpi, waarde, regel.drempel, te_toetsen=True)
    return replace(cijfer, oordeel=oordeel, norm=regel.drempel)


def _stand(cijfer: cijfers.Cijfer, titel: str, begon: date | None, wat: str) -> tuple[str, Reden]:
    """Whether a period missed its norm; a norm that was agreed to lapse is no unknown (S05).

    The reason names the agreement and its norm: it may stand in a letter, far from any figure.
    """
    if cijfer.afspraak is None and begon is not None and begon <= cijfer.periode.laatste:
        return NVT, Reden(f"{cijfer.periode}: er gold geen norm", cijfer.reden.plek)
    oordeel = cijfer.oordeel
    stand = (
        ONDER
        if oordeel in (cijfers.ONDER, cijfers.BOVEN)
        else GEHAALD
        if oordeel == cijfers.VOLDOET
        else TELT_NIET
        if oordeel == TELT_NIET
        else ONBEKEND
    )
    norm = f" ({wat} {getal(cijfer.norm)})" if cijfer.norm is not None else ""
    return stand, Reden(f"{titel}, {cijfer.reden.tekst}{norm}", cijfer.reden.plek)


def van_afspraken(
    blik: Dossierblik, contract: Contract, regel: Aanleiding, op: date
) -> list[Reeks]:
    """The judgements on agreements without a figure, a series each, unknown where unjudged."""
    per: dict[str, dict[Periode, tuple[str, Reden]]] = {}
    for (periode, _), rijen in gemeten(blik).items():
        rij = rijen[0].rij
        if (
            isinstance(rij, Oordeel)
            and rij.contract == contract.id
            and periode.lengte == regel.periode
            and periode.laatste < op
        ):
            mis = "er meer oordelen zijn" if len(rijen) > 1 else rijen[0].twijfel
            oordeel = f"onbekend, omdat {mis}" if mis else rij.oordeel
            stand = {"niet": ONDER, "gehaald": GEHAALD}.get(oordeel, ONBEKEND)
            reden = Reden(f"{periode}: {rij.afspraak} {oordeel}", rijen[0].plek)
            per.setdefault(rij.afspraak, {})[periode] = (stand, reden)
    return [_vol(rijen) for rijen in per.values()]


def _vol(rijen: dict[Periode, tuple[str, Reden]]) -> Reeks:
    periode, laatste = min(rijen), max(rijen)
    uit = []
    while periode <= laatste:
        uit.append((periode, *rijen.get(periode, (ONBEKEND, Reden(f"{periode}: niet beoordeeld")))))
        periode = periode.volgende()
    return uit
