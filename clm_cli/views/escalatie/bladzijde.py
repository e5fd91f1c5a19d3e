"""Floor 6, bladzijde: one case on one page; and the same as data."""

from __future__ import annotations

from clm_cli.views.escalatie.besluiten import afwijkingen, besloten
from clm_cli.views.escalatie.bezwaar import bezwaar
from clm_cli.views.escalatie.blad import Escalatieblad
from clm_cli.views.escalatie.boom import maatregelen, tekortkomingen_json, termijnen_json, volgende
from clm_cli.views.escalatie.kop import kop
from clm_cli.views.escalatie.ladder import ladder, waar
from clm_cli.views.escalatie.tekortkomingen import klachtplicht, tekortkomingen
from clm_cli.views.escalatie.termijnen import termijnen
from clm_cli.views.escalatie.uitvoering import uitvoering
from clm_cli.views.escalatie.vervolg import nu, wat_kan
from clm_cli.views.opmaak import Gegevens, Papier

_DELEN = (
    kop,
    waar,
    ladder,
    tekortkomingen,
    termijnen,
    klachtplicht,
    bezwaar,
    uitvoering,
    wat_kan,
    nu,
    besloten,
    afwijkingen,
)
"""The parts of the page in reading order; each is empty when there is nothing to say."""


def toon(blad: Escalatieblad, papier: Papier) -> str:
    """The whole page of one case."""
    return "\n".join(regel for deel in _DELEN for regel in deel(papier, blad))


def als_json(blad: Escalatieblad) -> Gegevens:
    """The standing as data."""
    stand = blad.stand
    return {
        "escalatie": stand.escalatie.id,
        "open": stand.open,
        "trede": stand.trede,
        "hoogst_bereikt": stand.hoogst,
        "maatregelen": maatregelen(blad),
        "tekortkomingen": tekortkomingen_json(blad),
        "termijnen": termijnen_json(blad),
        "volgende": volgende(blad),
    }
