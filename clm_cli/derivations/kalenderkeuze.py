"""Floor 4, kalenderkeuze: the calendar that the organisation chose for the terms of a day."""

from __future__ import annotations

from datetime import date

from clm_cli.records.organisatie import Kalenderkeuze, Organisatie
from clm_cli.tijd.kalender import Kalender, Sluitingsdag, gekozen


def gekozen_kalender(organisatie: Organisatie, start: date) -> Kalender:
    """The calendar for a term that starts on a day, with the days on which all is closed."""
    return gekozen(((keuze.vanaf, _kalender(keuze)) for keuze in organisatie.kalender), start)


def _kalender(keuze: Kalenderkeuze) -> Kalender:
    dagen = tuple(Sluitingsdag(dag.datum, dag.reden) for dag in keuze.sluitingsdagen)
    return Kalender(keuze.kalender, dagen)
