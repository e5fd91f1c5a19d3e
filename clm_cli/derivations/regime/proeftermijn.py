"""Floor 4, proeftermijn: the terms that run on one step of a made-up case, each worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from clm_cli.derivations.brieven.aankomst import vermoede_ontvangst
from clm_cli.derivations.opzegging import eerste_einde, te_ontvangen, tegen
from clm_cli.derivations.termijnen import kalender_onder, kalender_op, lees_vraag, termijnbeleid
from clm_cli.records.basis import Grond
from clm_cli.records.regime import Regime, Regimeinstrument, Regimetermijn, Trede
from clm_cli.records.regimeregels import Duurregel
from clm_cli.register import Register
from clm_cli.tijd.duur import Duur, Eenheid
from clm_cli.tijd.kalender import Kalender, Rol
from clm_cli.tijd.termijn import bereken
from clm_cli.value import value

VERZONNEN_DUUR = Duur(4, Eenheid.WEKEN)
"""What the letter of the made-up case gives where the contract gives no duration."""
_GEBEURT = {
    "bezwaar": ("ontvangst-bezwaar", "geschil"),
    "verslag-delen": ("gedeeld",),
    "verbeterplan": ("ontvangst-plan",),
    "reactie": ("ontvangst-reactie",),
    "gesprek": ("gesprek",),
}
"""What happens on the last day of a term, by its kind or by what ends it."""
_WERKDAG = Duur(1, Eenheid.WERKDAGEN)


@value
class Proeftermijn:
    """A term of the made-up case; without days where its begin is open."""

    soort: str
    titel: str
    partij: str
    grond: Grond
    gevolg: str
    begin: str | None
    van: date | None
    duur: Duur
    uiterlijk: date | None
    verzonnen: bool = False
    """Whether the contract gives no duration."""
    terug: bool = False
    """Whether it is counted back from the day that it names."""
    tegen: str = ""
    """Against which days notice can be given, in words."""
    opent: tuple[str, ...] = ()
    """The instruments that can be taken only once it has passed."""


@dataclass
class Verloop:
    """The made-up case on its days: what happens in it, and what is counted from that."""

    register: Register
    regime: Regime
    einde: date
    """The last day of the contract."""

    def kalender(self, dag: date) -> Kalender:
        """The calendar of the contract for a term from a day."""
        return kalender_onder(self.register, dag, self.regime)

    def werkdag(self, dag: date) -> date:
        """The day itself, or the next one on which is worked."""
        kalender = kalender_op(self.register, dag)
        return bereken(dag - timedelta(days=1), _WERKDAG, kalender).uiterlijk

    def ontvangen(self, dag: date) -> date:
        """When a letter of a day arrives."""
        return vermoede_ontvangst(self.register, self.regime, dag)

    def termijn(self, regel: Regimetermijn, dagen: dict[str, date]) -> Proeftermijn:
        """A term of the contract from the event in the case that starts it."""
        begin: str | None = regel.begin
        if regel.vraag:
            dag = dagen.get("ingang") or min(dagen.values())
            begin = lees_vraag(self.register, self.regime, regel.vraag, dag).keuze
        vast = regel.termijn or regel.minstens
        duur, van, terug = vast or VERZONNEN_DUUR, dagen.get(begin or ""), regel.terug
        dag_ = van and self._laatste(regel, duur, van)
        kop = (regel.naam or regel.soort, regel.titel, regel.partij, regel.grond, regel.gevolg)
        opent = regel.stappen if regel.daarna in ("stap-mogelijk", "stap-wacht") else ()
        eigen = (vast is None, terug == "ja", tegen(regel), opent)
        return Proeftermijn(*kop, begin, van, duur, dag_, *eigen)

    def _laatste(self, regel: Regimetermijn, duur: Duur, van: date) -> date:
        if regel.terug == "ja":
            return te_ontvangen(regel, duur, van, self.kalender(van))
        return bereken(van, duur, self.kalender(van)).uiterlijk

    def einde_na(self, regel: Regimetermijn, ontvangen: date) -> date:
        """The first day against which a notice that was received can be given."""
        duur = regel.termijn or VERZONNEN_DUUR
        return eerste_einde(regel, duur, ontvangen, self.kalender(ontvangen))

    def bij(self, regels: list[Regimetermijn], dagen: dict[str, date]) -> list[Proeftermijn]:
        """Terms with what follows from them: each is answered on its last day, and judged next."""
        while True:
            uit = [self.termijn(regel, dagen) for regel in regels]
            rijen = zip(regels, uit, strict=True)
            zelf = any(rij.tot == "oordeel-plan" for rij in regels)
            later = {n: dag for paar in rijen for n, dag in self._daarna(*paar, oordeelt=not zelf)}
            if not later.keys() - dagen.keys():
                return uit
            dagen = {**later, **dagen}

    def _daarna(
        self, regel: Regimetermijn, rij: Proeftermijn, *, oordeelt: bool
    ) -> Iterator[tuple[str, date]]:
        """What happens on the last day of a term; a plan is approved where no term says when."""
        if rij.uiterlijk is None:
            return
        for gebeurt in _GEBEURT.get(regel.tot or regel.soort, ()):
            yield gebeurt, rij.uiterlijk
        if regel.tot == "oordeel-plan":
            yield "plan-goedgekeurd", rij.uiterlijk
        if regel.soort == "verbeterplan" and oordeelt:
            yield "plan-goedgekeurd", self.werkdag(rij.uiterlijk + timedelta(days=1))
        if regel.soort == "herstel":
            yield "herstel-uitgebleven", self.werkdag(rij.uiterlijk + timedelta(days=1))

    def vooraf(self, trede: Trede, instrument: Regimeinstrument, dag: date) -> list[Proeftermijn]:
        """The hearing and the announcement that the contract wants before a measure."""
        uit, vraagt = [], instrument.voorwaarden.alle
        horen, aankondiging = trede.horen, trede.aankondiging
        if horen and "wederhoor" in vraagt:
            beleid = termijnbeleid(self.register, dag)
            eigen = horen.termijn or beleid.wederhoor
            duur, van = eigen or VERZONNEN_DUUR, self.ontvangen(dag)
            tot = bereken(van, duur, self.kalender(van)).uiterlijk
            opnieuw = "Opnieuw horen" if horen.opnieuw == "ja" else "Horen"
            zin = "Zonder reactie is de aanbieder gehoord."
            kop = ("horen", f"{opnieuw} op de bevindingen", "aanbieder", horen.grond, zin)
            uit.append(Proeftermijn(*kop, "ontvangst", van, duur, tot, eigen is None))
            dag = self.werkdag(tot + timedelta(days=1))
        if aankondiging and "aangekondigd" in vraagt:
            duur, van = aankondiging.termijn, self.ontvangen(dag)
            ingang = self.werkdag(bereken(van, duur, self.kalender(van)).uiterlijk)
            tot = bereken(ingang, duur, self.kalender(ingang), terug=True).uiterlijk
            zin = "Bij acuut gevaar vervalt zij." if aankondiging.vervalt_bij_acuut == "ja" else ""
            kop = ("aankondiging", "Aankondiging", "opdrachtgever", aankondiging.grond, zin)
            uit.append(Proeftermijn(*kop, "ingang", ingang, duur, tot, terug=True))
        return uit

    def duur(self, regel: Duurregel, ingang: date) -> Iterator[Proeftermijn]:
        """The last day of a measure, each time it can be extended, and the first review."""
        van = ingang
        rijen = [("duur", "Laatste dag van de maatregel", regel.hoogstens, regel.grond)]
        if verlengen := regel.verlengen:
            wat = "Laatste dag na verlenging"
            rijen += [("verlenging", wat, verlengen.met, verlengen.grond)] * (verlengen.keer or 1)
        for soort, wat, duur, grond in rijen:
            if duur:
                tot = bereken(van, duur, self.kalender(van), rol=Rol.NIET).uiterlijk
                kop = (soort, wat, "opdrachtgever", grond, "")
                yield Proeftermijn(
                    *kop, "ingang" if van == ingang else "het vorige einde", van, duur, tot
                )
                van = tot
        if regel.bezien:
            tot = bereken(ingang, regel.bezien, self.kalender(ingang)).uiterlijk
            kop = ("bezien", "Bezien of hij nog nodig is", "opdrachtgever", regel.grond, "")
            yield Proeftermijn(*kop, "ingang", ingang, regel.bezien, tot)

    def planherstel(
        self, instrument: Regimeinstrument, termijnen: list[Proeftermijn]
    ) -> Iterator[Proeftermijn]:
        """The rounds in which a rejected plan may be mended; it is rejected on the next day."""
        herstel = instrument.plan.herstel if instrument.plan else None
        gevraagd = [rij.uiterlijk for rij in termijnen if rij.soort == "verbeterplan"]
        if herstel is None or not gevraagd or gevraagd[0] is None:
            return
        tot = gevraagd[0]
        for _ in range(herstel.keer):
            van = self.werkdag(tot + timedelta(days=1))
            van = self.ontvangen(van) if herstel.begin == "ontvangst" else van
            tot = bereken(van, herstel.termijn, self.kalender(van)).uiterlijk
            zin = "Daarna geldt het plan als niet geleverd."
            kop = ("planherstel", "Herstel van een afgekeurd plan", "aanbieder", herstel.grond, zin)
            begin = "afkeuring" if herstel.begin == "oordeel" else f"{herstel.begin} afkeuring"
            yield Proeftermijn(*kop, begin, van, herstel.termijn, tot)
