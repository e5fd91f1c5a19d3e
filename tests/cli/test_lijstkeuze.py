"""Lists as people ask for them: cut, changed, filled from a sheet, and what nobody watches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import laad
from clm_cli.records.lijsten import Verplichtingen
from tests import klein_register

PLICHTEN = """
verplichtingen:
  - {id: V-01, soort: tarief, wat: Tarieven bekendmaken, partij: opdrachtgever, kant: AOC,
      uiterlijk: 2026-05-11}
  - {id: V-02, soort: procedure, wat: Overleg met de toegang, partij: aanbieder, kant: DOP,
      gemeente: zuid, doorlopend: ja}
  - {id: V-03, soort: verplichting, wat: Casuistiek bespreken, partij: aanbieder, kant: AOC,
      niveau: operationeel, contracten: [advies], doorlopend: ja}
"""
GEDEELD = """
verplichtingen:
  - {id: V-10, soort: voorwaarde, wat: Jaarrekening, partij: aanbieder, kant: AOC,
      herhaling: {elke: jaar, eerste: 2025-06-01}, clausule: {document: pve, nummer: "8.1"}}
"""
ARTIKELEN = """
artikelen:
  - {id: pve-8.1, document: pve, versie: "1.0", nummer: "8.1", tekst: Levert een jaarrekening}
  - {id: pve-2.1, document: pve, versie: "1.0", nummer: "2.1", tekst: Start op tijd, kpi: start}
  - {id: pve-2.2, document: pve, versie: "1.0", nummer: "2.2", tekst: Werkt samen,
      thema: organisatie-en-samenwerking}
  - {id: pve-2.3, document: pve, versie: "1.0", nummer: "2.3", tekst: Definities, bewaakt: nee,
      toelichting: een definitie}
  - {id: pve-9.9, document: pve, versie: "1.0", nummer: "9.9", tekst: Meldt calamiteiten}
  - {id: pve-9.8, document: pve, versie: "1.0", nummer: "9.8", tekst: Meet tevredenheid,
      kpi: start, thema: verzonnen}
"""
KAART = "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\n"
NORM = "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, bron: bijlage}]\n"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    bestanden = {
        "bloem/lijsten/verplichtingen.yaml": PLICHTEN,
        "overeenkomsten/raam/verplichtingen.yaml": GEDEELD,
        "overeenkomsten/raam/artikelen.yaml": ARTIKELEN,
        "bloem/contracten/ambulant/contract.yaml": KAART,
    }
    assert klein_register.lees(tmp_path / "r", bestanden).meldingen == ()
    return tmp_path / "r"


def doe(map_: Path, *woorden: str) -> int:
    gemeen = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia", "--ja")
    return draai([*woorden, *gemeen])


def getoond(map_: Path, capsys: pytest.CaptureFixture[str], *woorden: str) -> list[str]:
    capsys.readouterr()
    assert doe(map_, "lijst", "verplichtingen", *woorden, "--json") == 0
    return sorted(rij["id"] for rij in json.loads(capsys.readouterr().out)["gegevens"])


@pytest.mark.parametrize(
    ("woorden", "nummers"),
    [
        (("bloem",), ["V-01", "V-02", "V-03", "V-10"]),
        (("bloem", "--kant", "DOP"), ["V-02"]),
        (("bloem", "--soort", "tarief"), ["V-01"]),
        (("bloem", "--gemeente", "zuid"), ["V-01", "V-02", "V-10"]),
        (("bloem", "--zorgvorm", "advies"), ["V-01", "V-02", "V-03"]),
        (("bloem", "--contract", "ambulant"), ["V-01", "V-02", "V-10"]),
        (("bloem", "--niveau", "operationeel"), ["V-03"]),
        (("--manager", "mia"), ["V-01", "V-02", "V-03", "V-10"]),
        (("--manager", "bo"), []),
        (("--partij", "opdrachtgever"), ["V-01"]),
        (("--overeenkomst", "raam"), ["V-10"]),
    ],
)
def test_a_list_is_cut_by_what_its_rows_are_about(
    map_: Path, woorden: tuple[str, ...], nummers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert getoond(map_, capsys, *woorden) == nummers
    assert not (map_ / ".clm/concepten").exists()


def test_a_list_says_when_which_kind_who_and_where(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J02: kind, party, side, clause, due date; what is late says so."""
    assert doe(map_, "lijst", "verplichtingen", "bloem") == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "4 open, 0 klaar, 2 te laat" in tekst
    assert "V-01 Tarieven bekendmaken uiterlijk 11 mei 2026, 3 wd te laat" in tekst
    assert "tarief · opdrachtgever · AOC" in tekst
    assert "procedure · aanbieder · DOP · zuid" in tekst
    assert "voorwaarde · aanbieder · AOC · pve 8.1" in tekst


def test_what_belongs_to_a_new_row_is_no_choice(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "lijst", "verplichtingen", "bloem", "--uiterlijk", "2026-06-01") == 2
    assert "--uiterlijk hoort bij een nieuwe regel, en --wat ontbreekt" in capsys.readouterr().err
    assert doe(map_, "lijst", "verplichtingen", "bloem", "--gemeente", "oost") == 2
    assert "kent 'oost' niet als gemeente" in capsys.readouterr().err


def test_a_row_for_all_providers_is_added_and_changed_on_the_overeenkomst(map_: Path) -> None:
    wat = ("--wat", "Cao volgen", "--soort", "verplichting", "--partij", "aanbieder")
    deel = ("lijst", "verplichtingen", "--overeenkomst", "raam")
    assert doe(map_, *deel, *wat, "--kant", "AOC", "--doorlopend", "ja") == 0
    assert doe(map_, *deel, "--wijzig", "V-11", "--kant", "DOP", "--gemeente", "noord") == 0
    pad = map_ / "overeenkomsten/raam/verplichtingen.yaml"
    assert "id: V-10, soort: voorwaarde" in pad.read_text(encoding="utf-8")
    (bundel,) = (b for b in laad(map_).register.overeenkomsten.values() if b.id == "raam")
    rij = bundel.van(Verplichtingen)[0].record.verplichtingen[-1]
    assert (rij.id, rij.kant, rij.gemeente) == ("V-11", "DOP", "noord")


def test_a_learning_point_moves_on_and_stays_open(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J32: the PDCA phase of a learning point."""
    nieuw = ("--wat", "Eerder bellen", "--fase", "plan", "--bestemming", "werkwijze gemeenten")
    assert doe(map_, "lijst", "leerpunten", "bloem", *nieuw) == 0
    assert doe(map_, "lijst", "leerpunten", "bloem", "--wijzig", "L-01", "--fase", "check") == 0
    assert doe(map_, "lijst", "leerpunten", "bloem", "--wijzig", "L-09", "--fase", "act") == 2
    capsys.readouterr()
    assert doe(map_, "lijst", "leerpunten", "bloem", "--fase", "check") == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "1 open, 0 klaar" in tekst
    assert "werkwijze gemeenten · fase check" in tekst


def blad(pad: Path, *rijen: tuple[Any, ...]) -> Path:
    boek = Workbook()
    assert boek.active is not None
    for rij in rijen:
        boek.active.append(rij)
    boek.save(pad)
    return pad


def test_a_sheet_fills_lists_of_more_dossiers_once(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = blad(
        map_.parent / "plichten.xlsx",
        ("Dossier", "Overeenkomst", "Wat", "Soort", "Partij", "Kant", "Elke", "Eerste", "Document"),
        ("bloem", None, "Wachtlijst", "afspraak", "aanbieder", "AOC", "maand", "1-6-2026", "pve"),
        (None, "raam", "Accountant", "voorwaarde", "aanbieder", "AOC", "jaar", "1 juni 2026", None),
        (None, "raam", "Overleg", "procedure", "opdrachtgever", "DOP", "jaar", "2026-06-01", None),
    )
    assert doe(map_, "lijst", "verplichtingen", "--uit", str(pad)) == 0
    assert "drie regels toegevoegd" in capsys.readouterr().out
    eerst = (map_ / "overeenkomsten/raam/verplichtingen.yaml").read_text(encoding="utf-8")
    assert "id: V-12" in eerst
    assert "id: V-13" in eerst
    assert "id: V-11" in (map_ / "bloem/lijsten/verplichtingen.yaml").read_text("utf-8")
    assert "eerste: 2026-06-01" in eerst
    assert doe(map_, "lijst", "verplichtingen", "--uit", str(pad)) == 0
    assert "Er is niets geschreven." in capsys.readouterr().out
    assert (map_ / "overeenkomsten/raam/verplichtingen.yaml").read_text("utf-8") == eerst


@pytest.mark.parametrize(
    ("rij", "reden"),
    [
        (("bloem", "Iets", "iets", "aanbieder", "AOC"), "rij 2, kolom Soort:"),
        (("roos", "Iets", "tarief", "aanbieder", "AOC"), "rij 2: Er is geen dossier 'roos'."),
        (("bloem", "Iets", None, "aanbieder", "AOC"), "rij 2: soort ontbreekt."),
    ],
)
def test_a_row_of_a_sheet_that_is_wrong_stops_them_all(
    map_: Path, rij: tuple[Any, ...], reden: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kop = ("Dossier", "Wat", "Soort", "Partij", "Kant")
    goed = ("bloem", "Goed", "tarief", "aanbieder", "AOC")
    eerst = (map_ / "bloem/lijsten/verplichtingen.yaml").read_text("utf-8")
    pad = blad(map_.parent / "fout.xlsx", kop, rij, goed)
    assert doe(map_, "lijst", "verplichtingen", "--uit", str(pad)) == 2
    assert reden in capsys.readouterr().err
    assert (map_ / "bloem/lijsten/verplichtingen.yaml").read_text("utf-8") == eerst


def test_what_nobody_watches_is_named(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """J02: contract articles that no obligation, indicator or theme watches."""
    assert doe(map_, "lijst", "dekking", "raam", "--json") == 0
    rijen = json.loads(capsys.readouterr().out)["gegevens"]
    los = {rij["artikel"] for rij in rijen if not rij["gedekt"]} - {None}
    assert los == {"pve-2.1", "pve-9.9", "pve-9.8"}  # nobody has a norm for the indicator
    (map_ / "bloem/contracten/ambulant/contract.yaml").write_text(KAART + NORM, encoding="utf-8")
    assert doe(map_, "lijst", "dekking", "raam", "--open") == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "6 bepalingen, 1 door niemand bewaakt pve-9.9 NIEMAND" in tekst
    assert "pve-8.1" not in tekst
    draai(["controleer", "--map", str(map_), "--vandaag", "2026-05-18"])
    assert "niemand bewaakt pve-9.9" in capsys.readouterr().out


PLAATSEN = """
onderwerpen:
  - {thema: ontwikkelingen-in-cijfers, onderwerp: wachttijden, kpis: [start]}
  - {thema: financiele-voortgang, onderwerp: jaarrekening, uit: [gesprek]}
  - {thema: financiele-voortgang, onderwerp: facturatie, gebruikt: nee, toelichting: loopt elders}
  - {thema: beleidscontext, onderwerp: de buurt, uit: [gesprek]}
"""


def test_each_subject_of_the_talks_has_its_place_or_is_named(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J24: every subject that the contract names with a theme; those in lines 57-61 of its text."""
    (map_ / "bloem/contracten/ambulant/contract.yaml").write_text(KAART + NORM, encoding="utf-8")
    kaart = map_ / "overeenkomsten/raam/overeenkomst.yaml"
    kaart.write_text(kaart.read_text(encoding="utf-8") + PLAATSEN, encoding="utf-8")
    assert doe(map_, "lijst", "dekking", "raam", "--json") == 0
    rijen = json.loads(capsys.readouterr().out)["gegevens"]
    door = {rij["onderwerp"]: rij["door"] for rij in rijen if rij["onderwerp"]}
    assert {naam for naam, wie in door.items() if not wie} == {
        "cliëntenstromen",
        "facturatie",
        "resultaten uit audits en certificeringen",
        "cliënttevredenheidsonderzoeken",
        "uitvoering van het Regionale Handelingskader",
        "administratieve processen en werkafspraken",
    }
    assert door["wachttijden"] == ["kpi start op tijd"]
    assert door["trends"] == ["cijfers"]
    assert door["signalen van IGJ of toegang"] == ["signalen"]
    assert door["risicobeoordelingen en verbetermaatregelen"] == ["risicos", "acties"]
    assert door["de buurt"] == ["gesprek"]
    gedekt = {rij["onderwerp"] for rij in rijen if rij["gedekt"]}
    assert "facturatie" in gedekt  # it was said why it is not used
    assert len(door) == 21
    assert doe(map_, "lijst", "dekking", "raam", "--open") == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "Onderwerpen van de gesprekken: 21, 5 zonder plaats" in tekst
    assert "cliëntenstromen: NIETS volgt dit" in tekst
