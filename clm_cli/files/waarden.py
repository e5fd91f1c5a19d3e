"""Floor 6, waarden: values that were worked out as JSON, and back: nothing lost, no code in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias

from clm_cli.advies import Advies

Json: TypeAlias = str | int | bool | list[Any] | None
_KAAL = (str, int, bool, type(None))
_RIJ, _DAG, _MOMENT, _ADVIES, _EIGEN = range(5)
"""What stands in front of a list that is no plain text or number; then the own kinds follow."""


class Vorm:
    """The kinds of values that can be kept; of another kind it says so with a TypeError."""

    def __init__(self, soorten: Sequence[type]) -> None:
        """`soorten` are dataclasses and enumerations, in a fixed order."""
        self._nummer = {soort: nummer for nummer, soort in enumerate(soorten, _EIGEN)}
        self._velden = {s: _velden(s) for s in soorten if is_dataclass(s)}
        self._lezers: list[Callable[[list[Any]], Any]] = [
            lambda rij: tuple(map(self.uit_json, rij[1:])),
            lambda rij: date.fromisoformat(rij[1]),
            lambda rij: datetime.fromisoformat(rij[1]),
            lambda rij: Advies(rij[1], self.uit_json(rij[2])),
            *map(self._lezer, soorten),
        ]

    def _lezer(self, soort: type) -> Callable[[list[Any]], Any]:
        if soort not in self._velden:
            return lambda rij: soort(rij[1])
        namen = self._velden[soort]
        return lambda rij: soort(**dict(zip(namen, map(self.uit_json, rij[1:]), strict=True)))

    def als_json(self, waarde: Any) -> Json:
        """A value as JSON, if it is exactly of a known kind: what is built on one may hold more."""
        soort = type(waarde)
        if soort in _KAAL:
            return waarde  # type: ignore[no-any-return] # one of those
        if soort is tuple:
            return [_RIJ, *map(self.als_json, waarde)]
        if soort is date:
            return [_DAG, waarde.isoformat()]
        if soort is datetime:
            return [_MOMENT, waarde.isoformat()]
        if soort is Advies:
            return [_ADVIES, str(waarde), self.als_json(waarde.opdrachten)]
        if soort in self._velden:
            delen = (getattr(waarde, naam) for naam in self._velden[soort])
            return [self._nummer[soort], *map(self.als_json, delen)]
        if isinstance(waarde, Enum) and soort in self._nummer:
            return [self._nummer[soort], waarde.value]
        raise TypeError(f"{soort.__name__} is not kept")

    def uit_json(self, rij: Json) -> Any:
        """The value again."""
        return self._lezers[rij[0]](rij) if isinstance(rij, list) else rij


def _velden(soort: type) -> tuple[str, ...]:
    """What a dataclass is made of; what it works out of that itself is not kept."""
    return tuple(veld.name for veld in fields(soort) if veld.init)
