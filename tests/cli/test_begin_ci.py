"""What a register gets for the host of its git, and what git says of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from clm_cli.cli.hoofd import draai
from clm_cli.files.begin import CI
from clm_cli.files.lader import laad
from tests.cli.geschiedenis import begin, git, leg_vast

WORTEL = Path(__file__).parents[2]


def lees(pad: Path) -> object:
    return YAML(typ="safe", pure=True).load(pad.read_text(encoding="utf-8"))


@pytest.mark.parametrize("ci", CI)
def test_a_new_register_brings_its_own_check(ci: str, tmp_path: Path, capsys) -> None:
    assert draai(["init", str(tmp_path / "r"), "--ci", ci, "--vandaag", "2026-05-18"]) == 0
    pad = tmp_path / "r" / CI[ci]
    inhoud = pad.read_text(encoding="utf-8")
    assert "clm controleer --geschiedenis --alleen-fouten" in inhoud
    assert "clm vergelijk" in inhoud
    (opdracht,) = _taken(lees(pad), ci)
    assert "pip install" in str(opdracht)
    assert laad(tmp_path / "r").meldingen == ()


def _taken(boom: dict, ci: str) -> list[dict]:
    return [boom["clm"]] if ci == "gitlab" else list(boom["jobs"].values())


def test_the_hook_for_pre_commit_names_a_command_that_exists(capsys) -> None:
    (haak,) = lees(WORTEL / ".pre-commit-hooks.yaml")
    assert haak["language"] == "python"
    _, *woorden = haak["entry"].split()
    assert draai([*woorden, "--map", str(WORTEL / "dossiers"), "--vandaag", "2026-05-18"]) == 0


def test_files_of_git_and_its_hosts_are_welcome_in_a_register(tmp_path: Path, capsys) -> None:
    draai(["init", str(tmp_path / "r"), "--vandaag", "2026-05-18"])
    for naam in (".pre-commit-config.yaml", ".gitlab-ci.yml", ".yamllint.yaml", ".github/x.yml"):
        pad = tmp_path / "r" / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_text("a: b\n")
    assert laad(tmp_path / "r").meldingen == ()


def test_git_shows_a_changed_word_in_a_word_file(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PYTHONPATH", str(WORTEL))
    from docx import Document

    draai(["init", str(tmp_path), "--vandaag", "2026-05-18"])
    git(tmp_path, "init", "--quiet")
    clm = f"{sys.executable} -m clm_cli tekst"
    git(tmp_path, "config", "diff.clm.textconv", clm)
    for woord in ("eerste", "tweede"):
        document = Document()
        document.add_paragraph(f"Dit is de {woord} zin.")
        document.save(str(tmp_path / "brief.docx"))
        if woord == "eerste":
            git(tmp_path, "add", "--all")
            git(tmp_path, "commit", "--quiet", "-m", "begin")
    assert git(tmp_path, "check-attr", "diff", "binary", "--", "a.docx", "a.xlsx").split("\n") == [
        "a.docx: diff: clm",
        "a.docx: binary: unspecified",
        "a.xlsx: diff: unset",
        "a.xlsx: binary: set",
    ]
    verschil = git(tmp_path, "diff")
    assert "-Dit is de eerste zin." in verschil
    assert "+Dit is de tweede zin." in verschil


def test_the_first_line_of_a_commit_says_what(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    wortel = begin(tmp_path)
    leg_vast(wortel, "begin", "2026-05-18")
    git(wortel, "config", "user.name", "x")
    git(wortel, "config", "user.email", "x@example.nl")
    gemeen = ("--map", str(wortel), "--vandaag", "2026-05-18", "--door", "marieke-hoekstra")
    woorden = ("actie", "afgerond", "de-klaproos", "A-31", "--resultaat", "x", "--commit")
    assert draai([*gemeen, *woorden]) == 0
    assert git(wortel, "log", "-1", "--format=%s") == "de-klaproos: A-31 afgerond"
    assert "vastgelegd" in git(wortel, "log", "-1", "--format=%b")
    assert git(wortel, "status", "--short") == ""
