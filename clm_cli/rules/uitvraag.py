"""Floor 5, rules on what we ask: the same figure or document is asked of a provider once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.normen import kpis_van, norm_op
from clm_cli.derivations.verplichtingen import Plicht, alle_dagen, plichten, samen_met
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.cijfers import Kpi
from clm_cli.records.vorm import kaal
from clm_cli.rules.grond import grond_in
from clm_cli.rules.regel import WAARSCHUWING, Bevond, per_dossier, regel
from clm_cli.tijd.datum import datum_vol

_ONDERWERP = "belasting-beperken"


@regel("DOS284", WAARSCHUWING, per_dossier)
def zelfde_cijfer_twee_keer_gevraagd(blik: Dossierblik) -> Iterator[Bevond]:
    """Hetzelfde cijfer wordt onder twee contracten van één aanbieder gevraagd.

    Waarom: de administratieve belasting van aanbieders wordt beperkt; wat één keer bekend is, wordt
    niet nog eens gevraagd.
    Fout: twee contracten voor dezelfde zorgvorm met elk dezelfde kpi, of twee kpi's met dezelfde
    definitie.
    Goed: `per: aanbieder` bij de kpi: het cijfer wordt één keer gevraagd en telt voor alle
    contracten.
    Wat nu: zet bij de kpi in kpis.yaml `per: aanbieder`, of vraag het onder één contract.
    """
    grond = grond_in(blik, _ONDERWERP)
    lopend = [c for c in blik.dossier.contracten if loopt(c, blik.vandaag)] if grond else []
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
            yield Bevond(
                (afspraak.plek if afspraak else tweede.kaart.plek("normen")),
                f"{wat}: hetzelfde cijfer wordt gevraagd {waar}",
                "zet bij de kpi per: aanbieder, of vraag het onder één contract",
                (Reden(f"ook gevraagd voor {eerste.id}", eerder.plek if eerder else None),),
                grond,
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


@regel("DOS285", WAARSCHUWING, per_dossier)
def zelfde_stuk_twee_keer_gevraagd(blik: Dossierblik) -> Iterator[Bevond]:
    """Hetzelfde stuk wordt door twee verplichtingen van één aanbieder gevraagd.

    Waarom: de administratieve belasting van aanbieders wordt beperkt; een stuk dat er al is, wordt
    niet nog eens gevraagd.
    Fout: onder twee overeenkomsten de verplichting 'jaarrekening aanleveren', op dezelfde dag.
    Goed: bij de tweede `zelfde_als: V-03`: het stuk wordt één keer gevraagd en telt voor beide.
    Wat nu: leg bij een van de twee vast met welke andere zij één stuk is.
    """
    grond = grond_in(blik, _ONDERWERP)
    van_hen = (
        [p for p in plichten(blik) if p.rij.partij == "aanbieder" and not p.vervallen]
        if grond
        else []
    )
    for eerste, tweede in combinations(van_hen, 2):
        dag = _dag_samen(eerste, tweede)
        if dag and kaal(eerste.rij.wat) == kaal(tweede.rij.wat):
            yield Bevond(
                tweede.plek,
                f"{tweede.rij.id} vraagt hetzelfde als {eerste.rij.id}, uiterlijk op "
                f"{datum_vol(dag)}: {tweede.rij.wat}",
                f"vul 'zelfde_als: {eerste.rij.id}' in",
                (Reden(f"{eerste.rij.id} staat hier", eerste.plek),),
                grond,
            )


def _dag_samen(eerste: Plicht, tweede: Plicht) -> date | None:
    """The first day from today on which both are due, unless they were said to be one."""
    if tweede.plek in [p.plek for p in samen_met(eerste)]:
        return None
    samen = {*alle_dagen(eerste)} & {*alle_dagen(tweede)}
    return min((dag for dag in samen if dag >= eerste.blik.vandaag), default=None)
