"""`clm zoek`: a name, number or text, wherever it stands; who is known by it comes first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai

EXAMPLE = Path(__file__).parents[2] / "dossiers"


@pytest.fixture
def zoek(capsys):
    def roep(*woorden):
        capsys.readouterr()
        code = draai(["--map", str(EXAMPLE), "--vandaag", "2026-05-18", "zoek", *woorden])
        return code, capsys.readouterr()

    return roep


def vondsten(zoek, *woorden):
    return json.loads(zoek(*woorden, "--json")[1].out)["gegevens"]


@pytest.mark.parametrize(
    ("woorden", "dossier", "veld"),
    [
        (["JZ25-P1-031"], "de-klaproos", "nummer"),
        (["jz25-p1-031"], "de-klaproos", "nummer"),
        (["KLAPROOS", "jeugdhulp"], "de-klaproos", "statutair"),
    ],
)
def test_what_a_provider_is_known_by_comes_first(zoek, woorden, dossier, veld):
    eerste = vondsten(zoek, *woorden)[0]
    assert (eerste["dossier"], eerste["veld"]) == (dossier, veld)
    assert f"nu: clm toon {dossier}" in zoek(*woorden)[1].out


def test_a_number_is_found_however_its_digits_are_grouped(zoek):
    kvk = next(v["tekst"] for v in vondsten(zoek, "0000") if v["veld"] == "kvk")
    for vorm in (kvk, f"{kvk[:4]} {kvk[4:]}", f"{kvk[:4]}.{kvk[4:]}"):
        assert kvk in [v["tekst"] for v in vondsten(zoek, vorm)]


def test_a_text_is_found_with_its_file_and_line(zoek):
    eerste = next(v for v in vondsten(zoek, "van de 23 wachtenden") if v["veld"] == "kern")
    plek = eerste["plek"]
    regel = (EXAMPLE / plek["bestand"]).read_text("utf-8").split("\n")[plek["regel"] - 1]
    assert "van de 23 wachtenden" in regel


def test_many_in_one_dossier_are_counted(zoek):
    code, uit = zoek("wachttijd")
    eigen = [v for v in vondsten(zoek, "wachttijd") if v["dossier"] == "de-klaproos"]
    assert code == 0
    assert len(eigen) > 5
    assert f"en nog {len(eigen) - 5} in dit dossier" in uit.out


def test_a_dossier_is_found_by_the_name_of_its_folder(zoek):
    eerste = vondsten(zoek, "de-klein")[0]
    assert (eerste["dossier"], eerste["veld"]) == ("de-kleine-beer", "dossier")
    assert "nu: clm toon de-kleine-beer" in zoek("de-klein")[1].out
    # who is known by its own name is not said twice
    assert ("dossier", "waterlelie") not in [
        (v["veld"], v["tekst"])
        for v in vondsten(zoek, "waterlelie")
        if v["dossier"] == "waterlelie"
    ]


def test_what_stands_nowhere_is_said(zoek):
    code, uit = zoek("zeemeeuw")
    assert code == 0
    assert "'zeemeeuw' staat nergens in het register." in uit.out
    assert zoek(" ")[0] == 2
