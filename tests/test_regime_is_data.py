"""A regime is data: no code names a regime or a clause, so that a third one needs no code (D6)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.files.gate import lees

PAKKET = Path(__file__).resolve().parent.parent / "clm_cli"
REGIMES = tuple(str(lees(inhoud, naam).boom["id"]) for naam, inhoud in resources.regimes())
NAAM = re.compile(rf"(?<![\w-])(?:[JS][0-9]{{2}}|{'|'.join(map(re.escape, REGIMES))})(?![\w-])")


def losse_teksten(boom: ast.Module) -> Iterator[str]:
    """Every text in the code that is no docstring.

    Texts on a line of their own say something to readers only.
    """
    uitleg = {id(regel.value) for regel in ast.walk(boom) if isinstance(regel, ast.Expr)}
    for knoop in ast.walk(boom):
        if (
            isinstance(knoop, ast.Constant)
            and isinstance(knoop.value, str)
            and id(knoop) not in uitleg
        ):
            yield knoop.value


def namen_in(code: str) -> list[str]:
    return [tekst for tekst in losse_teksten(ast.parse(code)) if NAAM.search(tekst)]


def test_no_code_holds_the_name_of_a_regime_or_a_clause():
    treffers = {
        (pad.relative_to(PAKKET).as_posix(), tekst)
        for pad in sorted(PAKKET.rglob("*.py"))
        for tekst in namen_in(pad.read_text(encoding="utf-8"))
    }
    assert treffers == set()


@pytest.mark.parametrize(
    "code",
    [
        'if regime.id == "sma-2026": pass',
        'soort = {"J28": 1}',
        'x = f"volgens {a} en J45"',
        'def f(): return ("S12", 10)',
        'match eis:\n    case "J28": pass',
    ],
)
def test_a_name_in_code_is_seen(code):
    assert namen_in(code)


@pytest.mark.parametrize(
    "code",
    [
        '"""Reports are due (J28)."""',
        'class A:\n    x: int\n    """The term (J28)."""',
        "x = 1  # J28",
        'x = "2026-J28-nota"',
        'x = "DOS204"',
    ],
)
def test_docstrings_comments_and_longer_words_are_not(code):
    assert namen_in(code) == []


def test_the_names_of_the_regimes_are_known():
    assert REGIMES == ("sdfl-jeugdhulp-2026", "sma-2026")
