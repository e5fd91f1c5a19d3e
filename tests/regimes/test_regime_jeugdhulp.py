"""Bijlage 4 (J) as data, against tables that were typed by hand from the contract."""

from __future__ import annotations

from clm_cli.tijd.termijn import Duur, Eenheid


def werkdagen(aantal: int) -> Duur:
    return Duur(aantal, Eenheid.WERKDAGEN)


def weken(aantal: int) -> Duur:
    return Duur(aantal, Eenheid.WEKEN)


FORMEEL = (
    "ingebrekestelling",
    "opschorting",
    "clientenstop",
    "overdracht",
    "terugvordering",
    "boete",
    "niet-verlengen",
    "ontbinding",
)
THEMAS = {
    "Ontwikkelingen in cijfers": (
        "cliëntenstromen",
        "wachttijden",
        "trends",
        "benchmarking",
        "prestaties ten opzichte van andere aanbieders",
    ),
    "Financiële voortgang": (
        "jaarrekening",
        "facturatie",
        "SROI-verplichtingen",
        "rechtmatigheid",
        "naleving van rapportage-afspraken",
    ),
    "Kwaliteit en risico's": (
        "resultaten uit audits en certificeringen",
        "signalen van IGJ of toegang",
        "risicobeoordelingen en verbetermaatregelen",
        "cliënttevredenheidsonderzoeken",
        "uitvoering van het Regionale Handelingskader",
        "administratieve processen en werkafspraken",
    ),
    "Organisatie en samenwerking": (
        "personele en organisatorische ontwikkelingen",
        "innovatieprojecten",
        "samenwerking met lokale teams en ketenpartners",
    ),
    "Beleidscontext": (
        "aansluiting op regionale thema's en gezamenlijke opgaven binnen het zorglandschap",
    ),
}
TREDEN = {
    1: ("Verhogen intensiteit contractmanagement", "nee", ("intensivering",)),
    2: ("Opstellen en uitvoeren verbeterplan", "nee", ("verbeterplan",)),
    3: ("Ingebrekestelling", "ja", ("ingebrekestelling",)),
    4: ("Opschorting betaling", "ja", ("opschorting",)),
    5: ("Cliëntenstop en/of overdracht van cliënten", "ja", ("clientenstop", "overdracht")),
    6: ("Financiële sancties (terugvordering en boete)", "ja", ("terugvordering", "boete")),
    7: ("Beëindiging overeenkomst", "ja", ("niet-verlengen", "ontbinding")),
}
VOORSTELLEN = {
    "in-werking": "besluit",
    "wederhoor-eerst": "smalle-uitzondering",
    "antwoord-als-wederhoor": "antwoord-volstaat",
    "ook-dreigend": "ook-dreigend",
    "vrije-laatste-dag": "volgende-werkdag",
    "begin-verslag": "gesprek",
    "verslag-wie-aan-wie": "opdrachtgever-aan-alle-aanwezigen",
    "begin-antwoord": "ontvangst",
    "begin-verbeterplan": "ontvangst",
    "begin-herstel": "ontvangst",
    "begin-bezwaar": "ontvangst",
    "bezwaar-op-tijd": "verzonden",
    "schriftelijk": "ook-e-mail",
    "begin-directiegesprek": "ontvangst-bezwaar",
    "schorsende-werking": "schorst",
    "schorsing-na-laat-bezwaar": "schorst-niet",
    "einde-schorsing": "vastgelegd-einde",
    "bezwaar-tegen-ingebrekestelling": "staat-stil",
    "ingang-ontbinding": "na-bezwaar",
    "stop-alleen-op-kwaliteit": "schorst",
    "bewijs-bij-trede-5-en-6": "eigen-voorwaarde",
    "risico-bij-stop-en-overdracht": "beide",
    "grond-niet-verlengen": "alleen-ontbinding",
    "vastgesteld-ook-misstand": "beide",
    "vastgesteld-door": "vastleggen-wie",
    "boetemaximum": "totaal-per-jaar",
    "een-vorm-volstaat": "een-vorm-en-kern",
    "vormen-gesloten": "gesloten",
    "andere-gemeenten": "ook-in-de-regio",
    "ingebrekestelling-niet-aangetekend": "met-reden",
    "opschorten-zonder-ingebrekestelling": "nee",
    "opschorten-verplicht": "besluit",
    "themas-vast": "themas-vast",
    "themas-per-gesprek": "per-gesprek",
    "moment-eerste-classificatie": "aanvang-implementatie",
    "monitoring-dop-of-aoc": "leveren-dop-meten-aoc",
    "sancties": "treden-4-tot-en-met-7",
}
EERST_VRAGEN = {
    "antwoord-op-tijd",
    "beslisser-bezwaar",
    "omzet-jaar",
    "omzet-contracten",
    "omzet-btw",
    "optie-laten-verlopen",
    "optiejaren",
    "gemandateerd",
    "verslag-definitief",
}
PER_GEVAL = {
    "werkdag",
    "speelt-veiligheid",
    "eerste-of-toets",
    "classificatie-per",
    "ernst",
    "acuut-risico",
    "redelijke-termijn",
    "opdrachtgever-bij-fraude",
    "termijn-verbeterplan",
    "geen-antwoord",
    "afschalen",
    "sluiten",
    "treden-naast-elkaar",
    "wie-hoort",
}
VERSCHRIJVINGEN_EN_VERWIJZINGEN = {
    "woord-ladder",
    "woord-maatregel",
    "woord-aanbieder",
    "opdrachtnemers-schuine-streep",
    "alle-de-naleving",
    "een-dezelfde",
    "voetnoten",
    "bijlage-11",
}


def test_the_five_themes_stand_with_all_their_subjects(jeugdhulp):
    """J24: the themes are a minimum and their subjects are all listed."""
    assert {thema.titel: thema.onderwerpen for thema in jeugdhulp.themas} == THEMAS


def test_every_talk_opens_with_the_shared_ambition(jeugdhulp):
    """J22: the words are quoted."""
    assert jeugdhulp.ambitie.grond.tekst == (
        "het realiseren van passende, effectieve en beschikbare jeugdhulp in Flevoland"
    )


def test_three_roles_are_always_present_and_four_may_be_invited(jeugdhulp):
    """J20, J21."""
    assert [
        (rol.id, rol.partij, rol.verplicht, rol.voorzitter, rol.aard) for rol in jeugdhulp.rollen
    ] == [
        ("contractmanager", "opdrachtgever", "ja", "ja", "moet"),
        ("contractbeheer", "opdrachtgever", "ja", "nee", "moet"),
        ("aanbieder", "aanbieder", "ja", "nee", "moet"),
        ("beleid", "opdrachtgever", "nee", "nee", "kan"),
        ("financial-control", "opdrachtgever", "nee", "nee", "kan"),
        ("toezicht", "opdrachtgever", "nee", "nee", "kan"),
        ("lokale-toegang", "gemeente", "nee", "nee", "kan"),
    ]


def test_findings_are_made_together_by_three_questions(jeugdhulp):
    """J26."""
    assert [vraag.titel for vraag in jeugdhulp.bevindingsvragen] == [
        "Herkennen we dit beeld?",
        "Hoe verklaren we dit?",
        "Wat kunnen we verbeteren, en wie pakt welke actie op?",
    ]


def test_a_report_holds_decisions_actions_and_delivery_dates(jeugdhulp):
    """J27."""
    assert [eis.id for eis in jeugdhulp.verslageisen] == [
        "besloten-en-gemandateerd",
        "actie-door-wie",
        "oplevertermijn",
        "kort-en-smart",
    ]


def test_the_method_and_three_works_are_the_guideline(jeugdhulp):
    """J50."""
    assert [werk.titel for werk in jeugdhulp.leidraad] == [
        "De CATS CM-methodiek",
        "CATS CM (Van Haren Publishing)",
        "Handreiking Contractbeheer en Contractmanagement (VNG)",
        "Van contractgesprek naar kwaliteitsgesprek (NJi, 2022)",
    ]


def test_the_terms_have_the_length_that_the_contract_gives_and_no_other(jeugdhulp):
    """J28, J29, J38, J45, J46; J39 and J40 name no length."""
    assert {
        termijn.soort: (termijn.termijn, termijn.partij, termijn.grond.eis)
        for termijn in jeugdhulp.termijnen
    } == {
        "verslag-delen": (weken(2), "opdrachtgever", "J28"),
        "verslag-reactie": (weken(1), "aanbieder", "J29"),
        "reactie": (werkdagen(15), "aanbieder", "J38"),
        "verbeterplan": (None, "aanbieder", "J39"),
        "herstel": (None, "aanbieder", "J40"),
        "bezwaar": (werkdagen(5), "aanbieder", "J45"),
        "directiegesprek": (werkdagen(10), "beide", "J46"),
    }


def test_only_the_reaction_to_a_report_starts_from_an_event_that_the_contract_names(jeugdhulp):
    """J29: 'daarop' is the sharing; all other starts are readings."""
    assert {termijn.soort: termijn.begin for termijn in jeugdhulp.termijnen if termijn.begin} == {
        "verslag-reactie": "gedeeld"
    }


def test_only_objection_is_a_right_that_lapses(jeugdhulp):
    """J45."""
    assert [termijn.soort for termijn in jeugdhulp.termijnen if termijn.recht == "ja"] == [
        "bezwaar"
    ]


def test_objection_is_open_to_every_formal_measure_and_to_nothing_else(jeugdhulp):
    """J45: from trede 3; J46 knows no such limit."""
    per_soort = {termijn.soort: termijn.instrumenten for termijn in jeugdhulp.termijnen}
    assert per_soort["bezwaar"] == FORMEEL
    assert per_soort["directiegesprek"] == ("intensivering", "verbeterplan", *FORMEEL)


def test_the_ladder_has_seven_steps_of_which_five_are_formal(jeugdhulp):
    """J38-J44, and J45 for what is formal."""
    treden = {
        trede.trede: (
            trede.titel,
            trede.formeel,
            tuple(rij.instrument for rij in trede.instrumenten),
        )
        for trede in jeugdhulp.treden
    }
    assert treden == TREDEN
    assert [trede.grond.eis for trede in jeugdhulp.treden] == [
        "J38",
        "J39",
        "J40",
        "J41",
        "J42",
        "J43",
        "J44",
    ]


def test_suspension_and_recovery_are_what_the_contract_prescribes_the_rest_it_allows(jeugdhulp):
    """J41 'worden opgeschort' and J43 'vordert terug'.

    A fine is a right, J37 leaves the choice of step.
    """
    moet = [
        rij.instrument
        for trede in jeugdhulp.treden
        for rij in trede.instrumenten
        if rij.aard == "moet"
    ]
    assert moet == ["opschorting", "terugvordering"]


def test_every_instrument_has_its_own_letter(jeugdhulp):
    """J44: two instruments on a trede are two letters."""
    assert {
        rij.instrument: rij.brief for trede in jeugdhulp.treden for rij in trede.instrumenten
    } == {
        "intensivering": "verzoek-verklaring",
        "verbeterplan": "verzoek-verbeterplan",
        **{instrument: instrument for instrument in FORMEEL},
    }


def test_evidence_counts_from_trede_5_only(jeugdhulp):
    """J48."""
    assert [
        trede.trede for trede in jeugdhulp.treden for rij in trede.instrumenten if rij.bewijs
    ] == [5, 5, 6, 6, 7, 7]


def test_a_body_is_named_for_unsafety_only(jeugdhulp):
    """J48: a body is required for form (a) only; J49 names none."""
    assert {vorm.id: vorm.vaststellers for vorm in jeugdhulp.bewijsvormen if vorm.vaststellers} == {
        "onveiligheid": ("Inspectie Gezondheidszorg en Jeugd (IGJ)", "gemeentelijk toezichthouder")
    }


def test_serious_abuse_and_fraud_have_three_forms_each_with_the_head_condition(jeugdhulp):
    """J48 (a)-(c) and J49 (a)-(c): every form repeats what precedes the list."""
    vormen = [(vorm.hoort_bij, vorm.id, vorm.grond.eis) for vorm in jeugdhulp.bewijsvormen]
    assert vormen == [
        ("ernstige-misstand", "onveiligheid", "J48"),
        ("ernstige-misstand", "geen-continuiteit", "J48"),
        ("ernstige-misstand", "ervaringen-andere-gemeenten", "J48"),
        ("fraude", "valsheid-in-geschrifte", "J49"),
        ("fraude", "bedrog", "J49"),
        ("fraude", "verduistering", "J49"),
    ]
    kern = "de veiligheid van cliënt(en) of de kwaliteit van zorg is direct in het geding"
    assert {
        vorm.elementen[0]
        for vorm in jeugdhulp.bewijsvormen
        if vorm.hoort_bij == "ernstige-misstand"
    } == {kern}
    fraude = ("opzet", "misleiding van de opdrachtgever", "financieel gewin")
    assert {
        vorm.elementen[:3] for vorm in jeugdhulp.bewijsvormen if vorm.hoort_bij == "fraude"
    } == {fraude}


def test_the_four_kinds_of_shortcoming_are_kinds_of_signal(jeugdhulp):
    """J34, and the forms of J48 and J49 that a signal can point at."""
    assert [soort.id for soort in jeugdhulp.signaalsoorten if soort.grond.eis == "J34"] == [
        "kwaliteit",
        "continuiteit",
        "rechtmatigheid",
        "tijdigheid",
    ]
    assert [aanleiding.soort for aanleiding in jeugdhulp.aanleidingen] == ["signaal"]


def test_a_proposal_is_made_only_where_there_is_a_default(jeugdhulp):
    assert {vraag.id: vraag.voorstel for vraag in jeugdhulp.vragen if vraag.voorstel} == VOORSTELLEN


def test_what_has_to_be_asked_has_no_proposal(jeugdhulp):
    """J43: the base of a fine is asked; J44: an option that lapses; J27: 'gemandateerd'."""
    assert {
        vraag.id for vraag in jeugdhulp.vragen if vraag.keuzes and not vraag.voorstel
    } == EERST_VRAGEN


def test_what_differs_from_case_to_case_offers_no_choice(jeugdhulp):
    zonder = {vraag.id for vraag in jeugdhulp.vragen if not vraag.keuzes}
    assert zonder == PER_GEVAL | VERSCHRIJVINGEN_EN_VERWIJZINGEN
    assert {
        vraag.id for vraag in jeugdhulp.vragen if vraag.soort in ("verschrijving", "verwijzing")
    } == (VERSCHRIJVINGEN_EN_VERWIJZINGEN)


def test_the_contract_is_silent_on_the_length_of_a_plan_and_of_recovery(jeugdhulp):
    """J39, J40, J29."""
    stil = {stilte.onderwerp for stilte in jeugdhulp.zwijgt_over}
    assert {
        "verbeterplantermijn",
        "hersteltermijn",
        "geen-antwoord",
        "afschalen",
        "sluiten",
        "treden-naast-elkaar",
        "verslag-definitief",
        "wie-hoort",
    } <= stil


def test_annex_11_was_not_seen(jeugdhulp):
    """J25, S22."""
    assert "Bijlage 11 Monitoring en sturing" in [rij.stuk for rij in jeugdhulp.niet_ingezien]
