"""Floor 7, werklijst: what is due, why one line of it is due, and all dossiers in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from clm_cli.bestand import Bestand
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.werklijst import Filter, Regel, Werklijst, nieuw_sinds
from clm_cli.derivations.werklijst import werklijst as maak_lijst
from clm_cli.meldingen import ClmFout, Ernst
from clm_cli.records.velden import Kant, Niveau
from clm_cli.register import Register
from clm_cli.rules.boek import controleer
from clm_cli.woorden import naaste

GEWOON = 28
"""Days ahead that the werklijst shows unless asked otherwise."""
VERST = 36_500
"""Days ahead that show everything."""


@dataclass(frozen=True, slots=True)
class Werklijstblad:
    """What is due, for whom, and what was recorded since a moment."""

    lijst: Werklijst
    keuze: Filter
    nieuw: tuple[Bestand[Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Overzicht:
    """All that is due in every dossier, and how many meldingen each has."""

    lijst: Werklijst
    meldingen: dict[str, int]


def werklijst(gelezen: Gelezen, keuze: Filter, sinds: datetime | None) -> Werklijstblad:
    """The list for the day looked at."""
    nieuw = nieuw_sinds(gelezen.register, sinds) if sinds else ()
    return Werklijstblad(maak_lijst(gelezen.register, gelezen.vandaag, keuze), keuze, nieuw)


def regel(gelezen: Gelezen, keuze: Filter, nummer: int, nu: str) -> Regel:
    """One line of the list by its number; `nu` is the command that shows that list."""
    lijst = maak_lijst(gelezen.register, gelezen.vandaag, keuze)
    gevonden = next((rij for rij in lijst.regels if rij.nummer == nummer), None)
    if gevonden is None:
        raise ClmFout(
            f"De werklijst heeft geen regel {nummer}; zij telt er {len(lijst.regels)}.", nu=nu
        )
    return gevonden


def overzicht(gelezen: Gelezen) -> Overzicht:
    """Everything that is due, and the meldingen by dossier without what is only information."""
    lijst = maak_lijst(gelezen.register, gelezen.vandaag, Filter(dagen=VERST))
    alle = (*gelezen.geladen.meldingen, *controleer(gelezen.register, gelezen.vandaag))
    namen = [
        melding.plek.pad.partition("/")[0] if melding.plek else ""
        for melding in alle
        if melding.ernst is not Ernst.INFO
    ]
    return Overzicht(lijst, {naam: namen.count(naam) for naam in namen})


def kies(register: Register, dagen: int, **woorden: str | None) -> Filter:
    """The filter for words by what they name; a word that the register does not know is refused.

    Persoon, gemeente, zorgvorm, perceel, kant, niveau; None shows all.
    """
    bekend = _bekend(register)
    gekozen = {wat: _een(wat, woord, bekend[wat]) for wat, woord in woorden.items()}
    return Filter(wie=gekozen.pop("persoon"), dagen=dagen, **gekozen)


def _bekend(register: Register) -> dict[str, Sequence[str]]:
    organisatie = register.organisatie
    contracten = [
        c.kaart.record for dossier in register.dossiers.values() for c in dossier.contracten
    ]
    return {
        "persoon": [persoon.id for persoon in organisatie.personen] if organisatie else [],
        "gemeente": [gemeente.id for gemeente in organisatie.gemeenten] if organisatie else [],
        "zorgvorm": [vorm for contract in contracten for vorm in contract.zorgvormen],
        "perceel": [perceel for contract in contracten for perceel in contract.percelen],
        "kant": get_args(Kant),
        "niveau": get_args(Niveau),
    }


def _een(wat: str, woord: str | None, bekend: Sequence[str]) -> str | None:
    """One word; an unknown one would show an empty list, as if nothing were due."""
    namen = sorted(set(bekend))
    if woord is None or woord in namen:
        return woord
    dichtbij = naaste(woord, namen)
    nu = (
        f"bedoelt u {dichtbij}?"
        if dichtbij
        else f"kies uit {', '.join(namen) or '(het register kent er geen)'}"
    )
    raise ClmFout(f"Het register kent '{woord}' niet als {wat}.", nu=nu)
