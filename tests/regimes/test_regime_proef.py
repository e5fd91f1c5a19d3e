"""`clm regime proef`: a made-up case under a regime, its days counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import pytest

from clm_cli.cli.hoofd import draai
from tests.beschermd_wonen.zaakbouw import REGIME as WONEN
from tests.beschermd_wonen.zaakbouw import Bouw
from tests.klein_register import BASIS, schrijf
from tests.regimes.eigen_regime import EIGEN_REGIME, PAD

VOORBEELD = Path(__file__).parents[2] / "dossiers"


class Termijn(TypedDict):
    soort: str
    begin: str | None
    uiterlijk: str | None
    verzonnen: bool


class Stap(TypedDict):
    instrument: str
    dag: str
    ontvangen: str
    termijnen: list[Termijn]
    kan_nooit: list[dict[str, str]]
    brief: str | None


def gespeeld(capsys: pytest.CaptureFixture[str], map_: Path, regime: str) -> list[Stap]:
    woorden = ["--map", str(map_), "--vandaag", "2026-05-18", "regime", "proef", regime, "--json"]
    assert draai(woorden) == 0
    stappen: list[Stap] = json.loads(capsys.readouterr().out)["gegevens"]["stappen"]
    return stappen


def kort(stap: Stap) -> tuple[str, str, list[tuple[str, str | None]]]:
    return (
        stap["instrument"],
        stap["dag"],
        [(rij["soort"], rij["uiterlijk"]) for rij in stap["termijnen"]],
    )


def test_each_step_waits_for_the_terms_of_the_one_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Letters take two working days in this register; the cure term is four weeks."""
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME})
    stappen = gespeeld(capsys, tmp_path, "eigen-2026")
    assert [kort(stap) for stap in stappen] == [
        ("waarschuwing", "2026-05-18", []),
        # Tuesday 19 May: four weeks later is 16 June, six weeks later 30 June
        ("aanmaning", "2026-05-19", [("herstel", "2026-06-18"), ("bezwaar", "2026-07-02")]),
        # Friday 19 June, received on Tuesday 23 June
        ("boete", "2026-06-19", [("bezwaar", "2026-08-04")]),
        ("ontbinding", "2026-06-19", [("bezwaar", "2026-08-04")]),
    ]
    assert [rij["verzonnen"] for rij in stappen[1]["termijnen"]] == [True, False]
    assert [stap["brief"] for stap in stappen] == [None, "Ingebrekestelling", "Boete", "Ontbinding"]


def test_who_must_be_in_default_is_waited_for_also_on_the_same_trede(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    einde = (
        "      - {instrument: einde, titel: Einde, aard: kan, brief: ontbinding,\n"
        "          voorwaarden: {hard: [verzuim]}}\n"
    )
    regime = EIGEN_REGIME.replace("  - trede: 3\n", f"{einde}  - trede: 3\n")
    schrijf(tmp_path, {**BASIS, PAD: regime})
    dagen = {stap["instrument"]: stap["dag"] for stap in gespeeld(capsys, tmp_path, "eigen-2026")}
    # the cure term runs until Thursday 18 June
    assert (dagen["aanmaning"], dagen["einde"]) == ("2026-05-19", "2026-06-19")


def test_the_first_steps_of_a_real_contract(capsys: pytest.CaptureFixture[str]) -> None:
    """J38 and J45 by hand: letters take two working days, Whit Monday is 25 May."""
    stappen = {rij["instrument"]: rij for rij in gespeeld(capsys, VOORBEELD, "sdfl-jeugdhulp-2026")}
    eerste = stappen["intensivering"]
    # received Wednesday 20 May; 15 working days: 21, 22, 26-29 May, 1-5 and 8-11 June
    assert eerste["ontvangen"] == "2026-05-20"
    assert ("reactie", "2026-06-11") in kort(eerste)[2]
    derde = stappen["ingebrekestelling"]
    assert (derde["dag"], derde["ontvangen"]) == ("2026-07-15", "2026-07-17")
    # five working days after Friday 17 July; then ten after an objection on that day
    assert ("bezwaar", "2026-07-24") in kort(derde)[2]
    assert ("directiegesprek", "2026-08-07") in kort(derde)[2]


def test_a_step_that_can_never_be_taken_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    regime = EIGEN_REGIME.replace("na: {instrument: aanmaning}", "na: {instrument: boete}").replace(
        "hoort_bij: misbruik", "hoort_bij: iets"
    )
    schrijf(tmp_path, {**BASIS, PAD: regime})
    laatste = gespeeld(capsys, tmp_path, "eigen-2026")[-1]
    assert [rij["voorwaarde"] for rij in laatste["kan_nooit"]] == ["termijn-verstreken"]


def test_the_page_explains_a_condition_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME})
    assert (
        draai(["--map", str(tmp_path), "--vandaag", "2026-05-18", "regime", "proef", "eigen-2026"])
        == 0
    )
    uit = " ".join(capsys.readouterr().out.split())
    assert uit.count("wederhoor: De aanbieder is op de laatste bevindingen gehoord") == 1
    assert "TREDE 2 Aanmaning · formele maatregel · X08" in uit
    assert (
        "Herstel (aanbieder, X05): 4 weken (verzonnen), van ontvangst op donderdag 21 mei 2026"
        in uit
    )


def test_what_the_contract_wants_before_and_after_a_measure_has_its_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sheltered housing by hand: letters take two working days; 27 April, 5 and 14 May are free."""
    schrijf(tmp_path, Bouw("").bestanden)
    opdracht = ["--map", str(tmp_path), "--vandaag", "2026-03-02", "regime", "proef", WONEN]
    assert draai([*opdracht, "--json"]) == 0
    gegevens = json.loads(capsys.readouterr().out)["gegevens"]
    stappen = {rij["instrument"]: rij for rij in gegevens["stappen"]}
    plan, malus, stop = (stappen[n] for n in ("verbeterplan", "malus", "plaatsingsstop"))
    # 10.1, 10.4: 15 working days after Thursday 5 March; rejected on the next day, before Easter
    assert kort(plan)[2] == [("verbeterplan", "2026-03-26"), ("planherstel", "2026-04-07")]
    # 9.4: invited on Wednesday 8 April, received on Friday 10; 9.1: received on Wednesday 22 April
    assert kort(malus)[2][:2] == [("horen", "2026-04-17"), ("aankondiging", "2026-04-22")]
    assert malus["dag"] == "2026-04-30"
    # 14.1, 14.2, 14.4 from Monday 15 June
    assert stop["dag"] == "2026-06-15"
    assert kort(stop)[2][-3:] == [
        ("duur", "2026-09-15"),
        ("verlenging", "2026-11-15"),
        ("bezien", "2026-07-15"),
    ]
    # 3.1: the figures of February by ten days after it; 2.2: the report ten days after the talk
    assert [(rij["soort"], rij["uiterlijk"]) for rij in gegevens["zonder_maatregel"]] == [
        ("verslag-delen", "2026-03-12"),
        ("aanlevering", "2026-03-10"),
    ]
    regels = {rij["over"]: rij["regel"] for rij in malus["regels"]}
    assert "per periode (nachtdienst)" in regels["bedrag"]
    assert regels["grens"].endswith("in een kalenderjaar (13.1)")
    assert draai(opdracht) == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "direct kan ook per direct, met horen achteraf (9.6)" in uit
    assert "Verklaringen, ten minste 3 van verschillende personen binnen 6 maanden (15.2)" in uit
    assert "klassen lichter alleen op 01-01, 07-01" in uit
