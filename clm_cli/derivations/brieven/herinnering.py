"""Floor 4, herinnering: whether somebody was reminded of what is late, and whether one can be."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik


def herinnerd(dossier: Dossier, contract: str, uiterlijk: date | None) -> bool:
    """Whether a reminder about this contract was made after the last day of something."""
    kaarten = (brief.kaart.record for brief in dossier.brieven)
    return uiterlijk is not None and any(
        kaart.soort == "herinnering"
        and kaart.richting == "uitgaand"
        and contract in kaart.contracten
        and kaart.datum > uiterlijk
        for kaart in kaarten
    )


def met_herinnering(
    blik: Dossierblik, eerst: Advies, contract: str, uiterlijk: date | None
) -> Advies:
    """A command, or a reminder where one can be made: it is late, and nobody was reminded since."""
    te_laat = uiterlijk is not None and uiterlijk < blik.vandaag
    if not te_laat or herinnerd(blik.dossier, contract, uiterlijk):
        return eerst
    brief = opdracht("brief", "maak", blik.dossier.id, "herinnering", contract=contract)
    return advies("{eerst}  of  {brief}", eerst=eerst, brief=brief)
