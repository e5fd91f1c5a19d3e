"""The portfolio."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clm_cli.derivations.escalatie.hoogste import hoogste_trede
from clm_cli.derivations.overzicht import portret_van
from clm_cli.derivations.termijnen import regelt
from clm_cli.views.opmaak import Papier
from clm_cli.views.overzicht import Overzicht, als_json, gesorteerd, overzicht, toon
from tests.views.bekeken_register import BESTANDEN, bekijk, feit, langste, plat


def bladzijde(klein, breedte=100, meldingen=None):
    return toon(overzicht(klein.kijk, klein.lijst, meldingen), Papier(breedte))


@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_no_line_is_wider_than_the_paper(klein, breedte):
    assert langste(bladzijde(klein, breedte, {"de-klaproos": 12})) <= breedte


def test_each_dossier_has_one_row_with_its_standing(klein):
    blad = plat(bladzijde(klein, meldingen={"de-klaproos": 2}))
    assert "de-klaproos Marieke Hoekstra 3 1 3 1 3 do 18 jun ma 18 mei 2" in blad
    assert "zorg-oost Joost Bakker n.v.t. 1 ? ? ? ? ma 8 jun ?" in blad


def test_totals_count_late_work_by_who_has_the_ball(klein):
    assert (
        "2 dossiers · 2 lopende contracten · te laat: 1 bij ons, 3 bij anderen · op een trede: 1"
        in plat(bladzijde(klein))
    )


def test_a_missing_category_is_a_question_mark_and_silence_is_not(tmp_path):
    """J13 against S23."""
    klein = bekijk(tmp_path, {"de-klaproos/classificaties/2026-01-15-jeugdhulp.yaml": None})
    categorieen = {
        rij["dossier"]: rij["categorieen"] for rij in als_json(overzicht(klein.kijk, klein.lijst))
    }
    assert categorieen == {"de-klaproos": ["?"], "zorg-oost": []}
    assert "? onbekend: niet vastgelegd of niet te lezen" in plat(bladzijde(klein))


def test_whether_a_contract_regelt_classification_is_unknown_with_its_regime(tmp_path):
    """Unknown is not silence: the page asks for the category, and no work follows from a guess."""
    naam = "overeenkomsten/raam/overeenkomst.yaml"
    tekst = BESTANDEN[naam].replace("regime: sdfl-jeugdhulp-2026", "regime: bestaat-niet")
    klein = bekijk(
        tmp_path, {naam: tekst, "de-klaproos/classificaties/2026-01-15-jeugdhulp.yaml": None}
    )
    antwoorden = {
        contract.overeenkomst.id: regelt(contract, "classificatie")
        for dossier in klein.kijk.register.dossiers.values()
        for contract in dossier.contracten
    }
    assert antwoorden == {"raam": "onbekend", "sma": "nee"}
    rijen = als_json(overzicht(klein.kijk, klein.lijst))
    assert {rij["dossier"]: rij["categorieen"] for rij in rijen} == {
        "de-klaproos": ["?"],
        "zorg-oost": [],
    }
    assert not [r for r in klein.lijst.regels if r.punt.soort == "classificatie"]


def test_what_was_not_checked_is_not_shown_as_none(klein):
    assert [rij["meldingen"] for rij in als_json(overzicht(klein.kijk, klein.lijst))] == [
        None,
        None,
    ]


def test_a_lifted_measure_lowers_the_trede(tmp_path):
    pad = "de-klaproos/escalaties/2026-02-10-wachttijd/2026-05-15-opheffing.yaml"
    tekst = feit(
        "2026-05-15",
        (
            "bij: 2026-05-04-maatregel-ingebrekestelling\nwijze: opgeheven\nreden: "
            "Hersteld\nbesloten_door: marieke\n"
        ),
    )
    klein = bekijk(tmp_path, {pad: tekst})
    assert hoogste_trede(klein.kijk.blik("de-klaproos")) == 0
    assert "zaak open" in plat(bladzijde(klein))


def test_a_broken_file_is_named(klein):
    assert "Niet gelezen: zorg-oost/contacten/2026-05-12-telefoon.yaml (clm controleer)" in plat(
        bladzijde(klein)
    )


def test_dossiers_that_nobody_asked_for_have_no_row(klein):
    een = [portret_van(klein.kijk, "de-klaproos")]
    assert [rij.van.dossier for rij in overzicht(klein.kijk, klein.lijst, None, een).rijen] == [
        "de-klaproos"
    ]
    leeg = toon(overzicht(klein.kijk, klein.lijst, None, []), Papier(100))
    assert "Geen dossier past bij deze vraag." in leeg


@pytest.mark.parametrize(
    ("volgorde", "sleutels"),
    [
        ("naam", ["b", "a", "c"]),
        ("te-laat", ["a", "c", "b"]),
        ("termijn", ["c", "b", "a"]),
        ("trede", ["b", "a", "c"]),
        ("categorie", ["c", "a", "b"]),
        ("meldingen", ["a", "b", "c"]),
    ],
)
def test_rows_stand_in_the_order_that_was_asked(klein, volgorde, sleutels):
    """Three rows typed by hand; equal ones go by name, an unknown category comes last."""
    een = overzicht(klein.kijk, klein.lijst).rijen[0]

    def rij(naam, categorie, trede, laat, termijn, meldingen):
        return replace(
            een,
            van=replace(een.van, dossier=naam, categorieen=categorie, trede=trede, zaken=0),
            laat_wij=laat,
            laat_zij=0,
            termijn=termijn,
            meldingen=meldingen,
        )

    namen = {"a": "m", "b": "k", "c": "z"}
    rijen = (
        rij("m", ("2",), 0, 3, None, 4),
        rij("k", ("?",), 2, 0, date(2026, 6, 1), 0),
        rij("z", ("1", "3"), 0, 1, date(2026, 5, 20), 0),
    )
    blad = gesorteerd(Overzicht(klein.kijk, rijen), volgorde)
    assert [rij.van.dossier for rij in blad.rijen] == [namen[s] for s in sleutels]
