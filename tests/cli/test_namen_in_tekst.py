"""What has a title in the register is called by it in running text; its id is for typing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.files.lader import laad

VOORBEELD = Path(__file__).parents[2] / "dossiers"
DOSSIERS = ("de-klaproos", "waterlelie", "medisch-advies-noord")
LEZEN = (
    ["werklijst"],
    ["controleer"],
    ["overzicht"],
    ["lijst", "verplichtingen"],
    ["lijst", "risicos"],
    ["lijst", "dekking"],
    ["classificeer", "--alle"],
    ["verifieer"],
    *(
        [woord, dossier]
        for dossier in DOSSIERS
        for woord in ("toon", "tijdlijn", "kpi", "escalatie toon", "werklijst")
    ),
    *(["waarom", str(nr)] for nr in range(1, 9)),
)
TYPEN = re.compile(r"clm [^\n]*|--[a-z-]+ [^\s,;)]+|^ *\d+ \| [^\n]*|[\w.-]+=[\w-]+", re.MULTILINE)
"""What is there to be typed, or is quoted from a file as it stands."""


def bekende_ids() -> set[str]:
    """The ids that have another name, and cannot be that name themselves."""
    register = laad(VOORBEELD).register
    namen = {kpi.id: kpi.titel for kpi in register.kpis.values()}
    namen |= {persoon.id: persoon.naam for persoon in register.organisatie.personen}
    namen |= {gemeente.id: gemeente.naam for gemeente in register.organisatie.gemeenten}
    for regime in register.regimes.values():
        namen |= {
            rij.instrument: rij.titel for trede in regime.treden for rij in trede.instrumenten
        }
        namen |= {rij.id: rij.titel for rij in regime.themas}
    namen |= {naam: rij.titel for naam, rij in VOORWAARDEN.items() if "-" in naam}
    return {id_ for id_, naam in namen.items() if id_ != naam.lower() and id_ not in naam.lower()}


@pytest.mark.parametrize("dag", ["2026-03-01", "2026-05-18", "2026-06-12"])
def test_no_text_calls_by_an_id_what_has_a_name(
    dag: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    ids = "|".join(sorted(map(re.escape, bekende_ids()), key=len, reverse=True))
    woord = re.compile(rf"(?<![\w./#-])({ids})(?![\w/-]|\.[a-z])")
    gevonden = []
    for woorden in LEZEN:
        draai([*" ".join(woorden).split(), "--map", str(VOORBEELD), "--vandaag", dag])
        tekst = TYPEN.sub("", capsys.readouterr().out)
        gevonden += [
            (woorden, regel.strip()) for regel in tekst.splitlines() if woord.search(regel)
        ]
    assert gevonden == []
