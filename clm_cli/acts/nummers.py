"""Floor 6, nummers: the next free id in a dossier, such as A-29 after A-28."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clm_cli.dossier import Dossier
from clm_cli.records.basis import Deel
from clm_cli.records.gesprek import Actie, Besluit, Bevinding, Gehouden

_VAN_GESPREK: tuple[tuple[str, str, type[Deel], str], ...] = (
    ("bevindingen", "BV", Bevinding, "kern"),
    ("besluiten", "B", Besluit, "besluit"),
    ("acties", "A", Actie, "wat"),
)
"""What is numbered in a talk: the list, what its numbers begin with, and what each row says."""
_VERWOORD = 0.6
"""So much alike are two texts of which the one is the other in other words."""


def volgende(dossier: Dossier, voor: str, ook: Any = None) -> str:
    """The next id with this prefix, after the highest in the dossier and in what is written."""
    namen = [{"id": naam.rpartition("#")[2]} for naam in dossier.doelen]
    return eerstvolgende(voor, [namen, ook])


def eerstvolgende(voor: str, boom: Any) -> str:
    """The next id with this prefix after the highest in a tree."""
    vorm = re.compile(rf"{re.escape(voor)}-([0-9]{{1,6}})")
    return f"{voor}-{max(_in(boom, vorm), default=0) + 1:02d}"


def _in(boom: Any, vorm: re.Pattern[str]) -> list[int]:
    if isinstance(boom, dict):
        gevonden = vorm.fullmatch(str(boom.get("id", "")))
        return [
            *([int(gevonden[1])] if gevonden else []),
            *(n for deel in boom.values() for n in _in(deel, vorm)),
        ]
    rij = boom if isinstance(boom, (list, tuple)) else ()
    return [n for deel in rij for n in _in(deel, vorm)]


def nummer(dossier: Dossier, eerder: Gehouden | None, boom: dict[str, Any]) -> None:
    """Give a number to what was said in a talk; what was recorded of it before keeps its own."""
    for lijst, voor, model, zegt in _VAN_GESPREK:
        rijen = [rij for rij in boom.get(lijst, []) if isinstance(rij, dict)]
        oud = list(getattr(eerder, lijst)) if eerder else []
        for past in (_gelijk, _verwoord):
            for plaats, rij in enumerate(rijen):
                bezet = {een.get("id") for een in rijen}
                over = [een for een in oud if een.id not in bezet]
                if "id" not in rij and (id_ := past(model, rij, over, zegt)):
                    rijen[plaats] = {"id": id_, **rij}
                    boom[lijst] = rijen
        for plaats, rij in enumerate(rijen):
            if "id" not in rij:
                rijen[plaats] = {"id": volgende(dossier, voor, boom), **rij}
                boom[lijst] = rijen


def _gelijk(model: type[Deel], rij: Mapping[str, object], oud: Sequence[Any], _: str) -> str | None:
    """The number of the row that says exactly this."""
    for een in oud:
        try:
            if model.model_validate({"id": een.id, **rij}) == een:
                return str(een.id)
        except ValueError:
            return None  # the record itself is refused, with its place
    return None


def _verwoord(
    _: type[Deel], rij: Mapping[str, object], oud: Sequence[Any], zegt: str
) -> str | None:
    """The number of the one row that says nearly this."""
    tekst = str(rij.get(zegt, ""))
    lijkt = [
        een.id
        for een in oud
        if difflib.SequenceMatcher(None, getattr(een, zegt), tekst).ratio() >= _VERWOORD
    ]
    return str(lijkt[0]) if len(lijkt) == 1 else None


def anders_verwoord(eerder: Gehouden | None, boom: Mapping[str, Any]) -> Iterator[str]:
    """What keeps its number and says something else than it did."""
    for lijst, _, _, zegt in _VAN_GESPREK if eerder else ():
        was = {een.id: getattr(een, zegt).strip() for een in getattr(eerder, lijst)}
        for rij in [rij for rij in boom.get(lijst, []) if isinstance(rij, dict)]:
            id_, nu = str(rij.get("id")), str(rij.get(zegt, "")).strip()
            if id_ in was and was[id_] != nu:
                yield f"{id_} houdt zijn nummer, en was: {was[id_]}"
