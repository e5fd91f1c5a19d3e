"""Floor 0, value: `@value`, a dataclass whose values never change, that costs a start little.

What `dataclass(frozen=True)` writes for a class it compiles when the class is made: six functions,
half a millisecond, of hundreds of classes that one command never makes a value of. Here all classes
share them, and `__init__`, which cannot be shared, is written at the first value. Who works with
one sees a dataclass: `replace`, `fields`, `match` and the type checker know it.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import FrozenInstanceError, dataclass, field, fields, make_dataclass
from functools import cache
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")
_MEE = ("__doc__", "__post_init__")
"""What a class brings that its `__init__` calls, or that would be written of its fields."""


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
    type.__setattr__(klasse, "__init__", eigen)
    eigen(self, *waarden, **bij_naam)


def _init(klasse: type[Any]) -> Callable[..., None]:
    """What `dataclass` writes to set the fields of a class."""
    velden = [(veld.name, Any, copy(veld)) for veld in fields(klasse)]
    mee = {naam: wat for naam in _MEE if (wat := getattr(klasse, naam, None))}
    wel: Any = make_dataclass(
        klasse.__name__, velden, namespace=mee, repr=False, eq=False, match_args=False, frozen=True
    )
    uit: Callable[..., None] = wel.__init__
    return uit


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
