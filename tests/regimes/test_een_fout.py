"""A regime with one fault is told of, whatever kind of fault: a table of them, each made alone."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import clm_cli
from clm_cli.bestand import Bestand
from clm_cli.files.gate import lees as lees_yaml
from clm_cli.files.lader import lees_record, regimes_van_clm_met_plaats
from clm_cli.meldingen import Ernst, Plek
from clm_cli.records.regime import Regime
from clm_cli.rules.regime.bron import bronmeldingen
from clm_cli.rules.toets import controleer_regime

TESTS, CLM = Path(__file__).parents[1], Path(clm_cli.__file__).parent / "regimes"
REGIMES: dict[str, tuple[Path, Path | None]] = {
    "J": (CLM / "sdfl-jeugdhulp-2026.yaml", None),
    "S": (CLM / "sma-2026.yaml", None),
    "V": (
        TESTS / "vierde_regime/zaakportaal-2026.yaml",
        TESTS / "vierde_regime/bijlage-beheer-en-naleving.md",
    ),
    "F": (TESTS / "vijfde_regime/vervoer-2026.yaml", TESTS / "vijfde_regime/bijlage-vervoer.md"),
    "W": (
        TESTS / "beschermd_wonen/beschermd-wonen-2026.yaml",
        TESTS / "beschermd_wonen/contract.txt",
    ),
    "H": (
        TESTS / "zevende_regime/hulpmiddelen-2026.yaml",
        TESTS / "zevende_regime/hulpmiddelen.md",
    ),
    "Z": (
        TESTS / "zesde_regime/dagbesteding-2026.yaml",
        TESTS / "zesde_regime/bijlage-dagbesteding.md",
    ),
}
FOUTEN: list[dict[str, Any]] = YAML(typ="safe").load(
    Path(__file__).with_name("een_fout.yaml").read_text(encoding="utf-8")
)
DAG = date(2026, 5, 18)


def gemeld(naam: str, tekst: str) -> set[tuple[str, str]]:
    """What a check of a regime tells, apart from what is only information."""
    bestand, bron = REGIMES[naam]
    pad = f"regimes/{bestand.name}"
    record, meldingen = lees_record(pad, lees_yaml(tekst.encode(), pad))
    if isinstance(record, Regime):
        gelezen = Bestand(pad, record, Plek(pad))
        meldingen += controleer_regime(_van_clm(), gelezen, DAG)
        meldingen += bronmeldingen(gelezen, bron.read_text(encoding="utf-8")) if bron else ()
    return {(m.code, m.tekst) for m in meldingen if m.ernst is not Ernst.INFO}


@cache
def _van_clm() -> Any:
    return regimes_van_clm_met_plaats().register.zoals(DAG)


@cache
def gaaf(naam: str) -> tuple[str, frozenset[tuple[str, str]]]:
    tekst = REGIMES[naam][0].read_text(encoding="utf-8")
    return tekst, frozenset(gemeld(naam, tekst))


@pytest.mark.parametrize("fout", FOUTEN, ids=[f"{rij['in']}-{rij['wat']}" for rij in FOUTEN])
def test_one_fault_is_told(fout: dict[str, Any]) -> None:
    tekst, eerst = gaaf(fout["in"])
    assert fout["oud"] in tekst
    erbij = gemeld(fout["in"], tekst.replace(fout["oud"], fout["nieuw"], 1)) - eerst
    codes = fout["meldt"] if isinstance(fout["meldt"], list) else [fout["meldt"]]
    assert {code for code, _ in erbij} == set(codes), erbij


def test_a_wrong_article_is_told_where_it_is_named() -> None:
    oud, nieuw = '{eis: "2.2", tekst: "binnen tien dagen', '{eis: "2.9", tekst: "binnen tien dagen'
    tekst = gaaf("W")[0].replace(oud, nieuw, 1)
    gelezen = lees_yaml(tekst.encode(), "regimes/w.yaml")
    record, _ = lees_record("regimes/w.yaml", gelezen)
    assert isinstance(record, Regime)
    bestand, bron = Bestand("regimes/w.yaml", record, Plek("regimes/w.yaml")), REGIMES["W"][1]
    assert bron is not None
    (melding,) = (
        m for m in bronmeldingen(bestand, bron.read_text(encoding="utf-8")) if m.code == "REG755"
    )
    assert melding.plek is not None
    plaats = gelezen.posities.van(melding.plek.sleutel)
    assert plaats is not None
    assert tekst.splitlines()[plaats[0] - 1][plaats[1] - 1 :].startswith('"2.9"')


@pytest.mark.parametrize("naam", ["V", "F", "W", "Z", "H"])
def test_a_sound_regime_beside_its_text_has_no_fault_of_words(naam: str) -> None:
    codes = {code for code, _ in gaaf(naam)[1]}
    assert not codes & {"REG730", "REG753", "REG754", "REG755"}
