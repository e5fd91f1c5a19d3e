"""What both README files say is so: the session, the commands, the codes, the paths."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from clm_cli.cli import hoofd, uitvoer
from tests.leesmij import LEESMIJ, WORTEL, gedraaid
from tests.test_huis import VERDIEPING

VOOR_BOUWERS = WORTEL / "clm_cli" / "LEESMIJ.md"
BEIDE = pytest.mark.parametrize("blad", [LEESMIJ, VOOR_BOUWERS], ids=["README", "LEESMIJ"])
WORTELS = (WORTEL, WORTEL / "clm_cli")
"""A path in LEESMIJ.md is one from the checkout or one inside the package."""
VAN_EEN_REGISTER = {"sjablonen/", "huisstijl/"}


def gezegd(blad) -> list[str]:
    """All that stands between backticks, outside the blocks."""
    zonder_blokken = re.sub(r"(?ms)^```.*?^```$", "", blad.read_text(encoding="utf-8"))
    return re.findall(r"`([^`\n]+)`", zonder_blokken)


def bestaat(pad: str) -> bool:
    return any(any(wortel.glob(pad)) for wortel in WORTELS)


def test_the_session_is_what_clm_prints(momentopname):
    tekst = LEESMIJ.read_text(encoding="utf-8")
    assert tekst.count("\n$ clm ") >= 3
    momentopname(LEESMIJ, gedraaid(tekst))


def test_the_two_commands_stand_together_in_the_one_sh_block():
    (blok,) = re.findall(r"(?ms)^```sh\n(.*?)^```$", LEESMIJ.read_text(encoding="utf-8"))
    eerste, tweede = blok.splitlines()
    assert eerste.endswith("werklijst")
    assert "pytest" in tweede


def test_the_readme_is_short():
    assert LEESMIJ.read_text(encoding="utf-8").count("\n") <= 150


@BEIDE
def test_every_command_that_is_named_exists(blad, capsys):
    """Its plain words lead to a page of help; what is no command is refused."""
    genoemd = {
        tuple(takewhile(re.compile("[a-z]+").fullmatch, stuk.split()[1:]))
        for stuk in gezegd(blad)
        if stuk.startswith("clm ")
    }
    assert len(genoemd) >= 3
    for woorden in sorted(genoemd):
        assert hoofd.draai([*woorden, "--help"]) == 0, woorden
        blad_van = capsys.readouterr().out
        assert blad_van.startswith(f"Gebruik: {' '.join(['clm', *woorden])}"), woorden


@BEIDE
def test_every_path_that_is_named_is_there(blad):
    """What holds capitals, brackets or dots between is a form, and no path."""
    paden = {
        stuk
        for deel in gezegd(blad)
        for stuk in deel.split()
        if "/" in stuk and re.fullmatch(r"[a-z0-9_.][a-z0-9_.*/-]+", stuk)
    }
    er_niet = [pad for pad in sorted(paden - VAN_EEN_REGISTER) if not bestaat(pad)]
    assert len(paden) >= 4
    assert er_niet == []


def test_a_path_that_is_not_there_is_seen():
    assert bestaat("tests/tijd/")
    assert bestaat("regimes/*.yaml")
    assert not bestaat("tests/tijden/")


@BEIDE
def test_every_link_leads_to_a_file(blad):
    links = re.findall(r"\]\(([^)]+)\)", blad.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (blad.parent / link).is_file()] == []


def test_every_room_stands_on_its_floor():
    """The table of rooms is that of the house."""
    rijen = re.findall(r"(?m)^\| (\d) \| ([^|]+) \|", VOOR_BOUWERS.read_text(encoding="utf-8"))
    kamers = {
        kamer.rstrip("/").removesuffix(".py"): int(vloer)
        for vloer, waar in rijen
        for kamer in re.findall(r"`([^`]+)`", waar)
    }
    assert kamers == VERDIEPING


def test_the_exit_codes_are_those_of_clm():
    genoemd = re.findall(r"(?m)^\| (\d+) \| ", LEESMIJ.read_text(encoding="utf-8"))
    codes = (
        uitvoer.GEDAAN,
        uitvoer.GEVONDEN,
        uitvoer.GEWEIGERD,
        uitvoer.NIET_AF,
        uitvoer.FOUT_IN_CLM,
        uitvoer.AFGEBROKEN,
    )
    assert [int(code) for code in genoemd] == list(codes)


def test_the_kinds_of_codes_are_those_that_clm_explains(capsys):
    assert hoofd.draai(["uitleg"]) == 0
    soorten = set(re.findall(r"(?m)^([A-Z]{3})\d{3} ", capsys.readouterr().out))
    alinea = next(a for a in LEESMIJ.read_text("utf-8").split("\n\n") if "`clm uitleg`" in a)
    assert set(re.findall(r"`([A-Z]{3})`", alinea)) == soorten


def test_every_option_that_is_named_exists(capsys):
    """In the help of a command; which one, the sentence says."""
    opties = {o for stuk in gezegd(LEESMIJ) for o in re.findall(r"(?<!\S)--[a-z-]+", stuk)}
    hulp = ""
    leven = (
        ["delen"],
        ["schema"],
        ["gesprek", "gehouden"],
        ["noteer"],
        ["lijst", "verplichtingen"],
        ["cijfers", "inlezen"],
        ["classificeer"],
        ["kpi"],
        ["rapport", "regio"],
    )
    for woorden in ([], ["termijn"], ["brief", "maak"], ["controleer"], *leven):
        hoofd.draai([*woorden, "--help"])
        hulp += capsys.readouterr().out
    assert [optie for optie in sorted(opties) if optie not in hulp] == []


BEWERINGEN = WORTEL / "tests" / "beweringen.txt"
"""What the README promises, each sentence with the tests that go red when it is not so."""
HEEL = ("Terms and calendars", "Checks and exit codes", "What it will not do")
"""The parts of the README of which every sentence is a promise."""


def zinnen(deel: str) -> list[str]:
    """The sentences and rows of a part of the README, without what frames a table."""
    proza = re.sub(r"(?ms)^```.*?^```$", "", deel)
    regels = [r for r in proza.splitlines() if set(r) - set("|- ")]
    einde = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z`*\"])")
    return [z for regel in regels for z in ([regel] if regel[0] == "|" else einde.split(regel))]


def bewijs() -> dict[str, list[str]]:
    """The tests by the sentence above them."""
    uit: dict[str, list[str]] = {}
    for regel in BEWERINGEN.read_text(encoding="utf-8").splitlines():
        if not regel.startswith(" "):
            uit[regel] = []
        else:
            uit[list(uit)[-1]].append(regel.strip())
    return uit


def test_each_promise_stands_with_what_proves_it():
    """A sentence that is turned round is not in the list: who changes it, names its proof."""
    tekst = LEESMIJ.read_text(encoding="utf-8")
    delen = dict(deel.split("\n", 1) for deel in tekst.split("\n## ")[1:])
    beloofd = [zin for naam in HEEL for zin in zinnen(delen[naam])]
    assert len(beloofd) > 25
    assert [zin for zin in beloofd if not bewijs().get(zin)] == []
    alle = zinnen(tekst)
    assert [zin for zin in bewijs() if zin not in alle] == []


def test_what_proves_a_promise_is_there():
    tests = {test for rij in bewijs().values() for test in rij}
    weg = [
        test
        for pad, _, naam in (t.partition("::") for t in sorted(tests))
        for test in [f"{pad}::{naam}"]
        if not (WORTEL / pad).is_file() or f"def {naam}(" not in (WORTEL / pad).read_text("utf-8")
    ]
    assert weg == []
