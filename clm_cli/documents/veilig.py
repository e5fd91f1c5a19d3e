"""Floor 6, veilig: what comes from the record as Markdown that can never become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from clm_cli.documents.blokken import CELREGEL, KEUZE, KEUZEDEEL
from clm_cli.tijd.datum import datum_vol, getal

_TEKEN = re.compile(r"([!-/:-@\[-`{-~])")
"""All ASCII punctuation: with a backslash in front of it, none of it means anything in Markdown."""


class Ruw(str):
    """Text that is escaped already."""

    __slots__ = ()


def als_tekst(waarde: object) -> str:
    """A value in Dutch: dates and numbers as people write them."""
    if isinstance(waarde, date):
        return datum_vol(waarde)
    if isinstance(waarde, time):
        return f"{waarde:%H.%M}"
    return getal(waarde) if isinstance(waarde, Decimal) else str(waarde)


def veil(tekst: str) -> str:
    """Text that Markdown cannot misread; a new line stays a new line."""
    regels = [_TEKEN.sub(r"\\\1", regel.strip()) for regel in tekst.replace("\t", " ").split("\n")]
    return "\\\n".join(regel or "\u00a0" for regel in regels)


def cel(waarde: object) -> Ruw:
    """A value for one cell of a table: a new line stays in its cell."""
    return Ruw(veil(als_tekst(waarde)).replace("\\\n", CELREGEL))


def keuze(waarde: object, keuzen: Iterable[str]) -> Ruw:
    """A value for one cell that is chosen from a list in Word; elsewhere only the value shows."""
    delen = (veil(tekst) if (tekst := als_tekst(deel)) else "" for deel in (*keuzen, waarde))
    return Ruw(f"{KEUZE}{KEUZEDEEL.join(delen)}{KEUZE}")
