"""Four people give thousands of commands in one register, while git commits beside them.

Each command holds a word of its own. What was accepted stands in exactly one file, with that word
once; what was refused in none; nothing half is left, each number was given once, git is whole, and
no fact was changed after it was committed.

`AANTAL=4000 ZAAD=1 python -m pytest -q -s tests/trust/vier.py`
"""

from __future__ import annotations

import os
import random
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests import gelijktijdig, klein_register, twee_mensen, voorgeladen

AANTAL, ZAAD = int(os.environ.get("AANTAL", "400")), int(os.environ.get("ZAAD", "1"))
MENSEN = 4
DOSSIERS = tuple(f"bloem-{letter}" for letter in "abcdefghijklmnopqrst")
DADEN = (
    "noteer {waar} {woord} --wijze telefoon --richting uitgaand --met Jan",
    "noteer {waar} zelfde --wijze e-mail --richting uitgaand --met {woord}",
    "lijst risicos {waar} --wat {woord} --kans laag --gevolg hoog --eigenaar bo",
    "lijst wijzigingen {waar} --wat {woord} --gewenst-door gemeente --eigenaar bo",
    (
        "signaal {waar} {woord} --soort kwaliteit --kant AOC --ernst dreigend "
        "--bron soort=gemeente --datum 2026-05-18"
    ),
    "gesprek gepland {waar} --datum 2026-07-{dag:02} --soort extra --reden {woord} --naam {woord}",
    "gesprek gepland {waar} --datum 2026-08-{dag:02} --soort extra --reden {woord} --naam een",
    (
        "contract nieuw {waar} {keus} --overeenkomst raam --zorgvorm dag --nummer {woord} "
        "--looptijd uitvoering_van=2025-01-01"
    ),
)
"""What each may do; the last two are refused when somebody chose the same name before."""


def maak(map_: Path) -> Path:
    """A register of twenty dossiers, in git."""
    een = {p: t for p, t in klein_register.BASIS.items() if p.startswith("bloem/")}
    rest = dict.fromkeys(een)
    anders = {
        f"{naam}/{pad.removeprefix('bloem/')}": tekst.replace("00000001", f"{nr:08}")
        .replace("Bloem", f"Bloem {nr}")
        .replace("-1\n", f"-{nr}\n")
        for nr, naam in enumerate(DOSSIERS, 10)
        for pad, tekst in een.items()
    }
    assert klein_register.lees(map_, {**rest, **anders}).meldingen == ()
    twee_mensen.git(map_, "init", "--quiet")
    for naam, waarde in (("name", "Git"), ("email", "git@example.nl")):
        twee_mensen.git(map_, "config", f"user.{naam}", waarde)
    twee_mensen.git(map_, "add", "--all")
    twee_mensen.git(map_, "commit", "--quiet", "-m", "begin")
    return map_


def persoon(map_: Path, nr: int, verslag: Path) -> int:
    """A process that gives its share of the commands, and writes down how each ended."""
    kind = os.fork()
    if kind:
        return kind
    try:
        keus = random.Random(f"{ZAAD} {nr}")
        with verslag.open("w", encoding="utf-8") as boek:
            for keer in range(AANTAL // MENSEN):
                boek.flush()  # who breaks off a long run has what was told until then
                woord = f"w{nr}x{keer}x"
                daad = keus.choice(DADEN).format(
                    waar=keus.choice(DOSSIERS),
                    woord=woord,
                    dag=keus.randint(1, 28),
                    keus=f"c{keus.randint(1, 40)}",
                )
                daad += " --commit" if keus.random() < 0.1 else ""
                code = gelijktijdig.in_proces(map_, daad, gelijktijdig.DOOR[nr % 2])
                boek.write(f"{woord} {code} {daad.split()[0]}\n")
        os._exit(0)
    finally:
        os._exit(9)


def git_ernaast(map_: Path, kinderen: list[int]) -> int:
    """Commit everything, again and again, until all are ready; how often that went well."""
    gelukt, klaar = 0, set[int]()
    while len(klaar) < len(kinderen):
        for woorden in (("add", "--all"), ("commit", "--quiet", "-m", "ernaast")):
            git = ["git", "-C", str(map_), *woorden]
            uit = subprocess.run(git, capture_output=True, check=False)
            gelukt += woorden[0] == "commit" and uit.returncode == 0
        for kind in set(kinderen) - klaar:
            pid, status = os.waitpid(kind, os.WNOHANG)
            if pid:
                assert os.waitstatus_to_exitcode(status) == 0
                klaar.add(kind)
    return gelukt


def test_each_accepted_command_is_found_exactly_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    voorgeladen.alles()
    map_ = maak(tmp_path / "r")
    verslagen = [tmp_path / f"verslag{nr}" for nr in range(MENSEN)]
    kinderen = [persoon(map_, nr, verslag) for nr, verslag in enumerate(verslagen)]
    commits = git_ernaast(map_, kinderen)
    einde = dict[str, int]()
    codes = Counter[str]()
    for rij in (r.split() for v in verslagen for r in v.read_text(encoding="utf-8").splitlines()):
        einde[rij[0]] = int(rij[1])
        codes[f"{rij[2]} {rij[1]}"] += 1
    bestanden = twee_mensen.bestanden(map_)
    keren = Counter(
        woord
        for inhoud in bestanden.values()
        for woord in {w.decode() for w in re.findall(rb"\bw\dx\d+x\b", inhoud)}
    )
    print(f"\n{len(einde)} commands, {commits} commits beside them: {dict(codes)}")
    assert len(einde) == AANTAL
    assert set(einde.values()) <= {0, 2, 3}
    assert {w for w, code in einde.items() if keren[w] != (code != 2)} == set()
    dubbel = [
        naam
        for pad, inhoud in bestanden.items()
        if "/lijsten/" in pad
        for naam, aantal in Counter(re.findall(rb"id: ([A-Z]-\d+)", inhoud)).items()
        if aantal > 1
    ]
    assert dubbel == []
    assert [p for p in map_.rglob("*.nieuw") if ".git" not in p.parts] == []
    assert twee_mensen.fouten(map_) == Counter()
    # a commit that another git was just before leaves an object that nothing names, and no harm
    assert twee_mensen.git(map_, "fsck", "--full", "--no-dangling").strip() == ""
    feiten = ":(glob)**/[0-9]*.yaml"
    anders = ("log", "-m", "--no-renames", "--full-history", "--diff-filter=MDT", "--format=%H")
    assert twee_mensen.git(map_, *anders, "--", feiten) == ""
