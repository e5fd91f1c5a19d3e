"""What cannot be read is missing, never absent: pages say so, and no document rests on it."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.documents.pdfsamen import aantal_bladen
from tests.cli.geschiedenis import git, leg_vast

VORMEN = ("csv", "json", "html", "ics", "xlsx", "bundel")
ANDER = "de-kleine-beer/contracten/ambulant/contract.yaml"
EIGEN = "waterlelie/contracten/gezinshuizen/contract.yaml"
STUK = "waterlelie/brieven/2026-05-11-cijfers/brief.md"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The example, to break."""
    return shutil.copytree(resources.voorbeeld(), tmp_path / "r")


def clm(map_: Path, woorden: str) -> int:
    """One command."""
    vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "marieke-hoekstra", "--ja")
    return draai([*woorden.split(), *vast])


def breek(map_: Path, pad: str) -> None:
    """A link in the place of a file: it is there, and it is not read."""
    (map_ / pad).rename(map_.parent / "opzij")
    (map_ / pad).symlink_to(map_.parent / "opzij")


@pytest.mark.parametrize("vorm", VORMEN)
def test_nothing_is_exported_of_half_a_dossier(map_: Path, capsys, vorm: str) -> None:
    breek(map_, EIGEN)
    assert clm(map_, f"exporteer {vorm} waterlelie") == 2
    assert EIGEN in capsys.readouterr().err
    assert not (map_ / "export").exists()


def test_nor_of_the_whole_when_one_dossier_is_half(map_: Path, capsys) -> None:
    breek(map_, "de-klaproos/signalen/2026-02-24-registratie.yaml")
    for vorm in ("csv", "json", "html", "ics", "xlsx"):
        assert clm(map_, f"exporteer {vorm}") == 2
        assert "2026-02-24-registratie.yaml" in capsys.readouterr().err
    assert not (map_ / "export").exists()


def test_a_comparison_with_others_says_who_was_not_read(map_: Path, capsys) -> None:
    """A group without one of its members has another middle."""
    assert clm(map_, "kpi de-klaproos") == 0
    assert "iet gelezen" not in capsys.readouterr().out
    breek(map_, ANDER)
    assert clm(map_, "kpi de-klaproos") == 0
    zegt = " ".join(capsys.readouterr().out.split())
    assert f"Niet gelezen, dus hier niet meegeteld: {ANDER}" in zegt
    assert clm(map_, "kpi de-klaproos --json") == 0
    assert json.loads(capsys.readouterr().out)["niet_gelezen"] == [ANDER]


@pytest.mark.parametrize("pad", [STUK, "feit"])
def test_a_bundle_without_one_of_its_papers_is_not_made(map_: Path, capsys, pad: str) -> None:
    assert clm(map_, "exporteer bundel waterlelie") == 0
    assert aantal_bladen((map_ / "export/bundel-waterlelie/bundel.pdf").read_bytes()) > 0
    shutil.rmtree(map_ / "export")
    breek(map_, STUK if pad == STUK else "waterlelie/brieven/2026-05-11-cijfers/brief.yaml")
    assert clm(map_, "exporteer bundel waterlelie") == 2
    assert "2026-05-11-cijfers/brief" in capsys.readouterr().err
    assert not (map_ / "export").exists()


def test_what_is_read_aloud_says_what_is_not_in_it(map_: Path, capsys) -> None:
    breek(map_, "waterlelie/metingen/2025-K2-opgave.yaml")
    for woorden in (
        "verslag waterlelie 2026-04-23-voortgang --lees",
        "brief lees waterlelie 2026-05-07-vraag",
    ):
        assert clm(map_, woorden) == 0
        assert "2025-K2-opgave.yaml" in capsys.readouterr().out
        assert clm(map_, f"{woorden} --json") == 0
        assert '"niet_gelezen"' in capsys.readouterr().out


def test_the_folder_of_the_register_itself_is_named(map_: Path, capsys, monkeypatch) -> None:
    """Its path is a dot, which stands on every page."""
    echt = os.scandir

    def kapot(map_hier: object) -> object:
        if os.path.samefile(map_hier, map_):  # noqa: PTH121 - a number
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(map_hier))
        return echt(map_hier)

    monkeypatch.setattr(os, "scandir", kapot)
    assert clm(map_, "regime lijst") == 0
    assert (
        "Niet gelezen, dus hier niet meegeteld: de map van het register" in capsys.readouterr().out
    )
    assert clm(map_, "toon waterlelie") == 2
    assert "Niet gelezen: de map van het register" in capsys.readouterr().err


def test_a_card_that_cannot_be_looked_for_is_not_a_register_that_is_not_there(
    map_: Path, capsys, monkeypatch
) -> None:
    """Its calendar counts: a term would be worked out with another one."""
    echt = os.stat

    def kapot(pad: object, **rest: object) -> object:
        if str(pad).endswith("organisatie.yaml"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(pad))
        return echt(pad, **rest)

    monkeypatch.setattr(os, "stat", kapot)
    assert clm(map_, "termijn 4 mei 2026 10 werkdagen") == 2
    assert "organisatie.yaml: u mag er niet bij" in capsys.readouterr().err


def test_a_paper_too_large_to_read_is_not_called_the_same_nor_changed(map_: Path, capsys) -> None:
    git(map_, "init", "--quiet")
    leg_vast(map_, "begin", "2026-05-01")
    assert clm(map_, "vergelijk") == 0
    capsys.readouterr()
    os.truncate(map_ / STUK, 129 << 20)
    assert clm(map_, "vergelijk") == 1
    assert f"Niet te lezen, en dus niet meegewogen: {STUK}" in " ".join(
        capsys.readouterr().out.split()
    )


def test_a_fact_too_large_to_read_is_not_called_changed(map_: Path, capsys) -> None:
    git(map_, "init", "--quiet")
    leg_vast(map_, "begin", "2026-05-01")
    feit = next(
        p.relative_to(map_).as_posix()
        for p in sorted((map_ / "waterlelie/brieven/2026-05-11-cijfers").glob("*verzonden*.yaml"))
    )
    os.truncate(map_ / feit, 129 << 20)
    assert clm(map_, "controleer --geschiedenis") == 1
    uit = " ".join(capsys.readouterr().out.split())
    assert "dit feit is niet te lezen; of het nog is wat in git staat, is onbekend" in uit
    assert "dit feit is gewijzigd" not in uit


def test_a_number_of_a_list_that_is_not_whole_is_not_taken_unseen(map_: Path, capsys) -> None:
    assert clm(map_, "doe 11 --proef") == 0
    breek(map_, "de-klaproos/signalen/2026-02-24-registratie.yaml")
    capsys.readouterr()
    assert clm(map_, "doe 11 --proef") == 2
    assert "Regel 11 kan nu een andere zijn" in capsys.readouterr().err


@pytest.mark.parametrize("naam", ["EIO", "EINTR", "EBUSY", "ESTALE", "ETIMEDOUT", "EHOSTDOWN"])
def test_a_disk_that_is_away_for_a_moment_is_no_bug_in_clm(
    map_: Path, capsys, monkeypatch, naam: str
) -> None:
    nummer, echt = getattr(errno, naam), os.open

    def kapot(pad: object, *rest: object, **meer: object) -> int:
        if str(pad).endswith("organisatie.yaml"):
            raise OSError(nummer, os.strerror(nummer), str(pad))
        return echt(pad, *rest, **meer)

    monkeypatch.setattr(os, "open", kapot)
    noteer = "noteer waterlelie Gebeld --wijze telefoon --met Jan --richting uitgaand"
    for woorden in ("werklijst", "verifieer", noteer, "exporteer json"):
        assert clm(map_, woorden) == 2
        assert "organisatie.yaml" in capsys.readouterr().err
    assert not (map_ / "waterlelie/contacten").exists()
