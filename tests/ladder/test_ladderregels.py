"""Rules on the ladder over time: a closed case, and a measure on its own day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clm_cli.meldingen import Melding
from clm_cli.rules.boek import controleer
from tests.klein_register import lees
from tests.ladder.zaakbouw import Bouw

DAG = date(2026, 5, 20)


def gevonden(map_: Path, code: str, woorden: str) -> list[Melding]:
    geladen = lees(map_, Bouw(woorden, "J").bestanden)
    assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
    return [m for m in controleer(geladen.register.zoals(), DAG) if m.code == code]


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
