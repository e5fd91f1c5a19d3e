"""A small history in git: the example register, changed some ways that cards and facts change."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from clm_cli import resources

_WIE = {
    "GIT_AUTHOR_NAME": "Mia",
    "GIT_AUTHOR_EMAIL": "mia@example.nl",
    "GIT_COMMITTER_NAME": "Mia",
    "GIT_COMMITTER_EMAIL": "mia@example.nl",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
Stap = Callable[[Path], None]


def git(map_: Path, *woorden: str, dag: str = "2026-05-01") -> str:
    """Run git as a colleague of the example would."""
    moment = {"GIT_AUTHOR_DATE": f"{dag}T12:00:00Z", "GIT_COMMITTER_DATE": f"{dag}T12:00:00Z"}
    uit = subprocess.run(
        ["git", "-C", str(map_), *woorden],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **_WIE, **moment},
    )
    return uit.stdout.strip()


def begin(map_: Path, *, onder: str = "dossiers") -> Path:
    """The example in a repository of its own, in a folder of it; nothing is committed yet."""
    wortel = map_ / onder
    shutil.copytree(resources.voorbeeld(), wortel)
    git(map_, "init", "--quiet", "--initial-branch=main")
    return wortel


def leg_vast(map_: Path, wat: str, dag: str) -> str:
    """Commit everything; the hash."""
    git(map_, "add", "--all", dag=dag)
    git(map_, "commit", "--quiet", "--allow-empty", "-m", wat, dag=dag)
    return git(map_, "rev-parse", "HEAD")


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    """Replace a text that must be there."""
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst, f"{pad} does not hold {oud!r}"
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


SIGNAAL = """datum: 2026-05-12
vastgelegd: 2026-05-12T10:00:00+02:00
door: marieke-hoekstra
contracten: [dagbehandeling]
soort: [kwaliteit]
ernst: feitelijk
kant: AOC
verplichting: V-02
bekend_bij: [{wie: marieke-hoekstra, op: 2026-05-12}]
bron: {soort: gemeente, naam: Zandlo, vertrouwelijk: nee, mag_in_brief: ja}
wat: Op drie dagen was niemand bereikbaar.
"""
"""A fact that is written in one of the steps."""
