"""Floor 6, posities: where every key and value of one file stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clm_cli.meldingen import Sleutel


class Positie(NamedTuple):
    """Line and column from 1, and the range of characters in the text."""

    regel: int
    kolom: int
    begin: int
    eind: int


@dataclass(slots=True)
class Posities:
    """The places of one file, by key path: of the value, and of the key in front of it."""

    waarden: dict[Sleutel, Positie] = field(default_factory=dict)
    sleutels: dict[Sleutel, Positie] = field(default_factory=dict)

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
