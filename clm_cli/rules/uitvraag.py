"""Floor 5, rules on what we ask: the same figure or document is asked of a provider once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clm_cli.derivations.uitvraag import Dubbel, dubbele_cijfers, dubbele_stukken
from clm_cli.kijk import Dossierblik
from clm_cli.rules.grond import grond_in
from clm_cli.rules.regel import WAARSCHUWING, Bevond, per_dossier, regel


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
    yield from _gemeld(blik, dubbele_cijfers(blik))


@regel("DOS285", WAARSCHUWING, per_dossier)
def zelfde_stuk_twee_keer_gevraagd(blik: Dossierblik) -> Iterator[Bevond]:
    """Hetzelfde stuk wordt door twee verplichtingen van één aanbieder gevraagd.

    Waarom: de administratieve belasting van aanbieders wordt beperkt; een stuk dat er al is, wordt
    niet nog eens gevraagd.
    Fout: onder twee overeenkomsten de verplichting 'jaarrekening aanleveren', op dezelfde dag.
    Goed: bij de tweede `zelfde_als: V-03`: het stuk wordt één keer gevraagd en telt voor beide.
    Wat nu: leg bij een van de twee vast met welke andere zij één stuk is.
    """
    yield from _gemeld(blik, dubbele_stukken(blik))


def _gemeld(blik: Dossierblik, dubbel: Iterable[Dubbel]) -> Iterator[Bevond]:
    grond = grond_in(blik, "belasting-beperken")
    for een in dubbel if grond else ():
        yield Bevond(een.plek, een.wat, een.nu, (een.omdat,), grond)
