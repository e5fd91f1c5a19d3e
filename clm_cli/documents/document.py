"""Floor 6, document: a document before it has a format, with house style and head of a letter."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Literal

from clm_cli.documents.blokken import Blok
from clm_cli.value import value

KLEUR = "#1f3d5c"
Gegevens = dict[str, object]
"""What a template is filled with, by the names it uses."""


@value
class Stijl:
    """How documents of the organisation look."""

    kleur: str = KLEUR
    lettertype: str = "Liberation Sans"
    venster_links_mm: int = 25
    venster_boven_mm: int = 50
    afzenderregel: str = ""
    voettekst: str = ""
    logo: str = ""
    """The logo as SVG; it stands above letters, at the right of their first page."""
    briefpapier: bytes | None = None


@value
class Briefhoofd:
    """What stands above a letter: how it is sent, to whom, and the reference lines."""

    verzendwijze: str
    aan: tuple[str, ...]
    velden: tuple[tuple[str, str], ...]

    @property
    def bladregel(self) -> str:
        """What tells a loose page from those of another letter: its reference and its day."""
        velden = dict(self.velden)
        return ", ".join(filter(None, (velden.get("Ons kenmerk"), velden.get("Datum"))))

    @property
    def adres(self) -> tuple[str, ...]:
        """The lines in the window: how it is sent, and to whom."""
        return (*filter(None, (self.verzendwijze.upper(),)), *self.aan)


@value
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

    @property
    def kader(self) -> tuple[str, ...]:
        """The lines in the window of the envelope: the sender, how it is sent, and to whom."""
        hoofd = self.briefhoofd
        return tuple(filter(None, (self.stijl.afzenderregel, *hoofd.adres))) if hoofd else ()
