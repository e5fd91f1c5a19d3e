"""A fresh copy of the register with the third regime for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.derde_regime.vervoerszaak import Zaak


@pytest.fixture(scope="session")
def gespeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gespeeld")


@pytest.fixture
def zaak(tmp_path: Path, capsys: pytest.CaptureFixture[str], gespeeld: Path) -> Zaak:
    return Zaak(tmp_path, capsys, gespeeld)
