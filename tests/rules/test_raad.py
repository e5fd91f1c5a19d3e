"""What a rule advises is a command that fills in all that it found missing.

What the rules on regimes advise, case by case, is approved in raad_regime.txt.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.rules.toets import controleer
from tests.conftest import Momentopname
from tests.klein_register import lees
from tests.rules.gevallen import CODES, DAGEN, GEWONE_DAG, MAP, lees_blad, meldingen

RAAD = {
    "DOS204": [
        (
            "voeg bij themas toe: thema: beleidscontext, behandeld: ja of nee, en bij nee de "
            "reden: clm gesprek gehouden bloem 2026-05-04-voortgang --editor"
        )
    ],
    "LAD409": [
        (
            "geef --noodzaak en --noodzaak-reden; staat dit al vast: clm correctie bloem "
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


def test_what_the_rules_on_regimes_advise_is_approved(
    tmp_path: Path, momentopname: Momentopname
) -> None:
    """Each remedy is read beside its fault: no wrong one, and a name that is near is named."""
    regels = []
    for code in (code for code in CODES if code.startswith("REG")):
        for geval in (geval for geval in lees_blad(code).gevallen if geval.soort == "fout"):
            map_ = tmp_path / f"{code}-{geval.nummer}"
            rijen = meldingen(map_, geval.rij["basis"], geval.bestanden)
            nu = {f"{m.tekst}\n  {m.nu}" for m, _ in rijen if m.code == code}
            regels += [f"{code} {geval.nummer} {rij}" for rij in sorted(nu)]
    momentopname(MAP / "raad_regime.txt", "\n".join(regels) + "\n")
