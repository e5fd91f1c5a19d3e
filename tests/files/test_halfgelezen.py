"""Of a file with faults only what is wrong is left out when it is shown."""

from __future__ import annotations

from typing import Any

import pytest

from clm_cli.files.halfgelezen import leesbaar_deel
from clm_cli.records.basis import Deel


class Plaats(Deel):
    """A part of a part."""

    straat: str | None = None
    nummer: int | None = None


class Kaart(Deel):
    """A record with a part, and a list of them."""

    naam: str
    plaats: Plaats | None = None
    meer: tuple[Plaats, ...] = ()


GOED, FOUT = {"straat": "Dam", "nummer": 1}, {"straat": "Dam", "nummer": "veel"}


@pytest.mark.parametrize(
    ("boom", "uit"),
    [
        ({"naam": "x", "plaats": FOUT}, Kaart(naam="x", plaats=Plaats(straat="Dam"))),
        ({"naam": "x", "plaats": {**GOED, "vreemd": "y"}}, Kaart(naam="x", plaats=Plaats(**GOED))),
        (
            {"naam": "x", "meer": [FOUT, GOED]},
            Kaart(naam="x", meer=(Plaats(straat="Dam"), Plaats(**GOED))),
        ),
        ({"naam": "x", "meer": ["los", GOED]}, Kaart(naam="x", meer=(Plaats(**GOED),))),
        ({"plaats": GOED}, None),
    ],
)
def test_what_is_wrong_is_left_out_and_nothing_beside_it(
    boom: dict[str, Any], uit: Kaart | None
) -> None:
    assert leesbaar_deel(Kaart, boom) == uit
