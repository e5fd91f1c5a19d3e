"""Markdown that people read and search: no backslash too many, none too few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from clm_cli.documents.blokken import ontleed
from clm_cli.documents.leesbaar import leesbaar, zonder_celeinden
from clm_cli.documents.sjablonen import cel, veil
from tests.documents.test_documenten import NAMEN, SJABLOON

GEWOON = [
    "JZ25-P1-031",
    "artikel 6:82, eerste lid, van het BW (Boek 6).",
    "T.a.v. het bestuur",
    "92,2 % van 1.250 in 2025-K2",
    'Risico\'s: wachttijd (fysiek) / digitaal; "nee"',
    "mia@regio.example, https://regio.example/a_b?c=1#d",
    "snake_case_naam",
    "4 < 5 & 6 > 5",
    "op 4 mei. 1. Dat is geen lijst",
]
NAAR = [
    *NAMEN,
    *GEWOON,
    "1) a",
    "1. a\n2. b",
    "- \n---\n===",
    "# k\n> c",
    "12345678901. a",
    "2026. Een jaar",
    "*\n*",
    "a\\\nb",
    "<br>",
    "<https://x.nl>",
    "&copy; &#169;",
    "[x]: http://y",
    "a  \nb",
    "~~~\nx",
    "```\nx",
    "    code",
    ": a",
    "|a|b|\n|-|-|",
    "_a_b_",
    "a_",
    "* * *",
    "+",
    "1.",
    "\\*",
]


def gezien(markdown: str) -> str:
    """What another reader of Markdown shows, with everything on that clm itself leaves out."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    return html.replace("<br>\n", "<br />\n")


def in_document(tekst: str) -> str:
    ruw, in_cel = veil(tekst), cel(tekst)
    return SJABLOON.replace("{{ n | cel }}", in_cel).replace("{{ n }}", ruw)


@pytest.mark.parametrize("tekst", NAAR)
def test_with_fewer_backslashes_it_says_the_same(tekst: str) -> None:
    voluit = in_document(tekst)
    kort = leesbaar(voluit)
    assert ontleed(zonder_celeinden(kort)) == ontleed(voluit)
    assert gezien(zonder_celeinden(kort).replace("\ue000", " ")) == gezien(
        voluit.replace("\ue000", " ")
    )


@given(st.text(st.sampled_from("ab1 .-+*_`#>|~[](){}<>&!=:;\\\n'\"$^%/@,é"), max_size=30))
def test_any_text_says_the_same(tekst: str) -> None:
    voluit = in_document(tekst)
    kort = leesbaar(voluit)
    assert ontleed(zonder_celeinden(kort)) == ontleed(voluit)
    assert gezien(zonder_celeinden(kort).replace("\ue000", " ")) == gezien(
        voluit.replace("\ue000", " ")
    )


@pytest.mark.parametrize("tekst", GEWOON)
def test_usual_words_have_no_backslash_and_can_be_found(tekst: str) -> None:
    kort = leesbaar(in_document(tekst))
    assert "\\" not in kort
    assert kort.count(tekst) == in_document("XYZZY").count("XYZZY")


def test_a_sign_that_is_a_formula_where_the_file_is_shown_keeps_its_backslash() -> None:
    """Viewers of Markdown set what stands between two dollars as a formula; clm itself does not."""
    assert leesbaar(veil("van $5 tot $9")) == "van \\$5 tot \\$9"


def test_a_new_line_in_a_cell_stays_one() -> None:
    kort = leesbaar("| a | b |\n|---|---|\n| " + cel("Joost Bakker\nopdrachtgever") + " | c |")
    assert "| Joost Bakker<br>opdrachtgever | c |" in kort
    (tabel,) = ontleed(zonder_celeinden(kort))
    assert {"br": True} in tabel["rijen"][0][0]


def test_words_of_the_record_cannot_make_a_new_line_in_a_cell() -> None:
    kort = leesbaar(f"| a |\n|---|\n| {cel('x<br>y')} |")
    assert ontleed(zonder_celeinden(kort))[0]["rijen"] == [[[{"tekst": "x<br>y"}]]]
