"""Floor 6, slot: one writer at a time, and whether the register is still what was read."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from clm_cli.deur import map_in, plek_in
from clm_cli.meldingen import Geweigerd

SLOT = ".clm/slot"
ALLEEN_SCHEMAS = "*\n!schema/\n!schema/*.json\n"
"""What git leaves alone in `.clm`: all but the schemas, which a colleague needs too."""
_GEDULD, _STIL = 30.0, 1.0
"""Seconds to wait for another clm that is writing, and how long without a word."""
_GREPEN: dict[Path, int] = {}
"""The locks that this process holds: a lock is of a process, whoever in it asks."""
Afdruk: TypeAlias = dict[str, tuple[int, int, int, int]]
"""Of every file what changes with it: its inode, size, and both times."""

if sys.platform == "win32":
    import msvcrt

    def _grendel(greep: int) -> None:
        msvcrt.locking(greep, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _grendel(greep: int) -> None:
        fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)


def neem(wortel: Path, wacht: Callable[[], None] = lambda: None) -> None:
    """Take the lock, unless this process has it; `wacht` is told once that it takes a while."""
    if wortel in _GREPEN:
        return
    greep = _open(wortel)
    try:
        _wacht_op(greep, wacht)
    except BaseException:
        os.close(greep)
        raise
    _GREPEN[wortel] = greep


def _wacht_op(greep: int, wacht: Callable[[], None]) -> None:
    begin, gezegd = time.monotonic(), False
    while not _gelukt(greep):
        duur = time.monotonic() - begin
        if duur > _GEDULD:
            raise Geweigerd(
                f"Een andere clm is al {_GEDULD:.0f} seconden aan het schrijven",
                nu="probeer het opnieuw",
            )
        if duur > _STIL and not gezegd:
            gezegd = True
            wacht()
        time.sleep(0.02)


def laat_los() -> None:
    """Let others write: at the end of a command, and while a person thinks."""
    while _GREPEN:
        os.close(_GREPEN.popitem()[1])


@contextlib.contextmanager
def gehouden(wortel: Path) -> Iterator[None]:
    """Hold the lock for a while; who held it already keeps it."""
    had = wortel in _GREPEN
    neem(wortel)
    try:
        yield
    finally:
        if not had:
            os.close(_GREPEN.pop(wortel))


def _gelukt(greep: int) -> bool:
    try:
        _grendel(greep)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _open(wortel: Path) -> int:
    """The file of the lock; nothing that could lead elsewhere or wait takes its place."""
    eigen_map(wortel)
    vlaggen = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
    with plek_in(wortel, SLOT) as plek:
        greep = plek.open(vlaggen)
    if not stat.S_ISREG(os.fstat(greep).st_mode):
        os.close(greep)
        raise Geweigerd(f"{wortel / SLOT} is geen gewoon bestand", nu="haal het weg")
    return greep


def eigen_map(wortel: Path) -> None:
    """The folder for lock and drafts, which git leaves alone."""
    with plek_in(wortel, ".clm") as plek, contextlib.suppress(FileExistsError):
        plek.maak_map()
    with (
        plek_in(wortel, ".clm/.gitignore") as plek,
        contextlib.suppress(FileExistsError),
        os.fdopen(plek.open(os.O_WRONLY | os.O_CREAT | os.O_EXCL), "w") as bestand,
    ):
        bestand.write(ALLEEN_SCHEMAS)


def afdruk(wortel: Path) -> Afdruk:
    """What stands in a register now: what is hidden does not count."""
    gevonden: Afdruk = {}
    te_doen = [""]
    while te_doen:
        map_ = te_doen.pop()
        try:
            with map_in(wortel, map_) as plek:
                for ding in plek.ernaast():
                    pad = f"{map_}{ding.name}"
                    if ding.name[0] == ".":
                        continue
                    if ding.is_dir(follow_symlinks=False):
                        te_doen.append(f"{pad}/")
                    else:
                        s = ding.stat(follow_symlinks=False)
                        gevonden[pad] = (s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns)
        except OSError:  # reading says what it could not read; here it only has to stay the same
            gevonden[f"{map_}?"] = (0, 0, 0, 0)
    return gevonden
