"""Every writing command, killed or given a failing disk at every system call on its register.

One process imports clm once and forks; strace attaches to the fork and kills it, or lets one call
fail, once or from then on. After each point: what is said is what is on the disk, nothing that was
there is lost, and the same command given again records nothing twice. Strace counts each name of a
call by itself, and so does this; that a kill killed is seen in the exit status.

`STAP=1 python -m pytest -q -s tests/trust/fouten.py` takes every point (hours); STAP=20 a
twentieth, chosen by ZAAD.
"""

from __future__ import annotations

import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import laad
from clm_cli.meldingen import Ernst
from tests import gelijktijdig as g

STAP = int(os.environ.get("STAP", "20"))
ZAAD = os.environ.get("ZAAD", "1")
VAST = ("--vandaag", "2026-05-18", "--door", "mia", "--ja")
NOTEER = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"
OPDRACHTEN = {
    "noteer": NOTEER,
    "noteer met bijlage": f"{NOTEER} --bijlage {{elders}}/stuk.pdf",
    "gesprek gepland": "gesprek gepland bloem --datum 2026-07-01 --soort regulier"
    " --contract ambulant",
    "gesprek gehouden": g.GEHOUDEN,
    "verslag": f"verslag bloem {g.DAG} --vorm md",
    "brief maak": "brief maak bloem classificatie --vorm md --onderwerp Anders",
    "brief opnieuw": g.PAREN["a letter is sent and made anew"][1],
    "brief verzonden": g.PAREN["a letter is sent and made anew"][0],
    "sluiting": g.SLUIT,
    "maatregel": g.MAATREGEL,
    "contract nieuw": f"{g.NIEUW} 1",
    "nieuw": "nieuw Roos --kvk 00000002 --straat 'Weg 1' --postcode '9999 ZZ' --plaats Teststad",
    "lijst": "lijst leerpunten bloem --wat Iets --bestemming 'beleid en inkoop' --fase plan",
    "plan": "plan bloem --vorm md",
    "sjabloon kopieer": "sjabloon kopieer verslag",
}
SCHRIJVEND = frozenset(
    [
        "mkdir",
        "mkdirat",
        "openat",
        "write",
        "pwrite64",
        "ftruncate",
        "fsync",
        "fdatasync",
        "flock",
        "link",
        "linkat",
        "rename",
        "renameat",
        "renameat2",
        "unlink",
        "unlinkat",
    ]
)
LEZEND = frozenset({"read", "getdents64", "newfstatat", "lstat", "stat"})
FOUTEN = ("EIO", "ENOSPC", "EACCES", "EROFS")


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


@dataclass
class Proef:
    """One command with the register before and after it."""

    woorden: str
    begin: Path
    voor: dict[str, bytes] = field(default_factory=dict)
    na: dict[str, bytes] = field(default_factory=dict)


def staat(map_: Path) -> dict[str, bytes]:
    """All files that count, without the moment of recording."""
    return {
        str(pad.relative_to(map_)): re.sub(rb"vastgelegd: \S+", b"", pad.read_bytes())
        for pad in map_.rglob("*")
        if pad.is_file() and ".clm" not in pad.parts and not pad.name.startswith(".")
    }


def doe(map_: Path, woorden: str, *strace: str) -> tuple[int, str]:
    """One command in a fork, under strace when words for it are given: exit code and stderr."""
    gezegd = map_.parent / "gezegd"
    kind = os.fork()
    if not kind:
        code = 99
        try:
            niets = os.open(os.devnull, os.O_RDWR)
            fout = os.open(gezegd, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for stroom, greep in ((0, niets), (1, niets), (2, fout)):
                os.dup2(greep, stroom)
            eigen = shlex.split(woorden.replace("{elders}", str(map_.parent)))
            if strace:
                os.kill(os.getpid(), signal.SIGSTOP)
            code = draai([*eigen, "--map", str(map_), *VAST])
        finally:
            os._exit(code)
    if strace:
        os.waitpid(kind, os.WUNTRACED)
        erbij = subprocess.Popen(
            ["strace", "-y", "-s", "0", *strace, "-p", str(kind)],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert erbij.stderr is not None
        assert "attached" in erbij.stderr.readline()
        os.kill(kind, signal.SIGCONT)
        _, status = os.waitpid(kind, 0)
        erbij.communicate(timeout=60)
    else:
        _, status = os.waitpid(kind, 0)
    return os.waitstatus_to_exitcode(status), gezegd.read_text(errors="replace")


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


def gevallen(rij: list[Punt]) -> list[tuple[Punt, str]]:
    """Each point with what is done to it: a kill, an error, an error from then on."""
    uit = []
    for punt in rij:
        if punt.schrijft:
            uit.append((punt, f"signal=SIGKILL:when={punt.keer}"))
        for fout in FOUTEN if punt.schrijft else ("EIO", "EACCES"):
            uit += [(punt, f"error={fout}:when={punt.keer}{vaker}") for vaker in ("", "+")]
    return uit


def oordeel(proef: Proef, map_: Path, wat: str, code: int, gezegd: str) -> str:
    """What is wrong after one point; empty when nothing is."""
    nu = staat(map_)
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
        return f"said to be refused, and written: {sorted(anders)}"
    if code == 3 and (not anders or not all(pad in gezegd for pad in anders)):
        return f"not named: {sorted(anders)}: {gezegd[-300:]}"
    if code == 3 and re.search(r"geef .*(opnieuw|--bestand)", gezegd):
        return f"asked to give it again: {gezegd[-300:]}"
    if code == 0 and nu != proef.na:
        return f"exit 0, and not all is there: {sorted(anders)}"
    return ""


def daarna(proef: Proef, map_: Path) -> str:
    """What is wrong after the same command, given again on a good disk."""
    if [m for m in laad(map_).meldingen if m.ernst is Ernst.FOUT]:
        return "a register that cannot be read"
    doe(map_, proef.woorden)
    nu = staat(map_)
    erbij = nu.keys() - proef.na.keys()
    weg = proef.na.keys() - nu.keys()
    return f"after the same again: {sorted(erbij)} too many, {sorted(weg)} not there" * bool(
        erbij or weg
    )


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_what_is_said_is_what_is_on_the_disk(tmp_path: Path, naam: str) -> None:
    proef = Proef(OPDRACHTEN[naam], g.maak(tmp_path / "begin"))
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-proef" * 1000)
    warm = shutil.copytree(proef.begin, tmp_path / "warm")
    assert doe(warm, proef.woorden)[0] == 0, (tmp_path / "gezegd").read_text()
    map_ = tmp_path / "r"
    shutil.copytree(proef.begin, map_)
    proef.voor = staat(map_)
    spoor = tmp_path / "spoor"
    alle = ",".join(sorted(SCHRIJVEND | LEZEND))
    assert doe(map_, proef.woorden, "-o", str(spoor), "-e", f"trace={alle}")[0] == 0
    proef.na = staat(map_)
    alle_gevallen = gevallen(punten(spoor, map_))
    gekozen = random.Random(f"{naam} {ZAAD}").sample(alle_gevallen, len(alle_gevallen) // STAP)
    fouten, codes, begin = [], Counter[int](), time.monotonic()
    for punt, wat in gekozen:
        shutil.rmtree(map_)
        shutil.copytree(proef.begin, map_)
        code, gezegd = doe(
            map_,
            proef.woorden,
            "-o",
            str(spoor),
            "-e",
            f"trace={punt.naam}",
            "-e",
            f"inject={punt.naam}:{wat}",
        )
        codes[code] += 1
        wat_mis = oordeel(proef, map_, wat, code, gezegd) or daarna(proef, map_)
        if wat_mis:
            fouten.append((punt.regel[:120], wat, wat_mis))
    duur = (time.monotonic() - begin) / max(1, len(gekozen))
    print(
        f"\n{naam}: {len(gekozen)} of {len(alle_gevallen)} points, {duur:.2f} s each, "
        f"exit codes {dict(codes)}, seed {ZAAD}, {len(fouten)} wrong"
    )
    assert fouten == [], "\n".join(map(str, fouten[:8]))
