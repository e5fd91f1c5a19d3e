"""A colleague takes over: the card says since when, and a document says what there is to know."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.files.lader import laad

EXAMPLE = Path(__file__).parents[2] / "dossiers"
VAN_MARIEKE = {"de-klaproos", "oude-linde", "waterlelie"}


@pytest.fixture
def map_(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "register")
    return tmp_path / "register"


@pytest.fixture
def clm(map_, capsys):
    def roep(*woorden, door="marieke-hoekstra"):
        capsys.readouterr()
        gewoon = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", door]
        code = draai([*woorden, *gewoon])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return roep


def managers(map_, dag):
    register = laad(map_).register
    return {naam: behandelaar(dossier, dag) for naam, dossier in register.dossiers.items()}


def test_all_dossiers_go_from_a_day_on_and_history_stays(map_, clm):
    voor = managers(map_, date(2026, 6, 30))
    assert {naam for naam, wie in voor.items() if wie == "marieke-hoekstra"} == VAN_MARIEKE
    assert clm("overdracht", "Samira Yilmaz", "--vanaf", "1-7-2026", "--ja")[0] == 0
    assert managers(map_, date(2026, 6, 30)) == voor
    assert managers(map_, date(2026, 7, 1)) == {
        naam: "samira-yilmaz" if naam in VAN_MARIEKE else wie for naam, wie in voor.items()
    }
    kaart = laad(map_).register.dossiers["waterlelie"].aanbieder.record
    assert kaart.behandelaars[-1].contractbeheer == "joost-bakker"
    assert laad(map_).meldingen == ()
    assert "onbekend bestand" not in clm("controleer")[1]


def test_the_document_holds_what_runs_what_we_promised_and_what_is_open(map_, clm):
    clm("overdracht", "samira", "waterlelie", "--vanaf", "2026-07-01", "--ja")
    assert not (map_ / "de-klaproos/overdracht.md").exists()
    tekst = (map_ / "waterlelie/overdracht.md").read_text("utf-8")
    toegezegd, _, rest = tekst.partition("## De komende negentig dagen")
    onze = "| 5 juni 2026 | Antwoord op hun brief: vraag over tarief gezinshuizen 2027 |"
    assert onze in toegezegd
    assert "| 29 mei 2026 | Actie A-06 (Joost Bakker): Stuurt het overzicht" in toegezegd
    assert "Marieke Hoekstra |" not in toegezegd.partition("## Wat wij hebben")[2], (
        "not whose it is"
    )
    laat = toegezegd.partition("## Wat er al had moeten zijn")[2]
    assert "| 14 mei 2026 | Actie A-05 (Sam Peeters): Levert het scholingsplan 2026 | aan" in laat
    assert "Actie A-05" not in rest, "what is late does not come"
    assert "| 2 juni 2026 | Voortgangsgesprek, 10.00 uur, Oosterlei | beide |" in rest
    assert "- O-02: Valt vervoer onder het tarief? (sinds 2 maart 2026)" in rest
    assert "| Sam Peeters | zorgmanager |" in rest
    klaproos = clm("overdracht", "samira", "klaproos", "--vanaf", "2026-07-01", "--proef")[1]
    assert "trede 3, ingebrekestelling" in klaproos


def test_own_sentences_in_the_document_are_kept(map_, clm):
    clm("overdracht", "samira", "waterlelie", "--vanaf", "2026-07-01", "--ja")
    stuk = map_ / "waterlelie/overdracht.md"
    eigen = stuk.read_text("utf-8").replace("Schrijf hier", "Ruth belt liever. Schrijf hier")
    stuk.write_text(eigen, "utf-8")
    clm("overdracht", "marieke", "waterlelie", "--van", "samira", "--vanaf", "2026-08-01", "--ja")
    assert stuk.read_text("utf-8") == eigen
    assert (map_ / "waterlelie/overdracht-2.md").is_file()


def test_it_is_shown_before_it_is_written(map_, clm):
    code, uit, fout = clm("overdracht", "samira", "--vanaf", "2026-07-01")
    assert (code, uit) == (2, "")
    assert "Dit schrijft 9 bestanden" in fout
    assert not (map_ / "waterlelie/overdracht.md").exists()


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [
        (["samira"], "Dit ontbreekt nog: --vanaf"),
        (["samira", "--vanaf", "ooit"], "--vanaf:"),
        (["niemand", "--vanaf", "2026-07-01"], "'niemand' is geen persoon"),
        (["marieke", "--vanaf", "2026-07-01"], "dezelfde persoon"),
        (["marieke", "--van", "joost", "--vanaf", "2026-07-01"], "behandelt dan geen dossier"),
        (["samira", "kleine-beer", "--vanaf", "2026-07-01"], "behandelt dan niet: de-kleine-beer"),
        (["samira", "--vanaf", "2024-10-01"], "vanaf 1 oktober 2024 staat er al een behandelaar"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(map_, clm, woorden, tekst):
    voor = sorted(pad.read_bytes() for pad in map_.rglob("aanbieder.yaml"))
    code, _, fout = clm("overdracht", *woorden, "--ja")
    assert code == 2
    assert tekst in fout
    assert sorted(pad.read_bytes() for pad in map_.rglob("aanbieder.yaml")) == voor


def test_what_has_no_day_and_the_last_letters_are_handed_over_too(map_, clm):
    clm("overdracht", "samira", "waterlelie", "--vanaf", "2026-07-01", "--ja")
    tekst = (map_ / "waterlelie/overdracht.md").read_text("utf-8")
    zonder = tekst.partition("## Zonder dag")[2].partition("## Wie is wie")[0]
    assert "| Brief kwam terug: verzoek om gegevens social return" in zonder
    assert "| Signaal beoordelen: De locatie is telefonisch slecht bereikbaar. | wij |" in zonder
    laatste = tekst.partition("## Laatste contacten")[2]
    assert "- 8 mei 2026, retour: verzoek om gegevens social return: niet afgehaald" in laatste
    assert "| 1 juni 2026 (voorlopig) | Cijfers 2026-K1 alsnog aanleveren | aanbieder |" in tekst


def test_a_dossier_named_before_the_colleague_tells_the_order(clm):
    code, _, fout = clm("overdracht", "waterlelie", "samira", "--vanaf", "2026-07-01")
    assert code == 2
    assert "'waterlelie' is een dossier; eerst komt wie het overneemt." in fout
    assert "nu: clm overdracht samira waterlelie" in fout


def test_who_and_what_are_looked_up_before_the_day_is_asked(clm):
    assert "'niemand' is geen persoon" in clm("overdracht", "niemand")[2]
    assert "Er is geen dossier 'rozenhof'" in clm("overdracht", "samira", "rozenhof")[2]


def test_the_same_twice_stands_there_already(clm):
    woorden = ("overdracht", "samira", "waterlelie", "--vanaf", "2026-07-01", "--ja")
    assert clm(*woorden)[0] == 0
    code, uit, _ = clm(*woorden)
    assert code == 0
    assert "stond er al: waterlelie/aanbieder.yaml" in uit


def test_a_slip_in_the_name_of_a_colleague_is_told_by_the_name_that_was_meant(clm):
    uit, _, fout = clm("overdracht", "joost-bakkr", "waterlelie", "--vanaf", "2026-07-01")
    assert (uit, "bedoelt u joost-bakker?" in fout) == (2, True)
    uit, _, fout = clm("werklijst", door="joost-bakkr")
    assert (uit, "bedoelt u joost-bakker?" in fout) == (2, True)
    waarde = ("--waarde", "omzt=310000 uit jaarrekening", "--wat-als")
    uit, _, fout = clm("classificeer", "waterlelie", *waarde)
    assert (uit, "bedoelt u omzet?" in fout) == (2, True)
