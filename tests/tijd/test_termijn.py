"""Terms counted by hand, what explains them, and their properties."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clm_cli.tijd.kalender import (
    KALENDERS,
    BuitenKalender,
    Kalender,
    Sluitingsdag,
    werkdagen_tussen,
)
from clm_cli.tijd.termijn import (
    Alternatief,
    Berekening,
    Dag,
    Duur,
    Eenheid,
    Rol,
    bereken,
    geldend,
    lees_duur,
)

ATW, ZONDER, FEESTDAGEN = (Kalender(naam) for naam in KALENDERS)


def reken(
    start: str, duur: str, kalender: Kalender = ATW, *, terug: bool = False, rol: Rol | None = None
) -> Berekening:
    return bereken(date.fromisoformat(start), lees_duur(duur), kalender, terug=terug, rol=rol)


@pytest.mark.parametrize(
    ("start", "duur", "atw", "zonder_besluiten", "feestdagen"),
    [
        ("2026-05-04", "10 werkdagen", "2026-05-21", "2026-05-20", "2026-05-19"),
        ("2026-05-06", "5 werkdagen", "2026-05-13", "2026-05-13", "2026-05-13"),
        ("2026-05-07", "5 werkdagen", "2026-05-18", "2026-05-15", "2026-05-15"),
        (
            "2026-05-13",
            "1 werkdag",
            "2026-05-18",
            "2026-05-15",
            "2026-05-15",
        ),  # the decree day 15 May 2026
        (
            "2025-04-24",
            "2 werkdagen",
            "2025-04-28",
            "2025-04-28",
            "2025-04-28",
        ),  # King's Day on Saturday 26 April
        (
            "2026-04-24",
            "1 werkdag",
            "2026-04-28",
            "2026-04-28",
            "2026-04-28",
        ),  # King's Day on Monday
        (
            "2026-04-02",
            "1 werkdag",
            "2026-04-07",
            "2026-04-07",
            "2026-04-07",
        ),  # Good Friday, then Easter
        ("2024-12-24", "1 werkdag", "2024-12-30", "2024-12-27", "2024-12-27"),  # 27 December 2024
        ("2026-05-16", "1 werkdag", "2026-05-18", "2026-05-18", "2026-05-18"),  # from a Saturday
        ("2026-12-31", "1 werkdag", "2027-01-04", "2027-01-04", "2027-01-04"),
        (
            "2026-04-28",
            "1 week",
            "2026-05-06",
            "2026-05-06",
            "2026-05-05",
        ),  # 5 May outside a lustrum
        ("2025-04-28", "1 week", "2025-05-06", "2025-05-06", "2025-05-06"),  # and in one
        ("2026-04-23", "2 weken", "2026-05-07", "2026-05-07", "2026-05-07"),
        (
            "2026-03-20",
            "2 weken",
            "2026-04-07",
            "2026-04-07",
            "2026-04-07",
        ),  # Good Friday rolls over Easter
        (
            "2026-12-18",
            "14 dagen",
            "2027-01-04",
            "2027-01-04",
            "2027-01-04",
        ),  # New Year's Day, then a weekend
        (
            "2025-12-19",
            "14 dagen",
            "2026-01-05",
            "2026-01-02",
            "2026-01-02",
        ),  # 2 January 2026 by decree
        (
            "2026-01-31",
            "1 maand",
            "2026-03-02",
            "2026-03-02",
            "2026-03-02",
        ),  # 28 February is a Saturday
        ("2024-01-31", "1 maand", "2024-02-29", "2024-02-29", "2024-02-29"),  # leap year
        (
            "2026-08-31",
            "6 maanden",
            "2027-03-01",
            "2027-03-01",
            "2027-03-01",
        ),  # 28 February 2027 is a Sunday
        ("2026-11-30", "3 maanden", "2027-03-01", "2027-03-01", "2027-03-01"),
        ("2024-02-29", "1 jaar", "2025-02-28", "2025-02-28", "2025-02-28"),
        ("2024-02-29", "4 jaar", "2028-02-29", "2028-02-29", "2028-02-29"),
        ("2025-05-15", "1 jaar", "2026-05-18", "2026-05-15", "2026-05-15"),
    ],
)
def test_a_term_ends_on_the_day_counted_by_hand(
    start: str, duur: str, atw: str, zonder_besluiten: str, feestdagen: str
) -> None:
    uitkomsten = [
        str(reken(start, duur, kalender).uiterlijk) for kalender in (ATW, ZONDER, FEESTDAGEN)
    ]
    assert uitkomsten == [atw, zonder_besluiten, feestdagen]


@pytest.mark.parametrize(
    ("start", "duur", "rol", "uiterlijk"),
    [
        ("2026-05-18", "3 werkdagen", None, "2026-05-11"),
        ("2026-06-02", "10 werkdagen", None, "2026-05-18"),
        ("2026-06-02", "10 werkdagen", Rol.VOLGENDE, "2026-05-18"),  # working days never roll
        ("2027-01-04", "2 werkdagen", None, "2026-12-30"),
        ("2026-06-05", "3 weken", None, "2026-05-13"),  # 15 May by decree: back over Ascension Day
        ("2026-06-05", "3 weken", Rol.VORIGE, "2026-05-13"),
        ("2026-06-05", "3 weken", Rol.VOLGENDE, "2026-05-18"),
        ("2026-06-05", "3 weken", Rol.NIET, "2026-05-15"),
        ("2026-12-31", "6 maanden", None, "2026-06-30"),
        ("2026-03-31", "1 maand", None, "2026-02-27"),  # 28 February is a Saturday
        ("2025-01-01", "1 maand", Rol.NIET, "2024-12-01"),
        ("2025-01-01", "1 maand", None, "2024-11-29"),
        ("2028-02-29", "1 jaar", None, "2027-02-26"),
    ],
)
def test_counting_back_ends_on_the_day_counted_by_hand(
    start: str, duur: str, rol: Rol | None, uiterlijk: str
) -> None:
    assert str(reken(start, duur, terug=True, rol=rol).uiterlijk) == uiterlijk


def test_preparation_is_counted_back_without_rolling() -> None:
    """Preparation before the uitvoeringsfase ends on the nominal day, working day or not (J05)."""
    uit = reken("2027-01-01", "1 dag", terug=True, rol=Rol.NIET)
    assert (uit.uiterlijk, uit.nominaal) == (date(2026, 12, 31), date(2026, 12, 31))
    uit = reken("2026-06-01", "1 dag", terug=True, rol=Rol.NIET)
    assert uit.uiterlijk == date(2026, 5, 31)
    assert uit.kanttekeningen == (
        "31 mei 2026 is geen werkdag: zondag; de laatste dag schuift niet.",
    )


# -- the derivation
# ----------------------------------------------------------------------------------


def test_the_start_day_never_counts_and_every_other_day_counts_or_says_why_not() -> None:
    assert reken("2026-05-13", "2 werkdagen").dagen == (
        Dag(date(2026, 5, 14), telt=False, nummer=None, reden="Hemelvaartsdag (Atw art. 3 lid 1)"),
        Dag(date(2026, 5, 15), telt=False, nummer=None, reden="gelijkgesteld (BWBR0051300)"),
        Dag(date(2026, 5, 16), telt=False, nummer=None, reden="zaterdag"),
        Dag(date(2026, 5, 17), telt=False, nummer=None, reden="zondag"),
        Dag(date(2026, 5, 18), telt=True, nummer=1, reden=None),
        Dag(date(2026, 5, 19), telt=True, nummer=2, reden=None),
    )


def test_in_a_calendar_term_all_days_count_and_those_it_rolls_over_do_not() -> None:
    assert reken("2026-05-11", "3 dagen").dagen == (
        Dag(date(2026, 5, 12), telt=True, nummer=1, reden=None),
        Dag(date(2026, 5, 13), telt=True, nummer=2, reden=None),
        Dag(date(2026, 5, 14), telt=True, nummer=3, reden="Hemelvaartsdag (Atw art. 3 lid 1)"),
        Dag(date(2026, 5, 15), telt=False, nummer=None, reden="gelijkgesteld (BWBR0051300)"),
        Dag(date(2026, 5, 16), telt=False, nummer=None, reden="zaterdag"),
        Dag(date(2026, 5, 17), telt=False, nummer=None, reden="zondag"),
        Dag(
            date(2026, 5, 18),
            telt=False,
            nummer=None,
            reden="na het einde van de termijn; hierheen schuift de laatste dag",
        ),
    )


def test_counting_back_numbers_the_days_away_from_the_start() -> None:
    dagen = reken("2026-12-28", "2 werkdagen", terug=True).dagen
    assert [(dag.datum.day, dag.nummer, dag.reden) for dag in dagen] == [
        (27, None, "zondag"),
        (26, None, "Tweede kerstdag (Atw art. 3 lid 1)"),
        (25, None, "Eerste kerstdag (Atw art. 3 lid 1)"),
        (24, 1, None),
        (23, 2, None),
    ]


def test_the_nominal_end_is_kept_beside_the_day_it_rolls_to() -> None:
    uit = reken("2026-04-28", "1 week")
    assert (uit.nominaal, uit.uiterlijk, uit.rol) == (
        date(2026, 5, 5),
        date(2026, 5, 6),
        Rol.VOLGENDE,
    )


def test_what_was_given_is_kept() -> None:
    uit = bereken(date(2026, 5, 7), lees_duur("5 werkdagen"), ATW, voorlopig=True)
    assert (uit.start, str(uit.duur), uit.kalender, uit.voorlopig, uit.terug) == (
        date(2026, 5, 7),
        "5 werkdagen",
        ATW,
        True,
        False,
    )


# -- what a reader has to know
# ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "duur", "terug", "rol", "noten"),
    [
        ("2026-03-02", "10 werkdagen", False, None, []),
        (
            "2026-01-31",
            "1 maand",
            False,
            None,
            [
                (
                    "Februari 2026 heeft geen 31e dag; de termijn eindigt op de laatste dag van "
                    "die maand."
                ),
                (
                    "28 februari 2026 is geen werkdag: zaterdag; de laatste dag schuift naar de "
                    "eerstvolgende werkdag, 2 maart 2026."
                ),
            ],
        ),
        (
            "2026-03-31",
            "1 maand",
            True,
            None,
            [
                (
                    "Februari 2026 heeft geen 31e dag; de termijn begint op de laatste dag van "
                    "die maand."
                ),
                (
                    "28 februari 2026 is geen werkdag: zaterdag; de laatste dag schuift naar de "
                    "vorige werkdag, 27 februari 2026."
                ),
            ],
        ),
        (
            "2024-02-29",
            "1 jaar",
            False,
            None,
            [
                (
                    "Februari 2025 heeft geen 29e dag; de termijn eindigt op de laatste dag van "
                    "die maand."
                )
            ],
        ),
        (
            "2026-05-04",
            "10 werkdagen",
            False,
            None,
            [
                (
                    "De kalenders geven niet dezelfde dag: 21 mei 2026 met atw, 20 mei 2026 met "
                    "atw-zonder-besluiten, 19 mei 2026 met feestdagen."
                )
            ],
        ),
        (
            "2029-03-01",
            "5 werkdagen",
            False,
            None,
            [
                (
                    "Over 2029 is hier geen besluit over gelijkgestelde dagen bekend (Atw art. 3 "
                    "lid 3); met zulke dagen is daar geen rekening gehouden."
                )
            ],
        ),
        (
            "2026-05-18",
            "1 dag",
            True,
            Rol.VOLGENDE,
            [
                (
                    "17 mei 2026 is geen werkdag: zondag; de laatste dag schuift naar de "
                    "eerstvolgende werkdag, 18 mei 2026."
                ),
                "Door het schuiven ligt de laatste dag niet meer vóór de startdag.",
            ],
        ),
        (
            "2026-06-05",
            "1 dag",
            False,
            Rol.VORIGE,
            [
                (
                    "6 juni 2026 is geen werkdag: zaterdag; de laatste dag schuift naar de vorige "
                    "werkdag, 5 juni 2026."
                ),
                "Door het schuiven ligt de laatste dag niet meer na de startdag.",
            ],
        ),
    ],
)
def test_the_explanation_says_what_a_reader_has_to_know(
    start: str, duur: str, terug: bool, rol: Rol | None, noten: list[str]
) -> None:
    assert list(reken(start, duur, terug=terug, rol=rol).kanttekeningen) == noten


@pytest.mark.parametrize(
    ("start", "duur", "jaren"),
    [
        ("2022-12-31", "5 werkdagen", []),  # counting begins in 2023
        ("2022-12-29", "5 werkdagen", ["2022"]),
        ("2028-12-20", "20 werkdagen", ["2029"]),
        ("2020-03-02", "5 jaar", []),  # a decree matters only where the term ends
        ("2026-03-02", "4 jaar", ["2030"]),
        ("2028-06-01", "500 werkdagen", ["2029 tot en met 2030"]),
    ],
)
def test_years_without_a_decree_are_named_where_a_decree_could_matter(
    start: str, duur: str, jaren: list[str]
) -> None:
    noten = [noot for noot in reken(start, duur).kanttekeningen if "geen besluit" in noot]
    assert [noot.removeprefix("Over ").split(" is hier")[0] for noot in noten] == jaren
    assert not [
        noot for noot in reken(start, duur, ZONDER).kanttekeningen if "besluit over" in noot
    ]


def test_who_counts_back_from_the_last_day_of_known_decrees_meets_no_year_without() -> None:
    assert reken("2028-12-31", "5 werkdagen", terug=True).kanttekeningen == ()


def test_other_calendars_are_named_only_when_they_give_another_day() -> None:
    assert reken("2026-05-07", "5 werkdagen").alternatieven == (
        Alternatief("atw-zonder-besluiten", date(2026, 5, 15)),
        Alternatief("feestdagen", date(2026, 5, 15)),
    )
    assert reken("2026-05-07", "5 werkdagen", FEESTDAGEN).alternatieven == (
        Alternatief("atw", date(2026, 5, 18)),
    )
    assert reken("2026-03-02", "5 werkdagen").alternatieven == ()


def test_a_calendar_that_runs_out_of_known_years_is_no_alternative() -> None:
    uit = reken("2099-01-01", "508 werkdagen", FEESTDAGEN)
    assert (uit.uiterlijk, uit.alternatieven, uit.kanttekeningen) == (date(2100, 12, 31), (), ())
    with pytest.raises(BuitenKalender):
        reken("2099-01-01", "509 werkdagen", FEESTDAGEN)


def test_a_closing_day_of_our_own_does_not_count_and_says_what_it_changed() -> None:
    dicht = Kalender("atw", (Sluitingsdag(date(2026, 3, 4), "heisessie"),))
    uit = reken("2026-03-02", "3 werkdagen", dicht)
    assert uit.uiterlijk == date(2026, 3, 6)
    assert [dag.reden for dag in uit.dagen if not dag.telt] == ["heisessie"]
    assert uit.kanttekeningen == (
        "Eigen sluitingsdagen tellen hier niet mee; zonder die dagen is het 5 maart 2026.",
    )


def test_closing_days_also_hold_on_the_other_calendars() -> None:
    dicht = Kalender("atw", (Sluitingsdag(date(2026, 5, 15), "brugdag"),))
    assert reken("2026-05-07", "5 werkdagen", dicht).alternatieven == ()


# -- limits
# ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "duur", "terug", "jaar"),
    [
        ("1800-01-01", "1 jaar", False, 1800),
        ("2200-12-30", "1 jaar", False, 2200),
        ("2100-12-31", "1 werkdag", False, 2101),
        ("2100-12-15", "3 weken", False, 2101),
        ("1966-01-03", "1 werkdag", True, 1965),
        ("2026-01-01", "5000 jaar", False, 7026),
        ("2026-01-01", "5000 jaar", True, -2974),
        ("2026-01-01", "5000 weken", False, 2121),
        ("2026-01-01", "5000 maanden", True, 1609),
    ],
)
def test_a_term_outside_the_known_years_is_refused_in_dutch(
    start: str, duur: str, terug: bool, jaar: int
) -> None:
    with pytest.raises(BuitenKalender, match=f"^het jaar {jaar} valt buiten de kalender"):
        reken(start, duur, terug=terug)


def test_the_longest_term_is_counted_and_explained_in_full() -> None:
    uit = reken("1990-01-01", "5000 werkdagen")
    assert werkdagen_tussen(uit.start, uit.uiterlijk, ATW) == 5000
    assert [dag.nummer for dag in uit.dagen if dag.telt] == list(range(1, 5001))


def test_years_outside_the_table_are_answered_by_the_library() -> None:
    assert reken("2075-12-24", "1 werkdag").uiterlijk == date(2075, 12, 27)
    assert reken("1975-04-29", "1 werkdag").uiterlijk == date(1975, 5, 1)


# -- printed dates
# ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("afgeleid", "genoemd", "recht_wederpartij", "geldt"),
    [
        (13, (18,), True, 18),
        (13, (18,), False, 13),
        (18, (13, 15), True, 18),
        (18, (13, 15), False, 13),
        (13, (), True, 13),
        (None, (15, 18), True, 18),
        (None, (15, 18), False, 15),
        (None, (), True, None),
    ],
)
def test_for_a_right_of_the_other_the_latest_day_holds_and_for_our_duty_the_earliest(
    afgeleid: int | None, genoemd: tuple[int, ...], recht_wederpartij: bool, geldt: int | None
) -> None:
    """A printed date is a floor for the right to object (J45), a ceiling for our duties (J28)."""
    mei = {None: None} | {dag: date(2026, 5, dag) for dag in range(1, 32)}
    uit = geldend(
        mei[afgeleid],
        tuple(date(2026, 5, dag) for dag in genoemd),
        recht_wederpartij=recht_wederpartij,
    )
    assert uit == mei[geldt]


# -- properties
# ----------------------------------------------------------------------------------

STARTS = st.dates(date(1985, 1, 1), date(2065, 12, 31))
AANTALLEN = st.integers(1, 60)
EENHEDEN = st.sampled_from([Eenheid.WERKDAGEN, Eenheid.DAGEN, Eenheid.WEKEN, Eenheid.MAANDEN])
ALLE = st.sampled_from([ATW, ZONDER, FEESTDAGEN])


@given(STARTS, AANTALLEN, EENHEDEN, ALLE)
def test_a_longer_term_never_ends_earlier(
    start: date, aantal: int, eenheid: Eenheid, kalender: Kalender
) -> None:
    kort, lang = (
        bereken(start, Duur(n, eenheid), kalender).uiterlijk for n in (aantal, aantal + 1)
    )
    assert kort < lang if eenheid is Eenheid.WERKDAGEN else kort <= lang


@given(STARTS, AANTALLEN, EENHEDEN, ALLE)
def test_a_later_start_never_ends_earlier(
    start: date, aantal: int, eenheid: Eenheid, kalender: Kalender
) -> None:
    vroeg, laat = (
        bereken(dag, Duur(aantal, eenheid), kalender).uiterlijk
        for dag in (start, start + timedelta(days=1))
    )
    assert vroeg <= laat


@given(STARTS, st.integers(1, 80), ALLE)
def test_counting_back_undoes_counting_forward_from_a_workday(
    start: date, aantal: int, kalender: Kalender
) -> None:
    assume(kalender.is_werkdag(start))
    duur = Duur(aantal, Eenheid.WERKDAGEN)
    heen = bereken(start, duur, kalender).uiterlijk
    assert bereken(heen, duur, kalender, terug=True).uiterlijk == start


@given(STARTS, AANTALLEN, EENHEDEN, st.lists(st.integers(-5, 100), max_size=12))
def test_closing_days_only_move_a_term_away_from_its_start(
    start: date, aantal: int, eenheid: Eenheid, dicht: list[int]
) -> None:
    duur = Duur(aantal, eenheid)
    for terug, stap in ((False, 1), (True, -1)):
        gesloten = tuple(Sluitingsdag(start + timedelta(days=stap * n), "dicht") for n in dicht)
        gewoon = bereken(start, duur, ATW, terug=terug).uiterlijk
        met = bereken(start, duur, Kalender("atw", gesloten), terug=terug).uiterlijk
        assert (met - gewoon).days * stap >= 0


@given(STARTS, AANTALLEN, EENHEDEN, ALLE, st.booleans())
def test_a_rolled_term_ends_on_a_workday_and_all_between_are_none(
    start: date, aantal: int, eenheid: Eenheid, kalender: Kalender, terug: bool
) -> None:
    uit = bereken(start, Duur(aantal, eenheid), kalender, terug=terug)
    eerste, laatste = sorted((uit.nominaal, uit.uiterlijk))
    tussen = [eerste + timedelta(days=n) for n in range((laatste - eerste).days + 1)]
    assert [dag for dag in tussen if kalender.is_werkdag(dag)] == [uit.uiterlijk]


@given(STARTS, AANTALLEN, EENHEDEN, ALLE, st.booleans(), st.sampled_from(Rol))
def test_the_derivation_holds_every_day_once_and_gives_each_a_number_or_a_reason(
    start: date, aantal: int, eenheid: Eenheid, kalender: Kalender, terug: bool, rol: Rol
) -> None:
    uit = bereken(start, Duur(aantal, eenheid), kalender, terug=terug, rol=rol)
    stap = timedelta(days=-1 if terug else 1)
    assert [dag.datum for dag in uit.dagen] == [
        start + stap * n for n in range(1, len(uit.dagen) + 1)
    ]
    assert [dag.nummer for dag in uit.dagen if dag.telt] == list(
        range(1, 1 + sum(dag.telt for dag in uit.dagen))
    )
    assert all(
        dag.telt == (dag.nummer is not None) and (dag.telt or dag.reden) for dag in uit.dagen
    )
    assert next(dag.telt for dag in uit.dagen if dag.datum == uit.nominaal)


@given(STARTS, STARTS, STARTS, ALLE)
def test_workdays_between_add_up_and_turn_around(
    een: date, twee: date, drie: date, kalender: Kalender
) -> None:
    heen = werkdagen_tussen(een, twee, kalender)
    assert heen == -werkdagen_tussen(twee, een, kalender)
    assert heen + werkdagen_tussen(twee, drie, kalender) == werkdagen_tussen(een, drie, kalender)


@given(STARTS, st.integers(1, 300), ALLE)
def test_a_term_of_workdays_is_as_long_as_the_workdays_between(
    start: date, aantal: int, kalender: Kalender
) -> None:
    uit = bereken(start, Duur(aantal, Eenheid.WERKDAGEN), kalender)
    assert werkdagen_tussen(start, uit.uiterlijk, kalender) == aantal
