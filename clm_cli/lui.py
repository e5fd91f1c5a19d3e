"""Floor 3, lui: values by name that are made when they are asked for, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NoReturn, TypeVar

V = TypeVar("V")


class Elders(Exception):  # noqa: N818 - no error: what is asked for one dossier needs others
    """Of several dossiers, while only one may be looked at."""


class Lui(Mapping[str, V]):
    """What is behind a name is only known when it is asked for; it may turn out to be nothing."""

    def __init__(self, namen: Iterable[str], maak: Callable[[str], V | None]) -> None:
        """`namen` are those that there may be, in their order."""
        self._namen = tuple(dict.fromkeys(namen))
        self._maak = maak
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

    def gemaakt(self) -> tuple[V, ...]:
        """The values that were asked for until now."""
        rijen = (self._gemaakt.get(naam) for naam in self.namen)
        return tuple(rij for rij in rijen if rij is not None)


class Enkel(Lui[V]):
    """Only one name may be asked for, and not which others there are: that raises Elders."""

    def __init__(self, naam: str, maak: Callable[[str], V | None], elders: list[str]) -> None:
        """`naam` is the one; in `elders` comes that something else was asked for."""
        super().__init__((naam,), maak)
        self.naam = naam
        self.elders = elders

    @property
    def namen(self) -> tuple[str, ...]:
        """Nobody may know."""
        self._weiger()

    def _van(self, naam: str) -> V | None:
        if naam != self.naam:
            self._weiger()
        return super()._van(naam)

    def is_gemaakt(self, naam: str) -> bool:
        """Whether the value was asked for before."""
        if naam != self.naam:
            self._weiger()
        return super().is_gemaakt(naam)

    def _weiger(self) -> NoReturn:
        # whoever catches too much does not hide it
        self.elders.append(self.naam)
        raise Elders
