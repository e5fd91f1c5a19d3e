"""Floor 5, grond: the clause in a dossier's contracts that a rule rests on."""

from __future__ import annotations

from clm_cli.derivations.termijnen import bepaling
from clm_cli.kijk import Dossierblik


def grond_in(blik: Dossierblik, onderwerp: str) -> str | None:
    """The clause on a subject in any contract of a dossier; None when none of them has it."""
    gronden = (bepaling(contract.regime, onderwerp) for contract in blik.dossier.contracten)
    return next((grond.eis for grond in gronden if grond), None)
