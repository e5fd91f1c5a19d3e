"""What cannot be read is missing, and not absent: every page says so and no letter rests on it."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files.slot import afdruk
from tests import gelijktijdig, klein_register

VAST = ["--vandaag", "2026-05-18", "--door", "mia"]
BLADEN = (
    "toon bloem",
    "werklijst",
    "overzicht",
    "brief lijst bloem",
    "lijst verplichtingen bloem",
    "classificeer --alle",
)
GEDEELD = "overeenkomsten/raam/"
EIGEN = "bloem/gesprekken/"


def doe(map_: Path, woorden: str) -> int:
    return draai([*woorden.split(), "--map", str(map_), *VAST])


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return gelijktijdig.maak(tmp_path / "r")


@pytest.fixture(params=["gesloten", "koppeling"])
def kapot(request: pytest.FixtureRequest, map_: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes a folder of the register one that cannot be read."""

    def maak(pad: str) -> Path:
        if request.param == "koppeling":
            (map_ / pad).rename(map_.parent / "elders")
            (map_ / pad.rstrip("/")).symlink_to(map_.parent / "elders")
            return map_
        echt = os.scandir

        def scandir(map2):
            if Path(map2) == map_ / pad:
                raise PermissionError(errno.EACCES, "Permission denied", str(map2))
            return echt(map2)

        monkeypatch.setattr(os, "scandir", scandir)
        return map_

    return maak


@pytest.mark.parametrize("pad", [GEDEELD, EIGEN])
@pytest.mark.parametrize("blad", BLADEN)
def test_each_page_names_what_was_not_read(kapot, capsys, blad: str, pad: str) -> None:
    map_ = kapot(pad)
    assert doe(map_, blad) in (0, 2)
    assert pad in capsys.readouterr().out.replace("\n", "")
    assert doe(map_, f"{blad} --json") == 0
    assert pad in json.dumps(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("pad", [GEDEELD, EIGEN, "beleid/"])
@pytest.mark.parametrize(
    "opdracht", [f"brief maak bloem {gelijktijdig.BRIEF} --kenmerk x", "plan bloem --ja"]
)
def test_no_letter_or_plan_rests_on_it(kapot, capsys, opdracht: str, pad: str) -> None:
    map_ = kapot(pad)
    voor = afdruk(map_)
    assert doe(map_, opdracht) == 2
    gezegd = capsys.readouterr().err
    assert pad in gezegd
    assert afdruk(map_) == voor


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(kapot, capsys) -> None:
    assert doe(kapot("bloem/escalaties/"), "escalatie toon bloem") == 2
    gezegd = capsys.readouterr().err
    assert "nog geen escalatie" not in gezegd
    assert "bloem/escalaties/" in gezegd


def test_a_page_of_another_dossier_does_not_speak_of_it(kapot, map_, capsys) -> None:
    aanbieder = klein_register.BASIS["bloem/aanbieder.yaml"]
    klein_register.schrijf(map_, {"roos/aanbieder.yaml": aanbieder.replace("Bloem", "Roos")})
    kapot(EIGEN)
    assert doe(map_, "toon roos") == 0
    assert EIGEN not in capsys.readouterr().out


def test_an_interrupted_call_is_repeated(map_, monkeypatch, capsys) -> None:
    echt, gezien = os.scandir, set()

    def scandir(pad):
        if pad not in gezien:
            gezien.add(pad)
            raise InterruptedError(errno.EINTR, "Interrupted system call")
        return echt(pad)

    monkeypatch.setattr(os, "scandir", scandir)
    assert doe(map_, "overzicht --json") == 0
    assert "niet_gelezen" not in json.loads(capsys.readouterr().out)
    assert gezien
