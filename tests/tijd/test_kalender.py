"""The feast-day table equals what the library says; every day that is no working day says why."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from clm_cli.tijd import feestdagen
from clm_cli.tijd.gelijkgesteld import BESLUITEN
from clm_cli.tijd.kalender import (
    EERSTE_JAAR,
    KALENDERS,
    LAATSTE_JAAR,
    BuitenKalender,
    Kalender,
    Sluitingsdag,
    gekozen,
    werkdagen_tussen,
)
from tests.conftest import Momentopname
from tests.tijd import maak_feestdagen

ATW = Kalender("atw")


def test_the_table_is_what_the_library_says(momentopname: Momentopname) -> None:
    momentopname(Path(feestdagen.__file__), maak_feestdagen.module())


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (date(2025, 4, 26), "Koningsdag (Atw art. 3 lid 1)"),  # the 27th is a Sunday
        (date(2025, 4, 27), "zondag"),
        (date(2031, 4, 26), "Koningsdag (Atw art. 3 lid 1)"),
        (date(2014, 4, 26), "Koningsdag (Atw art. 3 lid 1)"),  # the first one
        (date(2013, 4, 30), "Koninginnedag (Atw art. 3 lid 1)"),
        (date(2026, 1, 1), "Nieuwjaarsdag (Atw art. 3 lid 1)"),
        (date(2026, 4, 3), "Goede Vrijdag (Atw art. 3 lid 2)"),
        (date(2026, 4, 6), "Tweede paasdag (Atw art. 3 lid 1)"),
        (date(2026, 5, 5), "Bevrijdingsdag (Atw art. 3 lid 1)"),
        (date(2026, 5, 14), "Hemelvaartsdag (Atw art. 3 lid 1)"),
        (date(2016, 5, 5), "Bevrijdingsdag (Atw art. 3 lid 1), Hemelvaartsdag (Atw art. 3 lid 1)"),
        (date(2026, 5, 15), "gelijkgesteld (BWBR0051300)"),
        (date(2025, 5, 30), "gelijkgesteld (besluit voor 2023-2025)"),
        (date(2026, 5, 16), "zaterdag"),
        (date(2026, 5, 18), None),
        (date(2026, 5, 25), "Tweede pinksterdag (Atw art. 3 lid 1)"),
        (date(2026, 12, 25), "Eerste kerstdag (Atw art. 3 lid 1)"),
        (date(2026, 12, 26), "Tweede kerstdag (Atw art. 3 lid 1)"),
        (date(2075, 5, 5), "Bevrijdingsdag (Atw art. 3 lid 1)"),  # from the library itself
        (date(1975, 4, 30), "Koninginnedag (Atw art. 3 lid 1)"),
        (date(1979, 5, 4), None),
        (date(1981, 5, 5), None),  # the law lists 5 May since 1982
        (date(1983, 5, 5), "Bevrijdingsdag (Atw art. 3 lid 1)"),
        (date(2099, 4, 10), "Goede Vrijdag (Atw art. 3 lid 2)"),
    ],
)
def test_a_day_says_why_it_is_no_workday(dag: date, reden: str | None) -> None:
    assert ATW.reden(dag) == reden


@pytest.mark.parametrize(
    ("dag", "atw", "zonder_besluiten", "feestdagen"),
    [
        (date(2026, 5, 5), False, False, True),  # no lustrum
        (date(2025, 5, 5), False, False, False),  # lustrum
        (date(2026, 4, 3), False, False, False),  # Good Friday
        (date(2026, 5, 15), False, True, True),  # by decree
        (date(2016, 5, 5), False, False, False),  # no lustrum, but Ascension Day
        (date(2065, 5, 5), False, False, False),  # lustrum, outside the table
        (date(2066, 5, 5), False, False, True),
        (date(2026, 5, 6), True, True, True),
    ],
)
def test_the_three_calendars_differ_on_these_days(
    dag: date,
    atw: bool,
    zonder_besluiten: bool,
    feestdagen: bool,
) -> None:
    assert [Kalender(naam).is_werkdag(dag) for naam in KALENDERS] == [
        atw,
        zonder_besluiten,
        feestdagen,
    ]


def test_the_calendar_of_employers_names_a_feast_without_an_article_of_law() -> None:
    assert Kalender("feestdagen").reden(date(2026, 4, 3)) == "Goede Vrijdag"


def test_a_closing_day_of_our_own_says_its_own_reason_after_feast_and_weekend() -> None:
    dagen = tuple(Sluitingsdag(date(2026, 5, dag), "brugdag") for dag in (8, 9, 14))
    kalender = Kalender("atw", dagen)
    assert [kalender.reden(dag.datum) for dag in dagen] == [
        "brugdag",
        "zaterdag",
        "Hemelvaartsdag (Atw art. 3 lid 1)",
    ]
    assert [kalender.is_eigen_sluitingsdag(dag.datum) for dag in dagen] == [True, False, False]


@pytest.mark.parametrize("naam", KALENDERS)
def test_the_number_of_workdays_is_that_of_the_days_one_by_one(naam: str) -> None:
    """Own closing days on a workday, in a weekend, on a feast, on the first and on the last day."""
    dagen = [
        date(2026, 4, 30),
        date(2026, 5, 2),
        date(2026, 5, 14),
        date(2026, 5, 18),
        date(2026, 6, 1),
        date(2027, 1, 4),
    ]
    kalender = Kalender(naam, tuple(Sluitingsdag(dag, "dicht") for dag in dagen))
    for na in (date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 1), date(2026, 12, 30)):
        for verder in range(0, 400, 7):
            tot = na + timedelta(days=verder)
            een_voor_een = sum(
                kalender.is_werkdag(na + timedelta(days=n)) for n in range(1, verder + 1)
            )
            assert kalender.werkdagen(na, tot) == een_voor_een, (na, tot)
        for dag in dagen:
            assert dag < na or kalender.werkdagen(na, dag) == sum(
                kalender.is_werkdag(na + timedelta(days=n)) for n in range(1, (dag - na).days + 1)
            )


def test_decree_days_are_fridays_of_the_years_their_decree_settles() -> None:
    assert {dag.weekday() for besluit in BESLUITEN for dag in besluit.dagen} == {4}
    assert [sorted({dag.year for dag in besluit.dagen}) for besluit in BESLUITEN] == [
        [2023, 2024, 2025],
        [2026, 2027, 2028],
    ]
    assert [(besluit.van_jaar, besluit.tot_jaar) for besluit in BESLUITEN] == [
        (2023, 2025),
        (2026, 2028),
    ]


def test_the_name_of_a_decree_lists_exactly_its_days() -> None:
    maanden = {"januari": 1, "april": 4, "mei": 5, "december": 12}
    for besluit in BESLUITEN:
        woorden = (
            besluit.naam.removeprefix("Besluit gelijkstelling van ")
            .replace(" en ", ", ")
            .split(", ")
        )
        delen = [woord.split() for woord in woorden]
        assert (
            tuple(date(int(jaar), maanden[maand], int(dag)) for dag, maand, jaar in delen)
            == besluit.dagen
        )


@pytest.mark.parametrize(
    ("van", "tot", "jaren"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), []),
        (date(2023, 1, 1), date(2028, 12, 31), []),
        (date(2022, 12, 31), date(2023, 1, 5), ["2022"]),
        (date(2019, 6, 1), date(2021, 6, 1), ["2019 tot en met 2021"]),
        (date(2028, 12, 1), date(2030, 1, 5), ["2029 tot en met 2030"]),
        (date(2021, 1, 1), date(2029, 1, 5), ["2021 tot en met 2022", "2029"]),
    ],
)
def test_years_without_a_known_decree_are_named(van: date, tot: date, jaren: list[str]) -> None:
    noten = ATW.kanttekeningen(van, tot)
    assert [noot.removeprefix("Over ").split(" is hier")[0] for noot in noten] == jaren


@pytest.mark.parametrize("naam", ["atw-zonder-besluiten", "feestdagen"])
def test_a_calendar_without_decrees_does_not_speak_of_them(naam: str) -> None:
    assert Kalender(naam).kanttekeningen(date(2015, 1, 1), date(2040, 1, 1)) == ()


def test_every_year_that_is_promised_has_its_feast_days() -> None:
    jaren = range(EERSTE_JAAR, LAATSTE_JAAR + 1)
    assert [
        jaar
        for jaar in jaren
        if ATW.is_werkdag(date(jaar, 1, 1)) or ATW.is_werkdag(date(jaar, 12, 26))
    ] == []
    assert werkdagen_tussen(date(2100, 12, 24), date(2100, 12, 31), ATW) == 5


@pytest.mark.parametrize("jaar", [1965, 2101])
def test_a_year_without_known_feast_days_is_refused_instead_of_guessed(jaar: int) -> None:
    with pytest.raises(
        BuitenKalender, match=rf"^het jaar {jaar} valt buiten de kalender: .* 1966 tot en met 2100$"
    ):
        ATW.is_werkdag(date(jaar, 5, 6))


@pytest.mark.parametrize(
    ("start", "naam"),
    [
        (date(2025, 12, 31), "atw"),  # nothing was chosen yet
        (date(2026, 1, 1), "feestdagen"),
        (date(2026, 6, 30), "feestdagen"),
        (date(2026, 7, 1), "atw-zonder-besluiten"),
    ],
)
def test_the_newest_choice_that_holds_on_the_first_day_counts(start: date, naam: str) -> None:
    keuzen = [
        (date(2026, 7, 1), Kalender("atw-zonder-besluiten")),
        (date(2026, 1, 1), Kalender("feestdagen")),
    ]
    assert gekozen(keuzen, start) == Kalender(naam)


def test_an_unknown_calendar_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(
        ValueError, match="'nl' is geen kalender; kies uit atw, atw-zonder-besluiten, feestdagen"
    ):
        Kalender("nl")


def test_a_term_within_the_table_loads_no_library_and_no_model() -> None:
    code = """
import sys
from datetime import date
from clm_cli.tijd.kalender import Kalender
from clm_cli.tijd.termijn import bereken, lees_duur
from clm_cli.views.termijn import als_json, toon
berekening = bereken(date(2026, 5, 4), lees_duur("10 werkdagen"), Kalender("atw"))
toon(berekening), als_json(berekening)
print(sorted({"holidays", "pydantic", "rich", "ruamel", "jinja2", "numpy"} & set(sys.modules)))
"""
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uit.stdout == "[]\n"
