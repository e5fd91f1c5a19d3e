"""A contract of sheltered housing, in files alone: its case states answered as its text says."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations import cijfers, klassen
from clm_cli.derivations.escalatie import aanleidingen, duur, planregel, vervolg
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.voorwaarden import bedragen
from clm_cli.derivations.escalatie.zaken import Genomen, genomen_in
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Escalatie
from clm_cli.files.lader import laad
from clm_cli.kijk import Dossierblik, blik_op
from clm_cli.records.escalatie import Verbeterplan
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Register
from tests.beschermd_wonen.zaakbouw import INSTRUMENTEN, KPIS, REGIME, Bouw
from tests.klein_register import schrijf
from tests.toestandblad import per_toestand, toestanden, toets

HIER = Path(__file__).parent
STAND = {
    cijfers.VOLDOET: "gehaald",
    cijfers.ONDER: "gemist",
    cijfers.TELT_NIET: "telt-niet",
    cijfers.ONBEKEND: "onbekend",
}
PAD = f"regimes/{REGIME}.yaml"
_GELEZEN: dict[str, Register] = {}


RIJEN = toestanden(HIER)


class Antwoorden:
    """Answers the questions of one state, as clm does on its day."""

    def __init__(self, map_: Path, dag: str, feiten: str, oud: str = "", nieuw: str = "") -> None:
        feiten_, feiten = feiten, f"{feiten} {oud} {nieuw}".strip()
        if feiten not in _GELEZEN:
            bestanden = Bouw(feiten_).bestanden
            if oud:
                assert oud in bestanden[PAD]
                bestanden[PAD] = bestanden[PAD].replace(oud, nieuw)
            schrijf(map_, bestanden)
            geladen = laad(map_)
            assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
            _GELEZEN[feiten] = geladen.register
        self.geheel, self.dag = _GELEZEN[feiten], date.fromisoformat(f"2026-{dag}")
        self.register = self.geheel.zoals(op=self.dag)
        self.blik: Dossierblik = blik_op(self.register, "bloem", self.dag)
        self.contract = self.blik.dossier.contracten[0]

    @property
    def escalatie(self) -> Escalatie:
        return self.blik.dossier.escalaties[0]

    def vraag(self, naam: str) -> str:
        kop, *deel = naam.split("/")
        return str(getattr(self, "v_" + kop.replace("-", "_"))(*deel))

    @cache  # noqa: B019 - lives as long as one test
    def laatste(self) -> vervolg.Vervolgstap:
        """The last measure of the case against its conditions, on its day."""
        maatregelen = self.escalatie.van(Maatregel)
        zelf = max(maatregelen, key=lambda m: (m.record.datum, m.pad))
        stap = vervolg.getoetst(self.geheel, self.blik.dossier, self.escalatie, zelf)
        assert stap is not None
        return stap

    def _voorwaarde(self, *namen: str) -> str:
        rij = {v.naam: v.uitspraak for v in self.laatste().voorwaarden}
        uit = [rij[naam].antwoord for naam in namen]
        return next(a for a in ("nee", "onbekend", "ja") if a in uit)

    def v_oordeel(self, kpi: str, maand: str) -> str:
        reeks = cijfers.reeks(self.blik, self.contract, self.register.kpis[KPIS[kpi]])
        rij = next(c for c in reeks if str(c.periode) == f"2026-{maand}")
        return STAND[rij.oordeel]

    def v_aanleiding(self) -> str:
        return aanleidingen.aanleiding(self.blik, self.escalatie, self.contract, self.dag).antwoord

    def v_volgorde(self) -> str:
        return self._voorwaarde("volgorde")

    def v_horen(self) -> str:
        return self._voorwaarde("onderzoek", "wederhoor")

    def v_aangekondigd(self) -> str:
        return self._voorwaarde("aangekondigd")

    def v_bewijs(self) -> str:
        return self._voorwaarde("bewijs")

    def v_bedrag(self) -> str:
        return self._voorwaarde("bedrag-volgens-contract")

    def v_maximum(self) -> str:
        return self._voorwaarde("maximum")

    def v_ruimte(self, naam: str) -> str:
        stappen = vervolg.vervolg(self.blik, self.escalatie)
        instrument = INSTRUMENTEN[naam][1]
        stap = next(s.stap for s in stappen if s.stap.instrument.instrument == instrument)
        return f"{bedragen.ruimte(stap):.0f}"

    def _genomen(self, instrument: str) -> Genomen:
        rijen = genomen_in(self.blik, self.escalatie)
        return next(g for g in rijen if g.record.instrument == instrument)

    def v_duur(self) -> str:
        return self._voorwaarde("laatste-dag")

    def v_stop(self) -> str:
        stand = stand_van(self.blik, self.escalatie)
        m = next(m for m in stand.maatregelen if m.genomen.record.instrument == "plaatsingsstop")
        if m.toestand == "afgelopen":
            return "afgelopen"
        return "eindigt" if self._punten("maatregel-eindigt") else "loopt"

    def v_verlenging(self) -> str:
        return [uit.antwoord for _, uit in duur.verlengd(self._genomen("plaatsingsstop"))][-1]

    def v_bezien(self) -> str:
        return str(self._punten("maatregel-bezien")[0].uiterlijk)

    def v_plan_tot(self) -> str:
        return str(self._punten("verbeterplan")[0].uiterlijk)

    def v_plan_mist(self) -> str:
        genomen = self._genomen("verbeterplan")
        assert genomen.instrument
        assert genomen.instrument.plan
        (plan,) = genomen.bij(Verbeterplan)
        return ",".join(id_ for id_, _ in planregel.mist(genomen.instrument.plan, plan.record))

    def v_geleverd(self) -> str:
        return planregel.geleverd(self._genomen("verbeterplan")).antwoord

    def v_klasse(self) -> str:
        uit = klassen.klasse_op(self.blik, self.contract)
        assert uit
        return uit.klasse.titel if uit.klasse else "onbekend"

    def v_klasse_per(self) -> str:
        return str(self._punten("klasse")[0].uiterlijk)

    def _punten(self, soort: str) -> list[Werkpunt]:
        return [p for p in alle_werkpunten(self.blik) if p.soort == soort]


def test_there_are_enough_states() -> None:
    assert len(RIJEN) >= 140


@per_toestand(RIJEN)
def test_state(tmp_path: Path, artikel: str, dag: str, feiten: str, goed: str) -> None:
    toets(Antwoorden(tmp_path, dag, feiten).vraag, artikel, goed)


@pytest.mark.parametrize(
    ("dag", "feiten", "oud", "nieuw", "goed"),
    [
        (
            "06-20",
            "gsp@03-03 mal/over=2@03-20 ont/over=4@06-20",
            "hoogstens_samen: 2",
            "hoogstens_samen: 1",
            "volgorde=nee",
        ),
        (  # what was passed by in acute danger is no skipping
            "06-20",
            "gevaar@03-01 gsp@03-03 stp/over-acuut=2+3@03-20 mal@04-01 ont/over=2@06-20",
            "hoogstens_samen: 2",
            "hoogstens_samen: 1",
            "volgorde=ja",
        ),
        (
            "03-05",
            "gevaar@03-01 stp/over-acuut=1+2+3@03-05",
            "  hoogstens: 1\n",
            "  mag: nee\n",
            "volgorde=ja",
        ),
        (
            "04-20",
            "gsp@03-03 mal/over=2@04-20",
            "  hoogstens: 1\n",
            "  mag: nee\n",
            "volgorde=nee",
        ),
    ],
)
def test_another_contract_says_otherwise(
    tmp_path: Path, dag: str, feiten: str, oud: str, nieuw: str, goed: str
) -> None:
    naam, _, wat = goed.partition("=")
    assert Antwoorden(tmp_path, dag, feiten, oud, nieuw).vraag(naam) == wat


def test_its_lint_tells_of_the_one_limit_that_can_never_bite_and_its_coverage_of_no_hole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """8.2 lets a decision skip one trede, so of five treden no case skips more than 8.3 allows."""
    schrijf(tmp_path, Bouw("").bestanden)
    tekst = (HIER / "contract.txt").read_text(encoding="utf-8")
    (tmp_path / "regimes/contract.txt").write_text(tekst, encoding="utf-8")
    assert draai(["--map", str(tmp_path), "regime", "controleer", REGIME, "--json"]) == 1
    gegevens = json.loads(capsys.readouterr().out)["gegevens"]
    codes = [rij["code"] for rij in gegevens]
    assert sorted(codes) == ["REG722", "REG722", "REG722", "REG745"]
    (melding,) = [rij for rij in gegevens if rij["code"] == "REG745"]
    assert melding["tekst"] == "overslaan, hoogstens_samen: maakt nooit iets uit"
    assert draai(["--map", str(tmp_path), "regime", "dekking", REGIME, "--json"]) == 0
    rijen_ = json.loads(capsys.readouterr().out)["gegevens"]["bepalingen"]
    assert [rij["eis"] for rij in rijen_ if rij["uitvoering"] == "niet"] == []
    getoond = {rij["eis"] for rij in rijen_ if rij["uitvoering"] == "alleen getoond"}
    assert getoond == {"1.2", "2.1", "4.1", "4.2", "4.3", "17.1", "27.1"}


@pytest.mark.parametrize(("dag", "wie"), [("03-31", "aanbieder"), ("04-01", "wij")])
def test_a_plan_that_was_not_mended_in_time_is_for_us(tmp_path: Path, dag: str, wie: str) -> None:
    antwoorden = Antwoorden(tmp_path, dag, "gsp@03-03 req@03-10 plan@03-19 af@03-24")
    (punt,) = [p for p in alle_werkpunten(antwoorden.blik) if p.soort == "verbeterplan"]
    assert punt.bij == wie


def test_a_letter_of_ours_speaks_of_this_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """1.1 has bewoners and 7.4 a plaatsingsstop; another contract calls them otherwise."""
    feiten = "gevaar@03-01 gsp@03-03 ond@03-04 wh@03-10 stp/over=2+3/tot=06-10@03-12"
    schrijf(tmp_path, Bouw(feiten).bestanden)
    kop = ["--map", str(tmp_path), "--vandaag", "2026-03-12", "--door", "mia"]
    woorden = ["brief", "maak", "bloem", "clientenstop", "--concept", "--vorm", "md"]
    assert draai([*kop, *woorden]) == 0, capsys.readouterr().err
    (brief,) = tmp_path.glob("bloem/brieven/*clientenstop*/brief.md")
    tekst = brief.read_text(encoding="utf-8")
    assert "een plaatsingsstop, die alleen dit omvat" in tekst
    assert "De zorg voor uw huidige bewoners zet u voort" in tekst
    assert "cliënt" not in tekst.lower()


MALUS = (
    "$ok 01.bez=80/100 02.bez=80/100 gsp@03-03 req@03-10 ond@04-01 wh@04-10 aank/mal@04-12 "
    "mal/m=01+02/in=04-20/som={som}@04-20"
)


def test_a_malus_is_told_with_its_sum_and_its_cap_and_asks_no_default_that_11_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """11.1: € 1.000 a month; 13.1: € 10.000 a year; the text has no formal notice before it."""
    schrijf(tmp_path, Bouw(MALUS.format(som=2000)).bestanden)
    kop = ["--map", str(tmp_path), "--vandaag", "2026-04-21", "--door", "mia"]
    maak = ["brief", "maak", "bloem", "boete", "--concept", "--vorm", "md"]
    assert draai([*kop, *maak]) == 0, capsys.readouterr().err
    (brief,) = tmp_path.glob("bloem/brieven/*boete*/brief.md")
    tekst = brief.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "een malus op van € 2.000,00" in tekst
    assert "2026-01: € 1.000,00 voor cijfers; 2026-02: € 1.000,00 voor cijfers" in tekst
    assert "Plafond: nog € 10.000,00 van € 10.000,00." in tekst
    assert "**Verzuim.**" not in tekst
    assert "verzuim" not in "".join(capsys.readouterr())


def test_a_malus_of_another_sum_makes_no_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, Bouw(MALUS.format(som=2500)).bestanden)
    kop = ["--map", str(tmp_path), "--vandaag", "2026-04-21", "--door", "mia"]
    assert draai([*kop, "brief", "maak", "bloem", "boete"]) == 2
    gezegd = capsys.readouterr().err.replace("\N{NO-BREAK SPACE}", " ")
    assert "bedrag volgens het contract (opgelegd is € 2.500,00" in gezegd


def test_a_request_for_a_plan_says_what_the_contract_wants_of_it_and_asks_for_no_hearing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """10.2 and 10.3 say what is in the plan; only from trede 3 somebody is heard (9.4)."""
    schrijf(tmp_path, Bouw("gevaar@03-01 gsp@03-03 pln@03-10").bestanden)
    kop = ["--map", str(tmp_path), "--vandaag", "2026-03-10", "--door", "mia"]
    maak = ["brief", "maak", "bloem", "verzoek-verbeterplan", "--concept", "--vorm", "md"]
    assert draai([*kop, *maak]) == 0, capsys.readouterr().err
    assert "wederhoor" not in "".join(capsys.readouterr())
    (brief,) = tmp_path.glob("bloem/brieven/*verzoek-verbeterplan*/brief.md")
    tekst = brief.read_text(encoding="utf-8")
    delen = ("Oorzaak", "Maatregelen", "Planning", "Borging", "de ondertekening door: bestuurder")
    assert [rij for rij in delen if f"- {rij}\n" not in tekst] == []
    assert "wederhoor" not in tekst


def test_what_may_come_next_knows_how_many_treden_one_decision_skips(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """8.2: one trede for each decision; 8.4: only trede 4 at once, in acute danger."""
    grens = "één besluit slaat ten hoogste 1 over"
    for feiten, aantal in (("gsp@03-03", 2), ("gevaar@03-01 gsp@03-03", 1)):
        schrijf(tmp_path, Bouw(feiten).bestanden)
        kop = ["--map", str(tmp_path), "--vandaag", "2026-03-20", "--door", "mia"]
        assert draai([*kop, "escalatie", "toon", "bloem", "--json"]) == 0
        assert capsys.readouterr().out.count(grens) == aantal


def test_a_letter_without_a_case_says_how_one_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alles = Bouw("gsp@03-03").bestanden
    schrijf(tmp_path, {pad: wat for pad, wat in alles.items() if "/escalaties/" not in pad})
    kop = ["--map", str(tmp_path), "--vandaag", "2026-03-20", "--door", "mia"]
    assert draai([*kop, "brief", "maak", "bloem", "clientenstop"]) == 2
    fout = capsys.readouterr().err
    assert "In bloem staat geen escalatie." in fout
    assert "clm escalatie opening bloem" in fout


def test_a_request_for_an_explanation_says_no_more_than_was_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """More contact and the lightest step are of another contract; here it is trede 2."""
    bestanden = Bouw("gevaar@03-01 gsp@03-03 pln@03-10").bestanden
    regime = bestanden[f"regimes/{REGIME}.yaml"]
    bestanden[f"regimes/{REGIME}.yaml"] = regime.replace(
        "brief: verzoek-verbeterplan", "brief: verzoek-verklaring"
    )
    schrijf(tmp_path, bestanden)
    kop = ["--map", str(tmp_path), "--vandaag", "2026-03-10", "--door", "mia"]
    maak = ["brief", "maak", "bloem", "verzoek-verklaring", "--concept", "--vorm", "md"]
    assert draai([*kop, *maak]) == 0, capsys.readouterr().err
    (brief,) = tmp_path.glob("bloem/brieven/*verzoek-verklaring*/brief.md")
    tekst = brief.read_text(encoding="utf-8")
    assert "vaker" not in tekst
    assert "lichtste stap" not in tekst
    assert "niet na te komen.\n\n" in tekst
