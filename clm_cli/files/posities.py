"""Floor 6, posities: where every key and value of one file stands, found when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from clm_cli.meldingen import Sleutel


class Positie(NamedTuple):
    """Line and column from 1, and the range of characters in the text."""

    regel: int
    kolom: int
    begin: int
    eind: int


Plaatsen = dict[Sleutel, Positie]


class Posities:
    """The places of one file, by key path: of the value, and of the key in front of it.

    Of most files nobody asks for one: they are half of what reading costs.
    """

    __slots__ = ("_sleutels", "_vind", "_waarden")

    def __init__(self, vind: Callable[[Plaatsen, Plaatsen], None] | None = None) -> None:
        """`vind` fills in the places of values and of keys."""
        self._vind = vind
        self._waarden: Plaatsen = {}
        self._sleutels: Plaatsen = {}

    def __eq__(self, ander: object) -> bool:
        """Whether everything stands in the same place."""
        if not isinstance(ander, Posities):
            return NotImplemented
        return (self.waarden, self.sleutels) == (ander.waarden, ander.sleutels)

    __hash__ = None  # type: ignore[assignment] # what can be filled in has no lasting hash

    def _gevonden(self) -> None:
        if self._vind is not None:
            vind, self._vind = self._vind, None
            vind(self._waarden, self._sleutels)

    @property
    def waarden(self) -> Plaatsen:
        """The place of each value."""
        self._gevonden()
        return self._waarden

    @property
    def sleutels(self) -> Plaatsen:
        """The place of each key."""
        self._gevonden()
        return self._sleutels

    def van(self, sleutel: Sleutel) -> tuple[int, int]:
        """Line and column of a value; of its nearest known ancestor when it is not in the file."""
        for lengte in range(len(sleutel), -1, -1):
            positie = self.waarden.get(sleutel[:lengte])
            if positie:
                return positie.regel, positie.kolom
        return 1, 1

    def van_sleutel(self, sleutel: Sleutel) -> tuple[int, int]:
        """Line and column of a key; of the value when it has none."""
        positie = self.sleutels.get(sleutel)
        return (positie.regel, positie.kolom) if positie else self.van(sleutel)
