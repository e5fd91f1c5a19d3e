"""Floor 5, maatregelregels: what a contract rules on duration, plans and classes in vain."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.escalatie.maatregeltermijnen import ANTWOORDEN
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.zinnen import telwoord
from clm_cli.meldingen import Sleutel
from clm_cli.records.regimeregels import Duurregel, Maatstaf
from clm_cli.rules.regime.blik import Regimeblik
from clm_cli.rules.regime.leeg import Leeg


def duur(blik: Regimeblik) -> Iterator[Leeg]:
    """A duration that limits nothing, an extension of nothing, an end by no figures."""
    reeks = any(rij.periode for rij in blik.regime.aanleidingen)
    for sleutel, _, instrument in blik.instrumenten:
        regel, plek = instrument.duur, (*sleutel, "duur")
        if regel is None:
            continue
        eis, wat = regel.grond.eis, f"{instrument.instrument}, duur"
        leest_tot = "laatste-dag" in instrument.voorwaarden.alle
        if regel.verlengen and regel.hoogstens is None and not leest_tot:
            zin = "zonder langste duur of laatste dag valt er niets te verlengen"
            yield Leeg((*plek, "verlengen"), wat, zin, "noem hoogstens", regel.verlengen.grond.eis)
        if regel.verlengen and regel.verlengen.keer == 0:
            zin = "nul keer verlengen is niet verlengen"
            yield Leeg((*plek, "verlengen"), wat, zin, "haal het weg", regel.verlengen.grond.eis)
        if regel.kpis and not regel.eindigt_na:
            zin = "zonder 'eindigt_na' eindigt de maatregel niet door cijfers"
            yield Leeg((*plek, "kpis"), wat, zin, "noem na hoeveel perioden", eis)
        if not (regel.hoogstens or regel.eindigt_na or regel.bezien or regel.verlengen):
            yield Leeg(plek, wat, "er staat geen duur, einde of bezien in", "vul aan", eis)
        if regel.eindigt_na == 0:
            zin = "na nul perioden eindigt de maatregel niet door cijfers"
            yield Leeg((*plek, "eindigt_na"), wat, zin, "noem na hoeveel perioden", eis)
        if _nooit_bezien(regel):
            zin = f"de maatregel is na {regel.hoogstens} al voorbij"
            yield Leeg((*plek, "bezien"), wat, zin, "noem een kortere tijd", eis)
        if regel.eindigt_na and not reeks and not blik.regime.cijferregels:
            zin = "het regime zegt niets over cijfers, dus perioden met normen zijn er niet"
            yield Leeg((*plek, "eindigt_na"), wat, zin, "beschrijf de cijfers", eis)


def _nooit_bezien(regel: Duurregel) -> bool:
    """Whether a measure that cannot be extended ends before it is first looked at again."""
    tot, bezien = regel.hoogstens, regel.bezien
    if tot is None or bezien is None or regel.verlengen is not None:
        return False
    return tot.eenheid == bezien.eenheid and bezien.aantal >= tot.aantal


def plan(blik: Regimeblik) -> Iterator[Leeg]:
    """What a plan has to hold, where none is asked."""
    termijnen = [rij for rij in blik.regime.termijnen if rij.soort == "verbeterplan"]
    vraagt = {naam for rij in termijnen for naam in rij.instrumenten}
    for sleutel, _, instrument in blik.instrumenten:
        regel = instrument.plan
        if regel is not None and instrument.instrument not in vraagt:
            zin = "bij dit instrument hoort geen termijn voor een verbeterplan"
            nu, eis = "noem het bij die termijn", regel.grond.eis
            yield Leeg((*sleutel, "plan"), f"{instrument.instrument}, plan", zin, nu, eis)


def klassen(blik: Regimeblik) -> Iterator[Leeg]:
    """A measure that reaches no class, or too many, or reads what is not there."""
    regel = blik.regime.klassen
    nummers = [rij.categorie for rij in regel.klassen] if regel else []
    if regel and nummers not in (sorted(nummers), sorted(nummers, reverse=True)):
        zin = "hun nummers lopen niet op of af, en clm leest ze van licht naar zwaar"
        nu = "zet de klassen van licht naar zwaar"
        yield Leeg(("klassen", "klassen"), "de volgorde van de klassen", zin, nu, regel.grond.eis)
    for nr, rij in enumerate(regel.maatstaven if regel else ()):
        plek: Sleutel = ("klassen", "maatstaven", nr)
        eis, wat = rij.grond.eis, f"maatstaf {rij.soort}"
        hoogste = max((trede.trede for trede in blik.regime.treden), default=0)
        if regel and len(rij.grenzen) > len(regel.klassen) - 1:
            er = telwoord(len(regel.klassen), "klasse", "klassen")
            zin = f"{er}: dan geeft de laatste grens er geen"
            yield Leeg((*plek, "grenzen"), wat, zin, "noem één grens minder dan klassen", eis)
        if not rij.grenzen or list(rij.grenzen) != sorted(set(rij.grenzen)):
            zin = "de grenzen lopen niet op, dus een klasse wordt nooit bereikt"
            yield Leeg((*plek, "grenzen"), wat, zin, "zet ze van laag naar hoog", eis)
        if rij.soort == "open-trede" and any(grens > hoogste for grens in rij.grenzen):
            zin = f"de hoogste trede is {hoogste}"
            yield Leeg((*plek, "grenzen"), wat, zin, "noem een trede die bestaat", eis)
        yield from _gelezen(plek, rij)


def _gelezen(plek: Sleutel, rij: Maatstaf) -> Iterator[Leeg]:
    """What a measure needs and does not have, or has and does not read."""
    leest, eis, wat = _LEEST.get(rij.soort, ()), rij.grond.eis, f"maatstaf {rij.soort}"
    for veld in ("venster", "soorten", "over", "kpi", "vorig_jaar"):
        staat = getattr(rij, veld) not in (None, (), "nee")
        if staat and veld not in leest:
            zin = f"'{veld}' wordt bij {rij.soort} niet gelezen"
            yield Leeg((*plek, veld), wat, zin, "haal het weg", eis)
        if not staat and veld in leest and veld not in ("venster", "vorig_jaar"):
            zin = f"er staat niet wat telt; zij leest '{veld}'"
            yield Leeg(plek, wat, zin, f"vul {veld} in", eis)


_LEEST = {
    "gemiste-perioden": ("venster", "vorig_jaar"),
    "gemiste-normen": ("venster", "vorig_jaar"),
    "gebeurtenissen": ("venster", "vorig_jaar", "soorten"),
    "omzet": ("over",),
    "cijfer": ("kpi",),
}


def termijnen(blik: Regimeblik) -> Iterator[Leeg]:
    """What a term has that its kind does not read."""
    for nr, rij in enumerate(blik.regime.termijnen):
        opzegt = (rij.soort, rij.begin) == ("aanzegging", "ingang")
        for veld, leest, wie in (
            ("tegen", opzegt, "een aanzegging die bij de ingang begint"),
            ("tegen_dagen", opzegt, "een aanzegging die bij de ingang begint"),
            ("korter", rij.soort in ANTWOORDEN, "een reactie of verbeterplan"),
            ("zelfde", bool(rij.stappen), "een termijn met 'stappen'"),
            ("minstens", rij.soort == "herstel" and not rij.termijn, "een herstel zonder termijn"),
        ):
            if getattr(rij, veld) not in (None, (), "nee") and not leest:
                zin = f"alleen {wie} leest '{veld}'"
                plek: Sleutel = ("termijnen", nr, veld)
                yield Leeg(plek, f"{rij.soort}, {veld}", zin, "haal het weg", rij.grond.eis)


def vraagt_eerst(blik: Regimeblik, trede: int) -> tuple[str, ...]:
    """What each instrument of a trede wants first, where that is of the trede just below it.

    Then nothing is left to skip: the trede is never taken at once.
    """
    van = {i.instrument: t.trede for _, t, i in blik.instrumenten}
    onder = max((t.trede for t in blik.regime.treden if t.trede < trede), default=0)
    overslaan = blik.regime.overslaan
    zonder = overslaan.direct.zonder if overslaan and overslaan.direct else ()
    namen = [
        i.na.instrument
        if i.na
        and any(
            "na" in VOORWAARDEN[naam].leest for naam in i.voorwaarden.hard if naam not in zonder
        )
        else ""
        for _, t, i in blik.instrumenten
        if t.trede == trede
    ]
    laatste = namen and all(van.get(naam) == onder > 0 for naam in namen)
    return tuple(dict.fromkeys(namen)) if laatste else ()
