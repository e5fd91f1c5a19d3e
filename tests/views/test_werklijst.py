"""The werklijst as a page: groups, who has the ball, consequence, help, and what is not shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clm_cli.derivations.filter import Filter
from clm_cli.derivations.vastgelegd import nieuw_sinds
from clm_cli.derivations.werklijst import werklijst
from clm_cli.views.opmaak import Papier
from clm_cli.views.werklijst.bladzijde import Opties, Werklijstblad, als_json, toon
from tests.views.bekeken_register import VIJANDIG, bekijk, langste, plat

ALLES = Opties(" --alles", " --alles")
INGEBREKESTELLING = "de-klaproos/brieven/2026-05-04-ingebrekestelling"


def bladzijde(klein, breedte=100, vorm="uitgebreid", **rest):
    gewoon = werklijst(klein.kijk, Filter(wie=rest.get("wie")))
    return toon(Werklijstblad(klein.kijk, gewoon, vorm=vorm, **rest), Papier(breedte))


def regels_van(tekst, begin):
    """The line that starts so, up to the next numbered or empty line."""
    regels = tekst.split("\n")
    eerste = next(nr for nr, regel in enumerate(regels) if regel.startswith(begin))
    laatste = next(
        nr for nr in range(eerste + 1, len(regels)) if not regels[nr].startswith("      ")
    )
    return plat("\n".join(regels[eerste:laatste]))


@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_no_line_is_wider_than_the_paper(klein, breedte):
    assert langste(bladzijde(klein, breedte, meldingen=3)) <= breedte


def test_the_heading_says_the_day_for_whom_and_which_weekdays_do_not_count(klein):
    kop = plat(bladzijde(klein, wie="marieke").partition("TE LAAT")[0])
    assert kop.startswith("WERKLIJST maandag 18 mei 2026 Marieke Hoekstra · 1 van 2 dossiers")
    assert "Dit register is een verzonnen voorbeeld." in kop
    assert "Kalender atw. Rond vandaag geen werkdag: do 14 mei (Hemelvaartsdag" in kop
    assert "vr 15 mei (gelijkgesteld" in kop


def test_somebody_who_replaces_a_colleague_is_told_so(klein):
    assert "Ook het werk van Marieke Hoekstra, vervangen tot en met vr 22 mei." in plat(
        bladzijde(klein, wie="selin")
    )


def test_groups_come_in_order_with_their_number_and_empty_ones_are_left_out(klein):
    koppen = [
        regel
        for regel in bladzijde(klein).split("\n")
        if regel.endswith(")") and regel[:2].isupper()
    ]
    assert koppen == [
        "EERST (2)",
        "TE LAAT (4)",
        "MISSCHIEN TE LAAT (1)",
        "KOMENDE VIER WEKEN (2)",
        "VERDER WEG, MAAR EEN RECHT VERVALT (1)",
        "ZONDER DATUM (5)",
        "OVEREENKOMSTEN (1)",
    ]


def test_a_late_point_shows_since_when_who_has_the_ball_what_follows_and_what_helps(klein):
    assert regels_van(bladzijde(klein), "  3 ") == (
        "3 wo 13 mei 1 wd de-klaproos Actie A-32 (Marieke Hoekstra): WIJ afspraak Antwoord op "
        "vraag O-05 Gevolg: zonder opvolging blijft de verbetering uit; bespreek het in het "
        "volgende gesprek. nu: clm actie afgerond de-klaproos A-32 of clm actie verzet "
        "de-klaproos A-32"
    )


def test_our_own_work_is_said_in_capitals(klein):
    assert " WIJ " in regels_van(bladzijde(klein), "  3 ")


def test_a_right_that_lapses_is_marked_today(klein):
    punt = regels_van(bladzijde(klein), "  1! ")
    assert punt.startswith(
        "1! ma 18 mei vandaag de-klaproos Bezwaar tegen de gekozen trede aanbieder J45"
    )


def test_a_provisional_day_says_why(klein):
    punt = regels_van(bladzijde(klein), "  9~ ")
    assert "VOORLOPIG: ontvangst is niet vastgelegd; verzonden op 11 mei 2026" in punt


def test_an_explanation_is_given_once(klein):
    assert "Toelichting als bij 3." in regels_van(bladzijde(klein), "  6 ")


def test_the_foot_counts_what_is_late_and_what_is_not_shown(klein):
    voet = plat(bladzijde(klein, meldingen=2).rpartition("\n\n")[2])
    assert voet.startswith(
        "4 te laat, waarvan 1 bij ons · 1 misschien te laat · 3 later (--dagen 90) · 2 meldingen "
        "bij het lezen (clm controleer)"
    )
    assert (
        "1 bestand niet gelezen, dus deze lijst kan onvolledig zijn: "
        "zorg-oost/contacten/2026-05-12-telefoon.yaml"
    ) in voet


def test_who_is_not_known_is_told_how_to_say_so(klein):
    gezegd = plat(bladzijde(klein))
    assert "clm weet niet wie u bent. Geef --door, of zet het adres van git config user" in gezegd
    assert "clm weet niet wie u bent" not in plat(bladzijde(klein, opties=ALLES))


def test_the_way_to_the_reason_repeats_the_options_that_were_asked(klein):
    assert "clm waarom 15 --alles: de reden" in plat(bladzijde(klein, opties=ALLES))


@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_a_hostile_name_comes_out_literally(klein, breedte):
    stukken = " ".join(plat(bladzijde(klein, breedte)).split())
    woorden = VIJANDIG.split()
    assert all(woord in stukken for woord in woorden)


def test_an_escape_in_a_name_is_made_visible(tmp_path):
    klein = bekijk(tmp_path)
    regels = tuple(
        replace(r, punt=replace(r.punt, wat="\x1b]0;x\x07 \u202eLelystad"))
        for r in klein.lijst.regels
    )
    lijst = replace(klein.lijst, regels=regels)
    blad = toon(Werklijstblad(klein.kijk, lijst, vorm="uitgebreid"), Papier(100))
    assert "<U+001B>]0;x<U+0007>" in blad
    assert "<U+202E>Lelystad" in blad
    assert "\x1b" not in blad


def test_what_was_recorded_since_a_day_is_named_with_who_and_when(klein):
    nieuw = nieuw_sinds(klein.kijk, datetime(2026, 5, 13, tzinfo=UTC))
    blad = plat(bladzijde(klein, nieuw=nieuw))
    assert "NIEUW VASTGELEGD (2)" in blad
    assert "wo 13-05 17.31 Joost Bakker de-klaproos bezorgd: handtekening ontvangst" in blad


def test_what_is_parked_shows_only_when_asked(tmp_path):
    feit = (
        "datum: 2026-05-14\nvastgelegd: 2026-05-14T09:00:00+02:00\ndoor: marieke\nbij: A-31\ntot: "
        "2026-07-01\nreden: Vakantie\n"
    )
    klein = bekijk(tmp_path, {"de-klaproos/opvolging/2026-05-14-geparkeerd-a31.yaml": feit})
    assert "1 geparkeerd (--geparkeerd)" in plat(bladzijde(klein))
    assert "GEPARKEERD (1) tot wo 1 juli de-klaproos Actie A-31" in plat(
        bladzijde(klein, geparkeerd=True)
    )
    assert "GEPARKEERD (1)" not in bladzijde(klein)


def test_a_term_without_a_day_shows_a_question_mark_and_the_reason(tmp_path):
    feit = (
        "datum: 2026-05-08\nvastgelegd: 2026-05-08T09:00:00+02:00\ndoor: joost\nbij: "
        "2026-05-11-verzonden-post\nreden: niet afgehaald\n"
    )
    klein = bekijk(
        tmp_path,
        {
            "zorg-oost/brieven/2026-05-11-verklaring/2026-05-12-retour.yaml": feit.replace(
                "05-08", "05-12"
            )
        },
    )
    blad = plat(bladzijde(klein))
    assert "Brief kwam terug" in blad.partition("EERST (")[2].partition("TE LAAT (")[0]
    assert "Geen datum: retour op 12 mei 2026: niet afgehaald." in blad


def test_nothing_due_is_said(tmp_path):
    klein = bekijk(tmp_path)
    leeg = werklijst(klein.kijk, Filter(wie="salma"))
    blad = toon(Werklijstblad(klein.kijk, leeg, wie="salma"), Papier(100))
    assert "Er is nu niets te doen." in blad
    assert "niets te laat" in blad


def test_as_data_every_line_has_its_reasons_with_their_places(klein):
    boom = json.loads(
        json.dumps(als_json(Werklijstblad(klein.kijk, klein.lijst, klein.geladen.plaats)))
    )
    bezwaar = next(regel for regel in boom["regels"] if regel["soort"] == "bezwaar")
    assert (bezwaar["uiterlijk"], bezwaar["werkdagen"], bezwaar["grond"], bezwaar["vervalt"]) == (
        "2026-05-18",
        0,
        "J45",
        True,
    )
    assert {
        "tekst": "18 mei 2026 staat in de brief",
        "plek": {
            "bestand": f"{INGEBREKESTELLING}/2026-05-04-verzonden-aangetekend.yaml",
            "regel": 9,
            "kolom": 35,
        },
    } in bezwaar["omdat"]


@pytest.mark.parametrize("breedte", [80, 60])
def test_on_narrow_paper_the_ground_stands_behind_what_is_due(klein, breedte):
    assert "Bezwaar tegen de gekozen trede (ingebrekestelling) (J45)" in plat(
        bladzijde(klein, breedte)
    ).replace(" aanbieder", "")


def test_an_empty_list_names_no_number_to_ask_about(klein):
    niets = werklijst(klein.kijk, Filter(gemeente="nergens"))
    assert niets.regels == ()
    assert "clm waarom" not in toon(Werklijstblad(klein.kijk, niets), Papier(100))
    assert "clm waarom" in bladzijde(klein)


@pytest.mark.parametrize("breedte", [100, 80])
def test_as_it_is_opened_every_item_is_one_line_that_fits(klein, breedte):
    blad = bladzijde(klein, breedte, vorm="gewoon")
    genummerd = [regel for regel in blad.split("\n") if regel[:3].strip().isdigit()]
    aantal = len(werklijst(klein.kijk).regels)
    assert [int(regel[:3]) for regel in genummerd] == list(range(1, aantal + 1))
    assert langste(blad) <= breedte
    assert "Gevolg:" not in blad
    assert "nu: clm" not in blad


def test_the_sentence_on_top_counts_what_matters(klein):
    kop = plat(bladzijde(klein, vorm="gewoon").partition("EERST")[0])
    laat = "4 te laat, waarvan 1 bij ons · 1 misschien te laat"
    assert f"{laat} · 1 vandaag · 2 rechten vervallen binnenkort" in kop


def test_what_is_cut_off_shows_as_an_ellipsis_and_where_all_of_it_is(klein):
    lang = replace(klein.lijst.regels[2], punt=replace(klein.lijst.regels[2].punt, wat="w" * 200))
    lijst = replace(klein.lijst, regels=(lang,))
    blad = toon(Werklijstblad(klein.kijk, lijst), Papier(80))
    assert "wwww…" in blad
    assert langste(blad) <= 80
    assert "clm werklijst --uitgebreid: alles met reden en opdracht" in plat(blad)


def test_a_long_group_is_cut_and_says_how_many_more(klein):
    een = klein.lijst.onder("te laat")[0]
    regels = tuple(
        replace(een, nummer=nr, punt=replace(een.punt, wat=f"punt {nr}")) for nr in range(1, 50)
    )
    blad = bladzijde(klein, vorm="gewoon")
    assert "andere: clm" not in blad
    lijst = replace(klein.lijst, regels=regels)
    blad = toon(Werklijstblad(klein.kijk, lijst, opties=ALLES), Papier(100))
    assert "TE LAAT (49)" in blad
    assert "punt 20" in blad
    assert "punt 21" not in blad
    assert "en 29 andere: clm werklijst --alles --uitgebreid" in blad


def test_the_short_form_only_counts_what_can_wait(klein):
    blad = bladzijde(klein, vorm="kort")
    assert "Actie A-32" in blad
    straks = werklijst(klein.kijk).onder("komende vier weken")
    assert straks
    assert all(regel.punt.wat[:20] not in blad for regel in straks)
    assert f"{len(straks)}: clm werklijst --uitgebreid" in blad


def test_what_others_recorded_since_the_reader_did_is_counted(klein):
    sinds = (datetime(2026, 5, 15, 12, tzinfo=UTC), 3)
    assert "3 nieuw sinds vr 15 mei (--nieuw)" in plat(
        bladzijde(klein, vorm="gewoon", sinds_u=sinds)
    )
    assert "nieuw sinds" not in bladzijde(klein, vorm="gewoon", sinds_u=(sinds[0], 0))
