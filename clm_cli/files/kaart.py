"""Floor 6, kaart: one card, whose model is known: who needs no more loads no other kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from clm_cli.files.gate import lees_bestand
from clm_cli.meldingen import Ernst
from clm_cli.records.basis import Kaart

K = TypeVar("K", bound=Kaart)


def lees_kaart(wortel: Path, pad: str, model: type[K]) -> K | None:
    """The card at a path in a register; None when it is missing or cannot be trusted."""
    gelezen = lees_bestand(wortel / pad, pad)
    if gelezen.boom is None or any(m.ernst is Ernst.FOUT for m in gelezen.meldingen):
        return None
    try:
        return model.model_validate(gelezen.boom)
    except ValidationError:
        return None
