"""A refusal points at a file that the user can open, or at what was said; never at neither."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from tests import klein_register

NIEUW = ("nieuw", "Roos", "--kvk", "12345678", "--straat", "A 1", "--postcode", "1234 AB")


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


@pytest.mark.parametrize(
    ("woorden", "waar"),
    [
        (
            (*NIEUW, "--plaats", "B", "--contactpersoon", "id=j naam=Jan"),
            "roos, contactpersonen 1 functie: REC101 'functie' ontbreekt",
        ),
        (
            (
                *("noteer", "bloem", "gebeld", "--wijze", "telefoon", "--richting", "uitgaand"),
                *("--met", "Jan", "--bij", "signalen/niets"),
            ),
            "bloem, bij: REC150",
        ),
    ],
    ids=["what does not fit a record", "what a rule finds"],
)
def test_a_file_that_was_not_written_is_not_pointed_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...], waar: str
) -> None:
    klein_register.lees(tmp_path)
    assert doe(tmp_path, *woorden) == 2
    fout = capsys.readouterr().err
    assert waar in fout
    assert not re.search(r"\.yaml:\d", fout)


def test_what_was_not_written_is_not_to_be_corrected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mandate of who closes a case is looked at before anything is written."""
    wortel = tmp_path / "dossiers"
    shutil.copytree(resources.voorbeeld(), wortel)
    sluit = ("escalatie", "sluiting", "de-klaproos", "--hersteld", "ja", "--reden", "Klaar.")
    door = ("--door", "marieke-hoekstra", "--besloten-door", "marieke-hoekstra")
    assert draai([*sluit, *door, "--map", str(wortel), "--vandaag", "2026-05-18"]) == 2
    fout = capsys.readouterr().err
    assert "LAD420 Marieke Hoekstra heeft geen mandaat" in fout
    assert "dat heeft drs. A. Veenstra" in fout
    assert "clm correctie" not in fout


def test_a_name_that_nobody_knows_is_answered_with_those_that_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path)
    (tmp_path / "opgave.csv").write_text("cijfers")
    meting = ("meting", "bloem", "--periode", "2026-K1", "--ontvangen", "2026-05-11")
    rij = ("--waarde", "kpi=wachtlijst contract=ambulant waarde=8")
    assert doe(tmp_path, *meting, *rij, "--bron", str(tmp_path / "opgave.csv")) == 2
    assert "kpi 'wachtlijst' is niet bekend - kies uit start" in capsys.readouterr().err
