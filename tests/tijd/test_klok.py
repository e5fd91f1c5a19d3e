"""The clock of the contracts; a machine without the table of time zones is told so."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clm_cli.tijd.klok import HIER
from tests import klein_register

ZONDER = """
import sys
sys.modules["tzdata"] = None
from clm_cli.cli.hoofd import draai
sys.exit(draai(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (datetime(2026, 1, 15, 22, 59, tzinfo=UTC), date(2026, 1, 15)),
        (datetime(2026, 1, 15, 23, 0, tzinfo=UTC), date(2026, 1, 16)),
        (datetime(2026, 7, 15, 21, 59, tzinfo=UTC), date(2026, 7, 15)),
        (datetime(2026, 7, 15, 22, 0, tzinfo=UTC), date(2026, 7, 16)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(moment: datetime, dag: date) -> None:
    assert moment.astimezone(HIER).date() == dag


_VANDAAG = """
from datetime import UTC, datetime
from clm_cli.cli.omgeving import _klok
from clm_cli.tijd.klok import HIER
print(_klok() == datetime.now(UTC).astimezone(HIER).date())
"""


@pytest.mark.parametrize("zone", ["<plus>-14", "<min>11"])
def test_where_the_computer_stands_makes_no_other_day(zone: str) -> None:
    """At any moment it is another day in one of the two."""
    omgeving = {**os.environ, "TZ": zone}
    uit = subprocess.run(
        [sys.executable, "-c", _VANDAAG], check=False, env=omgeving, capture_output=True
    )
    assert uit.stdout.split() == [b"True"], uit.stderr


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
