"""The story of a dossier."""

from __future__ import annotations

import pytest

from clm_cli.records import soorten
from clm_cli.views.opmaak import Papier
from clm_cli.views.tijdlijn import Tijdlijn, als_json, toon
from tests.views.bekeken_register import CORRECTIE, VIJANDIG, bekijk, feit, langste, plat

ZAAK = "2026-02-10-wachttijd"


def bladzijde(klein, dossier="de-klaproos", breedte=100, escalatie=None):
    ruw = klein.geladen.register.dossiers[dossier].bestanden
    blik = klein.kijk.blik(dossier)
    return toon(Tijdlijn(blik, ruw, klein.geladen.plaats, escalatie), Papier(breedte))


@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_no_line_is_wider_than_the_paper(klein, breedte):
    assert (
        max(langste(bladzijde(klein, naam, breedte)) for naam in ("de-klaproos", "zorg-oost"))
        <= breedte
    )


def test_facts_stand_by_month_with_who_recorded_them_and_where(klein):
    blad = plat(bladzijde(klein))
    assert (
        "MEI 2026 ma 4 verzonden Ingebrekestelling: aangetekend aan Stichting De Klaproos; "
        "Marieke Hoekstra"
    ) in blad
    assert "2026-05-04-verzonden-aangetekend.yaml:1:1" in "".join(blad.split())
    assert blad.index("FEBRUARI 2026") < blad.index("APRIL 2026") < blad.index("MEI 2026")


def test_a_held_talk_is_part_of_the_story(klein):
    assert "do 16 gesprek Regulier gesprek, 2 aanwezigen, 2 acties" in plat(bladzijde(klein))


def test_what_was_recorded_later_than_it_happened_says_so(klein):
    assert (
        "wo 6 bezorgd Ingebrekestelling: handtekening ontvangst Joost Bakker [vastgelegd 13 "
        "mei 2026]"
    ) in plat(bladzijde(klein))


@pytest.mark.parametrize(
    ("moment", "dag"), [("2026-05-14T22:30:00+00:00", "15 mei"), ("2026-05-15T00:30:00+03:00", "")]
)
def test_the_day_of_recording_is_that_of_amsterdam(tmp_path, moment, dag):
    contact = feit("2026-05-14", "wijze: telefoon\nrichting: inkomend\nmet: [Jan]\nkern: Kort\n")
    nu = contact.replace("2026-05-14T12:00:00+02:00", moment)
    klein = bekijk(tmp_path, {"de-klaproos/contacten/2026-05-14-telefoon-kort.yaml": nu})
    assert nu != contact
    kern, _, later = plat(bladzijde(klein)).partition("do 14 contact Telefoon van Jan: Kort")
    assert kern
    assert (f"[vastgelegd {dag} 2026]" in later[:60]) is bool(dag)


def test_a_correction_shows_and_the_mended_fact_says_what_now_counts(tmp_path):
    klein = bekijk(tmp_path, {"de-klaproos/contacten/2026-05-15-correctie.yaml": CORRECTIE})
    blad = plat(bladzijde(klein))
    assert "wo 13 contact Telefoon van F. Yildiz: 12 van 23 wachtenden zijn gestart" in blad
    assert "[verbeterd op 15 mei 2026: Het waren er twaalf]" in blad
    assert "vr 15 correctie 2026-05-13-telefoon is verbeterd: Het waren er twaalf" in blad


def test_a_reaction_to_a_report_after_its_last_day_says_so(tmp_path):
    """J29: shared on 28 April, one week is 5 May, a holiday."""
    reactie = "bij: 2026-04-28-gedeeld\nvan: F. Yildiz\nverzonden: {0}\nontvangen: {0}\n"
    reactie += "punten: [{{id: '1', onderdeel: acties, opmerking: Anders}}]\n"
    map_ = "de-klaproos/gesprekken/2026-04-16-voortgang"
    klein = bekijk(
        tmp_path,
        {
            f"{map_}/{dag}-reactie.yaml": feit(dag, reactie.format(dag))
            for dag in ("2026-05-06", "2026-05-08")
        },
    )
    blad = plat(bladzijde(klein))
    late = blad[blad.index("vr 8 reactie") :]
    assert "van F. Yildiz, 1 opmerking, " in late
    assert blad.count("te laat") == late.count("[te laat: de laatste dag was 6 mei 2026]") == 1


def test_a_fact_that_lapsed_stays_in_the_story_and_says_so(tmp_path):
    vervalt = feit(
        "2026-05-15", "bij: 2026-05-13-telefoon\nreden: Dit was een ander dossier\nvervalt: ja\n"
    )
    klein = bekijk(tmp_path, {"de-klaproos/contacten/2026-05-15-correctie.yaml": vervalt})
    blad = plat(bladzijde(klein))
    assert "11 van 23 wachtenden zijn gestart" in blad
    assert "[vervallen op 15 mei 2026: Dit was een ander dossier]" in blad


def test_one_case_shows_its_own_facts_and_its_letters_only(klein):
    blad = bladzijde(klein, escalatie=ZAAK)
    soorten_getoond = [
        regel.split()[2] for regel in blad.split("\n") if regel[:1] == " " and regel[1:3].isalpha()
    ]
    assert soorten_getoond == ["opening", "verzonden", "maatregel", "bezorgd"]


def test_a_file_that_was_not_read_is_named_at_the_end(klein):
    assert plat(bladzijde(klein, "zorg-oost")).endswith(
        "Niet gelezen, dus niet getoond: zorg-oost/contacten/2026-05-12-telefoon.yaml (clm "
        "controleer)."
    )


def test_a_hostile_name_comes_out_literally(klein):
    assert VIJANDIG in plat(bladzijde(klein, "zorg-oost"))


def test_as_data_every_event_has_its_place(klein):
    boom = als_json(Tijdlijn(klein.kijk.blik("de-klaproos"), plaats=klein.geladen.plaats))
    bezorgd = next(rij for rij in boom if rij["soort"] == "bezorgd")
    assert (bezorgd["datum"], bezorgd["door"], bezorgd["noten"]) == (
        "2026-05-06",
        "joost",
        ["vastgelegd 13 mei 2026"],
    )
    assert bezorgd["plek"]["regel"] == 1


def test_every_kind_of_fact_has_its_sentence():
    assert [soort.naam for soort in soorten.FEITEN if not soort.zin] == []
