"""Floor 6, zinnen: what a contract rules on one instrument, in a sentence each."""

from __future__ import annotations

from clm_cli.records.regimeregels import Bedragregel
from clm_cli.tijd.datum import bedrag


def bedragregel(deel: Bedragregel) -> str:
    """How an amount is worked out."""
    uit = []
    for rij in deel.posten:
        voor = ", ".join((*rij.kpis, *rij.soorten)) or "elke norm"
        uit.append(f"{bedrag(rij.bedrag)} per {rij.per} ({voor})")
    hoogste = "; van één periode alleen het hoogste" if deel.samen == "hoogste" else ""
    return "; ".join(uit) + hoogste
