"""A contract for aids that a fresh reader wrote a regime for: every state has its answer."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.escalatie.eigentermijnen import afgekeurd
from clm_cli.derivations.escalatie.planregel import geleverd
from clm_cli.derivations.escalatie.uitvoeringen import planpunten
from tests.beschermd_wonen.zaakbouw import AANDEEL
from tests.klein_register import schrijf
from tests.toestandblad import per_toestand, toestanden, toets
from tests.zesde_regime.dagzaak import Dag, Dagantwoorden

HIER = Path(__file__).parent
RIJEN = toestanden(HIER)


class Hulp(Dag):
    """Turns the words of one state into files."""

    map = HIER
    regime = "hulpmiddelen-2026"
    instrumenten: ClassVar = {
        "krt": (0, "korting"),
        "pln": (1, "herstelplan"),
        "bte": (2, "boete"),
        "opz": (3, "opzegging"),
    }
    kpis: ClassVar = {"vlc": "levertijd", "spd": "spoed", "and": "aandeel"}
    goed: ClassVar = {"vlc": "950/1000", "spd": "98/100", "and": "5"}
    norm: ClassVar = {"vlc": 90, "spd": 95}
    kpi_anders: ClassVar = {
        "aandeel": 'definitie: aandeel, eenheid: "%", richting: duiden, normsoort: geen',
        "levertijd": AANDEEL,
    }

    def f_inst(self, dag: str, los: dict[str, str]) -> None:
        super().f_inst(dag, {"noord": los["bureau"]})
        pad = next(p for p in self.bestanden if p.endswith(f"{self.laatste['afstemming']}.yaml"))
        tekst = self.bestanden[pad]
        self.bestanden[pad] = tekst.replace("college van Noord", "directie van het Inkoopbureau")


class Antwoorden(Dagantwoorden):
    """What is asked of this contract."""

    bouw = Hulp

    def v_plan(self) -> str:
        return planpunten(self._genomen("herstelplan"))[0].plan.replace(" ", "-")


@per_toestand(RIJEN)
def test_state(tmp_path: Path, artikel: str, dag: str, feiten: str, goed: str) -> None:
    toets(Antwoorden(tmp_path, dag, feiten).vraag, artikel, goed)


def test_its_lint_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schrijf(tmp_path, Hulp("").bestanden)
    tekst = (HIER / "hulpmiddelen.md").read_text(encoding="utf-8")
    (tmp_path / "regimes/hulpmiddelen.md").write_text(tekst, encoding="utf-8")
    draai(["--map", str(tmp_path), "regime", "controleer", Hulp.regime])
    assert "Geen meldingen." in "".join(capsys.readouterr())


VRAAGT = "voorwaarden: {hard: [aanleiding]}, brief"
GROND = '{eis: "5.2", tekst: "Zonder oordeel is het plan afgekeurd"}'
HERSTEL = (
    "voorwaarden: {hard: [aanleiding]}, plan: {herstel: {keer: KEER, termijn: 5 dagen, "
    f"grond: {GROND}}}, grond: {GROND}}}, brief"
)


@pytest.mark.parametrize(
    ("dag", "keer", "woorden", "goed"),
    [
        ("03-30", 0, "", "onbekend: het plan is niet beoordeeld"),
        ("03-31", 0, "", "nee: Oordeel over het plan: verstreken, tot en met 30 maart 2026; het "),
        ("03-31", 1, "", "onbekend: Oordeel over het plan: verstreken, tot en met 30 maart 2026; "),
        ("04-10", 0, "goed@04-02", "ja: het plan is goedgekeurd"),
    ],
)
def test_a_plan_that_silence_rejected_is_no_plan_that_waits_for_us(
    tmp_path: Path, dag: str, keer: int, woorden: str, goed: str
) -> None:
    """5.2, with mending: who may not mend it has no plan; a judgement of later goes first."""
    nieuw = HERSTEL.replace("KEER", str(keer))
    rij = Antwoorden(tmp_path, dag, f"req@03-10 plan@03-16 {woorden}", VRAAGT, nieuw)
    genomen = rij._genomen("herstelplan")
    uit = geleverd(genomen, afgekeurd(genomen))
    assert f"{uit.antwoord}: {uit.tekst}".startswith(goed)


@pytest.mark.parametrize(("erna", "goed"), [("", "nee"), (" plan@04-05", "niet-beoordeeld")])
def test_silence_rejects_no_plan_that_came_after_it(tmp_path: Path, erna: str, goed: str) -> None:
    """5.2, where the time runs from the request: the mended plan is a new one."""
    anders = ("begin: ontvangst-plan", "begin: ingang")
    assert Antwoorden(tmp_path, "04-10", f"req@03-10 plan@03-16{erna}", *anders).v_plan() == goed
