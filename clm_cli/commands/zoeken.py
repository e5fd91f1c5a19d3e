"""Floor 7, zoeken: where a name, a number or a text stands in a register."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.zoeken import zoek as vind
from clm_cli.meldingen import ClmFout
from clm_cli.views.zoeken import Gevonden


def zoek(gelezen: Gelezen, tekst: str) -> Gevonden:
    """Where a text stands, in all dossiers and in what they share."""
    if not tekst.strip():
        raise ClmFout("Er is niets om te zoeken.", nu=opdracht("zoek", "TEKST"))
    return Gevonden(tekst, vind(gelezen.kijk, tekst), gelezen.plaats)
