"""The manual: every command that it prints is run, in the order of its page."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from itertools import takewhile
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.resources import handleiding, voorbeeld

_BLOK = re.compile(r"(?ms)^```(console|yaml \S+)\n(.*?)^```$")
BLADEN = dict(handleiding())
LEEG = {"eerste-dag"}
"""Pages that begin in an empty folder; the others in a copy of the example."""


@pytest.mark.parametrize("naam", BLADEN)
def test_every_command_that_a_page_names_exists(naam, capsys):
    assert "```console" in BLADEN[naam]
    zonder_blokken = re.sub(r"(?ms)^```.*?^```$", "", BLADEN[naam])
    for stuk in re.findall(r"`clm ([^`\n]+)`", zonder_blokken):
        woorden = list(takewhile(re.compile("[a-z-]+").fullmatch, stuk.split()))
        code = draai([*woorden[:2], "--help"])
        assert code == 0, stuk
        capsys.readouterr()


def test_the_whole_manual_is_one_page_for_a_browser(capsys):
    assert draai(["handleiding", "--vorm", "html", "--vandaag", "2026-05-18"]) == 0
    bladzijde = capsys.readouterr().out
    assert bladzijde.count("<h1>") == len(BLADEN) == 11
    assert '<pre tabindex="0">$ clm init register</pre>' in bladzijde
    assert "<code>clm waarom</code>" in bladzijde
    assert "http:" not in bladzijde
    assert "https:" not in bladzijde


def test_a_word_that_leads_to_no_page_is_answered_with_the_nearest(capsys):
    assert draai(["handleiding", "escalati"]) == 2
    assert "bedoelt u escalatie?" in capsys.readouterr().err


def doe(regel: str, ga) -> int:
    """Run one line of a console block in the folder where the page is by then."""
    woorden = shlex.split(regel)
    if woorden[0] == "clm":
        return draai(woorden[1:])
    if woorden[0] == "cd":
        ga(woorden[1])
        return 0
    assert woorden[0] == "git", regel
    return subprocess.run(woorden, check=False).returncode


@pytest.mark.parametrize("naam", BLADEN)
def test_every_command_of_a_page_does_what_the_page_says(naam, tmp_path, monkeypatch, capsys):
    if naam not in LEEG:
        shutil.copytree(voorbeeld(), tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLM_VANDAAG", "2026-05-18")
    monkeypatch.setenv("CLM_DOOR", "marieke-hoekstra")
    for wie in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{wie}_NAME", "Marieke Hoekstra")
        monkeypatch.setenv(f"GIT_{wie}_EMAIL", "m.hoekstra@zuiderwaard.example")
    for soort, inhoud in _BLOK.findall(BLADEN[naam]):
        if soort != "console":
            Path(soort.removeprefix("yaml ")).write_text(inhoud, encoding="utf-8")
            continue
        for regel in inhoud.replace("\\\n", "").splitlines():
            opdracht, _, uitkomst = regel.removeprefix("$ ").partition("   # uitkomst ")
            code = doe(opdracht, monkeypatch.chdir)
            uit = capsys.readouterr()
            verwacht = int(uitkomst.partition(":")[0] or 0)
            assert code == verwacht, f"{regel}\n{uit.out[-600:]}\n{uit.err[-900:]}"
