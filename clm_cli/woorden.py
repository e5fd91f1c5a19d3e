"""Floor 0, woorden: the known word that looks most like what was typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def naaste(woord: str, bekend: Iterable[str]) -> str | None:
    """The known word that looks most like this one; None when none does."""
    return next(iter(difflib.get_close_matches(woord, list(bekend), n=1, cutoff=0.6)), None)


def bedoelt(woord: str, bekend: Iterable[str]) -> str:
    """What helps after a word that is not known: the one that looks like it, or all of them."""
    rij = list(bekend)
    dichtbij = naaste(woord, rij)
    return f"bedoelt u {dichtbij}?" if dichtbij else f"kies uit {', '.join(rij)}"
