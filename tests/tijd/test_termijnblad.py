"""What `clm termijn` prints: the month calendar, its legend, and the same as JSON."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clm_cli.tijd.kalender import KALENDERS, Kalender, Sluitingsdag
from clm_cli.tijd.termijn import Berekening, Duur, Eenheid, Rol, bereken, lees_duur
from clm_cli.views.termijn import als_json, kalenderblad, toon

DICHT = (Sluitingsdag(date(2026, 5, 8), "heisessie"),)


def reken(
    start: str, duur: str, kalender: str = "atw", *, terug: bool = False, rol: Rol | None = None
) -> Berekening:
    return bereken(
        date.fromisoformat(start), lees_duur(duur), Kalender(kalender), terug=terug, rol=rol
    )


def test_ten_workdays_in_may_are_a_month_calendar_that_explains_itself() -> None:
    assert toon(reken("2026-05-04", "10 werkdagen")).splitlines() == [
        "10 werkdagen na maandag 4 mei 2026",
        "Uiterlijk: donderdag 21 mei 2026, tot en met 24.00 uur",
        "Kalender: atw (feestdagen en gelijkgestelde dagen, Atw art. 3 lid 1, 2 en 3).",
        "",
        "   mei 2026        ma    di    wo    do    vr    za    zo",
        "   week 19         [4]    5*    6     7     8     9    10",
        "                               (1)   (2)   (3)",
        "   week 20         11    12    13    14*   15*   16    17",
        "                   (4)   (5)   (6)",
        "   week 21         18    19    20   >21    22    23    24",
        "                   (7)   (8)   (9)  (10)",
        "   [4] start, telt zelf niet mee   (1)…(10) geteld   >21 laatste dag",
        "   di 5 mei*   Bevrijdingsdag (Atw art. 3 lid 1)",
        "   do 14 mei*  Hemelvaartsdag (Atw art. 3 lid 1)",
        "   vr 15 mei*  gelijkgesteld (BWBR0051300)",
        "   BWBR0051300: Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei",
        "     2027, 28 april 2028 en 26 mei 2028",
        "   za en zo: geen werkdag",
        "",
        "De kalenders geven niet dezelfde dag:",
        "   di 19 mei            feestdagen",
        "   wo 20 mei            atw-zonder-besluiten",
        " ▶ do 21 mei            atw, zoals hier berekend",
    ]


def test_a_month_that_ends_on_a_saturday_shows_where_it_ended_and_where_it_rolls_to() -> None:
    assert toon(reken("2026-01-31", "1 maand")).splitlines() == [
        "1 maand na zaterdag 31 januari 2026",
        "Uiterlijk: maandag 2 maart 2026, tot en met 24.00 uur",
        "Kalender: atw (feestdagen en gelijkgestelde dagen, Atw art. 3 lid 1, 2 en 3).",
        "",
        "   januari 2026    ma    di    wo    do    vr    za    zo",
        "   week 5          26    27    28    29    30   [31]",
        "   februari 2026   ma    di    wo    do    vr    za    zo",
        "   week 5                                               1",
        "   week 6           2     3     4     5     6     7     8",
        "   week 7           9    10    11    12    13    14    15",
        "   week 8          16    17    18    19    20    21    22",
        "   week 9          23    24    25    26    27   =28",
        "   maart 2026      ma    di    wo    do    vr    za    zo",
        "   week 9                                               1",
        "   week 10         >2     3     4     5     6     7     8",
        "   [31] start, telt zelf niet mee   elke dag telt mee   >2 laatste dag",
        "   =28 einde van de termijn, maar geen werkdag: zaterdag",
        "   za, zo en feestdagen tellen mee; alleen de laatste dag kan schuiven",
        "",
        "Let op:",
        "  - Februari 2026 heeft geen 31e dag; de termijn eindigt op de laatste dag van",
        "    die maand.",
        "  - 28 februari 2026 is geen werkdag: zaterdag; de laatste dag schuift naar de",
        "    eerstvolgende werkdag, 2 maart 2026.",
    ]


def test_counting_back_runs_up_to_the_start_and_numbers_away_from_it() -> None:
    assert toon(reken("2026-12-31", "5 werkdagen", terug=True)).splitlines() == [
        "5 werkdagen vóór donderdag 31 december 2026",
        "Uiterlijk: woensdag 23 december 2026",
        "Kalender: atw (feestdagen en gelijkgestelde dagen, Atw art. 3 lid 1, 2 en 3).",
        "",
        "   december 2026   ma    di    wo    do    vr    za    zo",
        "   week 52         21    22   >23    24    25*   26    27",
        "                               (5)   (4)",
        "   week 53         28    29    30   [31]",
        "                   (3)   (2)   (1)",
        "   [31] start, telt zelf niet mee   (1)…(5) geteld   >23 laatste dag",
        "   vr 25 december*  Eerste kerstdag (Atw art. 3 lid 1)",
        "   za en zo: geen werkdag",
    ]


def test_a_long_term_shows_its_first_and_last_month_and_sums_up_the_rest() -> None:
    regels = kalenderblad(reken("2026-01-05", "200 werkdagen"))
    assert [regel.split("ma")[0].strip() for regel in regels if regel.endswith("zo")] == [
        "januari 2026",
        "oktober 2026",
    ]
    assert "   … februari 2026 tot en met september 2026: (20)…(185) …" in regels
    assert "   di 5 mei*     Bevrijdingsdag (Atw art. 3 lid 1)" in regels
    assert "   vr 15 mei*    gelijkgesteld (BWBR0051300)" in regels


def test_a_term_of_years_counts_the_skipped_days_by_name() -> None:
    blad = " ".join(" ".join(kalenderblad(reken("2024-06-03", "500 werkdagen"))).split())
    assert (
        "* 21 doordeweekse dagen tellen niet mee: Eerste kerstdag (2), Tweede kerstdag (2)," in blad
    )
    assert "gelijkgesteld (4)" in blad
    assert "besluit voor 2023-2025: Besluit gelijkstelling van 28 april 2023" in blad
    assert "BWBR0051300: Besluit gelijkstelling van 2 januari 2026" in blad


def test_a_calendar_term_marks_only_what_stops_it_from_ending() -> None:
    regels = kalenderblad(reken("2026-05-01", "13 dagen"))
    assert "   week 20         11    12    13   =14*   15*   16    17" in regels
    assert "   week 19          4     5     6     7     8     9    10" in regels
    assert "   vr 15 mei*  gelijkgesteld (BWBR0051300)" in regels


def test_an_own_closing_day_is_in_the_heading_and_in_the_legend() -> None:
    tekst = toon(bereken(date(2026, 5, 4), lees_duur("5 werkdagen"), Kalender("atw", DICHT)))
    assert "met 1 eigen sluitingsdag." in " ".join(tekst.split())
    assert "   vr 8 mei*  heisessie" in tekst.splitlines()


def test_a_provisional_term_says_so_in_words() -> None:
    uit = bereken(date(2026, 5, 4), lees_duur("5 werkdagen"), Kalender(), voorlopig=True)
    assert "Voorlopig: de startdag is aangenomen en nog niet vastgelegd." in toon(uit).splitlines()


def test_the_turn_of_the_year_shows_years_and_iso_weeks() -> None:
    regels = toon(reken("2026-12-21", "10 werkdagen")).splitlines()
    assert "   december 2026   ma    di    wo    do    vr    za    zo" in regels
    assert "   week 53         28    29    30    31" in regels
    assert "   week 53                                  1*    2     3" in regels
    assert "   week 1           4     5    >6     7     8     9    10" in regels
    assert "   vr 1 januari 2027*    Nieuwjaarsdag (Atw art. 3 lid 1)" in regels


@given(
    st.dates(date(2005, 1, 1), date(2060, 12, 31)),
    st.builds(
        Duur,
        st.integers(1, 400),
        st.sampled_from([Eenheid.WERKDAGEN, Eenheid.DAGEN, Eenheid.WEKEN, Eenheid.MAANDEN]),
    ),
    st.sampled_from(KALENDERS),
    st.booleans(),
    st.sampled_from(Rol),
)
def test_every_page_fits_in_80_columns_and_shows_start_and_last_day(
    start: date, duur: Duur, kalender: str, terug: bool, rol: Rol
) -> None:
    uit = bereken(start, duur, Kalender(kalender, DICHT), terug=terug, rol=rol)
    blad = kalenderblad(uit)
    assert [
        regel for regel in toon(uit).splitlines() if len(regel) > 80 or regel != regel.rstrip()
    ] == []
    grid = "\n".join(blad)
    assert f"[{start.day}]" in grid or f"[>{start.day}]" in grid
    assert f">{uit.uiterlijk.day}" in grid
    assert len(blad) < 60


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 20), st.sampled_from(KALENDERS)
)
def test_every_skipped_weekday_stands_in_the_legend_with_its_reason(
    start: date, aantal: int, kalender: str
) -> None:
    uit = bereken(start, Duur(aantal, Eenheid.WERKDAGEN), Kalender(kalender))
    legenda = " ".join(" ".join(kalenderblad(uit)).split())
    overgeslagen = [dag for dag in uit.dagen if not dag.telt and dag.datum.weekday() < 5]
    assert [
        dag for dag in overgeslagen if f"*  {dag.reden}".replace("  ", " ") not in legenda
    ] == []
    assert legenda.count("*") == 2 * len(overgeslagen)


def test_a_long_reason_is_wrapped() -> None:
    dicht = (Sluitingsdag(date(2026, 5, 8), "dicht wegens " + "verhuizing " * 12),)
    regels = toon(
        bereken(date(2026, 5, 4), lees_duur("5 werkdagen"), Kalender("atw", dicht))
    ).splitlines()
    assert max(map(len, regels)) <= 80


# -- JSON
# ----------------------------------------------------------------------------------


def test_the_json_has_the_shape_that_other_tools_rely_on() -> None:
    assert als_json(reken("2026-05-13", "1 werkdag")) == {
        "start": "2026-05-13",
        "termijn": "1 werkdag",
        "kalender": "atw",
        "uiterlijk": "2026-05-18",
        "nominaal": "2026-05-18",
        "voorlopig": False,
        "dagen": [
            {
                "datum": "2026-05-14",
                "telt": False,
                "nummer": None,
                "reden": "Hemelvaartsdag (Atw art. 3 lid 1)",
            },
            {
                "datum": "2026-05-15",
                "telt": False,
                "nummer": None,
                "reden": "gelijkgesteld (BWBR0051300)",
            },
            {"datum": "2026-05-16", "telt": False, "nummer": None, "reden": "zaterdag"},
            {"datum": "2026-05-17", "telt": False, "nummer": None, "reden": "zondag"},
            {"datum": "2026-05-18", "telt": True, "nummer": 1, "reden": None},
        ],
        "alternatieven": [
            {"kalender": "atw-zonder-besluiten", "uiterlijk": "2026-05-15"},
            {"kalender": "feestdagen", "uiterlijk": "2026-05-15"},
        ],
        "kanttekeningen": [
            (
                "De kalenders geven niet dezelfde dag: 18 mei 2026 met atw, 15 mei 2026 met "
                "atw-zonder-besluiten, 15 mei 2026 met feestdagen."
            )
        ],
    }


@pytest.mark.parametrize(
    ("duur", "terug"), [("10 werkdagen", False), ("2 weken", True), ("1 jaar", False)]
)
def test_the_json_is_plain_data(duur: str, terug: bool) -> None:
    gegevens = als_json(reken("2026-05-04", duur, terug=terug))
    assert json.loads(json.dumps(gegevens)) == gegevens


def test_the_json_holds_every_day_also_of_a_long_term() -> None:
    uit = reken("2026-05-04", "400 werkdagen")
    dagen = als_json(uit)["dagen"]
    assert isinstance(dagen, list)
    verwacht = [
        str(uit.start + timedelta(days=n)) for n in range(1, (uit.uiterlijk - uit.start).days + 1)
    ]
    assert [dag["datum"] for dag in dagen] == verwacht
