"""Floor 5, leeg: a rule of a contract that matters in no case."""

from __future__ import annotations

from typing import NamedTuple

from clm_cli.meldingen import Sleutel


class Leeg(NamedTuple):
    """A rule that matters in no case: its place, what it is, why, what helps, its clause."""

    sleutel: Sleutel
    wat: str
    waarom: str
    nu: str
    eis: str
