"""What the tests of the views share: the register of zaak.py, read once."""

from __future__ import annotations

import pytest

from tests.views.zaak import Bekeken, bekijk


@pytest.fixture(scope="session")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Bekeken:
    return bekijk(tmp_path_factory.mktemp("klein"))
