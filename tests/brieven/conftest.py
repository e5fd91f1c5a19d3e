"""The tests of letters share the full registers beside this file, and make all letters once for all workers."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

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
