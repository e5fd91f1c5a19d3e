"""The clock: how people write and say a time, and what can be two times."""

from __future__ import annotations

from datetime import time

import pytest

from clm_cli.tijd.uur import lees_tijd


@pytest.mark.parametrize(
    ("tekst", "uur", "minuut"),
    [
        ("14:00", 14, 0),
        ("9:05", 9, 5),
        ("23.59 uur", 23, 59),
        ("9 uur", 9, 0),
        ("16u", 16, 0),
        ("9u30", 9, 30),
        ("9u 30", 9, 30),
        ("14h30", 14, 30),
        ("9.30u", 9, 30),
        ("0930", 9, 30),
        ("1430 uur", 14, 30),
        ("Half tien 's ochtends", 9, 30),
        ("half 10 ’s avonds", 21, 30),
        ("kwart over negen 's morgens", 9, 15),
        ("kwart voor 10 's avonds", 21, 45),
        ("tien voor half drie 's middags", 14, 20),
        ("vijf minuten over half drie 's nachts", 2, 35),
        ("half een 's middags", 12, 30),
        ("half een 's nachts", 0, 30),
        ("twaalf uur 's middags", 12, 0),
        ("2 uur 's middags", 14, 0),
        ("14 uur 's middags", 14, 0),
        ("kwart over zes 's middags", 18, 15),
        ("12 uur 's nachts", 0, 0),
        ("1 minuut over 9 's ochtends", 9, 1),
        ("29 over negen 's avonds", 21, 29),
        ("tien over half tien 's avonds", 21, 40),
        ("één uur 's nachts", 1, 0),
        ("elf uur 's nachts", 23, 0),
    ],
)
def test_a_time_is_read_as_it_is_said(tekst: str, uur: int, minuut: int) -> None:
    assert lees_tijd(tekst) == time(uur, minuut)


@pytest.mark.parametrize(
    ("tekst", "een", "ander"),
    [
        ("half tien", "09:30", "21:30"),
        ("kwart over negen", "09:15", "21:15"),
        ("tien voor half drie", "02:20", "14:20"),
        ("negen uur", "09:00", "21:00"),
        ("half een", "00:30", "12:30"),
        ("kwart voor 1", "00:45", "12:45"),
    ],
)
def test_what_can_be_two_times_is_refused_with_both(tekst: str, een: str, ander: str) -> None:
    with pytest.raises(ValueError, match=f"op twee manieren .*als {een}.* of als {ander}"):
        lees_tijd(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        *("25:00", "9", "9:5", "half", "half dertien", "half tien uur", "kwart", "kwart over"),
        *("kwart over half drie", "40 over negen", "0 over negen", "30 over negen"),
        *("elf over half tien", "0 voor half tien"),
    ],
)
def test_what_is_no_time_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match="is geen tijd in de vorm uur:minuut, zoals 14:00"):
        lees_tijd(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        *("12 uur 's ochtends", "6 uur 's nachts", "9 uur 's nachts", "half tien 's middags"),
        *("14:00 's avonds", "7 uur 's middags"),
    ],
)
def test_a_part_of_the_day_that_does_not_fit_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"klopt niet: .* is niet 's "):
        lees_tijd(tekst)


@pytest.mark.parametrize("tekst", ["middernacht", "24:00", "24 uur"])
def test_midnight_belongs_to_one_of_two_days(tekst: str) -> None:
    with pytest.raises(ValueError, match="schrijf 23:59, of 00:00 met de dag die dan begint"):
        lees_tijd(tekst)
