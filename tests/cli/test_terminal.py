"""What only somebody at a terminal sees: colour, how far long work is, a letter laid out."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import klein_register

EXAMPLE = Path(__file__).parents[2] / "dossiers"
ONS = "marieke-hoekstra"
GEDULD = 120
"""Seconds of silence after which a command is taken to wait for an answer that nobody gives."""
GROEN, UIT = "\x1b[32m", "\x1b[0m"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "r"))


def clm(
    map_: Path,
    woorden: str,
    *,
    terminal: bool,
    kolommen: int = 100,
    door: str = ONS,
    getypt: str = "",
) -> str:
    """What a command shows; on a terminal both streams go there, and what is typed comes back."""
    vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", door)
    opdracht = [sys.executable, "-m", "clm_cli", *woorden.split(), *vast]
    omgeving = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(kolommen)}
    omgeving.pop("NO_COLOR", None)
    if not terminal:
        uit = subprocess.run(opdracht, capture_output=True, text=True, check=True, env=omgeving)
        return uit.stdout + uit.stderr
    meester, knecht = pty.openpty()
    with subprocess.Popen(
        opdracht, stdin=knecht, stdout=knecht, stderr=knecht, env=omgeving
    ) as proces:
        os.close(knecht)
        os.write(meester, getypt.encode())
        gezien = b""
        while True:
            if not select.select([meester], [], [], GEDULD)[0]:
                proces.kill()
                pytest.fail(f"clm still waits after {gezien.decode()}")
            try:
                deel = os.read(meester, 65536)
            except OSError:  # the other side is closed
                break
            if not deel:
                break
            gezien += deel
        assert proces.wait() == 0
    os.close(meester)
    return gezien.decode().replace("\r\n", "\n")


def test_a_trial_shows_what_comes_and_goes_in_colour_and_only_there(map_: Path) -> None:
    woorden = "overdracht samira waterlelie --vanaf 2026-07-01 --proef --vorm md"
    gezien = clm(map_, woorden, terminal=True)
    assert f"{GROEN}+  - vanaf: 2026-07-01{UIT}" in gezien
    assert "\x1b" not in clm(map_, woorden, terminal=False)


def test_long_work_says_how_far_it_is_and_nothing_in_a_pipe(map_: Path) -> None:
    woorden = "cijfers opvragen --periode 2026-K2 --vorm md --ja"
    assert re.search(r"Verzoeken .*%", clm(map_, woorden + " --proef", terminal=True))
    assert "Verzoeken" not in clm(map_, woorden + " --proef", terminal=False).replace(
        "Verzoek om", ""
    )


@pytest.mark.parametrize("kolommen", [80, 100])
def test_a_letter_is_read_in_the_terminal(tmp_path: Path, kolommen: int) -> None:
    klein_register.lees(tmp_path)
    clm(tmp_path, "brief maak bloem classificatie --vorm md --ja", terminal=False, door="mia")
    gezien = clm(tmp_path, "brief lees bloem", terminal=True, kolommen=kolommen, door="mia")
    kaal = re.sub(r"\x1b\[[0-9;]*m", "", gezien)
    assert "Mia Manager, contractmanager" in kaal
    assert max(len(regel.rstrip()) for regel in kaal.splitlines()) <= kolommen
    assert "**" not in kaal
    assert "\x1b[1m" in gezien
    [brief] = tmp_path.glob("bloem/brieven/*/brief.md")
    tekst = clm(tmp_path, "brief lees bloem", terminal=False, door="mia")
    assert brief.read_text(encoding="utf-8").strip() in tekst


def test_a_report_is_read_in_the_terminal_as_it_was_shared(map_: Path) -> None:
    voor = {pad: pad.read_bytes() for pad in map_.rglob("*.*") if pad.is_file()}
    woorden = "verslag de-kleine-beer 2026-04-09-voortgang --lees"
    verslag = map_ / "de-kleine-beer/gesprekken/2026-04-09-voortgang/verslag.md"
    assert verslag.read_text(encoding="utf-8").strip() in clm(map_, woorden, terminal=False)
    assert {pad: pad.read_bytes() for pad in map_.rglob("*.*") if pad.is_file()} == voor


def test_a_part_of_a_name_leads_to_the_same_question_as_the_name(map_: Path) -> None:
    """An overeenkomst that runs already: from which day this contract holds is asked."""
    woorden = "contract nieuw waterlelie extra --overeenkomst raam --nummer J-5 --zorgvorm ambulant"
    gezien = clm(map_, woorden, terminal=True, getypt="p1\n1 juni 2026\n")
    assert "Vanaf welke dag geldt dit contract?" in " ".join(gezien.split())
    kaart = (map_ / "waterlelie" / "contracten" / "extra" / "contract.yaml").read_text()
    assert "uitvoering_van: 2026-06-01" in kaart
    assert "overeenkomst: raam-jeugdhulp-2025" in kaart


BLADEN = """
classificeer --alle
classificeer waterlelie --contract dagbehandeling
regime lijst
regime toon sma-2026
escalatie toon klaproos
lijst risicos
lijst dekking
actie lijst
brief lijst
overzicht
toon klaproos
waarom 1
sjabloon toon agenda
planning 2027
""".strip().splitlines()


@pytest.mark.parametrize("woorden", BLADEN)
def test_colour_is_never_read_as_text(woorden: str) -> None:
    gezien = clm(EXAMPLE, woorden, terminal=True)
    assert len(gezien) > 200
    assert "U+001B" not in gezien
