"""Amounts and numbers as people type them: what is read, and what has two readings."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clm_cli.tijd.datum import bedrag, getal
from clm_cli.tijd.getal import lees_bedrag, lees_geheel, lees_getal, schrijf_getal


@pytest.mark.parametrize(
    ("tekst", "eenheid", "waarde"),
    [
        ("7,3", "", "7.3"),
        ("7.3", "", "7.3"),
        ("-3", "", "-3"),
        ("\u22123", "", "-3"),
        ("0.125", "", "0.125"),
        ("7,125", "", "7.125"),
        ("1.250,5", "", "1250.5"),
        ("1.250.000", "", "1250000"),
        ("1 250", "", "1250"),
        ("1\u202f250", "", "1250"),
        ("999.999.999.999", "", "999999999999"),
        ("1250.125", "", "1250.125"),
        ("90 %", "%", "90"),
        ("92,2%", "%", "92.2"),
        ("684.905", "euro", "684905"),
        ("220.000", "euro per jaar", "220000"),
        ("684.905,25", "euro", "684905.25"),
        ("€ 684.905,25", "euro", "684905.25"),
        ("€\u00a0684.905,25", "euro", "684905.25"),
        ("€ -0,50", "euro", "-0.50"),
        ("-€ 0,50", "euro", "-0.50"),
        ("€ 12,-", "euro", "12"),
        ("1.000 euro", "euro", "1000"),
        ("EUR 48250.00", "euro", "48250.00"),
    ],
)
def test_a_number_is_read_as_a_dutch_reader_means_it(tekst: str, eenheid: str, waarde: str) -> None:
    assert lees_getal(tekst, eenheid) == Decimal(waarde)


@pytest.mark.parametrize(
    ("tekst", "eenheid", "zin"),
    [
        (
            "1.250",
            "",
            "'1.250' is op twee manieren te lezen: als 1250 of als 1,25; schrijf 1250 of 1.25",
        ),
        (
            "7.125",
            "",
            "'7.125' is op twee manieren te lezen: als 7125 of als 7,125; schrijf 7125 of 7.1250",
        ),
        (
            "1,250",
            "euro",
            "'1,250' is op twee manieren te lezen: als 1250 of als 1,25; schrijf 1250 of 1.25",
        ),
        ("1,250.50", "", "'1,250.50' is geen getal; bedoelt u 1250.50?"),
        ("1,250.50", "euro", "'1,250.50' is geen bedrag; bedoelt u 1250.50?"),
        (
            "58,9 %",
            "",
            "'58,9 %' is geen getal; laat het procentteken weg, de eenheid staat apart",
        ),
        ("€ 5", "", "'€ 5' is geen getal; laat het euroteken weg, de eenheid staat apart"),
        ("veel", "", "'veel' is geen getal, zoals 58,9 of 48250"),
        ("", "euro", "'' is geen bedrag, zoals 58,9 of 48250"),
        ("1.25.000", "euro", "'1.25.000' is geen bedrag, zoals 58,9 of 48250"),
        ("٣", "", "'٣' is geen getal, zoals 58,9 of 48250"),
        ("1e4", "", "'1e4' is geen getal, zoals 58,9 of 48250"),
        (
            "1.000.000.000.000",
            "",
            "'1.000.000.000.000' is te groot; een getal heeft hooguit twaalf cijfers",
        ),
        (
            "999.999.999.999.999",
            "",
            "'999.999.999.999.999' is te groot; een getal heeft hooguit twaalf cijfers",
        ),
    ],
)
def test_what_has_two_readings_or_none_is_refused(tekst: str, eenheid: str, zin: str) -> None:
    with pytest.raises(ValueError, match=r"lezen|geen|groot") as fout:
        lees_getal(tekst, eenheid)
    assert str(fout.value) == zin


def test_an_amount_has_at_most_two_decimals() -> None:
    assert lees_bedrag("684.905") == 684905
    with pytest.raises(ValueError, match="meer dan twee decimalen"):
        lees_bedrag("0,125")


@pytest.mark.parametrize(("tekst", "waarde"), [("14", 14), ("1.250", 1250), ("-2", -2), ("0", 0)])
def test_a_whole_number_may_have_points_between_its_thousands(tekst: str, waarde: int) -> None:
    assert lees_geheel(tekst) == waarde


@pytest.mark.parametrize("tekst", ["0014", "1.0", " 12 ", "1,5", "12.50", "veel", ""])
def test_what_is_no_whole_number_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match="is geen heel getal"):
        lees_geheel(tekst)


GETALLEN = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2)
DRIE = st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=3)


@given(GETALLEN)
def test_every_amount_that_clm_prints_is_read_back(waarde: Decimal) -> None:
    assert lees_bedrag(bedrag(waarde)) == waarde
    assert lees_getal(getal(waarde)) == waarde


@given(GETALLEN | DRIE)
def test_what_is_kept_in_a_file_has_one_reading(waarde: Decimal) -> None:
    tekst = schrijf_getal(waarde)
    assert lees_getal(tekst) == waarde
    assert schrijf_getal(lees_getal(tekst)) == tekst


@given(st.text(max_size=30), st.sampled_from(["", "euro", "%"]))
def test_any_text_gives_a_number_or_one_sentence(tekst: str, eenheid: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(lees_getal(tekst, eenheid), Decimal)


def test_a_long_text_is_named_by_its_beginning() -> None:
    with pytest.raises(ValueError, match=f"^'{'x' * 39}…' is geen getal"):
        lees_getal("x" * 50)
