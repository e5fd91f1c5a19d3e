"""Five percent of which turnover (J43): each base with its sum, and none chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register

DAG = "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]"
KOP = "periode: 2025\nbron: {vindplaats: zaak 1}\nontvangen: 2026-03-02\nomzet:\n"
AMBULANT = "  - {contract: ambulant, bedrag: 1412380.57, btw: vrijgesteld, soort: betaald}\n"
OVERDAG = "  - {contract: dag, bedrag: 684905.25, btw: %s, soort: %s}\n"
FEIT = "datum: 2026-03-02\nvastgelegd: 2026-03-02T12:00:00+00:00\ndoor: mia\n"


@pytest.fixture(autouse=True)
def breed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def blad(
    map_: Path, rijen: str, boete: str, capsys: pytest.CaptureFixture[str]
) -> tuple[str, dict[str, object]]:
    bestanden = {
        "bloem/contracten/dag/contract.yaml": DAG,
        "bloem/metingen/2025-omzet.yaml": FEIT + KOP + rijen,
    }
    assert klein_register.lees(map_, bestanden).meldingen == ()
    vraag = ("kpi", "bloem", "--boete", boete, "--map", str(map_), "--vandaag", "2026-05-18")
    assert draai([*vraag]) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert draai([*vraag, "--json"]) == 0
    return tekst, json.loads(capsys.readouterr().out)["gegevens"]


def test_each_base_is_added_up_and_rounded_down_and_none_is_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rijen = AMBULANT + OVERDAG % ("vrijgesteld", "betaald")
    tekst, data = blad(tmp_path, rijen, "100.000", capsys)
    # by hand: 2.097.285,82 · 5 % = 104.864,291; 1.412.380,57 · 5 % = 70.619,0285
    assert "a 2025 betaald, alle € 2.097.285,82 € 104.864,29 € 104.864,29 ja" in tekst
    assert "€ 70.619,02 € 70.619,02 NEE, € 29.380,98 te hoog" in tekst
    assert "Opbouw a: ambulant € 1.412.380,57 + dag € 684.905,25" in tekst
    assert "Eerder besloten in 2026: € 0,00" in tekst
    assert "nu: clm exporteer xlsx bloem --boete 100.000" in tekst
    assert data["niet_gekozen"] == ["omzet-jaar", "omzet-contracten", "omzet-btw"]
    assert [(g["contract"], g["grens"], g["past"]) for g in data["grondslagen"]] == [
        (None, "104864.29", True),
        ("ambulant", "70619.02", False),
        ("dag", "34245.26", False),
    ]


def test_no_amount_is_broken_on_a_small_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    rijen = AMBULANT + OVERDAG % ("vrijgesteld", "betaald")
    tekst, _ = blad(tmp_path, rijen, "100.000", capsys)
    assert "€ 2.097.285,82 € 104.864,29 € 104.864,29" in tekst


def test_to_the_cent_fits_and_a_cent_more_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rijen = AMBULANT + OVERDAG % ("vrijgesteld", "betaald")
    for boete, past in (("104.864,29", True), ("104.864,30", False)):
        _, data = blad(tmp_path, rijen, boete, capsys)
        assert data["grondslagen"][0]["past"] is past


@pytest.mark.parametrize(
    ("rijen", "zin"),
    [
        (AMBULANT, "a: van dag is over 2025 geen omzet vastgelegd."),
        (
            AMBULANT.replace("vrijgesteld", "met") + OVERDAG % ("zonder", "betaald"),
            "a: bedragen met en zonder btw zijn niet op te tellen.",
        ),
    ],
)
def test_what_is_not_the_whole_turnover_is_unknown(
    tmp_path: Path, rijen: str, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tekst, data = blad(tmp_path, rijen, "1", capsys)
    assert zin in tekst
    assert "onbekend onbekend onbekend onbekend" in tekst
    assert [data["grondslagen"][0][naam] for naam in ("omzet", "grens", "past")] == [None] * 3
    assert data["grondslagen"][1]["grens"] == "70619.02"


def test_paid_and_claimed_are_two_bases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rijen = AMBULANT + OVERDAG % ("vrijgesteld", "gedeclareerd")
    _, data = blad(tmp_path, rijen, "1", capsys)
    soorten = [(g["soort"], g["contract"], g["omzet"]) for g in data["grondslagen"]]
    assert soorten == [
        ("betaald", None, None),
        ("betaald", "ambulant", "1412380.57"),
        ("gedeclareerd", None, None),
        ("gedeclareerd", "dag", "684905.25"),
    ]


@pytest.mark.parametrize("boete", ["veel", "1.00,0"])
def test_what_is_no_amount_is_refused(
    tmp_path: Path, boete: str, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path)
    assert draai(["kpi", "bloem", "--boete", boete, "--map", str(tmp_path)]) == 2
    assert "--boete:" in capsys.readouterr().err


def test_without_turnover_the_maximum_is_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path)
    assert draai(["kpi", "bloem", "--boete", "100", "--map", str(tmp_path)]) == 0
    assert "Zonder omzet is die onbekend." in " ".join(capsys.readouterr().out.split())
