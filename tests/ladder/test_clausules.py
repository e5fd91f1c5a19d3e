"""Each clause of both ladders by command: what keeps it is accepted, what breaks it is refused."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests.klein_register import BASIS, schrijf
from tests.ladder.zaakbouw import Bouw

REGELS = (Path(__file__).parent / "clausules.txt").read_text(encoding="utf-8").splitlines()
RIJEN = [
    [deel.strip() for deel in regel.split("|")]
    for regel in REGELS
    if "|" in regel and not regel.startswith("#")
]
KORT = dict(regel[2:].split(" = ", 1) for regel in REGELS if regel.startswith("# @"))
"""What stands for the options that many rows have."""
OPTIE = "opties: [{id: optie-1, duur: 1 jaar}]\n"


def opdracht(getypt: str, stuk: Path) -> list[str]:
    """The words of a command, with its short forms written out."""
    for naam in sorted(KORT, key=len, reverse=True):
        getypt = re.sub(rf"{naam}(?!\w)", lambda _, vol=KORT[naam]: vol, getypt)
    return shlex.split(getypt.replace("{d}", "bloem").replace("{stuk}", str(stuk)))


OPEN = """
J10 J36 J38 J39 J40 J41 J42 J43 J44 J45 J47 J48 J49 J52 J53
S08 S13 S14 S15 S16 S17 S18 S19 S23 S24
"""
"""The clauses of which a part was once missing."""


def test_each_clause_of_which_a_part_was_missing_has_a_row() -> None:
    assert {rij[0] for rij in RIJEN} >= set(OPEN.split())


@pytest.mark.parametrize(
    ("contract", "begin", "dag", "getypt", "uitkomst", "woorden"),
    [rij[1:] for rij in RIJEN],
    ids=[f"{nr:02}-{rij[0]}" for nr, rij in enumerate(RIJEN)],
)
def test_a_clause_is_kept_or_refused(
    contract: str,
    begin: str,
    dag: str,
    getypt: str,
    uitkomst: str,
    woorden: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bestanden = {**BASIS, **Bouw(begin.removeprefix("optie "), contract).bestanden}
    if begin.startswith("optie"):
        bestanden["bloem/contracten/advies/contract.yaml"] += "\n" + OPTIE
    schrijf(tmp_path / "register", bestanden)
    (stuk := tmp_path / "stuk.txt").write_text("een stuk", encoding="utf-8")
    vast = ["--map", str(tmp_path / "register"), "--vandaag", f"2026-{dag}", "--door", "mia"]
    uit = draai([*opdracht(getypt, stuk), *vast])
    gezegd = capsys.readouterr()
    tekst = re.sub(r"\s+", " ", gezegd.err + gezegd.out)
    assert uit == (2 if uitkomst == "2" else 0), tekst
    assert woorden.lower() in tekst.lower()
    if uitkomst == "0":
        assert "LAD401" not in tekst
        assert "LAD402" not in tekst
