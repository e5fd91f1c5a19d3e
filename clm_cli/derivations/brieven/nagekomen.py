"""Floor 4, nagekomen: whether what one of our letters asks for came in without a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clm_cli.derivations.aanlevering import open_cijfers
from clm_cli.dossier import Brief
from clm_cli.kijk import Dossierblik
from clm_cli.records.cijfers import Meting
from clm_cli.tijd.periode import Periode, perioden_in


def cijfers_zijn_er(blik: Dossierblik, brief: Brief) -> bool:
    """Whether a letter asks for figures and nothing else, and all of them are there now.

    Who sends the figures writes no letter with them. What was asked beside them stays asked.
    """
    perioden = set[Periode]()
    for regel in _gevraagd(brief):
        eigen = perioden_in(regel)
        if not eigen or not re.match(r"(?i)(?:[0-9]+\. )?cijfers ", regel):
            return False
        perioden |= {*eigen}
    er_zijn = {meting.record.periode for meting in blik.dossier.van(Meting)}
    contracten = {*brief.kaart.record.contracten}
    return (
        bool(perioden)
        and perioden <= er_zijn
        and not any(
            rij.periode in perioden and rij.contract.id in contracten for rij in open_cijfers(blik)
        )
    )


def _gevraagd(brief: Brief) -> Iterator[str]:
    """Each thing that a letter asks, on a line: in its own passage, else with its term."""
    kaart = brief.kaart.record
    teksten = [rij.tekst for rij in kaart.teksten if rij.onderdeel == "gevraagd"]
    termijnen = [rij.wat or "" for rij in kaart.termijnen if rij.soort == "antwoord"]
    for tekst in teksten or termijnen:
        yield from tekst.splitlines()
