"""Each pair of commands that exclude each other, many times at the same moment.

`KEREN=200 python -m pytest -q -s tests/trust/gelijktijdig.py`
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests import gelijktijdig as samen
from tests import voorgeladen

KEREN = int(os.environ.get("KEREN", "200"))


@pytest.mark.parametrize("naam", samen.PAREN)
def test_never_both_accepted(tmp_path: Path, naam: str) -> None:
    voorgeladen.alles()
    begin, paar = samen.maak(tmp_path / "begin"), samen.PAREN[naam]
    mag, gezien = samen.na_elkaar(begin, tmp_path, paar), Counter[tuple[int, int]]()
    for keer in range(KEREN):
        map_ = shutil.copytree(begin, tmp_path / f"n{keer}")
        codes = samen.samen(map_, *paar)
        gezien[codes] += 1
        assert samen.uitkomst(map_, codes) in mag, (codes, mag)
        shutil.rmtree(map_)
    print(f"\n{naam}: {KEREN} times at once, exit codes {dict(gezien)}")
