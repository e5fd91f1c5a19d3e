"""Every state that was judged from the annex before its regime was written has its answer."""

from __future__ import annotations

from pathlib import Path

from tests.toestandblad import per_toestand, toestanden, toets
from tests.vierde_regime.ictzaak import HIER, Antwoorden

RIJEN = toestanden(HIER)


def test_there_are_enough_states() -> None:
    assert len(RIJEN) >= 80


@per_toestand(RIJEN)
def test_state(tmp_path: Path, artikel: str, dag: str, feiten: str, goed: str) -> None:
    toets(Antwoorden(tmp_path, dag, feiten).vraag, artikel, goed)
