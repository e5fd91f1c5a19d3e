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

    @property
    def adres(self) -> tuple[str, ...]:
        """The lines in the window: how it is sent, and to whom."""
        return (*filter(None, (self.verzendwijze.upper(),)), *self.aan)


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
    aanbieder: str = ""
    """The statutory name of the provider that it is about, for a letterhead that wants it."""


def maak(document: Document, vorm: str) -> bytes:
    """The bytes of a document in one format. Raises ClmFout for a format that clm does not know."""
    if vorm == "md":
        return _als_markdown(document).encode()
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


def _als_markdown(document: Document) -> str:
    """The text with the head of the letter, as one Markdown file."""
    from clm_cli.documents.sjabloon import veil

    delen, hoofd = ["CONCEPT"] if document.concept else [], document.briefhoofd
    if hoofd:
        delen += [f"**{veil(document.afzender)}**", "\\\n".join(map(veil, filter(None, (document.stijl.afzenderregel, *hoofd.adres))))]
        delen.append("\\\n".join(f"**{veil(naam)}** {veil(waarde)}" for naam, waarde in hoofd.velden))
    return "\n\n".join((*filter(None, delen), document.markdown.replace(CELREGEL, " ").strip())) + "\n"
