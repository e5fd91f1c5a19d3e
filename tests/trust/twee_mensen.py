"""Two people in one shared register, for two hundred random days.

`DAGEN=200 ZAAD=1 python -m pytest -q -s tests/trust/twee_mensen.py`
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import twee_mensen as twee

DAGEN, ZAAD = int(os.environ.get("DAGEN", "200")), int(os.environ.get("ZAAD", "1"))


def test_no_conflict_and_nothing_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    twee.omgeving(monkeypatch, tmp_path)
    mappen = twee.maak(tmp_path)
    gedaan = twee.werk(mappen, DAGEN, ZAAD)
    twee.heel(mappen, gedaan)
    print(f"\n{DAGEN} days, {len(gedaan.woorden)} things written: {dict(gedaan.codes)}")
