"""A machine without the table of time zones is told so; no day is guessed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests import klein_register

ZONDER = """
import sys
sys.modules["tzdata"] = None
from clm_cli.cli.hoofd import draai
sys.exit(draai(sys.argv[1:]))
"""


def test_without_time_zones_clm_says_what_is_missing(tmp_path: Path) -> None:
    klein_register.lees(tmp_path)
    uit = subprocess.run(
        [sys.executable, "-c", ZONDER, "werklijst", "--map", str(tmp_path)],
        env={**os.environ, "PYTHONTZPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode == 2, uit.stderr
    assert "De tijdzone Europe/Amsterdam is op deze computer niet te vinden" in uit.stderr
    assert "tzdata" in uit.stderr
