"""`python -m tests.bench 1 30 300 brieven`: what commands cost on registers of so many dossiers.

Every round runs each program once, bare Python among them, so that all meet the same noise; what
counts is the ratio. Bytecode is compiled first. `brieven` makes 300 letters, and their text again
by WeasyPrint. Others run in the first round only, and are left out where they are not installed
(`pip install check-jsonschema yamllint weasyprint`, here or where the Python of ANDERE_PYTHON is).
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.groot_register import GEVRAAGD, maak
from tests.cli.geschiedenis import git, leg_vast

WORTEL = Path(__file__).parents[2]
RONDEN = int(os.environ.get("RONDEN", "5"))
ANDER = os.environ.get("ANDERE_PYTHON", sys.executable)
KAAL = "bare Python"
KOUD = "clm controleer, nothing kept"
AANTAL_BRIEVEN, BRIEVEN_PER_VIJF = 300, 4
NOTITIE = (
    *("noteer", GEVRAAGD, "Belde over de vraag.", "--wijze", "telefoon", "--proef", "--ja"),
    *("--richting", "inkomend", "--met", "Jansen", "--door", "marieke-hoekstra"),
)
OVERAL = {
    "clm --help": ("--help",),
    "clm termijn": ("termijn", "4 mei 2026 10 werkdagen"),
    "clm uitleg": ("uitleg", "DOS204"),
}
CLM = {
    "clm termijn in the register": ("termijn", "4 mei 2026 10 werkdagen"),
    f"clm tijdlijn {GEVRAAGD}": ("tijdlijn", GEVRAAGD),
    f"clm noteer {GEVRAAGD} --proef": NOTITIE,
    f"clm toon {GEVRAAGD}": ("toon", GEVRAAGD),
    f"clm kpi {GEVRAAGD}": ("kpi", GEVRAAGD),
    "clm werklijst": ("werklijst",),
    "clm overzicht": ("overzicht",),
    "clm controleer": ("controleer",),
    "clm vergelijk, ten of them changed": ("vergelijk",),
}
_PADEN = "from pathlib import Path; import sys; paden = Path(sys.argv[1]).rglob('*.yaml')\n"
CONTACT = """datum: 2026-05-15
vastgelegd: 2026-05-15T12:00:00+02:00
door: marieke-hoekstra
wijze: telefoon
richting: uitgaand
met: [An]
kern: Gebeld.
"""
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
ANDEREN = {
    "check_jsonschema": ("-m", "tests.bench.schemas"),
    "yamllint": ("-m", "yamllint", "-d", "relaxed"),
}
"""Modules that check files, and how: with our schemas, and for layout alone."""
ZETTER = """import sys; from pathlib import Path; from weasyprint import HTML
for pad in Path(sys.argv[1]).rglob("brief.html"): HTML(pad).write_pdf(pad.with_suffix(".pdf"))
"""


class Kosten(NamedTuple):
    """What one run took: seconds of processor, seconds on the clock, megabytes."""

    cpu: float
    klok: float
    geheugen: int


def programmas(map_: Path) -> dict[str, list[str]]:
    """The programs to run on a register, by the name in the table."""
    python = [sys.executable, "-c"]
    clm = [sys.executable, "-m", "clm_cli"]
    hier = ("--map", str(map_), "--vandaag", "2026-06-01")
    uit = {KAAL: [*python, "pass"]}
    uit |= {naam: [*clm, *rest] for naam, rest in OVERAL.items()}
    uit |= {naam: [*clm, *hier, *rest] for naam, rest in CLM.items()}
    koud = ["env", "CLM_ONTHOUD=nee", *clm, *hier]
    uit |= {"clm werklijst, nothing kept": [*koud, "werklijst"], KOUD: [*koud, "controleer"]}
    uit["git status"] = ["git", "-C", str(map_), "status", "--short"]
    uit |= {naam: [*python, lus, str(map_)] for naam, lus in LUSSEN.items()}
    return uit


def anderen(map_: Path) -> dict[str, list[str]]:
    """The programs of others that are installed."""
    alle = {naam: [ANDER, *rest, str(map_)] for naam, rest in ANDEREN.items()}
    return {naam: woorden for naam, woorden in alle.items() if er_is(naam)}


def er_is(module: str) -> bool:
    """Whether a module of others is installed where they are."""
    proef = [ANDER, "-c", f"import {module}"]
    return not subprocess.run(proef, check=False, capture_output=True).returncode


def begin_en_verander(map_: Path) -> None:
    """The register in git, and then a call and another name in ten of its dossiers."""
    git(map_, "init", "--quiet")
    leg_vast(map_, "begin", "2026-05-14")
    kaarten = sorted(map_.glob("*/aanbieder.yaml"))
    for kaart in kaarten[:: max(1, len(kaarten) // 10)][:10]:
        tekst = kaart.read_text(encoding="utf-8")
        kaart.write_text(tekst.replace("statutair: ", "statutair: Nieuw ", 1), encoding="utf-8")
        feit = kaart.parent / "contacten/2026-05-15-telefoon-x.yaml"
        feit.parent.mkdir(exist_ok=True)
        feit.write_text(CONTACT, encoding="utf-8")


def kosten(opdracht: list[str]) -> Kosten:
    """What one run of a program takes."""
    over = {n: w for n, w in os.environ.items() if n not in {"PYTHONDONTWRITEBYTECODE", "CLM_DOOR"}}
    begin = time.perf_counter()
    proces = subprocess.Popen(
        opdracht,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={**over, "PYTHONPATH": str(WORTEL)},
    )
    _, _, gebruik = os.wait4(proces.pid, 0)
    klok = time.perf_counter() - begin
    proces.returncode = 0
    return Kosten(gebruik.ru_utime + gebruik.ru_stime, klok, gebruik.ru_maxrss // 1024)


def tabel(aantal: int) -> None:
    """Measure on a register of so many dossiers and print the table."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = maak(Path(tijdelijk) / "register", aantal)
        begin_en_verander(map_)
        bestanden = sum(1 for _ in map_.rglob("*.yaml"))
        rest = anderen(map_)
        ronden = [programmas(map_) | rest, *[programmas(map_)] * (RONDEN - 1)]
        gemeten = [{naam: kosten(woorden) for naam, woorden in ronde.items()} for ronde in ronden]
    druk(f"{aantal} dossiers, {bestanden} files", gemeten)
    for naam in rest:
        keer = gemeten[0][naam].cpu / gemeten[0][KOUD].cpu
        print(f"\n{naam} takes {keer:.1f} times the processor of {KOUD}")


def brieven() -> None:
    """Measure a batch of letters as PDF, and the same text as HTML by WeasyPrint."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        pdf = maak(Path(tijdelijk) / "pdf", AANTAL_BRIEVEN * 5 // BRIEVEN_PER_VIJF)
        html = Path(shutil.copytree(pdf, Path(tijdelijk) / "html"))
        clm = [sys.executable, "-m", "clm_cli", "--vandaag", "2026-06-01", "--ja"]
        clm += ["--door", "marieke-hoekstra", "brief", "maak", "--alle", "herinnering"]
        kosten([*clm, "--map", str(html), "--vorm", "html"])
        gemeten = {KAAL: kosten([sys.executable, "-c", "pass"])}
        gemeten["clm brief maak --alle herinnering"] = kosten(
            [*clm, "--map", str(pdf), "--vorm", "pdf"]
        )
        if er_is("weasyprint"):
            gemeten["WeasyPrint, of the same text"] = kosten([ANDER, "-c", ZETTER, str(html)])
        aantal = sum(1 for _ in pdf.glob("*/brieven/2026-06-01-*/brief.pdf"))
        zelfde = sum(1 for _ in html.glob("*/brieven/2026-06-01-*/brief.pdf"))
    druk(f"{aantal} letters to PDF, by WeasyPrint {zelfde}", [gemeten])


def druk(kop: str, gemeten: list[dict[str, Kosten]]) -> None:
    """The medians of the rounds as a table."""
    basis = statistics.median(ronde[KAAL].cpu for ronde in gemeten)
    print(f"\n{kop}\n\n| | cpu s | × bare | clock s | MB |\n|---|---|---|---|---|")
    for naam in gemeten[0]:
        keren = [ronde[naam] for ronde in gemeten if naam in ronde]
        cpu, klok, mb = (statistics.median(getallen) for getallen in zip(*keren, strict=True))
        print(f"| {naam} | {cpu:.3f} | {cpu / basis:.1f} | {klok:.3f} | {mb:.0f} |", flush=True)


if __name__ == "__main__":
    keuze = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    keuze.add_argument("wat", nargs="*", default=["30"], help="numbers of dossiers, or brieven")
    wat = keuze.parse_args().wat
    compileall.compile_dir(WORTEL / "clm_cli", quiet=2)
    for woord in wat:
        if woord == "brieven":
            brieven()
        else:
            tabel(int(woord))
