"""Each way round the gates that a lawyer of the other party tries has a test that holds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ladder.zaakbouw import genomen_regels, regels

HIER = Path(__file__).parent
RIJEN = [
    tuple(deel.strip() for deel in regel.split("|", 2))
    for regel in (HIER / "aanvallen.txt").read_text(encoding="utf-8").splitlines()
    if "|" in regel and not regel.startswith("#")
]
TOESTANDEN = {f"{c} {dag} {feiten}".strip() for c in "JS" for _, dag, feiten, _ in regels(c)}
GENOMEN = {
    f"G {feiten}{f' => {anders}' if anders else ''}" for _, feiten, anders, _ in genomen_regels()
}


def test_they_are_numbered_without_a_gap() -> None:
    assert [int(nr) for nr, _, _ in RIJEN] == [*range(1, len(RIJEN) + 1)]


@pytest.mark.parametrize(("nummer", "wat", "tests"), RIJEN, ids=[rij[0] for rij in RIJEN])
def test_the_test_of_an_attack_is_there(nummer: str, wat: str, tests: str) -> None:
    for naam in re.split(r" ; (?!;)", tests):
        if naam[:2] in ("J ", "S "):
            assert naam in TOESTANDEN, wat
        elif naam[:2] == "G ":
            assert naam in GENOMEN, wat
        elif "::" in naam:
            bestand, _, functie = naam.partition("::")
            tekst = (HIER.parent / bestand).read_text(encoding="utf-8")
            assert f"\ndef {functie}(" in tekst, wat
        else:
            assert (HIER.parent / "rules" / f"{naam}.yaml").exists(), wat
