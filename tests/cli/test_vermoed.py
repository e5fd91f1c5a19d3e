"""Who may well have been there is shown, and only stands in the record when somebody says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.toetsen import Toetsen

KAART = "contracten: [ambulant]\nsoort: regulier\ndatum: {}\n"
WAREN_ER = """gehouden:
  datum: 2026-05-04
  aanwezig:
    - {persoon: mia, partij: opdrachtgever, rol: contractmanager}
    - {naam: Ruth de Wit, partij: aanbieder}
"""
HUN = "contactpersonen: [{id: jan, naam: Jan Jansen, functie: directeur}]\n"
GENODIGD = "genodigden: [{persoon: bo, partij: opdrachtgever}]\n"
VORIG, NU = "bloem/gesprekken/2026-05-04-v", "bloem/gesprekken/2026-05-11-b"

Antwoord = Callable[..., int]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """One talk that was held, and one that is still to be recorded."""
    klein_register.lees(
        tmp_path,
        {
            f"{VORIG}/gesprek.yaml": KAART.format("2026-05-04") + WAREN_ER,
            f"{NU}/gesprek.yaml": KAART.format("2026-05-11"),
        },
    )
    kaart = tmp_path / "bloem/aanbieder.yaml"
    kaart.write_text(kaart.read_text("utf-8") + HUN, "utf-8")
    (tmp_path / VORIG / "verslag.md").write_text("# Verslag\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def typ(map_: Path, monkeypatch: pytest.MonkeyPatch) -> Antwoord:
    """A command at a terminal, and what is typed when it asks."""

    def doe(woorden: str, *regels: str) -> int:
        monkeypatch.setattr("sys.stdin", Toetsen("".join(f"{regel}\n" for regel in regels)))
        vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia")
        return draai([*woorden.split(), *vast])

    return doe


GEHOUDEN = "gesprek gehouden bloem 2026-05-11 --vorm digitaal"
GEDEELD = "gesprek gedeeld bloem 2026-05-04 --wijze e-mail"


def test_who_was_there_last_time_is_offered_and_taken_when_said(
    map_: Path, typ: Antwoord, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(GEHOUDEN, "=") == 0
    assert "  = aanwezig op 4 mei 2026: Mia Manager en Ruth de Wit\n" in capsys.readouterr().err
    tekst = (map_ / NU / "gesprek.yaml").read_text("utf-8")
    _, _, gehouden = tekst.partition("gehouden:")
    assert "persoon: mia" in gehouden
    assert "rol: contractmanager" in gehouden
    assert "naam: Ruth de Wit" in gehouden


def test_nobody_was_there_for_who_says_nothing(map_: Path, typ: Antwoord) -> None:
    voor = (map_ / NU / "gesprek.yaml").read_bytes()
    assert typ(GEHOUDEN, "", "") == 2
    assert (map_ / NU / "gesprek.yaml").read_bytes() == voor


def test_who_was_invited_goes_before_who_was_there_last_time(
    map_: Path, typ: Antwoord, capsys: pytest.CaptureFixture[str]
) -> None:
    kaart = map_ / NU / "gesprek.yaml"
    kaart.write_text(kaart.read_text("utf-8") + GENODIGD, "utf-8")
    assert typ(GEHOUDEN, "naam=Anders partij=aanbieder") == 0
    assert "  = uitgenodigd: Bo Beheer\n" in capsys.readouterr().err
    _, _, gehouden = kaart.read_text("utf-8").partition("gehouden:")
    assert "naam: Anders" in gehouden
    assert "bo" not in gehouden


def test_a_later_talk_is_no_last_time(
    typ: Antwoord, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = map_ / "bloem/gesprekken/2026-04-20-a"
    later.mkdir()
    (later / "gesprek.yaml").write_text(KAART.format("2026-04-20"), "utf-8")
    assert typ("gesprek gehouden bloem 2026-04-20 --vorm digitaal", "", "") == 2
    assert "  = " not in capsys.readouterr().err


def test_a_report_is_shared_with_who_was_there_when_that_is_said(
    map_: Path, typ: Antwoord, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(GEDEELD, "=") == 0
    assert "  = aanwezig waren Mia Manager en Ruth de Wit\n" in capsys.readouterr().err
    feit = (map_ / VORIG / "2026-05-18-gedeeld.yaml").read_text("utf-8")
    assert "aan:\n  - Mia Manager\n  - Ruth de Wit\n" in feit


def test_off_a_terminal_a_report_is_shared_with_nobody_by_itself(map_: Path) -> None:
    vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia")
    assert draai([*GEDEELD.split(), *vast]) == 2
    assert not (map_ / VORIG / "2026-05-18-gedeeld.yaml").exists()


# -- who is invited
# ----------------------------------------------------------------------------------

GEPLAND = "gesprek gepland bloem --datum 2026-06-01"
NIEUW = "bloem/gesprekken/2026-06-01-voortgang/gesprek.yaml"


def genodigden(map_: Path) -> list[dict[str, str]]:
    kaart: dict[str, list[dict[str, str]]] = YAML(typ="safe").load(
        (map_ / NIEUW).read_text("utf-8")
    )
    return kaart.get("genodigden", [])


def test_who_is_invited_is_asked_with_the_people_known_and_those_of_last_time(
    map_: Path, typ: Antwoord, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(GEPLAND, "=") == 0
    gevraagd = capsys.readouterr().err
    wie = "  1. mia: Mia Manager\n  2. bo: Bo Beheer\n  3. jan: Jan Jansen\n"
    assert f"genodigden: Wie zijn uitgenodigd\n{wie}" in gevraagd
    assert "iemand anders: naam=… partij=…\n" in gevraagd
    assert "  = aanwezig op 4 mei 2026: Mia Manager en Ruth de Wit\n" in gevraagd
    assert [rij.get("persoon") or rij["naam"] for rij in genodigden(map_)] == ["mia", "Ruth de Wit"]


def test_people_are_invited_by_number_or_name_each_on_their_own_side(
    map_: Path, typ: Antwoord, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong name is asked again at once."""
    assert typ(GEPLAND, "Piet Onbekend", "1, bo, Jan") == 0
    assert "'Piet Onbekend' past op geen persoon" in capsys.readouterr().err
    assert genodigden(map_) == [
        {"persoon": "mia", "partij": "opdrachtgever"},
        {"persoon": "bo", "partij": "opdrachtgever"},
        {"persoon": "jan", "partij": "aanbieder"},
    ]


@pytest.mark.parametrize(("meer", "regels"), [("", ("",)), (" --ja", ())])
def test_nobody_is_invited_who_was_not_named(
    meer: str, regels: tuple[str, ...], map_: Path, typ: Antwoord
) -> None:
    assert typ(GEPLAND + meer, *regels) == 0
    assert genodigden(map_) == []


def test_who_was_there_is_named_by_number(map_: Path, typ: Antwoord) -> None:
    assert typ(GEHOUDEN, "alle") == 0
    assert "partij: aanbieder" in (map_ / NU / "gesprek.yaml").read_text("utf-8")


# -- a wrong answer is corrected at once
# ----------------------------------------------------------------------------------


def test_what_was_said_and_cannot_be_is_refused_before_the_questions(
    typ: Antwoord, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of an option too: nobody answers three questions to hear that the first word was wrong."""
    assert typ("gesprek gedeeld bloem 2026-05-04 --wijze fax", "=") == 2
    fout = capsys.readouterr().err
    assert "--wijze: 'fax' staat er niet bij." in fout
    assert "nu: kies uit e-mail, post, portaal" in fout
    assert "aan: Met wie" not in fout
    assert typ("signaal signaal bloem Iets --datum v --gebeurd straks", "1") == 2
    fout = capsys.readouterr().err
    assert "--gebeurd: 'straks' is geen datum" in fout
    assert "Waar het over gaat" not in fout
