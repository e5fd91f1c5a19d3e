"""Every writing command, killed or given a failing disk at system calls on its register.

One process imports clm once and forks; at one call of the fork it is killed, or the call fails,
once or from then on (`tests/ingreep.py`); or a file may grow no further than so many bytes, so
that a write falls short. After each point: what is said is what is on the disk, nothing that was
there is lost, and the same command given again records nothing twice. That a kill killed is seen
in the exit status; that a call failed, by who answered it.

`AANTAL=45 ZAAD=1 python -m pytest -q -s tests/trust/fouten.py`: so many points of each command
(0 is all, hours), chosen by ZAAD: a third kills, a tenth reads that fail, and writes that fail; the
reads by one name of a call, also by ZAAD, as there are hundreds of each. And three writes of each
that fall short, at bytes that are chosen and printed too.
"""

from __future__ import annotations

import errno
import gc
import hashlib
import os
import random
import re
import resource
import shutil
import socket
import stat
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pytest

from clm_cli.files.lader import laad
from clm_cli.meldingen import Ernst
from tests import voorgeladen
from tests.ingreep import DOODT, Roep, onderwerp, waak
from tests.schrijfopdrachten import ALLE, Opdracht, vergeten

AANTAL = int(os.environ.get("AANTAL", "45"))
ZAAD = os.environ.get("ZAAD", "1")
SCHRIJVEND = frozenset(
    (
        *("mkdir", "mkdirat", "openat O_CREAT", "write", "pwrite64", "ftruncate", "fsync"),
        *("fdatasync", "flock", "link", "linkat", "symlink", "symlinkat", "rename", "renameat"),
        *("renameat2", "unlink", "unlinkat", "rmdir"),
    )
)
LEZEND = frozenset({"openat", "read", "getdents64", "newfstatat", "lstat", "stat"})
_OUD = {"lstat", "stat"}
"""What Python does not ask any more."""
ONDERBREEKBAAR = frozenset(
    {"openat", "openat O_CREAT", "read", "write", "fsync", "flock", "getdents64"}
)
"""Calls that a signal may break off before they did anything."""
FOUTEN = ("EIO", "ENOSPC", "EACCES", "EROFS")
KORT = 3
"""How often a write of each command falls short: the bytes that a file may have are drawn."""
TOTAAL = Counter[str]()

voorgeladen.en_gebruikt()  # what is loaded late would not be found on a disk that is gone


@dataclass(frozen=True)
class Punt:
    """One call of a command that touches the register."""

    naam: str
    keer: int
    regel: str

    @property
    def schrijft(self) -> bool:
        """Whether it can change what stands there."""
        return self.naam in SCHRIJVEND


@dataclass(frozen=True)
class Geval:
    """What happens to a command: it is killed at a call, or that fails, or a file stays short."""

    punt: Punt | None
    fout: str = ""
    steeds: bool = False
    kort: int = 0

    def __str__(self) -> str:
        if self.punt is None:
            return f"no file over {self.kort} bytes"
        wat = f"{self.fout or 'killed'}{' from then on' if self.steeds else ''}"
        return f"{wat} at {self.punt.keer} {self.punt.regel}"

    @property
    def doodt(self) -> bool:
        """Whether the command is killed."""
        return self.punt is not None and not self.fout

    def wat(self, roep: Roep) -> int | None:
        """What becomes of a call."""
        assert self.punt is not None
        eerder, nu = roep.keer < self.punt.keer, roep.keer == self.punt.keer
        if roep.naam != self.punt.naam or eerder or not (nu or self.steeds):
            return None
        return getattr(errno, self.fout) if self.fout else DOODT


@dataclass
class Proef:
    """One command, what its register was when it began, and what it made of it."""

    opdracht: Opdracht
    werk: Path
    voor: dict[str, bytes] = field(default_factory=dict)
    na: dict[str, bytes] = field(default_factory=dict)
    eerst: dict[str, tuple[int, ...]] = field(default_factory=dict)
    gezien: dict[str, str] = field(default_factory=dict)
    """What became of the same command again, by what stood there."""
    geraakt: list[str] = field(default_factory=list)
    """The calls that did not go on, the last time."""

    @property
    def map_(self) -> Path:
        """The register."""
        return self.werk / "r"

    @property
    def begin(self) -> Path:
        """A copy of how it all was."""
        return self.werk.with_name("begin")

    @property
    def antwoord(self) -> str:
        """What it answered: only of one that reads is that kept."""
        return self.werk.with_name("antwoord").read_text(errors="replace")

    @property
    def gezegd(self) -> str:
        """What it said beside it, on stderr."""
        return self.werk.with_name("gezegd").read_text(errors="replace")

    def doe(self, geval: Geval | None = None) -> tuple[int, str]:
        """Give the command in a fork, in which this happens: its exit code and stderr."""
        self.geraakt.clear()
        if geval is None or geval.punt is None:
            kind = self._vork((), None, geval.kort if geval else 0)
            _, status = os.waitpid(kind, 0)
            code = os.waitstatus_to_exitcode(status)
            return code, self.gezegd
        return self._gewaakt((geval.punt.naam,), geval.wat), self.gezegd

    def volg(self, namen: Iterable[str]) -> list[Punt]:
        """Give the command in a fork: its calls of these names on something in the register."""
        uit: list[Punt] = []

        def kijk(roep: Roep) -> None:
            if str(self.map_) in (regel := roep.regel):
                uit.append(Punt(roep.naam, roep.keer, regel))

        assert self._gewaakt(namen, kijk) in (0, 1), self.gezegd
        return uit

    def _gewaakt(self, namen: Iterable[str], wat: Callable[[Roep], int | None]) -> int:
        def antwoord(roep: Roep) -> int | None:
            uit = wat(roep)
            if uit is not None:
                self.geraakt.append(roep.regel)
            return uit

        nemer, gever = socket.socketpair()
        with nemer:
            with gever:
                kind = self._vork(namen, gever)
            return waak(kind, nemer, antwoord)

    def _vork(self, namen: Iterable[str], gever: socket.socket | None, kort: int = 0) -> int:
        kind = os.fork()
        if not kind:
            self._kind(namen, gever, kort)
        return kind

    def _kind(self, namen: Iterable[str], gever: socket.socket | None, kort: int) -> None:
        code = 99
        gc.disable()  # as clm does for itself
        try:
            niets, maak = os.open(os.devnull, os.O_RDWR), os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            fout = os.open(self.werk.with_name("gezegd"), maak)
            leest = self.opdracht.soort == "leest"
            uit = os.open(self.werk.with_name("antwoord"), maak) if leest else niets
            for stroom, greep in ((0, niets), (1, uit), (2, fout)):
                os.dup2(greep, stroom)
            if kort:
                resource.setrlimit(resource.RLIMIT_FSIZE, (kort, resource.RLIM_INFINITY))
            if gever:
                onderwerp(namen, gever)
            code = self.opdracht.doe(self.werk)
        finally:
            os._exit(code)

    def herstel(self) -> None:
        """Everything as it was: only what changed is put back."""
        was, nu = self.eerst, _dingen(self.werk)
        for pad in sorted(nu.keys() - was.keys(), reverse=True):
            (self.werk / pad).rmdir() if nu[pad] == () else (self.werk / pad).unlink()
        for pad in sorted(p for p in was if was[p] != nu.get(p)):
            doel = self.werk / pad
            if was[pad] == ():
                doel.mkdir(exist_ok=True)
                continue
            doel.unlink(missing_ok=True)
            shutil.copy2(self.begin / pad, doel, follow_symlinks=False)
            self.eerst[pad] = _kenmerk(doel.lstat())


def _dingen(map_: Path) -> dict[str, tuple[int, ...]]:
    """Everything in a folder with what changes when it is written; folders have nothing."""
    uit: dict[str, tuple[int, ...]] = {}
    te_doen = [map_]
    while te_doen:
        for ding in os.scandir(te_doen.pop()):
            s = ding.stat(follow_symlinks=False)
            uit[ding.path[len(str(map_)) + 1 :]] = _kenmerk(s)
            if stat.S_ISDIR(s.st_mode):
                te_doen.append(Path(ding.path))
    return uit


def _kenmerk(s: os.stat_result) -> tuple[int, ...]:
    return () if stat.S_ISDIR(s.st_mode) else (s.st_size, s.st_mtime_ns, s.st_mode, s.st_ino)


def staat(map_: Path) -> dict[str, bytes]:
    """All files that count, without the moment of recording."""
    dingen = _dingen(map_) if map_.exists() else {}
    return {
        pad: _inhoud(map_ / pad, kenmerk)
        for pad, kenmerk in dingen.items()
        if kenmerk != ()
        and (pad.startswith(".clm/schema/") or not {".clm", ".git"} & set(pad.split("/")))
        and not pad.rpartition("/")[2].startswith(".")
    }


@lru_cache(20_000)
def _inhoud(pad: Path, _: tuple[int, ...]) -> bytes:
    """What a file holds, without the moment of recording: read once while it does not change."""
    return re.sub(rb"vastgelegd: \S+", b"", pad.read_bytes()) if pad.is_file() else b""


def begonnen(opdracht: Opdracht, werk: Path) -> Proef:
    """The register in which a command is accepted, and a copy of it to go back to."""
    opdracht.maak(werk)
    proef = Proef(opdracht, werk)
    shutil.copytree(werk, proef.begin, symlinks=True)
    proef.voor, proef.eerst = staat(proef.map_), _dingen(proef.werk)
    return proef


def gevallen(rij: list[Punt]) -> Iterator[list[Geval]]:
    """Each point with what is done to it: all kills, all failing writes, all failing reads."""
    schrijvend = [punt for punt in rij if punt.schrijft]
    lezend = [punt for punt in rij if not punt.schrijft]
    yield [Geval(punt) for punt in schrijvend]
    for soort, fouten in ((schrijvend, FOUTEN), (lezend, ("EIO", "EACCES"))):
        vaak = [Geval(p, f, v) for p in soort for f in fouten for v in (False, True)]
        eens = [Geval(p, "EINTR") for p in soort if p.naam in ONDERBREEKBAAR]
        yield [*vaak, *eens]


def te_kort(proef: Proef, keus: random.Random) -> list[Geval]:
    """Writes that fall short, somewhere in the longest file that the command writes."""
    langst = max((len(i) for p, i in proef.na.items() if proef.voor.get(p) != i), default=2)
    return [Geval(None, kort=keus.randrange(1, max(2, langst))) for _ in range(KORT)]


def gekozen(proef: Proef, rij: list[Punt]) -> tuple[list[Geval], int]:
    """The points to try, and how many there are."""
    soorten, keus = [*gevallen(rij)], random.Random(f"{proef.opdracht.woorden} {ZAAD}")
    doden, schrijven, lezen = soorten
    uit: list[Geval] = []
    grenzen = (AANTAL // 3, AANTAL // 3 + AANTAL // 10, AANTAL)
    for soort, tot in zip((doden, lezen, schrijven), grenzen, strict=True):
        deel = tot - len(uit) if AANTAL else len(soort)
        uit += keus.sample(soort, min(deel, len(soort)))
    return [*uit, *te_kort(proef, keus)], sum(map(len, soorten))


def oordeel(proef: Proef, geval: Geval, code: int, gezegd: str) -> str:
    """What is wrong after one point; empty when nothing is."""
    nu = staat(proef.map_)
    if geval.doodt and code != -9:
        return f"it was not killed: {code}"
    if code == 70 and geval.steeds and nu == proef.voor:
        return ""  # from then on nothing can be opened, the files of Python neither
    if not geval.doodt and code not in (0, 2, 3):
        return f"exit {code}: {gezegd[-300:]}"
    anders = {pad for pad in nu.keys() | proef.voor.keys() if nu.get(pad) != proef.voor.get(pad)}
    if fout := [pad for pad in anders if nu.get(pad) != proef.na.get(pad)]:
        return f"neither old nor new: {fout}"
    if code == 2 and anders:
        return f"said to be refused, and written: {sorted(anders)}: {gezegd[-300:]}"
    # from then on nothing can be said either; a file of stderr is as short as any other
    stom = geval.punt is None or (geval.punt.naam == "write" and geval.steeds)
    if code == 3 and not stom and (not anders or not all(pad in gezegd for pad in anders)):
        return f"not named: {sorted(anders)}: {gezegd[-300:]}"
    if code == 3 and re.search(r"geef .*(opnieuw|--bestand)", gezegd):
        return f"asked to give it again: {gezegd[-300:]}"
    if code == 0 and nu != proef.na:
        return f"exit 0, and not all is there: {sorted(proef.na.keys() ^ nu.keys())}"
    return ""


def daarna(proef: Proef) -> str:
    """What is wrong after the same command, given again on a good disk."""
    som, alles = hashlib.sha256(), _dingen(proef.werk)
    for pad in sorted(p for p in alles.keys() | proef.eerst if alles.get(p) != proef.eerst.get(p)):
        naam = re.sub(r"\.[0-9]+\.[0-9a-f]{8}\.nieuw$", ".nieuw", pad)
        inhoud = _inhoud(proef.werk / pad, alles[pad]) if alles.get(pad) else alles.get(pad)
        som.update(repr((naam, inhoud)).encode())
    teken = som.hexdigest()
    if teken not in proef.gezien:
        proef.gezien[teken] = _opnieuw(proef)
    return proef.gezien[teken]


def _opnieuw(proef: Proef) -> str:
    half = staat(proef.map_)
    if half not in (proef.voor, proef.na) and [
        m for m in laad(proef.map_).meldingen if m.ernst is Ernst.FOUT
    ]:
        return "a register that cannot be read"
    code, gezegd = proef.doe()
    if slot := re.search(r"haal dan (\S+\.lock) weg", gezegd):  # of a git that was broken off
        Path(slot[1]).unlink()
        code, gezegd = proef.doe()
    nu = staat(proef.map_)
    if nu == proef.na or (proef.opdracht.soort == "leeg" and code == 2 and nu == half):
        return ""  # a new register begins in an empty folder: what is half is said to be there
    erbij, weg = nu.keys() - proef.na.keys(), proef.na.keys() - nu.keys()
    anders = [pad for pad in nu.keys() & proef.na.keys() if nu[pad] != proef.na[pad]]
    return (
        f"after the same again ({code}): {sorted(erbij)} too many, {sorted(weg)} not there, "
        f"{anders} otherwise: {gezegd[-200:]}"
    )


def test_no_writing_command_is_forgotten() -> None:
    assert vergeten() == set()


@pytest.mark.parametrize("opdracht", ALLE, ids=lambda o: o.woorden[:60])
def test_what_is_said_is_what_is_on_the_disk(
    tmp_path: Path, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    proef = begonnen(opdracht, tmp_path / "werk")
    assert proef.doe()[0] == 0, proef.gezegd
    proef.herstel()
    leest = random.Random(f"{opdracht.woorden} {ZAAD} leest").choice(sorted(LEZEND - _OUD))
    punten = proef.volg(SCHRIJVEND | ({leest} if AANTAL else LEZEND))
    proef.na = staat(proef.map_)
    rij, hoeveel = gekozen(proef, punten)
    fouten, codes, begin, niet = [], Counter[int](), time.monotonic(), 0
    for geval in rij:
        proef.herstel()
        code, gezegd = proef.doe(geval)
        if opdracht.soort == "samen":
            proef.gezien.clear()
        raak = geval.punt is None or proef.geraakt
        if not raak and opdracht.soort == "samen":
            niet += 1  # how often git answers differs
            continue
        codes[code] += 1
        mis = oordeel(proef, geval, code, gezegd) if raak else "it did not happen"
        if mis := mis or daarna(proef):
            fouten.append((str(geval)[:150], mis))
            print(fouten[-1])
    TOTAAL["points"] += len(rij) - niet
    TOTAAL["kills"] += codes[-9]
    TOTAAL["wrong"] += len(fouten)
    duur = (time.monotonic() - begin) / max(1, len(rij))
    print(
        f"\n{opdracht.woorden[:60]}: {len(rij) - niet} of {hoeveel} points, {duur:.2f} s each, "
        f"short at {[geval.kort for geval in rij if geval.kort]}, "
        f"exit codes {dict(codes)}, seed {ZAAD}, {len(fouten)} wrong"
    )
    assert fouten == [], "\n".join(map(str, fouten[:8]))


def test_the_figures_of_all_together() -> None:
    print(f"\n{len(ALLE)} commands: {dict(TOTAAL)}")
    assert TOTAAL["wrong"] == 0
