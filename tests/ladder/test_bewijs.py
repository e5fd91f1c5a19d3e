"""Evidence, money and mandate: proof element by element, the cap of the fine, who gave power."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.derivations.escalatie.fraude import bewezen
from clm_cli.files.gate import lees as lees_yaml
from clm_cli.rules.toets import controleer
from tests.klein_register import lees
from tests.ladder.zaakbouw import KORT, VORM, Antwoorden, Bouw, lees_toestand

DAG = date(2026, 2, 17)
ELEMENTEN = [
    (vorm, nr, stand)
    for vorm, (_, elementen) in VORM.items()
    for nr in range(len(elementen))
    for stand in ("nee", "onbekend")
]


def met(map_: Path, woorden: str, *vervang: tuple[str, str], contract: str = "J") -> Antwoorden:
    """The case with texts of its files replaced."""
    bestanden = Bouw(woorden, contract).bestanden
    for oud, nieuw in vervang:
        anders = {pad: tekst.replace(oud, nieuw) for pad, tekst in bestanden.items()}
        assert anders != bestanden or oud == nieuw, oud
        bestanden = anders
    geladen = lees(map_, bestanden)
    assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
    return Antwoorden(geladen.register.zoals(op=DAG), DAG)


@pytest.mark.parametrize(
    ("vorm", "nummer", "stand"), ELEMENTEN, ids=[f"{v}-{nr}-{s}" for v, nr, s in ELEMENTEN]
)
def test_one_element_that_is_not_shown_carries_no_dissolution(
    tmp_path: Path, vorm: str, nummer: int, stand: str
) -> None:
    """J48, J49: every form needs its head condition and its own elements, shown by facts."""
    element = VORM[vorm][1][nummer]
    rij = f"element: '{element}', aangetoond: "
    antwoorden = met(tmp_path, f"$G bew-{vorm}@02-12", (f"{rij}ja", f"{rij}{stand}"))
    assert antwoorden.instrument("ont") == f"{stand}:bewijs,bewijs-vastgesteld,~verzuim"
    assert antwoorden.instrument("cs") == "ja:~bewijs"


def test_the_forms_and_elements_are_those_of_the_regime() -> None:
    """J48, J49: the table of these tests holds every form of the contract with all its elements."""
    regime = next(
        lees_yaml(inhoud, naam).boom
        for naam, inhoud in resources.regimes()
        if naam.startswith("sdfl")
    )
    assert {rij["id"]: rij["elementen"] for rij in regime["bewijsvormen"]} == dict(VORM.values())


@pytest.mark.parametrize(
    "weg",
    [
        "vastgesteld_door: accountant\n",
        "vastgesteld_op: 2026-01-20\n",
        "bijlagen: [{vindplaats: archief}]\n",
    ],
)
def test_a_dissolution_asks_who_established_it_when_and_in_which_document(
    tmp_path: Path, weg: str
) -> None:
    """J44, J49: 'vastgestelde' fraude; no body is named, who it was is recorded."""
    assert (
        met(tmp_path, "$G bew-bedrog@02-12", (weg, "")).instrument("ont")
        == "nee:bewijs-vastgesteld,~verzuim"
    )


@pytest.mark.parametrize(
    ("wie", "telt"),
    [
        ("Inspectie Gezondheidszorg en Jeugd", True),
        ("Inspectie Gezondheidszorg en Jeugd (IGJ)", True),
        ("IGJ", True),
        ("gemeentelijk toezichthouder", True),
        ("accountant", False),
        ("Bloem zelf", False),
    ],
)
def test_a_body_is_asked_for_one_form_only_and_a_wrong_one_refuses_the_form_and_not_the_step(
    tmp_path: Path, wie: str, *, telt: bool
) -> None:
    """J48 (a): unsafety is established by the IGJ or a municipal supervisor."""
    antwoorden = met(
        tmp_path,
        "$G bew-onv@02-12",
        ("vastgesteld_door: Inspectie Gezondheidszorg en Jeugd", f"vastgesteld_door: {wie}"),
    )
    assert antwoorden.instrument("ont").startswith("ja" if telt else "nee:bewijs")
    assert antwoorden.instrument("cs") == ("ja" if telt else "ja:~bewijs")
    assert (
        met(
            tmp_path / "b",
            "$G bew-cont@02-12",
            ("vastgesteld_door: accountant", f"vastgesteld_door: {wie}"),
        ).instrument("ont")
        == "ja:~verzuim"
    )


def test_a_measure_on_a_ground_of_fraud_shows_it_from_its_own_day(tmp_path: Path) -> None:
    """S18: where a contract knows no forms of evidence, the ground of the measure itself counts."""
    a = lees_toestand(tmp_path, "S", "03-06", "$G $P m7o+@03-02")
    gezien = {dag: bewezen(a.dossier, a.escalatie, date(2026, 3, dag)) for dag in (1, 2, 3)}
    assert gezien == {1: frozenset(), 2: {"T1"}, 3: {"T1"}}


def test_unlawful_claims_without_intent_are_recovered_and_are_no_fraud(tmp_path: Path) -> None:
    """J43, J49: recovery asks for no evidence of fraud, only for a reason why it is not there."""
    antwoorden = met(
        tmp_path,
        "$G fact@02-12 bew-bedrog@02-12",
        ("element: 'opzet', aangetoond: ja", "element: 'opzet', aangetoond: nee"),
    )
    assert antwoorden.instrument("trv") == "ja:~bewijs"
    assert antwoorden.instrument("ont") == "nee:bewijs,bewijs-vastgesteld,~verzuim"


def test_a_fine_above_the_cap_is_refused_with_the_arithmetic(tmp_path: Path) -> None:
    """J43: at most 5 % of the recorded base, earlier fines of the year counted."""
    bouw = Bouw("$G omzet m6b+=60000@02-17 m6b+=40001@02-18", "J")
    teksten = [
        m.tekst
        for m in controleer(lees(tmp_path, bouw.bestanden).register.zoals(), date(2026, 5, 20))
        if m.code == "LAD401"
    ]
    assert [tekst.replace("\xa0", " ") for tekst in teksten] == [
        (
            "Boete: maximum is niet vervuld - € 40.001,00 is te hoog: 5 % van € 2.000.000,00 "
            "(2025, zonder btw) is € 100.000,00; eerder besloten € 60.000,00; nog € 40.000,00"
        )
    ]


def test_the_cap_is_rounded_down(tmp_path: Path) -> None:
    antwoorden = met(tmp_path, "$G omzet", ("bedrag: 2000000.00", "bedrag: 2000000.39"))
    assert antwoorden.vraag("ruimte") == "100000.01"


def test_a_fine_of_another_year_leaves_the_room_of_this_one(tmp_path: Path) -> None:
    bouw = Bouw("$G omzet m6b+=60000@02-17", "J")
    oud = {
        pad.replace("2026-02-17-maatregel", "2025-12-17-maatregel"): tekst
        for pad, tekst in bouw.bestanden.items()
    }
    assert (
        Antwoorden(lees(tmp_path, oud).register.zoals(op=DAG), DAG).vraag("ruimte") == "100000.00"
    )


@pytest.mark.parametrize(
    ("woorden", "instrument", "antwoord", "tekst"),
    [
        ("", "igs", "ja", "voor elke gemeente"),
        (
            "volmacht-zuid-mist",
            "igs",
            "nee",
            "geen volmacht tot en met trede 3: Zuid; voor de andere kan het nu (--gemeente noord)",
        ),
        ("volmacht-tot-4", "igs", "ja", "voor elke gemeente"),
        ("volmacht-tot-4", "cs", "nee", "geen volmacht tot en met trede 5: Noord, Zuid"),
        ("volmacht-voorbij", "ops", "nee", "geen volmacht tot en met trede 4: Noord, Zuid"),
        (
            "geen-volmacht",
            "ont",
            "onbekend",
            (
                "in organisatie.yaml staan voor deze overeenkomst geen volmachten; bent u zelf "
                "opdrachtgever, zet dan opdrachtgever: zelf in overeenkomst.yaml"
            ),
        ),
    ],
)
def test_the_power_of_each_municipality_reaches_to_a_trede(
    tmp_path: Path, woorden: str, instrument: str, antwoord: str, tekst: str
) -> None:
    """J40: SDFL acts for each municipality as far as its mandate goes, and names the others."""
    antwoorden = lees_toestand(tmp_path, "J", "02-17", f"$G {woorden}")
    stap = next(s for s in antwoorden.stappen() if s.stap.instrument.instrument == KORT[instrument])
    (rij,) = [r for r in stap.voorwaarden if r.naam == "volmacht"]
    assert (rij.hard, rij.uitspraak.antwoord, rij.uitspraak.tekst) == (True, antwoord, tekst)


def test_a_case_of_one_municipality_needs_the_power_of_that_one(tmp_path: Path) -> None:
    for nr, (gemeente, antwoord) in enumerate((("noord", "ja"), ("zuid", "nee"))):
        antwoorden = met(
            tmp_path / str(nr),
            "$G volmacht-zuid-mist",
            (
                "contracten: [ambulant]\ntekortkomingen",
                f"contracten: [ambulant]\ngemeenten: [{gemeente}]\ntekortkomingen",
            ),
        )
        stap = next(
            s for s in antwoorden.stappen() if s.stap.instrument.instrument == "ingebrekestelling"
        )
        assert (
            next(r.uitspraak.antwoord for r in stap.voorwaarden if r.naam == "volmacht") == antwoord
        )


def test_ending_the_agreement_has_two_instruments_and_two_letters_under_each_contract() -> None:
    """J44, S17, S18, S19: not extending, dissolving and terminating are three acts.

    A termination is never called a dissolution.
    """
    regimes = {naam[:3]: lees_yaml(inhoud, naam).boom for naam, inhoud in resources.regimes()}
    rijen = {
        naam: {
            i["instrument"]: i["brief"]
            for t in boom["treden"]
            if int(t["trede"]) >= 6
            for i in t["instrumenten"]
        }
        for naam, boom in regimes.items()
    }
    assert {k: v for k, v in rijen["sdf"].items() if k in ("niet-verlengen", "ontbinding")} == {
        "niet-verlengen": "niet-verlengen",
        "ontbinding": "ontbinding",
    }
    assert rijen["sma"] == {
        "niet-verlengen": "niet-verlengen",
        "ontbinding": "ontbinding",
        "opzegging": "opzegging",
    }
    opzegging = next(
        i
        for t in regimes["sma"]["treden"]
        for i in t["instrumenten"]
        if i["instrument"] == "opzegging"
    )
    assert "ontbind" not in str(opzegging["titel"]).lower()


@pytest.mark.parametrize(
    "grond", ["herstel-niet-mogelijk", "ernstige-misstanden", "fraude", "onaanvaardbare-risicos"]
)
def test_a_dissolution_rests_on_one_of_the_four_grounds(tmp_path: Path, grond: str) -> None:
    """S18: 'uitsluitend'."""
    bouw = Bouw("$G $P m7o+@02-17", "S")
    bestanden = {
        pad: tekst.replace("gronden: [fraude]", f"gronden: [{grond}]")
        for pad, tekst in bouw.bestanden.items()
    }
    assert [
        m.tekst
        for m in controleer(lees(tmp_path, bestanden).register.zoals(), DAG)
        if m.code in ("LAD401", "LAD402")
    ] == []


@pytest.mark.parametrize(
    ("woord", "grond"),
    [("m6", "een eigen reden"), ("m7z", "de toezichthouder trok de registratie in")],
)
def test_the_named_reasons_are_examples_where_the_text_says_bijvoorbeeld(
    tmp_path: Path, woord: str, grond: str
) -> None:
    """S17, S19."""
    bouw = Bouw(f"$G $P {woord}+@02-17", "S")
    bestanden = {
        pad: re.sub(r"gronden: \[.*\]", f"gronden: [{grond}]", tekst)
        for pad, tekst in bouw.bestanden.items()
    }
    assert bestanden != bouw.bestanden
    assert [
        m.tekst
        for m in controleer(lees(tmp_path, bestanden).register.zoals(), DAG)
        if m.code in ("LAD401", "LAD402")
    ] == []


def test_every_formal_step_answers_for_the_board_and_the_mandate() -> None:
    """S04, J40: treden 3 to 7 are the formal ones."""
    for naam, inhoud in resources.regimes():
        boom = lees_yaml(inhoud, naam).boom
        assert [int(t["trede"]) for t in boom["treden"] if t["formeel"] == "ja"] == [3, 4, 5, 6, 7]
        for trede in boom["treden"]:
            for instrument in trede["instrumenten"]:
                hard = set(instrument["voorwaarden"]["hard"])
                nodig = {"volmacht", "bestuurlijk"} if naam.startswith("sma") else {"volmacht"}
                assert (hard & {"volmacht", "bestuurlijk"}) == (
                    nodig if trede["formeel"] == "ja" else set()
                )
