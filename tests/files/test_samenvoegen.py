"""Two branches on which somebody writes, merged by git: no conflict in facts, nothing unseen.

Hundreds of them: `tests/trust/takken.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.twee_takken import SLECHT, in_orde, ontmoeting


@pytest.mark.parametrize("zaad", [1, 2])
@pytest.mark.parametrize("slecht", SLECHT)
def test_two_branches_meet(
    slecht: str, zaad: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    in_orde(ontmoeting(tmp_path / "r", zaad, slecht), slecht)
