"""Dates, periods and amounts as Dutch readers write them, and what is refused."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clm_cli.tijd.datum import (
    bedrag,
    datum_kort,
    datum_lang,
    datum_vol,
    getal,
    is_dagwoord,
    lees_datum,
    lees_gesproken,
    lees_strikt,
)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("2026-12-13", date(2026, 12, 13)),
        ("13-12-2026", date(2026, 12, 13)),
        ("3-1-2026", date(2026, 1, 3)),
        ("13 december 2026", date(2026, 12, 13)),
        ("13 December 2026", date(2026, 12, 13)),
        ("13 dec 2026", date(2026, 12, 13)),
        ("13 dec. 2026", date(2026, 12, 13)),
        ("04 mei 2026", date(2026, 5, 4)),
        ("1 mrt 2026", date(2026, 3, 1)),
        ("1 maa 2026", date(2026, 3, 1)),
        ("1 sept 2026", date(2026, 9, 1)),
        ("29 februari 2024", date(2024, 2, 29)),
        ("maandag 4 mei 2026", date(2026, 5, 4)),
        ("Maandag 4 mei 2026", date(2026, 5, 4)),
        ("ma 4 mei 2026", date(2026, 5, 4)),
        ("ma. 4-5-2026", date(2026, 5, 4)),
        ("4-5-2026", date(2026, 5, 4)),
        ("04.05.2026", date(2026, 5, 4)),
        ("13/12/2026", date(2026, 12, 13)),
        ("5/5/2026", date(2026, 5, 5)),
        ("05/5/2026", date(2026, 5, 5)),
        ("1e april 2026", date(2026, 4, 1)),
    ],
)
def test_a_date_is_read_in_every_usual_form(tekst: str, dag: date) -> None:
    assert lees_datum(tekst) == dag


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        (
            "29-03-26",
            "'29-03-26' is geen datum; schrijf het jaar met vier cijfers, zoals 29-03-2026",
        ),
        (
            "4 mei 26",
            "'4 mei 26' is geen datum; schrijf het jaar met vier cijfers, zoals 4 mei 2026",
        ),
        (
            "4/5/26",
            "'4/5/26' is geen datum; schrijf het jaar met vier cijfers, zoals 4-5-2026",
        ),
        (
            "4/5/2026",
            (
                "'4/5/2026' is op twee manieren te lezen: als 4 mei 2026 of als 5 april 2026; "
                "schrijf het uit"
            ),
        ),
        (
            "12/5/2026",
            (
                "'12/5/2026' is op twee manieren te lezen: als 12 mei 2026 of als 5 december 2026; "
                "schrijf het uit"
            ),
        ),
        (
            "5/12/2026",
            (
                "'5/12/2026' is op twee manieren te lezen: als 5 december 2026 of als 12 mei 2026; "
                "schrijf het uit"
            ),
        ),
        (
            "4/1/2026",
            (
                "'4/1/2026' is op twee manieren te lezen: als 4 januari 2026 of als 1 april 2026; "
                "schrijf het uit"
            ),
        ),
        ("5/0/2026", "'5/0/2026' is geen datum: een maand 0 bestaat niet"),
        ("5/13/2026", "'5/13/2026' is geen datum: een maand 13 bestaat niet"),
        ("12/31/2026", "'12/31/2026' is geen datum: een maand 31 bestaat niet"),
        ("2026/05/04", "'2026/05/04' is geen datum; zet er streepjes tussen, zoals 13-12-2026"),
        ("dinsdag 4 mei 2026", "'dinsdag 4 mei 2026' klopt niet: 4 mei 2026 is een maandag"),
        ("wo 2026-05-04", "'wo 2026-05-04' klopt niet: 4 mei 2026 is een maandag"),
        (
            "maandag 30 februari 2026",
            "'30 februari 2026' bestaat niet op de kalender: februari 2026 heeft 28 dagen",
        ),
        (
            "2026-1-1",
            "'2026-1-1' is geen datum; schrijf maand en dag met twee cijfers, zoals 2026-05-04",
        ),
        ("4 mei", "'4 mei' is geen datum; zet het jaar erbij, zoals 4 mei 2026"),
        ("32 mei", "'32 mei' bestaat niet op de kalender: mei heeft 31 dagen"),
        ("30 februari", "'30 februari' bestaat niet op de kalender: februari heeft 29 dagen"),
        ("29 feb", "'29 feb' is geen datum; zet het jaar erbij, zoals 29 feb 2028"),
        ("1e april", "'1e april' is geen datum; zet het jaar erbij, zoals 1e april 2026"),
        ("2026-02-30", "'2026-02-30' bestaat niet op de kalender: februari 2026 heeft 28 dagen"),
        ("31 april 2026", "'31 april 2026' bestaat niet op de kalender: april 2026 heeft 30 dagen"),
        ("00-05-2026", "'00-05-2026' bestaat niet op de kalender: mei 2026 heeft 31 dagen"),
        ("2026-13-01", "'2026-13-01' is geen datum: een maand 13 bestaat niet"),
        ("12-31-2026", "'12-31-2026' is geen datum: een maand 31 bestaat niet"),
        ("0026-05-04", "'0026-05-04' is geen datum: het jaar ligt niet tussen 1900 en 2199"),
        ("9999-12-31", "'9999-12-31' is geen datum: het jaar ligt niet tussen 1900 en 2199"),
        (
            "13 descember 2026",
            "'descember' in '13 descember 2026' is geen maand; bedoeld is misschien december",
        ),
        (
            "13 foobar 2026",
            "'foobar' in '13 foobar 2026' is geen maand; schrijf bijvoorbeeld 13 december 2026",
        ),
        (
            "4 may 2026",
            "'may' in '4 may 2026' is geen maand; schrijf bijvoorbeeld 13 december 2026",
        ),
        ("morgen", "'morgen' is geen datum; schrijf 2026-12-13, 13-12-2026 of 13 december 2026"),
        ("", "'' is geen datum; schrijf 2026-12-13, 13-12-2026 of 13 december 2026"),
        (
            "20261213",
            "'20261213' is geen datum; schrijf 2026-12-13, 13-12-2026 of 13 december 2026",
        ),
        (
            "٢٠٢٦-٠١-٠١",
            "'٢٠٢٦-٠١-٠١' is geen datum; schrijf 2026-12-13, 13-12-2026 of 13 december 2026",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_what_is_wrong_in_it(tekst: str, zin: str) -> None:
    with pytest.raises(ValueError, match=r"geen|bestaat|twee|klopt") as fout:
        lees_datum(tekst)
    assert str(fout.value) == zin


@pytest.mark.parametrize(
    "tekst",
    [
        " 2026-05-04",
        "2026-05-04 ",
        "2026-05-04\n",
        "4  mei 2026",
        "4\u00a0mei 2026",
        "4\tmei 2026",
        "4 mei\u200b 2026",
    ],
)
def test_spaces_and_invisible_characters_are_not_overlooked(tekst: str) -> None:
    with pytest.raises(ValueError, match="er staan spaties of tekens te veel in"):
        lees_datum(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["4 o\u212atober 2026", "2026‐05‐04", "４ mei 2026", "2026-05-04T00:00", "4 mei 2026 nC"],
)
def test_characters_that_only_look_right_are_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match="is geen datum"):
        lees_datum(tekst)


def test_a_very_long_text_is_not_repeated_in_full() -> None:
    with pytest.raises(ValueError, match="is geen datum") as fout:
        lees_datum("9" * 100_000)
    assert len(str(fout.value)) < 120


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_way_a_date_is_printed_is_read_back(dag: date) -> None:
    assert lees_datum(datum_vol(dag)) == dag
    assert lees_datum(dag.isoformat()) == dag
    assert lees_datum(f"{dag:%d-%m-%Y}") == dag
    assert lees_datum(datum_lang(dag)) == dag


@pytest.mark.parametrize(
    ("kan", "niet"), [("1990-01-01", "1989-12-31"), ("2079-12-31", "2080-01-01")]
)
def test_the_first_and_last_day_of_a_register_are_days_of_it(kan: str, niet: str) -> None:
    assert lees_strikt(kan).isoformat() == kan
    with pytest.raises(ValueError, match="een register loopt van 1990 tot en met 2079"):
        lees_strikt(niet)


@given(st.dates(date(1901, 1, 1), date(2198, 12, 31)), st.integers(-150, 150))
def test_a_day_without_a_year_is_read_near_a_day_that_is_known(dag: date, afstand: int) -> None:
    assume((dag.month, dag.day) != (2, 29))
    assert lees_datum(datum_kort(dag), rond=dag + timedelta(afstand)) == dag
    assert lees_datum(datum_vol(dag)[:-5], rond=dag + timedelta(afstand)) == dag


@pytest.mark.parametrize(
    ("tekst", "rond", "dag"),
    [
        ("9 juni", date(2026, 6, 2), date(2026, 6, 9)),
        ("9 januari", date(2025, 12, 11), date(2026, 1, 9)),
        ("1e april", date(2026, 5, 18), date(2026, 4, 1)),
        ("29 februari", date(2024, 1, 5), date(2024, 2, 29)),
        ("9 juni 2020", date(2026, 6, 2), date(2020, 6, 9)),  # a year that is said counts
        ("1 januari", date(2024, 6, 2), date(2024, 1, 1)),  # 60 days nearer than the next one
    ],
)
def test_the_year_of_the_context_is_used(tekst: str, rond: date, dag: date) -> None:
    assert lees_datum(tekst, rond=rond) == dag


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        (
            "1 december",
            (
                "'1 december' is op twee manieren te lezen: als 1 december 2025 of als "
                "1 december 2026; schrijf het uit"
            ),
        ),
        (
            "31 december",  # 59 days nearer than the next one
            (
                "'31 december' is op twee manieren te lezen: als 31 december 2025 of als "
                "31 december 2026; schrijf het uit"
            ),
        ),
        ("31 juni", "'31 juni' bestaat niet op de kalender: juni 2026 heeft 30 dagen"),
        ("0 juni", "'0 juni' bestaat niet op de kalender: juni 2026 heeft 30 dagen"),
        ("wo 9 juni", "'wo 9 juni' klopt niet: 9 juni 2026 is een dinsdag"),
        ("9 jumi", "'jumi' in '9 jumi' is geen maand; bedoeld is misschien juni"),
    ],
)
def test_a_day_without_a_year_that_is_not_clear_is_refused(tekst: str, zin: str) -> None:
    with pytest.raises(ValueError, match=r"twee|bestaat|klopt|geen maand") as fout:
        lees_datum(tekst, rond=date(2026, 6, 2))
    assert str(fout.value) == zin


@given(st.text(max_size=30))
def test_any_other_text_gets_a_sentence_and_nothing_else(tekst: str) -> None:
    assume(not re.search(r"[0-9]{4}", tekst))
    with pytest.raises(ValueError, match=r"^'"):
        lees_datum(tekst)


@pytest.mark.parametrize(
    ("dag", "lang", "vol", "kort"),
    [
        (date(2026, 5, 4), "maandag 4 mei 2026", "4 mei 2026", "ma 4 mei"),
        (date(2026, 3, 31), "dinsdag 31 maart 2026", "31 maart 2026", "di 31 maart"),
        (date(2024, 2, 29), "donderdag 29 februari 2024", "29 februari 2024", "do 29 februari"),
        (date(2026, 12, 13), "zondag 13 december 2026", "13 december 2026", "zo 13 december"),
    ],
)
def test_a_date_is_written_out_in_dutch(dag: date, lang: str, vol: str, kort: str) -> None:
    assert (datum_lang(dag), datum_vol(dag), datum_kort(dag)) == (lang, vol, kort)


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("48250", "€\u00a048.250,00"),
        ("48250.5", "€\u00a048.250,50"),
        ("0", "€\u00a00,00"),
        ("-48250", "€\u00a0-48.250,00"),
        ("-0.5", "€\u00a0-0,50"),
        ("-0.001", "€\u00a00,00"),  # no minus before nothing
        ("0.005", "€\u00a00,01"),
        ("2.675", "€\u00a02,68"),
        ("999.995", "€\u00a01.000,00"),
        ("1234567.89", "€\u00a01.234.567,89"),
        ("1E+6", "€\u00a01.000.000,00"),
        ("123456789012345678901234567890.12", "€\u00a0123.456.789.012.345.678.901.234.567.890,12"),
    ],
)
def test_an_amount_has_a_no_break_space_points_and_two_decimals(waarde: str, tekst: str) -> None:
    assert bedrag(Decimal(waarde)) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("71.4", "71,4"),
        ("58.90", "58,90"),
        ("1234.5", "1.234,5"),
        ("-3", "-3"),
        ("1E+3", "1.000"),
        ("90", "90"),
    ],
)
def test_a_figure_keeps_its_digits_and_gets_a_decimal_comma(waarde: str, tekst: str) -> None:
    assert getal(Decimal(waarde)) == tekst


@pytest.mark.parametrize("dagen", [-2, -1, 0, 1, 2])
def test_of_a_day_near_today_the_beginning_of_its_word_is_enough(dagen: int) -> None:
    woorden = {-2: "eergisteren", -1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"}
    nu, woord = date(2026, 5, 18), woorden[dagen]
    for eind in range(1, len(woord) + 1):
        assert lees_gesproken(woord[:eind].upper(), nu) == nu + timedelta(dagen)
    for geen in ("", "vm", "mei", "ma"):
        with pytest.raises(ValueError, match="geen datum"):
            lees_gesproken(geen, nu)
    assert is_dagwoord(f" {woord.upper()} ")
    assert not is_dagwoord(woord[:-1])


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("11-5", date(2026, 5, 11)),
        ("1.6", date(2026, 6, 1)),
        ("31-12", date(2025, 12, 31)),
        ("ma 11-5", date(2026, 5, 11)),
    ],
)
def test_a_day_without_a_year_is_said_in_figures_too(getypt: str, dag: date) -> None:
    assert lees_gesproken(getypt, date(2026, 3, 2)) == dag


@pytest.mark.parametrize("getypt", ["31-4", "12-13", "5-13", "11/5", "18-11"])
def test_figures_that_are_no_day_or_two_are_refused(getypt: str) -> None:
    """With a stroke it is another day to an English reader; half a year away it may be two."""
    with pytest.raises(ValueError, match=r"kalender|datum|manieren"):
        lees_gesproken(getypt, date(2026, 5, 18))


def test_where_no_day_is_near_a_year_is_needed() -> None:
    with pytest.raises(ValueError, match="geen datum"):
        lees_datum("11-5")
