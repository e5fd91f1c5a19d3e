"""Floor 4, termijnen: from when, how long and on which calendar a term of a contract runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Self

from clm_cli.derivations.kalenderkeuze import gekozen_kalender
from clm_cli.dossier import Contract
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Grond, geldend
from clm_cli.records.organisatie import Termijnbeleid, Uitgangsbeleid
from clm_cli.records.regime import Lezingkeuze, Regime, Regimetermijn, Vraagregel
from clm_cli.records.velden import JaNee
from clm_cli.register import Register, vraag_van
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Kalender
from clm_cli.tijd.termijn import Berekening, Duur, Rol, bereken
from clm_cli.tijd.termijn import geldend as geldende_dag
from clm_cli.value import value


@value
class Anker:
    """The event a term starts from; provisional when the day was assumed and not recorded."""

    begin: str
    datum: date
    reden: Reden
    voorlopig: bool = False


@value
class Lezing:
    """How an open question of a regime is answered here."""

    vraag: str
    keuze: str | None
    """None: the contract leaves it open, nobody decided, and no proposal is used."""
    tekst: str
    """In a sentence: what is read, by whom and when, or that it is a proposal or unknown."""
    reden: Reden | None = None


@value
class Genoemdedag:
    """A date that was printed in a letter or agreed in a talk, with its place."""

    datum: date
    plek: Plek


@value(kw_only=True)
class Termijn:
    """A term: the day that counts, how it was counted, and what it rests on.

    The one shape of it; a line of the werklijst or of a case is a term with what it is about.
    """

    uiterlijk: date | None = None
    """None when the day cannot be worked out; `omdat` then says what is missing."""
    berekening: Berekening | None = None
    """None for a day that somebody set."""
    genoemd: tuple[Genoemdedag, ...] = ()
    """The days printed for it; one in favour of the other party goes before the count."""
    lezing: str | None = None
    """Which reading of the contract decides, in a sentence."""
    voorlopig: bool = False
    """The day it starts from was assumed: no right of the other party may be lost by it."""
    omdat: tuple[Reden, ...] = ()

    def met(self, termijn: Termijn) -> Self:
        """The same thing with another term: its day, its count, and its reasons after the own."""
        return replace(
            self,
            uiterlijk=termijn.uiterlijk,
            berekening=termijn.berekening,
            genoemd=termijn.genoemd,
            lezing=termijn.lezing,
            voorlopig=termijn.voorlopig,
            omdat=(*self.omdat, *termijn.omdat),
        )


def termijnbeleid(register: Register, op: date) -> Termijnbeleid:
    """The organisation's own terms on a day; none of them where it has no policy yet."""
    return geldend(register.organisatie.termijnbeleid, op) or Termijnbeleid.model_construct(
        vanaf=op
    )


def uitgangsbeleid(register: Register, op: date) -> Uitgangsbeleid:
    """The organisation's other choices on a day; none of them where it has no policy yet."""
    return geldend(register.organisatie.beleid, op) or Uitgangsbeleid.model_construct(vanaf=op)


def kalender_op(
    register: Register,
    start: date,
    contract: Contract | None = None,
    soort: str = "",
    naam: str | None = None,
) -> Kalender:
    """The calendar for a term that starts on a day: what was agreed, else the regime, else ours."""
    afwijking = contract.afwijking(soort, start, naam) if contract and soort else None
    eigen = afwijking[0].kalender if afwijking else None
    return _kalender(register, start, contract.regime if contract else None, eigen)


def kalender_onder(register: Register, start: date, regime: Regime) -> Kalender:
    """The calendar of a regime apart from any contract: what it says, else ours."""
    return _kalender(register, start, regime, None)


def _kalender(
    register: Register, start: date, regime: Regime | None, afgesproken: str | None
) -> Kalender:
    eigen, regel = gekozen_kalender(register.organisatie, start), regime and regime.kalender
    # a contract seldom says what a werkdag is, and the Atw is for statutes: the calendar is chosen
    naam = afgesproken or (regel.kalender if regel else None)
    # A21: the Atw rolls terms in statutes; for one in a contract that is how it is read.
    lezing = regel_van(register, regime, regime.vrije_laatste_dag, start) if regime else None
    rol = Rol((regel and regel.laatste_dag) or lezing or eigen.rol)
    terug = Rol(regel.terug) if regel and regel.terug else None
    return Kalender(naam or eigen.naam, eigen.sluitingsdagen, rol, terug)


def lees_vraag(register: Register, regime: Regime, vraag_id: str, op: date) -> Lezing:
    """How an open question is read: our own lezing, else the proposal (marked), else unknown."""
    vraag = vraag_van(regime, vraag_id)
    eigen = register.lezing(regime.id, vraag_id, op)
    if eigen is not None:
        wie, dag = register.naam_van(eigen.record.door), datum_vol(eigen.record.datum)
        tekst = (
            f"lezing {eigen.stam}: {keuzetekst(regime, vraag_id, eigen.record.keuze)} ({wie}, "
            f"{dag})"
        )
        return Lezing(vraag_id, eigen.record.keuze, tekst, Reden(tekst, eigen.plek("keuze")))
    # An unclear clause is never settled by the code: without a reading it stays unknown.
    if vraag is None or vraag.voorstel is None:
        wat = vraag.tekst if vraag else vraag_id
        return Lezing(vraag_id, None, f"het contract laat dit open en er is geen lezing: {wat}")
    keuze = keuzetekst(regime, vraag_id, vraag.voorstel)
    return Lezing(
        vraag_id, vraag.voorstel, f"voorlopige lezing: {keuze}; het contract is hier niet duidelijk"
    )


def keuzetekst(regime: Regime, vraag_id: str, keuze: str) -> str:
    """The words of a choice; its name where the regime has none."""
    vraag = vraag_van(regime, vraag_id)
    return (
        next((rij.tekst for rij in vraag.keuzes if rij.keuze == keuze), keuze) if vraag else keuze
    )


def regel_van(
    register: Register,
    regime: Regime,
    regel: Vraagregel | None,
    op: date,
    anders: str | None = None,
) -> str | None:
    """What holds on a point: what the contract says, or how its question is read.

    Where the regime has no such point, it is what `anders` says.
    """
    if regel is None:
        return anders
    return lees_vraag(register, regime, regel.vraag, op).keuze if regel.vraag else regel.regel


def geldt(register: Register, regime: Regime, keuze: Lezingkeuze | None, op: date) -> bool:
    """Whether an open question is read in the way under which something holds.

    What hangs on no question never holds in this way.
    """
    return keuze is not None and lees_vraag(register, regime, keuze.vraag, op).keuze == keuze.keuze


def bepaling(regime: Regime, id_: str) -> Grond | None:
    """The clause of a starting point or standing duty, if the regime has one by that name."""
    rijen = (*regime.uitgangspunten, *regime.verplichtingen)
    return next((rij.grond for rij in rijen if rij.id == id_), None)


def regelt(contract: Contract, onderwerp: str) -> JaNee:
    """Whether a contract says anything on a subject; unknown while its regime is."""
    if not contract.regime:
        return "onbekend"
    return "nee" if any(r.onderwerp == onderwerp for r in contract.regime.zwijgt_over) else "ja"


def niet_geregeld(contract: Contract, onderwerp: str) -> str | None:
    """In a sentence that a contract is silent on a subject; None where it is not known to be."""
    stil = next((r for r in contract.regime.zwijgt_over if r.onderwerp == onderwerp), None)
    return f"de overeenkomst van {contract.id} regelt niet: {stil.tekst}" if stil else None


def regimetermijnen(
    contract: Contract, *soorten: str, instrument: str | None = None
) -> tuple[Regimetermijn, ...]:
    """The terms of some kinds in a contract's regime, in its order; without a kind those of all.

    Where an instrument is named, only those that belong to it.
    """
    return tuple(
        rij
        for rij in contract.regime.termijnen
        if (not soorten or rij.soort in soorten)
        and (instrument is None or instrument in rij.instrumenten)
    )


def regimetermijn(contract: Contract, instrument: str, *soorten: str) -> Regimetermijn | None:
    """The first term of some kinds that the contract attaches to an instrument."""
    return next(iter(regimetermijnen(contract, *soorten, instrument=instrument)), None)


def begin_van(
    register: Register, contract: Contract, termijn: Regimetermijn, op: date
) -> tuple[str | None, Lezing | None]:
    """The event a contractual term starts from, and the reading that chose it, if one did."""
    # Receipt, sending or start: where the clause is silent the recorded reading decides.
    if termijn.vraag:
        lezing = lees_vraag(register, contract.regime, termijn.vraag, op)
        return lezing.keuze, lezing
    return termijn.begin, None


def duur_van(
    contract: Contract, termijn: Regimetermijn, op: date
) -> tuple[Duur | None, Reden | None]:
    """How long a contractual term lasts for this contract; the reason names an agreed deviation."""
    afwijking = contract.afwijking(termijn.soort, op, termijn.naam)
    # What the parties agreed for this contract goes before the text they share.
    if afwijking and afwijking[0].wordt:
        rij, plek = afwijking
        return rij.wordt, Reden(f"in dit contract is {rij.wordt} afgesproken ({rij.grond})", plek)
    return termijn.termijn, None


def reken(
    anker: Anker,
    duur: Duur,
    kalender: Kalender,
    *,
    genoemd: tuple[Genoemdedag, ...] = (),
    recht_wederpartij: bool = False,
    lezing: Lezing | None = None,
    rol: Rol | None = None,
    terug: bool = False,
) -> Termijn:
    """Work out a term from its anchor.

    Beside the day that follows a printed day counts as well: for a right of the other party the
    latest, for our duty the earliest.
    """
    berekening = bereken(
        anker.datum, duur, kalender, rol=rol, terug=terug, voorlopig=anker.voorlopig
    )
    # Several printed days: the one most favourable to whoever holds the right counts.
    dagen = tuple(dag.datum for dag in genoemd)
    uiterlijk = geldende_dag(berekening.uiterlijk, dagen, recht_wederpartij=recht_wederpartij)
    redenen = [anker.reden]
    redenen += [Reden(f"{datum_vol(dag.datum)} staat in de brief", dag.plek) for dag in genoemd]
    if lezing and lezing.reden:
        redenen.append(lezing.reden)
    return Termijn(
        uiterlijk=uiterlijk or berekening.uiterlijk,
        berekening=berekening,
        genoemd=genoemd,
        lezing=lezing.tekst if lezing else None,
        omdat=tuple(redenen),
        voorlopig=anker.voorlopig,
    )


def plek_van_beleid(register: Register, veld: str, op: date) -> Plek | None:
    """Where a policy term stands in organisatie.yaml."""
    bestand, beleid = register.organisatiebestand, termijnbeleid(register, op)
    if bestand is None or beleid not in bestand.record.termijnbeleid:
        return None
    return bestand.plek("termijnbeleid", bestand.record.termijnbeleid.index(beleid), veld)


def beleidsreden(register: Register, veld: str, op: date, tekst: str) -> Reden:
    """A reason that rests on our own policy, with its place."""
    return Reden(tekst, plek_van_beleid(register, veld, op))
