"""The session in README.md: every `$ …` of a console block is run, and its output put below it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
LEESMIJ = WORTEL / "README.md"
_BLOK = re.compile(r"(?ms)^```console\n(.*?)^```$")


def gedraaid(tekst: str) -> str:
    """The text of a README with the console blocks run anew."""
    return _BLOK.sub(
        lambda blok: f"```console\n{''.join(map(_sessie, _opdrachten(blok[1])))}```", tekst
    )


def _opdrachten(blok: str) -> list[str]:
    return [regel[2:] for regel in blok.splitlines() if regel.startswith("$ ")]


def _sessie(opdracht: str) -> str:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("CLM_")}
    omgeving |= {
        "COLUMNS": "100",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{omgeving['PATH']}",
    }
    uit = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {opdracht} 2>/dev/null"],
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        check=True,
    )
    return f"$ {opdracht}\n{uit.stdout.decode()}"
