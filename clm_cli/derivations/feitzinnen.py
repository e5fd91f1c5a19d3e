"""Floor 4, feitzinnen: what a fact says in one line, by its row, and when it was recorded."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import reduce
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.records.basis import Correctie, Deel, Feit
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import soort_bij
from clm_cli.tijd.datum import bedrag, datum_vol
from clm_cli.tijd.klok import HIER

_BLOK = re.compile(r"\[([^\]|]*)(?:\|([^\]]*))?\]")
_VELD = re.compile(r"\{([a-z_.]+)(?::([a-z]+))?\}")


def zin_van(feit: Bestand[Deel]) -> str:
    """What a fact says, on one line."""
    return " ".join(_zin(feit.record).split())


def _zin(record: Any) -> str:
    if isinstance(record, Correctie):
        return f"{record.bij} {'vervalt' if record.vervalt else 'is verbeterd'}: {record.reden}"
    soort = soort_bij(record)
    if not isinstance(soort, Feitsoort):
        return ""
    return vul(soort.zin, record) if isinstance(soort.zin, str) else soort.zin(record)


def vul(vorm: str, record: Any) -> str:
    """The sentence of a row for one record: what stands between brackets only when it is known."""

    def blok(gevonden: re.Match[str]) -> str:
        namen = [naam for naam, _ in _VELD.findall(gevonden[1])]
        bekend = all(_waarde(record, naam) not in (None, "", ()) for naam in namen)
        return gevonden[1] if bekend else gevonden[2] or ""

    return _VELD.sub(lambda m: _tekst(_waarde(record, m[1]), m[2]), _BLOK.sub(blok, vorm))


def _waarde(record: Any, naam: str) -> Any:
    return reduce(getattr, naam.split("."), record)


def _tekst(waarde: Any, hoe: str | None) -> str:
    if hoe == "aantal":
        return str(len(waarde))
    if isinstance(waarde, tuple):
        return ", ".join(str(getattr(een, hoe) if hoe else een) for een in waarde)
    if isinstance(waarde, date):
        return datum_vol(waarde)
    if isinstance(waarde, time):
        return f"{waarde:%H.%M}"
    return bedrag(waarde) if isinstance(waarde, Decimal) else str(waarde)


def vastgelegd(feit: Bestand[Feit]) -> datetime:
    """The moment a fact was recorded, on the clock of Amsterdam."""
    moment: datetime = feit.record.vastgelegd
    return moment.astimezone(HIER)
