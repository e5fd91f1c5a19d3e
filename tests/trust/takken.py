"""Two branches of one register, written on by two people or by one, merged by git; many times.

`KEREN=200 ZAAD=1 python -m pytest -q -s tests/trust/takken.py`: so many of each outcome.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.twee_takken import SLECHT, in_orde, ontmoeting

KEREN, ZAAD = int(os.environ.get("KEREN", "200")), int(os.environ.get("ZAAD", "1"))


@pytest.mark.parametrize("slecht", SLECHT)
def test_many_merges(slecht: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    geteld = Counter[str]()
    for keer in range(KEREN):
        map_ = tmp_path / str(keer)
        map_.mkdir()
        gezien = ontmoeting(map_ / "r", 1000 * ZAAD + keer, slecht)
        in_orde(gezien, slecht)
        geteld.update(gezien.dubbel)
        geteld["conflict in a card"] += bool(gezien.botsingen)
        shutil.rmtree(map_)
    print(f"\n{KEREN} merges, {slecht}: no conflict in a fact; {dict(geteld)}")
