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


BIJLAGE = """
# Bijlage 3 bij brief wilgenroos/2026-05-04-ingebrekestelling: berekening van de termijnen

**Datum van deze brief.** Maandag 4 mei 2026.
**Vermoede ontvangst.** Donderdag 7 mei 2026.
**Werkdagen.** Maandag tot en met vrijdag, behalve de algemeen erkende en daarmee gelijkgestelde
feestdagen (Algemene termijnenwet, artikel 3, eerste tot en met derde lid).

De dag waarop een termijn begint, telt zelf niet mee.

**Herstel na ingebrekestelling T1 en T2: 20 werkdagen, tot en met dinsdag 9 juni 2026.**

Begin: donderdag 7 mei 2026.
Geteld: vr 8 mei (1), ma 11 mei (2), di 12 mei (3), wo 13 mei (4), ma 18 mei (5), di 19 mei (6),
wo 20 mei (7), do 21 mei (8), vr 22 mei (9), di 26 mei (10), wo 27 mei (11), do 28 mei (12),
vr 29 mei (13), ma 1 juni (14), di 2 juni (15), wo 3 juni (16), do 4 juni (17), vr 5 juni (18),
ma 8 juni (19), di 9 juni (20).
Niet geteld: do 14 mei (Hemelvaartsdag, Atw art. 3 lid 1), vr 15 mei (gelijkgesteld, BWBR0051300),
ma 25 mei (Tweede pinksterdag, Atw art. 3 lid 1), en de zaterdagen en zondagen.

**Bezwaar tegen de gekozen trede: 5 werkdagen, tot en met maandag 18 mei 2026.**

Begin: donderdag 7 mei 2026.
Geteld: vr 8 mei (1), ma 11 mei (2), di 12 mei (3), wo 13 mei (4), ma 18 mei (5).
Niet geteld: do 14 mei (Hemelvaartsdag, Atw art. 3 lid 1), vr 15 mei (gelijkgesteld, BWBR0051300),
en de zaterdagen en zondagen.
"""
"""The annex of the notice of default, typed from a calendar."""


def test_the_annex_of_a_notice_is_the_count_of_its_terms(teksten):
    _, _, bijlage = teksten["J-ingebrekestelling"].partition("\n***\n")
    assert bijlage.replace("\\", "").split() == BIJLAGE.split()
