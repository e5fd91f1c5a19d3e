"""Terms against the oracle, which was typed by hand before the code: two counts, no shared line."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from clm_cli.tijd.kalender import KALENDERS, Kalender, werkdagen_tussen
from clm_cli.tijd.termijn import Duur, Eenheid, Rol, bereken
from tests.tijd import orakel

DAG, MAAND = np.timedelta64(1, "D"), np.timedelta64(1, "M")
ALLE_DAGEN = np.arange("2015-01-01", "2036-01-01", dtype="datetime64[D]")
RUIM_BINNEN = np.arange("2015-02-15", "2035-11-15", dtype="datetime64[D]")
"""Days from which a term of a month in either direction stays within the years that were typed."""


def doordeweeks(van: str, tot: str) -> np.ndarray:
    alle = np.arange(van, tot, dtype="datetime64[D]")
    return alle[np.is_busday(alle)]


@pytest.mark.parametrize("naam", KALENDERS)
def test_every_workday_start_of_2023_to_2028_ends_on_the_same_day_for_1_to_60_workdays(
    naam: str,
) -> None:
    kalender = Kalender(naam)
    starts, aantallen = doordeweeks("2023-01-01", "2029-01-01"), np.arange(1, 61)
    duren = [Duur(int(n), Eenheid.WERKDAGEN) for n in aantallen]
    eigen = [
        [bereken(start, duur, kalender).uiterlijk for duur in duren] for start in starts.tolist()
    ]
    anders = orakel.werkdagen_na(starts[:, None], aantallen[None, :], naam)
    assert np.argwhere(np.array(eigen, dtype="datetime64[D]") != anders).tolist() == []


@pytest.mark.parametrize("naam", KALENDERS)
def test_every_derivation_numbers_the_same_days_as_the_oracle(naam: str) -> None:
    kalender = Kalender(naam)
    starts, aantallen = doordeweeks("2023-01-01", "2029-01-01"), np.arange(1, 61)
    anders = orakel.werkdagen_na(starts[:, None], aantallen[None, :], naam).tolist()
    for start, verwacht in zip(starts.tolist(), anders, strict=True):
        dagen = bereken(start, Duur(60, Eenheid.WERKDAGEN), kalender).dagen
        assert [(dag.datum, dag.nummer) for dag in dagen if dag.telt] == list(
            zip(verwacht, range(1, 61), strict=True)
        )


@pytest.mark.parametrize("naam", KALENDERS)
def test_every_day_of_2015_to_2035_is_a_workday_for_both_or_for_neither(naam: str) -> None:
    kalender = Kalender(naam)
    assert [kalender.is_werkdag(dag) for dag in ALLE_DAGEN.tolist()] == orakel.is_werkdag(
        ALLE_DAGEN, naam
    ).tolist()


@pytest.mark.parametrize("naam", KALENDERS)
def test_a_day_has_a_reason_exactly_when_it_is_no_workday(naam: str) -> None:
    kalender = Kalender(naam)
    assert [kalender.reden(dag) is None for dag in ALLE_DAGEN.tolist()] == orakel.is_werkdag(
        ALLE_DAGEN, naam
    ).tolist()


@pytest.mark.parametrize("naam", KALENDERS)
@pytest.mark.parametrize("aantal", [1, 5, 15])
def test_every_start_of_2015_to_2035_counts_the_same_forward_and_back(
    naam: str, aantal: int
) -> None:
    kalender, duur = Kalender(naam), Duur(aantal, Eenheid.WERKDAGEN)
    verder = [bereken(start, duur, kalender).uiterlijk for start in RUIM_BINNEN.tolist()]
    terug = [bereken(start, duur, kalender, terug=True).uiterlijk for start in RUIM_BINNEN.tolist()]
    assert verder == orakel.werkdagen_na(RUIM_BINNEN, aantal, naam).tolist()
    assert terug == orakel.werkdagen_voor(RUIM_BINNEN, aantal, naam).tolist()


@pytest.mark.parametrize("naam", KALENDERS)
@pytest.mark.parametrize(
    ("duur", "dagen"), [(Duur(1, Eenheid.DAGEN), 1), (Duur(2, Eenheid.WEKEN), 14)]
)
def test_every_calendar_term_of_2015_to_2035_rolls_to_the_same_day(
    naam: str, duur: Duur, dagen: int
) -> None:
    kalender = Kalender(naam)
    verder = [bereken(start, duur, kalender).uiterlijk for start in RUIM_BINNEN.tolist()]
    terug = [bereken(start, duur, kalender, terug=True).uiterlijk for start in RUIM_BINNEN.tolist()]
    assert verder == orakel.rol_vooruit(RUIM_BINNEN + dagen * DAG, naam).tolist()
    assert terug == orakel.rol_achteruit(RUIM_BINNEN - dagen * DAG, naam).tolist()


def test_every_month_term_ends_on_the_same_day_number_or_the_last_of_the_month() -> None:
    duur, kalender = Duur(1, Eenheid.MAANDEN), Kalender("atw")
    maand = RUIM_BINNEN.astype("datetime64[M]")
    dag_in_maand = RUIM_BINNEN - maand.astype("datetime64[D]")
    laatste = (maand + 2 * MAAND).astype("datetime64[D]") - DAG
    verwacht = np.minimum((maand + MAAND).astype("datetime64[D]") + dag_in_maand, laatste)
    eigen = [
        bereken(start, duur, kalender, rol=Rol.NIET).uiterlijk for start in RUIM_BINNEN.tolist()
    ]
    assert eigen == verwacht.tolist()


@pytest.mark.parametrize("naam", KALENDERS)
def test_workdays_between_two_days_are_counted_the_same(naam: str) -> None:
    kalender, kies = Kalender(naam), np.random.default_rng(20260504)
    een, ander = (kies.choice(ALLE_DAGEN, 4000) for _ in range(2))
    van, tot = np.minimum(een, ander), np.maximum(een, ander)
    eigen = [
        werkdagen_tussen(a, b, kalender) for a, b in zip(van.tolist(), tot.tolist(), strict=True)
    ]
    assert eigen == orakel.geteld(van, tot, naam).tolist()


@pytest.mark.parametrize(("tekst", "besluit"), orakel.BESLUITDAGEN.items())
def test_a_decree_day_is_skipped_with_the_name_of_its_decree(tekst: str, besluit: str) -> None:
    dag, kalender = date.fromisoformat(tekst), Kalender("atw")
    dagen = bereken(dag.replace(day=1), Duur(25, Eenheid.WERKDAGEN), kalender).dagen
    (overgeslagen,) = [d for d in dagen if d.datum == dag]
    nummer = kalender.besluit(dag)
    assert not overgeslagen.telt
    assert (overgeslagen.reden or "").startswith("gelijkgesteld (")
    assert nummer is not None
    assert nummer.naam == besluit


@pytest.mark.parametrize("naam", KALENDERS)
def test_no_other_day_than_the_typed_decree_days_is_equated(naam: str) -> None:
    kalender = Kalender(naam)
    gelijkgesteld = [
        str(dag) for dag in ALLE_DAGEN.tolist() if "gelijkgesteld" in (kalender.reden(dag) or "")
    ]
    assert gelijkgesteld == (sorted(orakel.BESLUITDAGEN) if naam == "atw" else [])
