"""What a shell offers with the tab key; real shells are tried in the second suite."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.cli.aanvulling import aangeboden
from clm_cli.cli.hoofd import draai
from clm_cli.cli.omgeving import ALGEMEEN
from clm_cli.cli.opdrachten import TABEL

DOSSIERS = str(Path(__file__).parents[2] / "dossiers")
ALLE = ["de-klaproos", "de-kleine-beer", "medisch-advies-noord", "oude-linde", "waterlelie"]
IN = ["--map", DOSSIERS]


@pytest.mark.parametrize(
    ("getypt", "keuzen"),
    [
        (["werk"], ["werklijst"]),
        (["escalatie", "bes"], ["beslissing"]),
        (["gesprek", "maak", ""], sorted(w.split()[2] for w in TABEL if w[:13] == "gesprek maak ")),
        ([*IN, "toon", "w"], ["waterlelie"]),
        ([*IN, "toon", ""], ALLE),
        ([*IN, "toon", "waterlelie", ""], []),
        ([*IN, "werklijst", "waterlelie", ""], ALLE),
        ([*IN, "werklijst", "--gemeente", "w"], []),
        ([*IN, "werklijst", "--gemeente", "vaartstad", "w"], ["waterlelie"]),
        (["werklijst", "--ui"], ["--uitgebreid"]),
        (["werklijst", "--va"], ["--vandaag"]),
        (["zeemeeuw", ""], []),
        (["--map", DOSSIERS + "/nergens", "toon", ""], []),
        (["--vandaag", "gisteren?", ""], []),
    ],
)
def test_only_what_may_stand_there_is_offered(getypt, keuzen):
    assert aangeboden(getypt) == keuzen


def test_at_the_beginning_all_commands_are_offered_and_behind_a_dash_the_common_options():
    assert set(aangeboden([""])) == {woorden.split()[0] for woorden in TABEL}
    assert aangeboden(["-"]) == sorted(naam for naam, _, _ in ALGEMEEN)


def test_every_command_can_be_completed():
    for woorden, rij in TABEL.items():
        if rij.doel:
            assert "--map" in aangeboden([*woorden.split(), "--"])
            aangeboden([*woorden.split(), ""])


def test_a_shell_that_is_not_known_is_refused(capsys):
    assert draai(["aanvulling", "cmd"]) == 2
    assert "kies uit bash, zsh, fish, powershell" in capsys.readouterr().err


@pytest.mark.parametrize("leeg", ["", '""'])
def test_nothing_comes_between_what_somebody_types(leeg, capsys):
    """Also in the example, that says its own day; a newer PowerShell hands over the quotes."""
    assert draai([*IN, "aanvulling", "woorden", "--", *IN, "toon", leeg]) == 0
    gezegd = capsys.readouterr()
    assert gezegd.err == ""
    assert gezegd.out.split() == ALLE


def test_powershell_hands_over_what_stands_before_the_cursor(capsys):
    """A word behind the cursor is not being typed, and the quotes around a path are not in it."""
    assert draai(["aanvulling", "powershell"]) == 0
    tekst = capsys.readouterr().out
    assert "$_.Extent.EndOffset -lt $plek" in tekst
    assert "{ $_.Value }" in tekst
    assert "-- @voor $nu" in tekst
