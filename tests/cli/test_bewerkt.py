"""A document that somebody filled in or edited is never replaced, by whatever command."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai

VOORBEELD = Path(__file__).parents[2] / "dossiers"
GESPREK = "waterlelie/gesprekken/2026-06-02-voortgang"
BRIEF = "2026-05-18-herinnering"
OPDRACHTEN = {
    "agenda": (["gesprek", "maak", "agenda", "waterlelie", "2026-06-02"], f"{GESPREK}/agenda"),
    "verslag": (
        ["gesprek", "maak", "verslag", "waterlelie", "2026-04-23"],
        "waterlelie/gesprekken/2026-04-23-voortgang/verslag",
    ),
    "plan": (["plan", "waterlelie"], "waterlelie/plan"),
    "brief": (
        ["brief", "maak", "waterlelie", BRIEF, "--concept"],
        f"waterlelie/brieven/{BRIEF}/brief",
    ),
}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    shutil.copytree(VOORBEELD, tmp_path / "reg")
    return tmp_path / "reg"


def doe(register: Path, *woorden: str) -> int:
    vast = ["--vandaag", "2026-05-18", "--door", "marieke-hoekstra"]
    return draai([*woorden, "--map", str(register), *vast])


@pytest.mark.parametrize("vorm", ["md", "docx"])
@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_what_somebody_edited_stays_and_the_new_one_has_a_name_of_its_own(
    register: Path, capsys, naam: str, vorm: str
) -> None:
    woorden, stam = OPDRACHTEN[naam]
    pad = register / f"{stam}.{vorm}"
    eerst = (
        ["brief", "maak", "waterlelie", "herinnering", "--concept"] if naam == "brief" else woorden
    )
    assert doe(register, *eerst, "--vorm", vorm) == 0, capsys.readouterr().err
    eigen = pad.read_bytes() + b"\nmijn aantekening"
    pad.write_bytes(eigen)
    capsys.readouterr()
    assert doe(register, *woorden, "--vorm", vorm) == 0, capsys.readouterr().err
    gezegd = " ".join(capsys.readouterr().out.split())
    assert pad.read_bytes() == eigen
    nieuw = register / f"{stam}-2.{vorm}"
    assert nieuw.is_file()
    assert f"{stam}.{vorm} is niet meer wat clm maakte, en blijft zoals het is" in gezegd
    assert f"{stam}-2.{vorm}" in gezegd


def test_what_clm_made_itself_is_made_anew(register: Path, capsys) -> None:
    woorden, stam = OPDRACHTEN["agenda"]
    assert doe(register, *woorden, "--vorm", "md") == 0
    kaart = register / f"{GESPREK}/gesprek.yaml"
    kaart.write_text(kaart.read_text(encoding="utf-8").replace("Oosterlei", "Westerlei"), "utf-8")
    eerst = (register / f"{stam}.md").read_text(encoding="utf-8")
    assert doe(register, *woorden, "--vorm", "md") == 0
    assert (register / f"{stam}.md").read_text(encoding="utf-8") != eerst
    assert not (register / f"{stam}-2.md").exists()
    assert "niet meer wat clm maakte" not in capsys.readouterr().out


def test_a_copy_without_memory_is_careful(register: Path) -> None:
    """In a fresh clone nobody knows whether a file was edited: it stays."""
    woorden, stam = OPDRACHTEN["agenda"]
    assert doe(register, *woorden, "--vorm", "md") == 0
    oud = (register / f"{stam}.md").read_bytes()
    (register / ".clm/gemaakt").unlink()
    assert doe(register, *woorden, "--vorm", "md") == 0
    assert not (register / f"{stam}-2.md").exists(), "what would be the same is the same file"
    kaart = register / f"{GESPREK}/gesprek.yaml"
    kaart.write_text(kaart.read_text(encoding="utf-8").replace("Oosterlei", "Westerlei"), "utf-8")
    assert doe(register, *woorden, "--vorm", "md") == 0
    assert (register / f"{stam}.md").read_bytes() == oud
    assert (register / f"{stam}-2.md").is_file()


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_a_memory_that_cannot_be_read_is_not_an_empty_one(
    register: Path, capsys, monkeypatch: pytest.MonkeyPatch, naam: str
) -> None:
    """One bad read of what clm made puts nothing beside a document that nobody touched."""
    woorden, stam = OPDRACHTEN[naam]
    eerst = (
        ["brief", "maak", "waterlelie", "herinnering", "--concept"] if naam == "brief" else woorden
    )
    assert doe(register, *eerst, "--vorm", "md") == 0
    pad, echt, keren = register / f"{stam}.md", os.open, [1]
    pad.write_bytes(oud := pad.read_bytes() + b" ")
    with (register / ".clm/gemaakt").open("a", encoding="ascii") as lijst:
        lijst.write(f"{hashlib.sha256(oud).hexdigest()}\n")

    def eens_kapot(bestand, *rest, **meer):
        if bestand == "gemaakt" and keren:
            keren.pop()
            raise OSError(errno.EIO, "Input/output error", str(bestand))
        return echt(bestand, *rest, **meer)

    monkeypatch.setattr(os, "open", eens_kapot)
    capsys.readouterr()
    assert doe(register, *woorden, "--vorm", "md") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert ".clm/gemaakt is niet te lezen: de schijf gaf een fout" in gezegd
    assert "er is niets geschreven" in gezegd
    assert pad.read_bytes() == oud
    assert not (register / f"{stam}-2.md").exists()
    assert doe(register, *woorden, "--vorm", "md") == 0
    assert pad.read_bytes() != oud
    assert not (register / f"{stam}-2.md").exists()


def test_the_report_that_stands_beside_an_edited_one_is_what_is_shared(
    register: Path, capsys
) -> None:
    """The first was made in one format only: the next one is found all the same."""
    woorden, stam = OPDRACHTEN["verslag"]
    assert doe(register, *woorden, "--vorm", "md") == 0
    eigen = register / f"{stam}.md"
    eigen.write_bytes(eigen.read_bytes() + b"\nmijn aantekening")
    assert doe(register, *woorden, "--vorm", "pdf", "--vorm", "md") == 0
    assert doe(register, "gesprek", "maak", "mail", "waterlelie", "2026-04-23") == 0
    assert "met verslag-2.pdf als bijlage" in capsys.readouterr().out
