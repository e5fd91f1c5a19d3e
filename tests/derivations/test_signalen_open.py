"""A signal can be spoken of until somebody dealt with it, or its case was closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.signalen import nog_open
from tests.klein_register import register
from tests.klein_teksten import OPENING, PLICHT, SIGNAAL, L, S, Z

OPEN = {
    L: PLICHT,
    S: SIGNAAL,
    Z: OPENING.format("ambulant") + "\nsignalen: [signalen/2026-05-01-iets]",
}
DICHT = "reden: Hersteld\nhersteld: ja\nbesloten_door: mia"
SLUITING = "bloem/escalaties/2026-02-10-zaak/2026-05-11-sluiting.yaml"
AFGEROND = "bloem/opvolging/2026-05-12-afgerond.yaml"


@pytest.mark.parametrize(
    ("erbij", "open_"),
    [
        ({Z: None}, True),
        ({}, True),
        ({SLUITING: DICHT}, False),
        ({Z: None, AFGEROND: "bij: signalen/2026-05-01-iets\nresultaat: besproken"}, False),
    ],
    ids=["zonder-zaak", "lopende-zaak", "gesloten-zaak", "afgerond"],
)
def test_a_signal_goes_with_its_case(
    erbij: dict[str, str | None], open_: bool, tmp_path: Path
) -> None:
    dossier = register(tmp_path, {**OPEN, **erbij}).dossiers["bloem"]
    assert [feit.stam for feit in nog_open(dossier)] == ["2026-05-01-iets"] * open_
