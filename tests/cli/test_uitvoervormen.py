"""Each JSON output has a schema that ships with clm, and what clm prints fits it."""

from __future__ import annotations

import ast
import json
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from tests import twee_mensen as twee
from tests import uitvoervormen

CLI = Path(__file__).parents[2] / "clm_cli/cli"
DOSSIERS = ("de-klaproos", "waterlelie", "medisch-advies-noord", "oude-linde", "de-kleine-beer")
ZAKEN = (
    "de-klaproos 2026-02-10-wachttijd",
    "waterlelie 2025-02-03-registratie",
    "medisch-advies-noord 2025-06-10-facturen",
    "medisch-advies-noord 2026-01-27-doorlooptijd",
    "oude-linde 2025-03-03-veiligheid",
)
LIJSTEN = (
    *("verplichtingen", "risicos", "wijzigingen", "onduidelijkheden", "leerpunten"),
    "voorbereiding",
)
PER_DOSSIER = (
    *("toon {}", "tijdlijn {}", "kpi {}", "brief lijst {}", "controleer {}", "werklijst {}"),
    "actie lijst {} --alles",
    *(f"lijst {naam} {{}}" for naam in LIJSTEN),
    *("classificeer {}", "rapport aanbieder {} 2026-K1 --herkomst 5", "kpi {} --boete 100.000"),
)
NOORD, BRIEF = "medisch-advies-noord", "2026-05-07-verzoek-verbeterplan"
LOS = (
    *("werklijst", "werklijst --alles --uitgebreid", "werklijst --kort", "waarom 1", "waarom 2"),
    *("waarom 5", "waarom 8", "waarom 12", "overzicht", "zoek wachttijd", "zoek klaproos"),
    "actie lijst",
    *("controleer", "verifieer", "brief lijst", "lijst dekking", "planning 2027", "planning 2026"),
    *(f"lijst {naam}" for naam in LIJSTEN),
    *("classificeer --alle", "rapport regio 2026-K1 --herkomst 5"),
    *(
        "wissen Klaproos",
        "wissen",
        "regime lijst",
        "regime toon sdfl-jeugdhulp-2026",
        "regime woorden",
    ),
    *("regime toon sma-2026", "regime controleer", "regime dekking sma-2026", "sjabloon lijst"),
    "regime proef sma-2026",
    "regime lezing sma-2026",
    "regime lezing sdfl-jeugdhulp-2026 bewijs-bij-trede-5-en-6",
    "regime lezing sdfl-jeugdhulp-2026 wederhoor-eerst",
    *("sjabloon toon ingebrekestelling", "sjabloon toon agenda", "sjabloon controleer"),
    *(
        "handleiding",
        "handleiding jaar",
        "uitleg",
        "uitleg DOS204",
        "termijn 4 mei 2026 10 werkdagen",
    ),
    *("termijn 4 mei 2026 2 weken", "termijn 1 mei 2026 3 maanden --terug"),
    f"brief controleer {{map}}/medisch-advies-noord/brieven/{BRIEF}/brief.md {NOORD} {BRIEF}",
    f"brief lees {NOORD} {BRIEF}",
    "verslag de-kleine-beer 2026-04-09-voortgang --lees",
    "toon bestaat-niet",
    "noteer waterlelie Gebeld. --wijze telefoon --richting uitgaand --met Jan --proef",
    "schema --proef",
    "tijdlijn de-klaproos --bekend 2026-05-12",
    "vergelijk HEAD~1..HEAD",
    "vergelijk",
)
SPOREN = shutil.ignore_patterns("slot", ".gitignore")
"""What who used the example before left beside it."""
GEZIEN = ("2026-05-18", "2025-06-20")
ANDERS = ("2025-11-10",)
"""Days from which the schemas were made, and days to try them on."""


def clm(map_: Path, woorden: str, dag: str, capsys: pytest.CaptureFixture[str]) -> Any:
    capsys.readouterr()
    vast = ("--json", "--map", str(map_), "--vandaag", dag, "--door", "marieke-hoekstra")
    assert draai([*woorden.format(map=map_).split(), *vast]) in (0, 1, 2), woorden
    uit = capsys.readouterr().out
    assert uit, f"{woorden} prints no JSON"
    return json.loads(uit)


def uitvoer(map_: Path, dagen: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> list[Any]:
    """What many commands print on some days, and what two people who share print."""
    opdrachten = [
        *LOS,
        *(vorm.format(naam) for naam in DOSSIERS for vorm in PER_DOSSIER),
        *(f"escalatie {wat} {zaak}" for zaak in ZAKEN for wat in ("toon", "gelijk")),
    ]
    return [clm(map_, woorden, dag, capsys) for dag in dagen for woorden in opdrachten]


def gedeeld(map_: Path, capsys: pytest.CaptureFixture[str]) -> list[Any]:
    """What sharing prints, and what makes a register."""
    mappen = twee.maak(map_ / "samen")
    uit = []
    for wie, eigen in mappen.items():
        capsys.readouterr()
        assert twee.clm(eigen, twee.DADEN[0], wie) == 0
        uit += [clm_als(eigen, daad, wie, capsys) for daad in ("delen", "ophalen")]
    for daad in ("init", "voorbeeld"):
        capsys.readouterr()
        assert draai([daad, str(map_ / daad), "--json"]) == 0
        uit.append(json.loads(capsys.readouterr().out))
    return uit


def clm_als(map_: Path, daad: str, wie: str, capsys: pytest.CaptureFixture[str]) -> Any:
    capsys.readouterr()
    assert draai([daad, "--json", "--map", str(map_), "--door", wie]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a repository of its own, with something to compare and an unwatched clause."""
    twee.omgeving(monkeypatch, tmp_path)
    eigen = Path(shutil.copytree(resources.voorbeeld(), tmp_path / "r", ignore=SPOREN))
    with (eigen / "overeenkomsten/sma-2025/artikelen.yaml").open("a", encoding="utf-8") as lijst:
        lijst.write("  - {id: los, document: pve-advies, versie: x, nummer: '9', tekst: Los.}\n")
    eigen_git = "[user]\n\tname = x\n\temail = x@voorbeeld.example\n"
    (tmp_path / "gitconfig").write_text(eigen_git, encoding="utf-8")
    twee.git(eigen, "init", "-q")
    for pad, bericht in (("overeenkomsten", "een"), (".", "alles")):
        twee.git(eigen, "add", "-A", pad)
        twee.git(eigen, "commit", "-qm", bericht)
    return eigen


def test_the_schemas_are_those_of_what_clm_prints(map_, tmp_path, capsys, momentopname) -> None:
    per = defaultdict(list)
    for rij in (*uitvoer(map_, GEZIEN, capsys), *gedeeld(tmp_path, capsys)):
        per[rij["schema"]].append(rij)
    for naam, rijen in per.items():
        schema = uitvoervormen.omslag(naam, rijen)
        tekst = json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True)
        momentopname(resources.uitvoervorm(naam.partition(".")[2].partition("/")[0]), tekst + "\n")


def test_what_clm_prints_on_other_days_fits_its_schema(map_, capsys) -> None:
    for rij in uitvoer(map_, ANDERS, capsys):
        naam = rij["schema"].partition(".")[2].partition("/")[0]
        schema = json.loads(resources.uitvoervorm(naam).read_text(encoding="utf-8"))
        fout = next(Draft7Validator(schema).iter_errors(rij), None)
        assert fout is None, f"{naam}: {fout.json_path} {fout.message[:300]}"


def test_every_output_in_the_code_has_a_schema() -> None:
    """By the names that the code gives; two are made from the name of a command."""
    namen = {"init", "voorbeeld", "schema", *(f"lijst-{naam}" for naam in LIJSTEN)}
    for pad in CLI.glob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call):
                functie = getattr(knoop.func, "id", "")
                eerste = functie == "zeg_json"
                tweede = functie in ("toon", "toon_blad", "toon_controle", "lees_voor_of_json")
                rij = knoop.args[:1] if eerste else knoop.args[1:2] if tweede else []
                namen |= {a.value for a in rij if isinstance(a, ast.Constant)}
    assert len(namen) > 40
    assert {n for n in namen if not resources.uitvoervorm(n).is_file()} == set()


def test_a_schema_is_given_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(["schema", "--uitvoer", "werklijst"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"]["schema"] == {"const": "clm.werklijst/1"}
    assert draai(["schema", "--uitvoer", "werklijts"]) == 2
    assert "bedoelt u clm schema --uitvoer werklijst?" in capsys.readouterr().err
