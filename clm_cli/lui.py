"""Floor 3, lui: values by name that are made when they are asked for, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class Lui(Mapping[str, V]):
    """What is behind a name is only known when it is asked for; it may turn out to be nothing."""

    def __init__(self, namen: Iterable[str], maak: Callable[[str], V | None]) -> None:
        """`namen` are those that there may be, in their order."""
        self.namen = tuple(dict.fromkeys(namen))
        self._maak = maak
        self._gemaakt: dict[str, V | None] = {}
        self._mogelijk = frozenset(self.namen)

    def _van(self, naam: str) -> V | None:
        if naam not in self._gemaakt:
            self._gemaakt[naam] = self._maak(naam) if naam in self._mogelijk else None
        return self._gemaakt[naam]

    def __getitem__(self, naam: str) -> V:
        """The value by that name."""
        waarde = self._van(naam)
        if waarde is None:
            raise KeyError(naam)
        return waarde

    def __iter__(self) -> Iterator[str]:
        """The names that there are: who asks for all of them makes all values."""
        return (naam for naam in self.namen if self._van(naam) is not None)

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    def is_gemaakt(self, naam: str) -> bool:
        """Whether the value by that name was asked for before."""
        return naam in self._gemaakt

    def gemaakt(self) -> tuple[V, ...]:
        """The values that were asked for until now."""
        rijen = (self._gemaakt.get(naam) for naam in self.namen)
        return tuple(rij for rij in rijen if rij is not None)
