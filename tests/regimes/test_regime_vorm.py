"""What holds for every regime that ships: references lead somewhere, and quotes are short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from clm_cli import resources
from clm_cli.files.gate import lees
from clm_cli.records.basis import Grond
from clm_cli.records.regime import Begin, Lezingkeuze, Lezingvoorwaarde, Regime, Vraag, Vraagregel
from clm_cli.records.verwijzingen import delen

LIJSTEN_MET_ID = [
    "leidraad",
    "niveaus",
    "rollen",
    "themas",
    "bevindingsvragen",
    "verslageisen",
    "uitgangspunten",
    "verplichtingen",
    "signaalsoorten",
    "tekortkomingen",
    "maatregelen",
    "aanleidingen",
    "bewijsvormen",
    "vragen",
]


def gronden(regime: Regime) -> list[Grond]:
    return [deel for _, deel in delen(regime) if isinstance(deel, Grond)]


def dubbel(woorden: Iterable[str]) -> list[str]:
    return [woord for woord, aantal in Counter(woorden).items() if aantal > 1]


def vraag(regime: Regime, id_: str | None) -> Vraag:
    return next(rij for rij in regime.vragen if rij.id == id_)


def instrumenten(regime: Regime) -> list[str]:
    return [instrument.instrument for trede in regime.treden for instrument in trede.instrumenten]


def test_the_gate_reads_every_regime_without_a_melding():
    assert [(naam, lees(inhoud, naam).meldingen) for naam, inhoud in resources.regimes()] == [
        ("sdfl-jeugdhulp-2026.yaml", ()),
        ("sma-2026.yaml", ()),
    ]


def test_a_regime_is_named_as_its_file():
    assert [
        (naam, lees(inhoud, naam).boom["id"] + ".yaml") for naam, inhoud in resources.regimes()
    ] == [(naam, naam) for naam, _ in resources.regimes()]


def test_ids_are_unique_in_their_list(regime):
    per_lijst = {naam: dubbel(deel.id for deel in getattr(regime, naam)) for naam in LIJSTEN_MET_ID}
    assert {naam: dubbele for naam, dubbele in per_lijst.items() if dubbele} == {}
    assert dubbel(stilte.onderwerp for stilte in regime.zwijgt_over) == []


def test_a_quotation_is_at_most_25_words(regime):
    assert [
        grond.tekst for grond in gronden(regime) if len(grond.tekst.replace("…", " ").split()) > 25
    ] == []


def test_a_quotation_has_no_loose_ends(regime):
    """Clipped words are marked inside a quotation only: it never starts or ends with nothing."""
    assert [
        grond.tekst for grond in gronden(regime) if grond.tekst != grond.tekst.strip(" …,;:")
    ] == []


def test_every_term_starts_from_the_source_or_from_a_question(regime):
    assert [
        termijn.soort
        for termijn in regime.termijnen
        if (termijn.begin is None) == (termijn.vraag is None)
    ] == []


def test_a_question_on_the_start_of_a_term_offers_only_events_that_clm_knows(regime):
    keuzes = {
        keuze.keuze
        for termijn in regime.termijnen
        if termijn.vraag
        for keuze in vraag(regime, termijn.vraag).keuzes
    }
    assert keuzes
    assert keuzes <= set(get_args(Begin))


def test_the_start_of_every_term_is_followed_by_a_reading_that_can_be_shown(regime):
    """Readings give a default for the start of every term: none of them waits for an answer."""
    voorstellen = [
        vraag(regime, termijn.vraag).voorstel for termijn in regime.termijnen if termijn.vraag
    ]
    assert None not in voorstellen


def test_a_proposal_is_one_of_the_choices(regime):
    fout = [
        rij.id
        for rij in regime.vragen
        if rij.voorstel not in {None, *(keuze.keuze for keuze in rij.keuzes)}
    ]
    assert fout == []


def test_what_a_question_decides_names_a_question_that_offers_those_answers(regime):
    """A rule left open offers exactly answers that the rule knows.

    A single answer is one of the choices of its question.
    """
    fout = []
    for sleutel, deel in delen(regime):
        if isinstance(deel, Vraagregel) and deel.vraag:
            kan = set(get_args(get_args(type(deel).model_fields["regel"].annotation)[0]))
            keuzes = {keuze.keuze for keuze in vraag(regime, deel.vraag).keuzes}
            fout += [] if keuzes and keuzes <= kan else [(sleutel, keuzes, kan)]
        elif isinstance(deel, Lezingkeuze | Lezingvoorwaarde) and deel.keuze not in {
            keuze.keuze for keuze in vraag(regime, deel.vraag).keuzes
        }:
            fout.append((sleutel, deel.vraag, deel.keuze))
    assert fout == []


def test_a_contract_with_a_term_for_objection_says_what_an_objection_does(regime):
    assert (regime.bezwaar is not None) == any(
        termijn.soort == "bezwaar" for termijn in regime.termijnen
    )


def test_choices_of_a_question_are_unique(regime):
    assert {
        rij.id: dubbel(keuze.keuze for keuze in rij.keuzes) for rij in regime.vragen if rij.keuzes
    } == {rij.id: [] for rij in regime.vragen if rij.keuzes}


def test_questions_ask_and_choices_fit_inside_a_sentence(regime):
    """A choice is printed behind 'lezing …:' and before '(who, when)'.

    What follows from it is a sentence.
    """
    vragend = [
        rij.id
        for rij in regime.vragen
        if rij.keuzes and rij.soort != "verschrijving" and not rij.tekst.endswith("?")
    ]
    met_punt = [
        (rij.id, keuze.keuze)
        for rij in regime.vragen
        for keuze in rij.keuzes
        if keuze.tekst.endswith(".")
    ]
    zonder_punt = [rij.id for rij in regime.vragen if not rij.gevolg.endswith(".")]
    assert (vragend, met_punt, zonder_punt) == ([], [], [])


def test_the_treden_run_from_1_to_7_and_an_instrument_stands_on_one(regime):
    assert [trede.trede for trede in regime.treden] == [1, 2, 3, 4, 5, 6, 7]
    assert dubbel(instrumenten(regime)) == []
    assert [trede.trede for trede in regime.treden if not trede.instrumenten] == []


def test_nothing_points_at_an_instrument_that_is_not_there(regime):
    genoemd = {naam for termijn in regime.termijnen for naam in termijn.instrumenten}
    genoemd |= {naam for niveau in regime.niveaus for naam in niveau.besluit_over}
    assert genoemd - set(instrumenten(regime)) == set()


def test_nothing_points_at_a_kind_of_signal_that_is_not_there(regime):
    genoemd = {naam for aanleiding in regime.aanleidingen for naam in aanleiding.soorten}
    assert genoemd - {soort.id for soort in regime.signaalsoorten} == set()


def test_evidence_of_an_instrument_has_forms(regime):
    genoemd = {naam for trede in regime.treden for rij in trede.instrumenten for naam in rij.bewijs}
    assert genoemd == {vorm.hoort_bij for vorm in regime.bewijsvormen}


def test_instruments_on_a_shared_trede_each_quote_their_own_words(regime):
    gedeeld = [
        rij for trede in regime.treden if len(trede.instrumenten) > 1 for rij in trede.instrumenten
    ]
    assert [rij.instrument for rij in gedeeld if rij.grond is None] == []


def test_every_streak_says_how_many_periods_of_what_length(regime):
    reeksen = [rij for rij in regime.aanleidingen if rij.soort == "reeks"]
    assert [rij.id for rij in reeksen if None in (rij.aantal, rij.venster, rij.periode)] == []


def test_themes_have_a_level_only_where_the_contract_has_levels(regime):
    niveaus = {niveau.niveau for niveau in regime.niveaus}
    assert {thema.niveau for thema in regime.themas} == (niveaus or {None})


def test_the_source_is_named_and_stays_outside(regime):
    wortel = Path(__file__).resolve().parents[2]
    mappen = ("clm_cli", "dossiers", "templates", "tests")
    assert regime.bron.bestand
    assert [pad for map_ in mappen for pad in (wortel / map_).rglob(regime.bron.bestand)] == []
