"""Floor 7, werk: what a writing use case works on: the register as it is now, and who writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path

from clm_cli.acts.feit import Kop
from clm_cli.commands.register import dossier as zoek
from clm_cli.dossier import Dossier
from clm_cli.files.lader import Geladen, laad
from clm_cli.kijk import Kijk
from clm_cli.register import Register

__all__ = ["Kop", "Werk"]


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
    ) -> None:
        """Reads the register; `kop` gives the head of each fact; on trial nothing is written.

        `zicht` is how the register is looked at: as it is known now, for all that writes.
        """
        self.wortel = wortel
        self.vandaag = vandaag
        self.proef = proef
        self.geladen: Geladen = laad(wortel)
        self.register: Register = zicht(self.geladen.register)
        self._kop = kop

    @cached_property
    def kijk(self) -> Kijk:
        """The register as it is looked at."""
        return Kijk(self.register, self.vandaag)

    @property
    def kop(self) -> Kop:
        """The head of each new fact; raises ClmFout when nobody knows who writes."""
        return self._kop(self.register)

    def dossier(self, naam: str) -> Dossier:
        """The dossier that is meant."""
        return zoek(self.register, naam)
