"""Text that is safe for a terminal: every character that nobody sees is shown by its number."""

from __future__ import annotations

import json

import pytest

from clm_cli.cli.uitvoer import zeg, zeg_json
from clm_cli.files.gate import lees
from clm_cli.woorden import (
    getypt,
    met_hoofdletter,
    met_kleine_letter,
    naaste,
    tekst_uit,
    zelfde_nummer,
    zichtbaar,
    zoals,
)

REEKSEN = [
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x61C, 0x61C),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x34F, 0x34F),
    (0x115F, 0x1160),
    (0x180B, 0x180F),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFE00, 0xFE00),
    (0xFE0F, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),
    (0x1D173, 0x1D173),
    (0xE0001, 0xE0001),
    (0xE0041, 0xE0041),
    (0xE007F, 0xE007F),
    (0xE01EF, 0xE01EF),
    (0xD800, 0xD800),
    (0xDFFF, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFFE, 0xFFFF),
]
ONZICHTBAAR = [code for eerste, laatste in REEKSEN for code in range(eerste, laatste + 1)]
MAG_IN_EEN_BESTAND = {
    *(0xAD, 0x34F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, *range(0x206A, 0x2070)),
    *(*range(0x180B, 0x1810), 0xFE00, 0xFE0F, *range(0xFFF9, 0xFFFC), *range(0x1D173, 0xE0200)),
}


@pytest.mark.parametrize("code", ONZICHTBAAR, ids=lambda code: f"U+{code:04X}")
def test_a_character_that_nobody_sees_is_shown(code, capsys):
    assert zichtbaar(f"a{chr(code)}b") == f"a<U+{code:04X}>b"
    zeg(f"a{chr(code)}b")
    zeg_json("proef", f"a{chr(code)}b")
    uit = capsys.readouterr().out
    assert f"a<U+{code:04X}>b" in uit
    assert json.loads(uit.partition("\n")[2])["gegevens"] == f"a{chr(code)}b"
    assert chr(code) not in uit


@pytest.mark.parametrize("code", ONZICHTBAAR, ids=lambda code: f"U+{code:04X}")
def test_a_file_holds_none_that_steers_what_is_shown(code):
    inhoud = f'wat: "a{chr(code)}b"\n'.encode("utf-8", "surrogatepass")
    codes = {melding.code for melding in lees(inhoud, "x.yaml").meldingen}
    assert bool(codes) is (code not in MAG_IN_EEN_BESTAND)


def test_what_somebody_can_see_stays():
    tekst = "tab\tregel\nharde\u00a0spatie, é, ’s-Hertogenbosch – café € 1.250"
    assert zichtbaar(tekst) == tekst


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_text_is_read_in_each_code_that_it_is_saved_in(code: str) -> None:
    """UTF-16 has its mark at the begin, or none."""
    tekst = "“Artikel 7” coördinatie\n"
    assert tekst_uit(tekst.encode(code)) == tekst


def test_what_is_no_text_keeps_its_noughts() -> None:
    assert "\0" in tekst_uit(b"MZ\x90\0\x03\0\0\0\x04\xff\xd8\xff")


def test_what_was_typed_is_shown_as_it_was_as_far_as_it_is_recognised() -> None:
    assert getypt("twee  weken") == "'twee  weken'"
    assert getypt("x" * 40) == f"'{'x' * 40}'"
    assert getypt("x" * 41) == f"'{'x' * 39}…'"


VERWERKING = ("overgenomen", "deels", "niet")


@pytest.mark.parametrize(
    ("woord", "bekend", "bedoeld"),
    [
        ("niet overgenomen", VERWERKING, "niet"),
        ("overgenomn", VERWERKING, "overgenomen"),
        ("nit", VERWERKING, "niet"),
        ("reactie", ("gesprek", "geen reactie"), None),
        ("geen reactie", ("gesprek", "geen reactie ontvangen"), "geen reactie ontvangen"),
        ("neit-verlengen", ("verlengen", "niet-verlengen"), "niet-verlengen"),
        ("verlengn", ("niet-verlengen",), None),
        ("niet-verlengd", ("verlengd-tot", "niet-verlengen"), "niet-verlengen"),
        ("memo", ("memo-uitvoering", "adviesnota"), "memo-uitvoering"),
        ("gesprek", ("eerste gesprek over alles", "laatste gesprek over alles"), None),
    ],
)
def test_the_nearest_word_is_never_the_opposite(woord, bekend, bedoeld):
    assert naaste(woord, bekend) == bedoeld


def test_a_title_stands_in_running_text_and_a_sentence_begins() -> None:
    assert met_kleine_letter("ABN en Noord") == "aBN en Noord"
    assert met_hoofdletter("de ABN") == "De ABN"
    assert met_kleine_letter("") == met_hoofdletter("") == ""


@pytest.mark.parametrize("getypt_", ["R-08", "r-08", "R8", "r 8", " R-8 ", "R08"])
def test_the_number_of_an_item_is_known_however_it_is_written(getypt_: str) -> None:
    assert zelfde_nummer("R-08", getypt_)
    assert zoals(getypt_, ["R-07", "R-08", "R-80", "V-08"]) == "R-08"


@pytest.mark.parametrize(
    ("getypt_", "bekend"),
    [("R-8", ["R-08", "R-8"]), ("A3", ["A-03", "A-3"]), ("R-9", ["R-08"]), ("8", ["R-08"])],
)
def test_what_is_a_number_already_or_of_two_stays_as_it_was_typed(
    getypt_: str, bekend: list[str]
) -> None:
    assert zoals(getypt_, bekend) == getypt_
