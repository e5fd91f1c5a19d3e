"""What a check found, as other tools read it."""

from __future__ import annotations

import json
import re

from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.views.controle import Controle
from clm_cli.views.controlevormen import als_github, als_gitlab, als_sarif

BLAD = Controle(
    (
        Melding("DOS206", Ernst.FOUT, Plek("a b/plan.yaml", ("x",)), "100 % fout,\nja: nee"),
        Melding(
            "TRM301",
            Ernst.WAARSCHUWING,
            Plek("a b/brief.yaml"),
            "de dag",
            (Reden("daarom"),),
            "J40",
            "clm waarom",
        ),
        Melding("DOS211", Ernst.INFO, None, "over het register"),
        Melding("DOS211", Ernst.INFO, None, "over het register"),
    ),
    lambda plek: (7, 3) if plek.sleutel else None,
)


def test_github_reads_each_on_one_line_with_its_signs_escaped() -> None:
    info, ook, brief, plan = als_github(BLAD, "map/").split("\n")
    assert plan == (
        "::error file=map/a b/plan.yaml,line=7,col=3,title=DOS206::100 %25 fout, ja: nee"
    )
    assert brief == (
        "::warning file=map/a b/brief.yaml,line=1,col=1,title=TRM301::"
        "de dag - omdat: daarom - grond: J40 - nu: clm waarom"
    )
    assert info == ook
    assert info.startswith("::notice file=map/organisatie.yaml,line=1,col=1,title=DOS211::")


def test_sarif_holds_what_its_schema_asks() -> None:
    """SARIF 2.1.0: version, runs, tool.driver.name; results with message.text and level."""
    log = json.loads(als_sarif(BLAD, "map/"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    regels = [regel["id"] for regel in run["tool"]["driver"]["rules"]]
    assert regels == ["DOS206", "DOS211", "TRM301"]
    for rij in run["results"]:
        assert regels[rij["ruleIndex"]] == rij["ruleId"]
        assert rij["level"] in ("error", "warning", "note")
        assert rij["message"]["text"]
        (waar,) = rij["locations"]
        assert re.fullmatch(r"[\w%./-]+", waar["physicalLocation"]["artifactLocation"]["uri"])
        assert waar["physicalLocation"]["region"]["startLine"] >= 1
    assert run["results"][-1]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "map/a%20b/plan.yaml"},
        "region": {"startLine": 7, "startColumn": 3},
    }


def test_gitlab_holds_what_its_report_asks_and_each_print_once() -> None:
    """description, check_name, fingerprint, severity, location.path, location.lines.begin."""
    rijen = json.loads(als_gitlab(BLAD, ""))
    assert len({rij["fingerprint"] for rij in rijen}) == len(rijen) == 4
    assert {rij["severity"] for rij in rijen} == {"major", "minor", "info"}
    assert rijen[-1]["location"] == {"path": "a b/plan.yaml", "lines": {"begin": 7}}
    assert rijen[-1]["check_name"] == "DOS206"
    assert rijen[-1]["description"] == "100 % fout, ja: nee"
