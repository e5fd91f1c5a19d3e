"""A letter says from when its term runs: by the event with which the contract begins it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.brieven.dagen import Briefdag
from clm_cli.documents.brieven.dagen import daggegevens
from clm_cli.tijd.kalender import Kalender
from clm_cli.tijd.termijn import bereken, lees_duur
from tests.brieven.volle_registers import bouw, brief_van, maak, opdrachten

LEZING = """
    datum: 2026-01-02
    vastgelegd: 2026-01-02T10:00:00+01:00
    door: mia
    regime: sma-2026
    vraag: begin-verbeterplan
    keuze: verzending
    reden: Zo lezen wij het.
"""


def test_a_term_from_sending_is_said_to_run_from_sending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sent on Thursday 26 February 2026: ten working days later is 12 March, and not the 16th."""
    (gekozen,) = (o for o in opdrachten("S") if o.id == "verzoek-verbeterplan")
    bouw(tmp_path, "S", gekozen.dag, {"lezingen/2026-01-02-begin-verbeterplan.yaml": LEZING})
    assert maak(tmp_path, "S", gekozen, "--vorm", "md") == 0, capsys.readouterr().err
    tekst = " ".join((brief_van(tmp_path, "S", gekozen) / "brief.md").read_text("utf-8").split())
    zin = "binnen 10 werkdagen na verzending van deze brief: uiterlijk op donderdag 12 maart 2026"
    assert zin in tekst


def test_a_term_from_a_talk_names_the_talk() -> None:
    rekening = bereken(date(2026, 3, 16), lees_duur("10 werkdagen"), Kalender("atw"))
    dag = Briefdag("verbeterplan", "Plan", rekening, begin="gesprek")
    dagen = daggegevens((dag,))["dagen"]
    assert isinstance(dagen, dict)
    assert dagen["verbeterplan"]["vanaf"] == "na ons gesprek van 16 maart 2026"
