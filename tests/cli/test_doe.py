"""`clm doe NR`: what a line of the werklijst advises, shown first, and then run as typed."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests.cli.adviezen import opdrachten_in
from tests.toetsen import Toetsen

EXAMPLE = Path(__file__).parents[2] / "dossiers"


@pytest.fixture
def map_(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "register")
    return tmp_path / "register"


@pytest.fixture
def clm(map_, capsys):
    def roep(*woorden, invoer=None):
        capsys.readouterr()
        gewoon = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "marieke-hoekstra"]
        code = draai([*woorden, *gewoon])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return roep


@pytest.fixture
def nr(clm):
    def zoek(begin):
        regels = json.loads(clm("werklijst", "--json")[1])["gegevens"]["regels"]
        regel = next(r for r in regels if r["wat"].startswith(begin))
        return f"{regel['nr']}.{regel['sub']}" if regel["sub"] else str(regel["nr"])

    return zoek


def alles(map_):
    return {pad.name: pad.read_bytes() for pad in map_.rglob("*.yaml")}


def test_what_is_advised_is_shown_and_with_ja_run(map_, clm, nr):
    code, uit, fout = clm("doe", nr("Verslag van het gesprek"), "--ja")
    assert code == 0
    assert "clm verslag waterlelie 2026-04-23-voortgang\n" in fout
    assert "geschreven: waterlelie/gesprekken/2026-04-23-voortgang/verslag.md" in uit
    assert (map_ / "waterlelie/gesprekken/2026-04-23-voortgang/verslag.md").is_file()


def test_without_a_terminal_it_is_only_shown(map_, clm, nr):
    voor = alles(map_)
    code, uit, fout = clm("doe", nr("Actie A-32"))
    assert (code, uit) == (2, "")
    assert "Niet gedraaid: clm actie afgerond de-klaproos A-32." in fout
    assert alles(map_) == voor


@pytest.mark.parametrize(
    ("antwoord", "feiten"), [("1", 1), ("ja\n1", 1), ("nee", 0), ("", 0), ("9\nn", 0)]
)
def test_at_a_terminal_it_is_asked_and_then_asks_on(map_, clm, nr, monkeypatch, antwoord, feiten):
    nummer = nr("Actie A-32")
    monkeypatch.setattr(sys, "stdin", Toetsen(f"{antwoord}\nBeantwoord per mail\n\n\n\n\n"))
    clm("doe", nummer)
    nieuw = list((map_ / "de-klaproos/opvolging").glob("2026-05-18-*.yaml"))
    assert len(nieuw) == feiten
    assert all("resultaat: Beantwoord per mail" in pad.read_text("utf-8") for pad in nieuw)


def test_who_did_the_first_of_what_is_advised_chooses_the_next(map_, clm, nr, monkeypatch, capsys):
    """A report that was made is shared, and is not made again."""
    nummer = nr("Verslag van het gesprek")
    monkeypatch.setattr(sys, "stdin", Toetsen("2\n"))
    code, _, fout = clm("doe", nummer)
    assert "  1. clm verslag waterlelie 2026-04-23-voortgang\n  2. clm gesprek gedeeld" in fout
    assert "Welke? [1/2/nee] " in fout
    assert (code, "Er ligt nog geen verslag" in fout) == (2, True)


def test_another_of_the_advised_is_taken_by_its_place(clm, nr):
    code, _, fout = clm("doe", nr("Actie A-32"), "--keuze", "2")
    assert code == 2
    assert "Niet gedraaid: clm actie verzet de-klaproos A-32." in fout
    assert ": twee opdrachten." in clm("doe", nr("Actie A-32"), "--keuze", "3")[2]


def test_yes_to_the_command_is_no_yes_to_what_it_writes_next(map_, clm, nr):
    """A letter that is made shows itself first; --ja of `doe` does not answer for it."""
    voor = alles(map_)
    code, _, fout = clm("doe", nr("Antwoord op hun brief"), "--ja")
    assert code == 2
    assert "clm brief maak waterlelie antwoord" in fout
    assert alles(map_) == voor


def test_a_number_of_a_bundle_wants_one_of_its_lines(clm, nr):
    nummer = nr("Cijfers 2026-K1").partition(".")[0]
    code, _, fout = clm("doe", nummer)
    assert code == 2
    assert f"Onder {nummer} staan 3 regels; kies er een." in fout
    assert f"nu: clm waarom {nummer}" in fout


def test_a_number_that_is_not_there_is_refused(clm):
    code, _, fout = clm("doe", "99")
    assert code == 2
    assert "De werklijst heeft geen regel 99" in fout


DAGEN = ("2026-03-02", "2026-05-18", "2026-07-20", "2027-01-11")
NOG_NIET = ("Er ligt nog geen verslag bij dit gesprek.", "Er is niets gewijzigd; er is niets")
"""The second of what a line advises can rest on the first; the editor of a test types nothing."""


@pytest.mark.parametrize("dag", DAGEN)
def test_every_advice_of_every_line_runs_or_asks(map_, capsys, monkeypatch, dag):
    """Who does what the list says never meets a refusal that clm could have known."""
    monkeypatch.setenv("EDITOR", "true")
    vast = ["--map", str(map_), "--vandaag", dag, "--door", "marieke-hoekstra"]
    draai(["werklijst", "--json", *vast])
    regels = json.loads(capsys.readouterr().out)["gegevens"]["regels"]
    nummers = [f"{r['nr']}.{r['sub']}" if r["sub"] else str(r["nr"]) for r in regels]
    assert len(set(nummers)) == len(nummers) > 5  # each can be named
    gezien, geweigerd = set(), []
    for nummer, nu in zip(nummers, (r["nu"] for r in regels), strict=True):
        for keuze in range(1, len(opdrachten_in(nu)) + 1):
            monkeypatch.setattr(sys, "stdin", Toetsen(""))
            code = draai(["doe", nummer, "--keuze", str(keuze), "--proef", *vast])
            _, opdracht, *rest = capsys.readouterr().err.splitlines()
            gezien.add(opdracht)
            gevraagd = code == 130 and rest[-1].startswith("> Afgebroken")
            if code and not gevraagd and not rest[0].startswith(NOG_NIET):
                geweigerd.append((nummer, opdracht, code, rest))
    assert geweigerd == []
    assert all(opdracht.startswith("clm ") for opdracht in gezien)
