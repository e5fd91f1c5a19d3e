"""Floor 6, kaart: one card, whose model is known: who needs no more loads no other kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from clm_cli.files.boomlezer import Boom
from clm_cli.files.gate import lees_bestand
from clm_cli.meldingen import ClmFout, Ernst
from clm_cli.records.basis import Kaart

K = TypeVar("K", bound=Kaart)


def boom_van(wortel: Path, pad: str) -> dict[str, Boom]:
    """What stands in a file of which the record was read before, as it is written there.

    Raises ClmFout when it cannot be read now: what may be there is never taken for nothing.
    """
    gelezen = lees_bestand(wortel / pad, pad)
    if gelezen.boom is None:
        raise ClmFout(
            f"{pad} is niet goed te lezen; er is niets geschreven.",
            nu="geef de opdracht opnieuw; helpt dat niet, dan wijst clm controleer aan wat er is",
            meldingen=gelezen.meldingen,
        )
    return gelezen.boom


def lees_kaart(wortel: Path, pad: str, model: type[K]) -> K | None:
    """The card at a path in a register; None when it is missing or cannot be trusted."""
    gelezen = lees_bestand(wortel / pad, pad)
    if gelezen.boom is None or any(m.ernst is Ernst.FOUT for m in gelezen.meldingen):
        return None
    try:
        return model.model_validate(gelezen.boom)
    except ValidationError:
        return None
