"""Floor 6, kaart: what stands in one card, as it is written there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from clm_cli.deur import lees_in
from clm_cli.files.boomlezer import Boom
from clm_cli.files.gate import GROOTST, lees_bestand
from clm_cli.meldingen import Geweigerd


def boom_van(wortel: Path, pad: str) -> dict[str, Boom]:
    """What stands in a file of which the record was read before, as it is written there.

    Raises ClmFout when it cannot be read now: what may be there is never taken for nothing.
    """
    gelezen = lees_bestand(wortel, pad)
    if gelezen.boom is None:
        raise Geweigerd(
            f"{pad} is niet goed te lezen",
            nu="geef de opdracht opnieuw; helpt dat niet, dan wijst clm controleer aan wat er is",
            meldingen=gelezen.meldingen,
        )
    return gelezen.boom


def die_noemen(wortel: Path, dossiers: Iterable[str], kaart: str, woord: str) -> Iterator[str]:
    """The dossiers whose card may hold a word without spaces or quotes, wherever it stands in it.

    Capitals do not matter. No dossier is read for that. What YAML writes in another way has a
    backslash in it.
    """
    gezocht = woord.casefold()
    for id_ in dossiers:
        with suppress(OSError):
            inhoud = lees_in(wortel, f"{id_}/{kaart}", GROOTST)
            if b"\\" in inhoud or gezocht in inhoud.decode(errors="replace").casefold():
                yield id_
