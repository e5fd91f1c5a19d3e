"""Floor 6, opmaak: one document with its house style, and the way to each format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from clm_cli.documents.blokken import CELREGEL, Blok
from clm_cli.meldingen import ClmFout

KLEUR = "#1f3d5c"
VORMEN = ("md", "pdf", "docx", "html")


@dataclass(frozen=True, slots=True)
class Stijl:
    """How documents of the organisation look."""

    kleur: str = KLEUR
    lettertype: str = "Liberation Sans"
    venster_links_mm: int = 25
    venster_boven_mm: int = 50
    afzenderregel: str = ""
    voettekst: str = ""
    logo: str = ""
    """The logo as SVG; it stands above letters in PDF."""
    briefpapier: bytes | None = None


@dataclass(frozen=True, slots=True)
class Briefhoofd:
    """What stands above a letter: how it is sent, to whom, and the reference lines."""

    verzendwijze: str
    aan: tuple[str, ...]
    velden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document, ready to be made in any format."""

    titel: str
    datum: date
    afzender: str
    blokken: list[Blok]
    markdown: str
    opmaak: Literal["brief", "verslag"] = "verslag"
    stijl: Stijl = field(default_factory=Stijl)
    briefhoofd: Briefhoofd | None = None
    concept: bool = False


def maak(document: Document, vorm: str) -> bytes:
    """The bytes of a document in one format. Raises ClmFout for a format that clm does not know."""
    if vorm == "md":
        kop = "CONCEPT\n\n" if document.concept else ""
        return (kop + document.markdown.replace(CELREGEL, " ").strip() + "\n").encode()
    if vorm == "pdf":
        from clm_cli.documents.pdf import als_pdf

        return als_pdf(document)
    if vorm == "docx":
        from clm_cli.documents.word import als_word

        return als_word(document)
    if vorm == "html":
        from clm_cli.documents.html import als_html

        return als_html(document)
    raise ClmFout(f"'{vorm}' is geen vorm van een document.", nu=f"kies uit {', '.join(VORMEN)}")
