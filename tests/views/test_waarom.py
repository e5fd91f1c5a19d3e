"""The whole reason of one line."""

from __future__ import annotations

import pytest

from clm_cli.views.opmaak import Papier
from clm_cli.views.werklijst.waarom import Waaromblad, als_json, toon
from tests.views.bekeken_register import VIJANDIG, langste, plat


def blad_van(klein, regel):
    return Waaromblad(klein.kijk, regel, klein.geladen.plaats)


def bladzijde(klein, soort, breedte=100):
    return toon(blad_van(klein, klein.regel(soort)), Papier(breedte))


@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_no_line_of_any_reason_is_wider_than_the_paper(klein, breedte):
    breedst = [
        langste(toon(blad_van(klein, regel), Papier(breedte))) for regel in klein.lijst.regels
    ]
    assert max(breedst) <= breedte


def test_it_says_what_who_and_by_when(klein):
    assert (
        "WAT Bezwaar tegen de gekozen trede (ingebrekestelling). De aanbieder is aan zet, "
        "uiterlijk maandag 18 mei 2026. Dat is vandaag, tot 24.00 uur."
    ) in plat(bladzijde(klein, "bezwaar"))


def test_it_quotes_the_clause_with_its_id_and_the_reading(klein):
    """J45: the term is the clause's, its start is a reading."""
    blad = plat(bladzijde(klein, "bezwaar"))
    assert 'GROND J45: "kan binnen 5 werkdagen na een formele maatregel' in blad
    assert (
        "LEZING Lezing 2026-01-12-begin-bezwaartermijn: de bezwaartermijn loopt vanaf de ontvangst"
        in blad
    )


def test_printed_and_counted_days_stand_side_by_side_and_the_one_that_counts_is_marked(klein):
    blad = plat(bladzijde(klein, "bezwaar"))
    assert "TWEE UITKOMSTEN; voor een recht of plicht van de ander geldt de laatste" in blad
    assert (
        "wo 13 mei gerekend: 5 werkdagen na wo 6 mei, kalender atw ▶ ma 18 mei afgedrukt in "
        "de brief"
    ) in blad


def test_the_month_calendar_counts_the_days(klein):
    blad = bladzijde(klein, "bezwaar")
    assert "mei 2026" in blad
    assert "(1)" in blad
    assert "(5)" in blad


def test_another_calendar_only_informs(klein):
    blad = plat(bladzijde(klein, "antwoord-gevraagd"))
    assert "EEN UITKOMST" in blad
    assert "vr 5 juni zou het zijn met kalender feestdagen" in blad
    assert "▶ ma 8 juni gerekend: 15 werkdagen na wo 13 mei" in blad


def test_every_fact_has_its_place(klein):
    blad = plat(bladzijde(klein, "bezwaar"))
    assert (
        "FEITEN ontvangen op 6 mei 2026: handtekening ontvangst. "
        "de-klaproos/brieven/2026-05-04-ingebrekestelling/2026-05-06-bezorgd.yaml:1:8"
    ) in blad


def test_policy_is_never_shown_as_a_clause(klein):
    assert "GROND eigen beleid; dit staat niet in het contract." in plat(
        bladzijde(klein, "stukken")
    )


def test_what_is_late_says_by_how_much(klein):
    assert "Wij zijn aan zet, uiterlijk woensdag 13 mei 2026. Dat is 1 werkdag geleden." in plat(
        bladzijde(klein, "brief-ontvangst")
    )


def test_commands_stand_each_on_their_own(klein):
    regels = bladzijde(klein, "optie").split("\n")
    assert regels[-2:] == [
        "NU       clm contract verlenging de-klaproos ambulant --optie optie-1",
        "of       clm contract niet-verlengd de-klaproos ambulant --optie optie-1",
    ]


def test_a_hostile_name_stands_literally_in_the_heading(klein):
    assert VIJANDIG in plat(bladzijde(klein, "antwoord-gevraagd"))


def test_as_data_it_holds_the_term_and_the_printed_days(klein):
    boom = als_json(blad_van(klein, klein.regel("bezwaar")))
    assert boom["termijn"]["uiterlijk"] == "2026-05-13"
    assert [rij["uiterlijk"] for rij in boom["genoemd"]] == ["2026-05-18"]
