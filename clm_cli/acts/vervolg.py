"""Floor 6, vervolg: the command that comes after a fact, from the row of its kind."""

from __future__ import annotations

from clm_cli.advies import Advies, opdracht
from clm_cli.records.soort import Feitsoort


def volgende(soort: Feitsoort, dossier: str, ding: str = "") -> Advies | None:
    """The next command; None when the kind does not say."""
    woorden = [woord.format(d=dossier, id=ding) for woord in soort.volgende.split()]
    return opdracht(*woorden) if woorden else None
