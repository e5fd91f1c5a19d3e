"""Floor 5, rules on what a contract rules on figures and measures: each of it can matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clm_cli.meldingen import Reden, Sleutel
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime


class Leeg(NamedTuple):
    """A rule that matters in no case: its place, what it is, why, what helps, its clause."""

    sleutel: Sleutel
    wat: str
    waarom: str
    nu: str
    eis: str


@regel("REG745", WAARSCHUWING, per_regime)
def regel_maakt_nooit_iets_uit(blik: Regimeblik) -> Iterator[Bevond]:
    """Een regel van het contract maakt in geen enkele zaak iets uit.

    Waarom: hij staat er, en verandert niets; wie het regime leest, denkt dat clm hem volgt.
    Fout: een cijferregel achter een regel die al voor alle cijfers geldt, of een cijferregel die
    niets bepaalt.
    Goed: een regel die een andere uitkomst kan geven dan zonder die regel.
    Wat nu: vul aan wat de regel nodig heeft, of haal hem weg.
    """
    for rij in (*_cijferregels(blik), *_aanleidingen(blik)):
        reden = (Reden(rij.waarom),)
        wat = f"{rij.wat}: maakt nooit iets uit"
        yield Bevond(blik.plek(*rij.sleutel), wat, rij.nu, reden, rij.eis)


def _cijferregels(blik: Regimeblik) -> Iterator[Leeg]:
    gehad: set[str] = set()
    alles = False
    for nr, rij in enumerate(blik.regime.cijferregels):
        plek: Sleutel = ("cijferregels", nr)
        if alles or (rij.kpis and set(rij.kpis) <= gehad):
            zin = "een eerdere regel geldt al voor deze cijfers, en de eerste telt"
            yield Leeg(plek, "cijferregel", zin, "zet hem voor die regel", rij.grond.eis)
        niets = rij.te_laat == "telt-mee" and not rij.afronden and rij.aanlevering is None
        if niets and rij.minstens in (None, 0, 1):
            zin = "er staat niets in dat een cijfer anders laat tellen"
            yield Leeg(plek, "cijferregel", zin, "vul in wat het contract bepaalt", rij.grond.eis)
        gehad |= set(rij.kpis)
        alles = alles or not rij.kpis


def _aanleidingen(blik: Regimeblik) -> Iterator[Leeg]:
    for nr, rij in enumerate(blik.regime.aanleidingen):
        plek: Sleutel = ("aanleidingen", nr)
        telt = rij.soort == "gebeurtenissen"
        if telt and rij.binnen is None:
            zin = "zonder 'binnen' telt elke gebeurtenis van het contract voor altijd mee"
            yield Leeg(plek, rij.id, zin, "noem binnen welke tijd", rij.grond.eis)
        if rij.binnen is not None and not telt:
            zin = "'binnen' wordt alleen bij gebeurtenissen gelezen"
            yield Leeg((*plek, "binnen"), rij.id, zin, "haal het weg", rij.grond.eis)
