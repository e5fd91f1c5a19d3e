"""Floor 7, opnieuw: a command is done again when somebody changed the register while it ran."""

from __future__ import annotations

from collections.abc import Callable

from clm_cli.files import slot
from clm_cli.meldingen import Geweigerd, Ingehaald

_KEREN = 5


def tot_het_lukt(doe: Callable[[], int], vooraf: Callable[[], None]) -> int:
    """Run a command, and again on what is there then; `vooraf` comes before each further time.

    The lock is free afterwards, whatever came of it.
    """
    for keer in range(_KEREN):
        if keer:
            vooraf()
        try:
            return doe()
        except Ingehaald:
            continue
        finally:
            slot.laat_los()
    raise Geweigerd(
        "Het register verandert steeds tijdens het schrijven",
        nu="wacht tot het andere programma klaar is, en probeer het dan opnieuw",
    )


def laat_los() -> None:
    """Let others write while a person thinks."""
    slot.laat_los()
