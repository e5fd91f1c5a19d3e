"""One flag for all snapshots: `pytest --vernieuw` rewrites those that differ and says which.

A snapshot is a text in the checkout that a test compares with what clm gives today. A test asks
for the fixture `momentopname` and hands it the path and the text; git shows a reviewer the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]
Momentopname = Callable[[Path, str], None]
VERNIEUWD = "vernieuwd"
"""The property of a test's report under which the workers tell what was rewritten."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--vernieuw",
        action="store_true",
        help="rewrite every snapshot that differs from what clm gives now, and say which",
    )


@pytest.fixture
def vernieuw(request: pytest.FixtureRequest) -> bool:
    """Whether snapshots are rewritten in this run."""
    return bool(request.config.getoption("--vernieuw"))


@pytest.fixture
def momentopname(vernieuw: bool, record_property: Callable[[str, object], None]) -> Momentopname:
    """Compare a file with a text; with --vernieuw, write the text into it."""

    def vergelijk(pad: Path, tekst: str) -> None:
        oud = pad.read_text(encoding="utf-8") if pad.exists() else ""
        if vernieuw and oud != tekst:
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(tekst, encoding="utf-8")
            record_property(VERNIEUWD, pad.relative_to(WORTEL).as_posix())
            return
        assert oud == tekst, f"{pad.name} differs; `pytest --vernieuw` writes it anew"

    return vergelijk


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if not config.getoption("--vernieuw"):
        return
    geschreven = {
        str(waarde)
        for verslag in terminalreporter.getreports("passed")
        for naam, waarde in verslag.user_properties
        if naam == VERNIEUWD
    }
    terminalreporter.section("snapshots")
    for pad in sorted(geschreven):
        terminalreporter.write_line(f"rewritten: {pad}")
    if not geschreven:
        terminalreporter.write_line("every snapshot was as it is: nothing rewritten")
