"""What our models say of themselves to pydantic is what pydantic works out of them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

SCHEMAS = """
import pprint, sys
from clm_cli.records import soorten
from clm_cli.records.basis import Deel, Feit
if sys.argv[1] == "pydantic":
    del Deel.__get_pydantic_core_schema__
for soort in soorten.FEITEN:
    soorten.correctiemodel(soort.model)
klassen = [Deel]
for klasse in klassen:
    klassen += [k for k in klasse.__subclasses__() if k not in klassen]
for klasse in klassen:
    klasse.model_rebuild()
    print(klasse.__qualname__)
    pprint.pprint(klasse.__pydantic_core_schema__, width=160)
"""
_PLAATS = re.compile(r"0x[0-9a-f]+|(?<=:)[0-9]{9,}")
"""Where a function or a class lies in memory."""


@pytest.fixture(scope="module")
def schemas() -> tuple[str, str]:
    """Those that we hand over, and those that pydantic makes."""
    uit = [
        subprocess.run(
            [sys.executable, "-c", SCHEMAS, wie], check=True, capture_output=True, text=True
        ).stdout
        for wie in ("clm", "pydantic")
    ]
    return _PLAATS.sub("", uit[0]), _PLAATS.sub("", uit[1])


def test_each_model_is_to_pydantic_what_it_would_find_itself(schemas: tuple[str, str]) -> None:
    van_ons, van_pydantic = (deel.splitlines() for deel in schemas)
    assert len(van_ons) > 10_000
    anders = [(o, p) for o, p in zip(van_ons, van_pydantic, strict=False) if o != p]
    assert (anders[:3], len(van_ons)) == ([], len(van_pydantic))
