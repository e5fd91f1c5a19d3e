"""Floor 4, kalenderkeuze: the calendar that the organisation chose for the terms of a day."""

from __future__ import annotations

from datetime import date

from clm_cli.records.basis import geldend
from clm_cli.records.organisatie import Kalenderkeuze, Organisatie
from clm_cli.tijd.kalender import Kalender, Sluitingsdag, gekozen


def gekozen_kalender(organisatie: Organisatie, start: date) -> Kalender:
    """The calendar for a term that starts on a day, with the days on which all is closed."""
    keuze = geldend(organisatie.kalender, start)
    return gekozen([(keuze.vanaf, _kalender(keuze))] if keuze else [], start)


def _kalender(keuze: Kalenderkeuze) -> Kalender:
    dagen = tuple(Sluitingsdag(dag.datum, dag.reden) for dag in keuze.sluitingsdagen)
    return Kalender(keuze.kalender, dagen)
