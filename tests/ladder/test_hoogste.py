"""The highest measure that runs on a provider or on one of its contracts."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.hoogste import hoogste_trede
from clm_cli.kijk import blik_op
from tests.ladder.zaakbouw import lees_toestand

TWEE = "$G m1@01-20 verz@01-20 bez@01-20 m2@02-17 verz@02-17 bez@02-17"


@pytest.mark.parametrize(
    ("woorden", "contract", "goed"),
    [
        ("$G", None, 0),
        (TWEE, None, 2),
        (TWEE, "ambulant", 2),
        (TWEE, "verblijf", 0),
        (f"{TWEE} opheff@02-18", None, 1),
        (f"{TWEE} m3@02-18", None, 2),  # decided, and not told
        (f"{TWEE} sluit@02-19", None, 0),
        (f"{TWEE} sluit@02-18 m3@02-19 verz@02-19 bez@02-19", None, 0),  # on a closed case
    ],
)
def test_the_highest_of_what_the_provider_was_told_and_nothing_ended(
    tmp_path: Path, woorden: str, contract: str | None, goed: int
) -> None:
    a = lees_toestand(tmp_path, "J", "02-20", woorden)
    assert hoogste_trede(blik_op(a.register, a.dossier, a.dag), contract) == goed
