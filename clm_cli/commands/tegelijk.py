"""Floor 7, tegelijk: other processes work out a part of a large register beside this one.

They are no more than clm again, further on in the list: what they find is kept in the register as
after any run, and counts only for the same bytes, day and clm. So nothing is handed over, and
nothing is lost when one of them stops.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

VEEL, MEESTE = 100, 4
"""For fewer dossiers a process is not worth its start; more of them mostly wait for the disk."""


class Maten:
    """The processes that work along with this one on a register."""

    def __init__(self, wortel: Path, dag: date, veel: int = VEEL) -> None:
        """None yet; from `veel` dossiers on they are worth their start."""
        self._wortel, self._dag, self._veel = wortel, dag, veel
        self.bezig: list[subprocess.Popen[bytes]] = []

    def roep(self, namen: Sequence[str], wat: Sequence[str]) -> None:
        """Have each other core take a part of these dossiers: the first part stays with us."""
        delen = min(kernen(), MEESTE)
        if len(namen) < self._veel or delen < 2 or not sys.executable:
            return
        lengte = -(-len(namen) // delen)
        for begin in range(lengte, len(namen), lengte):
            stuk = namen[begin : begin + lengte]
            woorden = (str(self._wortel), self._dag.isoformat(), ",".join(wat), stuk[0], stuk[-1])
            with suppress(OSError):  # no room for one more: then it is done here
                self.bezig.append(_begin(woorden))

    def stop(self) -> None:
        """Nobody has to go on: what is left was done here."""
        while self.bezig:
            proces = self.bezig.pop()
            proces.terminate()
            proces.wait()


def _begin(woorden: Sequence[str]) -> subprocess.Popen[bytes]:
    """The same Python with the same clm; a folder where somebody stands is no place for code."""
    return subprocess.Popen(  # noqa: S603 - no shell
        [sys.executable, "-P", "-m", "clm_cli.commands.vooruit", *woorden],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def kernen() -> int:
    """The cores that this process may use, where the system says so."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
