"""Floor 7, lijst: all letters of a register or a dossier, and where each stands."""

from __future__ import annotations

from clm_cli.commands.register import Gelezen
from clm_cli.derivations.brieven.stand import Briefstand, brieven


def lijst(gelezen: Gelezen, naam: str | None) -> list[tuple[str, tuple[Briefstand, ...]]]:
    """The letters by dossier; of one dossier also when it has none."""
    blikken = (
        [gelezen.blik(naam)]
        if naam
        else [blik for blik in gelezen.kijk.blikken if blik.dossier.brieven]
    )
    return [
        (blik.dossier.id, brieven(blik.register, blik.dossier, blik.vandaag)) for blik in blikken
    ]
