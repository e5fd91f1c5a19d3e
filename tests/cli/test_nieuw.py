"""A new provider, contract or person: what is there already is told first, what lacks is asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from clm_cli.cli.hoofd import draai
from tests import klein_register
from tests.ladder.zaakbouw import Bouw
from tests.toetsen import Toetsen

VAST = ["--vandaag", "2026-05-18", "--door", "mia"]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path)
    return tmp_path


def typ(map_: Path, monkeypatch: pytest.MonkeyPatch, woorden: list[str], *regels: str) -> int:
    monkeypatch.setattr("sys.stdin", Toetsen("".join(f"{regel}\n" for regel in regels)))
    return draai([*woorden, "--map", str(map_), *VAST])


def mensen(map_: Path) -> list[dict[str, Any]]:
    tekst = (map_ / "bloem/aanbieder.yaml").read_text(encoding="utf-8")
    return [dict(rij) for rij in YAML().load(tekst).get("contactpersonen", ())]


@pytest.mark.parametrize(
    ("regels", "zin"),
    [
        (("Bloem",), "Het dossier bloem bestaat al."),
        (("Stichting Anders", "00000001"), "KvK 00000001 staat al in het dossier bloem"),
    ],
)
def test_a_provider_who_is_there_is_told_before_the_address_is_asked(
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    regels: tuple[str, ...],
    zin: str,
) -> None:
    assert typ(map_, monkeypatch, ["nieuw"], *regels) == 2
    gezegd = capsys.readouterr().err
    assert zin in " ".join(gezegd.split())
    assert "straat:" not in gezegd


def test_the_command_that_is_the_next_step_is_not_said_beside_it(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    adres = ("12345678", "Laan 1", "1234 AB", "Zuid")
    assert typ(map_, monkeypatch, ["nieuw"], "Eik", *adres) == 0
    assert "DOS264" in (gezegd := capsys.readouterr().out)
    assert gezegd.count("clm contract nieuw eik CONTRACT") == 1
    assert draai(["controleer", "eik", "--map", str(map_), *VAST]) == 1
    assert "DOS264" in capsys.readouterr().out
    for lezer, genoemd in (([], True), (["--voor", "aanbieder"], False)):
        assert draai(["toon", "eik", *lezer, "--map", str(map_), *VAST]) == 0
        uit = " ".join(capsys.readouterr().out.split())
        assert "er zijn geen contactpersonen vastgelegd" in uit
        assert ("clm contactpersoon eik" in uit) == genoemd, "our commands are nothing to them"
    # one that cannot be read is there
    klein_register.schrijf(map_, {"eik/contracten/dag/contract.yaml": "overeenkomst: raam"})
    assert draai(["controleer", "eik", "--map", str(map_), *VAST]) == 1
    assert "DOS264" not in capsys.readouterr().out


def test_a_name_that_looks_like_another_is_told_and_not_refused(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    adres = ("87654321", "Laan 1", "1234 AB", "Zuid")
    assert typ(map_, monkeypatch, ["nieuw"], "Stichting De Bloem Jeugdhulp", *adres) == 0
    gezegd = capsys.readouterr().err
    assert gezegd.count("Let op: er is al bloem (") == 1
    assert typ(map_, monkeypatch, ["nieuw"], "bloem zorg", "87654323", *adres[1:]) == 0
    assert "bloem (" in capsys.readouterr().err
    assert typ(map_, monkeypatch, ["nieuw"], "Stichting De Eik", "87654322", *adres[1:]) == 0
    assert "er is al" not in capsys.readouterr().err


def test_who_names_no_contract_is_asked_for_it(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    antwoorden = ("bloem", "Dag Noord", "dag-noord", "raam", "A-2", "dag", "18-5-2026")
    assert typ(map_, monkeypatch, ["contract", "nieuw"], *antwoorden) == 0
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "'Dag Noord' is geen naam van kleine letters" in gezegd
    assert (map_ / "bloem/contracten/dag-noord/contract.yaml").is_file()
    assert typ(map_, monkeypatch, ["contract", "nieuw"], "roos") == 2
    gezegd = capsys.readouterr().err
    assert ("Er is geen dossier 'roos'." in gezegd, "CONTRACT:" in gezegd) == (True, False)
    assert typ(map_, monkeypatch, ["contract", "nieuw", "bloem"], "dag-noord") == 130
    assert "Let op: bloem heeft al een contract dag-noord.\n" in capsys.readouterr().err


def test_a_contact_person_is_added_and_leaves_with_a_last_day(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody opens a file for it, and who was there stays readable."""
    wie = ["contactpersoon", "bloem", "Henk van Dalen"]
    assert typ(map_, monkeypatch, wie, "bestuurder") == 0
    assert mensen(map_)[-1] == {
        "id": "henk-van-dalen",
        "naam": "Henk van Dalen",
        "functie": "bestuurder",
    }
    er_al = len(mensen(map_))
    assert typ(map_, monkeypatch, [*wie, "--functie", "bestuurder"]) == 0
    assert "stond er al" in capsys.readouterr().out
    assert typ(map_, monkeypatch, [*wie[:2], "dalen", "--tot", "17-5-2026"]) == 0
    assert "aangenomen: 'dalen' is Henk van Dalen\n" in capsys.readouterr().err
    assert draai([*wie[:2], "12", "--map", str(map_), *VAST]) == 2
    assert "NAAM: '12' is geen naam in woorden." in capsys.readouterr().err
    assert str(mensen(map_)[-1]["tot"]) == "2026-05-17"
    assert len(mensen(map_)) == er_al
    assert typ(map_, monkeypatch, [*wie[:2], "--tot", "16-5-2026"], "henk") == 0
    assert str(mensen(map_)[-1]["tot"]) == "2026-05-16"
    assert typ(map_, monkeypatch, ["contactpersoon", "bloem", "Kees"]) == 130
    assert "bloem-contactpersoon.yaml (geef die met" in " ".join(capsys.readouterr().err.split())
    assert draai([*wie[:2], "李 小龙", "--functie", "arts", "--map", str(map_), *VAST]) == 2
    assert "Van '李 小龙' is geen kenmerk te maken." in capsys.readouterr().err


def test_what_was_typed_for_a_talk_is_kept_of_who_stops(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(map_, monkeypatch, ["gesprek", "gepland", "bloem"], "1 juni 2026") == 130
    assert "bloem-gesprek.yaml (geef die met" in " ".join(capsys.readouterr().err.split())
    concept = (map_ / ".clm/concepten/bloem-gesprek.yaml").read_text(encoding="utf-8")
    assert concept == "datum: 2026-06-01\n"


def test_a_care_form_that_is_nearly_another_is_agreed_to_first(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the overeenkomst names none, any word fits it."""
    raam = map_ / "overeenkomsten/raam/overeenkomst.yaml"
    tekst = raam.read_text(encoding="utf-8")
    erbij = ["--overeenkomst", "raam", "--looptijd", "uitvoering_van=2026-05-18"]
    eigen = "zorgvormen: [ambulant, ambulante]\n"
    raam.write_text(re.sub(r"zorgvormen: .*\n", eigen, tekst), encoding="utf-8")
    twee = ["contract", "nieuw", "bloem", "twee", *erbij, "--nummer", "A-8"]
    assert typ(map_, monkeypatch, [*twee, "--zorgvorm", "ambulante"]) == 0, "it is named there"
    (map_ / "bloem/contracten/twee/contract.yaml").unlink()
    raam.write_text(re.sub(r"zorgvormen: .*\n", "", tekst), encoding="utf-8")
    nieuw = ["contract", "nieuw", "bloem", "een", *erbij, "--nummer", "A-9"]
    kaart = map_ / "bloem/contracten/een/contract.yaml"
    assert typ(map_, monkeypatch, [*nieuw, "--zorgvorm", "ambulantt"], "nee") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "let op: zorgvorm 'ambulantt' is hier nieuw, en lijkt op 'ambulant' Dit wordt" in gezegd
    assert not kaart.exists()
    assert typ(map_, monkeypatch, [*nieuw, "--zorgvorm", "verblijf"]) == 0
    assert kaart.is_file()


@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (["actie", "vervallen", "bloem", "A-1", "--reden", "T3"], "--reden: 'T3' is geen reden"),
        (["escalatie", "opening", "bloem", "--afweging", "reden=V-01"], "'V-01' is geen reden"),
        (["nieuw", "Eik", "--contactpersoon", "id=a naam=0 functie=x"], "'0' is geen naam"),
    ],
)
def test_the_number_of_a_thing_is_no_reason_and_no_name(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: list[str], fout: str
) -> None:
    """It answers another question, in an option as in a part of one."""
    assert draai([*woorden, "--map", str(map_), *VAST]) == 2
    assert fout in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("soort", ["clientenstop", "ingebrekestelling"])
def test_a_letter_that_is_too_early_names_its_own_measure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], soort: str
) -> None:
    klein_register.lees(tmp_path, Bouw("", "J").bestanden)
    assert draai(["brief", "maak", "bloem", soort, "--map", str(tmp_path), *VAST]) == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert f"nu: clm escalatie maatregel bloem {soort}" in gezegd


def test_a_sheet_is_read_under_the_headings_that_people_use(map_: Path) -> None:
    aanbieders = map_.parent / "aanbieders.csv"
    aanbieders.write_text(
        "Statutaire naam;KvK-nummer;Adres;Postcode;Plaats;E-mail\n"
        "Stichting Eik;87654321;Laan 1;1234 AB;Zuid;post@eik.example\n"
    )
    assert draai(["nieuw", "--uit", str(aanbieders), "--ja", "--map", str(map_), *VAST]) == 0
    kaart = (map_ / "stichting-eik/aanbieder.yaml").read_text(encoding="utf-8")
    assert "87654321" in kaart
    contracten = map_.parent / "contracten.csv"
    contracten.write_text(
        "Aanbieder;Contract;Contractnummer;Overeenkomst;Zorgvorm;Startdatum\n"
        "Stichting Eik;dag;E-1;raam;dag;18-5-2026\n"
    )
    nieuw = ["contract", "nieuw", "--uit", str(contracten), "--ja"]
    assert draai([*nieuw, "--map", str(map_), *VAST]) == 0
    kaart = (map_ / "stichting-eik/contracten/dag/contract.yaml").read_text(encoding="utf-8")
    assert "nummer: E-1" in kaart
    assert "uitvoering_van: 2026-05-18" in kaart
