"""Which contracts a report is about: those that ran on a day of its period, the first and last."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.commands.rapport import venster
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from tests import klein_register

LOOPTIJD = "uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31"


@pytest.mark.parametrize(
    ("van", "tot", "telt"),
    [
        ("2025-03-31", "2027-12-31", True),
        ("2025-04-01", "2027-12-31", False),
        ("2024-01-01", "2025-01-01", True),
        ("2024-01-01", "2024-12-31", False),
    ],
)
def test_a_contract_counts_from_its_first_day_to_its_last(
    tmp_path: Path, van: str, tot: str, telt: bool
) -> None:
    advies = klein_register.BASIS["overeenkomsten/sma/overeenkomst.yaml"]
    nieuw = advies.replace(LOOPTIJD, f"uitvoering_van: {van}, uitvoering_tot: {tot}")
    assert nieuw != advies
    klein_register.schrijf(
        tmp_path, {**klein_register.BASIS, "overeenkomsten/sma/overeenkomst.yaml": nieuw}
    )
    kijk = Kijk(laad(tmp_path).register.zoals(), date(2026, 5, 18))
    hier = venster(kijk, "2025-K1", "intern", None)
    (blik,) = [blik for blik in kijk.blikken if blik.dossier.id == "bloem"]
    assert ("advies" in {contract.id for contract in hier.contracten(blik)}) is telt
