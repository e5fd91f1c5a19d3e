"""What is tried writes nothing: not a byte of the register, and no draft either."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.cli.opdrachten import TABEL

OPDRACHTEN = [rij for rij in TABEL if TABEL[rij].doel]
GESCHREVEN = """
noteer de-klaproos Gebeld --wijze telefoon --met Jan --richting uitgaand
signaal waterlelie Ja --soort kwaliteit --kant DOP --ernst dreigend --bron soort=gemeente --datum v
gesprek gepland waterlelie --datum 2026-09-10 --tijd 10:00 --naam voortgang
gesprek maak agenda waterlelie 2026-06-02-voortgang
gesprek verstuurd waterlelie 2026-06-02-voortgang
verslag waterlelie 2026-04-23-voortgang
gesprek gehouden waterlelie 2026-04-23-voortgang --ambitie nee --nogmaals
brief maak waterlelie antwoord --bij brieven/2026-05-07-vraag --tekst "onderdeel=antwoord tekst=Ja"
lijst onduidelijkheden waterlelie --klaar O-02 --antwoord Nee --besloten-door saar-el-amrani
gesprek vervallen waterlelie 2026-06-02-voortgang --reden Ziek
contract wijziging waterlelie gezinshuizen --wat Tarief --ingaat 2027-01-01
lijst risicos waterlelie --wat Personeelstekort --kans laag --gevolg midden
classificeer waterlelie --contract gezinshuizen --categorie 4 --reden Anders
plan waterlelie
plan waterlelie
nieuw Roos --roepnaam Roos --kvk 00000009 --straat Laan --postcode "9999 ZZ" --plaats Teststad
correctie waterlelie opvolging/2026-05-04-geparkeerd-r-02 --reden Onjuist --vervalt
overgeslagen waterlelie signalen/2026-04-20-bereikbaarheid --code DOS226 --reden Bekend
sjabloon kopieer antwoord
sjabloon briefpapier
sjabloon ijkblad
schema
init NIEUW
voorbeeld NIEUW
"""
"""One of each way in which clm writes, all of which the example register accepts."""


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("proef")
    shutil.copytree(resources.voorbeeld(), map_ / "dossiers")
    return map_


@pytest.fixture
def boom(kopie: Path, monkeypatch: pytest.MonkeyPatch):
    """All files before, and a check at the end that they are all still so."""
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("TMPDIR", str(kopie))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(kopie)
    voor = alles(kopie)
    yield kopie
    assert alles(kopie) == voor


def alles(map_: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, and every folder."""
    return {
        p.relative_to(map_).as_posix(): p.read_bytes() if p.is_file() else None
        for p in map_.rglob("*")
    }


def proef(map_: Path, *woorden: str) -> int:
    gemeen = ("--map", str(map_ / "dossiers"), "--vandaag", "2026-05-18", "--proef")
    return draai([*woorden, *gemeen, "--door", "marieke-hoekstra", "--ja"])


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_no_command_writes_on_trial_whatever_becomes_of_it(opdracht: str, boom: Path) -> None:
    proef(boom, *opdracht.split(), "waterlelie")
    proef(boom, *opdracht.split(), "waterlelie", "--editor")


def test_what_was_typed_on_trial_and_refused_is_kept_beside_the_register(
    boom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    elders = tmp_path / "elders"
    elders.mkdir()
    monkeypatch.setenv("TMPDIR", str(elders))
    schrijver = tmp_path / "editor.py"
    schrijver.write_text("import sys; open(sys.argv[1], 'w').write('kern: Iets\\n')")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {schrijver}")
    assert proef(boom, "noteer", "waterlelie", "--editor") == 2
    (concept,) = elders.iterdir()
    assert str(concept) in capsys.readouterr().err
    assert "kern: Iets" in concept.read_text()
