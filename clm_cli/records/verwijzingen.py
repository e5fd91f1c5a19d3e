"""Floor 2, verwijzingen: which fields of a record point elsewhere, and which parts have an id."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias, get_args

from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Deel, kan_delen
from clm_cli.records.velden import Naar


def _merk(soort: Any) -> Naar | None:
    """The mark inside an annotation, however deep (optional, tuple)."""
    for deel in (*getattr(soort, "__metadata__", ()), *get_args(soort)):
        gevonden = deel if isinstance(deel, Naar) else _merk(deel)
        if gevonden is not None:
            return gevonden
    return None


@cache
def _merken(model: type[Deel]) -> dict[str, Naar]:
    """The reference fields of a model."""
    gevonden: dict[str, Naar] = {}
    for naam, veld in model.model_fields.items():
        eigen = next((deel for deel in veld.metadata if isinstance(deel, Naar)), None)
        merk = eigen or _merk(veld.annotation)
        if merk is not None:
            gevonden[naam] = merk
    return gevonden


def verwijsvelden(model: type[Deel]) -> dict[str, str]:
    """The fields of a model that name something else, with the kind of thing that they name."""
    return {naam: merk.wat for naam, merk in _merken(model).items()}


@cache
def _deelvelden(model: type[Deel]) -> tuple[str, ...]:
    """The fields of a model that may hold parts: most hold none, and every rule walks them."""
    return tuple(naam for naam, veld in model.model_fields.items() if kan_delen(veld.annotation))


Plaatsdeel: TypeAlias = tuple[Sleutel, Deel]
"""A part of a record with its key path."""


def delen(record: Deel, sleutel: Sleutel = ()) -> Iterator[Plaatsdeel]:
    """The record and every part inside it, each with its key path."""
    yield sleutel, record
    inhoud = vars(record)
    for naam in _deelvelden(type(record)):
        waarde = inhoud[naam]
        if isinstance(waarde, Deel):
            yield from delen(waarde, (*sleutel, naam))
        elif isinstance(waarde, tuple):
            for plaats, deel in enumerate(waarde):
                if isinstance(deel, Deel):
                    yield from delen(deel, (*sleutel, naam, plaats))


def langs(record: Deel, sleutel: Sleutel) -> Iterator[Deel]:
    """The parts that a key path leads through: the record first, what it ends at last."""
    hier: Any = record
    yield record
    for stap in sleutel:
        hier = hier[stap] if isinstance(stap, int) else getattr(hier, stap)
        if isinstance(hier, Deel):
            yield hier


def verwijzingen(delen_ervan: Iterable[Plaatsdeel]) -> Iterator[tuple[Sleutel, Naar, str]]:
    """Every reference in a record: its key path, the kind of thing it points at, its text."""
    for sleutel, deel in delen_ervan:
        inhoud = vars(deel)
        for naam, merk in _merken(type(deel)).items():
            waarde = inhoud[naam]
            if isinstance(waarde, str):
                yield (*sleutel, naam), merk, waarde
            elif isinstance(waarde, tuple):
                for plaats, tekst in enumerate(waarde):
                    yield (*sleutel, naam, plaats), merk, tekst


def onderdelen(delen_ervan: Iterable[Plaatsdeel]) -> Iterator[tuple[str, Sleutel, Deel]]:
    """Every part of a record that has an id: the id, its key path and the part itself."""
    for sleutel, deel in delen_ervan:
        # pydantic takes long to say that a field is not there
        kenmerk = vars(deel).get("id")
        if sleutel and isinstance(kenmerk, str):
            yield kenmerk, sleutel, deel
