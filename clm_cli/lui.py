"""Floor 3, lui: values by name that are made when they are asked for, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

V = TypeVar("V")


class Elders(Exception):  # noqa: N818 - no error: what is asked for one dossier needs others
    """Of several dossiers, while only one may be looked at."""


class Lui(Mapping[str, V]):
    """What is behind a name is only known when it is asked for; it may turn out to be nothing."""

    def __init__(
        self,
        namen: Iterable[str],
        maak: Callable[[str], V | None],
        bron: Mapping[str, Any] | None = None,
    ) -> None:
        """`namen` are those that there may be, in their order; `bron` is what they are made of."""
        self._namen = tuple(dict.fromkeys(namen))
        self._maak, self._bron = maak, bron
        self._gemaakt: dict[str, V | None] = {}
        self._mogelijk = frozenset(self._namen)

    @property
    def namen(self) -> tuple[str, ...]:
        """The names that there may be, in their order."""
        return self._namen

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

    def vergeet(self, naam: str) -> None:
        """Let a value go, with what it was made of: it is made again for who asks again."""
        self._gemaakt.pop(naam, None)
        if isinstance(self._bron, Lui):
            self._bron.vergeet(naam)

    def gemaakt(self) -> tuple[V, ...]:
        """The values that were asked for until now."""
        return tuple(rij for rij in self._gemaakt.values() if rij is not None)


@dataclass(slots=True)
class Spoor:
    """What was asked for beside the one: others by their names, or which others there are."""

    ook: set[str] = field(default_factory=set)
    alle: bool = False


class Enkel(Lui[V]):
    """One name, and others only for who knows their names: that is noted.

    Who asks which others there are gets Elders.
    """

    def __init__(self, naam: str, maak: Callable[[str], V | None], spoor: Spoor) -> None:
        """`naam` is the one; in `spoor` comes what else was asked for."""
        super().__init__((naam,), maak)
        self.naam = naam
        self.spoor = spoor

    @property
    def namen(self) -> tuple[str, ...]:
        """Nobody may know."""
        # whoever catches too much does not hide it
        self.spoor.alle = True
        raise Elders

    def _van(self, naam: str) -> V | None:
        if naam != self.naam:
            self.spoor.ook.add(naam)
        if naam not in self._gemaakt:
            self._gemaakt[naam] = self._maak(naam)
        return self._gemaakt[naam]
