"""The clause ids: each one cited stands in tests/eisen.md, and the regimes carry them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.derivations.opzij import VERVALLEN
from clm_cli.rules.uitleg import alle
from tests.rules.gevallen import CODES, lees_blad

WORTEL = Path(__file__).resolve().parent.parent
EISEN = frozenset(
    re.findall(
        r"(?m)^\| ([JSD][0-9]{1,2}) \|", (WORTEL / "tests" / "eisen.md").read_text(encoding="utf-8")
    )
)
KENMERK = re.compile(r"\b[JSD][0-9]{2}\b")
MAPPEN = ("clm_cli", "dossiers", "templates", "tests")
GEEN_TEKST = {".pdf", ".docx", ".xlsx", ".png", ".ttf", ".otf", ".woff", ".woff2", ".pyc"}
VALSE_TREFFERS: dict[str, frozenset[str]] = {}
"""Words that only look like a clause id, by file."""
NIET_IN_EEN_REGIME = {
    "S23": "it says what the contract is silent about; a silence has no words to quote"
}


def bestanden() -> Iterator[Path]:
    for map_ in MAPPEN:
        for pad in sorted((WORTEL / map_).rglob("*")):
            if pad.is_file() and pad.suffix not in GEEN_TEKST and "__pycache__" not in pad.parts:
                yield pad


def aangehaald(pad: Path) -> set[str]:
    """The clause ids in a file; inside a file's name or a longer word they do not count."""
    naam = pad.relative_to(WORTEL).as_posix()
    return set(
        KENMERK.findall(pad.read_text(encoding="utf-8", errors="replace"))
    ) - VALSE_TREFFERS.get(naam, frozenset())


def test_the_table_holds_all_three_kinds():
    assert {letter: sum(eis[0] == letter for eis in EISEN) for letter in "JSD"} == {
        "J": 54,
        "S": 24,
        "D": 6,
    }


def test_every_clause_id_that_is_cited_exists():
    onbekend = {
        str(pad.relative_to(WORTEL)): vreemd
        for pad in bestanden()
        if (vreemd := aangehaald(pad) - EISEN)
    }
    assert onbekend == {}


def test_every_false_hit_is_still_there():
    """A word that was excused and is gone must not excuse the next one."""
    weg = {
        naam: woorden - set(KENMERK.findall((WORTEL / naam).read_text(encoding="utf-8")))
        for naam, woorden in VALSE_TREFFERS.items()
    }
    assert {naam: woorden for naam, woorden in weg.items() if woorden} == {}


@pytest.mark.parametrize(("begin", "letter"), [("sdfl", "J"), ("sma", "S")])
def test_the_regime_carries_every_clause_of_its_contract(begin, letter):
    inhoud = next(inhoud.decode() for naam, inhoud in resources.regimes() if naam.startswith(begin))
    gedragen = set(re.findall(r"eis: ([JS][0-9]{2})\b", inhoud))
    van_dit_contract = {eis for eis in EISEN if eis[0] == letter} - set(NIET_IN_EEN_REGIME)
    assert van_dit_contract - gedragen == set()


def meldt() -> dict[str, str]:
    """By clause of a contract what its row says of the codes that report a breach."""
    tekst = (WORTEL / "tests" / "eisen.md").read_text(encoding="utf-8")
    rijen = re.findall(r"(?m)^\| ([JS][0-9]{2}) \| .* \| ([^|]+) \|$", tekst)
    return dict(rijen)


def test_every_clause_has_a_code_that_exists_or_says_why_it_has_none():
    rijen, bekend = meldt(), {code for code, _ in alle()} - set(VERVALLEN)
    assert set(rijen) == {eis for eis in EISEN if eis[0] in "JS"}
    for eis, cel in rijen.items():
        if not re.match(r"none(?: of its own)?: \w", cel):
            assert set(cel.split(", ")) <= bekend, eis


def test_a_rule_stands_in_the_row_of_the_clause_it_names():
    """The clauses that the rules gave in their cases (tests/rules)."""
    rijen = meldt()
    genoemd = {
        (melding.get("grond"), code)
        for code in CODES
        for geval in lees_blad(code).gevallen
        for melding in geval.rij.get("meldt", ())
    }
    eigen = {(eis, code) for eis, code in genoemd if eis in rijen}
    assert len(eigen) > 60
    assert {(eis, code) for eis, code in eigen if code not in rijen[eis].split(", ")} == set()


def test_the_table_stands_alone():
    """It names no folder outside the project and no text that is not in it."""
    tekst = (WORTEL / "tests" / "eisen.md").read_text(encoding="utf-8")
    assert [
        woord
        for woord in ("shared/", "notes/", "sources/", "readings.md", "design §")
        if woord in tekst
    ] == []
