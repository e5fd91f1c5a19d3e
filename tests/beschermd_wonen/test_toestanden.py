"""A contract of sheltered housing, in files alone: its case states answered as its text says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests.beschermd_wonen.antwoorden import Antwoorden
from tests.beschermd_wonen.zaakbouw import REGIME, ZAAK, Bouw
from tests.klein_register import schrijf
from tests.toestandblad import per_toestand, toestanden, toets

HIER = Path(__file__).parent
RIJEN = toestanden(HIER)


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
        (  # who may skip at once only, says that he does
            "03-05",
            "gevaar@03-01 stp/over=1+2+3@03-05",
            "  hoogstens: 1\n",
            "  mag: nee\n",
            "volgorde=nee",
        ),
        (  # over one month no more than so much, figures and events together
            "04-20",
            "$ok 01.bez=80/100 laat@01-20 dicht@01-21 mal/m=01/som=1500@04-20",
            "        bedrag:\n          samen: hoogste\n",
            "        bedrag:\n          samen: hoogste\n          hoogstens: 1500.00\n",
            "bedrag=ja",
        ),
        (  # a cap of its own holds beside the one that it shares
            "05-20",
            "$ok 02.nch=80/100 mal/m=02/som=2500@05-20",
            "instrument: malus\n",
            (
                "instrument: malus\n        maximum: {procent: 1, over: omzet, "
                "jaar: {regel: vorig-kalenderjaar}}\n"
            ),
            "maximum=nee",
        ),
        (  # of two caps the one with the least room holds
            "05-20",
            "$ok",
            "plafonds:\n",
            (
                "plafonds:\n  - {id: klein, titel: Klein, instrumenten: [malus], bedrag: 3000.00, "
                'grond: {eis: "13.1", tekst: "samen ten hoogste"}}\n'
            ),
            "ruimte/mal=3000",
        ),
        (  # a trede of which the contract wants no announcement
            "04-20",
            "mal@04-20",
            (
                '    aankondiging: {termijn: 5 werkdagen, grond: {eis: "9.1", tekst: "ten minste '
                'vijf werkdagen voor zijn ingang aangekondigd"}}\n'
            ),
            "",
            "aangekondigd=ja",
        ),
        *(  # "Is de veiligheid van bewoners in het geding, dan kan de Regio een trede overslaan"
            (
                "04-20",
                f"{veilig} gsp@03-03 mal/{over}@04-20",
                "  hoogstens: 1\n",
                "  waarvoor: [veiligheid]\n",
                f"volgorde={goed}",
            )
            for veilig, over, goed in (
                ("veilig/ja", "over=2", "ja"),
                ("veilig/nee", "over=2", "nee"),
                ("veilig/onbekend", "over=2", "onbekend"),
                ("veilig/onbekend/nee", "over=2", "nee"),
                ("veilig/onbekend/ja", "over=2", "onbekend"),
                ("", "over=2", "onbekend"),
            )
        ),
        (
            "04-20",
            "gsp@03-03 mal/over=2@04-20",
            "  hoogstens: 1\n",
            "  waarvoor: [veiligheid, kwaliteit]\n",
            "volgorde=ja",
        ),
        (  # in acute danger the limits do not hold (8.4)
            "03-05",
            "gevaar@03-01 stp/over-acuut=1+2+3@03-05",
            "  hoogstens: 1\n",
            "  waarvoor: [rechtmatigheid]\n",
            "volgorde=ja",
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


NA_AFKEURING = "{keer: 1, termijn: 5 werkdagen,"
NA_ONTVANGST = "{keer: 1, begin: ontvangst, termijn: 5 werkdagen,"
NA_VERZENDING = "{keer: 1, begin: verzending, termijn: 5 werkdagen,"


@pytest.mark.parametrize(
    ("dag", "afkeuring", "termijn", "goed"),
    [
        # judged on Tuesday 24 March, handed over on Thursday 26 March
        ("03-31", "af/brief=03-26@03-24", NA_AFKEURING, "onbekend aanbieder"),
        ("04-01", "af/brief=03-26@03-24", NA_AFKEURING, "nee wij"),
        ("04-02", "af/brief=03-26@03-24", NA_ONTVANGST, "onbekend aanbieder"),
        ("04-07", "af/brief=03-26@03-24", NA_ONTVANGST, "nee wij"),
        ("04-07", "af/brief=03-26@03-24", NA_VERZENDING, "nee wij"),
        # handed over says the file, and nobody wrote down that it came
        ("04-07", "af/brief=03-26/vermoed@03-24", NA_ONTVANGST, "onbekend wij"),
        ("04-07", "af/brief=03-26/vermoed@03-24", NA_VERZENDING, "nee wij"),
        # a later day in the letter binds us, and an earlier one shortens nothing (3:35 BW)
        ("04-08", "af/brief=03-26/noemt=04-08@03-24", NA_AFKEURING, "onbekend aanbieder"),
        ("04-09", "af/brief=03-26/noemt=04-08@03-24", NA_AFKEURING, "nee wij"),
        ("03-31", "af/brief=03-26/noemt=03-30@03-24", NA_AFKEURING, "onbekend aanbieder"),
        # who was not told, has no day to miss: it is ours to tell
        ("04-20", "af@03-24", NA_ONTVANGST, "onbekend wij"),
        ("04-20", "af@03-24", NA_VERZENDING, "onbekend wij"),
    ],
)
def test_the_time_to_mend_a_plan_runs_from_what_the_contract_says(
    tmp_path: Path, dag: str, afkeuring: str, termijn: str, goed: str
) -> None:
    """10.4 as it is, and with "na ontvangst" or "na verzending van de afkeuring"."""
    feiten = f"gsp@03-03 req@03-10 plan@03-19 {afkeuring}"
    antwoorden = Antwoorden(tmp_path, dag, feiten, NA_AFKEURING, termijn)
    (punt,) = [p for p in alle_werkpunten(antwoorden.blik) if p.soort == "verbeterplan"]
    assert f"{antwoorden.vraag('geleverd')} {punt.bij}" == goed


@pytest.mark.parametrize("termijn", [NA_ONTVANGST, NA_VERZENDING])
def test_a_plan_that_was_mended_before_we_told_of_the_rejection_came_in_time(
    tmp_path: Path, termijn: str
) -> None:
    """10.4: its five days never began, so that what came is judged, and was approved."""
    feiten = "gsp@03-03 req@03-10 plan@03-19 af@03-24 plan@03-27 goed@03-28"
    antwoorden = Antwoorden(tmp_path, "04-20", feiten, NA_AFKEURING, termijn)
    assert antwoorden.vraag("geleverd") == "ja"


def test_a_rejection_that_nobody_was_told_is_a_letter_to_write(tmp_path: Path) -> None:
    feiten = "gsp@03-03 req@03-10 plan@03-19 af@03-24"
    antwoorden = Antwoorden(tmp_path, "04-20", feiten, NA_AFKEURING, NA_ONTVANGST)
    (punt,) = [p for p in alle_werkpunten(antwoorden.blik) if p.soort == "verbeterplan"]
    assert (punt.wat, punt.uiterlijk) == ("Afkeuring van het verbeterplan meedelen", None)
    assert "clm brief maak bloem oordeel-verbeterplan --bij" in punt.nu


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
    assert "De zorg voor bewoners bij wie u al bent begonnen, zet u voort" in tekst
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
    assert "**De berekening.** " in tekst
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


def test_a_figure_is_shown_with_what_it_makes_of_the_ladder_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """6.1: the same norm in two of the last three months; the other norms were met."""
    schrijf(tmp_path, Bouw("$ok 01.bez=80/100 02.bez=80/100").bestanden)
    assert draai(["--map", str(tmp_path), "--vandaag", "2026-04-15", "--json", "kpi", "bloem"]) == 0
    reeksen = json.loads(capsys.readouterr().out)["gegevens"]["reeksen"]
    uit = {rij["kpi"]: rij["ladder"].rpartition(": ")[2] for rij in reeksen}
    assert uit == {"bezetting": "ja", "intake": "nee", "nachtdienst": "nee"}


@pytest.mark.parametrize(
    ("dag", "wat"),
    [
        ("02-01", []),
        ("02-02", ["Aanleiding zonder escalatie (wonen): Drie gebeurtenissen binnen zes maanden"]),
        ("07-06", []),
    ],
)
def test_so_many_events_without_a_case_are_on_the_list(
    tmp_path: Path, dag: str, wat: list[str]
) -> None:
    """6.2: the third within six months, until the first is too long ago."""
    bouw = Bouw("laat@01-05 dicht@01-20 laat@02-02")
    schrijf(tmp_path, {p: t for p, t in bouw.bestanden.items() if not p.startswith(ZAAK)})
    blik = blik_op(laad(tmp_path).register, "bloem", date.fromisoformat(f"2026-{dag}"))
    punten = [p for p in alle_werkpunten(blik) if p.soort == "aanleiding"]
    assert [p.wat for p in punten if "gebeurtenissen" in p.wat] == wat


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ("B:p1@02-01 B:p2@03-01", "2 van de 3 van verschillende personen binnen 6 maanden"),
        ("C:m1@02-01", "1 van de 2 van verschillende personen binnen 3 maanden"),
    ],
)
def test_evidence_says_how_much_of_it_there_is_and_how_near(
    tmp_path: Path, feiten: str, zin: str
) -> None:
    """15.2 and 15.3: so many, of so many persons, so near to each other."""
    stap = Antwoorden(tmp_path, "04-20", f"{feiten} stp@04-20").laatste()
    (uit,) = [v.uitspraak for v in stap.voorwaarden if v.naam == "bewijs"]
    assert uit.tekst.endswith(zin)
