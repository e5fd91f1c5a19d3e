"""The whole text of every letter of both contracts, as a reviewer approved it.

A sentence that changes, comes or goes is a diff in `goedgekeurd/`; `pytest --vernieuw` writes it.
The count of the terms is left out: `test_the_annex_shows_the_count_of_every_day` looks at that.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.brieven.volle_registers import opdrachten, verhaal

MAP = Path(__file__).with_name("goedgekeurd")
BRIEVEN = [
    pytest.param(contract, opdracht.id, id=f"{contract}-{opdracht.id}")
    for contract in "JS"
    for opdracht in opdrachten(contract)
]


@pytest.fixture(scope="module")
def teksten(eenmaal, beurt) -> dict[str, str]:
    """Every letter as Markdown."""
    uit = {}
    for contract in beurt:
        map_ = eenmaal(f"teksten-{contract}", partial(_maak, contract=contract))
        uit |= json.loads((map_ / "teksten.json").read_text(encoding="utf-8"))
    return uit


def _maak(map_: Path, contract: str) -> None:
    rijen = {
        f"{contract}-{id_}": (brief / "brief.md").read_text(encoding="utf-8")
        for id_, brief in verhaal(map_, contract, "md", "pdf").items()
    }
    (map_ / "teksten.json").write_text(json.dumps(rijen, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize(("contract", "id_"), BRIEVEN)
def test_the_letter_reads_as_it_was_approved(teksten, momentopname, contract, id_):
    naam = f"{contract}-{id_}"
    brief, _, _ = teksten[naam].partition("\n***\n")
    momentopname(MAP / f"{naam}.md", brief.rstrip("\n") + "\n")


def test_no_text_is_kept_of_a_letter_that_is_not_made(teksten):
    assert {pad.stem for pad in MAP.iterdir()} == set(teksten)
