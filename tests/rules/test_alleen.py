"""A write in one dossier is checked there: the rules on the others are not asked again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from clm_cli.rules.boek import REGELS, REGIMEREGELS, meldingen
from clm_cli.rules.regel import per_register

VOORBEELD = Path(__file__).parents[2] / "dossiers"
VANDAAG = date(2026, 6, 1)
REGISTER = laad(VOORBEELD).register.zoals(VANDAAG)
OP_HET_GEHEEL = {rij.code for rij in (*REGELS, *REGIMEREGELS) if rij.per is per_register}


@pytest.mark.parametrize("eigen", REGISTER.dossiers)
def test_of_one_dossier_the_same_is_found(eigen: str) -> None:
    anderen = REGISTER.dossiers.keys() - {eigen}
    alle = [
        melding
        for melding in meldingen(Kijk(REGISTER, VANDAAG))
        if melding.code in OP_HET_GEHEEL
        or not melding.plek
        or melding.plek.pad.partition("/")[0] == eigen
        or (melding.plek.pad.partition("/")[0] not in anderen and melding.code.startswith("REG"))
    ]
    assert list(meldingen(Kijk(REGISTER, VANDAAG), {eigen})) == alle


def test_the_others_are_hardly_looked_at() -> None:
    kijk = Kijk(REGISTER, VANDAAG)
    meldingen(kijk, {"waterlelie"})
    uitgerekend = {blik.dossier.id: len(blik.weet) for blik in kijk.blikken}
    eigen = uitgerekend.pop("waterlelie")
    assert max(uitgerekend.values()) * 10 < eigen
