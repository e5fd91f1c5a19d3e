"""Floor 4, uitvraag: what a provider is asked for twice: the same figure, the same document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.normen import kpis_van, norm_op
from clm_cli.derivations.verplichtingen import Plicht, alle_dagen, plichten, samen_met
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.cijfers import Kpi
from clm_cli.records.vorm import kaal
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value


@value
class Dubbel:
    """Something that is asked twice: what, where the second time stands, and what helps."""

    wat: str
    plek: Plek
    nu: str
    omdat: Reden
    contracten: tuple[str, ...]


def dubbele_cijfers(blik: Dossierblik) -> Iterator[Dubbel]:
    """The figures that one number would answer under two contracts that run (J54)."""
    lopend = [c for c in blik.dossier.contracten if loopt(c, blik.vandaag)]
    gevraagd = [(c, kpi) for c in lopend for kpi in _gevraagd(blik, c)]
    for (eerste, een), (tweede, ander) in combinations(gevraagd, 2):
        if _zelfde(eerste, een, tweede, ander):
            afspraak, eerder = (
                norm_op(tweede, ander.id, blik.vandaag),
                norm_op(eerste, een.id, blik.vandaag),
            )
            waar = (
                f"twee keer voor {eerste.id}"
                if eerste.id == tweede.id
                else f"voor {eerste.id} en voor {tweede.id}"
            )
            wat = een.titel if een.id == ander.id else f"{een.titel} en {ander.titel}"
            yield Dubbel(
                f"{wat}: hetzelfde cijfer wordt gevraagd {waar}",
                afspraak.plek if afspraak else tweede.kaart.plek("normen"),
                "zet bij de kpi per: aanbieder, of vraag het onder één contract",
                Reden(f"ook gevraagd voor {eerste.id}", eerder.plek if eerder else None),
                tuple(dict.fromkeys((eerste.id, tweede.id))),
            )


def _gevraagd(blik: Dossierblik, contract: Contract) -> Iterator[Kpi]:
    for id_ in kpis_van(contract):
        kpi = blik.register.kpis.get(id_)
        if kpi is not None and norm_op(contract, id_, blik.vandaag):
            yield kpi


def _zelfde(eerste: Contract, een: Kpi, tweede: Contract, ander: Kpi) -> bool:
    """Whether one number answers both: of the same care form, or with the same definition."""
    if een.id == ander.id:
        vormen = {*eerste.kaart.record.zorgvormen} & {*tweede.kaart.record.zorgvormen}
        return een.per == "contract" and bool(vormen)
    gelijk = kaal(een.definitie) == kaal(ander.definitie) and een.periode == ander.periode
    return gelijk and (eerste.id == tweede.id or "aanbieder" in (een.per, ander.per))


def dubbele_stukken(blik: Dossierblik) -> Iterator[Dubbel]:
    """The documents that two obligations of a provider ask on one day (J54)."""
    van_hen = [p for p in plichten(blik) if p.rij.partij == "aanbieder" and not p.vervallen]
    for eerste, tweede in combinations(van_hen, 2):
        if kaal(eerste.rij.wat) != kaal(tweede.rij.wat):
            continue
        if dag := _dag_samen(eerste, tweede):
            yield Dubbel(
                f"{tweede.rij.id} vraagt hetzelfde als {eerste.rij.id}, uiterlijk op "
                f"{datum_vol(dag)}: {tweede.rij.wat}",
                tweede.plek,
                f"vul 'zelfde_als: {eerste.rij.id}' in",
                Reden(f"{eerste.rij.id} staat hier", eerste.plek),
                tuple(dict.fromkeys(c.id for p in (eerste, tweede) for c in p.contracten)),
            )


def _dag_samen(eerste: Plicht, tweede: Plicht) -> date | None:
    """The first day from today on which both are due, unless they were said to be one."""
    if tweede.plek in [p.plek for p in samen_met(eerste)]:
        return None
    samen = {*alle_dagen(eerste)} & {*alle_dagen(tweede)}
    return min((dag for dag in samen if dag >= eerste.blik.vandaag), default=None)
