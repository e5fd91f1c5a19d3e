"""The package: what it says of itself, what it carries, and what it never holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import clm_cli
from clm_cli import resources
from clm_cli.cli import hoofd

WORTEL = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
GEVOLGD = subprocess.run(
    ["git", "ls-files", "-z"], cwd=WORTEL, capture_output=True, text=True, check=True
).stdout.split("\0")[:-1]
"""The files that git tracks."""


def test_nothing_else_stands_on_top():
    """A register that somebody tried something in is easily added with the rest."""
    zichtbaar = {pad.partition("/")[0] for pad in GEVOLGD if not pad.startswith(".")}
    assert zichtbaar == {
        *("clm_cli", "dossiers", "templates", "tests"),
        *("LICENSE", "README.md", "pyproject.toml"),
    }


def test_the_installed_version_is_that_of_the_code():
    assert metadata.version("clm") == clm_cli.__version__


def test_the_command_clm_starts_the_shell():
    (ingang,) = metadata.entry_points(group="console_scripts", name="clm")
    assert ingang.load() is hoofd.main


def test_it_runs_on_python_3_11_and_newer():
    assert PROJECT["requires-python"] == ">=3.11"


def test_every_dependency_has_a_floor():
    optioneel = PROJECT["optional-dependencies"]
    zonder = [
        d
        for d in [*PROJECT["dependencies"], *optioneel["test"], *optioneel["dev"]]
        if ">=" not in d
    ]
    assert zonder == []


def test_no_dependency_is_left_out_but_typst_where_there_is_none():
    """A marker that leaves a library out must not come back unseen, as that of tzdata once did."""
    alleen_soms = {d.split(">=")[0] for d in PROJECT["dependencies"] if ";" in d}
    assert alleen_soms == {"typst", "ruamel.yaml.clib"}


def test_the_time_zone_needs_nothing_of_the_system():
    uit = subprocess.run(
        [sys.executable, "-m", "clm_cli", "--map", "dossiers", "werklijst"],
        cwd=WORTEL,
        env={**os.environ, "PYTHONTZPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (uit.returncode, uit.stdout.split()[:1]) == (0, ["WERKLIJST"])


def test_typer_stays_below_the_version_that_doubles_the_start():
    (typer,) = [d for d in PROJECT["dependencies"] if d.startswith("typer")]
    assert typer == "typer>=0.28,<0.29"


def test_the_licence_is_the_whole_eupl():
    tekst = (WORTEL / "LICENSE").read_text(encoding="utf-8")
    assert PROJECT["license"] == "EUPL-1.2"
    assert tekst.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert [int(nummer) for nummer in re.findall(r"(?m)^(\d{1,2})\.\s?[A-Z]", tekst)] == [
        *range(1, 16)
    ]
    assert "Appendix" in tekst
    assert tekst.rstrip().endswith("require the production of a new EUPL version.")


def test_the_fonts_are_there_with_their_licence():
    namen = {pad.name for pad in resources.lettertypen().iterdir()}
    stijlen = {
        f"LiberationSans-{stijl}.ttf" for stijl in ("Regular", "Bold", "Italic", "BoldItalic")
    }
    assert namen == {*stijlen, "OFL.txt"}
    assert {(resources.lettertypen() / naam).read_bytes()[:4] for naam in stijlen} == {b"\0\1\0\0"}
    assert "SIL OPEN FONT LICENSE Version 1.1" in (resources.lettertypen() / "OFL.txt").read_text(
        encoding="utf-8"
    )


def test_what_ships_is_found_through_one_door():
    assert (resources.voorbeeld() / "organisatie.yaml").is_file()
    assert (resources.sjablonen() / "register" / "organisatie.yaml").is_file()
    assert [naam for naam, inhoud in resources.regimes() if not inhoud] == []
    assert len([*resources.regimes()]) >= 2


def test_git_changes_no_byte():
    assert (WORTEL / ".gitattributes").read_text(encoding="utf-8") == "* -text\n"


NETWERK = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "asyncio",
    "xmlrpc",
    "webbrowser",
}


def test_no_module_of_clm_can_reach_the_network():
    gebruikt = {
        (pad.name, naam)
        for pad in (WORTEL / "clm_cli").rglob("*.py")
        for naam in re.findall(r"(?m)^ *(?:from|import) (\w+)", pad.read_text(encoding="utf-8"))
        if naam in NETWERK
    }
    assert gebruikt == set()


VREEMD = re.compile(
    r"(?i)\b(pypi|pythonhosted|npmjs|crates|conda|docker)[.](org|com|io)|-{2}(extra-)?index-url|"
    r"deb[.]debian|(?<![\w.~-])/(home|root|work|Users)/"
)
"""Registry hosts, and paths of one machine."""


@pytest.mark.parametrize(
    "naam",
    [naam for naam in GEVOLGD if not naam.endswith((".ttf", ".pdf", ".docx", ".xlsx", ".png"))],
)
def test_no_file_names_a_registry_or_a_path_of_one_machine(naam):
    pad = WORTEL / naam
    gevonden = VREEMD.search(pad.read_text(encoding="utf-8")) if pad.is_file() else None
    assert gevonden is None
