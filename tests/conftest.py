"""What holds in all tests: no network, and one flag that renews the snapshots.

`pytest --vernieuw` rewrites the snapshots that differ and says which. A snapshot is a text in the
checkout that a test compares with what clm gives today: the test asks for the fixture
`momentopname` and hands it the path and the text. Git shows a reviewer what became of it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: the first day outside the table of feast days loads a library, and that takes long.
# A random case that fails is printed in a form in which it can be given again.
settings.register_profile("clm", deadline=None, print_blob=True)
settings.load_profile("clm")
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


@pytest.fixture(scope="session", autouse=True)
def geen_netwerk() -> Iterator[None]:
    """Nothing that a test runs in this process may reach the network, nor ask for an address."""

    def weiger(*waar: object, **_: object) -> None:
        raise AssertionError(f"clm does not talk to the network, and asked for {waar[-1]}")

    with pytest.MonkeyPatch.context() as even:
        even.setattr(socket.socket, "connect", weiger)
        even.setattr(socket.socket, "connect_ex", weiger)
        even.setattr(socket, "getaddrinfo", weiger)
        yield


@pytest.fixture(scope="session", autouse=True)
def eigen_staat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What clm keeps for its user: in a place of the tests, also of what they start."""
    with pytest.MonkeyPatch.context() as even:
        naam = "LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME"
        even.setenv(naam, str(tmp_path_factory.mktemp("staat")))
        yield


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
