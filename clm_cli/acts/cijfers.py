"""Floor 6, cijfers: figures that are typed by hand, as they are read."""

from __future__ import annotations

from decimal import Decimal

from clm_cli.acts.opgave import Aanvulling, Opgave, kies_bij
from clm_cli.acts.vervolg import volgende
from clm_cli.derivations.metingen import PROCENT
from clm_cli.tijd.datum import getal


def meting(opgave: Opgave) -> Aanvulling:
    """Nothing follows from the record; a revision names what it revises."""
    eerder = [f for f in opgave.dossier.feiten if f.soort in opgave.soort.bij]
    return kies_bij(opgave, eerder, volgende(opgave.soort, opgave.dossier.id))


def bij_meting(opgave: Opgave) -> tuple[str, ...]:
    """A part of one where the figure is in percent: people write 0,077 and mean 7,7 %."""
    uit: list[str] = []
    for rij in opgave.boom.get("waarden", ()):
        kpi = opgave.register.kpis.get(str(rij.get("kpi"))) if isinstance(rij, dict) else None
        if kpi is None or kpi.eenheid != PROCENT or "teller" in rij:
            continue
        try:
            waarde = Decimal(str(rij.get("waarde")))
        except ArithmeticError:
            continue  # the record refuses it, with its place
        if 0 < abs(waarde) < 1:
            anders = getal((waarde * 100).normalize() + 0)
            uit.append(f"{kpi.titel}: gelezen als {getal(waarde)} %, en niet als {anders} %")
    return tuple(uit)
