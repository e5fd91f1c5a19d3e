"""Floor 4, stap: one step in a case that is looked at, or that was taken as a measure."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.escalatie.maatregeltermijnen import acute_signalen
from clm_cli.derivations.escalatie.stand import Maatregelstand, Stand
from clm_cli.derivations.escalatie.zaken import Genomen, contracten_van, heropend_op
from clm_cli.derivations.termijnen import geldt, lees_vraag, regel_van
from clm_cli.dossier import Contract, Escalatie
from clm_cli.kijk import OpBlik
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Feit
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Lezingkeuze, Regime, Regimeinstrument, Trede, Vraagregel
from clm_cli.register import Register
from clm_cli.value import value

F = TypeVar("F", bound=Feit)


@value
class Stap(OpBlik):
    """An instrument of a trede, as a step that is looked at or was taken."""

    escalatie: Escalatie
    contract: Contract
    trede: int
    instrument: Regimeinstrument
    tekortkomingen: tuple[Tekortkoming, ...]
    stand: Stand
    maatregel: Bestand[Maatregel] | None = None
    """The measure itself, when the step is being taken or was taken."""
    gezegd_voor: tuple[str, ...] = ()
    """Of a step that is only looked at: the municipalities for which it was said to be."""
    aangekomen: date | None = None
    """The day on which its letter was shown to arrive, also when that was recorded later."""

    @property
    def voorstel(self) -> Maatregel | None:
        """What was said with the step; None when it is only looked at."""
        return self.maatregel.record if self.maatregel else None

    @property
    def dag(self) -> date:
        """The day of the step."""
        return self.maatregel.record.datum if self.maatregel else self.blik.vandaag

    @property
    def waarvoor(self) -> str:
        """For what a measure has to be necessary here (J47), as the end of a sentence."""
        return f" voor {self.regime.noodzaak.titel}" if self.regime.noodzaak else ""

    def plek(self, *sleutel: str | int) -> Plek | None:
        """The place of what was said with the step; None when it is only looked at."""
        return self.maatregel.plek(*sleutel) if self.maatregel else None

    def van(self, model: type[F]) -> list[Bestand[F]]:
        """The facts of a kind that can carry a step: those since the last re-opening."""
        sinds = heropend_op(self.escalatie)
        return [f for f in self.escalatie.van(model) if sinds is None or f.record.datum >= sinds]

    def eerdere(self) -> list[Maatregelstand]:
        """The other measures of the case since the last re-opening, withdrawn ones left out."""
        # What was withdrawn never counted, also not as a lower trede (J37).
        sinds, eigen = heropend_op(self.escalatie), self.maatregel.pad if self.maatregel else None
        return [
            m
            for m in self.stand.maatregelen
            if m.genomen.maatregel.pad != eigen
            and m.toestand != "ingetrokken"
            and (sinds is None or m.genomen.record.datum >= sinds)
        ]

    def keuze(self, vraag: str) -> str | None:
        """How an open question of the contract is read on the day of the step."""
        return lees_vraag(self.register, self.regime, vraag, self.dag).keuze

    @property
    def regime(self) -> Regime:
        """The contract as data; one that says nothing when it is not known."""
        return self.contract.regime

    @property
    def regime_trede(self) -> Trede:
        """The trede of the step as the contract has it."""
        return next(rij for rij in self.regime.treden if rij.trede == self.trede)

    def regel(self, regel: Vraagregel | None, anders: str | None = None) -> str | None:
        """What holds on a point of the contract on the day of the step."""
        return regel_van(self.register, self.regime, regel, self.dag, anders)

    def geldt(self, keuze: Lezingkeuze | None) -> bool:
        """Whether the contract is read in the way under which something holds."""
        return geldt(self.register, self.regime, keuze, self.dag)

    def voorwaarden_van(self, instrument: Regimeinstrument) -> tuple[tuple[str, bool], ...]:
        """The conditions of an instrument, and whether they are hard as the contract is read."""
        return gelezen(self.register, self.regime, instrument, self.dag)

    @property
    def contracten(self) -> tuple[Contract, ...]:
        """The contracts of the case; the first of them is that of the step."""
        return contracten_van(self.dossier, self.escalatie)

    def deelt_contract(self, genomen: Genomen) -> bool:
        """Whether a measure, of whichever case, is about a contract of this step."""
        return bool({c.id for c in self.contracten} & {c.id for c in genomen.contracten})

    @property
    def uitvoering_van(self) -> date | None:
        """The first day on which a contract of the case was carried out; None when not known."""
        dagen = [c.looptijd.uitvoering_van if c.looptijd else None for c in self.contracten]
        bekend = [dag for dag in dagen if dag]
        return min(bekend) if bekend and len(bekend) == len(dagen) else None

    @property
    def acuut(self) -> bool:
        """Whether an acute danger is recorded, with its facts, on the day of the step."""
        return bool(self.acute(self.tekortkomingen))

    def acute(self, tekortkomingen: tuple[Tekortkoming, ...]) -> list[Bestand[Signaal]]:
        """The signals of acute danger for some shortcomings, on the day of the step."""
        return acute_signalen(self.blik, self.escalatie, tekortkomingen, self.dag)

    def ids(self) -> tuple[str, ...]:
        """The ids of the shortcomings."""
        return tuple(t.id for t in self.tekortkomingen)


def van_laatste_dag(feiten: list[Bestand[F]]) -> list[Bestand[F]]:
    """The facts of the newest day: on one day none goes before another."""
    dag = max((f.record.datum for f in feiten), default=None)
    return [f for f in feiten if f.record.datum == dag]


def laatste(feiten: list[Bestand[F]]) -> Bestand[F] | None:
    """One of the newest facts, for showing; it never decides between facts of one day."""
    return max(feiten, key=naar_dag, default=None)


def gelezen(
    register: Register, regime: Regime, instrument: Regimeinstrument, op: date
) -> tuple[tuple[str, bool], ...]:
    """The conditions of an instrument on a day, and whether they are hard as its regime is read."""
    # A clause is hard or asks a reason; an unclear one is what the reading makes of it.
    soort = dict.fromkeys(instrument.voorwaarden.hard, "hard") | dict.fromkeys(
        instrument.voorwaarden.gemotiveerd, "gemotiveerd"
    )
    for rij in instrument.voorwaarden.lezingen if regime else ():
        if rij.voorwaarde in soort and lees_vraag(register, regime, rij.vraag, op).keuze == (
            rij.keuze
        ):
            soort[rij.voorwaarde] = rij.wordt
    return tuple((naam, wat == "hard") for naam, wat in soort.items() if wat != "vervalt")
