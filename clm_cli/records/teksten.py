"""Floor 2, teksten: the texts in a record that somebody may have typed, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Deel
from clm_cli.records.verwijzingen import Plaatsdeel


def _is_vrij(soort: Any) -> bool:
    """Whether a value of this annotation may be a text that somebody typed.

    A word out of a closed list says nothing of a person, and every file holds many.
    """
    if isinstance(soort, type):
        return issubclass(soort, str)
    delen_ervan = () if get_origin(soort) is Literal else get_args(soort)
    return any(map(_is_vrij, delen_ervan)) or isinstance(soort, TypeVar)


@cache
def _velden(model: type[Deel]) -> tuple[str, ...]:
    return tuple(naam for naam, veld in model.model_fields.items() if _is_vrij(veld.annotation))


def teksten(delen: Iterable[Plaatsdeel]) -> Iterator[tuple[Sleutel, str]]:
    """Every text in a record that somebody may have typed, with its key path."""
    for sleutel, deel in delen:
        inhoud = vars(deel)
        for naam in _velden(type(deel)):
            waarde = inhoud[naam]
            if isinstance(waarde, str):
                yield (*sleutel, naam), waarde
            elif isinstance(waarde, tuple):
                yield from (
                    ((*sleutel, naam, i), tekst)
                    for i, tekst in enumerate(waarde)
                    if isinstance(tekst, str)
                )
