"""Floor 4, proef: a made-up case played up the ladder of a regime, each day worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from clm_cli.derivations.brieven.elementen import BEPALING, ELEMENTEN
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.bereik import Belet, onbereikbaar
from clm_cli.derivations.escalatie.stap import gelezen
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.regime.proeftermijn import Proeftermijn, Verloop
from clm_cli.derivations.termijnen import geldt
from clm_cli.records.regime import Begin, Regime, Regimeinstrument, Regimetermijn, Trede
from clm_cli.register import Register
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import bereken
from clm_cli.value import value

_DAG = timedelta(days=1)
_WACHT = ("herstel", "reactie", "verbeterplan", "planherstel")
"""The kinds of term that are waited for before the next step."""
_TE_LAAT = {
    "niet-gehaald": "Een later cijfer geldt als niet gehaald.",
    "tot-het-er-is": "Tot het cijfer er is, geldt de periode als niet gehaald.",
}


@value
class Proefbrief:
    """A letter with what the contract wants in it: what, and the clause."""

    titel: str
    onderdelen: tuple[tuple[str, str], ...]


@value
class Proefstap:
    """One instrument, taken on the first day on which its terms allow it."""

    trede: Trede
    instrument: Regimeinstrument
    dag: date
    ontvangen: date
    poort: tuple[tuple[str, str, bool], ...]
    """Its conditions: name, what each asks, and whether it is hard."""
    brief: Proefbrief | None
    termijnen: tuple[Proeftermijn, ...]
    belet: tuple[Belet, ...]
    """Why it can never be taken."""
    direct: bool
    """Whether it can be taken at once, with the hearing afterwards."""


@value
class Proef:
    """The made-up case: its steps, and the days and letters that hang on no measure."""

    regime: Regime
    stappen: tuple[Proefstap, ...]
    termijnen: tuple[Proeftermijn, ...]
    brieven: tuple[Proefbrief, ...]


def proef(register: Register, regime: Regime, dag: date) -> Proef:
    """Every instrument of every trede, from the lowest, each as early as the terms let it be."""
    loop = Verloop(register, regime, date(dag.year + 1, 12, 31))
    stappen = tuple(_stappen(loop, dag))
    eigen = {i.brief for i in regime.instrumenten}
    rest = [rij.brief for rij in regime.brieven if rij.brief not in eigen]
    brieven = [brief for soort in rest if (brief := _brief(regime, soort))]
    return Proef(regime, stappen, tuple(_zonder_maatregel(loop, dag)), tuple(brieven))


def _zonder_maatregel(loop: Verloop, dag: date) -> Iterator[Proeftermijn]:
    """The terms of talks, of figures and of the end of the contract."""
    dagen = {"gesprek": dag, "einde": loop.einde}
    yield from loop.bij([rij for rij in loop.regime.termijnen if not rij.instrumenten], dagen)
    lengten = [rij.periode for rij in loop.regime.aanleidingen if rij.periode]
    periode = Periode.van(lengten[0] if lengten else "maand", dag).vorige()
    laatste = periode.laatste
    for regel in loop.regime.cijferregels:
        if duur := regel.aanlevering:
            tot = bereken(laatste, duur, loop.kalender(laatste)).uiterlijk
            zin = _TE_LAAT.get(regel.te_laat, "")
            wat = f"Cijfers ({', '.join(regel.kpis) or 'alle'})"
            kop = ("aanlevering", wat, "aanbieder", regel.grond, zin)
            yield Proeftermijn(*kop, f"het einde van {periode}", laatste, duur, tot)


def _stappen(loop: Verloop, dag: date) -> Iterator[Proefstap]:
    belet, nu, einde = onbereikbaar(loop.regime), dag, dict[str, date]()
    opent: dict[str, date] = {}
    for nr, trede in enumerate(loop.regime.treden):
        stappen = []
        for plaats, instrument in enumerate(trede.instrumenten):
            eerst = (
                einde.get(instrument.na.instrument) if instrument.na else None,
                opent.get(instrument.instrument),
                _verzuim(loop.regime, instrument, einde),
            )
            vanaf = loop.werkdag(max([nu, *(dag_ + _DAG for dag_ in eerst if dag_)]))
            stap = replace(_stap(loop, trede, instrument, vanaf), belet=belet.get((nr, plaats), ()))
            wacht = [t.uiterlijk for t in stap.termijnen if t.uiterlijk and t.soort in _WACHT]
            einde[instrument.instrument] = max([stap.ontvangen, *wacht])
            opent |= {naam: t.uiterlijk for t in stap.termijnen for naam in t.opent if t.uiterlijk}
            stappen.append(stap)
        yield from stappen
        genomen = [einde[stap.instrument.instrument] for stap in stappen if not stap.belet]
        # what stands out of the order holds no trede up
        nu = max([nu, *(dag_ + _DAG for dag_ in genomen)]) if trede.trede > 0 else nu


def _verzuim(regime: Regime, instrument: Regimeinstrument, einde: dict[str, date]) -> date | None:
    """The first day on which default can be there, for an instrument that asks it."""
    herstel = {naam for r in regime.termijnen if r.soort == "herstel" for naam in r.instrumenten}
    dagen = [dag for naam, dag in einde.items() if naam in herstel]
    return min(dagen, default=None) if "verzuim" in instrument.voorwaarden.hard else None


def _stap(loop: Verloop, trede: Trede, instrument: Regimeinstrument, nu: date) -> Proefstap:
    vooraf = loop.vooraf(trede, instrument, nu)
    dag = nu
    for rij in vooraf:
        klaar = rij.van if rij.terug else rij.uiterlijk and rij.uiterlijk + _DAG
        dag = loop.werkdag(max(dag, klaar or dag))
    ontvangen = loop.ontvangen(dag) if instrument.brief != "geen" else dag
    gevraagd = gelezen(loop.register, loop.regime, instrument, dag)
    poort = tuple(_poort(naam, hard=hard) for naam, hard in gevraagd)
    termijnen = [*vooraf, *_termijnen(loop, instrument, dag, ontvangen)]
    brief = _brief(loop.regime, instrument.brief)
    direct = _direct(loop, instrument, dag)
    return Proefstap(trede, instrument, dag, ontvangen, poort, brief, tuple(termijnen), (), direct)


def _direct(loop: Verloop, instrument: Regimeinstrument, dag: date) -> bool:
    """Whether a measure can be taken at once as its contract is read, with the hearing after."""
    spoed = instrument.spoed
    if spoed is None:
        return False
    return spoed.lezing is None or geldt(loop.register, loop.regime, spoed.lezing, dag)


def _termijnen(
    loop: Verloop, instrument: Regimeinstrument, dag: date, ontvangen: date
) -> Iterator[Proeftermijn]:
    """What runs after a measure; what is counted back from a chosen day sets that day."""
    eigen = [rij for rij in loop.regime.termijnen if instrument.instrument in rij.instrumenten]
    opzeg = next((r for r in eigen if r.terug == "ja" and r.begin == "ingang"), None)
    ingang = loop.einde_na(opzeg, ontvangen) if opzeg else dag
    dagen = {"verzending": dag, "ingang": ingang, "ontvangst": ontvangen, "einde": loop.einde}
    if _begint_bij(eigen, "ontvangst-stuk"):
        dagen["ontvangst-stuk"] = loop.ontvangen(loop.werkdag(ontvangen + _DAG))
    if _begint_bij(eigen, "gesprek") and not any(rij.tot == "gesprek" for rij in eigen):
        dagen["gesprek"] = loop.werkdag(ontvangen + _DAG)
    termijnen = loop.bij(eigen, dagen)
    yield from termijnen
    yield from loop.planherstel(instrument, termijnen)
    if instrument.duur:
        yield from loop.duur(instrument.duur, ingang)


def _begint_bij(regels: list[Regimetermijn], begin: Begin) -> bool:
    return any(regel.begin == begin for regel in regels)


def _brief(regime: Regime, soort: str) -> Proefbrief | None:
    gevonden = briefsoort(soort, regime)
    if gevonden is None:
        return None
    delen = ((eis.titel or _titel(eis.element), eis.grond.eis) for eis in gevonden.eisen)
    return Proefbrief(gevonden.titel, tuple(delen))


def _poort(naam: str, *, hard: bool) -> tuple[str, str, bool]:
    rij = VOORWAARDEN.get(naam)
    return naam, rij.titel if rij else "deze voorwaarde is niet bekend", hard


def _titel(element: str) -> str:
    if element.startswith(BEPALING):
        return "de woorden van de bepaling"
    functie = ELEMENTEN.get(element)
    return (functie.__doc__ or element).strip().rstrip(".") if functie else element
