"""The tests of letters make all letters of the full registers once, for all workers."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.brieven.levende_brief import Bureau

Eenmaal = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def eenmaal(tmp_path_factory: pytest.TempPathFactory) -> Eenmaal:
    """A folder that the first worker fills and the others wait for."""
    basis = tmp_path_factory.getbasetemp()
    gedeeld = basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis

    def vul(naam: str, maak: Callable[[Path], object]) -> Path:
        map_ = gedeeld / naam
        with (gedeeld / f"{naam}.slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            if not (gedeeld / f"{naam}.klaar").exists():
                map_.mkdir()
                maak(map_)
                (gedeeld / f"{naam}.klaar").touch()
        return map_

    return vul


@pytest.fixture(scope="session")
def beurt() -> str:
    """The two contracts, in the order in which this worker makes them: two work side by side."""
    return "SJ" if os.environ.get("PYTEST_XDIST_WORKER", "gw0")[-1] in "13579" else "JS"


@pytest.fixture(scope="session")
def klaar(eenmaal: Eenmaal) -> Path:
    """The small register of the living letter, with its first letter made."""
    from tests.brieven.levende_brief import begin

    return eenmaal("levend", begin)


@pytest.fixture
def bureau(klaar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bureau:
    """A desk with a copy of that register of its own."""
    shutil.copytree(klaar, tmp_path / "r")
    return Bureau(tmp_path / "r", capsys)
