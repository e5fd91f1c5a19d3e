"""What the tests of the views share: the register that they look at, read once."""

from __future__ import annotations

import pytest

from tests.views.bekeken_register import Bekeken, bekijk


@pytest.fixture(scope="session")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Bekeken:
    return bekijk(tmp_path_factory.mktemp("klein"))
