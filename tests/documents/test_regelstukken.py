"""A line of a PDF in pieces: what stays on one line, and where a long word may break."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from clm_cli.documents.opmaak import maak
from clm_cli.documents.regelstukken import regel, stukjes
from tests.documents.test_documenten import document

LANG = "x" * 60


@pytest.mark.parametrize(
    ("tekst", "stukken"),
    [
        ("gewone tekst", ["gewone tekst"]),
        ("", []),
        ("uiterlijk maandag 4 mei 2026.", ["uiterlijk ", ["maandag 4 mei 2026"], "."]),
        (f"{LANG} is lang", [*[["x" * 10]] * 6, " is lang"]),
        ("naam שלום, ja", ["naam ", ["שלום"], ", ja"]),
        ("x" * 50, ["x" * 50]),
        # what stays whole does so inside a word that may break as well
        ("berk-" * 9 + "€ 12", ["berk-" * 9, ["€ 12"]]),
    ],
)
def test_a_line_in_its_pieces(tekst: str, stukken: list[Any]) -> None:
    assert regel(tekst) == stukken


def test_a_word_in_a_column_breaks_sooner() -> None:
    assert regel("y" * 26, cel=True) == [["y" * 8], ["y" * 8], ["y" * 8], ["y" * 2]]
    assert regel("y" * 24, cel=True) == ["y" * 24]


def test_what_a_line_end_in_the_source_divides_stays_together() -> None:
    """Markdown makes a space of it, as a piece of its own; a new line or another style divides."""
    los = [{"tekst": "op 4 mei"}, {"tekst": " "}, {"tekst": "2026"}, {"br": True}]
    vet = {"tekst": "2026", "vet": True}
    assert list(stukjes([*los, vet])) == [
        {"vet": False, "cursief": False, "delen": ["op ", ["4 mei 2026"]]},
        {"br": True},
        {"vet": True, "cursief": False, "delen": ["2026"]},
    ]


def test_a_long_word_stays_on_the_page_and_keeps_its_letters(tmp_path) -> None:
    gemaakt = document(tmp_path, f"Stichting {'Aé' * 60}")
    tekst = "".join(
        blad.extract_text() for blad in PdfReader(io.BytesIO(maak(gemaakt, "pdf"))).pages
    )
    assert "Aé" * 60 in "".join(tekst.split())
