"""Floor 0, value: `@value`, a dataclass whose values never change, that costs a start little.

What `dataclass(frozen=True)` writes for a class it compiles when the class is made: six functions,
half a millisecond, of hundreds of classes that one command never makes a value of. Here all classes
share them, and `__init__`, which cannot be shared, is written at the first value. Who works with
one sees a dataclass: `replace`, `fields`, `match` and the type checker know it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def value(klasse: type[T], /) -> type[T]: ...
@overload
def value(*, eq: bool = ..., kw_only: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(
    klasse: type[T] | None = None, /, *, eq: bool = True, kw_only: bool = False
) -> type[T] | Callable[[type[T]], type[T]]:
    """The class as one of values: made of its fields, compared by them, never changed."""

    def maak(klasse: type[T]) -> type[T]:
        gedeeld = _ALTIJD | _VERGELEKEN if eq else _ALTIJD
        for naam in gedeeld.keys() - vars(klasse).keys():
            setattr(klasse, naam, gedeeld[naam])
        return dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(klasse)

    return maak(klasse) if klasse else maak


def _eerste(self: Any, *waarden: Any, **bij_naam: Any) -> None:
    """Stands in for the `__init__` of a class until somebody asks for a value of it."""
    klasse = next(k for k in type(self).__mro__ if vars(k).get("__init__") is _eerste)
    eigen = _init(klasse)
    setattr(klasse, "__init__", eigen)  # noqa: B010 - what is no method the type checker refuses
    eigen(self, *waarden, **bij_naam)


def _init(klasse: type) -> Callable[..., None]:
    """What sets the fields of a new value, as Python would have it written."""
    rij = fields(klasse)
    los = [veld for veld in rij if veld.init and not veld.kw_only]
    op_naam = [veld for veld in rij if veld.init and veld.kw_only]
    vraagt = ["self", *map(_vraagt, los), *(["*"] if op_naam else []), *map(_vraagt, op_naam)]
    doet = [f"    zet(self, {veld.name!r}, {_krijgt(veld)})\n" for veld in rij]
    doet += ["    self.__post_init__()\n"] if hasattr(klasse, "__post_init__") else []
    weet: dict[str, Any] = {"zet": object.__setattr__, "NIETS": MISSING}
    for veld in rij:
        weet |= {
            f"_standaard_{veld.name}": veld.default,
            f"_maak_{veld.name}": veld.default_factory,
        }
    exec(f"def __init__({', '.join(vraagt)}):\n{''.join(doet)}    return", weet)  # noqa: S102 - only names of our own fields are in it
    return weet["__init__"]  # type: ignore[no-any-return] # just defined


def _vraagt(veld: Field[Any]) -> str:
    if veld.default is not MISSING:
        return f"{veld.name}=_standaard_{veld.name}"
    return veld.name if veld.default_factory is MISSING else f"{veld.name}=NIETS"


def _krijgt(veld: Field[Any]) -> str:
    if not veld.init:
        return f"_standaard_{veld.name}" if veld.default is not MISSING else f"_maak_{veld.name}()"
    if veld.default_factory is MISSING:
        return veld.name
    return f"_maak_{veld.name}() if {veld.name} is NIETS else {veld.name}"


@cache
def _vergeleken(klasse: type[Any]) -> tuple[str, ...]:
    return tuple(veld.name for veld in fields(klasse) if veld.compare)


def _kern(self: Any) -> tuple[Any, ...]:
    klasse: Any = type(self)
    return tuple([getattr(self, naam) for naam in _vergeleken(klasse)])


def _gelijk(self: object, ander: object) -> Any:
    if type(self) is not type(ander):
        return NotImplemented
    return self is ander or _kern(self) == _kern(ander)


@recursive_repr()
def _als_tekst(self: Any) -> str:
    delen = (f"{veld.name}={getattr(self, veld.name)!r}" for veld in fields(self) if veld.repr)
    return f"{type(self).__qualname__}({', '.join(delen)})"


def _weiger(_self: object, naam: str, *_waarde: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {naam!r}")


_ALTIJD: dict[str, Callable[..., Any]] = {
    "__init__": _eerste,
    "__repr__": _als_tekst,
    "__setattr__": _weiger,
    "__delattr__": _weiger,
}
_VERGELEKEN: dict[str, Callable[..., Any]] = {
    "__eq__": _gelijk,
    "__hash__": lambda self: hash(_kern(self)),
}
