"""Floor 5, rijen: which kind of difference one changed value of a card is."""

from __future__ import annotations

from clm_cli.bestand import Bestand
from clm_cli.records.basis import Deel
from clm_cli.verschil.kaarten import Rij

_KAART = {
    "regime": "regime",
    "classificatiebeleid": "beleid",
    "kpis": "norm",
    "overeenkomst": "contract",
    "artikelen": "contract",
    "contract": "contract",
    "verplichtingen": "lijst",
    "risicos": "lijst",
    "wijzigingen": "lijst",
    "onduidelijkheden": "lijst",
    "leerpunten": "lijst",
    "voorbereiding": "lijst",
    "huisstijl": "sjabloon",
}
"""By the kind of card."""
_VELD = {
    ("organisatie", "volmachten"): "volmacht",
    ("organisatie", "ondertekenaars"): "volmacht",
    ("organisatie", "personen"): "persoon",
    ("organisatie", "kalender"): "beleid",
    ("organisatie", "termijnbeleid"): "beleid",
    ("organisatie", "beleid"): "beleid",
    ("organisatie", "sinds"): "beleid",
    ("contract", "normen"): "norm",
    ("overeenkomst", "normen"): "norm",
    ("aanbieder", "behandelaars"): "persoon",
    ("aanbieder", "contactpersonen"): "persoon",
    ("plan", "rollen"): "persoon",
}
"""By the field at the top of a card, where that says more."""
_GESPREK = {"besluiten": "besluit", "acties": "actie"}


def rijsoort(kaart: Bestand[Deel], rij: Rij) -> str:
    """The id of the kind of difference; `kaart` where no other is known."""
    if kaart.soort == "gesprek" and len(rij.sleutel) > 2:
        return _GESPREK.get(str(rij.sleutel[1]), "kaart")
    return _VELD.get((kaart.soort, rij.veld)) or _KAART.get(kaart.soort, "kaart")
