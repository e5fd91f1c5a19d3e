"""Floor 7, werklijst: what is due, and why one line of it is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import get_args

from clm_cli.commands.register import Gelezen
from clm_cli.derivations.werklijst import Filter, nieuw_sinds
from clm_cli.derivations.werklijst import werklijst as maak_lijst
from clm_cli.meldingen import ClmFout
from clm_cli.records.velden import Kant, Niveau
from clm_cli.register import Register
from clm_cli.views.werklijst.bladzijde import Werklijstblad
from clm_cli.views.werklijst.waarom import Waaromblad
from clm_cli.woorden import naaste

VERST = 36_500
"""Days ahead that show everything."""


def werklijst(
    gelezen: Gelezen,
    keuze: Filter,
    sinds: datetime | None = None,
    *,
    opties: str = "",
    geparkeerd: bool = False,
) -> Werklijstblad:
    """The list for the day looked at; `opties` are those of the command that shows it."""
    return Werklijstblad(
        gelezen.kijk,
        maak_lijst(gelezen.kijk, keuze),
        gelezen.plaats,
        wie=keuze.wie,
        nieuw=nieuw_sinds(gelezen.register, sinds) if sinds else (),
        meldingen=len(gelezen.geladen.meldingen),
        geparkeerd=geparkeerd,
        opties=opties,
    )


def waarom(gelezen: Gelezen, keuze: Filter, nummer: int, opties: str = "") -> Waaromblad:
    """One line of the list by its number."""
    lijst = maak_lijst(gelezen.kijk, keuze)
    gevonden = next((rij for rij in lijst.regels if rij.nummer == nummer), None)
    if gevonden is None:
        raise ClmFout(
            f"De werklijst heeft geen regel {nummer}; zij telt er {len(lijst.regels)}.",
            nu=f"clm werklijst{opties}",
        )
    return Waaromblad(gelezen.kijk, gevonden, gelezen.plaats)


def kies(register: Register, dagen: int, **woorden: str | None) -> Filter:
    """The filter for words by what they name; a word that the register does not know is refused.

    A word names a person, municipality, zorgvorm, perceel, kant or niveau; None shows all.
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
        "persoon": [persoon.id for persoon in organisatie.personen],
        "gemeente": [gemeente.id for gemeente in organisatie.gemeenten],
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
