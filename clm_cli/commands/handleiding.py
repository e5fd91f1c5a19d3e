"""Floor 7, handleiding: the manual: its subjects, one of its pages, and all of it as one page."""

from __future__ import annotations

from datetime import date

from clm_cli.documents.blokken import ontleed
from clm_cli.documents.document import Document
from clm_cli.documents.opmaak import maak
from clm_cli.meldingen import ClmFout
from clm_cli.resources import handleiding
from clm_cli.woorden import bedoelt


def onderwerpen() -> tuple[tuple[str, str], ...]:
    """The word by which each page is asked, and its title."""
    return tuple((naam, _titel(tekst)) for naam, tekst in handleiding())


def bladzijde(onderwerp: str) -> str:
    """One page as Markdown. Raises ClmFout for a word that leads to none."""
    bladen = dict(handleiding())
    if onderwerp not in bladen:
        raise ClmFout(
            f"De handleiding heeft geen bladzijde '{onderwerp}'.", nu=bedoelt(onderwerp, bladen)
        )
    return bladen[onderwerp]


def als_markdown() -> str:
    """All pages, one after the other."""
    return "\n".join(tekst for _, tekst in handleiding())


def als_html(vandaag: date) -> str:
    """All pages as one page for a browser, without network."""
    markdown = als_markdown()
    document = Document("Handleiding van clm", vandaag, "clm", ontleed(markdown), markdown)
    return maak(document, "html").decode()


def _titel(tekst: str) -> str:
    return tekst.partition("\n")[0].removeprefix("# ")
