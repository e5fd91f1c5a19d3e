"""Floor 6, geziene_nummers: which number each line of the werklijst had today, for who types one.

Only what was seen can say so: a card that changed has no moment, and what came in from a colleague
was recorded before it came. It lies with the user, not in the register: a number is of who saw it.
It is never the source of anything but a number, and holds no words.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

import pydantic

from clm_cli.deur import Plek, lees_genoemd
from clm_cli.files.geheugen import eigen_staat, zet
from clm_cli.value import value

_GROOTST = 16 << 20
_Lijsten = dict[str, dict[str, tuple[int, int | None]]]


class _Bewaard(pydantic.BaseModel):
    dag: date
    lijsten: _Lijsten


@value
class Nummers:
    """The numbers of the lists of one register that were seen today."""

    wortel: Path
    echt: date
    """The day on which somebody looks."""
    op: date
    """The day that the list is of."""

    def gezien(self, lijst: str) -> Mapping[str, tuple[int, int | None]]:
        """Those of one list; empty when nobody looked at it today."""
        return self._lijsten().get(self._naam(lijst), {})

    def onthoud(self, lijst: str, nummers: Mapping[str, tuple[int, int | None]]) -> None:
        """Keep them for the rest of the day, beside those of other lists; never fails."""
        lijsten, naam = self._lijsten(), self._naam(lijst)
        if self._pad is None or lijsten.get(naam) == nummers:
            return
        bewaard = _Bewaard(dag=self.echt, lijsten={**lijsten, naam: dict(nummers)})
        with contextlib.suppress(OSError):
            self._pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            zet(Plek(self._pad.parent, self._pad.name, None), bewaard.model_dump_json().encode())

    def _naam(self, lijst: str) -> str:
        return f"{self.op.isoformat()} {lijst}"

    def _lijsten(self) -> _Lijsten:
        """All that was seen today; what cannot be read was not seen."""
        if self._pad is None:
            return {}
        with contextlib.suppress(OSError, ValueError):
            bewaard = _Bewaard.model_validate_json(lees_genoemd(self._pad, _GROOTST))
            if bewaard.dag == self.echt:
                return bewaard.lijsten
        return {}

    @cached_property
    def _pad(self) -> Path | None:
        """The file of this register; None where there is no home."""
        merk = hashlib.blake2b(os.fsencode(self.wortel.resolve()), digest_size=12).hexdigest()
        with contextlib.suppress(RuntimeError):
            return eigen_staat() / "nummers" / f"{merk}.json"
        return None
