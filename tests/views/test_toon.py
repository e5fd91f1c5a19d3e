"""One dossier on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clm_cli.commands import dossierblad as use
from clm_cli.commands.register import lees
from clm_cli.derivations.cijfers import Cijfer
from clm_cli.derivations.cijfervergelijking import OVERZIENBAAR
from clm_cli.meldingen import Reden
from clm_cli.tijd.periode import Periode
from clm_cli.views.cijfers.hoofdstuk import loop
from clm_cli.views.dossier.blad import dossierblad
from clm_cli.views.dossier.bladzijde import als_json, toon
from clm_cli.views.opmaak import Papier
from tests.bench.groot_register import GEVRAAGD, maak
from tests.views.bekeken_register import BESTANDEN, VIJANDIG, bekijk, feit, langste, plat


def bladzijde(klein, dossier="de-klaproos", breedte=100):
    return toon(dossierblad(klein.kijk.blik(dossier), klein.lijst), Papier(breedte))


@pytest.mark.parametrize("dossier", ["de-klaproos", "zorg-oost"])
@pytest.mark.parametrize("breedte", [100, 80, 60])
def test_no_line_is_wider_than_the_paper(klein, dossier, breedte):
    assert langste(bladzijde(klein, dossier, breedte)) <= breedte


def test_the_head_says_who_this_is_and_who_manages_it(klein):
    kop = plat(bladzijde(klein).partition("LET OP")[0])
    assert kop.startswith(
        "De Klaproos · Stichting De Klaproos Jeugdhulp stand maandag 18 mei 2026 KvK 00001234"
    )
    assert "(uittreksel 28 april 2026, 20 dagen oud)" in kop
    assert "Zaak Z-2026-004512 · contractmanager Marieke Hoekstra · beheer Joost Bakker" in kop
    assert "vervanger Selin Yilmaz tot en met 22 mei 2026" in kop
    assert (
        "Categorie 3 van 3, intensief (score 7,5 van 15 januari 2026) 4 gesprekken per jaar" in kop
    )


def test_a_contract_that_is_silent_on_classification_says_so(klein):
    """S23: what the other contract lays down is not applied here."""
    assert "Classificatie van advies: niet geregeld in deze overeenkomst" in plat(
        bladzijde(klein, "zorg-oost")
    )


def test_a_running_case_comes_first_with_its_terms(klein):
    """J40, J45: a running term is never silent."""
    let_op = plat(bladzijde(klein).partition("LET OP")[2].partition("CONTRACTEN")[0])
    assert let_op.startswith(
        "! Escalatie 2026-02-10-wachttijd over ambulant: TREDE 3, ingebrekestelling, sinds ma 4 mei"
    )
    assert "- Einde hersteltermijn T1: uiterlijk ma 8 juni (aanbieder, J40)" in let_op
    assert "Actie A-32 (Marieke Hoekstra): " in let_op


def test_a_file_that_was_not_read_is_named(klein):
    assert (
        "? Niet gelezen, dus hier niet meegeteld: zorg-oost/contacten/2026-05-12-telefoon.yaml"
        in plat(bladzijde(klein, "zorg-oost"))
    )


def test_contracts_stand_in_a_table_with_their_trede(klein):
    assert "ambulant (p1) JH25-P1-031 alle 3 1-1-2025/31-12-2026 optie-1, 1 jaar trede 3" in plat(
        bladzijde(klein)
    )


def test_a_missing_power_of_attorney_is_named_by_municipality(klein):
    assert "Volmacht raam voor trede 3 t/m 7: 0 van 3 gemeenten (ontbreekt: ALM, DRO, LEL)" in plat(
        bladzijde(klein)
    )


def test_a_power_of_attorney_counts_only_for_the_tredes_it_covers(tmp_path):
    """J40: a power up to trede 2 covers no formal step, and one that ended covers none at all."""
    rijen = "".join(
        f"  - {{gemeente: {gemeente}, overeenkomst: raam, tot_en_met_trede: {trede}, "
        f"van: 2024-10-01, {tot}stuk: Z-1}}\n"
        for gemeente, trede, tot in (
            ("almere", 7, ""),
            ("dronten", 4, ""),
            ("lelystad", 2, ""),
            ("lelystad", 7, "tot: 2026-05-17, "),
        )
    )
    organisatie = BESTANDEN["organisatie.yaml"] + f"volmachten:\n{rijen}"
    klein = bekijk(tmp_path, {"organisatie.yaml": organisatie})
    assert (
        "Volmacht raam voor trede 3 t/m 4: 2 van 3 gemeenten (ontbreekt: LEL); "
        "voor trede 5 t/m 7: 1 van 3 gemeenten (ontbreekt: DRO, LEL)"
    ) in plat(bladzijde(klein))


def test_figures_show_four_periods_their_course_and_for_how_long_they_miss_the_norm(klein):
    blad = plat(bladzijde(klein))
    assert "norm 25-K2 25-K3 25-K4 26-K1 loop stand groep (n) ambulant" in blad
    assert "Start binnen zes weken ≥ 90 % 91,2 84,6 76,3 71,4 ▇▅▂▁ ONDER, 3 kw. – (0)" in blad


def test_the_page_of_a_dossier_of_a_large_register_reads_no_other(tmp_path):
    wortel = maak(tmp_path / "r", OVERZIENBAAR)
    in_klein, in_groot = _gelezen_voor_bladzijde(wortel)
    assert "groep (n)" in in_klein
    assert len(in_groot) > 1
    kaart = wortel / "nog-een/aanbieder.yaml"
    kaart.parent.mkdir()
    kaart.write_bytes((wortel / "waterlelie/aanbieder.yaml").read_bytes())
    bladzijde_, gelezen = _gelezen_voor_bladzijde(wortel)
    assert "groep (n)" not in bladzijde_
    assert "naast andere aanbieders: clm kpi waterlelie" in bladzijde_
    assert gelezen == {"waterlelie"}


def _gelezen_voor_bladzijde(wortel):
    """The page of a dossier, and the dossiers of which something was read for it."""
    nu = lees(wortel, date(2026, 6, 1), onthoud=False)
    tekst = toon(use.toon(nu, GEVRAAGD, nummers=False), Papier(100))
    register = nu.geladen.register
    delen = (*register.inhoud.gemaakt(), *register.cijfers.gemaakt())
    return tekst, {b.pad.partition("/")[0] for deel in delen for b in deel.bestanden}


def test_an_unknown_figure_is_a_question_mark_with_its_reason_and_never_on_norm(klein):
    blad = plat(bladzijde(klein))
    assert "Uitval ≤ 8 % 7,9 8,4 9,6 ? ▁▂▇· ONBEKEND" in blad
    assert (
        "? Uitval (ambulant) 2026-K1: ontbreekt (nog niet aangeleverd) (daarvoor 2 kw. op rij "
        "niet op norm)"
    ) in blad


def test_the_next_terms_and_the_last_contacts_are_shown(klein):
    blad = plat(bladzijde(klein))
    assert (
        "EERSTVOLGENDE TERMIJNEN ma 18 mei ! Bezwaar tegen de gekozen trede "
        "(ingebrekestelling) (J45) aanbieder"
    ) in blad
    assert (
        "LAATSTE CONTACTEN (5 van 6; clm tijdlijn de-klaproos) wo 13 mei contact telefoon van "
        "F. Yildiz"
    ) in blad
    assert "bezorgd Ingebrekestelling: handtekening ontvangst [vastgelegd 13 mei 2026]" in blad


def test_open_work_is_counted_and_people_are_named(klein):
    blad = plat(bladzijde(klein))
    assert "OPEN acties en toezeggingen 2 (WIJ 1, aanbieder 1) · signalen 0" in blad
    assert blad.endswith("MENSEN H. van Dalen, bestuurder")
    assert plat(bladzijde(klein, "zorg-oost")).endswith(
        "MENSEN ? er zijn geen contactpersonen vastgelegd; clm contactpersoon zorg-oost"
    )


def test_a_provider_without_a_readable_card_is_unknown_and_says_so(tmp_path):
    klein = bekijk(tmp_path, {"zorg-oost/aanbieder.yaml": "namen: []\n"})
    blad = plat(bladzijde(klein, "zorg-oost"))
    assert "zorg-oost · naam onbekend" in blad
    assert "? aanbieder.yaml ontbreekt of is niet gelezen" in blad


def test_a_missing_classification_is_a_question_mark(tmp_path):
    """J13: missing shows."""
    klein = bekijk(tmp_path, {"de-klaproos/classificaties/2026-01-15-jeugdhulp.yaml": None})
    assert "? Categorie van ambulant: onbekend, er is geen classificatie vastgelegd" in plat(
        bladzijde(klein)
    )


def test_a_suspended_term_stands_still(tmp_path):
    """J47: an objection that suspends is said in words."""
    pad = "de-klaproos/escalaties/2026-02-10-wachttijd/2026-05-14-bezwaar.yaml"
    bezwaar = feit(
        "2026-05-14",
        (
            "bij: 2026-05-04-maatregel-ingebrekestelling\nontvangen: 2026-05-14\nschriftelijk: "
            "ja\ngronden: Te zwaar\n"
        ),
    )
    klein = bekijk(tmp_path, {pad: bezwaar})
    assert "- Hersteltermijn T1 staat STIL: staat STIL (aanbieder, J40)" in plat(bladzijde(klein))


def test_a_hostile_name_comes_out_literally(klein):
    assert plat(bladzijde(klein, "zorg-oost")).startswith(f"{VIJANDIG} · {VIJANDIG} B.V.")


def cijfers(*waarden):
    return tuple(
        Cijfer(Periode(2026, "kwartaal", 1), w and Decimal(w), None, None, "", Reden(""))
        for w in waarden
    )


@pytest.mark.parametrize(
    ("waarden", "verwacht"),
    [(("1", "2", "3"), "▁▄▇"), (("5", "5"), "▄▄"), (("1", None, "3"), "▁·▇"), ((None, None), "··")],
)
def test_the_course_is_drawn_between_lowest_and_highest_with_a_dot_for_unknown(waarden, verwacht):
    assert loop(cijfers(*waarden)) == verwacht


def test_as_data_unknown_is_null_with_a_reason(klein):
    blik = klein.kijk.blik("de-klaproos")
    boom = als_json(dossierblad(blik, klein.lijst, klein.geladen.plaats))
    uitval = next(rij for rij in boom["cijfers"] if rij["kpi"] == "kpi-02")["cijfers"][-1]
    assert (uitval["periode"], uitval["waarde"], uitval["oordeel"]) == ("2026-K1", None, "onbekend")
    assert "nog niet aangeleverd" in uitval["reden"]
    assert boom["contracten"][0]["trede"] == 3
    assert boom["categorieen"][0]["categorie"] == 3


def test_what_asks_attention_is_cut_to_three_with_the_way_to_the_rest(klein):
    """Ours first; of what is late and of what has no day three are named, the rest counted."""
    een = klein.lijst.groep("te laat")[0]
    punten = [
        *(replace(een.punt, wat=f"hun {nr}", kenmerk=None, bij="aanbieder") for nr in range(4)),
        replace(een.punt, wat="ons punt", kenmerk=None, bij="wij"),
        *(replace(een.punt, wat=f"zonder {nr}", uiterlijk=None, omdat=()) for nr in range(5)),
    ]
    regels = tuple(
        replace(een, punt=punt, groep="te laat" if punt.uiterlijk else "zonder datum")
        for punt in punten
    )
    lijst = replace(klein.lijst, regels=regels)
    tekst = plat(toon(dossierblad(klein.kijk.blik("de-klaproos"), lijst), Papier(100)))
    assert "5 te laat, waarvan 1 bij ons: ons punt bij ONS" in tekst
    assert "hun 1 bij de aanbieder" in tekst
    assert "hun 2" not in tekst.partition("CONTRACTEN")[0]
    assert ", en nog 2 (clm werklijst de-klaproos --alles)" in tekst
    assert "? Zonder datum: zonder 2" in tekst
    assert "? Zonder datum: zonder 3" not in tekst
    assert "? Zonder datum, en nog 2 (clm werklijst de-klaproos --alles)" in tekst
