"""The note before a talk holds what we have to have in mind, and reaches nobody but us."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests import klein_register

VOORBEELD = Path(__file__).parents[2] / "dossiers"
NOTITIE = "de-klaproos/intern/notitie-2026-07-09-voortgang.md"
DAG = ("--vandaag", "2026-05-18", "--door", "marieke-hoekstra", "--ja")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VOORBEELD, tmp_path / "register"))


def delen(pad: Path) -> dict[str, str]:
    """The text below each heading."""
    stukken = [stuk.partition("\n") for stuk in pad.read_text("utf-8").split("\n## ")]
    return {kop: tekst.strip() for kop, _, tekst in stukken}


def test_it_says_what_runs_what_was_promised_what_falls_behind_and_what_to_ask(map_: Path) -> None:
    """J24, J27: read beside the register by hand."""
    maak = ("gesprek", "maak", "notitie", "de-klaproos", "2026-07-09", "--vorm", "md")
    assert draai([*maak, *DAG, "--map", str(map_)]) == 0
    deel = delen(map_ / NOTITIE)
    assert "trede 3, ingebrekestelling, 4 mei 2026" in deel["Wat er loopt"]
    assert "A-32 (Marieke Hoekstra)" in deel["Wat wij hebben toegezegd"]
    assert "TZ-04" in deel["Wat er bij de aanbieder ligt"]
    assert "A-32" not in deel["Wat er bij de aanbieder ligt"]
    assert "B-12" in deel["Het vorige gesprek"]
    assert (
        "start binnen 6 weken (ambulant), 2026-K1: 71,4 %, norm 90, onder; 3 perioden op rij"
        in (deel["Cijfers die de norm niet halen"])
    )
    assert deel["Cijfers die wij niet kennen"] == "- uitval (gezinshuizen), 2026-K1"
    assert "toegang Dijkhoek (mag worden genoemd)" in deel["Signalen"]
    vragen = deel["Vragen om te stellen"]
    for vraag in ("Herkennen we dit beeld?", "wanneer komt dit cijfer?", "O-05: "):
        assert vraag in vragen


def test_nothing_that_goes_to_the_provider_holds_it(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the bundle, not the draft of an invitation, not its own copy of the dossier."""
    vast = [*DAG, "--map", str(map_)]
    gesprek = ("de-klaproos", "2026-07-09")
    assert draai(["gesprek", "maak", "notitie", *gesprek, *vast]) == 0
    notitie = (map_ / NOTITIE).read_text("utf-8")
    assert draai(["gesprek", "maak", "uitnodiging", *gesprek, *vast]) == 0
    assert draai(["exporteer", "bundel", "de-klaproos", "--voor", "wederpartij", *vast]) == 0
    capsys.readouterr()
    assert draai(["toon", "de-klaproos", "--voor", "aanbieder", *vast]) == 0
    assert "notitie" not in capsys.readouterr().out.lower()
    kern = "Notitie vooraf"
    assert kern in notitie
    buiten = [*map_.glob("export/**/*"), *map_.glob("de-klaproos/gesprekken/**/*")]
    assert len(buiten) > 10
    for pad in buiten:
        assert "notitie" not in pad.name
        assert not pad.is_file() or kern.encode() not in pad.read_bytes(), pad


def test_a_source_that_may_not_be_named_says_so_and_a_closed_signal_is_left_out(
    tmp_path: Path,
) -> None:
    signaal = (
        "soort: [kwaliteit]\nernst: feitelijk\nkant: AOC\n"
        "bekend_bij: [{wie: mia, op: 2026-05-01}]\n"
        "bron: {soort: toegang, naam: Toegang Noord}\nwat: {}\n"
    )
    klein_register.lees(
        tmp_path,
        {
            "bloem/signalen/2026-05-01-a.yaml": signaal.replace("{}", "Lange wachttijd"),
            "bloem/signalen/2026-05-02-b.yaml": signaal.replace("{}", "Al opgelost"),
            "bloem/opvolging/2026-05-03-afgerond-b.yaml": "bij: signalen/2026-05-02-b\n"
            "resultaat: Gebeld\n",
            "bloem/gesprekken/2026-06-01-v/gesprek.yaml": "contracten: [ambulant]\n"
            "soort: regulier\ndatum: 2026-06-01\n",
        },
    )
    vast = ("--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia", "--vorm", "md")
    assert draai(["gesprek", "maak", "notitie", "bloem", *vast]) == 0
    deel = delen(tmp_path / "bloem/intern/notitie-2026-06-01-v.md")
    assert deel["Signalen"] == "- 1 mei 2026, Toegang Noord (noem de bron niet): Lange wachttijd"
    assert deel["Wat er loopt"] == "Er loopt geen escalatie."
