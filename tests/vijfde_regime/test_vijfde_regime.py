"""A transport contract in phases adds files only: every state that was judged has its answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.escalatie import vervolg
from clm_cli.derivations.werklijst import alle_werkpunten
from tests.toestandblad import gezegd, met_tekst, per_toestand, toestanden, toets
from tests.vijfde_regime.fasenzaak import HIER, Fasen, Fasenantwoorden

RIJEN = toestanden(HIER)
REGIME = Fasen.regime
TEKST = "bijlage-vervoer.md"


def test_there_are_enough_states() -> None:
    assert len(RIJEN) >= 57


@per_toestand(RIJEN)
def test_state(tmp_path: Path, artikel: str, dag: str, feiten: str, goed: str) -> None:
    toets(Fasenantwoorden(tmp_path, dag, feiten).vraag, artikel, goed)


@pytest.mark.parametrize(
    ("dag", "feiten", "goed"),
    [
        ("03-24", "req@03-10 plan@03-16", "03-23"),
        ("03-26", "req@03-10 plan@03-16 af@03-25", "geen"),
        ("03-26", "req@03-10 plan@03-16 af@03-18 plan@03-18", "03-25"),
    ],
)
def test_a_duty_of_our_own_that_is_late_stays_where_the_contract_ties_nothing_to_it(
    tmp_path: Path, dag: str, feiten: str, goed: str
) -> None:
    """7.3 without its last words; a judgement of the first plan says nothing of the second."""
    antwoorden = Fasenantwoorden(tmp_path, dag, feiten, ", daarna: goedgekeurd", "")
    assert antwoorden.vraag("dag/Oordeel") == goed


GESPREK = "instrumenten: [verbetergesprek], tot: gesprek,"
LANGER = (
    "          verlengen: {met: 1 maand, "
    'grond: {eis: "13.1", tekst: "kan telkens met een maand worden verlengd"}}\n'
)
ANDERS = [
    # the end of a ban by figures, where the contract does not name one (13.2)
    ("05-15", "$ok 04.kla=9 ver/tot=04-20@03-20", "          eindigt_na: 1\n", "", "gehaald=geen"),
    # what ends a term of the contract's own may be another fact, or none at all
    ("03-18", "uitn@03-03 meld@03-12", GESPREK, GESPREK.replace("gesprek,", "herstelmelding,"),
     "afloop/Verbetergesprek=op-tijd-gedaan"),
    ("03-18", "uitn@03-03", GESPREK, GESPREK.replace("gesprek,", "herstelmelding,"),
     "dag/Verbetergesprek=03-17"),
    ("03-18", "uitn@03-03 afst@03-12", GESPREK, GESPREK.replace("gesprek,", "afstemming,"),
     "afloop/Verbetergesprek=op-tijd-gedaan"),
    ("03-18", "uitn@03-03 talk@03-12", GESPREK, GESPREK.replace(" tot: gesprek,", ""),
     "afloop/Verbetergesprek=verstreken"),
    # a fine is not one of the measures that went before itself (12.2)
    ("04-20", "wrs@03-05 bte/som=1000@04-20", "telt: [waarschuwing]",
     "telt: [waarschuwing, boete]", "bedrag=nee"),
    # an amount for each unit over a norm of which less is better (4.1 and 4.2 together)
    ("04-20", "$ok 02.kla=5 mal/m=02/som=3000@04-20", "per: eenheid, kpis: [punctualiteit]",
     "per: eenheid, kpis: [klachten]", "bedrag=ja"),
    # a ban that the contract does not let be extended (13.1)
    ("06-10", "ver/tot=04-20@03-20 langer/tot=05-20@04-17", LANGER, "", "langer=nee"),
    # a step that no term of the contract holds up (4.7 says so of another)
    ("04-20", "mal@04-20", "daarna: stap-wacht, stappen: [malus]",
     "daarna: stap-wacht, stappen: [overname]", "laat-toe=ja"),
    # a contract that names no term before the day of the end (11.1)
    ("07-01", "opz/besloten/in=12-31@06-29", "instrumenten: [opzegging]",
     "instrumenten: [ontbinding]", "opzegging=onbekend"),
]  # fmt: skip


@pytest.mark.parametrize(("dag", "feiten", "oud", "nieuw", "goed"), ANDERS)
def test_another_contract_says_otherwise(
    tmp_path: Path, dag: str, feiten: str, oud: str, nieuw: str, goed: str
) -> None:
    naam, _, wat = goed.partition("=")
    assert Fasenantwoorden(tmp_path, dag, feiten, oud, nieuw).vraag(naam) == wat


def test_a_contract_that_works_out_no_amount_holds_none_against_a_step(tmp_path: Path) -> None:
    oud = "aanleidingen: [centrale-gemist]\n        voorwaarden: {hard: [aanleiding"
    nieuw = f"{oud}, bedrag-volgens-contract"
    antwoorden = Fasenantwoorden(tmp_path, "03-20", "wrs@03-20", oud, nieuw)
    assert antwoorden.vraag("bedrag") == "ja"


@pytest.mark.parametrize(
    ("feiten", "goed"),
    [
        ("01.cen=950/1000 02.cen=850/1000", "ja"),
        ("01.cen=850/1000 02.cen=950/1000", "nee"),
    ],
)
def test_a_series_without_numbers_asks_the_last_period_alone(
    tmp_path: Path, feiten: str, goed: str
) -> None:
    """12.1 speaks of the last month: that is one of one, also where nobody filled that in."""
    oud = "aantal: 1, venster: 1, periode: maand, kpis"
    antwoorden = Fasenantwoorden(
        tmp_path, "03-20", f"{feiten} wrs@03-20", oud, "periode: maand, kpis"
    )
    assert antwoorden.vraag("mag-door") == goed


@pytest.mark.parametrize(
    ("feiten", "goed"),
    [
        ("req@03-10", "None"),
        ("req@03-10 talk@03-09", "None"),  # what was said before the request, starts no term of it
        ("req@03-10 talk@03-16", "2026-03-30"),
        ("req@03-10 talk@03-16 talk@03-18", "2026-03-30"),
    ],
)
def test_a_plan_can_be_due_so_long_after_the_talk(tmp_path: Path, feiten: str, goed: str) -> None:
    """7.2 with its first words alone: ten working days after the talk, and not after a letter."""
    oud = "begin: ontvangst, instrumenten: [verbeterplan]"
    nieuw = oud.replace("ontvangst", "gesprek")
    antwoorden = Fasenantwoorden(tmp_path, "03-20", feiten, oud, nieuw)
    (punt,) = [p for p in alle_werkpunten(antwoorden.blik) if p.soort == "verbeterplan"]
    assert str(punt.uiterlijk) == goed


@pytest.mark.parametrize(
    ("dag", "einde"), [("06-29", "31 december 2026"), ("06-30", "31 juli 2027")]
)
def test_a_notice_that_nobody_gave_yet_says_which_end_a_letter_of_now_reaches(
    tmp_path: Path, dag: str, einde: str
) -> None:
    """11.1: six months before one of its two days; an e-mail is there on the next working day."""
    antwoorden = Fasenantwoorden(tmp_path, dag, "")
    stappen = vervolg.vervolg(antwoorden.blik, antwoorden.escalatie)
    stap = next(s for s in stappen if s.stap.instrument.instrument == "opzegging")
    (zin,) = [v.uitspraak.tekst for v in stap.voorwaarden if v.naam == "opzegtermijn"]
    assert zin.endswith(f"(--ingaat); een brief van nu haalt {einde}")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return met_tekst(tmp_path, Fasen("").bestanden, HIER / TEKST)


def test_its_lint_is_clean_and_its_coverage_is_told(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = gezegd(map_, capsys, "regime", "controleer", REGIME)
    assert "Geen meldingen." in uit
    assert "alleen getoond: 2.1, 2.2, 2.3, 5.2" in uit


def test_what_starts_it_is_shown_with_how_many_of_how_many(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = map_ / f"regimes/{REGIME}.yaml"
    tekst = pad.read_text(encoding="utf-8")
    uit = gezegd(map_, capsys, "regime", "toon", REGIME)
    assert " 2 maanden achter elkaar " in uit
    assert " maand niet gehaald 1 maand " in uit
    drie = tekst.replace("aantal: 2, venster: 2", "aantal: 2, venster: 3")
    pad.write_text(drie, encoding="utf-8")
    assert "2 van de laatste 3 maanden" in gezegd(map_, capsys, "regime", "toon", REGIME)
    for veld in ("aantal: 2, ", "aantal: 3, ", "aantal: 1, ", "venster: 1, ", "venster: 2, "):
        tekst = tekst.replace(veld, "")
    pad.write_text(tekst, encoding="utf-8")
    assert "None" not in gezegd(map_, capsys, "regime", "toon", REGIME)


def test_a_made_up_case_waits_for_the_months_after_the_plan_and_not_for_a_malus(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """7.1 is the first phase; 7.4: the plan is approved by silence on 30 March, so until 1 June."""
    uit = gezegd(map_, capsys, "regime", "proef", REGIME)
    assert "BUITEN DE TREDEN Malus · formele maatregel · 4.1" in uit
    assert "per eenheid (punctualiteit, alleen hele)" in uit
    assert "tot 3 maanden na de periode" in uit
    assert "TREDE 1 Verbetergesprek · 7.1 dag maandag 2 maart 2026" in uit
    assert "tegen 31 juli of 31 december: uiterlijk" in uit
    assert "Herstel na ingebrekestelling (aanbieder, 7.7): 14 dagen, van" in uit
    norm, _, later = uit.partition("De norm weer halen (aanbieder, 7.4): 2 maanden, ")
    assert norm
    van, tot = "maandag 30 maart 2026", "maandag 1 juni 2026"
    assert later.startswith(f"van plan goedgekeurd op {van} tot en met {tot}")
    # then the provider is heard: received on Thursday 4 June, ten working days later Thursday 18
    assert "TREDE 3 Verscherpt toezicht · formele maatregel · 7.5 dag vrijdag 19 juni 2026" in later


def test_a_term_that_is_too_short_says_what_the_contract_gives(tmp_path: Path) -> None:
    """7.7: fourteen days at least."""
    stap = Fasenantwoorden(tmp_path, "05-20", "ibs/t=13@05-20").laatste()
    (zin,) = [v.uitspraak.tekst for v in stap.voorwaarden if v.naam == "hersteltermijn"]
    assert zin == "T1: 13 dagen is korter dan de 14 dagen van het contract (7.7)"
