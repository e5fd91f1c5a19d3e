"""Three writing commands, killed at every system call that touches a file of the register.

strace kills with SIGKILL at the moment a call is entered, so before it does anything. Between two
of these calls nothing on the disk changes: dying anywhere else leaves what one of these leaves.
After each death the register is read: it is the old one or the new one, or the old one with a
document that no fact names yet, and nothing in it is broken. The same trace shows that the lock
comes first, and that every file is synced before it gets its name.

Run by hand, with strace on the machine: `python -m pytest tests/programmas/breek_schrijven.py`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from clm_cli.files.lader import laad
from clm_cli.meldingen import Ernst
from tests import klein_register

VAST = ("--vandaag", "2026-05-18", "--door", "mia")
OPDRACHTEN = {
    "noteer met bijlage": (
        "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"
        " --bijlage {map}/stuk.pdf"
    ),
    "gesprek gepland": (
        "gesprek gepland bloem --datum 2026-07-01 --soort regulier --contract ambulant"
    ),
    "gesprek gehouden": (
        "gesprek gehouden bloem 2026-05-18-voortgang --ambitie ja"
        " --aanwezig 'persoon=mia partij=opdrachtgever'"
    ),
}
GESPREK = "# kaart\ncontracten: [ambulant]  # één\nsoort: regulier\ndatum: 2026-05-18\n"
MILIEU = {**os.environ, "PYTHONHASHSEED": "0"}
OPROEPEN = (
    "mkdir,mkdirat,openat,write,pwrite64,writev,ftruncate,fallocate,copy_file_range,sendfile,"
    "fsync,fdatasync,flock,fchmod,chmod,fchmodat,link,linkat,symlink,symlinkat,"
    "rename,renameat,renameat2,unlink,unlinkat,rmdir,utimensat"
)
"""Every call by which a program can change what stands in a folder, and the lock."""
STRACE = ("strace", "-f", "-y", "-s", "0")


@dataclass(frozen=True)
class Punt:
    """One call: the so-manieth of its name since the start, as strace counts them."""

    naam: str
    keer: int
    regel: str


def maak(map_: Path) -> Path:
    klein_register.lees(map_, {"bloem/gesprekken/2026-05-18-voortgang/gesprek.yaml": GESPREK})
    (map_ / "stuk.pdf").write_bytes(b"%PDF-proef" * 1000)
    return map_


def start(map_: Path, woorden: str, *strace: str) -> int:
    eigen = shlex.split(woorden.format(map=map_))
    opdracht = [*strace, sys.executable, "-m", "clm_cli", *eigen, "--map", str(map_), *VAST]
    return subprocess.run(
        opdracht, capture_output=True, check=False, env=MILIEU, cwd=map_
    ).returncode


def staat(map_: Path) -> dict[str, bytes]:
    """All files that count: not the lock, not what a killed writer left under a temporary name."""
    return {
        str(p.relative_to(map_)): re.sub(rb"vastgelegd: \S+", b"vastgelegd: X", p.read_bytes())
        for p in map_.rglob("*")
        if p.is_file()
        and ".clm" not in p.parts
        and not (p.name.startswith(".") and p.name.endswith(".nieuw"))
    }


def punten(spoor: Path, map_: Path) -> list[Punt]:
    """The calls in a trace that touch the register and can change it, in their order."""
    uit, keren = [], Counter[str]()
    regels = [
        regel
        for regel in spoor.read_text(errors="replace").splitlines()
        if re.match(r"\d+ +\w+\(", regel)
    ]
    assert len({regel.split()[0] for regel in regels}) == 1, "one process: strace counts in each"
    for regel in regels:
        naam = regel.split()[1].partition("(")[0]
        keren[naam] += 1
        leest = naam == "openat" and "O_CREAT" not in regel and "O_TRUNC" not in regel
        if str(map_) in regel and not leest:
            uit.append(Punt(naam, keren[naam], regel))
    return uit


def in_goede_orde(regels: list[str]) -> bool:
    """The lock comes before any file; each file is on the disk before it gets its name."""
    slot = next(n for n, regel in enumerate(regels) if "flock(" in regel and "LOCK_EX" in regel)
    eerste = next(n for n, regel in enumerate(regels) if "write(" in regel and ".nieuw>" in regel)
    assert slot < eerste, "written before the lock was taken"
    namen = [
        (n, "/".join(van.groups()))
        for n, regel in enumerate(regels)
        if (van := re.search(r' (?:link|rename)\w*\(\d+<([^>]*)>, "([^"]*)"', regel))
    ]
    assert namen, "nothing got its name"
    for n, pad in namen:
        assert any("fsync(" in r and f"<{pad}>" in r for r in regels[:n]), f"no fsync of {pad}"
    return True


@dataclass(frozen=True)
class Proef:
    """One command: the register before and after it, and how it is killed."""

    woorden: str
    oud: Path
    voor: dict[str, bytes]
    na: dict[str, bytes]

    def dood(self, punt: Punt, map_: Path) -> Path:
        """A register in which the command died at this point, and at no other."""
        shutil.copytree(self.oud, map_)
        spoor = map_.with_suffix(".spoor")
        inspuiting = f"inject={punt.naam}:signal=SIGKILL:when={punt.keer}"
        opties = ("-o", str(spoor), "-e", f"trace={punt.naam}", "-e", inspuiting)
        code = start(map_, self.woorden, *STRACE, *opties)
        *_, laatste, einde = spoor.read_text(errors="replace").splitlines()
        assert code == -9, f"{punt}: it ended with {code}"
        assert einde.endswith("+++ killed by SIGKILL +++"), f"{punt}: {einde}"
        assert str(map_) in laatste, f"{punt}: it died at another call: {laatste}"
        return map_

    def oordeel(self, map_: Path) -> str:
        """Whether the register is the old one, the new one, or between them; or what is broken."""
        nu = staat(map_)
        if fouten := [m for m in laad(map_).meldingen if m.ernst is Ernst.FOUT]:
            return f"broken: {fouten}"
        if nu in (self.voor, self.na):
            return "old" if nu == self.voor else "new"
        erbij = nu.keys() - self.voor.keys()
        feiten = {pad for pad in erbij if re.search(r"/[0-9][^/]*\.yaml$", pad)}
        heel = all(nu.get(pad) == self.voor[pad] for pad in self.voor) and all(
            nu[pad] == self.na.get(pad) for pad in erbij
        )
        return "document" if heel and not feiten else f"broken: {sorted(erbij)}"


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_killed_at_every_call_that_touches_the_register(tmp_path: Path, naam: str) -> None:
    woorden, oud = OPDRACHTEN[naam], maak(tmp_path / "begin")
    # Once without strace: from then on all that Python compiles is there, and the count is steady.
    assert start(shutil.copytree(oud, tmp_path / "warm"), woorden) == 0
    heel, spoor = shutil.copytree(oud, tmp_path / "heel"), tmp_path / "spoor"
    opties = ("-o", str(spoor), "-e", f"trace={OPROEPEN}")
    assert start(heel, woorden, *STRACE, *opties) == 0
    proef = Proef(woorden, oud, staat(oud), staat(heel))

    def na_de_dood(geval: tuple[int, Punt]) -> tuple[Punt, str]:
        map_ = proef.dood(geval[1], tmp_path / f"n{geval[0]}")
        return geval[1], proef.oordeel(map_)

    alle = punten(spoor, heel)
    with ThreadPoolExecutor(os.cpu_count()) as groep:
        uitkomsten = [*groep.map(na_de_dood, enumerate(alle))]
    print(f"\n{naam}: killed {len(alle)} times, {dict(Counter(uit for _, uit in uitkomsten))}")
    assert [(punt, uit) for punt, uit in uitkomsten if uit.startswith("broken")] == []
    assert uitkomsten[0][1] == "old"
    assert uitkomsten[-1][1] == "new"
    assert in_goede_orde([punt.regel for punt in alle])
