"""Floor 6, hoofdstukken: the whole text of a bundle, chapter by chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clm_cli.documents.bundel.afspraken import afspraken, partijen
from clm_cli.documents.bundel.inhoud import Bundelinhoud, veil
from clm_cli.documents.bundel.kennis import kennis, lezingen
from clm_cli.documents.bundel.stappen import stappen
from clm_cli.documents.bundel.stukken import gemaakt, papieren, verbeterd
from clm_cli.documents.bundel.termijnen import bezwaren, termijnen
from clm_cli.documents.bundel.verloop import gehoord, tijdlijn

Hoofdstuk = Callable[[Bundelinhoud], Iterator[str]]
_HOOFDSTUKKEN: tuple[tuple[str, Hoofdstuk, bool], ...] = (
    ("Waar het over gaat", partijen, True),
    ("Wat er is afgesproken, en wat niet werd nagekomen", afspraken, True),
    ("Tijdlijn", tijdlijn, True),
    ("Onderzoek, horen en oordelen", gehoord, False),
    ("De stappen, zoals zij op die dag stonden", stappen, True),
    ("Termijnen, met hun telling", termijnen, True),
    ("Bezwaar, geschil en beslissing", bezwaren, True),
    ("Hoe wij het contract lazen", lezingen, True),
    ("Wie wist wat wanneer (art. 6:89 BW)", kennis, False),
    ("Brieven en verslagen zoals zij zijn verzonden", papieren, True),
    ("Wat later is verbeterd", verbeterd, False),
    ("Hoe deze bundel is gemaakt", gemaakt, True),
)
"""Each chapter, and whether the other party gets it too."""


def markdown(inhoud: Bundelinhoud) -> str:
    """The whole text."""
    naam = inhoud.blik.dossier.roepnaam(inhoud.blik.vandaag)
    voor = (
        "Exemplaar voor de wederpartij: alleen wat partijen over en weer hebben gedeeld."
        if inhoud.wederpartij
        else "Exemplaar van de opdrachtgever, ook met intern werk."
    )
    delen = [f"# Bundel {veil(naam)}", voor]
    gekozen = [(t, h) for t, h, ook in _HOOFDSTUKKEN if ook or not inhoud.wederpartij]
    for nummer, (titel, hoofdstuk) in enumerate(gekozen, 1):
        delen += [f"## {nummer}. {titel}", *hoofdstuk(inhoud)]
    return "\n\n".join(delen) + "\n"
