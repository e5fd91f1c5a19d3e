"""The reading commands, as somebody types them."""

from __future__ import annotations

import json

import pytest

from clm_cli.cli.hoofd import draai
from tests.views.bekeken_register import CORRECTIE, VIJANDIG, langste, plat, schrijf

GEDAAN, GEWEIGERD = 0, 2


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    return schrijf(
        tmp_path_factory.mktemp("register"),
        {"de-klaproos/contacten/2026-05-15-correctie.yaml": CORRECTIE},
    )


@pytest.fixture
def clm(register, capsys, monkeypatch):
    monkeypatch.setenv("CLM_VANDAAG", "2026-05-18")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("CLM_DOOR", raising=False)

    def roep(*woorden):
        capsys.readouterr()
        code = draai(["--map", str(register), *woorden])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return roep


def test_clm_alone_is_the_werklijst(clm):
    assert clm("--door", "marieke")[:2] == clm("--door", "marieke", "werklijst")[:2]


def test_the_werklijst_is_of_who_asks_unless_all_is_asked(clm):
    assert "Marieke Hoekstra · 1 van 2 dossiers" in clm("werklijst", "--door", "marieke")[1]
    assert "iedereen · 2 van 2 dossiers" in clm("werklijst", "--door", "marieke", "--alles")[1]


def test_of_a_named_dossier_the_lines_of_colleagues_are_counted(clm):
    """That nothing is late is only so of who asks; the rest is there with --alles."""
    _, uit, _ = clm("werklijst", "klaproos", "--door", "selin", "--vandaag", "2026-06-15")
    gegevens = json.loads(
        clm("werklijst", "klaproos", "--door", "selin", "--json", "--vandaag", "2026-06-15")[1]
    )["gegevens"]
    rest = gegevens["regels_van_anderen"]
    assert rest
    assert f"{rest} regels van collega's niet getoond (--alles)" in plat(uit)
    assert "niet getoond" not in plat(clm("werklijst", "klaproos", "--alles")[1])


def test_what_is_new_in_a_dossier_is_of_that_dossier(clm):
    nieuw = ("--sinds", "2026-01-01", "--alles", "--json")
    alle = json.loads(clm("werklijst", *nieuw)[1])["gegevens"]["nieuw"]
    deel = [pad for pad in alle if pad.startswith("de-klaproos/")]
    assert json.loads(clm("werklijst", "klaproos", *nieuw)[1])["gegevens"]["nieuw"] == deel
    anders = ("--door", "selin", "--sinds", "2026-01-01")
    assert len(alle) > len(deel) > 0, clm("werklijst", *anders)


def test_who_replaces_somebody_sees_that_work(clm):
    assert "Actie A-32" in clm("werklijst", "--door", "selin")[1]


def test_the_number_of_a_line_leads_to_its_reason(clm):
    lijst = clm("werklijst", "--alles", "--json")[1]
    nummer = next(
        rij["nr"] for rij in json.loads(lijst)["gegevens"]["regels"] if rij["soort"] == "bezwaar"
    )
    code, uit, _ = clm("waarom", str(nummer), "--alles")
    assert code == GEDAAN
    assert "WAT      Bezwaar tegen de gekozen trede" in uit


def test_a_number_that_is_not_on_the_list_is_refused_with_the_way_back(clm):
    code, uit, fout = clm("waarom", "99", "--alles")
    assert (code, uit) == (GEWEIGERD, "")
    assert "De werklijst heeft geen regel 99" in fout
    assert "nu: clm werklijst --alles" in fout
    code, _, fout = clm("waarom", "dos226", "--alles")
    assert code == GEWEIGERD
    assert "DOS226 is een melding" in fout
    assert "nu: clm uitleg DOS226" in fout
    assert "De werklijst heeft geen regel dos999" in clm("waarom", "dos999", "--alles")[2]


@pytest.mark.parametrize(
    "opdracht",
    [
        ["werklijst", "--alles"],
        ["waarom", "6", "--alles"],
        ["overzicht"],
        ["toon", "zorg"],
        ["tijdlijn", "zorg"],
    ],
)
@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_every_page_keeps_to_the_width_of_the_terminal(clm, monkeypatch, opdracht, breedte):
    monkeypatch.setenv("COLUMNS", str(breedte))
    code, uit, _ = clm(*opdracht)
    assert code == GEDAAN
    assert langste(uit) <= breedte


@pytest.mark.parametrize(
    ("opdracht", "schema"),
    [
        (["werklijst"], "clm.werklijst/1"),
        (["waarom", "1", "--alles"], "clm.waarom/1"),
        (["overzicht"], "clm.overzicht/1"),
        (["toon", "klap"], "clm.toon/1"),
        (["tijdlijn", "klap"], "clm.tijdlijn/1"),
        (["controleer"], "clm.controleer/1"),
    ],
)
def test_every_page_has_a_form_for_other_programs(clm, opdracht, schema):
    boom = json.loads(clm(*opdracht, "--json")[1])
    assert boom["schema"] == schema
    assert boom["gegevens"]


def test_a_dossier_is_found_by_a_part_of_its_name(clm):
    assert "De Klaproos · Stichting De Klaproos Jeugdhulp" in clm("toon", "klap")[1]


def test_a_dossier_that_does_not_exist_gets_the_nearest_name(clm):
    code, _, fout = clm("toon", "de-klaprs")
    assert code == GEWEIGERD
    assert "bedoelt u de-klaproos?" in fout


def test_a_hostile_name_comes_out_literally(clm):
    assert plat(clm("toon", "zorg-oost")[1]).startswith(VIJANDIG)


def test_the_tijdlijn_shows_corrections(clm):
    uit = plat(clm("tijdlijn", "klap")[1])
    assert "12 van 23 wachtenden zijn gestart" in uit
    assert "correctie 2026-05-13-telefoon is verbeterd: Het waren er twaalf" in uit


def test_as_known_before_the_correction_the_tijdlijn_has_the_old_words(clm):
    uit = plat(clm("tijdlijn", "klap", "--bekend", "2026-05-14")[1])
    assert "11 van 23 wachtenden zijn gestart" in uit
    assert "correctie" not in uit.partition("PAS LATER BEKEND")[0]


def test_a_case_that_does_not_exist_names_those_that_do(clm):
    code, _, fout = clm("tijdlijn", "klap", "--escalatie", "2026-01-01-x")
    assert code == GEWEIGERD
    assert "2026-02-10-wachttijd" in fout


def test_the_overzicht_counts_what_the_rules_found(clm):
    rijen = json.loads(clm("overzicht", "--json")[1])["gegevens"]
    assert {rij["dossier"]: rij["meldingen"] > 0 for rij in rijen} == {
        "de-klaproos": True,
        "zorg-oost": True,
    }


def test_controleer_shows_the_line_of_the_file(clm):
    code, uit, _ = clm("controleer", "zorg-oost")
    assert code == 1
    assert (
        "zorg-oost/contacten/2026-05-12-telefoon.yaml:1:1\n  REC101 fout  'met' ontbreekt\n   "
        "  1 | datum: 2026-05-12\n         ^"
    ) in uit


def test_what_is_not_a_terminal_gets_no_styles(clm):
    assert "\x1b" not in clm("werklijst", "--alles")[1]


def test_a_check_of_one_dossier_names_what_its_overeenkomst_lacks(tmp_path, capsys):
    """J05: preparation stands with the overeenkomst; who looks at one provider sees it too."""
    schrijf(tmp_path, {"overeenkomsten/raam/voorbereiding.yaml": None})
    for woorden, keren in (
        ([], 1),
        (["de-klaproos"], 1),
        (["de-klaproos", "zorg-oost"], 1),
        (["de-klaproos", "--alleen-fouten"], 0),
        (["zorg-oost"], 0),
    ):
        draai(["--map", str(tmp_path), "--vandaag", "2026-05-18", "controleer", *woorden])
        assert capsys.readouterr().out.count("DOS236") == keren
