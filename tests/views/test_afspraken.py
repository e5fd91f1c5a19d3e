"""What was agreed and promised, and where each stands: one list over talks and contacts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register

GESPREK = """contracten: [ambulant]
soort: regulier
datum: {dag}
gehouden:
  datum: {dag}
  ambitie: ja
  aanwezig: [{{persoon: mia, partij: opdrachtgever, rol: contractmanager, voorzitter: ja}}]
"""
EERSTE = (
    GESPREK.format(dag="2026-01-20")
    + """  besluiten:
    - {id: B-01, besluit: Wij spreken elkaar elke maand.}
    - {id: B-02, besluit: De cijfers komen per kwartaal.}
  acties:
    - {id: A-01, partij: aanbieder, wie: Jan, wat: Stuurt het plan, uiterlijk: 2026-02-03}
    - {id: A-02, partij: opdrachtgever, wie: Mia, wat: Leest het plan, uiterlijk: 2026-03-03}
    - {id: A-03, partij: aanbieder, wie: Jan, wat: Belt de verwijzers}
    - {id: A-04, partij: aanbieder, wie: Sam, wat: Meldt het, contracten: [advies]}
"""
)
TWEEDE = (
    GESPREK.format(dag="2026-02-20")
    + """  besluiten:
    - {id: B-03, besluit: De cijfers komen per maand., herroept: B-02}
"""
)
KOP = "datum: {dag}\nvastgelegd: {dag}T10:00:00+01:00\ndoor: mia\n"
TELEFOON = (
    KOP.format(dag="2026-02-10")
    + """wijze: telefoon
richting: inkomend
met: [Jan]
contracten: [ambulant]
kern: De wachttijd.
toezeggingen: [{id: TZ-01, partij: aanbieder, wat: Een lijst, uiterlijk: 2026-02-12}]
"""
)
AFGEROND = KOP.format(dag="2026-02-02") + "bij: A-01\nresultaat: Het plan is er.\n"
OVERGEDRAGEN = (
    KOP.format(dag="2026-02-26") + "bij: A-03\npartij: opdrachtgever\nwie: Mia\nreden: Beter.\n"
)
GEPARKEERD = KOP.format(dag="2026-02-26") + "bij: A-04\ntot: 2026-04-01\nreden: Later.\n"
VERZET = KOP.format(dag="2026-02-25") + "bij: A-02\nuiterlijk: 2026-03-20\nreden: Ziek.\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    bestanden = {
        "bloem/gesprekken/2026-01-20-voortgang/gesprek.yaml": EERSTE,
        "bloem/gesprekken/2026-02-20-voortgang/gesprek.yaml": TWEEDE,
        "bloem/contacten/2026-02-10-telefoon-jan.yaml": TELEFOON,
        "bloem/opvolging/2026-02-02-afgerond-a-01.yaml": AFGEROND,
        "bloem/opvolging/2026-02-25-verzet-a-02.yaml": VERZET,
        "bloem/opvolging/2026-02-26-overgedragen-a-03.yaml": OVERGEDRAGEN,
        "bloem/opvolging/2026-02-26-geparkeerd-a-04.yaml": GEPARKEERD,
    }
    klein_register.schrijf(tmp_path, klein_register.BASIS | bestanden)
    return tmp_path


def rijen(map_: Path, capsys: pytest.CaptureFixture[str], *woorden: str) -> list[dict[str, Any]]:
    vast = ["--map", str(map_), "--vandaag", "2026-03-10", "--json"]
    assert draai(["actie", "lijst", *woorden, *vast]) == 0
    return json.loads(capsys.readouterr().out)["gegevens"]


def lijst(map_: Path, capsys: pytest.CaptureFixture[str], *woorden: str) -> dict[str, str]:
    return {rij["nr"]: rij["stand"] for rij in rijen(map_, capsys, *woorden)}


def test_what_runs_stands_there_with_its_day_and_a_decision_until_it_is_revoked(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first day first; what has no day stands behind, as it was agreed."""
    assert [*lijst(register, capsys).items()] == [
        ("TZ-01", "uiterlijk 12 februari 2026, voorbij"),
        ("A-02", "uiterlijk 20 maart 2026"),
        ("A-03", "zonder datum"),
        ("A-04", "zonder datum, geparkeerd tot 1 april 2026"),
        ("B-01", "geldt"),
        ("B-03", "geldt"),
    ]


def test_who_does_it_is_who_it_was_handed_to_and_else_the_party(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wie = {rij["nr"]: (rij["partij"], rij["wie"]) for rij in rijen(register, capsys)}
    assert wie["A-02"] == ("opdrachtgever", "Mia")
    assert wie["A-03"] == ("opdrachtgever", "Mia")
    assert wie["TZ-01"] == ("aanbieder", "aanbieder")
    assert wie["B-01"] == (None, None)


def test_what_is_closed_says_how_behind_what_runs(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alles = lijst(register, capsys, "bloem", "--alles")
    assert list(alles)[-2:] == ["A-01", "B-02"]
    assert alles["A-01"] == "afgerond op 2 februari 2026: Het plan is er."
    assert alles["B-02"] == "vervallen door besluit B-03"


def test_it_is_as_it_was_on_a_day(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toen = lijst(register, capsys, "--op", "2026-02-01")
    assert set(toen) == {"A-01", "A-02", "A-03", "A-04", "B-01", "B-02"}


def test_only_of_the_contracts_that_are_asked_for(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An action may be of fewer contracts than its talk, or of another."""
    assert "A-04" not in lijst(register, capsys, "--contract", "ambulant")
    assert [*lijst(register, capsys, "--contract", "advies")] == ["A-04"]


def test_it_says_by_which_command_what_runs_is_closed(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draai(["actie", "lijst", "--map", str(register), "--vandaag", "2026-03-10"])
    assert "clm actie afgerond bloem NR legt vast wat ervan kwam" in capsys.readouterr().out
    draai(["actie", "lijst", "--map", str(register), "--vandaag", "2026-01-01"])
    assert "afgerond" not in capsys.readouterr().out
