"""A moment that was typed is one of Amsterdam, and a day alone its very end or its beginning."""

from __future__ import annotations

from datetime import date

import pytest

from clm_cli.cli.omgeving import moment
from clm_cli.meldingen import ClmFout


@pytest.mark.parametrize(
    ("getypt", "begin", "bedoeld"),
    [
        ("2026-05-18", False, "2026-05-18T23:59:59+02:00"),
        ("2026-05-18", True, "2026-05-18T00:00:00+02:00"),
        ("18 januari 2026", False, "2026-01-18T23:59:59+01:00"),
        ("gisteren", True, "2026-05-17T00:00:00+02:00"),
        ("2026-01-18T17:00", True, "2026-01-18T17:00:00+01:00"),
        ("2026-05-18T17:00", False, "2026-05-18T17:00:00+02:00"),
        ("2026-05-18T17:00:30+00:00", True, "2026-05-18T17:00:30+00:00"),
    ],
)
def test_what_moment_is_meant(getypt: str, bedoeld: str, *, begin: bool) -> None:
    assert moment(getypt, "--op", date(2026, 5, 18), begin=begin).isoformat() == bedoeld


@pytest.mark.parametrize("getypt", ["2026-05-18T25:00", "2026-05-18Tx", "2026-02-30", "9999-99-99"])
def test_what_is_no_moment_is_refused(getypt: str) -> None:
    with pytest.raises(ClmFout):
        moment(getypt, "--op", date(2026, 5, 18))
