"""Floor 6, gemaakt: which documents clm made here; what somebody edited is never replaced."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

from clm_cli.deur import lees_in, zet_erbij
from clm_cli.meldingen import Geweigerd, oorzaak

LIJST = ".clm/gemaakt"
"""The sha256 of every document that clm made in this copy of the register, one a line.

It is no truth and may be lost: then clm does not know a document any more, and leaves it alone.
But what cannot be read is not lost: nobody knows then what clm made.
"""


def is_te_vervangen(wortel: Path, pad: str, nieuw: bytes) -> bool:
    """Whether a document may take this place: nothing is there, what clm made, or the very same.

    Raises OSError when it cannot be read, and ClmFout when what clm made cannot: nobody knows then
    what it is.
    """
    try:
        oud = lees_in(wortel, pad)
    except (FileNotFoundError, NotADirectoryError):
        return True
    try:
        return oud == nieuw or _teken(oud) in _bekend(wortel)
    except OSError as fout:
        raise Geweigerd(
            f"{LIJST} is niet te lezen: {oorzaak(fout)}. Daarin staat welke stukken clm maakte",
            nu="geef de opdracht opnieuw; helpt dat niet, haal dat bestand dan weg: clm laat de "
            "stukken die er al zijn dan staan",
        ) from None


def onthoud(wortel: Path, inhouden: Iterable[bytes]) -> None:
    """Remember documents that were just made; when that fails they count as somebody's own."""
    nieuw = dict.fromkeys(map(_teken, inhouden))
    bekend: frozenset[str] = frozenset()
    with contextlib.suppress(OSError):  # a line too many hurts nobody
        bekend = _bekend(wortel)
    with contextlib.suppress(OSError):
        regels = [f"{teken}\n" for teken in nieuw if teken not in bekend]
        if regels:
            zet_erbij(wortel, LIJST, "".join(regels))


def _bekend(wortel: Path) -> frozenset[str]:
    try:
        return frozenset(lees_in(wortel, LIJST).decode("ascii", "replace").split())
    except FileNotFoundError:
        return frozenset()


def _teken(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
