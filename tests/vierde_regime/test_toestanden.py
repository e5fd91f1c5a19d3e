"""Every state that was judged from the annex before its regime was written has its answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.vierde_regime.ictzaak import Antwoorden, toestanden

RIJEN = toestanden()


def test_there_are_enough_states() -> None:
    assert len(RIJEN) >= 80


@pytest.mark.parametrize(
    ("artikel", "dag", "feiten", "goed"),
    RIJEN,
    ids=[f"{nr:03}-{rij[0].replace(' ', '-')}" for nr, rij in enumerate(RIJEN)],
)
def test_state(tmp_path: Path, artikel: str, dag: str, feiten: str, goed: str) -> None:
    antwoorden = Antwoorden(tmp_path, dag, feiten)
    for verwacht in goed.split():
        naam, _, wat = verwacht.partition("=")
        assert antwoorden.vraag(naam) == wat, f"{artikel} {verwacht}"
