"""Periods as people write them, what they hold, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clm_cli.tijd.periode import Lengte, Periode, kortste, lees_periode, perioden_in


@pytest.mark.parametrize(
    ("tekst", "eerste", "laatste", "vorige", "volgende"),
    [
        ("2026", "2026-01-01", "2026-12-31", "2025", "2027"),
        ("2026-K1", "2026-01-01", "2026-03-31", "2025-K4", "2026-K2"),
        ("2025-K4", "2025-10-01", "2025-12-31", "2025-K3", "2026-K1"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-01", "2024-03"),
        ("2026-H1", "2026-01-01", "2026-06-30", "2025-H2", "2026-H2"),
        ("2026-H2", "2026-07-01", "2026-12-31", "2026-H1", "2027-H1"),
        ("2026-W01", "2025-12-29", "2026-01-04", "2025-W52", "2026-W02"),
        ("2026-W53", "2026-12-28", "2027-01-03", "2026-W52", "2027-W01"),
        ("2026-12", "2026-12-01", "2026-12-31", "2026-11", "2027-01"),
        ("2026-01", "2026-01-01", "2026-01-31", "2025-12", "2026-02"),
    ],
)
def test_a_period_knows_its_days_and_its_neighbours(
    tekst: str, eerste: str, laatste: str, vorige: str, volgende: str
) -> None:
    periode = lees_periode(tekst)
    assert str(periode) == tekst
    assert (str(periode.eerste), str(periode.laatste)) == (eerste, laatste)
    assert (str(periode.vorige()), str(periode.volgende())) == (vorige, volgende)


def test_periods_stand_in_the_order_of_their_first_day_and_then_the_shorter_first() -> None:
    namen = ["2026", "2025-K4", "2026-K2", "2026-K1", "2026-01", "2025"]
    op_volgorde = ["2025", "2025-K4", "2026-01", "2026-K1", "2026", "2026-K2"]
    assert [str(periode) for periode in sorted(map(lees_periode, namen))] == op_volgorde
    assert lees_periode("2026-K1") >= lees_periode("2026-K1") > lees_periode("2025-K4")


@pytest.mark.parametrize(
    "tekst",
    [
        "2026-K5",
        "2026-H3",
        "2026-W54",
        "2026-W00",
        "2026-13",
        "2026-1",
        "26",
        "Q5 2026",
        "2026-K1 ",
        "1026",
        "٢٠٢٦",
        "\u212a1-2026",
    ],
)
def test_what_is_no_period_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match="is geen periode; schrijf 2026, 2026-H1, 2026-K1"):
        lees_periode(tekst)


@pytest.mark.parametrize(
    ("tekst", "periode"),
    [
        ("Q1 2026", "2026-K1"),
        ("q1 2026", "2026-K1"),
        ("2026-Q1", "2026-K1"),
        ("2026 Q1", "2026-K1"),
        ("K1-2026", "2026-K1"),
        ("K1 2026", "2026-K1"),
        ("2026-k1", "2026-K1"),
        ("kwartaal 1 2026", "2026-K1"),
        ("2026 kwartaal 1", "2026-K1"),
        ("1e kwartaal 2026", "2026-K1"),
        ("4e kwartaal van 2025", "2025-K4"),
        ("Eerste kwartaal 2026", "2026-K1"),
        ("tweede kwartaal 2026", "2026-K2"),
        ("derde kwartaal van 2026", "2026-K3"),
        ("vierde kwartaal 2026", "2026-K4"),
        ("maart 2026", "2026-03"),
        ("mrt 2026", "2026-03"),
        ("3-2026", "2026-03"),
        ("03-2026", "2026-03"),
        ("week 7 2026", "2026-W07"),
        ("W7-2026", "2026-W07"),
        ("2026-W7", "2026-W07"),
        ("1e halfjaar 2026", "2026-H1"),
        ("tweede half jaar van 2025", "2025-H2"),
        ("H2 2026", "2026-H2"),
    ],
)
def test_a_period_is_read_in_every_usual_form(tekst: str, periode: str) -> None:
    assert str(lees_periode(tekst)) == periode


@pytest.mark.parametrize(
    ("perioden", "goed"),
    [
        ("2026 2026-K1 2026-02", "2026-02"),
        ("2026-02 2026-K2", "2026-02 2026-K2"),
        ("2026-K2 2026-K1 2026", "2026-K1 2026-K2"),
        ("2026-01 2026-W01", "2026-W01 2026-01"),  # that week begins in the year before
        ("2026-K4 2026-12", "2026-12"),
        ("2026 2026-K1", "2026-K1"),
        ("2026", "2026"),
    ],
)
def test_of_periods_in_each_other_only_the_shortest_are_meant(perioden: str, goed: str) -> None:
    uit = kortste(lees_periode(periode) for periode in perioden.split())
    assert " ".join(map(str, uit)) == goed


@pytest.mark.parametrize(
    ("tekst", "goed"),
    [
        ("Rapportage K1 2026", "2026-K1"),
        ("cijfers_2026-03 (definitief)", "2026-03"),
        ("Kwartaalrapport 2026, eerste halfjaar 2026", "2026-H1"),
        ("rapport van 2026-03-04", ""),  # a day is no period
        ("week 53 2025", ""),  # that year has 52
    ],
)
def test_a_title_says_which_period_it_is_about(tekst: str, goed: str) -> None:
    assert " ".join(map(str, perioden_in(tekst))) == goed


def test_a_month_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match="'maar' in 'maar 2026' is geen maand"):
        lees_periode("maar 2026")


def test_a_week_that_a_year_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="bestaat niet: 2025 heeft 52 weken"):
        lees_periode("2025-W53")


@given(
    st.sampled_from(["jaar", "halfjaar", "kwartaal", "maand", "week"]),
    st.dates(date(1990, 1, 1), date(2079, 12, 31)),
)
def test_a_day_lies_in_its_period_and_periods_follow_each_other(lengte: Lengte, dag: date) -> None:
    periode = Periode.van(lengte, dag)
    assert periode.eerste <= dag <= periode.laatste
    assert periode.volgende().eerste == periode.laatste + timedelta(days=1)
    assert periode.volgende().vorige() == periode == lees_periode(str(periode))
