"""A register that is well formed and wrong: other values, days, names and rows than belong there.

`AANTAL=20000 ZAAD=1 python -m pytest -q -s tests/trust/veranderd.py`: so many times one to three
values of the example are changed, and a reading command is given; all of them come by in turn.
"""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files.emitter import schrijf_yaml
from clm_cli.files.gate import lees
from clm_cli.meldingen import ClmFout
from clm_cli.resources import voorbeeld
from tests.cli.test_verleden import LEZEN

AANTAL, ZAAD = int(os.environ.get("AANTAL", "400")), int(os.environ.get("ZAAD", "1"))
VREEMD = (
    *("", "0001-01-01", "9999-12-31", "2026-02-29", "2024-02-29", "2026-05-18", "ja", "nee", "-1"),
    *("0", "1", "999999999", "7.10", "0.00", "10 werkdagen", "9999 jaar", "bestaat-niet", "mia"),
    *("sdfl-jeugdhulp-2026", "sma-2026", "waterlelie", "A-01", "x" * 300, "é\u0301", "1e9", "%"),
)
Plek = tuple[Any, Any]
"""A mapping or list, and the key or number of one value in it."""


def plekken(boom: Any) -> Iterator[Plek]:
    """Every value in a tree, by what holds it."""
    sleutels = boom if isinstance(boom, dict) else range(len(boom))
    for sleutel in sleutels:
        yield boom, sleutel
        if isinstance(boom[sleutel], (dict, list)):
            yield from plekken(boom[sleutel])


def verander(dobbel: random.Random, boom: dict[str, Any], ander: dict[str, Any]) -> str:
    """Change one thing in a tree, perhaps to what stands in another one; what it was, in words."""
    houder, sleutel = dobbel.choice([*plekken(boom)])
    daar, daarin = dobbel.choice([*plekken(ander)])
    wat = dobbel.choice(("vreemd", "vreemd", "van elders", "weg", "dubbel", "in een rij"))
    if wat == "vreemd":
        houder[sleutel] = dobbel.choice(VREEMD)
    elif wat == "van elders":
        houder[sleutel] = daar[daarin]
    elif wat == "weg":
        del houder[sleutel]
    elif wat == "dubbel" and isinstance(houder, list):
        houder.insert(sleutel, houder[sleutel])
    elif wat == "dubbel":
        houder[str(daarin)] = houder[sleutel]
    else:
        houder[sleutel] = [houder[sleutel]]
    return f"{sleutel}: {wat}"


def _boom(pad: Path) -> dict[str, Any]:
    boom = lees(pad.read_bytes(), pad.name).boom
    assert boom
    return boom


def test_what_is_wrong_in_a_register_is_read_or_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = tmp_path / "register"
    shutil.copytree(voorbeeld(), map_)
    paden = sorted(map_.rglob("*.yaml"))
    dobbel, codes, anders = random.Random(ZAAD), Counter[int](), 0
    for nummer in range(AANTAL):
        pad, woorden = dobbel.choice(paden), LEZEN[nummer % len(LEZEN)]
        was, boom = pad.read_bytes(), _boom(pad)
        wat = [
            verander(dobbel, boom, _boom(dobbel.choice(paden)))
            for _ in range(dobbel.choice((1, 1, 2, 3)))
            if boom
        ]
        try:
            pad.write_bytes(schrijf_yaml(boom))
        except ClmFout:
            continue  # what cannot be written, as a key that is none
        anders += 1
        code = draai(["--map", str(map_), "--vandaag", "2026-05-18", *woorden])
        uit = capsys.readouterr()
        waar = f"seed {ZAAD}, {nummer}: {pad.relative_to(map_)}: {wat}: {' '.join(woorden)}"
        assert code in (0, 1, 2), f"{waar}\n{uit.err}"
        assert uit.out or uit.err, waar
        codes[code] += 1
        pad.write_bytes(was)
        if nummer % 500 == 499:
            with capsys.disabled():
                print(
                    f"seed {ZAAD}: {nummer + 1} of {AANTAL}, exit codes {dict(codes)}", flush=True
                )
    print(f"\nseed {ZAAD}: {anders} changed registers, exit codes {dict(codes)}")
    assert anders > AANTAL / 2
