"""Floor 4, feitzinnen: what a fact says in one line, by its row, and when it was recorded."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import reduce
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.namen import genoemd
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.records.basis import Correctie, Deel, Feit
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import soort_bij
from clm_cli.records.verwijzingen import verwijsvelden
from clm_cli.tijd.datum import bedrag, datum_vol
from clm_cli.tijd.klok import HIER
from clm_cli.woorden import geschreven

CONTACTSOORTEN = (
    "contact",
    "verzonden",
    "binnengekomen",
    "bezorgd",
    "retour",
    "gesprek",
    "gedeeld",
    "reactie",
    "vastgesteld",
    "bezwaar",
)
"""The kinds of fact by which we and the provider had contact, and a talk that was held."""
_BLOK = re.compile(r"\[([^\]|]*)(?:\|([^\]]*))?\]")
_VELD = re.compile(r"\{([a-z_.]+)(?::([a-z]+))?\}")


def zin_van(feit: Bestand[Deel], blik: Dossierblik | None) -> str:
    """What a fact says, on one line, with the names that its dossier has for what it points at."""
    return " ".join(_zin(feit.record, blik).split())


def _zin(record: Any, blik: Dossierblik | None) -> str:
    if isinstance(record, Correctie):
        return f"{record.bij} {'vervalt' if record.vervalt else 'is verbeterd'}: {record.reden}"
    soort = soort_bij(record)
    if not isinstance(soort, Feitsoort):
        return ""
    return _vul(soort.zin, record, blik) if isinstance(soort.zin, str) else soort.zin(record)


def _vul(vorm: str, record: Any, blik: Dossierblik | None) -> str:
    """The sentence of a row for one record: what stands between brackets only when it is known."""

    def blok(gevonden: re.Match[str]) -> str:
        namen = [naam for naam, _ in _VELD.findall(gevonden[1])]
        bekend = all(_waarde(record, naam) not in (None, "", ()) for naam in namen)
        bekend = bekend and ("trede" not in namen or _telt_treden(blik, record))
        return gevonden[1] if bekend else gevonden[2] or ""

    def veld(gevonden: re.Match[str]) -> str:
        naam, waarde = gevonden[1], _waarde(record, gevonden[1])
        soort = verwijsvelden(type(record)).get(naam)
        if naam == "bij":  # a line of a list is known by its number, not by its file
            waarde = str(waarde).rpartition("#")[2]
        return _tekst(
            waarde if blik is None or soort is None else _met_namen(blik, soort, waarde),
            gevonden[2],
        )

    return _VELD.sub(veld, _BLOK.sub(blok, vorm))


def _telt_treden(blik: Dossierblik | None, record: Any) -> bool:
    """Whether the contract of a measure has treden, so that the number of one says something."""
    regimes = [c.regime for c in blik.dossier.contracten] if blik else []
    eigen = [r for r in regimes if any(i.instrument == record.instrument for i in r.instrumenten)]
    return any(r.kent_treden for r in eigen) or not eigen


def _met_namen(blik: Dossierblik, soort: str, waarde: object) -> object:
    if isinstance(waarde, tuple):
        return tuple(genoemd(blik, soort, str(een)) for een in waarde)
    return genoemd(blik, soort, waarde) if isinstance(waarde, str) else waarde


def _waarde(record: Any, naam: str) -> Any:
    return reduce(getattr, naam.split("."), record)


def _tekst(waarde: Any, hoe: str | None) -> str:
    if hoe == "aantal":
        return str(len(waarde))
    if isinstance(waarde, tuple):
        return ", ".join(geschreven(str(getattr(een, hoe) if hoe else een)) for een in waarde)
    if isinstance(waarde, date):
        return datum_vol(waarde)
    if isinstance(waarde, time):
        return f"{waarde:%H.%M}"
    return bedrag(waarde) if isinstance(waarde, Decimal) else geschreven(str(waarde))


def onderwerp(dossier: Dossier, feit: Bestand[Deel]) -> str:
    """Of which letter or talk a fact is; empty when of none."""
    for brief in dossier.brieven:
        if brief.pad == feit.map:
            return brief.kaart.record.onderwerp
    gesprek = next((rij for rij in dossier.gesprekken if rij.pad == feit.map), None)
    return f"gesprek {gesprek.id}" if gesprek else ""


def vastgelegd(feit: Bestand[Feit]) -> datetime:
    """The moment a fact was recorded, on the clock of Amsterdam."""
    moment: datetime = feit.record.vastgelegd
    return moment.astimezone(HIER)
