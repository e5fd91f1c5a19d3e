"""Floor 4, opzegging: against which days a contract can be terminated, and by when to give notice.

By when to say that an option is used, or that a contract just ends, is `contracten`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.datum import MAANDEN
from clm_cli.tijd.duur import Duur, Eenheid
from clm_cli.tijd.kalender import Kalender, Rol
from clm_cli.tijd.termijn import bereken

_DAG = timedelta(days=1)
_EEN_DAG = Duur(1, Eenheid.DAGEN)
_LENGTE = {"einde-maand": 1, "einde-kwartaal": 3, "einde-jaar": 12}
_TEGEN = {
    "einde-maand": "het einde van een kalendermaand",
    "einde-kwartaal": "het einde van een kwartaal",
    "einde-jaar": "het einde van een kalenderjaar",
}


def tegen(regel: Regimetermijn) -> str:
    """Against what, in words; nothing where any day will do."""
    if regel.tegen_dagen:
        dagen = (date(2000, *map(int, dag.split("-"))) for dag in regel.tegen_dagen)
        return " of ".join(f"{dag.day} {MAANDEN[dag.month - 1]}" for dag in dagen)
    return _TEGEN[regel.tegen] if regel.tegen else ""


def opzegdag(regel: Regimetermijn, dag: date) -> date:
    """The first day, from a day on, against which notice can be given."""
    if regel.tegen_dagen:
        paren = (tuple(map(int, rij.split("-"))) for rij in regel.tegen_dagen)
        dagen = [date(jaar, *paar) for paar in paren for jaar in (dag.year, dag.year + 1)]
        return min(rij for rij in dagen if rij >= dag)
    if regel.tegen is None:
        return dag
    lengte = _LENGTE[regel.tegen]
    maand = -(-dag.month // lengte) * lengte
    return date(dag.year, maand, monthrange(dag.year, maand)[1])


def te_ontvangen(regel: Regimetermijn, duur: Duur, einde: date, kalender: Kalender) -> date:
    """The last day on which a notice against a day is received in time."""
    if not tegen(regel) or duur.eenheid not in (Eenheid.MAANDEN, Eenheid.JAAR):
        return bereken(einde, duur, kalender, terug=True).uiterlijk
    # Against the end of a month months are whole: a month before 28 February is January's last.
    na = bereken(einde + _DAG, duur, kalender, terug=True, rol=Rol.NIET).uiterlijk
    return bereken(na, _EEN_DAG, kalender, terug=True).uiterlijk


def eerste_einde(regel: Regimetermijn, duur: Duur, ontvangen: date, kalender: Kalender) -> date:
    """The first day against which a notice of that receipt is in time."""
    einde = opzegdag(regel, bereken(ontvangen, duur, kalender, rol=Rol.NIET).uiterlijk)
    while te_ontvangen(regel, duur, einde, kalender) < ontvangen:
        einde = opzegdag(regel, einde + _DAG)
    return einde
