"""Floor 6, melder: what is wrong with one file, kept as it is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from clm_cli.meldingen import Ernst, Melding, Plek, Sleutel

_WAARSCHUWT = frozenset({"YML025", "AVG601", "AVG602"})
"""What may be meant so, or stands in a comment: the record is none the worse, and is read on."""


MEESTE_MELDINGEN = 200


class Stop(Exception):  # noqa: N818 - ends the reading of one file, never leaves its readers
    """From here on nothing in the file can be trusted."""


@dataclass(slots=True)
class Melder:
    """The meldingen on one file."""

    pad: str
    meldingen: list[Melding] = field(default_factory=list)

    def meld(
        self, code: str, waar: tuple[int, int], tekst: str, nu: str, sleutel: Sleutel = ()
    ) -> None:
        """Keep a melding on a line and column, both from 1."""
        ernst = Ernst.WAARSCHUWING if code in _WAARSCHUWT else Ernst.FOUT
        self.meldingen.append(Melding(code, ernst, Plek(self.pad, sleutel, *waar), tekst, nu=nu))
        if len(self.meldingen) >= MEESTE_MELDINGEN:  # nobody reads on, and it is no record any more
            raise Stop

    def stop(
        self, code: str, waar: tuple[int, int], tekst: str, nu: str, sleutel: Sleutel = ()
    ) -> NoReturn:
        """Keep a melding and read no further."""
        self.meld(code, waar, tekst, nu, sleutel)
        raise Stop
