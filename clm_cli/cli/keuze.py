"""Floor 7, keuze: what the werklijst is narrowed down to.

A word that the register does not know is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clm_cli.meldingen import ClmFout
from clm_cli.woorden import naaste

if TYPE_CHECKING:
    from clm_cli.derivations.werklijst import Filter
    from clm_cli.register import Register


def kies(register: Register, dagen: int, **woorden: str | None) -> Filter:
    """The filter for words by what they name.

    Persoon, gemeente, zorgvorm, perceel, kant, niveau; None shows all.
    """
    from clm_cli.derivations.werklijst import Filter

    bekend = _bekend(register)
    gekozen = {wat: _een(wat, woord, bekend[wat]) for wat, woord in woorden.items()}
    return Filter(wie=gekozen.pop("persoon"), dagen=dagen, **gekozen)


def _bekend(register: Register) -> dict[str, Sequence[str]]:
    from typing import get_args

    from clm_cli.records.velden import Kant, Niveau

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
