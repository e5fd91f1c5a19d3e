"""Floor 4, waarden: what a duration, amount or count is worth, and the durations in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clm_cli.derivations.brieven.getallen import gegevens
from clm_cli.tijd.duur import Duur, lees_duur

Waarde = Duur | Decimal | int
_VEELVOUD = {"weken": ("dagen", 7), "jaar": ("maanden", 12)}
_KALENDER = r"(?i)kalender(?=dag|maand)"


def kern(waarde: Waarde) -> object:
    """What it is worth: two weeks are fourteen days, a year is twelve months."""
    if not isinstance(waarde, Duur):
        return waarde
    eenheid, keer = _VEELVOUD.get(waarde.eenheid, (waarde.eenheid, 1))
    return (waarde.aantal * keer, str(eenheid))


def zonder_kalender(tekst: str) -> str:
    """The text with 'dag' and 'maand' for 'kalenderdag' and 'kalendermaand'."""
    return re.sub(_KALENDER, "", tekst)


def getelde_duren(tekst: str) -> Iterator[Duur]:
    """The durations in a text that say how many; hours are no term that clm counts."""
    for rij in gegevens(zonder_kalender(tekst)):
        lidwoord = rij.tekst.startswith(("een ", "Een "))
        if rij.soort == "aantal" and not lidwoord and not rij.waarde.endswith(("uur", "kwartaal")):
            cijfers, _, eenheid = rij.waarde.partition(" ")
            if cijfers.isdigit() and cijfers != "0":
                yield lees_duur(f"{cijfers} {eenheid}")
