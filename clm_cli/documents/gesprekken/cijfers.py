"""Floor 6, cijfers: the last figures of the contracts of a talk."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.cijfers import reeks
from clm_cli.derivations.cijfervergelijking import KLEINSTE_GROEP, vergelijking
from clm_cli.derivations.normen import kpis_van
from clm_cli.documents.document import Gegevens
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.tijd.datum import getal

_PERIODEN = 4
"""So many periods of a figure stand in a document."""


def cijfers(blik: Dossierblik, contracten: tuple[str, ...], op: date) -> list[Gegevens]:
    """The figures by contract, as they were known on a day."""
    uit: list[Gegevens] = []
    for contract in (c for c in blik.dossier.contracten if c.id in contracten):
        rijen = [rij for id_ in kpis_van(contract) if (rij := _reeks(blik, contract, id_, op))]
        if rijen:
            perioden = rijen[0].pop("perioden")
            uit.append({"contract": contract.id, "perioden": perioden, "rijen": rijen})
    return uit


def _reeks(blik: Dossierblik, contract: Contract, id_: str, op: date) -> Gegevens | None:
    kpi = blik.register.kpis.get(id_)
    alle = reeks(blik, contract, kpi, op)[-_PERIODEN:] if kpi else ()
    if kpi is None or not alle:
        return None
    groep = vergelijking(blik, contract, kpi, alle[-1].periode, minstens=KLEINSTE_GROEP)
    norm = alle[-1].norm
    teken = {"hoger is beter": "≥ ", "lager is beter": "≤ "}.get(kpi.richting, "")
    return {
        "titel": kpi.titel,
        "norm": f"{teken}{getal(norm)} {kpi.eenheid}" if norm is not None else "geen",
        "perioden": [str(c.periode) for c in alle],
        "waarden": [getal(c.waarde) if c.waarde is not None else "onbekend" for c in alle],
        "anderen": f"{getal(groep.mediaan)} ({groep.aanbieders})"
        if groep.mediaan is not None
        else "te weinig",
    }
