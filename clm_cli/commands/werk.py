"""Floor 7, werk: what a writing use case works on: the register as it is now, and who writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from clm_cli.acts.feit import Kop
from clm_cli.commands.register import dossier as zoek
from clm_cli.commands.vastleggen import is_gedeeld
from clm_cli.dossier import Dossier
from clm_cli.files import git, slot
from clm_cli.files.lader import Geladen, laad
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Geweigerd, oorzaak
from clm_cli.register import Register

__all__ = ["Kop", "Werk"]
T = TypeVar("T")


class Werk:
    """The register in a folder as it is now, on a day."""

    def __init__(
        self,
        wortel: Path,
        vandaag: date,
        kop: Callable[[Register], Kop],
        *,
        proef: bool = False,
        zicht: Callable[[Register], Register] = Register.zoals,
        wacht: Callable[[], None] = lambda: None,
    ) -> None:
        """Reads the register; `kop` gives the head of each fact; on trial nothing is written.

        `zicht` is how the register is looked at: as it is known now, for all that writes. Who will
        write holds the lock from here on; `wacht` is told when that takes a while.
        """
        self.wortel = wortel
        self.vandaag = vandaag
        self.proef = proef
        self.geschreven: list[str] = []
        self._zicht = zicht
        self._kop = kop
        self._wacht = wacht
        self.lees()

    def lees(self) -> None:
        """Read what is there now."""
        self.neem_slot()
        self._afdruk = None if self.proef else slot.afdruk(self.wortel)
        self.geladen: Geladen = laad(self.wortel)
        self.register: Register = self._zicht(self.geladen.register)
        for naam in ("kijk", "is_gedeeld", "elders", "onbekend_elders"):
            self.__dict__.pop(naam, None)

    def neem_slot(self) -> None:
        """Have the lock, unless nothing will be written."""
        if not self.proef:
            try:
                slot.neem(self.wortel, self._wacht)
            except OSError as fout:
                raise Geweigerd(
                    f"In {self.wortel} kan niet worden geschreven: {oorzaak(fout)}"
                    f"{f' ({fout.filename})' if fout.filename else ''}",
                    nu="kijk of er ruimte is en of u er mag schrijven",
                ) from None

    @property
    def is_ingehaald(self) -> bool:
        """Whether the register is no longer what was read."""
        return self._afdruk is not None and slot.afdruk(self.wortel) != self._afdruk

    @cached_property
    def kijk(self) -> Kijk:
        """The register as it is looked at."""
        return Kijk(self.register, self.vandaag)

    @cached_property
    def is_gedeeld(self) -> bool:
        """Whether more than one line of work may come together."""
        return is_gedeeld(self.wortel, verzonnen=self.register.organisatie.fictief == "ja")

    @cached_property
    def onbekend_elders(self) -> str | None:
        """Why nobody knows what is on other lines of work; None when that is known."""
        return git.onbekend_elders(self.wortel) if self.is_gedeeld and not self.elders else None

    @property
    def van_wie(self) -> str:
        """Who writes, to tell names on lines of work apart; nothing where there is one line."""
        return self.kop.door if self.is_gedeeld else ""

    @cached_property
    def elders(self) -> frozenset[str]:
        """The names that were given on other lines of work: nothing new here takes one."""
        return git.namen_elders(self.wortel) if self.is_gedeeld else frozenset()

    def elders_in(self, map_: str) -> set[str]:
        """Those of them in one folder."""
        begin = f"{map_}/"
        return {
            pad.removeprefix(begin).partition("/")[0]
            for pad in self.elders
            if pad.startswith(begin)
        }

    @property
    def kop(self) -> Kop:
        """The head of each new fact; raises ClmFout when nobody knows who writes."""
        return self._kop(self.register)

    def weet_wie(self) -> None:
        """Refuse at once where nobody knows who writes: no row of a sheet is to blame for that."""
        assert self.kop.door

    def volg(self, wat: str, rijen: Sequence[T]) -> Iterable[T]:  # noqa: ARG002 - for who waits
        """The rows of long work, one after the other; who waits at a terminal sees how far."""
        return rijen

    def dossier(self, naam: str) -> Dossier:
        """The dossier that is meant."""
        return zoek(self.register, naam)
