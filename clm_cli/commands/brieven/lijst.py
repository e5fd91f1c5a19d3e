"""Floor 7, lijst: all letters of a register or a dossier, and where each stands."""

from __future__ import annotations

from clm_cli.commands.register import Gelezen, dossier
from clm_cli.derivations.filter import Filter
from clm_cli.views.brieven.lijst import Brievenlijst, brievenlijst


def lijst(gelezen: Gelezen, naam: str | None, keuze: Filter) -> Brievenlijst:
    """The letters by dossier that are asked for; of one dossier also when it has none."""
    eigen = dossier(gelezen.register, naam) if naam else None
    return brievenlijst(gelezen.kijk, eigen, keuze)
