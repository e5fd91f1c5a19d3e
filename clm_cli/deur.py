"""Floor 0, deur: the one door to a file: no links inside a register, ordinary files, a limit."""

from __future__ import annotations

import errno
import os
import posixpath
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

GROOTSTE_STUK = 128 << 20
"""The bytes that a document may have: all of it is held in memory when it is taken in."""
LEZEND = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Wait for nothing: a pipe or a device with nobody at the other end would hold clm for ever."""
_KEREN = 10
_DIEPST = 64
"""The parts of a path: each is opened by itself, and a folder in a folder has no end."""
_HAP, _HAPJE = 1 << 20, 1 << 16
GEEN_KOPPELING = getattr(os, "O_NOFOLLOW", 0)
_MAP = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | GEEN_KOPPELING
_HOUDT_VAST = {os.open, os.mkdir, os.link, os.rename, os.unlink, os.stat} <= os.supports_dir_fd
"""Whether the system does something in a folder that is held, whatever its name leads to now."""
_NIET_OVERAL = r"(?i)(?:aux|con|nul|prn|(?:com|lpt)[0-9]) *(?:\..*)?|.*[. ]"


def nagegaan(wortel: Path, pad: str) -> Path:
    """The path of a file in a register; raises OSError when a part of it is a link, or leaves it.

    A register may come from anybody: it does not decide where clm reads or writes.
    """
    delen, plaats = _delen(pad), wortel
    if not delen:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), pad)
    for deel in delen:
        plaats = plaats / deel
        try:
            soort = os.lstat(plaats).st_mode
        except FileNotFoundError:
            break
        if stat.S_ISLNK(soort):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(plaats))
    return wortel.joinpath(*delen)


def _delen(pad: str) -> list[str]:
    """The parts of a path in a register, of itself none; raises OSError when it leaves it."""
    delen = posixpath.normpath(pad).split("/")
    if delen[0] in ("..", ""):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), pad)
    if len(delen) > _DIEPST:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), pad)
    return [] if delen == ["."] else delen


class Plek(NamedTuple):
    """The place of a file: its folder, held where the system can, and its name in there."""

    map_: Path
    naam: str
    greep: int | None

    def van(self, naam: str) -> str:
        """What a file in this folder is called in a call with its `greep` as `dir_fd`."""
        return str(self.map_ / naam) if self.greep is None else naam

    def bij(self, naam: str) -> Plek:
        """The place of another file in this folder."""
        return Plek(self.map_, naam, self.greep)

    def ernaast(self) -> list[os.DirEntry[str]]:
        """What stands in this folder, by name; a call that was interrupted is repeated.

        Of what it is can be asked while the folder is held.
        """
        for _ in range(_KEREN):
            try:
                with os.scandir(self.map_ if self.greep is None else self.greep) as inhoud:
                    return sorted(inhoud, key=lambda ding: ding.name)
            except InterruptedError:
                continue
            except OSError as fout:
                fout.filename = str(self.map_)  # the system names what is held by its number
                raise
        raise InterruptedError(errno.EINTR, os.strerror(errno.EINTR), str(self.map_))

    def open(self, vlaggen: int, rechten: int = 0o666) -> int:
        """The descriptor of the file itself, which is no link."""
        return os.open(self.van(self.naam), vlaggen | GEEN_KOPPELING, rechten, dir_fd=self.greep)

    def lees(self, grootst: int = GROOTSTE_STUK) -> bytes:
        """The bytes of the file, if it is an ordinary one."""
        return _gelezen(self.open(LEZEND), self.naam, grootst)

    def koppel(self, naam: str) -> None:
        """Give the file another name in the folder, where nothing has it yet."""
        hier = self.greep
        os.link(self.van(self.naam), self.van(naam), src_dir_fd=hier, dst_dir_fd=hier)

    def hernoem(self, naam: str) -> None:
        """Give the file another name in the folder, instead of what has it."""
        hier = self.greep
        os.replace(self.van(self.naam), self.van(naam), src_dir_fd=hier, dst_dir_fd=hier)

    def haal_weg(self) -> None:
        """Take the name of the file away."""
        os.unlink(self.van(self.naam), dir_fd=self.greep)

    def maak_map(self) -> None:
        """Make a folder of this name."""
        os.mkdir(self.van(self.naam), dir_fd=self.greep)

    def zeker(self) -> None:
        """Make sure the new names in the folder are on disk, where the system can."""
        if self.greep is not None:
            os.fsync(self.greep)


@contextmanager
def map_in(wortel: Path, map_: str, *, maak: bool = False) -> Iterator[Plek]:
    """The place of what stands in a folder of a register, made if asked; raises OSError.

    The folder is held while it is used: who puts a link there after it was looked at leads nothing
    astray.
    """
    delen = _delen(map_)
    plaats = wortel.joinpath(*delen)
    if not _HOUDT_VAST:
        if delen:
            nagegaan(wortel, map_)
        if maak:
            plaats.mkdir(parents=True, exist_ok=True)
        yield Plek(plaats, "", None)
        return
    greep = _greep(wortel, delen, maak=maak)
    try:
        yield Plek(plaats, "", greep)
    except OSError as fout:
        if fout.filename and not posixpath.dirname(fout.filename):  # its name in the folder alone
            fout.filename = str(plaats / fout.filename)
        raise
    finally:
        os.close(greep)


@contextmanager
def plek_in(wortel: Path, pad: str, *, maak: bool = False) -> Iterator[Plek]:
    """The place of a file in a register, with its folder made if asked; raises OSError."""
    doel = nagegaan(wortel, pad)
    with map_in(wortel, posixpath.dirname(posixpath.normpath(pad)), maak=maak) as map_:
        yield map_.bij(doel.name)


def _greep(wortel: Path, delen: list[str], *, maak: bool) -> int:
    """The descriptor of a folder below the root, reached part by part and never by a link."""
    greep = os.open(wortel, _MAP & ~GEEN_KOPPELING)
    for nummer, deel in enumerate(delen, 1):
        try:
            volgende = _stap(greep, deel, maak=maak)
        except OSError as fout:
            fout.filename = str(wortel.joinpath(*delen[:nummer]))
            raise _koppeling(fout, greep, deel) from None
        finally:
            os.close(greep)
        greep = volgende
    return greep


def _koppeling(fout: OSError, greep: int, deel: str) -> OSError:
    """What is wrong with a part of a path: the system calls a link no folder."""
    if fout.errno != errno.ENOTDIR:
        return fout
    soort = os.stat(deel, dir_fd=greep, follow_symlinks=False).st_mode
    if not stat.S_ISLNK(soort):
        return fout
    return OSError(errno.ELOOP, os.strerror(errno.ELOOP), fout.filename)


def _stap(greep: int, deel: str, *, maak: bool) -> int:
    """The descriptor of a folder in one that is held."""
    if maak:
        with suppress(FileNotFoundError):
            return os.open(deel, _MAP, dir_fd=greep)
        with suppress(FileExistsError):
            os.mkdir(deel, dir_fd=greep)
        os.fsync(greep)
    return os.open(deel, _MAP, dir_fd=greep)


def lees_in(wortel: Path, pad: str, grootst: int = GROOTSTE_STUK) -> bytes:
    """The bytes of an ordinary file in a register; raises OSError."""
    if not (_HOUDT_VAST and (delen := _delen(pad))):
        with plek_in(wortel, pad) as plek:
            return plek.lees(grootst)
    with map_in(wortel, "/".join(delen[:-1])) as map_:  # no link is followed, nor opened
        return map_.bij(delen[-1]).lees(grootst)


def neem_over(wortel: Path, pad: str, doel: Path) -> None:
    """Copy an ordinary file of a register, however large, to where nothing stands yet."""
    with plek_in(wortel, pad) as plek, _open(plek) as bron, doel.open("xb") as kopie:
        while deel := bron.read(_HAP):
            kopie.write(deel)


def zet_erbij(wortel: Path, pad: str, tekst: str) -> None:
    """Text at the end of an ordinary file in a register, which is made when it is not there."""
    with plek_in(wortel, pad) as plek:
        greep = plek.open(os.O_WRONLY | os.O_APPEND | os.O_CREAT | LEZEND)
    with os.fdopen(greep, "a", encoding="utf-8", newline="\n") as bestand:
        if not stat.S_ISREG(os.fstat(greep).st_mode):
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), pad)
        bestand.write(tekst)


def lees_waar(wortel: Path, pad: Path, grootst: int = GROOTSTE_STUK) -> bytes:
    """The bytes of a file that lies in the register, or anywhere if the user named it."""
    if pad.is_relative_to(wortel) and pad != wortel:
        return lees_in(wortel, pad.relative_to(wortel).as_posix(), grootst)
    return lees_genoemd(pad, grootst)


def lees_genoemd(pad: Path, grootst: int = GROOTSTE_STUK) -> bytes:
    """The bytes of an ordinary file that the user named, wherever it is; raises OSError."""
    return _gelezen(os.open(pad, LEZEND), pad, grootst)


def _gelezen(greep: int, pad: Path | str, grootst: int) -> bytes:
    """The bytes of an ordinary file that was opened, and is closed here."""
    try:
        return _inhoud(greep, pad, grootst)
    except OSError as fout:
        fout.filename = str(pad)  # the system names no file that was open already
        raise
    finally:
        os.close(greep)


def _inhoud(greep: int, pad: Path | str, grootst: int) -> bytes:
    delen, gelezen, grootte = list[bytes](), 0, _grootte(greep, pad)
    while max(gelezen, grootte) <= grootst:  # somebody may be writing on in it
        # thousands of small files are read: a file object around each costs as much as reading it
        if not (deel := os.read(greep, _HAPJE if delen else grootte + 1)):
            return b"".join(delen)
        delen.append(deel)
        gelezen += len(deel)
    raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(pad))


@contextmanager
def _open(plek: Plek) -> Iterator[BinaryIO]:
    """An ordinary file, open to be read; raises OSError for anything else."""
    greep = plek.open(LEZEND)
    with os.fdopen(greep, "rb") as bestand:
        _grootte(greep, plek.naam)
        yield bestand


def _grootte(greep: int, pad: Path | str) -> int:
    """The bytes of an ordinary file; raises OSError for anything else."""
    wat = os.fstat(greep)
    if not stat.S_ISREG(wat.st_mode):
        fout = errno.EISDIR if stat.S_ISDIR(wat.st_mode) else errno.ENODEV
        raise OSError(fout, os.strerror(fout), str(pad))
    return wat.st_size


def past_overal(pad: str) -> bool:
    """Whether a path can be everywhere: git gives nothing of a register to who cannot hold a name.

    Windows keeps some names for devices, whatever comes behind a dot, and drops dots at the end.
    """
    return not any(re.fullmatch(_NIET_OVERAL, deel) for deel in pad.split("/"))


def is_verborgen(naam: str) -> bool:
    """Whether a name is not for people; of a path its last part."""
    return naam.rpartition("/")[2].startswith(".")


def alles_onder(
    wortel: Path, map_: str = "", over: Callable[[str], bool] = lambda p: f"/{p}"[-5:] == "/.git"
) -> Iterator[str]:
    """The paths in a folder of all that is no folder, by name; none when it is not there.

    No link is followed, and no folder entered that is passed over. Raises OSError: what stands in a
    folder that cannot be read is not absent.
    """
    te_doen = [""]
    while te_doen:
        deel = te_doen.pop()
        with suppress(FileNotFoundError), map_in(wortel, f"{map_}/{deel}" if map_ else deel) as in_:
            for ding in in_.ernaast():
                if not ding.is_dir(follow_symlinks=False):
                    yield f"{deel}{ding.name}"
                elif not over(f"{deel}{ding.name}"):
                    te_doen.append(f"{deel}{ding.name}/")
