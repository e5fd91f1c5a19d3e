"""Floor 6, nalezen: what stayed and what changed between two texts of one card."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

from clm_cli.files.gate import Gelezen
from clm_cli.meldingen import Sleutel

_OPMERKING = r"(?m)(?:^|(?<=\s))#.*$"


def deel_van(boom: Any, sleutel: Sleutel) -> Any:
    """The part of a tree at a key path."""
    for stap in sleutel:
        boom = boom[stap]
    return boom


def opmerkingen(tekst: str, gelezen: Gelezen) -> list[str]:
    """The comments, in order; a number sign inside a text is none."""
    bezet = [
        range(positie.begin, positie.eind)
        for sleutel, positie in gelezen.posities.waarden.items()
        if isinstance(deel_van(gelezen.boom, sleutel), str)
    ]
    return [
        m[0] for m in re.finditer(_OPMERKING, tekst) if not any(m.start() in rij for rij in bezet)
    ]


def plaatsen(oud: Sequence[str], nieuw: Sequence[str]) -> int:
    """In how many places two texts differ, looked at between their equal heads and tails."""
    voor = _gelijk(oud, nieuw)
    achter = _gelijk(oud[voor:][::-1], nieuw[voor:][::-1])
    midden_oud, midden_nieuw = oud[voor : len(oud) - achter], nieuw[voor : len(nieuw) - achter]
    if not midden_oud or not midden_nieuw:
        return 1
    verschil = difflib.SequenceMatcher(None, midden_oud, midden_nieuw, autojunk=False)
    return sum(wat != "equal" for wat, *_ in verschil.get_opcodes())


def _gelijk(een: Sequence[str], ander: Sequence[str]) -> int:
    """How many lines are equal from the first."""
    paren = enumerate(zip(een, ander, strict=False))
    return next((n for n, (a, b) in paren if a != b), min(len(een), len(ander)))
