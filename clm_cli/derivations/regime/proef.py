"""Floor 4, proef: a made-up case played up the ladder of a regime, each day worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from clm_cli.derivations.brieven.aankomst import vermoede_ontvangst
from clm_cli.derivations.brieven.elementen import BEPALING, ELEMENTEN
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.bereik import Belet, onbereikbaar
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.termijnen import kalender_onder, kalender_op, lees_vraag
from clm_cli.records.regime import Regime, Regimeinstrument, Regimetermijn, Trede
from clm_cli.register import Register
from clm_cli.tijd.duur import Duur, Eenheid
from clm_cli.tijd.kalender import Kalender
from clm_cli.tijd.termijn import bereken

VERZONNEN_DUUR = Duur(4, Eenheid.WEKEN)
"""What the letter of the made-up case gives where the contract gives no duration."""
_WACHT = ("herstel", "reactie", "verbeterplan")
"""The kinds of term that are waited for before the next step."""
_BRIEF = ("verzending", "ontvangst")
_BEZWAAR = ("ontvangst-bezwaar", "geschil")


@dataclass(frozen=True, slots=True)
class Proeftermijn:
    """A term of the made-up case; without days where its begin is open."""

    termijn: Regimetermijn
    begin: str | None
    van: date | None
    duur: Duur
    uiterlijk: date | None

    @property
    def verzonnen(self) -> bool:
        """Whether the contract gives no duration."""
        return self.termijn.termijn is None


@dataclass(frozen=True, slots=True)
class Proefstap:
    """One instrument, taken on the first day on which its terms allow it."""

    trede: Trede
    instrument: Regimeinstrument
    dag: date
    ontvangen: date
    poort: tuple[tuple[str, str, bool], ...]
    """Its conditions: name, what each asks, and whether it is hard."""
    brief: str | None
    onderdelen: tuple[tuple[str, str], ...]
    """What the contract wants in the letter: what, and the clause."""
    termijnen: tuple[Proeftermijn, ...]
    belet: tuple[Belet, ...]
    """Why it can never be taken."""


@dataclass
class _Spel:
    """How far the made-up case has come."""

    register: Register
    regime: Regime
    einde: dict[str, date] = field(default_factory=dict)
    """By instrument the last day that is waited for."""

    def kalender(self, dag: date) -> Kalender:
        """The calendar of the contract for a term from a day."""
        return kalender_onder(self.register, dag, self.regime)

    def termijn(self, regel: Regimetermijn, dagen: dict[str, date]) -> Proeftermijn:
        """A term from the event in the case that starts it."""
        begin: str | None = regel.begin
        if regel.vraag:
            dag = dagen["ingang"]
            begin = lees_vraag(self.register, self.regime, regel.vraag, dag).keuze
        duur, van = regel.termijn or VERZONNEN_DUUR, dagen.get(begin or "")
        uiterlijk = (
            bereken(van, duur, self.kalender(van), terug=regel.terug == "ja").uiterlijk
            if van
            else None
        )
        return Proeftermijn(regel, begin, van, duur, uiterlijk)

    def van(self, instrument: str, dag: date, ontvangen: date) -> tuple[Proeftermijn, ...]:
        """The terms of a measure; an objection comes on the last day on which it can."""
        eigen = [rij for rij in self.regime.termijnen if instrument in rij.instrumenten]
        vooraf = next((r.termijn for r in eigen if r.terug == "ja" and r.begin == "ingang"), None)
        kalender = self.kalender(ontvangen)
        ingang = bereken(ontvangen, vooraf, kalender).uiterlijk if vooraf else dag
        dagen = {"verzending": dag, "ingang": ingang, "ontvangst": ontvangen}
        uit = [self.termijn(rij, dagen) for rij in eigen]
        bezwaar = next(
            (t.uiterlijk for t in uit if t.termijn.soort == "bezwaar" and t.uiterlijk), None
        )
        if bezwaar:
            dagen |= dict.fromkeys(_BEZWAAR, bezwaar)
            uit = [self.termijn(rij, dagen) for rij in eigen]
        return tuple(uit)


def proef(register: Register, regime: Regime, dag: date) -> Iterator[Proefstap]:
    """Every instrument of every trede, from the lowest, each as early as the terms let it be."""
    spel, belet, nu = _Spel(register, regime), onbereikbaar(regime), dag
    for nr, trede in enumerate(regime.treden):
        stappen = [
            _stap(spel, trede, instrument, nu, belet.get((nr, plaats), ()))
            for plaats, instrument in enumerate(trede.instrumenten)
        ]
        yield from stappen
        for stap in stappen:
            wacht = [
                t.uiterlijk for t in stap.termijnen if t.uiterlijk and t.termijn.soort in _WACHT
            ]
            spel.einde[stap.instrument.instrument] = max([stap.ontvangen, *wacht])
        genomen = [spel.einde[stap.instrument.instrument] for stap in stappen if not stap.belet]
        nu = max([nu, *(einde + timedelta(days=1) for einde in genomen)])


def _stap(
    spel: _Spel, trede: Trede, instrument: Regimeinstrument, nu: date, belet: tuple[Belet, ...]
) -> Proefstap:
    na = spel.einde.get(instrument.na.instrument) if instrument.na else None
    dag = _werkdag(spel.register, max(nu, na + timedelta(days=1)) if na else nu)
    ontvangen = (
        vermoede_ontvangst(spel.register, spel.regime, dag) if instrument.brief != "geen" else dag
    )
    soort = briefsoort(instrument.brief, spel.regime)
    harde, rest = instrument.voorwaarden.hard, instrument.voorwaarden.gemotiveerd
    return Proefstap(
        trede,
        instrument,
        dag,
        ontvangen,
        (
            *(_poort(naam, hard=True) for naam in harde),
            *(_poort(naam, hard=False) for naam in rest),
        ),
        soort.titel if soort else None,
        tuple((eis.titel or _titel(eis.element), eis.grond.eis) for eis in soort.eisen)
        if soort
        else (),
        spel.van(instrument.instrument, dag, ontvangen),
        belet,
    )


def _werkdag(register: Register, dag: date) -> date:
    """The day itself, or the next one on which is worked."""
    een = Duur(1, Eenheid.WERKDAGEN)
    return bereken(dag - timedelta(days=1), een, kalender_op(register, dag)).uiterlijk


def _poort(naam: str, *, hard: bool) -> tuple[str, str, bool]:
    rij = VOORWAARDEN.get(naam)
    return naam, rij.titel if rij else "deze voorwaarde is niet bekend", hard


def _titel(element: str) -> str:
    if element.startswith(BEPALING):
        return "de woorden van de bepaling"
    functie = ELEMENTEN.get(element)
    return (functie.__doc__ or element).strip().rstrip(".") if functie else element
