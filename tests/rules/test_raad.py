"""What a rule advises is a command that fills in all that it found missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.rules.toets import controleer
from tests.klein_register import lees
from tests.rules.gevallen import DAGEN, GEWONE_DAG, lees_blad

RAAD = {
    "DOS204": [
        (
            "voeg bij themas toe: thema: beleidscontext, behandeld: ja of nee, en bij nee de "
            "reden: clm gesprek gehouden bloem 2026-05-04-voortgang --editor"
        )
    ],
    "LAD409": [
        (
            "geef --noodzaak en --noodzaak-reden; staat de maatregel al vast: clm correctie bloem "
            "2026-02-17-maatregel-ingebrekestelling-3, en zeg met --wordt wat noodzaak is (ja of "
            "nee), en bij ja noodzaak_reden"
        )
    ],
    "DOS234": [
        "clm lijst onduidelijkheden bloem --klaar O-1 --besloten-door …",
        "clm lijst onduidelijkheden bloem --wijzig O-2 --besloten-door …",
    ],
    "DOS235": [
        "clm lijst risicos bloem --wijzig R-1 --maatregel … --herzien …",
        "clm lijst risicos bloem --wijzig R-2 --herzien …",
    ],
}


@pytest.mark.parametrize("code", RAAD)
def test_what_is_missing_is_recorded_by_one_command(code: str, tmp_path: Path) -> None:
    geval = lees_blad(code).gevallen[0]
    dag = DAGEN.get(geval.rij["basis"], GEWONE_DAG)
    register = lees(tmp_path, geval.bestanden).register.zoals()
    assert [m.nu for m in controleer(register, dag) if m.code == code] == RAAD[code]
