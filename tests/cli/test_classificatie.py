"""What was decided for a later day is known before it; what was weighed otherwise is unknown."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.files.gate import lees_bestand
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from tests import klein_register

BELEID = klein_register.BASIS["beleid/classificatie-2026.yaml"]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.lees(tmp_path)
    return tmp_path


def doe(map_: Path, *woorden: str) -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


def test_a_class_decided_for_a_later_day_stands_on_the_page_and_in_the_plan(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J12, J14: what will hold is told beforehand."""
    later = ("--waarde", "omzet=500", "--geldig-vanaf", "2026-07-01")
    assert doe(map_, "classificeer", "bloem", "--contract", "ambulant", *later) == 0
    assert doe(map_, "toon", "bloem") == 0
    blad = " ".join(capsys.readouterr().out.split())
    assert "Categorie 1 van 2, licht (score 2,0 van 1 oktober 2024)" in blad
    assert (
        "Vanaf 1 juli 2026 categorie 2 (zwaar, 4 gesprekken per jaar) voor ambulant, besloten op "
        "18 mei 2026"
    ) in blad
    assert doe(map_, "toon", "bloem", "--json") == 0
    rijen = json.loads(capsys.readouterr().out)["gegevens"]["categorieen"]
    assert [(r["categorie"], r["geldig_vanaf"]) for r in rijen] == [
        (1, "2024-10-01"),
        (2, "2026-07-01"),
    ]
    assert doe(map_, "plan", "bloem", "--vorm", "md", "--vastleggen") == 0
    plan = (map_ / "bloem/plan.md").read_text(encoding="utf-8")
    assert "| 1 licht; vanaf 1 juli 2026: 2 zwaar | 2 gesprekken per jaar; vanaf 1 juli" in plan
    assert "| woensdag 1 juli 2026 | categorie 2 gaat gelden (ambulant) |" in plan


def test_a_first_class_for_a_later_day_is_not_called_missing(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for pad in (map_ / "bloem/classificaties").iterdir():
        pad.unlink()
    later = ("--waarde", "omzet=500", "--geldig-vanaf", "2026-07-01")
    assert doe(map_, "classificeer", "bloem", "--contract", "ambulant", *later) == 0
    assert doe(map_, "toon", "bloem") == 0
    blad = capsys.readouterr().out
    assert "Vanaf 1 juli 2026 categorie 2" in blad
    assert "geen classificatie vastgelegd" not in blad


def test_the_calendar_of_the_plan_holds_the_last_day_of_a_notice(map_: Path) -> None:
    """J50: the steering moments; an option lapses when its notice is not received."""
    kaart = map_ / "bloem/contracten/ambulant/contract.yaml"
    optie = "\nopties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden}]\n"
    kaart.write_text(kaart.read_text(encoding="utf-8").rstrip() + optie, encoding="utf-8")
    assert doe(map_, "plan", "bloem", "--vorm", "md", "--vastleggen") == 0
    plan = (map_ / "bloem/plan.md").read_text(encoding="utf-8")
    assert (
        "| woensdag 30 juni 2027 | uiterste dag: mededeling optie-1 (1 jaar) voor contract A-1 |"
    ) in plan


def test_a_value_that_the_policy_now_measures_otherwise_is_unknown(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A turnover of 50 is no judgement of 50 out of 10: it is not carried over, and not refused."""
    oordeel = BELEID.replace("wijze: banden, gewicht: 1, banden: [{tot: 100,\n", "wijze: oordeel, ")
    oordeel = oordeel.replace("              punten: 2}, {punten: 8}]}", "gewicht: 1}")
    klein_register.schrijf(map_, {"beleid/classificatie-2026.yaml": oordeel})
    assert doe(map_, "classificeer", "bloem", "--contract", "ambulant") == 0
    assert "onbekend" in capsys.readouterr().out
    fout = ("--contract", "ambulant", "--waarde", "omzet=50", "--wat-als")
    assert doe(map_, "classificeer", "bloem", *fout) == 2
    assert "Een oordeel loopt van 0 tot en met 10; bij omzet staat 50." in capsys.readouterr().err


def test_in_the_rank_a_contract_that_knows_no_classification_says_so_under_its_own_heading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """S23: what the contract does not know is not unknown."""
    advies = "overeenkomst: sma\nnummer: S-1\nzorgvormen: [advies]\n"
    klein_register.lees(tmp_path, {"bloem/contracten/keuring/contract.yaml": advies})
    monkeypatch.setenv("COLUMNS", "80")
    assert doe(tmp_path, "classificeer", "--alle") == 0
    kop, *rijen = capsys.readouterr().out.splitlines()[2:]
    rij = next(regel for regel in rijen if "keuring" in regel)
    assert rij.split() == ["bloem", "keuring", "–", "–", "–", "niet", "geregeld"]
    assert rij.index("niet") == kop.index("hertoets")


@pytest.mark.parametrize("contract", [("--contract", "advies"), ()])
@pytest.mark.parametrize(
    "rest", [("--waarde", "omzet=50"), ("--categorie", "1", "--reden", "x"), ("--wat-als",), ()]
)
def test_a_contract_that_knows_no_classification_gets_no_category(
    map_: Path,
    capsys: pytest.CaptureFixture[str],
    contract: tuple[str, ...],
    rest: tuple[str, ...],
) -> None:
    """S23: nothing of the other contract is carried over."""
    for pad in ("contracten/ambulant", "classificaties"):
        shutil.rmtree(map_ / "bloem" / pad)
    voor = sorted(map_.rglob("*.yaml"))
    assert doe(map_, "classificeer", "bloem", *contract, *rest) == 2
    fout = capsys.readouterr().err
    assert "De overeenkomst van advies regelt niet: de classificatie van aanbieders." in fout
    assert sorted(map_.rglob("*.yaml")) == voor


def test_beside_a_contract_that_knows_a_classification_only_that_one_is_meant(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """S23: who names no contract means the one that can have a category."""
    assert doe(map_, "classificeer", "bloem", "--waarde", "omzet=500", "--wat-als") == 0
    assert "CLASSIFICATIE bloem · ambulant" in capsys.readouterr().out
    assert doe(map_, "classificeer", "bloem", "--contract", "advies", "--categorie", "1") == 2
    assert "nu: kies uit ambulant" in capsys.readouterr().err


def test_no_letter_tells_a_category_that_the_contract_does_not_know(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """S23: typed by hand it is a finding, and no letter is made of it."""
    eerste = map_ / "bloem/classificaties/2024-10-01-eerste.yaml"
    tekst = eerste.read_text(encoding="utf-8")
    eerste.write_text(tekst.replace("[ambulant]", "[ambulant, advies]"), encoding="utf-8")
    assert doe(map_, "brief", "maak", "bloem", "classificatie") == 2
    zin = "de overeenkomst van advies regelt niet: de classificatie van aanbieders"
    assert f"Deze brief kan niet: {zin}." in " ".join(capsys.readouterr().err.split())
    assert doe(map_, "controleer", "bloem") == 1
    assert f"DOS289 waarschuwing categorie 1: {zin}" in " ".join(capsys.readouterr().out.split())


def test_a_report_is_for_a_municipality_by_its_name(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doe(map_, "rapport", "regio", "2026-K1", "--voor", "Noord", "--proef") == 0
    assert "regio-noord.md" in capsys.readouterr().out
    assert doe(map_, "rapport", "regio", "2026-K1", "--voor", "Oost", "--proef") == 2


def test_a_category_is_said_by_its_number_or_its_name(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the policy does not know is answered with what it does know."""
    begin = ("classificeer", "bloem", "--contract", "ambulant", "--reden", "Anders")
    for woord in ("A", "9", "licht zwaar"):
        assert doe(map_, *begin, "--categorie", woord) == 2
        fout = " ".join(capsys.readouterr().err.split())
        assert f"'{woord}' past niet op één categorie van het beleid." in fout
        assert "nu: kies uit 1 (licht), 2 (zwaar)" in fout
    assert doe(map_, *begin, "--categorie", "Zwaar") == 0
    assert "vastgelegd: categorie 2." in capsys.readouterr().out


def test_a_sheet_without_a_reason_is_told_which_column_to_fill(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = map_ / "beleid/classificatie-2026.yaml"
    oordeel = "  - {id: risico, titel: r, groep: risicoprofiel, wijze: oordeel, gewicht: 1}\n"
    pad.write_text(pad.read_text().replace("criteria:\n", f"criteria:\n{oordeel}", 1))
    blad = map_.parent / "team.csv"
    blad.write_text("dossier;contract;omzet;risico\nbloem;ambulant;50;7\n")
    assert doe(map_, "classificeer", "--uit", str(blad), "--ja") == 2
    fout = capsys.readouterr().err
    assert "regel 2: Bij het oordeel over risico staat geen onderbouwing." in fout
    assert "nu: vul het in het werkblad in; kolommen die kunnen: dossier" in fout
    assert "risico omdat" in fout
    assert "--waarde" not in fout


@pytest.mark.parametrize(
    ("waarde", "wordt"),
    [
        ("omzet=500 uit jaarrekening 2025", {"waarde": "500", "bron": "jaarrekening 2025"}),
        ("omzet=onbekend", {}),
    ],
)
def test_of_a_value_is_recorded_where_it_came_from(
    map_: Path, waarde: str, wordt: dict[str, str]
) -> None:
    besluit = ("--contract", "ambulant", "--categorie", "1", "--reden", "Anders")
    assert doe(map_, "classificeer", "bloem", "--waarde", waarde, *besluit) == 0
    [pad] = (map_ / "bloem/classificaties").glob("2026-05-18-*.yaml")
    boom = lees_bestand(map_, pad.relative_to(map_).as_posix()).boom
    assert boom
    assert boom["invoer"] == [{"criterium": "omzet", **wordt}]


def met_twee_contracten(map_: Path) -> None:
    """A second contract of the provider, and a criterion that has a title of its own."""
    kaart = map_ / "bloem/contracten/ambulant/contract.yaml"
    klein_register.schrijf(
        map_,
        {
            "bloem/contracten/dag/contract.yaml": kaart.read_text(),
            "beleid/classificatie-2026.yaml": BELEID.replace(
                "titel: omzet", "titel: jaaromzet, eenheid: euro"
            ),
        },
    )


def test_a_team_fills_the_sheet_that_clm_makes(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J11: a row for each running contract; what nobody filled in is not decided."""
    met_twee_contracten(map_)
    assert doe(map_, "classificeer", "--blad") == 0
    pad = map_ / "export/classificatie-2026-blad.xlsx"
    boek = load_workbook(pad)
    blad = boek.worksheets[0]
    kop, *rijen = blad.iter_rows(values_only=True)
    assert kop == (
        *("dossier", "contract", "aanbieder", "nu"),
        *("jaaromzet was", "jaaromzet", "jaaromzet omdat", "categorie", "reden"),
    )
    assert [rij[:6] for rij in rijen] == [
        ("bloem", "ambulant", "Bloem", "categorie 1, score 2,0", "€\u00a050,00", None),
        ("bloem", "dag", "Bloem", "geen", None, None),
    ]
    [keuze] = blad.data_validations.dataValidation
    assert (keuze.formula1, str(keuze.sqref)) == ('"licht,zwaar"', "H2:H3")
    capsys.readouterr()
    assert doe(map_, "classificeer", "--uit", str(pad), "--ja") == 2
    assert "is nog niets ingevuld. Er is niets geschreven" in capsys.readouterr().err
    blad["F3"], blad["H3"], blad["J1"] = 500, "zwaar", "Andere kop"
    boek.save(pad)
    assert doe(map_, "classificeer", "--uit", str(pad), "--ja") == 2
    kunnen = " ".join(capsys.readouterr().err.split()).partition("kolommen die kunnen: ")[2]
    assert kunnen == "dossier, contract, categorie, reden, geldig vanaf, datum, omzet, omzet omdat"
    blad["J1"] = None
    boek.save(pad)
    capsys.readouterr()
    assert doe(map_, "classificeer", "--uit", str(pad), "--ja") == 0
    gezegd = capsys.readouterr()
    assert "1 classificatie vastgelegd" in gezegd.out
    assert "niet ingevuld, en dus niet besloten: bloem ambulant" in gezegd.out + gezegd.err
    [feit] = (map_ / "bloem/classificaties").glob("2026-05-18-*.yaml")
    assert "contracten: [dag]" in feit.read_text(encoding="utf-8")
    was = pad.read_bytes()
    assert doe(map_, "classificeer", "--blad") == 0  # what was filled in is left alone
    assert pad.read_bytes() == was


@pytest.mark.parametrize("eerst", ["ambulant", "dag"])
def test_one_letter_tells_the_classification_of_each_contract_in_it(
    map_: Path, capsys: pytest.CaptureFixture[str], eerst: str
) -> None:
    """J14: no second letter is made of what the first one tells; the row names what comes next.

    Whichever contract was classified last.
    """
    met_twee_contracten(map_)
    dagen = {"ambulant": "2026-05-18", "dag": "2026-05-18", eerst: "2026-05-11"}
    for contract in sorted(dagen, key=dagen.__getitem__):
        besluit = ("--contract", contract, "--categorie", "2", "--reden", "Zwaarder")
        assert doe(map_, "classificeer", "bloem", *besluit, "--datum", dagen[contract]) == 0

    def nu() -> list[str]:
        blik = blik_op(laad(map_).register.zoals(), "bloem", date(2026, 5, 18))
        punten = [p for p in alle_werkpunten(blik) if p.soort == "classificatie-informeren"]
        assert [p.wat.partition(" (")[2] for p in punten] == ["ambulant)", "dag)"][-len(punten) :]
        return [str(p.nu) for p in punten]

    assert nu() == ["clm brief maak bloem classificatie"] * 2
    assert doe(map_, "brief", "maak", "--alle", "classificatie", "--ja") == 0
    brief = "2026-05-18-classificatie"
    assert nu() == [f"clm brief verzonden bloem {brief}"] * 2
    assert doe(map_, "brief", "verzonden", "bloem", brief, "--kanaal", "gewone post") == 0
    via = f"--wijze brief --brief brieven/{brief}/brief"
    feiten = [f"{dagen['ambulant']}-toets-ambulant", f"{dagen['dag']}-eerste-dag"]
    assert nu() == [f"clm geinformeerd bloem --bij {feit} {via}" for feit in feiten]
    capsys.readouterr()
    assert doe(map_, "brief", "maak", "--alle", "classificatie", "--ja") == 2
    assert "Er is nu geen brief 'classificatie' te maken." in capsys.readouterr().err
    assert doe(map_, "geinformeerd", "bloem", "--bij", feiten[0], *via.split()) == 0
    assert nu() == [f"clm geinformeerd bloem --bij {feiten[1]} {via}"]


def test_a_sheet_says_which_contracts_a_row_may_mean(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    met_twee_contracten(map_)
    blad = map_.parent / "team.csv"
    blad.write_text("dossier;Jaaromzet\nbloem;50\n")
    assert doe(map_, "classificeer", "--uit", str(blad), "--ja") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "regel 2: bloem heeft 2 lopende contracten: ambulant en dag." in gezegd
    assert "in de kolom contract; clm classificeer --blad maakt zo'n blad" in gezegd


@pytest.mark.parametrize("naam", ["ambulant", "Ambulant", "A-1"])
def test_a_contract_is_known_by_its_id_and_its_number(map_: Path, naam: str, capsys) -> None:
    blad = map_.parent / "lijst.csv"
    blad.write_text(f"dossier;contract;omzet\nbloem;{naam};500\n", encoding="utf-8")
    assert doe(map_, "classificeer", "--uit", str(blad), "--ja", "--proef") == 0
    assert "contracten: [ambulant]" in capsys.readouterr().out
    assert doe(map_, "classificeer", "bloem", "--contract", naam, "--wat-als") == 0
    assert "CLASSIFICATIE bloem · ambulant" in capsys.readouterr().out
    woorden = ("brief", "maak", "bloem", "antwoord", "--contract", naam, "--concept", "--proef")
    assert doe(map_, *woorden) == 0, capsys.readouterr().err
    assert "contracten: [ambulant]" in capsys.readouterr().out


@pytest.mark.parametrize(
    "woorden",
    [
        ("classificeer", "bloem", "--wat-als"),
        ("brief", "maak", "bloem", "antwoord", "--concept", "--proef"),
        ("kpi", "bloem"),
    ],
)
def test_a_contract_that_is_not_there_is_refused_by_every_door(
    map_: Path, woorden: tuple[str, ...], capsys
) -> None:
    assert doe(map_, *woorden, "--contract", "wonen") == 2
    assert "'wonen' is geen contract van bloem." in capsys.readouterr().err


def test_a_question_is_not_followed_by_a_full_stop(map_: Path, capsys) -> None:
    assert doe(map_, "classificeer", "bloem", "--waarde", "omzet=1,250,000.00", "--wat-als") == 2
    fout = " ".join(capsys.readouterr().err.split())
    assert "bedoelt u 1250000.00?" in fout
    assert "?." not in fout


def test_what_lacks_for_a_score_is_shown_as_it_is_typed(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(map_ / "bloem/classificaties")
    assert doe(map_, "classificeer", "bloem") == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert 'nu: clm classificeer bloem --contract ambulant --waarde "omzet=… uit …"' in gezegd


def test_without_a_contract_the_way_to_one_is_said(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(map_ / "bloem/contracten")
    assert doe(map_, "classificeer", "bloem") == 2
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "In bloem staat nog geen contract. nu: clm contract nieuw bloem CONTRACT" in gezegd
    assert doe(map_, "toon", "bloem") == 0
    gezegd = " ".join(capsys.readouterr().out.split())
    assert "er is geen contract vastgelegd; clm contract nieuw bloem CONTRACT" in gezegd


def test_contracts_of_one_class_are_looked_at_together_and_decided_by_name(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kaart = map_ / "bloem/contracten/ambulant/contract.yaml"
    (map_ / "bloem/contracten/dag").mkdir()
    (map_ / "bloem/contracten/dag/contract.yaml").write_text(kaart.read_text())
    [feit] = (map_ / "bloem/classificaties").glob("*.yaml")
    feit.write_text(feit.read_text().replace("[ambulant]", "[ambulant, dag]"))
    assert doe(map_, "classificeer", "bloem") == 0
    assert "bloem · ambulant, dag" in capsys.readouterr().out
    assert doe(map_, "classificeer", "bloem", "--waarde", "omzet=500") == 2
    assert "nu: geef --contract ambulant --contract dag, of een ervan" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("optie", "wel", "niet"),
    [
        ("--gemeente", "Noord", None),
        ("--zorgvorm", "ambulant", "dagbehandeling"),
        ("--contract", "ambulant", "dag"),
        ("--manager", "mia", "bo"),
    ],
)
def test_the_rank_of_the_region_is_cut_as_every_overview(
    map_: Path, capsys: pytest.CaptureFixture[str], optie: str, wel: str, niet: str | None
) -> None:
    """J01: and a part of the region is asked of the region alone."""
    assert doe(map_, "classificeer", "--alle", optie, wel) == 0
    assert "bloem" in capsys.readouterr().out
    if niet:
        assert doe(map_, "classificeer", "--alle", optie, niet) in (0, 2)
        assert "bloem  " not in capsys.readouterr().out
    if optie != "--contract":
        assert doe(map_, "classificeer", "bloem", optie, wel) == 2
        assert "nu: geef --alle erbij" in capsys.readouterr().err


def test_who_makes_the_document_of_a_plan_records_nothing(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J15: that the plan was drawn up or adjusted is a fact, and facts are said."""
    stuk = ("plan", "bloem", "--vorm", "md")
    assert doe(map_, *stuk) == 2
    assert "nu: clm plan bloem --vastleggen" in capsys.readouterr().err
    assert not list((map_ / "bloem").glob("plan.*"))
    klein_register.schrijf(map_, {"bloem/plan.yaml": "opgesteld: 2026-02-01\ncontracten: []\n"})
    kaart = (map_ / "bloem/plan.yaml").read_bytes()
    assert doe(map_, *stuk) == 0
    assert (map_ / "bloem/plan.md").is_file()
    assert (map_ / "bloem/plan.yaml").read_bytes() == kaart
    assert doe(map_, *stuk, "--vastleggen") == 0
    assert b"bijgesteld" in (map_ / "bloem/plan.yaml").read_bytes()


def test_a_plan_that_is_there_takes_what_draws_attention_this_year(map_: Path) -> None:
    """J15: adjusted means that it says more than it did, and nothing that was typed is lost."""
    assert doe(map_, "plan", "bloem", "--vorm", "md", "--doel", "korter wachten", "--ja") == 0
    for _ in range(2):
        assert doe(map_, "plan", "bloem", "--vorm", "md", "--doel", "meer plekken", "--ja") == 0
    kaart = (map_ / "bloem/plan.yaml").read_text(encoding="utf-8")
    assert [kaart.count(doel) for doel in ("korter wachten", "meer plekken")] == [1, 1]


def test_that_a_provider_was_told_once_more_is_not_taken_for_granted(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J14: without a name it is about the class that nobody was told of."""
    verteld = ("geinformeerd", "bloem", "--wijze", "brief")
    assert doe(map_, *verteld) == 2  # of the only one he was told in 2024
    assert "Kies uit: 2024-10-01-eerste)" in capsys.readouterr().err
    assert doe(map_, "classificeer", "bloem", "--contract", "ambulant", "--waarde", "omzet=5") == 0
    assert doe(map_, *verteld) == 0
    assert "bij 2026-05-18-toets-ambulant" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("categorie", "gezegd"),
    [
        ("2", "(anders dan de score: Ritme past bij de wachttijd)"),
        ("1", "(Ritme past bij de wachttijd)"),
    ],
)
def test_only_a_class_that_differs_from_its_score_is_called_other(
    map_: Path, capsys: pytest.CaptureFixture[str], categorie: str, gezegd: str
) -> None:
    reden = ("--reden", "Ritme past bij de wachttijd", "--categorie", categorie)
    assert doe(map_, "classificeer", "bloem", "--contract", "ambulant", *reden) == 0
    capsys.readouterr()
    assert doe(map_, "classificeer", "bloem", "--contract", "ambulant") == 0
    assert f"sinds 18 mei 2026 {gezegd}." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("wie", "naam"), [("noord", "Noord"), ("mia", "Mia Manager"), ("regio", "regio")]
)
def test_who_knew_of_a_signal_is_told_by_name(
    map_: Path, capsys: pytest.CaptureFixture[str], wie: str, naam: str
) -> None:
    (map_ / "bloem/signalen").mkdir(exist_ok=True)
    (map_ / "bloem/signalen/2026-05-11-iets.yaml").write_text(
        "datum: 2026-05-11\nvastgelegd: 2026-05-11T09:00:00+02:00\ndoor: mia\n"
        "bron: {soort: gemeente}\nsoort: [kwaliteit]\nernst: feitelijk\nkant: DOP\n"
        f"wat: Iets\nbekend_bij: [{{wie: {wie}, op: 2026-05-04}}]\n",
        encoding="utf-8",
    )
    assert doe(map_, "werklijst", "--uitgebreid") == 0
    assert f"bekend bij {naam} op 4 mei 2026" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("woorden", "erbij"),
    [
        (["--blad", "--uit", "x.csv"], "--blad kan niet samen met --uit."),
        (["--blad", "--wat-als"], "--blad kan niet samen met --wat-als."),
        (["--blad", "--categorie", "1"], "--blad kan niet samen met --categorie."),
        (["--alle", "--waarde", "omzet=1"], "--alle kan niet samen met --waarde."),
        (["bloem", "--uit", "x.csv", "--geldig-vanaf", "1-6"], "DOSSIER en --geldig-vanaf."),
        (["bloem", "--reden", "x"], "Zonder --waarde of --categorie is er geen besluit."),
    ],
)
def test_what_would_be_let_fall_is_refused(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: list[str], erbij: str
) -> None:
    """A sheet or the region is made of all; a decision is about one provider."""
    assert doe(map_, "classificeer", *woorden) == 2
    assert erbij in " ".join(capsys.readouterr().err.split())
    assert not (map_ / "export").exists()
