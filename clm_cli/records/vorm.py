"""Floor 2, vorm: the fields of a record as a person fills them in.

What, whether it must, and which choices.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from clm_cli.records.basis import Deel, Feit, Stuk
from clm_cli.records.schema import beschrijvingen

KOPVELDEN = ("datum", "vastgelegd", "door")
"""Fields at the head of a fact that clm fills in itself."""


@dataclass(frozen=True, slots=True)
class Veld:
    """One field: its name, its Dutch description, whether it has to be there, and what it holds."""

    naam: str
    uitleg: str
    verplicht: bool
    veel: bool
    keuzes: tuple[str, ...] = ()
    deel: type[Deel] | None = None
    voorbeeld: str = ""

    @property
    def is_stuk(self) -> bool:
        """Whether it names a document."""
        return self.deel is Stuk


@cache
def velden(model: type[Deel]) -> tuple[Veld, ...]:
    """The fields of a model, those that must be there first; without what clm fills in itself."""
    uitleg = beschrijvingen(model)
    kop = KOPVELDEN if issubclass(model, Feit) else ()
    rijen = [
        _veld(naam, veld.annotation, uitleg.get(naam, ""), veld.is_required(), veld.metadata)
        for naam, veld in model.model_fields.items()
        if naam not in kop
    ]
    return tuple(
        sorted(
            rijen,
            key=lambda rij: (not rij.verplicht, rij.naam in ("bij", "bijlagen", "toelichting")),
        )
    )


def _veld(naam: str, soort: Any, uitleg: str, verplicht: bool, kenmerken: list[Any]) -> Veld:
    soort = _zonder_niets(soort)
    veel = get_origin(soort) is tuple
    if veel:
        soort = _zonder_niets(get_args(soort)[0])
    kern, merken = _kern(soort)
    deel = kern if isinstance(kern, type) and issubclass(kern, Deel) else None
    keuzes = tuple(str(keuze) for keuze in get_args(kern)) if get_origin(kern) is Literal else ()
    return Veld(naam, uitleg, verplicht, veel, keuzes, deel, _voorbeeld((*merken, *kenmerken)))


def _zonder_niets(soort: Any) -> Any:
    if get_origin(soort) in (Union, UnionType):
        return next(deel for deel in get_args(soort) if deel is not NoneType)
    return soort


def _kern(soort: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(soort) is Annotated:
        kern, *merken = get_args(soort)
        return kern, tuple(merken)
    return soort, ()


def _voorbeeld(merken: tuple[Any, ...]) -> str:
    for merk in merken:
        schema = getattr(merk, "json_schema", None)
        if schema and schema.get("examples"):
            return str(schema["examples"][0])
    return ""
