"""The house: which floor may import which, one door per library, sizes, and what a start loads."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[1]
PAKKET = WORTEL / "clm_cli"
MODULES = sorted(PAKKET.rglob("*.py"))
VERDIEPING = {
    "meldingen": 0,
    "deur": 0,
    "value": 0,
    "resources": 0,
    "tabellen": 0,
    "advies": 0,
    "woorden": 0,
    "persoonsgegevens": 0,
    "bsnbestand": 0,
    "clientbestand": 0,
    "xmldeel": 0,
    "tijd": 1,
    "records": 2,
    "bestand": 3,
    "dossier": 3,
    "register": 3,
    "samenstel": 3,
    "lui": 3,
    "kaarten": 3,
    "kijk": 3,
    "voorstel": 3,
    "derivations": 4,
    "rules": 5,
    "verschil": 5,
    "files": 6,
    "views": 6,
    "acts": 6,
    "documents": 6,
    "commands": 7,
    "cli": 8,
}
NIET_NAAST = {
    ("views", "files"),
    ("files", "views"),
    ("files", "derivations"),
    ("files", "rules"),
    ("acts", "files"),
    ("acts", "views"),
    ("acts", "documents"),
    ("files", "acts"),
    ("files", "documents"),
    ("views", "acts"),
    ("views", "documents"),
    ("documents", "files"),
    ("documents", "acts"),
    ("documents", "views"),
    ("cli", "acts"),
    ("cli", "documents"),
    ("cli", "files"),
}
DEUREN = {
    "ruamel": {"files/gate.py"},
    "holidays": {"tijd/kalender.py"},
    "jinja2": {"files/begin.py", "documents/sjablonen.py", "documents/zandbak.py"},
    "subprocess": {
        *("cli/editor.py", "files/git.py", "files/gitproces.py"),
        "commands/tegelijk.py",
    },
    "typst": {"documents/pdf.py"},
    "docx": {
        "documents/word/bestand.py",
        "documents/word/blokken.py",
        "documents/word/brief.py",
        "documents/word/stijl.py",
    },
    "markdown_it": {"documents/blokken.py"},
    "pypdf": {"documents/pdfsamen.py", "documents/teruglezen.py"},
    "duckdb": {"documents/export/parquet.py"},
    "openpyxl": {"files/rekenblad.py", "documents/export/werkboek.py"},
}
GROOTSTE_MODULE, LANGSTE_FUNCTIE = 300, 40


def kamer(pad: Path) -> str:
    return pad.relative_to(PAKKET).parts[0].removesuffix(".py")


def imports(pad: Path) -> set[str]:
    gevonden = set()
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            gevonden |= {naam.name for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            gevonden |= {knoop.module, *(f"{knoop.module}.{naam.name}" for naam in knoop.names)}
    return gevonden


@pytest.mark.parametrize(
    "pad", [p for p in MODULES if kamer(p) in VERDIEPING], ids=lambda p: str(p.relative_to(PAKKET))
)
def test_imports_point_down(pad: Path) -> None:
    eigen = kamer(pad)
    for naam in imports(pad):
        delen = naam.split(".")
        if delen[0] != "clm_cli" or len(delen) < 2 or delen[1] not in VERDIEPING:
            continue
        assert VERDIEPING[delen[1]] <= VERDIEPING[eigen], f"{eigen} imports {naam}"
        assert (eigen, delen[1]) not in NIET_NAAST, f"{eigen} imports {naam}"


def test_every_room_has_a_floor() -> None:
    kamers = {kamer(pad) for pad in MODULES} - {"__init__", "__main__"}
    assert kamers == set(VERDIEPING)


WEG_VAN_BRIEVEN = {"__init__", "aankomst", "meedelen", "onverwerkt", "post", "soorten"}
"""Of letters the ladder knows the kinds and the way (to send, sent, arrived), never the content."""


def test_the_ladder_knows_nothing_of_what_letters_say() -> None:
    ladder, brieven = (PAKKET / "derivations" / naam for naam in ("escalatie", "brieven"))
    inhoud = {
        ".".join(pad.relative_to(WORTEL).with_suffix("").parts): pad
        for pad in MODULES
        if pad.is_relative_to(brieven)
        and not (pad.parent == brieven and pad.stem in WEG_VAN_BRIEVEN)
    }
    van_ladder = [pad for pad in MODULES if pad.is_relative_to(ladder)]
    for map_, paden in ((ladder / "voorwaarden", van_ladder), (brieven / "delen", inhoud.values())):
        assert {pad.parent for pad in paden} == {map_.parent, map_}
    assert {naam for pad in van_ladder for naam in imports(pad)} & set(inhoud) == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    namen = {".".join(pad.relative_to(WORTEL).with_suffix("").parts): pad for pad in MODULES}
    graaf = {
        naam: {ander for ander in imports(pad) if ander in namen} - {naam}
        for naam, pad in namen.items()
    }
    while weg := {naam for naam, anderen in graaf.items() if not anderen}:
        graaf = {naam: anderen - weg for naam, anderen in graaf.items() if naam not in weg}
    assert sorted(graaf) == []


@pytest.mark.parametrize("bibliotheek", DEUREN)
def test_each_library_has_one_door(bibliotheek: str) -> None:
    gebruik = {
        str(pad.relative_to(PAKKET))
        for pad in MODULES
        if bibliotheek in {naam.split(".")[0] for naam in imports(pad)}
    }
    assert gebruik == DEUREN[bibliotheek]


def test_time_is_read_in_one_room() -> None:
    klokken = {
        str(pad.relative_to(PAKKET))
        for pad in MODULES
        if ".now(" in pad.read_text() or "date.today" in pad.read_text()
    }
    assert klokken == {"cli/omgeving.py"}
    # a day of Amsterdam, whatever the zone: `vastgelegd` of derivations/feitzinnen.py makes it
    assert [
        p for p in MODULES if re.search(r"vastgelegd\.(date|astimezone)\(", p.read_text())
    ] == []


def test_that_nothing_was_written_is_said_in_one_place() -> None:
    """A refusal is a `Geweigerd` with its reason; beside it only a trial and a `no` say it."""
    zeggen = {
        str(pad.relative_to(PAKKET))
        for pad in MODULES
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.Constant) and "r is niets geschreven" in str(knoop.value)
    }
    assert zeggen == {"meldingen.py", "cli/schrijven.py", "cli/beheer.py"}


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_rooms_and_functions_stay_small_and_say_what_they_are(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    boom = ast.parse(tekst)
    assert ast.get_docstring(boom), "a module starts with what it is"
    if kamer(pad) != "records":  # lists of fields, one model after another
        assert tekst.count("\n") <= GROOTSTE_MODULE
    for knoop in ast.walk(boom):
        if isinstance(knoop, (ast.FunctionDef, ast.AsyncFunctionDef)):
            # a command lists its options, as a record its fields: there only the body counts
            begin = knoop.body[0].lineno if kamer(pad) == "cli" else knoop.lineno
            assert (knoop.end_lineno or 0) - begin < LANGSTE_FUNCTIE, knoop.name


def test_imports_stand_at_the_top_but_for_a_few_with_their_reason() -> None:
    binnen = {
        f"{pad.relative_to(PAKKET)}: {ast.unparse(regel)}"
        for pad in MODULES
        for functie in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(functie, (ast.FunctionDef, ast.AsyncFunctionDef))
        for regel in ast.walk(functie)
        if isinstance(regel, (ast.Import, ast.ImportFrom))
    }
    assert len(binnen) <= 20, sorted(binnen)


ZWAAR = ("pydantic", "rich", "holidays", "ruamel", "jinja2")


@pytest.mark.parametrize(
    "woorden",
    [
        ["termijn", "4", "mei", "2026", "10", "werkdagen"],
        ["--help"],
        ["termijn", "--help"],
        ["uitleg"],
        ["uitleg", "DOS204"],
    ],
)
def test_a_start_outside_a_register_loads_nothing_heavy(woorden: list[str], tmp_path: Path) -> None:
    assert geladen(woorden, tmp_path, ZWAAR) == "GELADEN []"


VOORBEELD = ("--map", str(WORTEL / "dossiers"), "--vandaag", "2026-05-18", "--proef", "--ja")


def test_a_term_in_a_register_reads_only_the_card_with_the_calendar(tmp_path: Path) -> None:
    woorden = [*VOORBEELD, "termijn", "4 mei 2026", "10 werkdagen"]
    anders = ("clm_cli.register", "clm_cli.records", *ZWAAR)
    assert geladen(woorden, tmp_path, anders) == "GELADEN ['ruamel']"


@pytest.mark.parametrize(
    "woorden",
    [
        ["rapport", "aanbieder", "waterlelie", "2025-K4", "--vorm", "pdf"],
        [
            *("noteer", "waterlelie", "Belde.", "--wijze", "telefoon", "--met", "Jansen"),
            *("--richting", "inkomend", "--door", "marieke-hoekstra"),
        ],
    ],
    ids=lambda woorden: woorden[0],
)
def test_what_reads_no_pdf_loads_no_reader_of_one(woorden: list[str], tmp_path: Path) -> None:
    assert geladen([*VOORBEELD, *woorden], tmp_path, ("pypdf", "holidays")) == "GELADEN []"


@pytest.mark.parametrize(
    "woorden",
    [
        *(["werklijst"], ["waarom", "1"], ["toon", "waterlelie"], ["kpi", "waterlelie"]),
        *(["tijdlijn", "waterlelie"], ["brief", "lijst"], ["escalatie", "toon", "klaproos"]),
    ],
    ids=lambda woorden: woorden[0],
)
def test_what_only_shows_loads_nothing_that_makes_documents(
    woorden: list[str], tmp_path: Path
) -> None:
    maakt = ("docx", "jinja2", "openpyxl", "pypdf", "typst")
    assert geladen([*VOORBEELD, *woorden], tmp_path, maakt) == "GELADEN []"


def geladen(woorden: list[str], map_: Path, zwaar: tuple[str, ...]) -> str:
    """The last line of a run that says which of these modules a command loaded."""
    code = (
        "import sys; from clm_cli.cli.hoofd import draai; uit = draai(sys.argv[1:]);"
        f"print('GELADEN', [n for n in {zwaar!r} if n in sys.modules]); sys.exit(uit)"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code, *woorden],
        cwd=map_,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(WORTEL)},
    )
    return uit.stdout.splitlines()[-1]


def test_importing_a_room_prints_and_writes_nothing(tmp_path: Path) -> None:
    namen = [
        ".".join(pad.relative_to(WORTEL).with_suffix("").parts)
        for pad in MODULES
        if pad.name not in ("__main__.py", "__init__.py")
    ]
    code = f"import importlib\nfor n in {namen!r}: importlib.import_module(n)"
    uit = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(WORTEL)},
    )
    assert (uit.stdout, uit.stderr, list(tmp_path.iterdir())) == ("", "", [])
