"""`clm regime woorden`: every closed list with its meaning, and the names that clm looks for."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft7Validator

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.derivations.escalatie.termijnsoorten import SOORTEN
from clm_cli.derivations.regime.betekenis import GEZOCHTE_NAMEN, KEUZELIJSTEN
from clm_cli.derivations.regime.woorden import VERWANT, namen, velden, woordenlijsten
from clm_cli.files.gate import lees
from clm_cli.records.regime import Regime
from clm_cli.records.schema import schema_van

PAKKET = Path(__file__).parents[2] / "clm_cli"
JA_NEE = {"ja", "nee", "onbekend"}


def keuzes_in(soort: object) -> list[set[str]]:
    """The words of each closed choice in an annotation."""
    eigen = get_args(soort)
    if eigen and all(isinstance(deel, str) for deel in eigen):
        return [set(eigen)]
    return [keuzes for deel in eigen for keuzes in keuzes_in(deel)]


def test_every_closed_choice_in_a_regime_has_a_list_with_its_meanings() -> None:
    bekend = [set(lijst.woorden) for lijst in KEUZELIJSTEN]
    zonder = [
        (plaats, keuzes)
        for plaats, model, naam in velden()
        for keuzes in keuzes_in(model.model_fields[naam].annotation)
        if keuzes != JA_NEE and keuzes not in bekend
    ]
    assert zonder == []
    assert len(velden()) > 150


def test_every_list_stands_somewhere_and_every_word_has_a_meaning() -> None:
    for lijst in woordenlijsten():
        assert lijst.velden, lijst.naam
        assert all(rij.betekenis for rij in lijst.woorden), lijst.naam


def test_what_a_condition_reads_is_a_field_of_an_instrument_or_of_the_regime() -> None:
    voorwaarden = woordenlijsten()[0]
    plaatsen = {plaats for plaats, _, _ in velden()}
    assert {
        veld
        for rij in voorwaarden.woorden
        for veld in rij.leest
        if not {veld, f"treden.instrumenten.{veld}"} & plaatsen
    } == set()
    leest = {rij.woord: rij.leest for rij in voorwaarden.woorden}
    assert leest["herstel-uitgebleven"] == ("na", "termijnen")
    assert leest["bewijs"] == ("bewijs", "bewijsvormen")
    assert leest["mandaat"] == ()


ZOEKT = {"bepaling", "grond_in", "grond_van", "grond_ergens", "grond_onder", "_onder", "regelt"}
ZOEKT_IN = {"verslageis"}
"""The same, asked of a report."""


def gezocht() -> set[str]:
    """The names in the code with which it asks a regime for a clause or a silence."""
    uit = set()
    for pad in PAKKET.rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if not isinstance(knoop, ast.Call):
                continue
            naam, bij = getattr(knoop.func, "id", ""), getattr(knoop.func, "attr", "")
            if naam in ZOEKT or bij in ZOEKT_IN:
                laatste = knoop.args[-1] if knoop.args else None
                if isinstance(laatste, ast.Constant) and isinstance(laatste.value, str):
                    uit.add(laatste.value)
    return uit


def test_the_names_that_clm_looks_for_are_those_in_the_code() -> None:
    verteld = {naam for lijst in GEZOCHTE_NAMEN for naam in lijst.woorden}
    assert verteld == gezocht() | {"fraude"}
    assert len(verteld) > 10


def test_the_page_shows_one_list_or_where_a_word_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert draai(["regime", "woorden", "begin"]) == 0
    uit = capsys.readouterr().out
    assert "begin  gesloten lijst" in uit
    assert "termijnen.begin" in uit
    assert "de laatste dag van het contract" in uit
    assert "wederhoor" not in uit
    assert draai(["regime", "woorden", "aangetekend"]) == 0
    uit = capsys.readouterr().out
    assert "na-aangetekend" in uit
    assert "herstel-uitgebleven" not in uit
    assert draai(["regime", "woorden", "xyz"]) == 2
    assert "Er is geen lijst 'xyz'" in capsys.readouterr().err


def test_the_lists_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(["regime", "woorden", "maximum-btw", "--json"]) == 0
    omslag = json.loads(capsys.readouterr().out)
    assert omslag["schema"] == "clm.regime-woorden/1"
    assert omslag["gegevens"] == [
        {
            "lijst": "maximum-btw",
            "over": "Of de grondslag van een maximum met btw is.",
            "velden": ["treden.instrumenten.maximum.btw.regel"],
            "gesloten": True,
            "woorden": [
                {"woord": "met", "betekenis": "met btw", "leest": []},
                {"woord": "zonder", "betekenis": "zonder btw", "leest": []},
            ],
        }
    ]


def test_the_kinds_of_term_that_a_measure_starts_are_in_their_list() -> None:
    soorten = next(lijst for lijst in KEUZELIJSTEN if lijst.naam == "soort-termijn").woorden
    assert set(SOORTEN) < set(soorten)


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    return Draft7Validator(schema_van(Regime, namen()))


@pytest.mark.parametrize(
    ("naam", "inhoud"), list(resources.regimes()), ids=[naam for naam, _ in resources.regimes()]
)
def test_the_shipped_regimes_fit_the_schema_with_its_enumerations(
    schema: Draft7Validator, naam: str, inhoud: bytes
) -> None:
    assert [fout.message for fout in schema.iter_errors(lees(inhoud, naam).boom)] == []


def test_an_editor_refuses_a_condition_that_does_not_exist_and_offers_letters(
    schema: Draft7Validator,
) -> None:
    delen = schema.schema["$defs"]
    hard = delen["Voorwaarden"]["properties"]["hard"]["items"]
    assert "wederhoor" in hard["enum"]
    assert "wederhor" not in hard["enum"]
    brief = delen["Regimeinstrument"]["properties"]["brief"]
    assert "enum" not in brief
    assert brief["examples"] == [*(rij.soort for rij in BRIEFSOORTEN), "geen"]


@pytest.mark.parametrize(
    ("gezocht", "nu"),
    [
        ("Kosten", "zoek met clm regime woorden bedrag"),
        ("zienswijze", "zoek met clm regime woorden wederhoor"),
        ("vorwaarde", "bedoelt u voorwaarde?"),
        ("xyz", "clm regime woorden toont ze alle"),
    ],
)
def test_a_word_that_clm_does_not_use_is_met_by_what_it_means(
    gezocht: str, nu: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(["regime", "woorden", gezocht]) == 2
    assert nu in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(("eigen", "rij"), VERWANT.items())
def test_a_word_of_the_field_leads_to_what_clm_has_for_it_also_where_it_stands_elsewhere(
    eigen: str, rij: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(["regime", "woorden", eigen]) == 0
    capsys.readouterr()
    for woord in rij:
        draai(["regime", "woorden", woord])
        gezegd = " ".join("".join(capsys.readouterr()).split())
        assert re.search(rf"[Zz]oek (ook op|met) [^.]*\b{eigen}\b", gezegd), woord


@pytest.mark.parametrize(
    ("gezocht", "plaats"),
    [
        ("herstelplan", "nu: zoek met clm regime woorden verbeterplan"),
        ("afgekeurd plan", "treden.instrumenten.plan.herstel"),
        ("kalenderjaar", "plafonds.bedrag"),
        ("uren", "Zoek ook op eenheid"),
        ("veld", "treden.instrumenten.duur.hoogstens"),
    ],
)
def test_the_places_of_a_regime_are_found_by_what_stands_there(
    gezocht: str, plaats: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draai(["regime", "woorden", gezocht])
    assert plaats in " ".join("".join(capsys.readouterr()).split())


def test_a_place_says_what_can_stand_there_and_whether_it_has_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    draai(["regime", "woorden", "veld"])
    gezegd = " ".join(capsys.readouterr().out.split())
    for vorm in (
        "De titel van het contractmodel. (verplicht, tekst van één regel)",
        "(verplicht, een termijn zoals 10 werkdagen)",
        "De instrumenten van deze trede. (verplicht, blokken)",
        "De contracttekst. (verplicht, een blok)",
        "(een lijst, elk een naam uit de lijst voorwaarde)",
        "moet, kan of streven)",
    ):
        assert vorm in gezegd, vorm


def test_a_contract_without_treden_is_found_where_somebody_looks_for_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert draai(["regime", "woorden", "treden.trede"]) == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "als enige: het contract kent geen treden" in gezegd
