"""Floor 3, kaarten: a card as it was on an earlier day, by the dates that it holds itself.

Facts carry the day they happened and the moment they were recorded; a card only shows how things
stand. What it dates after the day that is looked at was not there yet.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from clm_cli.records.aanbieder import Aanbieder, Plan
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
_LATER: dict[type[Deel], tuple[str, ...]] = {
    Aanbieder: ("uittreksel",),
    Gesprekskaart: ("stukken_verstuurd", "gehouden"),
}
"""Fields of a card that hold a day, or something with one, and nothing before it."""
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
    if type(kaart) in _LATER:
        return _zonder_later(kaart, dag)
    lijst = _EINDIGT.get(type(kaart))
    if lijst is None:
        return kaart
    naam, velden = lijst
    rijen = tuple(_rij_op(rij, velden, dag) for rij in getattr(kaart, naam))
    while rijen and getattr(rijen[-1], "sinds", dag) > dag:
        rijen = rijen[:-1]
    anders = {naam: rijen, **_los_op(kaart, dag)}
    gelijk = all(getattr(kaart, veld) == waarde for veld, waarde in anders.items())
    return kaart if gelijk else kaart.model_copy(update=anders)


def _zonder_later(kaart: Deel, dag: date) -> Deel:
    """The card without what was only seen, sent or held after the day."""
    anders: dict[str, object] = {}
    for veld in _LATER[type(kaart)]:
        waarde = getattr(kaart, veld)
        wanneer = waarde if isinstance(waarde, date) else getattr(waarde, "datum", None)
        if wanneer is not None and wanneer > dag:
            anders[veld] = None
    return kaart.model_copy(update=anders) if anders else kaart


def _los_op(kaart: Deel, dag: date) -> dict[str, object]:
    """What a card holds beside its rows: shared obligations that were met, changes of a plan."""
    if isinstance(kaart, Plan):
        return {"bijgesteld": tuple(d for d in kaart.bijgesteld if d <= dag)}
    return _nakomingen_op(kaart, dag)


def _nakomingen_op(deel: Any, dag: date) -> dict[str, object]:
    """What of an obligation, or of those that providers share, was met by then."""
    nakomingen = getattr(deel, "nakomingen", ())
    if all(nakoming.gedaan <= dag for nakoming in nakomingen):
        return {}
    return {"nakomingen": tuple(n for n in nakomingen if n.gedaan <= dag)}


def _rij_op(rij: Any, velden: tuple[str, ...], dag: date) -> Any:
    """One row of a list: what ended later had not ended, what was met later was still open."""
    anders: dict[str, object] = {}
    eind = getattr(rij, velden[0])
    if eind is not None and eind > dag:
        anders |= dict.fromkeys(velden)
    nakomingen = getattr(rij, "nakomingen", ())
    if any(nakoming.gedaan > dag for nakoming in nakomingen):
        anders["nakomingen"] = tuple(n for n in nakomingen if n.gedaan <= dag)
    return rij.model_copy(update=anders) if anders else rij
