"""Rules on the ladder over time: a closed case, and a measure on its own day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clm_cli.meldingen import Melding
from clm_cli.records.feiten import FEITEN
from clm_cli.rules.escalatie.zaak import _BIJ
from clm_cli.rules.toets import controleer
from tests.klein_register import lees
from tests.ladder.zaakbouw import Bouw

DAG = date(2026, 5, 20)


def gevonden(map_: Path, code: str, woorden: str) -> list[Melding]:
    geladen = lees(map_, Bouw(woorden, "J").bestanden)
    assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
    return [m for m in controleer(geladen.register.zoals(), DAG) if m.code == code]


def test_what_a_fact_is_about_is_what_its_command_fills_in() -> None:
    """LAD419 never reports what clm itself wrote, and knows every kind that answers one thing."""
    naam = {soort.model: soort.naam for soort in FEITEN}
    geregeld = {naam[model]: {naam[doel] for doel in doelen} for model, doelen in _BIJ.items()}
    in_zaak = {soort.naam: set(soort.bij) for soort in FEITEN if soort.map == "*/escalaties/*"}
    anders = {woord for woord, bij in in_zaak.items() if bij} - geregeld.keys()
    assert anders == {"beoordeling", "herstel", "facturen", "afstemming"}, "about more than one"
    for woord, doelen in geregeld.items():
        assert in_zaak[woord] <= doelen, woord
    assert {woord for woord in geregeld if geregeld[woord] != in_zaak[woord]} == {
        "hervatting",
        "wederhoor",
    }


def test_a_closed_case_asks_nothing_more(tmp_path: Path) -> None:
    """What only matters while a case runs ends with the closing.

    A late objection, cause, carrying out, recovery.
    """
    for nr, (code, woorden) in enumerate(
        (
            ("LAD412", "$H bzw@03-13"),
            ("LAD413", "geen-signaal"),
            ("LAD414", "$G m5c+@02-17"),
            ("LAD415", "$H jdg-nee@04-08 m4+@04-08 jdg-ja@05-04"),
        )
    ):
        assert gevonden(tmp_path / f"{nr}a", code, woorden) != []
        assert gevonden(tmp_path / f"{nr}b", code, f"{woorden} sluit@05-12") == []


def test_a_measure_is_judged_on_its_own_day(tmp_path: Path) -> None:
    """What happened afterwards never makes a step right that was wrong when it was taken."""
    assert [m.code for m in gevonden(tmp_path, "LAD401", "m3+@02-17 ond@02-18 wh@02-27")] == [
        "LAD401",
        "LAD401",
    ]
