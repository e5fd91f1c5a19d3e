"""Every overview can be cut by what a contract is about, and by who manages it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.resources import voorbeeld

Vraag = Callable[..., Any]


@pytest.fixture
def vraag(capsys) -> Vraag:
    """What a command says of the example register, as data."""

    def doe(*woorden: str) -> Any:
        draai([*woorden, "--map", str(voorbeeld()), "--vandaag", "2026-05-18", "--json"])
        return json.loads(capsys.readouterr().out)["gegevens"]

    return doe


@pytest.mark.parametrize(
    ("woorden", "namen"),
    [
        (["--contract", "ambulant"], ["de-klaproos", "de-kleine-beer"]),
        (["--contract", "dagbehandeling"], ["de-klaproos", "waterlelie"]),
        (["--contract", "ambulant", "--manager", "samira-yilmaz"], ["de-kleine-beer"]),
        (["--contract", "keuringen", "--manager", "marieke-hoekstra"], []),
        (["--kant", "dop"], ["de-klaproos", "waterlelie"]),
    ],
    ids=" ".join,
)
def test_the_overview_shows_the_dossiers_that_are_asked_for(vraag: Vraag, woorden, namen) -> None:
    assert [rij["dossier"] for rij in vraag("overzicht", *woorden)] == namen


def test_two_words_are_asked_of_one_contract(vraag: Vraag) -> None:
    """De Klaproos has both a contract ambulant and a contract with day treatment, not in one."""
    rijen = vraag("overzicht", "--contract", "ambulant", "--zorgvorm", "dagbehandeling")
    assert rijen == []


def test_the_letters_of_a_contract_or_of_a_colleague(vraag: Vraag) -> None:
    assert [b["brief"] for b in vraag("brief", "lijst", "--contract", "gezinshuizen")] == [
        "2026-05-07-vraag"
    ]
    assert len(vraag("brief", "lijst", "--contract", "ambulant")) == 3
    assert len(vraag("brief", "lijst", "--manager", "marieke-hoekstra")) == 9
    haar = vraag("brief", "lijst", "--manager", "samira-yilmaz")
    assert {brief["dossier"] for brief in haar} == {"medisch-advies-noord"}


def test_no_letter_that_is_looked_for_is_not_no_letter(capsys) -> None:
    vast = ("--map", str(voorbeeld()), "--vandaag", "2026-05-18")
    draai(["brief", "lijst", "--manager", "samira-yilmaz", "--contract", "ambulant", *vast])
    assert "geen brief die u zoekt" in capsys.readouterr().out


def test_the_story_of_one_contract(vraag: Vraag) -> None:
    """The case is about ambulant; what names no contract belongs to the whole dossier."""

    def paden(*woorden: str) -> set[str]:
        rijen = vraag("tijdlijn", "de-klaproos", *woorden)
        return {rij["plek"]["bestand"].removeprefix("de-klaproos/") for rij in rijen}

    ander = paden("--contract", "gezinshuizen")
    assert not any(pad.startswith(("escalaties/", "brieven/")) for pad in ander)
    assert "opvolging/2026-05-07-afgerond-a-27.yaml" in ander
    assert ander < paden("--contract", "ambulant") == paden()


def test_the_worklist_of_one_contract(vraag: Vraag) -> None:
    alle = vraag("werklijst", "--alles", "--dagen", "400")
    ambulant = vraag("werklijst", "--alles", "--dagen", "400", "--contract", "ambulant")
    waar = {rij["dossier"] for rij in ambulant["regels"]}
    assert waar == {"de-klaproos", "de-kleine-beer"}
    assert waar < {rij["dossier"] for rij in alle["regels"]}


def test_the_story_says_which_part_it_tells(capsys) -> None:
    vast = ("--map", str(voorbeeld()), "--vandaag", "2026-05-18")
    draai(["tijdlijn", "waterlelie", "--contract", "dagbehandeling", *vast])
    assert "Waterlelie · contract dagbehandeling" in capsys.readouterr().out
