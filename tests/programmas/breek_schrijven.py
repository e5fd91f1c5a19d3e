"""Three writing commands, killed at every system call of their writing.

The old state or the new one, nothing else.

Run with strace on the machine: `python -m pytest tests/programmas/breek_schrijven.py`. It prints
the number of points.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clm_cli.files.lader import laad
from clm_cli.meldingen import Ernst
from tests import klein_register

VAST = ["--vandaag", "2026-05-18", "--door", "mia"]
OPDRACHTEN = {
    "noteer met bijlage": [
        "noteer",
        "bloem",
        "gebeld",
        "--wijze",
        "telefoon",
        "--met",
        "Jan",
        "--bijlage",
        "{map}/stuk.pdf",
    ],
    "gesprek gepland": [
        "gesprek",
        "gepland",
        "bloem",
        "--datum",
        "2026-07-01",
        "--soort",
        "regulier",
        "--contract",
        "ambulant",
    ],
    "gesprek gehouden": [
        "gesprek",
        "gehouden",
        "bloem",
        "2026-05-18-voortgang",
        "--ambitie",
        "ja",
        "--aanwezig",
        "persoon=mia partij=opdrachtgever",
    ],
}
GESPREK = "# kaart\ncontracten: [ambulant]  # één\nsoort: regulier\ndatum: 2026-05-18\n"
MILIEU = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


def maak(map_: Path) -> Path:
    klein_register.lees(map_, {"bloem/gesprekken/2026-05-18-voortgang/gesprek.yaml": GESPREK})
    (map_ / "stuk.pdf").write_bytes(b"%PDF-proef" * 1000)
    return map_


def start(map_: Path, woorden: list[str], *strace: str) -> subprocess.CompletedProcess[str]:
    opdracht = [
        sys.executable,
        "-m",
        "clm_cli",
        *(w.format(map=map_) for w in woorden),
        "--map",
        str(map_),
        *VAST,
    ]
    return subprocess.run(
        [*strace, *opdracht], capture_output=True, text=True, check=False, env=MILIEU, cwd=map_
    )


def staat(map_: Path) -> dict[str, bytes]:
    """All files that count: not the lock, not what a killed writer left under a temporary name."""
    return {
        str(p.relative_to(map_)): re.sub(rb"vastgelegd: \S+", b"vastgelegd: X", p.read_bytes())
        for p in map_.rglob("*")
        if p.is_file()
        and ".clm" not in p.parts
        and not (p.name.startswith(".") and p.name.endswith(".nieuw"))
    }


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_killed_at_every_system_call(tmp_path: Path, naam: str) -> None:
    woorden, oud = OPDRACHTEN[naam], maak(tmp_path / "begin")
    voor = staat(oud)
    heel = shutil.copytree(oud, tmp_path / "heel")
    spoor = tmp_path / "spoor"
    assert start(heel, woorden, "strace", "-f", "-o", str(spoor)).returncode == 0
    na = staat(heel)
    oproepen = [
        regel
        for regel in spoor.read_text(errors="replace").splitlines()
        if re.match(r"\d+ +\w+\(", regel)
    ]
    eerste = next(n for n, regel in enumerate(oproepen, 1) if ".clm" in regel and "mkdir" in regel)
    tussen = {
        tuple(sorted(na)),
        tuple(sorted(voor)),
        *(tuple(sorted({*voor, pad})) for pad in na if not re.search(r"/[0-9][^/]*\.yaml$", pad)),
    }

    def dood(nummer: int) -> str | None:
        map_ = shutil.copytree(oud, tmp_path / f"n{nummer}")
        uit = start(
            map_,
            woorden,
            "strace",
            "-f",
            "-o",
            "/dev/null",
            "-e",
            f"inject=all:signal=SIGKILL:when={nummer}",
        )
        nu = staat(map_)
        fouten = [m for m in laad(map_).meldingen if m.ernst is Ernst.FOUT]
        shutil.rmtree(map_)
        if (
            fouten
            or tuple(sorted(nu)) not in tussen
            or any(nu[pad] not in (voor.get(pad), na.get(pad)) for pad in nu)
        ):
            return f"{nummer}: {sorted(set(nu) ^ set(voor))} {fouten}"
        return (
            f"{nummer}: said done, but it is not there"
            if uit.returncode == 0 and nu != na
            else None
        )

    punten = range(eerste - 25, len(oproepen) + 1)
    with ThreadPoolExecutor(os.cpu_count()) as groep:
        slecht = [een for een in groep.map(dood, punten) if een]
    print(f"\n{naam}: {len(punten)} kill points")
    assert slecht == []
    assert len(punten) >= 67
