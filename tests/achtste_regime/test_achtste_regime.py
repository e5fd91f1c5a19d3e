"""A contract for domestic help that a jurist of another region wrote: every state its answer."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.brieven.delen.gevonden import Mist
from clm_cli.derivations.brieven.delen.partijen import ondertekening
from clm_cli.derivations.brieven.stand import inhoud_van
from clm_cli.derivations.regime.contracttekst import artikelen
from clm_cli.derivations.regime.dekking import dekking
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests.achtste_regime.hulpzaak import Antwoorden, Hulp
from tests.klein_register import schrijf
from tests.toestandblad import gezegd, met_tekst, per_toestand, toestanden, toets

HIER = Path(__file__).parent
TEKST = HIER / "huishoudelijke-hulp.md"
LIJST = "bloem/lijsten/verplichtingen.yaml"
RIJEN = toestanden(HIER)


@per_toestand(RIJEN)
def test_state(tmp_path: Path, artikel: str, dag: str, feiten: str, goed: str) -> None:
    toets(Antwoorden(tmp_path, dag, feiten).vraag, artikel, goed)


def test_its_lint_is_clean_and_the_page_says_each_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = met_tekst(tmp_path, Hulp("").bestanden, TEKST)
    assert "Geen meldingen." in gezegd(map_, capsys, "regime", "controleer", Hulp.regime)
    uit = gezegd(map_, capsys, "regime", "toon", Hulp.regime).replace("\N{NO-BREAK SPACE}", " ")
    for zin in (
        "€ 150,00 per dag te laat (rapportage)",
        "per keer ten hoogste € 3.000,00; tot 3 maanden na de dag waarop het moest",
        "elke 2 maanden een gesprek",
        "aanbieder · elke 4 weken, binnen 3 werkdagen na afloop",
        "brieven ondertekend door: wethouder van Noord",
        "elk jaar vastgesteld vóór 03-01",
        "gemiste-normen in het vorige kalenderjaar: zwaarder vanaf 2, 4",
    ):
        assert zin in uit, zin


def test_an_exception_behind_a_quotation_is_not_called_carried_out(tmp_path: Path) -> None:
    """8.3 quoted to its comma: what follows is a rule that nothing then carries out."""
    schrijf(tmp_path, Hulp("").bestanden)
    oud = "bij vier gegronde klachten binnen zes maanden"
    tekst = TEKST.read_text("utf-8").replace(oud, f"{oud}, behalve bij een nieuwe Zorgaanbieder")
    regime = laad(tmp_path).register.regimes[Hulp.regime]
    rij = next(r for r in dekking(regime, artikelen(tekst)) if r.eis == "8.3")
    assert rij.uitvoering == "uitgevoerd"
    assert rij.open == ("'… behalve bij een nieuwe Zorgaanbieder.'",)


def test_a_row_names_no_duty_of_another_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """3.3 is of this contract; the other one of the same provider has no such report."""
    bestanden = Hulp("").bestanden
    bestanden["overeenkomsten/raam/overeenkomst.yaml"] = (
        "titel: Raam\nregime: sma-2026\ngemeenten: [noord]\nzorgvormen: [dag]\nlooptijd: "
        "{gunning: 2025-09-01, implementatie: 2025-10-01, uitvoering_van: 2026-01-01, "
        "uitvoering_tot: 2029-12-31}\n"
    )
    bestanden["bloem/contracten/dag/contract.yaml"] = (
        "overeenkomst: raam\nnummer: R-1\nzorgvormen: [dag]\n"
    )
    for welke, fout in (("dag", True), ("wonen", False)):
        anders = {**bestanden, LIJST: bestanden[LIJST].replace(
            "plicht: rapportage", f"contracten: [{welke}], plicht: rapportage"
        )}  # fmt: skip
        shutil.rmtree(tmp_path / "bloem", ignore_errors=True)
        schrijf(tmp_path, anders)
        uit = gezegd(tmp_path, capsys, "controleer")
        assert ("plicht 'rapportage' is er niet in contract dag" in uit) is fout


@pytest.mark.parametrize(
    ("woorden", "goed"),
    [
        # each day is paid for once
        ("rap=03-23@03-30 btv/u=03-23/som=1050@04-01 btv/u=03-23/som=1050@04-02", "nee"),
        ("btv/u=03-24/som=150@04-02", "onbekend"),  # no day on which it was due
        ("btv/som=150@04-02", "nee"),  # it does not say for which day
    ],
)
def test_a_penalty_per_day_is_for_one_day_that_was_due(
    tmp_path: Path, woorden: str, goed: str
) -> None:
    assert Antwoorden(tmp_path, "04-02", woorden).v_bedrag() == goed


def test_who_was_given_a_later_day_was_not_late_before_it(tmp_path: Path) -> None:
    """3.3: due on 23 March, moved to the 27th, there on the 30th: three days."""
    bestanden = Hulp("rap=03-23@03-30 btv/u=03-23/som=450@04-02").bestanden
    bestanden["bloem/opvolging/2026-03-20-verzet-rapport.yaml"] = (
        "bij: lijsten/verplichtingen#VP-3\nuiterlijk: 2026-03-27\nreden: Gevraagd.\n"
    )
    schrijf(tmp_path, bestanden)
    rij = Antwoorden(tmp_path, "04-02", "rap=03-23@03-30 btv/u=03-23/som=450@04-02")
    rij.geheel = laad(tmp_path).register
    rij.register = rij.geheel.zoals(op=rij.dag)
    rij.blik = blik_op(rij.register, "bloem", rij.dag)
    assert rij.v_bedrag() == "ja"


@pytest.mark.parametrize(
    ("dag", "feiten", "soorten"),
    [
        ("2027-01-20", "$jaar kl=2027-01-10", []),  # decided this year
        ("2027-01-20", "$jaar kl=2026-06-10", ["klasse-jaarlijks"]),  # only last year
    ],
)
def test_a_class_is_recorded_each_year(
    tmp_path: Path, dag: str, feiten: str, soorten: list[str]
) -> None:
    """7.1: before 1 March of each year, also when it stays what it is."""
    woorden, _, gekozen = feiten.partition(" kl=")
    bestanden = Hulp(woorden).bestanden
    bestanden[f"bloem/classificaties/{gekozen}-wonen.yaml"] = (
        "contracten: [wonen]\nsoort: eerste\nbeleid: klassen\ninvoer: []\ncategorie: 1\n"
        f"geldig_vanaf: {gekozen}\n"
    )
    schrijf(tmp_path, bestanden)
    blik = blik_op(laad(tmp_path).register, "bloem", date.fromisoformat(dag))
    punten = [p for p in alle_werkpunten(blik) if p.soort.startswith("klasse")]
    assert [p.soort for p in punten] == soorten
    assert all(str(p.uiterlijk) == "2027-02-26" for p in punten)


def test_a_talk_that_is_planned_in_time_is_no_work(tmp_path: Path) -> None:
    """3.1: within two months of the last one, or of the begin; a later one is too late."""
    for gepland, aantal in (("05-11", 0), ("05-12", 1)):
        bestanden = Hulp("gesprek@03-10").bestanden
        shutil.rmtree(tmp_path / "bloem", ignore_errors=True)
        bestanden[f"bloem/gesprekken/2026-{gepland}-overleg/gesprek.yaml"] = (
            f"contracten: [wonen]\nsoort: regulier\ndatum: 2026-{gepland}\n"
        )
        schrijf(tmp_path, bestanden)
        blik = blik_op(laad(tmp_path).register, "bloem", date(2026, 4, 20))
        assert sum(p.soort == "gesprek-plannen" for p in alle_werkpunten(blik)) == aantal


def test_a_letter_says_who_signs_by_the_contract(tmp_path: Path) -> None:
    """2.3: of a stop it is the director of the office, who is to be named by that function."""
    rij = Antwoorden(tmp_path, "04-20", "stp/tekent=mia@04-20")
    brief = max(rij.blik.dossier.brieven, key=lambda b: b.kaart.record.datum)
    inhoud = inhoud_van(rij.register, rij.blik.dossier, brief)
    assert inhoud
    mist = ondertekening(inhoud)
    assert isinstance(mist, Mist)
    assert "mag tekenen en directeur van het regiobureau is (2.3)" in str(mist)


def test_a_plan_that_another_took_the_place_of_was_no_try_that_failed(tmp_path: Path) -> None:
    """9.3 where silence rejects: the second plan may still be mended, and may be approved."""
    oud = "daarna: goedgekeurd, gevolg"
    for woorden, goed in (
        ("req@03-10 plan@03-16 plan@03-20", "onbekend"),
        ("req@03-10 plan@03-16 plan@03-20 goed@04-02", "ja"),
        ("req@03-10 plan@03-16 af/brief=03-19@03-18 plan@03-20", "nee"),
    ):
        rij = Antwoorden(tmp_path / goed, "04-10", woorden, oud, "daarna: afgekeurd, gevolg")
        assert rij.v_geleverd() == goed, woorden


def test_the_made_up_case_says_who_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """2.3: a step that says it otherwise goes before all our letters."""
    map_ = met_tekst(tmp_path, Hulp("").bestanden, TEKST)
    uit = gezegd(map_, capsys, "regime", "proef", Hulp.regime)
    tekent = re.findall(r" tekent ([^(]+) \(2\.3\)", uit)
    wie = ["contractmanager", "directeur van het regiobureau", "wethouder van Noord"]
    assert list(dict.fromkeys(tekent)) == wie
