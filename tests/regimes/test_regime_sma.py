"""The SMA annex (S) as data, against tables that were typed by hand from the contract."""

from __future__ import annotations

from clm_cli.tijd.termijn import Duur, Eenheid

NIVEAUS = {
    "operationeel": ("uitvoering", "casuïstiek"),
    "tactisch": (
        "structurele prestaties",
        "monitoring van KPI's",
        "analyse van klachten en signalen",
        "preventieve verbetermaatregelen",
    ),
    "strategisch": (
        "evaluatie",
        "innovatie",
        "duurzaamheid",
        "besluitvorming over verlenging of beëindiging",
    ),
}
TREDEN = {
    1: ("Preventie en Vroegsignalering", "nee", ("preventie",)),
    2: (
        "Het door een Opdrachtnemer opstellen en uitvoering geven aan een verbeterplan",
        "nee",
        ("verbeterplan",),
    ),
    3: ("Ingebrekestelling", "ja", ("ingebrekestelling",)),
    4: ("Terugbetaling facturaties", "ja", ("terugvordering",)),
    5: ("Opdrachtenstop", "ja", ("opdrachtenstop",)),
    6: ("Niet verlengen overeenkomst", "ja", ("niet-verlengen",)),
    7: ("Ontbinden overeenkomst", "ja", ("ontbinding", "opzegging")),
}
VOORSTELLEN = {
    "ingebrekestelling-zonder-verbeterplan": "met-reden",
    "in-werking": "besluit",
    "preventie-als-trede": "trede-1",
    "toegang-tot-trede-2": "sturen-en-preventie-eerst",
    "zelfde-kwartalen": "dezelfde",
    "zelfde-kpi": "dezelfde",
    "kwartaal": "kalenderkwartaal",
    "ontbrekend-cijfer": "onbekend",
    "formele-stappen": "treden-3-tot-en-met-7",
    "pve-en-plan": "een-van-beide",
    "ernst-en-kpis": "beide",
    "kwaliteit-en-continuiteit": "een-van-beide-met-reden",
    "eigen-maatregelen": "toegestaan",
    "tien-werkdagen": "beide-gronden",
    "verbeterplan-zonder-preventie": "met-reden",
    "afgekeurd-plan": "nieuwe-termijn",
    "vrije-laatste-dag": "volgende-werkdag",
    "begin-verbeterplan": "ontvangst",
    "begin-herstel": "ontvangst",
    "stop-zonder-wederhoor": "achteraf-horen",
    "begin-bevestiging": "ingang",
    "schriftelijk": "ook-e-mail",
    "ontbinden-of-opzeggen": "twee-instrumenten",
    "uiterste-maatregel": "hard-bij-ontbinding",
    "terugvordering-los-van-treden": "altijd",
    "voldoen-aan-de-tekortkoming": "verplichting",
}
EERST_VRAGEN = {"bibop", "plan-op-tijd", "tussentijds-niet-verlengen", "administratieve-fout"}
ZONDER_KEUZE = {
    "woord-opvolgende",
    "wederhoor-verwijzing",
    "figuur-1",
    "andere-stukken",
    "werkdag",
    "aansprakelijkheid",
    "herhaalde-ingebrekestelling",
    "wie-besluit",
    "directie",
    "indien-of-als",
}


def test_the_three_levels_stand_with_all_their_subjects(sma):
    """S01, S02."""
    assert {niveau.niveau: niveau.onderwerpen for niveau in sma.niveaus} == NIVEAUS


def test_the_agenda_of_a_level_has_the_subjects_of_that_level(sma):
    """S02."""
    assert {thema.niveau: thema.onderwerpen for thema in sma.themas} == NIVEAUS


def test_the_end_of_the_contract_is_decided_at_the_strategic_level_only(sma):
    """S02, S17, S18, S19."""
    assert {
        niveau.niveau: niveau.besluit_over for niveau in sma.niveaus if niveau.besluit_over
    } == {"strategisch": ("niet-verlengen", "ontbinding", "opzegging")}


def test_three_things_start_the_model_and_a_preventive_signal_prevention(sma):
    """S05, S06, S07; S10."""
    assert [
        (rij.soort, rij.grond.eis, rij.aantal, rij.venster, rij.periode) for rij in sma.aanleidingen
    ] == [
        ("reeks", "S05", 2, 2, "kwartaal"),
        ("signaal", "S06", None, None, None),
        ("medewerking", "S07", None, None, None),
        ("signaal", "S10", None, None, None),
    ]


def test_the_six_preventive_signals_are_examples(sma):
    """S10: 'bijvoorbeeld'."""
    assert [soort.grond.tekst for soort in sma.signaalsoorten if soort.grond.eis == "S10"] == [
        "Toename klachten (inhoud, bejegening, onduidelijkheid)",
        "Overschrijding doorlooptijden",
        "Inconsistente of onvoldoende onderbouwde adviezen",
        "Signalen van consultants of cliënten",
        "Gebrekkige dossiervorming",
        "Mogelijke schending van privacy of beroepsnormen",
    ]
    assert sma.eigen_signalen == "ja"


def test_the_seven_preventive_measures_keep_the_words_of_the_contract(sma):
    """S10, with 'Bibop' as it is written."""
    assert [maatregel.grond.tekst for maatregel in sma.maatregelen] == [
        "Casuïstiekoverleg/ intervisie",
        "Verzoek om nadere toelichting",
        "Dossieraudit",
        "Preventief verbeterverzoek",
        "Intensivering kwaliteitscontrole",
        "Gezamenlijke trendanalyse",
        "Bibop",
    ]


def test_the_four_shortcomings_after_two_quarters(sma):
    """S11."""
    assert [tekortkoming.grond.tekst for tekortkoming in sma.tekortkomingen] == [
        "Ondeugdelijke medische adviezen",
        "Niet naleven van richtlijnen",
        "Herhaald overschrijden termijnen",
        "Onvoldoende dossiervorming",
    ]


def test_a_plan_has_ten_workdays_and_no_other_term_has_a_length(sma):
    """S12; S14 and S16 name no length."""
    assert {
        rij.soort: (rij.termijn, rij.partij, rij.grond.eis, rij.instrumenten)
        for rij in sma.termijnen
    } == {
        "verbeterplan": (Duur(10, Eenheid.WERKDAGEN), "aanbieder", "S12", ("verbeterplan",)),
        "herstel": (None, "aanbieder", "S14", ("ingebrekestelling",)),
        "bevestiging": (None, "opdrachtgever", "S16", ("opdrachtenstop",)),
    }


def test_no_term_starts_from_an_event_that_the_contract_leaves_out(sma):
    """S12 says 'na verzoek', which is sent and received; S14 and S16 name no start."""
    assert [rij.soort for rij in sma.termijnen if rij.begin] == []


def test_the_model_has_seven_steps(sma):
    """S10-S19; which steps are formal is data (S04)."""
    treden = {
        trede.trede: (
            trede.titel,
            trede.formeel,
            tuple(rij.instrument for rij in trede.instrumenten),
        )
        for trede in sma.treden
    }
    assert treden == TREDEN


def test_dissolution_and_termination_are_two_letters_with_their_own_clause(sma):
    """S18, S19."""
    assert [(rij.instrument, rij.brief, rij.grond.eis) for rij in sma.treden[6].instrumenten] == [
        ("ontbinding", "ontbinding", "S18"),
        ("opzegging", "opzegging", "S19"),
    ]


def test_prevention_has_no_letter_and_every_other_instrument_has_one(sma):
    assert {rij.instrument: rij.brief for trede in sma.treden for rij in trede.instrumenten} == {
        "preventie": "geen",
        "verbeterplan": "verzoek-verbeterplan",
        "ingebrekestelling": "ingebrekestelling",
        "terugvordering": "terugvordering",
        "opdrachtenstop": "opdrachtenstop",
        "niet-verlengen": "niet-verlengen",
        "ontbinding": "ontbinding",
        "opzegging": "opzegging",
    }


def test_the_provider_is_at_all_times_responsible_and_the_buyer_is_careful(sma):
    """S21, standing in every register under this regime."""
    assert [
        (plicht.id, plicht.partij) for plicht in sma.verplichtingen if plicht.grond.eis == "S21"
    ] == [
        ("belang-van-de-client", "aanbieder"),
        ("zorgvuldig-escaleren", "opdrachtgever"),
    ]


def test_a_plan_names_goals_shortcoming_way_and_term(sma):
    """S13."""
    assert [plicht.id for plicht in sma.verplichtingen if plicht.grond.eis == "S13"] == [
        "verbeterplan-smart",
        "verbeterplan-tekortkoming",
        "verbeterplan-wijze",
        "verbeterplan-wanneer",
    ]


def test_a_proposal_is_made_only_where_there_is_a_default(sma):
    assert {vraag.id: vraag.voorstel for vraag in sma.vragen if vraag.voorstel} == VOORSTELLEN


def test_what_has_to_be_asked_has_no_proposal(sma):
    """S10 'Bibop', S17 'tussentijds', S15 credit notes."""
    assert {vraag.id for vraag in sma.vragen if vraag.keuzes and not vraag.voorstel} == EERST_VRAGEN
    assert {vraag.id for vraag in sma.vragen if not vraag.keuzes} == ZONDER_KEUZE


def test_what_the_contract_does_not_regulate_is_said(sma):
    """S23."""
    stil = {stilte.onderwerp for stilte in sma.zwijgt_over}
    assert {
        "classificatie",
        "gespreksfrequentie",
        "aanwezigen",
        "verslagtermijn",
        "boete",
        "bezwaar",
        "geschil",
        "bewijs",
        "aangetekend",
    } <= stil


def test_figure_1_and_the_papers_of_the_tender_were_not_seen(sma):
    """S22."""
    assert [rij.stuk for rij in sma.niet_ingezien if rij.grond.eis == "S22"] == [
        "Figuur 1 Escalatiemodel",
        "Het PvE",
        "Het plan van aanpak",
        "De aanbestedingsdocumenten",
    ]
