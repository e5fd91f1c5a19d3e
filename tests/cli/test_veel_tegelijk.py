"""A register in an afternoon: an overeenkomst, and 88 providers from two sheets."""

from __future__ import annotations

import json

import pytest
from openpyxl import Workbook

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import laad
from tests.toetsen import Toetsen

AANTAL = 88
KOP = ("naam", "roepnaam", "kvk", "straat", "postcode", "plaats", "email")


def aanbieder(nr, **anders):
    rij = {
        "naam": f"Stichting Zorg {nr:02d}",
        "roepnaam": f"Zorg {nr:02d}",
        "kvk": f"0000 {nr:04d}",
        "straat": f"Dorpsstraat {nr}",
        "postcode": "1234ab",
        "plaats": "Voorbeeldstad",
        "email": "post@zorg.example",
        **anders,
    }
    return [rij[naam] for naam in KOP]


def werkblad(pad, kop, rijen):
    boek = Workbook()
    blad = boek.active
    blad.append(["Lijst van de inkoop, 1 november"])
    blad.append(list(kop))
    for rij in rijen:
        blad.append(rij)
    boek.save(pad)
    return str(pad)


@pytest.fixture
def register(tmp_path, monkeypatch):
    monkeypatch.setenv("CLM_VANDAAG", "2026-11-29")
    monkeypatch.setenv("CLM_DOOR", "uw-naam")
    assert draai(["init", str(tmp_path / "r")]) == 0
    return tmp_path / "r"


@pytest.fixture
def clm(register, capsys):
    def roep(*woorden):
        capsys.readouterr()
        code = draai(["--map", str(register), *woorden])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return roep


RAAM = [
    *("overeenkomst", "nieuw", "raam", "--titel", "Raam 2025", "--regime", "sdfl-jeugdhulp-2026"),
    *("--gemeente", "gemeente-een", "--zorgvorm", "ambulant", "--looptijd"),
    "implementatie=1-10-2024 uitvoering_van=1-1-2025 uitvoering_tot=31-12-2027",
]

CONTRACTKOP = ("dossier", "contract", "overeenkomst", "nummer", "zorgvormen", "uitvoering_van")


def contract(nr, nummer=None, van="1-1-2025"):
    return [f"zorg-{nr:02d}", "ambulant", "raam", nummer or f"A-{nr}", "ambulant", van]


def test_what_init_makes_has_only_to_be_filled_in_and_can_classify(register, clm):
    assert laad(register).meldingen == ()
    code, uit, _ = clm("controleer", "--json")
    assert code == 1
    assert [melding["code"] for melding in json.loads(uit)["gegevens"]] == ["DOS270"]
    assert [b.record.voorbeeld for b in laad(register).register.beleid.values()] == ["ja"]


def test_a_whole_region_from_two_sheets_and_its_list_stays_readable(register, clm, tmp_path):
    assert clm(*RAAM)[0] == 0
    aanbieders = werkblad(tmp_path / "a.xlsx", KOP, [aanbieder(nr) for nr in range(AANTAL)])
    code, _, fout = clm("nieuw", "--uit", aanbieders)
    assert (code, len(laad(register).register.dossiers)) == (2, 0)
    assert "Dit schrijft 88 bestanden: zorg-00/aanbieder.yaml, " in fout
    assert "zorg-09/aanbieder.yaml en 78 andere." in fout
    assert "zorg-10" not in fout
    code, uit, _ = clm("nieuw", "--uit", aanbieders, "--ja")
    assert code == 0
    assert "nu: clm contract nieuw --uit BESTAND" in uit
    zonder = "In 88 dossiers staat nog geen contract, dus ook niet wat daaruit volgt: clm contract"
    assert zonder in " ".join(clm("werklijst")[1].split())
    assert len(json.loads(clm("werklijst", "--json")[1])["gegevens"]["zonder_contract"]) == AANTAL
    kaart = laad(register).register.dossiers["zorg-07"].aanbieder.record
    assert (kaart.kvk, kaart.postadres.postcode) == ("00000007", "1234 AB")
    contracten = werkblad(
        tmp_path / "c.xlsx",
        CONTRACTKOP,
        [contract(nr) for nr in range(AANTAL)],
    )
    code, uit, _ = clm("contract", "nieuw", "--uit", contracten, "--ja")
    assert code == 0
    assert (
        "DOS222 contract ambulant is niet geclassificeerd (88 keer; clm controleer toont waar)"
        in uit
    )
    lijst = clm("werklijst")[1]
    assert "geen contract" not in lijst
    assert len(lijst.splitlines()) <= 40
    assert "88 dossiers" in lijst
    assert "Eerste classificatie" in lijst


def test_who_agrees_to_many_files_sees_the_question_and_how_many(
    register, clm, tmp_path, monkeypatch
):
    aanbieders = werkblad(tmp_path / "a.xlsx", KOP, [aanbieder(nr) for nr in range(AANTAL)])
    monkeypatch.setattr("sys.stdin", Toetsen("misschien\nja\n"))
    code, _, fout = clm("nieuw", "--uit", aanbieders)
    assert code == 0
    assert fout.count("  … en 68 andere (--proef toont ze alle)") == 2
    assert len(fout.splitlines()) < 60
    assert len(laad(register).register.dossiers) == AANTAL


def test_a_second_import_writes_nothing(register, clm, tmp_path):
    blad = werkblad(tmp_path / "a.xlsx", KOP, [aanbieder(1), aanbieder(2)])
    clm("nieuw", "--uit", blad, "--ja")
    voor = sorted(pad.read_bytes() for pad in register.rglob("*.yaml"))
    code, uit, _ = clm("nieuw", "--uit", blad, "--ja")
    assert code == 0
    assert uit.count("stond er al: zorg-0") == 2
    assert sorted(pad.read_bytes() for pad in register.rglob("*.yaml")) == voor


def test_what_is_new_in_a_longer_sheet_is_added(register, clm, tmp_path):
    clm("nieuw", "--uit", werkblad(tmp_path / "a.xlsx", KOP, [aanbieder(1)]), "--ja")
    langer = werkblad(tmp_path / "b.xlsx", KOP, [aanbieder(1), aanbieder(2)])
    assert "1 dossier gemaakt uit b.xlsx." in clm("nieuw", "--uit", langer, "--ja")[1]
    assert sorted(laad(register).register.dossiers) == ["zorg-01", "zorg-02"]


@pytest.mark.parametrize(
    ("rijen", "tekst"),
    [
        ([aanbieder(1), aanbieder(2, plaats=None)], "rij 4, kolom plaats: de cel is leeg"),
        ([aanbieder(1), aanbieder(2, roepnaam="Zorg 01")], "rij 4: zorg-01/aanbieder.yaml staat"),
        ([aanbieder(1, kvk="123")], "KvK"),
        (
            [aanbieder(1), aanbieder(2, kvk="00000001")],
            "rij 4, kolom kvk: dit nummer staat ook in rij 3",
        ),
        ([], "er staan geen rijen in"),
    ],
)
def test_a_row_that_cannot_be_made_stops_all_with_its_place(register, clm, tmp_path, rijen, tekst):
    code, uit, fout = clm("nieuw", "--uit", werkblad(tmp_path / "a.xlsx", KOP, rijen), "--ja")
    assert (code, uit) == (2, "")
    assert tekst in fout
    assert laad(register).register.dossiers == {}


def test_a_column_with_another_name_gets_the_one_that_is_meant(clm, tmp_path):
    blad = werkblad(tmp_path / "a.xlsx", [*KOP[:-1], "e-mial"], [aanbieder(1)])
    assert (
        "de kolom 'e-mial' is hier niet bekend; bedoelt u 'email'?\n"
        in clm("nieuw", "--uit", blad)[2]
    )


def test_a_contract_whose_name_is_taken_by_another_number_is_refused(register, clm, tmp_path):
    clm(*RAAM)
    clm("nieuw", "--uit", werkblad(tmp_path / "a.xlsx", KOP, [aanbieder(1)]), "--ja")
    een = werkblad(tmp_path / "c.xlsx", CONTRACTKOP, [contract(1)])
    assert clm("contract", "nieuw", "--uit", een, "--ja")[0] == 0
    assert "stond er al: zorg-01" in clm("contract", "nieuw", "--uit", een, "--ja")[1]
    ander = werkblad(tmp_path / "d.xlsx", CONTRACTKOP, [contract(1, nummer="A-2")])
    code, _, fout = clm("contract", "nieuw", "--uit", ander, "--ja")
    assert code == 2
    assert (
        "d.xlsx, blad Sheet, rij 3: zorg-01 heeft al een contract ambulant, met nummer A-1" in fout
    )


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [
        (["nieuw"], "Dit ontbreekt nog: NAAM; --straat; --postcode; --plaats; --kvk, of"),
        (
            ["nieuw", "X", "--straat", "a 1", "--plaats", "b", "--land", "Duitsland"],
            "Dit ontbreekt nog: --postcode.",
        ),
        (["contract", "nieuw", "zorg"], "Dit ontbreekt nog: CONTRACT (de naam van de map,"),
        (["contract", "nieuw"], "Dit ontbreekt nog: DOSSIER (het dossier); CONTRACT (de naam"),
        (["contract", "nieuw", "zorg"], "--nummer (Het contractnummer, als tekst)"),
        (["nieuw", "X", "--uit", "a.xlsx"], "niet allebei"),
        (["contract", "nieuw", "x", "y", "--uit", "a.xlsx"], "niet allebei"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_written(register, clm, woorden, tekst):
    code, uit, fout = clm(*woorden)
    assert (code, uit) == (2, "")
    assert tekst in fout
    assert laad(register).register.dossiers == {}


@pytest.mark.parametrize(
    ("nummer", "woord", "tekst"),
    [
        (2, "Raam!", "'Raam!' is geen naam voor een overeenkomst."),
        (6, "sdfl-2025", "--regime: 'sdfl-2025' past op geen regime."),
    ],
)
def test_an_overeenkomst_that_cannot_be_is_refused(clm, nummer, woord, tekst):
    woorden = [*RAAM]
    woorden[nummer] = woord
    code, _, fout = clm(*woorden)
    assert code == 2
    assert tekst in fout


def test_an_overeenkomst_is_made_once(register, clm):
    assert clm(*RAAM)[0] == 0
    assert "De overeenkomst raam bestaat al." in clm(*RAAM)[2]
    assert laad(register).meldingen == ()


def test_a_row_of_a_contract_says_since_when_it_holds_under_an_overeenkomst_that_runs(
    register, clm, tmp_path
):
    clm(*RAAM)
    clm("nieuw", "--uit", werkblad(tmp_path / "a.xlsx", KOP, [aanbieder(1)]), "--ja")
    leeg = werkblad(tmp_path / "c.xlsx", CONTRACTKOP, [contract(1, van=None)])
    code, _, fout = clm("contract", "nieuw", "--uit", leeg, "--ja")
    assert code == 2
    assert (
        "c.xlsx, blad Sheet, rij 3, kolom uitvoering_van: de overeenkomst loopt al sinds "
        "1 januari 2025; vul in vanaf wanneer dit contract geldt" in fout
    )
    gevuld = werkblad(tmp_path / "d.xlsx", CONTRACTKOP, [contract(1, van="1 maart 2026")])
    assert clm("contract", "nieuw", "--uit", gevuld, "--ja")[0] == 0
    (nieuw,) = laad(register).register.dossiers["zorg-01"].contracten
    assert nieuw.looptijd is not None
    assert str(nieuw.looptijd.uitvoering_van) == "2026-03-01"
    assert str(nieuw.looptijd.uitvoering_tot) == "2027-12-31"
    assert nieuw.looptijd.implementatie is None
