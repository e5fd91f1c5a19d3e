"""What changed between two moments in git, by commit, branch or day."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.verschil.soorten import verschil
from clm_cli.views.vergelijk import Vergelijking
from tests.cli.geschiedenis import SIGNAAL, begin, git, leg_vast, vervang

FEIT = "waterlelie/signalen/2026-05-12-bereikbaar.yaml"
RISICOS = "de-klaproos/lijsten/risicos.yaml"


@pytest.fixture(scope="module")
def wortel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a commit on 1, 12 and 14 May, and a branch that left on the 12th."""
    map_ = begin(tmp_path_factory.mktemp("vergelijk"))
    leg_vast(map_, "begin", "2026-05-01")
    (map_ / FEIT).write_text(SIGNAAL, encoding="utf-8")
    leg_vast(map_, "signaal", "2026-05-12")
    git(map_, "branch", "2026-05-risico")
    vervang(map_ / "organisatie.yaml", "regio: Zuiderwaard", "regio: Noorderwaard")
    leg_vast(map_, "regio", "2026-05-14")
    git(map_, "checkout", "--quiet", "2026-05-risico")
    vervang(map_ / RISICOS, "Een gezinshuis stopt", "Een gezinshuis sluit")
    leg_vast(map_, "risico", "2026-05-15")
    git(map_, "checkout", "--quiet", "main")
    return map_


@pytest.fixture
def clm(wortel: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def roep(*woorden: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = draai(["--map", str(wortel), "--vandaag", "2026-05-18", "vergelijk", *woorden])
        return code, *capsys.readouterr()

    return roep


SIGNAAL_ERBIJ = ("Op drie dagen was niemand bereikbaar", "feit")
REGIO = ("regio: Zuiderwaard → Noorderwaard", "kaart")
REGIO_TERUG = ("regio: Noorderwaard → Zuiderwaard", "kaart")
RISICO = ("→ Een gezinshuis sluit", "lijst")


@pytest.mark.parametrize(
    ("wat", "gezegd"),
    [
        ("2026-05-01", {SIGNAAL_ERBIJ, REGIO}),
        ("1-5-2026", {SIGNAAL_ERBIJ, REGIO}),
        ("11 mei 2026", {SIGNAAL_ERBIJ, REGIO}),
        ("12-5-2026", {REGIO}),
        ("2026-05-12T13:00", {SIGNAAL_ERBIJ, REGIO}),
        ("2026-05-12T15:00", {REGIO}),
        ("1-5-2026..13-5-2026", {SIGNAAL_ERBIJ}),
        ("HEAD~2..HEAD~1", {SIGNAAL_ERBIJ}),
        ("12-5-2026..HEAD", {REGIO}),
        ("main..2026-05-risico", {REGIO_TERUG, RISICO}),
        ("main...2026-05-risico", {RISICO}),
        ("..2026-05-risico", {REGIO_TERUG, RISICO}),
        ("14-5-2026", set()),
    ],
)
def test_what_changed_between_two_moments(clm, wat: str, gezegd: set[tuple[str, str]]) -> None:
    _, uit, fout = clm(wat, "--json")
    assert "{" in uit, fout
    rijen = json.loads(uit)["gegevens"]["verschillen"]
    for zin, soort in gezegd:
        assert [r for r in rijen if zin in r["tekst"] and r["soort"] == soort], (zin, rijen)
    onderwerpen = {(rij["dossier"], rij["onderwerp"]) for rij in rijen}
    assert len(onderwerpen) <= len(gezegd)


def test_the_page_says_which_moments_and_warns_when_two_went_apart(clm) -> None:
    code, uit, _ = clm("12-5-2026..main")
    assert uit.startswith("VERGELIJK  12 mei 2026 (")
    assert code == 0
    _, uit, _ = clm("main..2026-05-risico")
    assert "main heeft ook wat 2026-05-risico niet heeft" in " ".join(uit.split())
    assert "(main...2026-05-risico)" in " ".join(uit.split())
    for wat in ("HEAD~2..HEAD~1", "2026-05-01..2026-05-risico", "2026-05-risico"):
        assert "heeft ook wat" not in " ".join(clm(wat)[1].split())


def test_a_commit_stands_in_markdown_as_it_is_typed(clm) -> None:
    """Two tildes are a stroke through what stands between them; in code they are tildes."""
    _, uit, _ = clm("HEAD~2..HEAD~1", "--vorm", "md")
    kop = uit.splitlines()[0]
    assert re.fullmatch(r"# Wat er verandert: `HEAD~2` \(.*\) → `HEAD~1` \(.*\)", kop)


@pytest.mark.parametrize(
    ("wat", "fout"),
    [
        ("30-4-2026", "Op 30 april 2026 stond hier nog niets in git."),
        ("31-4-2026", "vergelijk: '31-4-2026' bestaat niet op de kalender"),
        ("2026-05-niets", "git kent hier geen commit, tak of label met die naam"),
    ],
)
def test_a_moment_that_cannot_be_is_refused(clm, wat: str, fout: str) -> None:
    code, uit, gezegd = clm(wat)
    assert code == 2
    assert uit == ""
    assert fout in gezegd


def test_what_cannot_be_read_is_no_difference_that_is_kept_quiet(clm, wortel: Path) -> None:
    """A link in the place of a file, and files behind a link in the place of their folder."""
    kaart = wortel / "oude-linde/aanbieder.yaml"
    inhoud, map_ = kaart.read_bytes(), wortel / "waterlelie/lijsten"
    elders = wortel.parent / "elders"
    kaart.unlink()
    kaart.symlink_to("../waterlelie/aanbieder.yaml")
    map_.rename(elders)
    map_.symlink_to(elders)
    try:
        code, uit, _ = clm("--json")
    finally:
        kaart.unlink()
        kaart.write_bytes(inhoud)
        map_.unlink()
        elders.rename(map_)
    rijen = json.loads(uit)["gegevens"]["verschillen"]
    assert code == 1
    assert [r for r in rijen if r["soort"] == "onleesbaar" and "aanbieder.yaml" in r["tekst"]]
    assert [r for r in rijen if r["soort"] == "kaart-weg" and "lijst" in r["onderwerp"]], rijen


@pytest.mark.parametrize(
    ("soorten", "goed"),
    [((), True), (("herstel",), True), (("trede",), False), (("herstel", "trede"), False)],
)
def test_one_difference_that_matters_asks_for_a_second_pair_of_eyes(
    soorten: tuple[str, ...], goed: bool
) -> None:
    rijen = tuple(
        verschil(soort, ("bloem", "zaak"), wat="T1", was="nee", wordt="ja") for soort in soorten
    )
    assert Vergelijking("toen", "nu", rijen, len(rijen)).goed is goed
