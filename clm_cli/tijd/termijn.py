"""Floor 1, termijn: the last day of a term, counted and rolled, with each day explained."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from clm_cli.tijd.datum import MAANDEN, dagen_in, datum_vol
from clm_cli.tijd.duur import HOOGSTE, Duur, Eenheid, lees_duur
from clm_cli.tijd.kalender import (
    EERSTE_JAAR,
    KALENDERS,
    LAATSTE_JAAR,
    BuitenKalender,
    Kalender,
    Rol,
)
from clm_cli.value import value

__all__ = [
    "HOOGSTE",
    "Alternatief",
    "Berekening",
    "BuitenKalender",
    "Dag",
    "Duur",
    "Eenheid",
    "Rol",
    "bereken",
    "geldend",
    "lees_duur",
]

_DAG = timedelta(days=1)


_STAP = {Rol.VOLGENDE: 1, Rol.NIET: 0, Rol.VORIGE: -1}


@value
class Dag:
    """One day of the derivation.

    It counts (`telt`) with its `nummer`, or not with its `reden`. In a term of working days the
    others do not count; in a term of days, weeks, months or years every day counts up to the
    nominal end, and the days after it that the term rolls over do not. The nominal end of a term
    that rolls counts and still has a `reden`: why the term cannot end there.
    """

    datum: date
    telt: bool
    nummer: int | None
    reden: str | None


@value
class Alternatief:
    """Another calendar that gives another day."""

    kalender: str
    uiterlijk: date


@value
class Berekening:
    """A term worked out; what explains it is worked out when asked for."""

    start: date
    """The day of the event, which itself never counts."""
    duur: Duur
    kalender: Kalender
    uiterlijk: date
    """The last day."""
    nominaal: date
    """The last day before rolling."""
    voorlopig: bool
    """The start is assumed, not recorded."""
    terug: bool
    """Counted back from the start."""
    rol: Rol

    @cached_property
    def dagen(self) -> tuple[Dag, ...]:
        """Every day from the one beside the start to the last one, in the order of counting."""
        return tuple(_dagen(self))

    @cached_property
    def alternatieven(self) -> tuple[Alternatief, ...]:
        """The other calendars, with our closing days, that give another last day in known years."""
        kalenders = [
            Kalender(naam, self.kalender.sluitingsdagen)
            for naam in KALENDERS
            if naam != self.kalender.naam
        ]
        dagen = [(kalender.naam, self._einde_op(kalender)) for kalender in kalenders]
        return tuple(Alternatief(naam, dag) for naam, dag in dagen if dag and dag != self.uiterlijk)

    @cached_property
    def kanttekeningen(self) -> tuple[str, ...]:
        """What a reader has to know of this count.

        It speaks of unknown decrees, a month without such a day, rolling, own closing days and
        other calendars.
        """
        noten = (
            self._maandeinde(),
            self.verschuiving,
            self._terug_bij_start(),
            self._gesloten(),
            self.verschil,
        )
        return (*self._onbekend(), *(noot for noot in noten if noot))

    @property
    def verschil(self) -> str | None:
        """That the calendars do not agree on the last day; None when they do."""
        if not self.alternatieven:
            return None
        delen = [
            f"{datum_vol(ander.uiterlijk)} met {ander.kalender}" for ander in self.alternatieven
        ]
        return (
            f"De kalenders geven niet dezelfde dag: {datum_vol(self.uiterlijk)} met "
            f"{self.kalender.naam}, {', '.join(delen)}."
        )

    @property
    def verschuiving(self) -> str | None:
        """That the nominal end is no working day, and where the last day went; None when it is."""
        reden = self.kalender.reden(self.nominaal)
        if reden is None:
            return None
        geen_werkdag = f"{datum_vol(self.nominaal)} is geen werkdag: {reden}"
        if self.uiterlijk == self.nominaal:
            return f"{geen_werkdag}; de laatste dag schuift niet."
        richting = "eerstvolgende" if self.uiterlijk > self.nominaal else "vorige"
        return (
            f"{geen_werkdag}; de laatste dag schuift naar de {richting} werkdag, "
            f"{datum_vol(self.uiterlijk)}."
        )

    def _einde_op(self, kalender: Kalender) -> date | None:
        """The last day on another calendar; None where that one runs out of known years."""
        try:
            return _einde(self.start, self.duur, kalender, -1 if self.terug else 1, self.rol)[1]
        except BuitenKalender:
            return None

    def _onbekend(self) -> tuple[str, ...]:
        """Years without a known decree, among the days on which a decree can make a difference."""
        eerste = self.start - _DAG if self.terug else self.start + _DAG
        # a decree may still come (Atw art. 3 lid 3): of a calendar term it can move the end alone
        if self.duur.eenheid is not Eenheid.WERKDAGEN:
            eerste = self.nominaal
            if self.rol is Rol.NIET:
                return ()
        return self.kalender.kanttekeningen(*sorted((eerste, self.uiterlijk)))

    def _maandeinde(self) -> str | None:
        if (
            self.duur.eenheid not in (Eenheid.MAANDEN, Eenheid.JAAR)
            or self.nominaal.day == self.start.day
        ):
            return None
        maand = f"{MAANDEN[self.nominaal.month - 1].capitalize()} {self.nominaal.year}"
        kant = "begint" if self.terug else "eindigt"
        return (
            f"{maand} heeft geen {self.start.day}e dag; de termijn {kant} op de laatste dag van "
            "die maand."
        )

    def _terug_bij_start(self) -> str | None:
        """That rolling the other way left no day between the start and the end."""
        if self.uiterlijk < self.start if self.terug else self.uiterlijk > self.start:
            return None
        return (
            f"Door het schuiven ligt de laatste dag niet meer {'vóór' if self.terug else 'na'} de "
            "startdag."
        )

    def _gesloten(self) -> str | None:
        """Own closing days that moved the last day."""
        if not self.kalender.sluitingsdagen:
            return None
        zonder = self._einde_op(Kalender(self.kalender.naam))
        if zonder in (None, self.uiterlijk):
            return None
        return (
            "Eigen sluitingsdagen tellen hier niet mee; zonder die dagen is het "
            f"{datum_vol(zonder)}."
        )


def bereken(
    start: date,
    duur: Duur,
    kalender: Kalender,
    *,
    terug: bool = False,
    rol: Rol | None = None,
    voorlopig: bool = False,
) -> Berekening:
    """Work out a term from the day of an event, which itself never counts.

    Working days are counted. The other units are measured on the calendar and then roll: by default
    away from the start when counting forward (next working day) and also when counting back
    (previous working day), so that what has to be done before a day is never late; the calendar of
    a contract may roll otherwise. BuitenKalender (a ValueError) outside 1966-2100.
    """
    # a clause on rolling is about a term that runs on, unless it rolls none at all or says so
    achteruit = kalender.terug or (Rol.NIET if kalender.rol is Rol.NIET else Rol.VORIGE)
    gekozen = rol or (achteruit if terug else kalender.rol)
    nominaal, uiterlijk = _einde(start, duur, kalender, -1 if terug else 1, gekozen)
    return Berekening(start, duur, kalender, uiterlijk, nominaal, voorlopig, terug, gekozen)


def _einde(start: date, duur: Duur, kalender: Kalender, stap: int, rol: Rol) -> tuple[date, date]:
    """The last day before and after rolling; `stap` is 1, or -1 when counting back."""
    _binnen(start.year)
    if duur.eenheid is Eenheid.WERKDAGEN:
        dag = _verder(start, duur.aantal, kalender, stap)
        return dag, dag
    # only a term on the calendar can end on a day off, and then rolls as art. 1 Atw does
    nominaal = _kalenderdag(start, duur, stap)
    if rol is Rol.NIET or kalender.is_werkdag(nominaal):
        return nominaal, nominaal
    return nominaal, _verder(nominaal, 1, kalender, _STAP[rol])


def _binnen(jaar: int) -> int:
    # no feast day is known outside these years: refuse rather than guess
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise BuitenKalender(jaar)
    return jaar


def _verder(start: date, aantal: int, kalender: Kalender, stap: int) -> date:
    """The n-th working day after the start, or before it."""
    # the day of the event itself never counts: the count begins beside it
    dag, verder, is_werkdag = start, stap * _DAG, kalender.is_werkdag
    while aantal:
        dag += verder
        aantal -= is_werkdag(dag)
    return dag


def _kalenderdag(start: date, duur: Duur, stap: int) -> date:
    """The nominal end of a calendar term; a month without such a day ends on its last day."""
    if duur.eenheid in (Eenheid.DAGEN, Eenheid.WEKEN):
        dag = start + stap * duur.aantal * (_DAG if duur.eenheid is Eenheid.DAGEN else 7 * _DAG)
        _binnen(dag.year)
        return dag
    # months end on the day of the same number, where the last month has one
    maanden = duur.aantal * (12 if duur.eenheid is Eenheid.JAAR else 1)
    jaar, maand = divmod(start.year * 12 + start.month - 1 + stap * maanden, 12)
    return date(_binnen(jaar), maand + 1, min(start.day, dagen_in(jaar, maand + 1)))


def _dagen(termijn: Berekening) -> list[Dag]:
    stap = -1 if termijn.terug else 1
    verste = max((termijn.nominaal, termijn.uiterlijk), key=lambda dag: stap * dag.toordinal())
    telt_alles = termijn.duur.eenheid is not Eenheid.WERKDAGEN
    uit: list[Dag] = []
    nummer = 0
    for n in range(1, stap * (verste - termijn.start).days + 1):
        dag = termijn.start + n * stap * _DAG
        reden = termijn.kalender.reden(dag)
        voorbij = stap * (dag - termijn.nominaal).days > 0
        telt = not voorbij and (telt_alles or reden is None)
        nummer += telt
        # the nominal end keeps its reason: it explains why the term runs on
        if telt and dag != termijn.nominaal:
            reden = None
        elif voorbij and reden is None:
            reden = "na het einde van de termijn; hierheen schuift de laatste dag"
        uit.append(Dag(dag, telt, nummer if telt else None, reden))
    return uit


def geldend(
    afgeleid: date | None, genoemd: tuple[date, ...], *, recht_wederpartij: bool
) -> date | None:
    """The day that counts beside printed ones.

    For a right of the other party it is the latest, for our duty the earliest.
    """
    dagen = [*genoemd, *([afgeleid] if afgeleid else [])]
    if not dagen:
        return None
    # the other party may rely on what we printed (3:35 BW); we keep to the earliest ourselves
    return max(dagen) if recht_wederpartij else min(dagen)
