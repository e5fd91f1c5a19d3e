"""Floor 7, uitleg: the page of a code, as the rules made it before clm was shipped."""

from __future__ import annotations

import json

from clm_cli import resources
from clm_cli.meldingen import ClmFout


def codes() -> tuple[tuple[str, str], ...]:
    """Every code with its title."""
    return tuple((code, titel) for code, (titel, _) in _bladen().items())


def uitleg(code: str) -> str:
    """What a code means, why it is so, and what helps."""
    blad = _bladen().get(code.upper())
    if blad is None:
        raise ClmFout(f"Er is geen melding met code '{code}'.", nu="clm uitleg toont alle codes")
    return blad[1]


def _bladen() -> dict[str, tuple[str, str]]:
    bladen: dict[str, tuple[str, str]] = json.loads(resources.uitleg().read_bytes())
    return bladen
