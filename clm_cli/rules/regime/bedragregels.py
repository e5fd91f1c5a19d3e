"""Floor 5, bedragregels: amounts, caps and duties of a contract that can matter in no case."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.meldingen import Sleutel
from clm_cli.records.regimeregels import Bedragpost
from clm_cli.rules.regime.blik import Regimeblik
from clm_cli.rules.regime.leeg import Leeg


def bedragen(blik: Regimeblik) -> Iterator[Leeg]:
    """What stands at an amount and is not read there, or lacks."""
    for sleutel, _, instrument in blik.instrumenten:
        regel = instrument.bedrag
        if regel and regel.hoogstens_procent and not any(post.over for post in regel.posten):
            zin, wat = "geen post noemt bij 'over' een omzet", f"{instrument.instrument}, bedrag"
            plek_, eis = (*sleutel, "bedrag", "hoogstens_procent"), regel.posten[0].grond.eis
            yield Leeg(plek_, wat, zin, "noem waarvan het een percentage is", eis)
        for nr, post in enumerate(instrument.bedrag.posten if instrument.bedrag else ()):
            plek, wat = (*sleutel, "bedrag", "posten", nr), f"{instrument.instrument}, bedrag"
            telt = post.per == "gebeurtenis"
            yield from _dagen(blik, plek, wat, post)
            if telt and not post.soorten:
                zin = "er staat niet welke soorten signaal een gebeurtenis zijn"
                yield Leeg(plek, wat, zin, "noem de soorten", post.grond.eis)
            if (post.per in ("gebeurtenis", "dag") and post.kpis) or (not telt and post.soorten):
                veld = "soorten" if post.soorten and not telt else "kpis"
                zin = f"'{veld}' wordt bij een bedrag per {post.per} niet gelezen"
                yield Leeg((*plek, veld), wat, zin, "haal het weg", post.grond.eis)
            if post.bedrag is None and post.procent is None:
                zin = "er staat geen bedrag en geen percentage"
                yield Leeg(plek, wat, zin, "noem een van beide", post.grond.eis)
            if post.procent is not None and (post.over is None or telt):
                zin = "een percentage is van de omzet ('over') van een periode, en niet per keer"
                yield Leeg((*plek, "procent"), wat, zin, "vul dat in", post.grond.eis)
            if post.boven is not None and not telt:
                zin = f"een bedrag per {post.per} telt geen gebeurtenissen"
                yield Leeg((*plek, "boven"), wat, zin, "haal het weg", post.grond.eis)
            if post.afronden and post.per != "eenheid":
                zin = f"een bedrag per {post.per} heeft geen delen van een eenheid"
                yield Leeg((*plek, "afronden"), wat, zin, "haal het weg", post.grond.eis)


def _dagen(blik: Regimeblik, plek: Sleutel, wat: str, post: Bedragpost) -> Iterator[Leeg]:
    """An amount per day is for a duty of which the contract says when it has to be met."""
    if post.per != "dag":
        if post.plicht:
            zin = f"'plicht' wordt bij een bedrag per {post.per} niet gelezen"
            yield Leeg((*plek, "plicht"), wat, zin, "haal het weg", post.grond.eis)
        return
    kan = [rij.id for rij in blik.regime.verplichtingen if rij.komt_terug]
    if post.plicht not in kan:
        welke = f"'{post.plicht}' is" if post.plicht else "er staat"
        zin = f"{welke} geen plicht waarvan vaststaat wanneer zij moet"
        nu = f"noem bij 'plicht' er een met 'elke' of 'telkens', en 'binnen' ({', '.join(kan)})"
        yield Leeg((*plek, "plicht"), wat, zin, nu if kan else nu[: -len(" ()")], post.grond.eis)
    if post.procent is not None:
        zin = "een bedrag per dag is geen percentage"
        yield Leeg((*plek, "procent"), wat, zin, "noem een bedrag", post.grond.eis)


def plichten(blik: Regimeblik) -> Iterator[Leeg]:
    """A duty of which the contract seems to say when, and that has no days."""
    for nr, rij in enumerate(blik.regime.verplichtingen):
        plek: Sleutel = ("verplichtingen", nr)
        if (rij.ritme is None) != (rij.binnen is None):
            zin = "'elke' (of 'telkens') en 'binnen' geven samen een dag"
            yield Leeg(plek, rij.id, zin, "vul beide in, of geen van beide", rij.grond.eis)
        if rij.elke and rij.telkens:
            zin, nu = "naast 'elke' wordt 'telkens' niet gelezen", "haal een van beide weg"
            yield Leeg((*plek, "telkens"), rij.id, zin, nu, rij.grond.eis)


def plafonds(blik: Regimeblik) -> Iterator[Leeg]:
    """A cap without an amount, or over what nothing keeps to it."""
    leest = {i.instrument for _, _, i in blik.instrumenten if "maximum" in i.voorwaarden.alle}
    for nr, rij in enumerate(blik.regime.plafonds):
        if rij.bedrag is None and (rij.procent is None or rij.over is None):
            zin = "er staat geen bedrag, en geen percentage van een grondslag"
            nu = "noem 'bedrag', of 'procent' en 'over'"
            yield Leeg(("plafonds", nr), rij.id, zin, nu, rij.grond.eis)
        for plaats, naam in enumerate(rij.instrumenten):
            if naam not in leest:
                zin = f"{naam} heeft de voorwaarde maximum niet, dus niets houdt het tegen"
                plek: Sleutel = ("plafonds", nr, "instrumenten", plaats)
                yield Leeg(plek, rij.id, zin, "zet de voorwaarde maximum erbij", rij.grond.eis)
