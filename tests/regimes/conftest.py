"""The regimes that ship with clm, read as clm reads them: through the gate and into the model."""

from __future__ import annotations

import pytest

from clm_cli.files.lader import regimes_van_clm
from clm_cli.records.regime import Regime


@pytest.fixture(scope="session")
def regimes() -> dict[str, Regime]:
    return regimes_van_clm()


@pytest.fixture
def jeugdhulp(regimes: dict[str, Regime]) -> Regime:
    return regimes["sdfl-jeugdhulp-2026"]


@pytest.fixture
def sma(regimes: dict[str, Regime]) -> Regime:
    return regimes["sma-2026"]


@pytest.fixture(params=["sdfl-jeugdhulp-2026", "sma-2026"])
def regime(request: pytest.FixtureRequest, regimes: dict[str, Regime]) -> Regime:
    return regimes[request.param]
