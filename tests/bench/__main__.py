"""`python -m tests.bench 30 300`: what commands cost on registers of so many dossiers.

Every round runs each program once, bare Python among them, so that all meet the same noise; what
counts is the ratio. Bytecode is compiled first. Programs that are not installed are left out.
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.groot_register import maak

WORTEL = Path(__file__).parents[2]
RONDEN = 5
KAAL = "bare Python"
NOTITIE = (
    *("noteer", "waterlelie", "Belde over de vraag.", "--wijze", "telefoon", "--proef", "--ja"),
    *("--richting", "inkomend", "--met", "Jansen", "--door", "marieke-hoekstra"),
)
CLM = {
    "clm termijn in the register": ("termijn", "4 mei 2026 10 werkdagen"),
    "clm tijdlijn waterlelie": ("tijdlijn", "waterlelie"),
    "clm noteer waterlelie --proef": NOTITIE,
    "clm toon waterlelie": ("toon", "waterlelie"),
    "clm werklijst": ("werklijst",),
    "clm overzicht": ("overzicht",),
    "clm controleer": ("controleer",),
}
_PADEN = "from pathlib import Path; import sys; paden = Path(sys.argv[1]).rglob('*.yaml')\n"
LUSSEN = {
    "read the bytes": f"{_PADEN}for p in paden: p.read_bytes()",
    "events of the C parser": (
        f"{_PADEN}from _ruamel_yaml import CParser\n"
        "for p in paden:\n    c = CParser(p.read_bytes())\n    while c.check_event(): c.get_event()"
    ),
    "safe loader and one model": (
        f"{_PADEN}from pydantic import BaseModel\nfrom ruamel.yaml import YAML\n"
        "M = type('M', (BaseModel,), {'model_config': {'extra': 'allow'}})\n"
        "y = YAML(typ='safe')\nfor p in paden: M.model_validate(y.load(p.read_bytes()))"
    ),
}
ANDEREN = {"yamllint": ("-d", "relaxed")}


def programmas(map_: Path) -> dict[str, list[str]]:
    """The programs to run on a register, by the name in the table."""
    python = [sys.executable, "-c"]
    clm = [sys.executable, "-m", "clm_cli"]
    uit = {KAAL: [*python, "pass"], "clm --help": [*clm, "--help"]}
    uit["clm termijn"] = [*clm, *CLM["clm termijn in the register"]]
    uit |= {naam: [*python, lus, str(map_)] for naam, lus in LUSSEN.items()}
    uit |= {
        naam: [
            sys.executable,
            "-m",
            "clm_cli",
            "--map",
            str(map_),
            "--vandaag",
            "2026-06-01",
            *rest,
        ]
        for naam, rest in CLM.items()
    }
    for naam, rest in ANDEREN.items():
        if shutil.which(naam):
            uit[f"{naam} {rest[0]}"] = [naam, *rest, str(map_)]
    return uit


def kosten(opdracht: list[str]) -> tuple[float, int]:
    """Seconds of processor and megabytes that one run took."""
    over = {n: w for n, w in os.environ.items() if n not in {"PYTHONDONTWRITEBYTECODE", "CLM_DOOR"}}
    proces = subprocess.Popen(
        opdracht,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={**over, "PYTHONPATH": str(WORTEL)},
    )
    _, _, gebruik = os.wait4(proces.pid, 0)
    proces.returncode = 0
    return gebruik.ru_utime + gebruik.ru_stime, gebruik.ru_maxrss // 1024


def tabel(aantal: int) -> None:
    """Measure on a register of so many dossiers and print the table."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = maak(Path(tijdelijk) / "register", aantal)
        bestanden = len(list(map_.rglob("*.yaml")))
        alle = programmas(map_)
        gemeten = [{naam: kosten(woorden) for naam, woorden in alle.items()} for _ in range(RONDEN)]
    basis = statistics.median(ronde[KAAL][0] for ronde in gemeten)
    print(f"\n{aantal} dossiers, {bestanden} files\n\n| | cpu s | × bare | MB |\n|---|---|---|---|")
    for naam in alle:
        cpu = statistics.median(ronde[naam][0] for ronde in gemeten)
        print(f"| {naam} | {cpu:.2f} | {cpu / basis:.1f} | {gemeten[-1][naam][1]} |")


if __name__ == "__main__":
    compileall.compile_dir(WORTEL / "clm_cli", quiet=2)
    for getal in sys.argv[1:] or ("30",):
        tabel(int(getal))
