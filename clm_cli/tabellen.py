"""Floor 0, tabellen: what ships with clm as a table: school holidays, and the words of the law."""

from __future__ import annotations

import tomllib
from typing import Any

from clm_cli import resources


def schoolvakanties() -> dict[str, Any]:
    """The school holidays that ship with clm: their source, and by school year and region."""
    return tomllib.loads(resources.tabel("schoolvakanties.toml"))


def wetteksten() -> dict[str, str]:
    """What the Civil Code says, word for word, by article."""
    return tomllib.loads(resources.tabel("wet.toml"))
