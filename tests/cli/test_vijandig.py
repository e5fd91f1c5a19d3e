"""One of each kind of hostile thing: no crash, no hang, nothing outside, and not much memory.

All of them, with what they cost: `tests/trust/vijandig.py`.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests import vijandig, vijandig_buiten, vijandig_om, vijandig_verder, vijandig_vreemd

ROOMS = (vijandig, vijandig_buiten, vijandig_vreemd, vijandig_verder, vijandig_om)
GEKOZEN = (
    "link:bloem/contacten",
    "link:.clm/slot",
    "link:sjablonen",
    "link:.vscode",
    "link:naar zichzelf",
    "pijp:.clm/slot",
    "pijp:.clm/gemaakt",
    "pijp:huisstijl/logo.svg",
    "pijp:sjablonen/brieven/classificatie.md",
    "nul:huisstijl/briefpapier.docx",
    "genoemd:pijp",
    "genoemd:nul",
    "genoemd:5 GB",
    "yaml:een lange regel:bloem/contacten/2026-05-04-telefoon.yaml",
    "yaml:een regeleinde van vroeger:organisatie.yaml",
    "yaml:regels:kpis.yaml",
    "yaml:een bom:lezingen/2026-01-01-x.yaml",
    "sjabloon:lus in lus",
    "sjabloon:herhaling zonder macht",
    "sjabloon:plus op plus",
    "sjabloon:midden",
    "sjabloon:een klasse",
    "sjabloon:een pad naar buiten",
    "sjabloon:cp1252",
    "bestand:bom.docx",
    "bestand:hoek.xlsx",
    "bestand:rijen.xlsx",
    "bestand:sterren.md",
    "bestand:gedeelde teksten.xlsx",
    "bijlage:een getal.txt",
    "bijlage:open merken.docx",
    "bijlage:verre cellen.xlsx",
    "blad:samen.xlsx",
    "blad:groot getal.xlsx",
    "mail:codewoorden",
    "mail:veel delen",
    "git:haken",
    "stuk:veel stijlen.xlsx",
    "stuk:een vol merk.xlsx",
    "stuk:veel delen.xlsx",
    "papier:groot:word/styles.xml",
    "stuk:een vol merk.docx",
    "stuk:losse kenmerken.xlsx",
    "agenda:open afspraken",
    "om:'COLUMNS=0'",
    "om:'PATH='",
    "beeld:reus.png",
    "contract:lege regels.txt",
    "kloon:een koppeling",
    "naam:rechts naar links",
    "ijl:organisatie.yaml",
    "tekst:een zin over alle regels",
    "tekst:elke dag een kalender",
    "pak:rijke tekst.xlsx",
    "pak:koppelingen over alles.xlsx",
    "pak:gedeelde formules.xlsx",
    "pak:regels voor opmaak.xlsx",
    "pak:kenmerken zonder einde.eml",
    "pak:alleen regeleinden.eml",
    "gitmap:zonder dag",
    "gitmap:een pijp als index",
)


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vijandig.schoon(tmp_path_factory.mktemp("vijandig") / "begin")


@pytest.mark.parametrize(
    "opdracht", [vijandig.NOTEER, vijandig.BRIEVEN, vijandig_vreemd.ICS, *vijandig.LEZEN]
)
def test_what_a_hostile_thing_meets_does_its_work_where_there_is_none(
    begin: Path, tmp_path: Path, opdracht: str
) -> None:
    assert vijandig.doe(shutil.copytree(begin, tmp_path / "r"), opdracht).code in (0, 1)


@pytest.mark.parametrize("naam", GEKOZEN)
def test_what_is_hostile_gets_an_answer_and_nothing_else(
    begin: Path, tmp_path: Path, naam: str
) -> None:
    if naam.startswith("beeld:"):
        # that sets a page: a fork of who did so before has none of the threads of the typesetter
        with ProcessPoolExecutor(1, get_context("spawn")) as los:
            klachten = los.submit(_klachten, begin, tmp_path / "werk", naam).result()
    else:
        klachten = _klachten(begin, tmp_path / "werk", naam)
    assert klachten == []


def _klachten(begin: Path, werk: Path, naam: str) -> list[str]:
    (geval,) = [g for room in ROOMS for g in room.alle() if g.naam == naam]
    return vijandig.klachten(begin, werk, geval, traag=4.0)[1]
