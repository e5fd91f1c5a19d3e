"""What a sheet or an option says wrong is refused with its cell, and with what it may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register

VAST = ["--vandaag", "2026-05-18", "--door", "mia", "--ja"]
RISICO = "wat;kans;gevolg;eigenaar;sinds;maatregel;herzien\n"
GOED = "Een;hoog;hoog;Mia;1-5-2026;x;1-8-2026\n"
NIEUW = "naam;kvk;straat;postcode;plaats\nStichting Tulp;12345678;Weg 1;1234 AB;Stad\n"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("opdracht", "inhoud", "gezegd"),
    [
        (
            "lijst risicos bloem",
            f"{RISICO}{GOED}Twee;heel hoog;laag;Mia;1-5-2026;x;1-8-2026\n",
            ("blad.csv, regel 3, kolom kans: 'heel hoog' kan hier niet", "kies uit laag, midden"),
        ),
        (
            "lijst risicos bloem",
            f"{RISICO}Een;hoog;hoog;Piet;1-5-2026;x;1-8-2026\n",
            ("blad.csv, regel 2, kolom eigenaar: 'Piet' past op geen persoon", "kies uit mia"),
        ),
        (
            "lijst risicos bloem",
            f"{RISICO}Een;hoog;hoog;Mia;31-6-2026;x;1-8-2026\n",
            ("blad.csv, regel 2, kolom sinds: '31-6-2026' bestaat niet op de kalender",),
        ),
        (
            "nieuw",
            f"{NIEUW}Stichting Roos;1234567;Weg 1;1234 AB;Stad\n",
            ("blad.csv, regel 3, kolom kvk: '1234567' is geen KvK-nummer",),
        ),
        (
            "nieuw",
            f"{NIEUW}Stichting Roos;12345679;Weg 1;12345;Stad\n",
            ("blad.csv, regel 3, kolom postcode: '12345' is geen postcode",),
        ),
        (
            "nieuw",
            NIEUW.replace("kvk;", "KvK inschrijving;"),
            ("de kolom 'KvK inschrijving' is hier niet bekend; bedoelt u 'kvk'?",),
        ),
    ],
)
def test_a_wrong_cell_of_a_sheet_is_named(
    map_: Path, capsys, opdracht: str, inhoud: str, gezegd: tuple[str, ...]
) -> None:
    blad = map_.parent / "blad.csv"
    blad.write_text(inhoud)
    assert draai([*opdracht.split(), "--uit", str(blad), "--map", str(map_), *VAST]) == 2
    uit = capsys.readouterr().err
    assert [deel for deel in gezegd if deel not in uit] == []


@pytest.mark.parametrize("rest", [[], ["--maatregel", "x", "--herzien", "1-8-2026"]])
def test_a_name_that_nobody_has_is_told_as_it_was_typed(
    map_: Path, capsys, rest: list[str]
) -> None:
    wat = ["--wat", "x", "--kans", "laag", "--eigenaar", "Piet", "--gevolg", "laag"]
    assert draai(["lijst", "risicos", "bloem", *wat, *rest, "--map", str(map_), *VAST]) == 2
    uit = capsys.readouterr().err
    assert "--eigenaar: 'Piet' past op geen persoon." in uit
    assert "kies uit mia" in uit


def test_a_name_in_a_part_is_told_as_it_was_typed(map_: Path, capsys) -> None:
    gepland = ["--contract", "ambulant", "--soort", "regulier", "--datum", "4-9-2026"]
    wie = ["--genodigde", "persoon=Piet partij=opdrachtgever"]
    assert draai(["gesprek", "gepland", "bloem", *gepland, *wie, "--map", str(map_), *VAST]) == 2
    assert "persoon: 'Piet' past op geen deelnemer." in capsys.readouterr().err


@pytest.mark.parametrize(
    "woorden",
    [
        ["lijst", "risicos", "bloem", "--uit", "nergens.csv"],
        ["noteer", "bloem", "--mail", "nergens.eml"],
        ["cijfers", "inlezen", "nergens.csv", "--ontvangen", "2026-05-04"],
    ],
)
def test_a_file_that_is_not_there_is_to_be_named_and_no_place_elsewhere(
    map_: Path, capsys, woorden: list[str]
) -> None:
    assert draai([*woorden, "--map", str(map_), *VAST]) == 2
    uit = capsys.readouterr().err
    assert "nu: noem het pad van het bestand\n" in uit
