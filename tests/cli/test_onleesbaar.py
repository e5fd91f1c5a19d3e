"""What cannot be read is missing, and not absent: every page says so and no letter rests on it."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.files.slot import afdruk
from tests import gelijktijdig, klein_register

VAST = ["--vandaag", "2026-05-18", "--door", "mia"]
BLADEN = (
    "toon bloem",
    "werklijst",
    "overzicht",
    "actie lijst bloem",
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
            if os.path.samefile(map2, map_ / pad):  # noqa: PTH121 - a number
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
    "opdracht", [f"brief maak bloem {gelijktijdig.BRIEF} --kenmerk x", "plan bloem --vastleggen"]
)
def test_no_letter_or_plan_rests_on_it(kapot, capsys, opdracht: str, pad: str) -> None:
    map_ = kapot(pad)
    voor = afdruk(map_)
    assert doe(map_, opdracht) == 2
    gezegd = capsys.readouterr().err
    assert pad in gezegd
    assert afdruk(map_) == voor


@pytest.mark.parametrize("opdracht", [f"brief maak bloem {gelijktijdig.BRIEF}", "exporteer html"])
def test_no_document_is_made_without_the_house_style_that_cannot_be_read(
    map_: Path, capsys: pytest.CaptureFixture[str], opdracht: str
) -> None:
    (map_ / "huisstijl").mkdir(exist_ok=True)
    (map_ / "huisstijl/huisstijl.yaml").write_text("logo: [\n")
    voor = afdruk(map_)
    assert doe(map_, opdracht) == 2
    assert "huisstijl/huisstijl.yaml" in capsys.readouterr().err
    assert afdruk(map_) == voor


def test_where_personal_data_may_stand_unseen_is_named(kapot, capsys) -> None:
    map_ = kapot("bloem/gesprekken/")
    assert doe(map_, "wissen onvindbaar") == 1
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "NIET TE DOORZOEKEN" in gezegd
    assert "bloem/gesprekken" in gezegd


def test_a_folder_that_cannot_be_read_has_no_lines(kapot, capsys) -> None:
    assert doe(kapot("bloem/gesprekken/"), "plan bloem --vastleggen") == 2
    gezegd = capsys.readouterr().err
    assert "YML001" in gezegd
    assert "bloem/gesprekken/:1:1" not in gezegd


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(kapot, capsys) -> None:
    assert doe(kapot("bloem/escalaties/"), "escalatie toon bloem") == 2
    gezegd = capsys.readouterr().err
    assert "nog geen escalatie" not in gezegd
    assert "bloem/escalaties/" in gezegd


def test_what_may_stand_in_what_was_not_read_is_not_called_none(kapot, capsys) -> None:
    map_ = kapot("bloem/escalaties/")
    assert doe(map_, "toon bloem") == 0
    rijen = [
        r for r in capsys.readouterr().out.splitlines() if r.startswith((" ambulant", " advies"))
    ]
    assert rijen
    assert all(rij.endswith("onbekend") for rij in rijen)
    assert doe(map_, "overzicht") == 0
    (rij,) = [r for r in capsys.readouterr().out.splitlines() if r.strip().startswith("bloem")]
    assert "–" not in rij


def test_what_may_have_been_done_is_not_called_late(tmp_path: Path, capsys) -> None:
    """Whichever folder is not read: nothing of that dossier is late, and no other changes."""
    map_, elders = tmp_path / "r", tmp_path / "elders"
    shutil.copytree(resources.voorbeeld(), map_)

    def laat() -> dict[str, list[str]]:
        assert draai(["--map", str(map_), "werklijst", "--json"]) == 0
        uit: dict[str, list[str]] = {}
        for rij in json.loads(capsys.readouterr().out)["gegevens"]["regels"]:
            if rij["groep"] in ("te laat", "misschien te laat"):
                uit.setdefault(rij["dossier"], []).append(rij["groep"])
            if rij["groep"] == "misschien te laat":
                weg = f"of dit nog moet, is onbekend: {pad.relative_to(map_)}/ is niet gelezen"
                assert weg in rij["kanttekeningen"]
        return uit

    eerst, erbij = laat(), 0
    for pad in sorted(p for p in (map_ / "de-klaproos").iterdir() if p.is_dir()):
        pad.rename(elders)
        pad.symlink_to(elders)
        nu = laat()
        assert set(nu.pop("de-klaproos", [])) <= {"misschien te laat"}, pad
        assert nu == {naam: rijen for naam, rijen in eerst.items() if naam != "de-klaproos"}
        assert draai(["--map", str(map_), "toon", "de-klaproos"]) == 0
        blad = " ".join(capsys.readouterr().out.split())
        for onwaar in ("niet ontvangen", "geen contract vastgelegd", "classificatie vastgelegd"):
            assert onwaar not in blad, pad
        erbij += " misschien te laat" in blad
        assert not re.search(r"[0-9] te laat", blad), pad
        pad.unlink()
        elders.rename(pad)
    assert erbij > 8


def test_what_a_list_cannot_see_is_not_late(tmp_path: Path, capsys) -> None:
    map_, elders = tmp_path / "r", tmp_path / "elders"
    shutil.copytree(resources.voorbeeld(), map_)
    (map_ / "waterlelie/opvolging").rename(elders)
    for rest, zin, kop in (
        ([], ", 7 wd te laat", ", 1 te laat"),
        (["koppeling"], ", misschien 7 wd te laat", " open, 0 klaar R-"),
    ):
        if rest:
            (map_ / "waterlelie/opvolging").symlink_to(elders)
        assert draai(["--map", str(map_), "lijst", "risicos", "waterlelie"]) == 0
        blad = " ".join(capsys.readouterr().out.split())
        assert zin in blad
        assert kop in blad


def gevonden(map_: Path, capsys) -> set[tuple[str, str, str]]:
    """What a check finds: file, code and words."""
    doe(map_, "controleer --json")
    rijen = json.loads(capsys.readouterr().out)["gegevens"]
    return {((rij["plek"] or {}).get("bestand", ""), rij["code"], rij["tekst"]) for rij in rijen}


def test_one_spoiled_file_is_one_error(map_: Path, capsys) -> None:
    """What follows from what was not read is no fault of its own, whichever file it is."""
    eerder, gedaan = gevonden(map_, capsys), set()
    for pad in sorted(map_.rglob("*.yaml")):
        naam, oud = pad.relative_to(map_).as_posix(), pad.read_bytes()
        pad.write_bytes(oud + b"\n{c: [\n")
        erbij = gevonden(map_, capsys) - eerder
        # that a sealed card was changed is seen in its bytes, and true
        assert {rij[0] for rij in erbij} == {naam}, naam
        assert {rij[1][:3] for rij in erbij} <= {"YML", "DOS"}, erbij
        assert doe(map_, "controleer") == 1
        zin = "De rest wordt getoetst zodra alles te lezen is, van: bloem."
        assert zin in capsys.readouterr().out
        pad.write_bytes(oud)
        gedaan.add(naam.partition("/")[0])
    assert {"bloem", "organisatie.yaml", "overeenkomsten", "beleid"} <= gedaan


@pytest.mark.parametrize(
    ("paden", "zin", "nu"),
    [
        (
            ("kpis.yaml",),
            "kpis.yaml is niet goed te lezen",
            "dat bestand eerst; clm controleer wijst het aan",
        ),
        (
            ("bloem/aanbieder.yaml", "kpis.yaml"),
            "bloem/aanbieder.yaml, kpis.yaml zijn niet goed te lezen",
            "die bestanden eerst; clm controleer wijst ze aan",
        ),
    ],
)
def test_one_file_and_more_that_a_plan_rests_on_are_told_in_words(
    map_: Path, capsys: pytest.CaptureFixture[str], paden: tuple[str, ...], zin: str, nu: str
) -> None:
    for pad in paden:
        with (map_ / pad).open("a", encoding="utf-8") as bestand:
            bestand.write("\n{c: [\n")
    assert doe(map_, "plan bloem --vastleggen") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert zin in gezegd
    assert f"nu: verbeter {nu}" in gezegd


def test_a_page_of_another_dossier_does_not_speak_of_it(kapot, map_, capsys) -> None:
    aanbieder = klein_register.BASIS["bloem/aanbieder.yaml"]
    klein_register.schrijf(map_, {"roos/aanbieder.yaml": aanbieder.replace("Bloem", "Roos")})
    kapot(EIGEN)
    assert doe(map_, "toon roos") == 0
    assert EIGEN not in capsys.readouterr().out


def test_an_interrupted_call_is_repeated(map_, monkeypatch, capsys) -> None:
    echt, gezien = os.scandir, set()

    def scandir(pad):
        if (map_nu := os.stat(pad).st_ino) not in gezien:  # noqa: PTH116 - a number
            gezien.add(map_nu)
            raise InterruptedError(errno.EINTR, "Interrupted system call")
        return echt(pad)

    monkeypatch.setattr(os, "scandir", scandir)
    assert doe(map_, "overzicht --json") == 0
    assert "niet_gelezen" not in json.loads(capsys.readouterr().out)
    assert len(gezien) > 3


HAPERT = {
    "bloem/gesprekken/2026-05-11-voortgang/gesprek.yaml": gelijktijdig.GEHOUDEN,
    "bloem/signalen/2026-05-04-wachttijd.yaml": (
        "correctie bloem signalen/2026-05-04-wachttijd --wordt wat=Anders --reden Fout"
    ),
    "export/bloem.ics": "exporteer ics bloem",
    "rapporten/2026-K1/regio-bestuur.md": (
        "rapport verspreid 2026-K1 --voor bestuur --aan Bo --bestand regio-bestuur.md"
    ),
    f"bloem/brieven/{gelijktijdig.BRIEF}/brief.md": gelijktijdig.PAREN[
        "a letter is sent and made anew"
    ][0],
    ".clm/gemaakt": f"brief maak bloem {gelijktijdig.BRIEF} --kenmerk ander --vorm md --ja",
}
"""A file that a command reads, also one that was read before, and may fail to read once."""


@pytest.mark.parametrize(("pad", "opdracht"), HAPERT.items(), ids=HAPERT)
def test_what_fails_to_be_read_once_is_not_taken_for_empty(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pad: str, opdracht: str
) -> None:
    """Whichever reading of it fails: refused, or the very same as without."""
    assert doe(map_, "exporteer ics bloem") == 0
    assert doe(map_, "rapport regio 2026-K1 --voor bestuur --vorm md --ja") == 0
    goed = shutil.copytree(map_, tmp_path / "goed")
    voor, echt, keren = staat(map_), os.open, 0

    def open_(wat, *rest, **woorden):
        nonlocal keren
        greep = woorden.get("dir_fd")
        map_van = Path(f"/proc/self/fd/{greep}").readlink() if greep else ""
        if f"{map_van}/{wat}".endswith(f"/{pad}"):
            keren += 1
            if keren == mis:
                raise OSError(errno.EIO, "Input/output error", str(wat))
        return echt(wat, *rest, **woorden)

    monkeypatch.setattr(os, "open", open_)
    mis = 0
    assert doe(goed, opdracht) == 0
    na, vaak = staat(goed), keren
    assert vaak
    for mis in range(1, vaak + 1):
        hier, keren = shutil.copytree(map_, tmp_path / f"n{mis}"), 0
        code = doe(hier, opdracht)
        assert (code, staat(hier)) in ((2, voor), (0, na)), mis


def staat(map_: Path) -> dict[str, bytes]:
    """What stands in a register, without the moment of recording."""
    return {
        p.relative_to(map_).as_posix(): re.sub(rb"vastgelegd: \S+", b"", p.read_bytes())
        for p in map_.rglob("*")
        if p.is_file() and not p.relative_to(map_).as_posix().startswith(".")
    }
