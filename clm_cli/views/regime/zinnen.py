"""Floor 6, zinnen: what a contract rules on one instrument, in a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.records.basis import Grond
from clm_cli.records.regime import Bewijsvorm, Maximum, Regimeinstrument
from clm_cli.records.regimeregels import (
    Bedragpost,
    Bedragregel,
    Duurregel,
    Klassenregel,
    Maatstaf,
    Plafond,
    Planregel,
)
from clm_cli.tijd.datum import bedrag, getal
from clm_cli.woorden import elke

_DELEN = {
    "omlaag": "alleen hele",
    "omhoog": "elke begonnen",
    "half-omhoog": "afgerond",
}
"""How a part of a unit counts, in words."""

_NA = {
    "oordeel": "de afkeuring",
    "verzending": "verzending van de afkeuring",
    "ontvangst": "ontvangst van de afkeuring",
}
"""From what the time to mend a rejected plan runs, in words."""


def bedragregel(deel: Bedragregel) -> str:
    """How an amount is worked out."""
    uit = []
    for rij in deel.posten:
        voor = rij.plicht or ", ".join((*rij.kpis, *rij.soorten)) or "elke norm"
        per_ = "dag te laat" if rij.per == "dag" else rij.per
        delen = f", {_DELEN[rij.afronden]}" if rij.afronden else ""
        vrij = f", na {rij.boven} in een kalenderjaar" if rij.boven else ""
        uit.append(f"{_hoeveel(rij)} per {per_} ({voor}{delen}{vrij})")
    if rij_ := deel.staffel:
        bedragen = ", ".join(map(bedrag, rij_.bedragen))
        tijd = f" binnen {rij_.binnen}" if rij_.binnen else ""
        uit.append(f"{bedragen}, vanaf {rij_.vanaf} keer {' of '.join(rij_.telt)}{tijd}")
    uit += ["van één periode alleen het hoogste"] if deel.samen == "hoogste" else []
    alleen_dagen = {rij.per for rij in deel.posten} == {"dag"}
    keer = "per keer" if alleen_dagen else "per periode"
    uit += [f"{keer} ten hoogste {bedrag(deel.hoogstens)}"] if deel.hoogstens else []
    if deel.hoogstens_procent:
        uit.append(f"per periode ten hoogste {getal(deel.hoogstens_procent)} % van die omzet")
    einde = "de dag waarop het moest" if alleen_dagen else "de periode"
    na = einde if deel.binnen_na == "periode" else f"het {deel.binnen_na} waar zij in valt"
    uit += [f"tot {deel.binnen} na {na}"] if deel.binnen else []
    return "; ".join(uit)


def _hoeveel(deel: Bedragpost | Plafond) -> str:
    if deel.procent is None:
        return bedrag(deel.bedrag) if deel.bedrag is not None else "geen bedrag"
    van = f"wat is {deel.over}" if isinstance(deel, Bedragpost) else deel.over
    return f"{getal(deel.procent)} % van {van}"


def plafondregel(deel: Plafond) -> str:
    """What some instruments may come to together."""
    van = f" ({deel.jaar.replace('-', ' ')})" if deel.procent is not None else ""
    return f"{_hoeveel(deel)}{van} in een kalenderjaar"


def maximumregel(deel: Maximum) -> str:
    """An upper limit, and of what."""
    return f"{getal(deel.procent)} % van {deel.over}, per {deel.per}"


def duurregel(deel: Duurregel) -> str:
    """How long a measure lasts and what ends it."""
    delen = [f"ten hoogste {deel.hoogstens}"] if deel.hoogstens else []
    if deel.verlengen:
        keer = "telkens" if deel.verlengen.keer is None else f"{deel.verlengen.keer} keer"
        delen.append(f"{keer} te verlengen met {deel.verlengen.met}")
    if deel.eindigt_na:
        normen = ", ".join(deel.kpis) or "alle normen"
        perioden = "periode" if deel.eindigt_na == 1 else "perioden"
        delen.append(f"eindigt na {deel.eindigt_na} {perioden} met {normen} gehaald")
    delen += [f"{elke(deel.bezien)} bezien"] if deel.bezien else []
    return "; ".join(delen)


def maatstafnaam(deel: Maatstaf) -> str:
    """What a measure counts, with the base or the figure that it reads."""
    van = deel.over or deel.kpi
    return f"{deel.soort} {van}" if van and van != deel.soort else deel.soort


def maatstafregel(deel: Maatstaf) -> str:
    """What is counted, over which time, and from where it weighs heavier."""
    tijd = f" in {deel.venster}" if deel.venster else ""
    tijd = " in het vorige kalenderjaar" if deel.vorig_jaar == "ja" else tijd
    grenzen = ", ".join(map(str, deel.grenzen))
    return f"{maatstafnaam(deel)}{tijd}: zwaarder {deel.grens} {grenzen}"


def klassenregels(deel: Klassenregel) -> Iterator[str]:
    """By what a class is worked out, and when a lighter one can begin."""
    for rij in deel.maatstaven:
        yield f"{maatstafregel(rij)} ({rij.grond.eis})"
    if deel.voor:
        yield f"elk jaar vastgesteld vóór {deel.voor}"
    if deel.lichter_op:
        yield f"lichter alleen op {', '.join(deel.lichter_op)}"


def bewijsregel(deel: Bewijsvorm) -> str:
    """How many pieces of a form, of whom, how near to each other, and how old at most."""
    delen = []
    if deel.aantal > 1:
        wie = " van verschillende personen" if deel.verschillend == "ja" else ""
        delen.append(f"ten minste {deel.aantal}{wie}{f' binnen {deel.binnen}' * bool(deel.binnen)}")
    delen += [f"ten hoogste {deel.hoogstens_oud} oud"] if deel.hoogstens_oud else []
    return ", ".join(delen)


def planregel(deel: Planregel) -> str:
    """What a plan has to hold, who signs it, and how often it may be mended."""
    bevat = [rij.titel for rij in deel.onderdelen if rij.leest != "oordeel"]
    weegt = [rij.titel for rij in deel.onderdelen if rij.leest == "oordeel"]
    delen = [", ".join(bevat)] if bevat else []
    delen += [f"beoordeeld op: {', '.join(weegt)}"] if weegt else []
    if deel.ondertekend_door:
        delen.append(f"ondertekend door {' of '.join(deel.ondertekend_door)}")
    if rij := deel.herstel:
        delen.append(f"{rij.keer} keer te herstellen binnen {rij.termijn} na {_NA[rij.begin]}")
    return "; ".join(delen)


def gronden(deel: Regimeinstrument) -> Iterator[Grond]:
    """The clauses on which the rules of an instrument rest."""
    if deel.bedrag:
        yield from (rij.grond for rij in deel.bedrag.posten)
        yield from (deel.bedrag.staffel.grond,) if deel.bedrag.staffel else ()
        yield from deel.bedrag.ook
    for regel in (deel.plan, deel.duur):
        if regel is not None:
            yield from (regel.grond, *regel.ook)
    if deel.plan:
        yield from (rij.grond for rij in deel.plan.onderdelen if rij.grond)
    if deel.plan and deel.plan.herstel:
        yield deel.plan.herstel.grond
    if deel.duur and deel.duur.verlengen:
        yield deel.duur.verlengen.grond
