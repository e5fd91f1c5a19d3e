"""Every writing command, killed or given a failing disk at system calls on its register.

One process imports clm once and forks; strace attaches to the fork and kills it, or lets one call
fail, once or from then on; or a file may grow no further than so many bytes, so that a write falls
short. After each point: what is said is what is on the disk, nothing that was there is lost, and
the same command given again records nothing twice. Strace counts each name of a call by itself,
and so does this; that a kill killed is seen in the exit status, that a call failed in the trace.

`AANTAL=45 ZAAD=1 python -m pytest -q -s tests/trust/fouten.py`: so many points of each command
(0 is all, hours), chosen by ZAAD: of kills, of failing writes and of failing reads a third.
"""

from __future__ import annotations

import gc
import hashlib
import os
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pytest

from clm_cli.files.lader import laad
from clm_cli.meldingen import Ernst
from tests import voorgeladen
from tests.schrijfopdrachten import ALLE, Opdracht, vergeten

AANTAL = int(os.environ.get("AANTAL", "45"))
ZAAD = os.environ.get("ZAAD", "1")
SCHRIJVEND = frozenset(
    (
        *("mkdir", "mkdirat", "openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync"),
        *("flock", "link", "linkat", "symlink", "symlinkat", "rename", "renameat", "renameat2"),
        *("unlink", "unlinkat", "rmdir"),
    )
)
LEZEND = frozenset({"read", "getdents64", "newfstatat", "lstat", "stat"})
ONDERBREEKBAAR = frozenset({"openat", "read", "write", "fsync", "flock", "getdents64"})
"""Calls that a signal may break off before they did anything."""
FOUTEN = ("EIO", "ENOSPC", "EACCES", "EROFS")
KORT = (1, 200, 5000)
"""The most bytes of one file, when a write has to fall short."""
TOTAAL = Counter[str]()

voorgeladen.alles()  # what is loaded late would not be found on a disk that is gone


@dataclass(frozen=True)
class Punt:
    """One call of a command that touches the register."""

    naam: str
    keer: int
    regel: str

    @property
    def schrijft(self) -> bool:
        """Whether it can change what stands there."""
        maakt = self.naam != "openat" or "O_CREAT" in self.regel
        return self.naam in SCHRIJVEND and maakt

    def strace(self, wat: str) -> tuple[str, ...]:
        """The words for strace by which this happens at this call."""
        return ("-e", f"trace={self.naam}", "-e", f"inject={self.naam}:{wat}")


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

    def doe(self, *strace: str, kort: int = 0) -> tuple[int, str]:
        """Give the command in a fork, under strace when words for it are given: exit and stderr."""
        gezegd = self.werk.with_name("gezegd")
        kind = os.fork()
        if not kind:
            self._kind(gezegd, wacht=bool(strace), kort=kort)
        if not strace:
            _, status = os.waitpid(kind, 0)
            return os.waitstatus_to_exitcode(status), gezegd.read_text(errors="replace")
        os.waitpid(kind, os.WUNTRACED)
        erbij = subprocess.Popen(
            ["strace", "-y", *strace, "-p", str(kind)], stderr=subprocess.PIPE, text=True
        )
        assert erbij.stderr is not None
        assert "attached" in erbij.stderr.readline()
        os.kill(kind, signal.SIGCONT)
        _, status = os.waitpid(kind, 0)
        erbij.communicate(timeout=60)
        return os.waitstatus_to_exitcode(status), gezegd.read_text(errors="replace")

    def _kind(self, gezegd: Path, *, wacht: bool, kort: int) -> None:
        code = 99
        gc.disable()  # as clm does for itself
        try:
            niets, maak = os.open(os.devnull, os.O_RDWR), os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            fout = os.open(gezegd, maak)
            leest = self.opdracht.soort == "leest"
            uit = os.open(self.werk.with_name("antwoord"), maak) if leest else niets
            for stroom, greep in ((0, niets), (1, uit), (2, fout)):
                os.dup2(greep, stroom)
            if kort:
                resource.setrlimit(resource.RLIMIT_FSIZE, (kort, resource.RLIM_INFINITY))
            if wacht:
                os.kill(os.getpid(), signal.SIGSTOP)
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


def punten(spoor: Path, map_: Path) -> list[Punt]:
    """The calls in a trace on something in the register, by name and number."""
    uit, keren = [], Counter[str]()
    for regel in spoor.read_text(errors="replace").splitlines():
        naam = regel.partition("(")[0]
        if not re.fullmatch(r"\w+", naam):
            continue
        keren[naam] += 1
        if str(map_) in regel and naam in SCHRIJVEND | LEZEND:
            uit.append(Punt(naam, keren[naam], regel))
    return uit


Geval = tuple[Punt | None, str]


def gevallen(rij: list[Punt]) -> Iterator[list[Geval]]:
    """Each point with what is done to it: all kills, all failing writes, all failing reads."""
    schrijvend = [punt for punt in rij if punt.schrijft]
    lezend = [punt for punt in rij if not punt.schrijft]
    yield [(punt, f"signal=SIGKILL:when={punt.keer}") for punt in schrijvend]
    for soort, fouten in ((schrijvend, FOUTEN), (lezend, ("EIO", "EACCES"))):
        vaak = [
            (p, f"error={f}:when={p.keer}{v}") for p in soort for f in fouten for v in ("", "+")
        ]
        eens = [(p, f"error=EINTR:when={p.keer}") for p in soort if p.naam in ONDERBREEKBAAR]
        kort = [(None, f"kort={aantal}") for aantal in KORT]
        yield [*vaak, *eens, *(kort if soort is schrijvend else ())]


def gekozen(rij: list[Punt], woorden: str) -> tuple[list[Geval], int]:
    """The points to try, and how many there are."""
    soorten, keus = [*gevallen(rij)], random.Random(f"{woorden} {ZAAD}")
    alle = sum(map(len, soorten))
    uit: list[Geval] = []
    for nog, soort in zip((3, 2, 1), sorted(soorten, key=len), strict=True):
        deel = (AANTAL - len(uit)) // nog if AANTAL else len(soort)
        uit += keus.sample(soort, min(deel, len(soort)))
    return uit, alle


def oordeel(proef: Proef, punt: Punt | None, wat: str, code: int, gezegd: str) -> str:
    """What is wrong after one point; empty when nothing is."""
    nu = staat(proef.map_)
    if "SIGKILL" in wat and code != -9:
        return f"it was not killed: {code}"
    if code == 70 and wat.endswith("+") and nu == proef.voor:
        return ""  # from then on nothing can be opened, the files of Python neither
    if "SIGKILL" not in wat and code not in (0, 2, 3):
        return f"exit {code}: {gezegd[-300:]}"
    anders = {pad for pad in nu.keys() | proef.voor.keys() if nu.get(pad) != proef.voor.get(pad)}
    if fout := [pad for pad in anders if nu.get(pad) != proef.na.get(pad)]:
        return f"neither old nor new: {fout}"
    if code == 2 and anders:
        return f"said to be refused, and written: {sorted(anders)}: {gezegd[-300:]}"
    # from then on nothing can be said either; a file of stderr is as short as any other
    stom = punt is None or (punt.naam == "write" and wat.endswith("+"))
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
    proef, spoor = begonnen(opdracht, tmp_path / "werk"), tmp_path / "spoor"
    assert proef.doe()[0] == 0, (tmp_path / "gezegd").read_text()
    proef.herstel()
    alle = ",".join(sorted(SCHRIJVEND | LEZEND))
    assert proef.doe("-s", "0", "-o", str(spoor), "-e", f"trace={alle}")[0] == 0
    proef.na = staat(proef.map_)
    rij, hoeveel = gekozen(punten(spoor, proef.map_), opdracht.woorden)
    fouten, codes, begin, niet = [], Counter[int](), time.monotonic(), 0
    for punt, wat in rij:
        proef.herstel()
        if punt is None:
            code, gezegd = proef.doe(kort=int(wat.partition("=")[2]))
            raak = True
        else:
            code, gezegd = proef.doe("-s", "0", "-o", str(spoor), *punt.strace(wat))
            teken = "killed by SIGKILL" if "SIGKILL" in wat else "(INJECTED)"
            raak = teken in spoor.read_text(errors="replace")
        if not raak and opdracht.soort == "samen":
            niet += 1  # how often git answers differs
            proef.gezien.clear()
            continue
        codes[code] += 1
        mis = "it did not happen" if not raak else oordeel(proef, punt, wat, code, gezegd)
        if opdracht.soort == "samen":
            proef.gezien.clear()
        if mis := mis or daarna(proef):
            fouten.append((punt and punt.regel[:150], wat, mis))
            print(fouten[-1])
    TOTAAL["points"] += len(rij) - niet
    TOTAAL["kills"] += codes[-9]
    TOTAAL["wrong"] += len(fouten)
    duur = (time.monotonic() - begin) / max(1, len(rij))
    print(
        f"\n{opdracht.woorden[:60]}: {len(rij) - niet} of {hoeveel} points, {duur:.2f} s each, "
        f"exit codes {dict(codes)}, seed {ZAAD}, {len(fouten)} wrong"
    )
    assert fouten == [], "\n".join(map(str, fouten[:8]))


def test_the_figures_of_all_together() -> None:
    print(f"\n{len(ALLE)} commands: {dict(TOTAAL)}")
    assert TOTAAL["wrong"] == 0
