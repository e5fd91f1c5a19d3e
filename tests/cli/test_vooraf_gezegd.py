"""What somebody should know is said at the command that does it, with a way that works there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.ladder.zaakbouw import Bouw

Scherm = pytest.CaptureFixture[str]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path / "r", Bouw("", "J").bestanden)
    return tmp_path / "r"


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


OPENING = (
    *("escalatie", "opening", "bloem", "--contract", "ambulant", "--besloten-door", "dir"),
    *("--naam", "nog", "--afweging", "reden=x", "--tekortkoming"),
    "verplichting=VP-1 wat=Laat soort=tijdigheid ernst=feitelijk feiten=Gezien.",
)


def test_a_signal_that_an_opening_does_not_name_is_told_on_trial(
    map_: Path, capsys: Scherm
) -> None:
    """A fact that is not there yet is not corrected."""
    assert doe(map_, *OPENING, "--proef") == 0
    gezegd = capsys.readouterr().out
    assert "niet bij de opening genoemd: signalen/2026-01-05-iets\n" in gezegd
    assert "clm correctie" not in gezegd
    assert doe(map_, *OPENING) == 0
    assert "clm correctie bloem escalaties/2026-05-18-nog" in capsys.readouterr().out


def test_a_scan_that_is_in_another_dossier_is_told_where_it_comes_in(
    map_: Path, capsys: Scherm
) -> None:
    scan = map_.parent / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 brief")
    shutil.copytree(map_ / "bloem", map_ / "roos")
    kort = ("--document", str(scan), "--kanaal", "e-mail", "--datum", "2026-05-15")
    brief = ("--onderwerp", "Vraag", "--contract", "ambulant", *kort)
    assert doe(map_, "brief", "binnengekomen", "bloem", *brief) == 0
    assert "deze scan" not in capsys.readouterr().out
    assert doe(map_, "brief", "binnengekomen", "roos", *brief, "--proef") == 0
    zin = "deze scan staat ook in het dossier bloem: bloem/brieven/2026-05-15-brief/"
    assert zin in " ".join(capsys.readouterr().out.split())
    doe(map_, "brief", "binnengekomen", "bloem", *brief, "--proef")
    gezegd = capsys.readouterr()
    assert "deze scan staat ook in het dossier" not in gezegd.out + gezegd.err, "it is the same one"


def test_a_number_of_abroad_is_led_to_the_land(map_: Path, capsys: Scherm) -> None:
    adres = ("--straat", "Weg 1", "--postcode", "1234 AB", "--plaats", "Kleve")
    assert doe(map_, "nieuw", "Kinderhaus", *adres, "--kvk", "HRB 12345") == 2
    assert "buiten Nederland: land en registratie" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("feit", "wordt", "nu"),
    [
        ("signalen/2026-01-05-iets", "wat=Anders", "clm toon bloem"),
        (
            "escalaties/2026-01-12-zaak/2026-01-12-opening",
            "contracten=ambulant",
            "clm escalatie toon bloem 2026-01-12-zaak",
        ),
    ],
)
def test_after_a_correction_the_page_is_named_on_which_it_shows(
    feit: str, wordt: str, nu: str, map_: Path, capsys: Scherm
) -> None:
    assert doe(map_, "correctie", "bloem", feit, "--reden", "Anders", "--wordt", wordt) == 0
    assert f"nu: {nu}\n" in capsys.readouterr().out


def test_after_a_correction_of_a_letter_the_list_of_letters_is_named(
    map_: Path, capsys: Scherm
) -> None:
    scan = map_.parent / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 brief")
    kort = ("--document", str(scan), "--kanaal", "e-mail", "--datum", "2026-05-15")
    brief = ("--onderwerp", "Vraag", "--contract", "ambulant", *kort)
    assert doe(map_, "brief", "binnengekomen", "bloem", *brief) == 0
    (feit,) = (pad.stem for pad in map_.glob("bloem/brieven/*/*-binnengekomen.yaml"))
    wordt = ("--reden", "Anders", "--wordt", "kanaal=aangetekend")
    capsys.readouterr()
    assert doe(map_, "correctie", "bloem", f"brieven/2026-05-15-brief/{feit}", *wordt) == 0
    assert "nu: clm brief lijst bloem\n" in capsys.readouterr().out


def test_what_a_condition_reads_is_told_beside_what_lacks(map_: Path, capsys: Scherm) -> None:
    """Who cannot be asked needs not try again for each."""
    assert doe(map_, "escalatie", "maatregel", "bloem", "clientenstop") == 2
    gezegd = capsys.readouterr().err
    eerst, _, ook = gezegd.partition("leest ook: ")
    assert "--reden" in eerst
    assert all(optie in ook for optie in ("--overslaan", "--reikwijdte", "--zorglandschap"))
    assert "--besloten-door" not in ook, "that lacks, and is named once"
    assert "Nog niet vervuld: onderzoek: T1 is niet onderzocht (clm" in ook


@pytest.mark.parametrize("wie", ["1", "1, 2, 3", "?", ""])
def test_a_number_is_no_name_in_an_option_either(map_: Path, wie: str, capsys: Scherm) -> None:
    """At a question it chooses from what is shown; beside an option nothing is shown."""
    kort = ("noteer", "bloem", "Gebeld", "--wijze", "telefoon", "--richting", "uitgaand")
    assert doe(map_, *kort, "--met", wie) == 2
    assert "--met" in capsys.readouterr().err
    assert doe(map_, *kort, "--met", "Jo") == 0


def test_a_name_for_a_folder_keeps_its_letters(map_: Path, capsys: Scherm) -> None:
    over = ("contract", "overname", "bloem", "ambulant", "--naar", "Cliëntenzorg Één")
    assert doe(map_, *over, "--ingaat", "2026-06-01", "--grond", "Fusie") == 2
    assert "in die vorm is het clientenzorg-een" in capsys.readouterr().err


def test_a_time_is_a_time_where_others_have_a_name(map_: Path, capsys: Scherm) -> None:
    assert doe(map_, "gesprek", "gepland", "bloem", "--datum", "2026-05-11") == 0
    wie = ("--aanwezig", "naam=Jan partij=aanbieder", "--van", "10:00", "--tot", "11:30")
    assert doe(map_, "gesprek", "gehouden", "bloem", *wie) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("woorden", "hoe"),
    [
        (
            ["noteer", "bloem", "--wijze", "tel", "--richting", "in", "--met", "Jan"],
            "typ KERN als woord achter de opdracht, geef het met --bestand",
        ),
        (["noteer", "bloem"], "typ KERN als woord achter de opdracht en de rest als optie"),
        (["noteer", "bloem", "gebeld"], "geef het als optie, met --bestand"),
    ],
)
def test_what_lacks_and_is_a_word_is_not_asked_as_an_option(
    tmp_path: Path, capsys, woorden: list[str], hoe: str
) -> None:
    klein_register.lees(tmp_path)
    vast = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    assert draai([*woorden, *vast]) == 2
    assert hoe in capsys.readouterr().err


def test_a_contact_is_not_an_objection_and_none_of_all(tmp_path: Path, capsys) -> None:
    klein_register.lees(tmp_path)
    vast = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    mail = ["noteer", "bloem", "gemaild", "--wijze", "e-mail", "--richting", "in", "--met", "Jan"]
    assert draai([*mail, "--gaat-om", "bezwaar", "--gaat-om", "anders", *vast]) == 2
    assert "sluit 'anders' de rest uit" in capsys.readouterr().err
    assert draai([*mail, "--gaat-om", "bezwaar", "--gaat-om", "herstel", *vast]) == 0
