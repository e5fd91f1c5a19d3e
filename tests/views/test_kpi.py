"""All there is to say on a figure: norm, path, course, streak, and where each number is from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register

VOORBEELD = Path(__file__).parents[2] / "dossiers"


def kpi(*woorden: str) -> int:
    return draai(["kpi", *woorden, "--map", str(VOORBEELD), "--vandaag", "2026-05-18"])


def vloeiend(tekst: str) -> str:
    return " ".join(tekst.split())


def test_a_figure_says_what_it_was_made_of_and_where_it_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert kpi("klaproos", "--contract", "ambulant", "--perioden", "2") == 0
    tekst = vloeiend(capsys.readouterr().out)
    assert "2026-K1 71,4 % (45 van 63), onder (90); herkomst: de-klaproos/metingen/" in tekst
    assert "norm ≥ 90 %, sinds 1 januari 2025, bijlage 11 (de-klaproos/contracten/" in tekst
    assert "herzien: één traject bij dagbehandeling was dubbel geteld" in tekst
    assert "3 kwartalen op rij niet op norm; dalend, dat is slechter" in tekst
    assert "een reeks onder de norm is in dit contract geen aanleiding; wel een" in tekst
    assert "dagbehandeling ·" not in tekst


def test_what_lacks_is_unknown_with_its_reason_and_the_path_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert kpi("klaproos", "--contract", "gezinshuizen") == 0
    tekst = vloeiend(capsys.readouterr().out)
    assert "2026-K1 ontbreekt (niet aangeleverd); moest er uiterlijk op 14 april 2026" in tekst
    assert "het laatste cijfer is onbekend; laatste oordeel (2025-K4): voldoet" in tekst
    assert "pad 10 % vanaf 1 januari 2025 (afgesproken op 12 december 2024)" in tekst


def test_a_figure_that_came_late_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for dag, laat in (("2026-04-14", False), ("2026-04-15", True)):
        bestanden = {
            "bloem/contracten/ambulant/contract.yaml": (
                "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\n"
                "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, bron: b}]\n"
            ),
            "bloem/metingen/2026-K1-opgave.yaml": klein_register.KOP.format(dag=dag)
            + f"periode: 2026-K1\nbron: {{vindplaats: zaak}}\nontvangen: {dag}\n"
            "waarden: [{kpi: start, contract: ambulant, waarde: 91}]\n",
        }
        klein_register.lees(tmp_path / dag, bestanden)
        woorden = ["kpi", "bloem", "--map", str(tmp_path / dag), "--vandaag", "2026-05-18"]
        assert draai(woorden) == 0
        tekst = vloeiend(capsys.readouterr().out)
        assert ("te laat (uiterlijk 14 april 2026)" in tekst) is laat


def test_a_run_below_the_norm_is_what_the_contract_makes_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """S05: two quarters in a row start the model there; J knows no such run."""
    assert kpi("noord", "--contract", "advies") == 0
    tekst = vloeiend(capsys.readouterr().out)
    assert "twee opeenvolgende kwartalen onder de afspraken of KPI's (S05): ja" in tekst


def test_as_data_each_number_has_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert kpi("klaproos", "--kpi", "uitval", "--json") == 0
    gegevens = json.loads(capsys.readouterr().out)
    assert gegevens["schema"] == "clm.kpi/1"
    reeksen = {rij["contract"]: rij for rij in gegevens["gegevens"]["reeksen"]}
    assert set(reeksen) == {"ambulant", "dagbehandeling", "gezinshuizen"}
    laatste = reeksen["ambulant"]["herkomst"][-1]
    assert laatste["cijfer"]["bestand"] == "de-klaproos/metingen/2026-K1-opgave.yaml"
    assert laatste["norm"]["bestand"] == "de-klaproos/contracten/ambulant/contract.yaml"
    assert [rij["ontvangen"] for rij in reeksen["ambulant"]["herkomst"][-2:]] == [
        "2026-02-06",
        "2026-04-14",
    ]
    assert reeksen["ambulant"]["cijfers"][-1]["oordeel"] == "boven"
    assert reeksen["gezinshuizen"]["herkomst"][-1]["periode"] == "2026-K1"


@pytest.mark.parametrize(
    ("woorden", "reden"),
    [
        (("--contract", "verblijf"), "'verblijf' is geen contract van de-klaproos."),
        (("--kpi", "wachttijd"), "Er is geen kpi 'wachttijd'."),
    ],
)
def test_a_name_that_nothing_has_shows_no_empty_page(
    woorden: tuple[str, str], reden: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kpi("klaproos", *woorden) == 2
    assert reden in capsys.readouterr().err
