"""Where something stands: a value in a file, a difference between two texts, a record in a map."""

from __future__ import annotations

import pytest

from clm_cli.files.gate import lees
from clm_cli.files.mappen import is_record
from clm_cli.files.nalezen import plaatsen


def test_what_is_not_in_a_file_stands_where_its_nearest_holder_does() -> None:
    posities = lees(b"a: b\nrij:\n  - c: d\n", "x.yaml").posities
    assert posities.van(("rij", 0, "c")) == (3, 8)
    assert posities.van(("rij", 0, "weg")) == posities.van(("rij", 0))
    assert lees(b"", "x.yaml").posities.van(("a",)) == (1, 1)


@pytest.mark.parametrize(
    ("oud", "nieuw", "aantal"),
    [("abc", "abxc", 1), ("abc", "ac", 1), ("abc", "axc", 1), ("abcde", "axcye", 2)],
)
def test_in_how_many_places_two_texts_differ(oud: str, nieuw: str, aantal: int) -> None:
    assert plaatsen([*oud], [*nieuw]) == aantal


@pytest.mark.parametrize(
    ("pad", "telt"),
    [
        *((pad, True) for pad in ("kpis.yaml", "bloem/contacten/2026-05-04-x.yml")),
        *((pad, False) for pad in (".clm/x.yaml", "bloem/.weg/x.yaml", "bloem/.x.yaml")),
        *((pad, False) for pad in ("bloem/x.md", "sjablonen/x.yaml")),
    ],
)
def test_what_is_hidden_is_no_record(pad: str, telt: bool) -> None:
    assert is_record(pad) == telt
