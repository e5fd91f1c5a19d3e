"""What taking personal data out would touch: files, history, names, and the proof that lapses."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests.cli.geschiedenis import SIGNAAL, begin, git, leg_vast, vervang

NAAM = "Jantje Pietersen"


@pytest.fixture
def wortel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    map_ = begin(tmp_path)
    leg_vast(map_, "begin", "2026-05-01")
    return map_


def zoek(wortel: Path, capsys: pytest.CaptureFixture[str], gegeven: str = NAAM) -> tuple[int, dict]:
    code = draai(["--map", str(wortel), "--vandaag", "2026-05-18", "wissen", gegeven, "--json"])
    return code, json.loads(capsys.readouterr().out)["gegevens"]


def test_what_is_nowhere_is_said_to_be_nowhere(wortel: Path, capsys) -> None:
    code, uit = zoek(wortel, capsys)
    assert uit == {"bestanden": [], "niet_te_doorzoeken": [], "commits": [], "tags": []}
    assert code == 0


def test_it_is_found_in_files_also_across_a_line_and_in_the_history(wortel: Path, capsys) -> None:
    pad = wortel / "waterlelie/signalen/2026-05-12-bereikbaar.yaml"
    pad.write_text(SIGNAAL.replace("Op drie", "Jantje\n  Pietersen: op drie"), encoding="utf-8")
    risicos = wortel / "de-klaproos/lijsten/risicos.yaml"
    vervang(risicos, "gezinshuis stopt", f"gezinshuis van {NAAM} stopt")
    erin = leg_vast(wortel, "erin", "2026-05-12")
    vervang(risicos, f" van {NAAM}", "")
    eruit = leg_vast(wortel, "eruit", "2026-05-13")
    genoemd = leg_vast(wortel, f"gebeld over {NAAM}", "2026-05-14")
    code, uit = zoek(wortel, capsys, NAAM.lower())
    assert code == 1
    assert [rij["pad"] for rij in uit["bestanden"]] == [
        "waterlelie/signalen/2026-05-12-bereikbaar.yaml"
    ]
    assert [rij["in_naam"] for rij in uit["bestanden"]] == [False]
    assert {rij["commit"] for rij in uit["commits"]} == {erin, eruit, genoemd}


def test_a_draft_that_git_leaves_alone_is_searched_as_well(wortel: Path, capsys) -> None:
    concept = wortel / ".clm/concepten/waterlelie-contact.yaml"
    concept.parent.mkdir(parents=True)
    (wortel / ".gitignore").write_text(".clm/\n", encoding="utf-8")
    concept.write_text(f"kern: Gebeld over {NAAM}.\n", encoding="utf-8")
    _, uit = zoek(wortel, capsys)
    assert [rij["pad"] for rij in uit["bestanden"]] == [".clm/concepten/waterlelie-contact.yaml"]


def test_a_tag_that_says_it_is_named_and_one_that_only_stands_at_its_commit_is_not(
    wortel: Path, capsys
) -> None:
    genoemd = leg_vast(wortel, f"gebeld over {NAAM}", "2026-05-14")
    git(wortel, "tag", "los")
    git(wortel, "tag", "-a", "overleg", "-m", "Stand van zaken\n\nOok over Jantje\nPietersen.")
    git(wortel, "tag", "-a", "anders", "-m", "Stand van zaken")
    git(wortel, "tag", "over-jantje")
    code, uit = zoek(wortel, capsys, NAAM.lower())
    assert (code, [rij["commit"] for rij in uit["commits"]]) == (1, [genoemd])
    assert uit["tags"] == ["overleg"]
    assert zoek(wortel, capsys, "stand van")[1]["tags"] == ["anders", "overleg"]
    code, uit = zoek(wortel, capsys, "over-jantje")
    assert (code, uit["tags"]) == (1, ["over-jantje"])
    assert draai(["--map", str(wortel), "--vandaag", "2026-05-18", "wissen", "over-jantje"]) == 1
    gezegd = capsys.readouterr().out
    assert "GESCHIEDENIS (1)" in gezegd
    assert "tag over-jantje" in gezegd


def test_the_proof_that_would_lapse_is_named_and_pictures_are_unknown(wortel: Path, capsys) -> None:
    brief = "de-klaproos/brieven/2026-05-04-ingebrekestelling"
    (wortel / brief / "scan.png").write_bytes(b"x")
    code, uit = zoek(wortel, capsys, "ingebrekestelling")
    rij = next(rij for rij in uit["bestanden"] if rij["pad"] == f"{brief}/brief.md")
    assert f"{brief}/2026-05-04-verzonden-aangetekend.yaml" in rij["bewijs"]
    assert rij["in_naam"]
    assert uit["niet_te_doorzoeken"] == [f"{brief}/scan.png"]
    assert code == 1


def test_the_page_does_not_repeat_it_and_says_how_it_is_done(wortel: Path, capsys) -> None:
    vervang(wortel / "organisatie.yaml", "regio: Zuiderwaard", f"regio: {NAAM}")
    assert draai(["--map", str(wortel), "--vandaag", "2026-05-18", "wissen", NAAM]) == 1
    uit = capsys.readouterr().out
    assert NAAM not in uit
    assert "organisatie.yaml" in uit
    assert "filter-repo" in uit
    assert "in de teksten van commits en tags" in " ".join(uit.split())
    assert "Zoek ook op andere schrijfwijzen" in " ".join(uit.split())
    assert draai(["--map", str(wortel), "wissen", "ab"]) == 2


def test_the_proof_of_the_rest_is_checked_without_clm(wortel: Path, capsys) -> None:
    risicos = wortel / "de-klaproos/lijsten/risicos.yaml"
    vervang(risicos, "gezinshuis stopt", f"gezinshuis van {NAAM} stopt")
    erin = leg_vast(wortel, "erin", "2026-05-12")
    gemeen = ("--map", str(wortel), "--vandaag", "2026-05-18", "wissen")
    assert draai([*gemeen, NAAM, "--bewijs"]) == 0
    bewijs, gezegd = capsys.readouterr()
    assert f"Zo was het op 18 mei 2026, commit {erin}." in gezegd
    vervang(risicos, f" van {NAAM}", "")
    toets = ["sha256sum", "--check", "--strict", "--quiet"]
    assert subprocess.run(toets, input=bewijs, text=True, cwd=wortel, check=False).returncode == 0
    assert "de-klaproos/lijsten/risicos.yaml" not in bewijs
    assert "de-klaproos/aanbieder.yaml" in bewijs
    vervang(wortel / "de-klaproos/aanbieder.yaml", "Klaproos", "Klaprozen")
    uit = subprocess.run(
        toets, input=bewijs, text=True, cwd=wortel, check=False, capture_output=True
    )
    assert uit.stdout == "de-klaproos/aanbieder.yaml: FAILED\n"
    assert draai([*gemeen, "--bewijs"]) == 2


def test_without_git_the_proof_is_of_the_register_and_not_of_what_git_keeps(
    wortel: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (wortel.parent / ".git").rename(wortel / ".git")
    (wortel / "bloem/.git").mkdir(parents=True)  # of who made a repository in it
    (wortel / "bloem/.git/config").write_text("x")
    monkeypatch.setenv("PATH", "")
    assert draai(["--map", str(wortel), "wissen", "Klaproos", "--bewijs"]) == 0
    paden = [regel.partition("  ")[2] for regel in capsys.readouterr().out.splitlines()]
    assert "waterlelie/aanbieder.yaml" in paden
    assert not [pad for pad in paden if ".git" in pad.split("/")]
