"""Floor 3, kaarten: a card as it was on an earlier day, by the dates that it holds itself.

Facts carry the day they happened and the moment they were recorded; a card only shows how things
stand. What it dates after the day that is looked at was not there yet.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from clm_cli.records.aanbieder import Plan
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Briefkaart
from clm_cli.records.gesprek import Gesprekskaart
from clm_cli.records.lijsten import (
    Leerpunten,
    Onduidelijkheden,
    Risicos,
    Verplichtingen,
    Voorbereiding,
    Wijzigingen,
)

_BEGINT: dict[type[Deel], str] = {Briefkaart: "datum", Plan: "opgesteld"}
"""Cards that exist from a day on."""
_EINDIGT: dict[type[Deel], tuple[str, tuple[str, ...]]] = {
    Risicos: ("risicos", ("gesloten",)),
    Wijzigingen: ("wijzigingen", ("besloten", "uitkomst", "reden", "in_contract")),
    Onduidelijkheden: ("onduidelijkheden", ("besloten", "besloten_door", "antwoord")),
    Leerpunten: ("leerpunten", ("klaar",)),
    Verplichtingen: ("verplichtingen", ("vervallen",)),
    Voorbereiding: ("voorbereiding", ("klaar",)),
    Plan: ("sturingsmomenten", ("klaar",)),
}
"""Lists, and what of a row is not known before the day in the first of these fields."""


def zoals_op(kaart: Deel, dag: date) -> Deel | None:
    """The card as it was on a day; None when there was none yet.

    Rows keep their number, since reasons point at them: only the newest rows, at the end of a list,
    are left out when they began later.
    """
    begin = _BEGINT.get(type(kaart))
    if begin and getattr(kaart, begin) > dag:
        return None
    if isinstance(kaart, Gesprekskaart):
        gehouden = kaart.gehouden
        later = gehouden is not None and gehouden.datum > dag
        return kaart.model_copy(update={"gehouden": None}) if later else kaart
    lijst = _EINDIGT.get(type(kaart))
    if lijst is None:
        return kaart
    naam, velden = lijst
    rijen = tuple(_rij_op(rij, velden, dag) for rij in getattr(kaart, naam))
    while rijen and getattr(rijen[-1], "sinds", dag) > dag:
        rijen = rijen[:-1]
    anders = {} if rijen == getattr(kaart, naam) else {naam: rijen}
    anders |= _nakomingen_op(kaart, dag)
    return kaart.model_copy(update=anders) if anders else kaart


def _rij_op(rij: Any, velden: tuple[str, ...], dag: date) -> Any:
    """One row of a list: what ended later had not ended, what was met later was still open."""
    anders: dict[str, Any] = {}
    eind = getattr(rij, velden[0])
    if eind is not None and eind > dag:
        anders |= dict.fromkeys(velden)
    anders |= _nakomingen_op(rij, dag)
    return rij.model_copy(update=anders) if anders else rij


def _nakomingen_op(ding: Any, dag: date) -> dict[str, Any]:
    """What of an obligation, or of a list that names shared ones, was met later."""
    alle = getattr(ding, "nakomingen", ())
    toen = tuple(nakoming for nakoming in alle if nakoming.gedaan <= dag)
    return {} if toen == alle else {"nakomingen": toen}
