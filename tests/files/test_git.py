"""A received register brings hooks: none runs, whatever git is asked, unless the user wants it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files import git
from tests import klein_register
from tests.cli.geschiedenis import leg_vast

HAKEN = (
    *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-checkout"),
    *("post-merge", "post-rewrite", "pre-push", "reference-transaction", "post-index-change"),
)
LEZEN = (
    "werklijst",
    "controleer --geschiedenis",
    "vergelijk",
    "verifieer",
    "wissen Bloem",
    "overzicht --bekend HEAD",
    "tijdlijn bloem --bekend 12-5-2026",
)
NOTEER = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan --commit"


def zet_haken(map_: Path, blad: Path, wie: str) -> None:
    """Hooks that write whose they are, and which."""
    map_.mkdir(exist_ok=True)
    for naam in HAKEN:
        (map_ / naam).write_text(f'#!/bin/sh\necho "{wie} {naam}" >>{blad}\n', encoding="utf-8")
        (map_ / naam).chmod(0o755)


@pytest.fixture
def gedraaid(tmp_path: Path) -> Path:
    return tmp_path / "gedraaid"


@pytest.fixture
def eigen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of the user."""
    pad = tmp_path / "eigen"
    pad.write_text("[user]\n\tname = Mia\n\temail = mia@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(pad))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return pad


@pytest.fixture
def map_(tmp_path: Path, eigen: Path, gedraaid: Path) -> Path:
    """A register as it was received, with a hook for everything."""
    wortel = tmp_path / "r"
    klein_register.lees(wortel)
    subprocess.run(["git", "init", "-q", str(wortel)], check=True)
    leg_vast(wortel, "begin", "2026-05-11")
    zet_haken(wortel / ".git/hooks", gedraaid, "register")
    return wortel


def clm(map_: Path, woorden: str) -> int:
    vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia")
    return draai([*woorden.split(), *vast])


def namen(gedraaid: Path) -> set[str]:
    return set(gedraaid.read_text("utf-8").splitlines()) if gedraaid.exists() else set()


@pytest.mark.parametrize("woorden", LEZEN)
def test_a_command_that_reads_runs_no_hook(map_: Path, gedraaid: Path, woorden: str) -> None:
    (map_ / "bloem/aanbieder.yaml").touch()  # git would like to look at it again
    assert clm(map_, woorden) in (0, 1)
    assert namen(gedraaid) == set()


def test_through_the_door_that_reads_no_hook_can_run(map_: Path, gedraaid: Path) -> None:
    """Also not of a word that nothing asks today."""
    assert git.git(map_, "update-ref", "refs/heads/een", "HEAD") is not None
    assert git.git(map_, "commit", "--quiet", "--allow-empty", "-m", "x") is not None
    assert namen(gedraaid) == set()
    subprocess.run(["git", "-C", map_, "update-ref", "refs/heads/twee", "HEAD"], check=True)
    assert "register reference-transaction" in namen(gedraaid)


def test_a_record_in_git_runs_no_hook(map_: Path, gedraaid: Path) -> None:
    assert clm(map_, NOTEER) == 0
    assert namen(gedraaid) == set()


@pytest.mark.parametrize("wil", ["map", "haken"])
def test_what_the_user_wants_runs(
    map_: Path, eigen: Path, gedraaid: Path, tmp_path: Path, wil: str
) -> None:
    """A folder with hooks of his own, or those of the register."""
    zet_haken(tmp_path / "mijn", gedraaid, "gebruiker")
    zegt = {"map": f"[core]\n\thooksPath = {tmp_path}/mijn\n", "haken": "[clm]\n\thaken = true\n"}
    eigen.write_text(eigen.read_text("utf-8") + zegt[wil], encoding="utf-8")
    assert clm(map_, NOTEER) == 0
    wie = {"map": "gebruiker", "haken": "register"}[wil]
    assert f"{wie} pre-commit" in namen(gedraaid)
    assert {regel.split()[0] for regel in namen(gedraaid)} == {wie}
