"""The numbers in words: each up to 999 is written, read, and found in a text."""

from __future__ import annotations

import re

import pytest

from clm_cli.tijd.telwoord import HOOGSTE, PATROON, getal_van, in_woorden

GETALLEN = range(HOOGSTE + 1)


@pytest.mark.parametrize(
    ("getal", "woord"),
    [
        (0, "nul"),
        (1, "een"),
        (10, "tien"),
        (12, "twaalf"),
        (14, "veertien"),
        (19, "negentien"),
        (20, "twintig"),
        (21, "eenentwintig"),
        (22, "tweeëntwintig"),
        (33, "drieëndertig"),
        (50, "vijftig"),
        (70, "zeventig"),
        (80, "tachtig"),
        (88, "achtentachtig"),
        (99, "negenennegentig"),
        (100, "honderd"),
        (101, "honderdeen"),
        (112, "honderdtwaalf"),
        (180, "honderdtachtig"),
        (200, "tweehonderd"),
        (365, "driehonderdvijfenzestig"),
        (999, "negenhonderdnegenennegentig"),
    ],
)
def test_a_number_has_the_word_of_the_dictionary(getal: int, woord: str) -> None:
    assert in_woorden(getal) == woord
    assert getal_van(woord) == getal


def test_every_number_has_its_own_word_and_is_read_back() -> None:
    assert [getal_van(in_woorden(getal)) for getal in GETALLEN] == list(GETALLEN)


@pytest.mark.parametrize(
    ("woord", "getal"),
    [
        ("één", 1),
        ("Eén", 1),
        ("éénentwintig", 21),
        ("TIEN", 10),
        ("drieentwintig", 23),
        ("DRIEËNTWINTIG", 23),
        ("honderdeneen", 101),
        ("honderdentwaalf", 112),
        ("tweehonderdenvijf", 205),
    ],
)
def test_other_ways_to_write_a_number_are_read(woord: str, getal: int) -> None:
    assert getal_van(woord) == getal
    assert re.fullmatch(PATROON, woord, re.IGNORECASE)


@pytest.mark.parametrize(
    "woord",
    [
        "",
        "honderden",
        "tientallen",
        "eens",
        "tweede",
        "elfde",
        "eenhonderd",
        "tienhonderd",
        "10",
        "tıen",
        "zeſ",
    ],
)
def test_another_word_is_no_number(woord: str) -> None:
    assert getal_van(woord) is None
    assert not re.fullmatch(PATROON, woord, re.IGNORECASE)


def test_the_pattern_takes_a_number_whole_out_of_a_text() -> None:
    woorden = [in_woorden(getal) for getal in GETALLEN]
    assert re.findall(PATROON, " ".join(woorden)) == woorden
