"""New numbers come after the highest there is, wherever it stands."""

from __future__ import annotations

from typing import Any

import pytest

from clm_cli.acts.nummers import eerstvolgende


@pytest.mark.parametrize(
    ("boom", "verwacht"),
    [
        ({}, "A-01"),
        ({"acties": [{"id": "A-07"}, {"id": "A-3"}]}, "A-08"),
        ({"gehouden": {"acties": ({"id": "A-09", "deel": [{"id": "A-12"}]},)}}, "A-13"),
        ([{"id": "B-40"}, {"id": "XA-50"}, {"id": "A-5b"}, {"wat": "A-60"}], "A-01"),
        ({"id": "A-999999"}, "A-1000000"),
        ({"id": "A-1234567"}, "A-01"),  # too long to be one of ours
    ],
)
def test_the_next_number(boom: Any, verwacht: str) -> None:
    assert eerstvolgende("A", boom) == verwacht
