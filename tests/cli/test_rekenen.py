"""`clm termijn`: words read as they are typed, and inside a register its own calendar."""

from __future__ import annotations

import json
from datetime import date

import pytest
from pydantic import ValidationError

from clm_cli.cli.hoofd import draai
from clm_cli.commands.registerkalender import registerkalender
from clm_cli.derivations.kalenderkeuze import gekozen_kalender
from clm_cli.files.gate import lees
from clm_cli.records.organisatie import Organisatie

ORGANISATIE = """\
naam: Proefregister
regio: Proef
adres: {straat: Postbus 1, postcode: 1000 AA, plaats: Proefstad}
gemeenten: [{id: proefstad, naam: Proefstad}]
kalender:
  - vanaf: 2026-01-01
    kalender: feestdagen
  - vanaf: 2026-06-01
    kalender: atw
    sluitingsdagen: [{datum: 2026-06-05, reden: kantoor gesloten}]
personen: [{id: an, naam: An de Vries, functie: contractmanager, rol: contractmanager}]
"""


@pytest.fixture(autouse=True)
def buiten_een_register(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLM_VANDAAG", raising=False)


@pytest.fixture
def register(tmp_path):
    map_ = tmp_path / "werk" / "dossiers"
    map_.mkdir(parents=True)
    (map_ / "organisatie.yaml").write_text(ORGANISATIE, encoding="utf-8")
    return map_


@pytest.fixture
def termijn(capsys):
    """The answer of `clm termijn`, as data."""

    def vraag(*woorden):
        assert draai(["termijn", "--json", *woorden]) == 0
        return json.loads(capsys.readouterr().out)["gegevens"]

    return vraag


@pytest.mark.parametrize(
    "woorden",
    [
        ["4", "mei", "2026", "10", "werkdagen"],
        ["4 mei 2026", "10 werkdagen"],
        ["4 mei 2026 10 werkdagen"],
        ["2026-05-04", "10", "werkdagen"],
        ["04-05-2026", "10 werkdagen"],
        ["--", "4", "mei", "2026", "10", "werkdagen"],
    ],
    ids=" ".join,
)
def test_a_date_and_a_term_are_read_however_they_are_quoted(termijn, woorden):
    assert termijn(*woorden)["uiterlijk"] == "2026-05-21"


@pytest.mark.parametrize(
    ("opties", "uiterlijk"),
    [
        (["--kalender", "atw"], "2026-05-21"),
        (["--kalender", "atw-zonder-besluiten"], "2026-05-20"),
        (["--kalender=feestdagen"], "2026-05-19"),
        (["--terug"], "2026-04-17"),
    ],
    ids=str,
)
def test_options_choose_the_calendar_and_the_direction(termijn, opties, uiterlijk):
    assert termijn("4 mei 2026", "10 werkdagen", *opties)["uiterlijk"] == uiterlijk


@pytest.mark.parametrize(
    ("rol", "uiterlijk"),
    [("volgende-werkdag", "2026-05-04"), ("vorige-werkdag", "2026-05-01"), ("niet", "2026-05-03")],
)
def test_an_option_says_how_a_term_rolls_that_ends_in_a_weekend(termijn, rol, uiterlijk):
    assert termijn("1 mei 2026", "2 dagen", "--rol", rol)["uiterlijk"] == uiterlijk


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["4 mei 2026"], "Geef een startdag en een termijn."),
        (["31 februari 2026", "10 werkdagen"], "31 februari 2026"),
        (["4 mei 2026", "enkele werkdagen"], "enkele werkdagen"),
        (["4 mei 2026", "tien (20) werkdagen"], "tien is 10, en er staat ook 20"),
        (["dinsdag 4 mei 2026", "10 werkdagen"], "4 mei 2026 is een maandag"),
        (["4 mei 2026", "10 werkdagen", "--kalender", "maan"], "'maan' is geen kalender."),
        (["4 mei 2026", "10 werkdagen", "--rol", "maan"], "'maan' is geen manier van schuiven."),
        (["20 december 2100", "10 werkdagen"], "Deze termijn kan niet worden berekend: "),
    ],
)
def test_what_cannot_be_counted_is_refused_in_words(woorden, zin, capsys):
    assert draai(["termijn", *woorden]) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert zin in fout


@pytest.mark.parametrize(
    "woorden",
    [
        ["maandag 4 mei 2026", "tien (10) werkdagen"],
        ["ma", "4-5-2026", "10", "wd"],
        ["04.05.2026", "tien werkdagen"],
        ["4-5", "10wd", "--vandaag", "2026-05-18"],
        ["4 mei 10 wd", "--vandaag", "2026-05-18"],
    ],
)
def test_a_day_and_a_term_may_be_typed_as_people_write_them(termijn, woorden):
    assert termijn(*woorden)["uiterlijk"] == termijn("4 mei 2026", "10 werkdagen")["uiterlijk"]


def test_a_register_decides_the_calendar_by_the_start_day(termijn, register):
    assert termijn("4 mei 2026", "10 werkdagen", "--map", str(register))["kalender"] == "feestdagen"
    assert termijn("1 juni 2026", "3 werkdagen", "--map", str(register))["kalender"] == "atw"
    assert termijn("4 mei 2026", "10 werkdagen")["kalender"] == "atw"


def test_the_days_on_which_the_organisation_is_closed_do_not_count(termijn, register):
    assert termijn("2 juni 2026", "3 werkdagen")["uiterlijk"] == "2026-06-05"
    assert (
        termijn("2 juni 2026", "3 werkdagen", "--map", str(register))["uiterlijk"] == "2026-06-08"
    )
    assert (
        termijn("2 juni 2026", "3 werkdagen", "--map", str(register), "--kalender", "feestdagen")[
            "uiterlijk"
        ]
        == "2026-06-08"
    )


@pytest.mark.parametrize("vanuit", ["werk", "werk/dossiers", "werk/dossiers/de-klaproos/brieven"])
def test_the_register_is_found_from_any_folder_in_or_above_it(
    termijn, register, monkeypatch, vanuit
):
    (register / "de-klaproos" / "brieven").mkdir(parents=True)
    monkeypatch.chdir(register.parent.parent / vanuit)
    assert termijn("4 mei 2026", "10 werkdagen")["kalender"] == "feestdagen"


def test_an_unreadable_calendar_is_never_guessed(termijn, register, capsys):
    (register / "organisatie.yaml").write_text("naam: [", encoding="utf-8")
    assert draai(["termijn", "4 mei 2026", "10 werkdagen", "--map", str(register)]) == 2
    assert "De kalender van dit register is niet bekend" in capsys.readouterr().err
    assert (
        draai(
            ["termijn", "4 mei 2026", "10 werkdagen", "--map", str(register), "--kalender", "atw"]
        )
        == 0
    )
    uit, fout = capsys.readouterr()
    assert "donderdag 21 mei 2026" in uit
    assert "eigen sluitingsdagen zijn niet meegeteld" in fout


VOOR, _, NA = ORGANISATIE.partition("kalender:\n")


@pytest.mark.parametrize(
    "kalender",
    [
        "",
        "kalender: []",
        "kalender:",
        "kalender: atw",
        "kalender: [atw]",
        "kalender: {vanaf: 2026-01-01, kalender: atw}",
        "kalender: [{vanaf: 2026-01-01}]",
        "kalender: [{vanaf: 2026-01-01, kalender: maan}]",
        "kalender: [{vanaf: 2026-01-01, kalender: [atw]}]",
        "kalender: [{vanaf: 1-1-2026, kalender: atw}]",
        "kalender: [{vanaf: 20260101, kalender: atw}]",
        "kalender: [{vanaf: 2026-02-30, kalender: atw}]",
        "kalender: [{vanaf: 1989-01-01, kalender: atw}]",
        "kalender: [{vanaf: [2026-01-01], kalender: atw}]",
        "kalender: [{vanaf: 2026-01-01, kalender: atw, tot: 2026-05-01}]",
        "kalender: [{vanaf: 2026-05-05, kalender: atw}]",
        "kalender: [{vanaf: 2026-01-01, kalender: atw}, {vanaf: 2026-01-01, kalender: feestdagen}]",
        "kalender: [{vanaf: 2026-05-01, kalender: atw}, {vanaf: 2026-01-01, kalender: feestdagen}]",
        "kalender: [{vanaf: 2026-01-01, kalender: atw, sluitingsdagen: []}]",
        "kalender: [{vanaf: 2026-01-01, kalender: atw, sluitingsdagen: ''}]",
        "kalender: [{vanaf: 2026-01-01, kalender: atw, sluitingsdagen: {}}]",
        "kalender: [{vanaf: 2026-01-01, kalender: atw, sluitingsdagen: [2026-05-05]}]",
        *(
            f"kalender: [{{vanaf: 2026-01-01, kalender: atw, sluitingsdagen: [{{{dag}}}]}}]"
            for dag in (
                "datum: 2026-05-05, reden: dicht",
                "datum: 2026-05-05, reden: ' dicht '",
                "datum: 2026-05-05, reden: ''",
                'datum: 2026-05-05, reden: "dicht\\nen stil"',
                "datum: 2026-05-05, reden: [dicht]",
                "datum: 2026-05-05",
                "datum: 5 mei 2026, reden: dicht",
                "datum: 2026-05-05, reden: dicht, tot: 2026-05-06",
            )
        ),
    ],
)
def test_a_term_trusts_the_calendar_of_a_card_where_its_model_does(tmp_path, kalender):
    tekst = f"{VOOR}{kalender}\n{NA[NA.index('personen') :]}"
    (tmp_path / "organisatie.yaml").write_text(tekst, encoding="utf-8")
    dag = date(2026, 5, 4)
    try:
        model = Organisatie.model_validate(lees(tekst.encode(), "organisatie.yaml").boom)
    except ValidationError:
        assert registerkalender(tmp_path, dag) is None
    else:
        assert registerkalender(tmp_path, dag) == gekozen_kalender(model, dag)


def test_what_is_wrong_elsewhere_on_the_card_leaves_its_calendar(termijn, register):
    kaart = register / "organisatie.yaml"
    kaart.write_text(ORGANISATIE.replace("1000 AA", "onbekend"), encoding="utf-8")
    assert termijn("4 mei 2026", "10 werkdagen", "--map", str(register))["kalender"] == "feestdagen"


@pytest.mark.parametrize(
    "woorden",
    ["10wd", "10 Werkdagen", "tien (10) werkdagen", "10  werkdagen"],
)
def test_the_term_stands_at_the_end_however_it_is_typed(termijn, woorden):
    gegeven = termijn("4", "mei", "2026", *woorden.split())
    assert (gegeven["start"], gegeven["termijn"]) == ("2026-05-04", "10 werkdagen")
    assert termijn("4 mei 2026 half jaar")["termijn"] == "6 maanden"
    assert termijn("4 mei 2026 een half jaar")["start"] == "2026-05-04"


@pytest.mark.parametrize("woorden", ["4 mei 2026", "10 werkdagen", "4 mei 2026 10", "half jaar"])
def test_a_start_or_a_term_alone_is_no_term(capsys, woorden):
    assert draai(["termijn", *woorden.split()]) == 2
    assert "Geef een startdag en een termijn." in capsys.readouterr().err
