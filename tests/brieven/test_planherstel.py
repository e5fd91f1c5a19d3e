"""What a letter that rejects a plan asks is what its contract rules on mending one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.brieven.volle_registers import Opdracht, bouw, brief_van, maak, opdrachten

REGIMES = Path(__file__).parents[2] / "clm_cli" / "regimes"
PAD = "regimes/sma-2026.yaml"
HERSTEL = "herstel: {keer: %s, termijn: 5 werkdagen, grond: {eis: X1, tekst: eens hersteld}}"
PLAN = "        plan:\n"


def opdracht(map_: Path, herstel: str) -> Opdracht:
    """The letter of 19 March on a plan that lacks something, without a term of our own."""
    regime = (REGIMES / "sma-2026.yaml").read_text(encoding="utf-8")
    assert regime.count(PLAN) == 1
    brief = next(o for o in opdrachten("S") if o.id == "oordeel-verbeterplan")
    bouw(map_, "S", brief.dag, {PAD: regime.replace(PLAN, f"{PLAN}          {herstel}\n")})
    return brief


def test_the_term_that_the_contract_gives_to_mend_a_plan_is_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = opdracht(tmp_path, HERSTEL % 1)
    assert maak(tmp_path, "S", replace(brief, rest=brief.rest[:1]), "--vorm", "md") == 2
    assert "--termijn \"soort=antwoord termijn='5 werkdagen'\"" in capsys.readouterr().err


def test_a_plan_that_cannot_be_mended_any_more_gets_no_new_day(tmp_path: Path) -> None:
    brief = opdracht(tmp_path, HERSTEL % 0)
    assert maak(tmp_path, "S", replace(brief, rest=brief.rest[:1]), "--vorm", "md") == 0
    tekst = (brief_van(tmp_path, "S", brief) / "brief.md").read_text(encoding="utf-8")
    assert (
        "Het plan voldoet niet op elk punt. De overeenkomst geeft geen gelegenheid meer om het te "
        "herstellen. Wij laten u weten wat erop volgt."
    ) in tekst
    assert (
        "**Wat dit betekent.** Het plan is niet goedgekeurd, en u kunt het niet nog eens herstellen"
        ".\\\n**Wat daarop kan volgen.** Een volgende stap van het escalatiemodel."
    ) in tekst
    assert "aanvul" not in tekst
