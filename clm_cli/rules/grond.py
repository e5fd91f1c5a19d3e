"""Floor 5, grond: the clause in a dossier's contracts that a rule rests on."""

from __future__ import annotations

from clm_cli.derivations import aanvullen
from clm_cli.kijk import Dossierblik


def grond_in(blik: Dossierblik, onderwerp: str) -> str | None:
    """The clause on a subject in any contract of a dossier; None when none of them has it."""
    gevonden = aanvullen.grond_in(blik, onderwerp)
    return gevonden.eis if gevonden else None
