"""A system call of a fork that is looked at before it happens: it goes on, fails, or kills it.

The kernel holds each call of the names that are asked, and nothing else of the fork is any slower
(seccomp with a notification: Linux 5.9 on x86-64). What the fork starts itself is never touched.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import platform
import select
import signal
import socket
import struct
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROEPEN = {
    "read": (0, "o"), "write": (1, "o"), "stat": (4, "p"), "lstat": (6, "p"), "pwrite64": (18, "o"),
    "flock": (73, "o"), "fsync": (74, "o"), "fdatasync": (75, "o"), "ftruncate": (77, "o"),
    "rename": (82, "pp"), "mkdir": (83, "p"), "rmdir": (84, "p"), "link": (86, "pp"),
    "unlink": (87, "p"), "symlink": (88, "pp"), "getdents64": (217, "o"), "openat": (257, "op"),
    "openat O_CREAT": (257, "op"),
    "mkdirat": (258, "op"), "newfstatat": (262, "op"), "unlinkat": (263, "op"),
    "renameat": (264, "opop"), "linkat": (265, "opop"), "symlinkat": (266, "pop"),
    "renameat2": (316, "opop"),
}  # fmt: skip
"""The number of each call, and what it names: something that is open, or a path.

To open what is there, and to make it, are two: of the one there are hundreds.
"""
_OPENT = ROEPEN["openat"][0]
_NAMEN = {nummer: naam.partition(" ")[0] for naam, (nummer, _) in ROEPEN.items()}
DOODT = 0
"""What happens to a call instead of an errno: its process is killed."""
_ROEP, _ANTWOORD = struct.Struct("=QIIiIQ6Q"), struct.Struct("=QqiI")
_ONTVANG, _STUUR, _SAMEN = 0xC0502100, 0xC0182101, 0x40082104
_ARCH, _HOUD, _LAAT, _GA_DOOR = 0xC000003E, 0x7FC00000, 0x7FFF0000, 1
_LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Roep:
    """A call that is held: which one of its name, and of whom."""

    naam: str
    keer: int
    pid: int
    woorden: tuple[int, ...]

    @property
    def regel(self) -> str:
        """The call with its files, as strace writes them."""
        soorten = zip(ROEPEN[self.naam][1], self.woorden, strict=False)
        delen = [self._open(w) if soort == "o" else self._pad(w) for soort, w in soorten]
        return f"{self.naam}({', '.join(delen)})"

    def _open(self, woord: int) -> str:
        try:
            return f"<{Path(f'/proc/{self.pid}/fd/{woord & 0xFFFFFFFF}').readlink()}>"
        except OSError:  # the current folder, by the number that stands for it
            return ""

    def _pad(self, woord: int) -> str:
        with Path(f"/proc/{self.pid}/mem").open("rb", buffering=0) as geheugen:
            tekst = os.pread(geheugen.fileno(), 4096 - woord % 4096, woord)
            if b"\0" not in tekst:
                tekst += os.pread(geheugen.fileno(), 4096, woord - woord % 4096 + 4096)
        return f'"{os.fsdecode(tekst.partition(bytes(1))[0])}"'


def onderwerp(namen: Iterable[str], gever: socket.socket) -> None:
    """In a fork: from now on its calls of these names are held for who has the other end."""
    assert platform.machine() == "x86_64", "the numbers of the calls are those of x86-64"
    stappen = _filter(set(namen))
    rijen = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *s) for s in stappen))
    programma = struct.pack("@HP", len(stappen), ctypes.addressof(rijen))
    _LIBC.prctl(38, 1, 0, 0, 0)  # no new rights: without it only root may ask
    greep = _LIBC.syscall(317, 1, 8, programma)
    assert greep >= 0, os.strerror(ctypes.get_errno())
    socket.send_fds(gever, [b"x"], [greep])
    os.close(greep)


def _filter(namen: set[str]) -> list[tuple[int, int, int, int]]:
    """The program by which the kernel knows these calls: code, two jumps, and a value of each."""
    nummers = sorted({ROEPEN[naam][0] for naam in namen} - {_OPENT})
    laatste = len(nummers) + 3
    return [
        (0x20, 0, 0, 4),  # the architecture; of another one everything goes on
        (0x15, 0, laatste + 1, _ARCH),
        (0x20, 0, 0, 0),  # the number of the call
        *((0x15, laatste - nr, 0, nummer) for nr, nummer in enumerate(nummers)),
        (0x15, 0, 2, _OPENT),
        (0x20, 0, 0, 32),  # how it is opened
        (0x45, int("openat O_CREAT" in namen), int("openat" in namen), os.O_CREAT),
        (0x06, 0, 0, _LAAT),
        (0x06, 0, 0, _HOUD),
    ]


def waak(kind: int, nemer: socket.socket, wat: Callable[[Roep], int | None]) -> int:
    """Answer each call that is held, until nobody is left who can make one; the exit code."""
    _, grepen, _, _ = socket.recv_fds(nemer, 1, 1)
    assert grepen, "the fork came to an end before its calls were held"
    (greep,) = grepen
    keren, leeft, status = Counter[str](), os.pidfd_open(kind), None
    with contextlib.suppress(OSError):  # not every kernel knows it: who is woken goes on at once
        fcntl.ioctl(greep, _SAMEN, 1)
    poll = select.poll()
    poll.register(greep, select.POLLIN)
    poll.register(leeft, select.POLLIN)
    while True:
        klaar = dict(poll.poll())
        if leeft in klaar:
            poll.unregister(leeft)
            _, status = os.waitpid(kind, 0)
        elif klaar[greep] & select.POLLIN:
            _beantwoord(greep, kind, keren, wat)
        else:  # what it started came to an end too
            break
    os.close(greep)
    os.close(leeft)
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1] if status is None else status)


def _beantwoord(
    greep: int, kind: int, keren: Counter[str], wat: Callable[[Roep], int | None]
) -> None:
    vraag = bytearray(_ROEP.size)
    try:
        fcntl.ioctl(greep, _ONTVANG, vraag)
        id_, pid, _, nummer, _, _, *woorden = _ROEP.unpack(vraag)
        antwoord = _ANTWOORD.pack(id_, 0, 0, _GA_DOOR)
        if pid == kind:
            naam = _NAMEN[nummer]
            naam += " O_CREAT" if nummer == _OPENT and woorden[2] & os.O_CREAT else ""
            keren[naam] += 1
            fout = wat(Roep(naam, keren[naam], pid, tuple(woorden)))
            if fout == DOODT:
                os.kill(kind, signal.SIGKILL)
                return
            if fout is not None:
                antwoord = _ANTWOORD.pack(id_, 0, -fout, 0)
        fcntl.ioctl(greep, _STUUR, bytearray(antwoord))
    except OSError as weg:
        if weg.errno != errno.ENOENT:  # who made the call was killed meanwhile
            raise
