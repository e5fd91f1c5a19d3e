"""Floor 6, dagen: the days that a letter prints, each with its count as an annex shows it."""

from __future__ import annotations

from typing import Any

from clm_cli.derivations.brieven.dagen import Briefdag
from clm_cli.derivations.zinnen import opsomming
from clm_cli.tijd.datum import datum_kort, datum_vol
from clm_cli.tijd.termijn import Berekening, Eenheid

KALENDERS = {
    "atw": (
        "de algemeen erkende en daarmee gelijkgestelde feestdagen (Algemene termijnenwet, artikel "
        "3, eerste tot en met derde lid)"
    ),
    "atw-zonder-besluiten": (
        "de algemeen erkende en daarmee gelijkgestelde feestdagen (Algemene termijnenwet, artikel "
        "3, eerste en tweede lid)"
    ),
    "feestdagen": "de gebruikelijke feestdagen, met 5 mei alleen in lustrumjaren",
}


def daggegevens(dagen: tuple[Briefdag, ...]) -> dict[str, object]:
    """The days that the letter prints, and how each was counted."""
    kalender = dagen[0].berekening.kalender.naam if dagen else ""
    return {
        "dagen": {dag.soort: _dag(dag) for dag in dagen},
        "afwikkeling": [_dag(dag) for dag in dagen if dag.soort == "afwikkeling"],
        "berekeningen": _berekeningen(dagen),
        "kalender": KALENDERS.get(kalender, kalender),
    }


def _dag(dag: Briefdag) -> dict[str, object]:
    vanaf = _VANAF.get(dag.begin, _VANAF["ontvangst"])
    return {
        "uiterlijk": dag.uiterlijk,
        "termijn": str(dag.berekening.duur),
        "titel": dag.titel,
        "vanaf": vanaf.format(datum_vol(dag.berekening.start)),
    }


_VANAF = {
    "ontvangst": "na ontvangst van deze brief",
    "verzending": "na verzending van deze brief",
    "ingang": "na de ingang van deze maatregel op {}",
    "gesprek": "na ons gesprek van {}",
}
"""How a letter says from when a term runs, by the event with which it begins."""


def _berekeningen(dagen: tuple[Briefdag, ...]) -> list[dict[str, object]]:
    """The count of each term, day by day, as an annex prints it.

    Terms that are counted alike are printed once.
    """
    gelijk: dict[tuple[Any, ...], list[Briefdag]] = {}
    for dag in dagen:
        gelijk.setdefault(
            (dag.titel, dag.berekening.start, dag.uiterlijk, dag.berekening.duur), []
        ).append(dag)
    return [
        _berekening(rijen[0], opsomming(d.tekortkoming for d in rijen if d.tekortkoming))
        for rijen in gelijk.values()
    ]


def _berekening(dag: Briefdag, tekortkomingen: str) -> dict[str, object]:
    rekening = dag.berekening
    geteld = [f"{datum_kort(d.datum)} ({d.nummer})" for d in rekening.dagen if d.telt]
    werkdagen = rekening.duur.eenheid is Eenheid.WERKDAGEN
    return {
        "titel": f"{dag.titel.rstrip('.')} {tekortkomingen}".strip(),
        "termijn": str(rekening.duur),
        "start": rekening.start,
        "uiterlijk": dag.uiterlijk,
        # of a term of days the first and the last say all; of working days each has to be seen
        "geteld": ", ".join(geteld) if werkdagen else f"van {geteld[0]} tot en met {geteld[-1]}",
        "niet": _niet_geteld(rekening) if werkdagen else "",
        "kanttekeningen": [
            *filter(None, [rekening.verschuiving]),
            *rekening.kalender.kanttekeningen(rekening.start, rekening.uiterlijk),
        ],
    }


def _niet_geteld(rekening: Berekening) -> str:
    """The weekdays that do not count, each with why, and the weekends, as far as there are any."""
    dagen = [
        f"{datum_kort(d.datum)} ({d.reden.replace(' (', ', ').rstrip(')')})"
        for d in rekening.dagen
        if not d.telt and d.reden and d.datum.weekday() < 5
    ]
    return f"{', '.join(dagen)}, en de zaterdagen en zondagen" if dagen else ""
