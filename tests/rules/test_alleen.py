"""A write in one dossier is checked there: the rules on the others are not asked again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from clm_cli.rules.toets import meldingen

VOORBEELD = Path(__file__).parents[2] / "dossiers"
VANDAAG = date(2026, 6, 1)
REGISTER = laad(VOORBEELD).register.zoals(VANDAAG)


@pytest.mark.parametrize("eigen", REGISTER.dossiers)
def test_of_one_dossier_the_same_is_found(eigen: str) -> None:
    alle = [
        melding
        for melding in meldingen(Kijk(REGISTER, VANDAAG))
        if melding.plek and melding.plek.pad.partition("/")[0] == eigen
    ]
    daar = [
        melding
        for melding in meldingen(Kijk(REGISTER, VANDAAG), {eigen})
        if melding.plek and melding.plek.pad.partition("/")[0] == eigen
    ]
    assert daar == alle
