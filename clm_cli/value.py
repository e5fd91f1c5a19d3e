"""Floor 0, value: `@value`, a dataclass whose values never change, that costs a start little.

What `dataclass(frozen=True)` writes for a class it compiles when the class is made: six functions,
half a millisecond, for hundreds of classes at each start. Here all classes share them; only the
few of which many values are made get an `__init__` of their own, some three times as fast. Who
works with one sees a dataclass: `replace`, `fields`, `match` and the type checker know it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Sized
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from itertools import count
from reprlib import recursive_repr
from types import CodeType, FunctionType
from typing import Any, NamedTuple, TypeVar, dataclass_transform, overload

T = TypeVar("T")
VEEL = 100
"""Of a class with so many values the next ones are made by a function of its own."""
_NIETS: Any = object()
"""Stands for a value that was not given, and is made anew."""


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


class _Bouw(NamedTuple):
    """What a value of a class is made of."""

    op_plaats: tuple[str, ...]
    """The fields that may be given without their names, in their order."""
    bekend: frozenset[str]
    """The fields that may be given by name."""
    standaard: dict[str, Any]
    """What fields hold that were not given."""
    fabrieken: tuple[tuple[str, Callable[[], Any]], ...]
    """What makes that anew for each value."""
    aantal: int
    na: bool
    """Whether the class wants to look at a new value."""
    keer: count[int]
    """How many were made."""


@cache
def _bouw(klasse: type[Any]) -> _Bouw:
    rij = fields(klasse)
    return _Bouw(
        tuple(veld.name for veld in rij if veld.init and not veld.kw_only),
        frozenset(veld.name for veld in rij if veld.init),
        {veld.name: veld.default for veld in rij if veld.default is not MISSING},
        tuple((v.name, v.default_factory) for v in rij if v.default_factory is not MISSING),
        len(rij),
        hasattr(klasse, "__post_init__"),
        count(1),
    )


def _eigen_init(klasse: Any) -> Callable[..., None]:
    """What makes the values of one class: it has nothing to look up, and is fast."""
    bouw, namen = _bouw(klasse), [veld.name for veld in fields(klasse)]
    maak = dict(bouw.fabrieken)
    leeg = bouw.standaard | dict.fromkeys(maak, _NIETS)
    op_naam = [naam for naam in namen if naam not in bouw.op_plaats]
    neemt = ("self", "/", *bouw.op_plaats, *(["*", *op_naam] if op_naam else ()))
    regels = [
        f"def __init__({', '.join(neemt)}):",
        " _eigen = self.__dict__",
        *(
            f" _eigen[{naam!r}] = "
            + (f"_maak[{naam!r}]() if {naam} is _NIETS else {naam}" if naam in maak else naam)
            for naam in namen
        ),
        *([" self.__post_init__()"] if bouw.na else []),
    ]
    code = compile("\n".join(regels), f"<{klasse.__qualname__}>", "exec")
    lijf = next(deel for deel in code.co_consts if isinstance(deel, CodeType))
    functie = FunctionType(lijf, {"_maak": maak, "_NIETS": _NIETS})
    functie.__defaults__ = tuple(leeg[naam] for naam in bouw.op_plaats if naam in leeg)
    functie.__kwdefaults__ = {naam: leeg[naam] for naam in op_naam if naam in leeg}
    return functie


def _init(self: Any, /, *waarden: Any, **op_naam: Any) -> None:
    klasse: Any = type(self)
    op_plaats, bekend, standaard, fabrieken, aantal, na, keer = _bouw(klasse)
    if next(keer) == VEEL and len(bekend) == aantal:
        klasse.__init__ = _eigen_init(klasse)
    eigen = self.__dict__
    eigen.update(standaard)
    eigen.update(zip(op_plaats, waarden, strict=False))  # too many are seen below
    if op_naam:
        eigen.update(op_naam)
    for naam, maak in fabrieken:
        if naam not in eigen:
            eigen[naam] = maak()
    vreemd = op_naam and (
        not bekend.issuperset(op_naam) or not op_naam.keys().isdisjoint(op_plaats[: len(waarden)])
    )
    if vreemd or len(eigen) != aantal or len(waarden) > len(op_plaats):
        raise _past_niet(klasse, eigen, waarden, op_naam)
    if na:
        self.__post_init__()


def _past_niet(
    klasse: Any, eigen: Container[str], waarden: Sized, op_naam: Collection[str]
) -> TypeError:
    """What Python says of a call that does not fit, as far as it helps to mend one."""
    bouw = _bouw(klasse)
    mist = [veld.name for veld in fields(klasse) if veld.name not in eigen]
    dubbel = [naam for naam in bouw.op_plaats[: len(waarden)] if naam in op_naam]
    vreemd = [naam for naam in op_naam if naam not in bouw.bekend]
    te_veel = len(waarden) - len(bouw.op_plaats)
    zinnen = (
        f"missing {mist}" if mist else "",
        f"given twice {dubbel}" if dubbel else "",
        f"unknown {vreemd}" if vreemd else "",
        f"{te_veel} positional too many" if te_veel > 0 else "",
    )
    return TypeError(f"{klasse.__qualname__}: {', '.join(filter(None, zinnen))}")


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
    "__init__": _init,
    "__repr__": _als_tekst,
    "__setattr__": _weiger,
    "__delattr__": _weiger,
}
_VERGELEKEN: dict[str, Callable[..., Any]] = {
    "__eq__": _gelijk,
    "__hash__": lambda self: hash(_kern(self)),
}
