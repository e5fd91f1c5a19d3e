"""The trees of the shipped regimes, gated before they were shipped, are what the YAML says."""

from __future__ import annotations

import hashlib
import json

import pytest

from clm_cli import resources
from clm_cli.files.gate import lees
from clm_cli.files.lader import voorgelezen
from tests.conftest import Momentopname

REGIMES = dict(resources.regimes())


@pytest.mark.parametrize("naam", REGIMES)
def test_what_ships_is_what_the_gate_reads(naam: str, momentopname: Momentopname) -> None:
    inhoud = REGIMES[naam]
    rij = {"sha256": hashlib.sha256(inhoud).hexdigest(), "boom": lees(inhoud, naam).boom}
    momentopname(resources.voorgelezen(naam), json.dumps(rij, ensure_ascii=False, indent=0) + "\n")
    assert voorgelezen(naam, inhoud) == lees(inhoud, naam).boom


@pytest.mark.parametrize("naam", REGIMES)
def test_a_yaml_that_was_edited_is_read_anew(naam: str) -> None:
    assert voorgelezen(naam, REGIMES[naam] + b"\n") is None
