"""Floor 6, teruglezen: the text of a finished document, read again from its own bytes."""

from __future__ import annotations

import io
import re
from functools import cached_property
from html.parser import HTMLParser

from pypdf import PdfReader

from clm_cli.documents.blokken import als_tekst, ontleed
from clm_cli.documents.document import Document


def tekst_van(inhoud: bytes, vorm: str) -> str:
    """The text of a document, with all white space made single."""
    if vorm == "pdf":
        return gewoon(_pdf(inhoud))
    if vorm == "docx":
        return gewoon(_docx(inhoud))
    return gewoon(_html(inhoud) if vorm == "html" else als_tekst(ontleed(inhoud.decode())))


def gewoon(tekst: str) -> str:
    """Text with every stretch of white space as one space."""
    return re.sub(r"\s+", " ", tekst).strip()


def _pdf(inhoud: bytes) -> str:
    return "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)


def _docx(inhoud: bytes) -> str:
    from clm_cli.documents.word.bestand import lees_tekst  # python-docx, for Word alone

    return lees_tekst(inhoud)


class _Tekst(HTMLParser):
    stil = False

    @cached_property
    def delen(self) -> list[str]:
        """The pieces of text so far."""
        return []

    # the library's signature
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.stil = tag in ("style", "title")
        self.delen.append("" if tag in ("strong", "em") else " ")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the library's signature
        self.stil = False

    def handle_data(self, data: str) -> None:
        self.delen.append("" if self.stil else data)


def _html(inhoud: bytes) -> str:
    lezer = _Tekst()
    lezer.feed(inhoud.decode())
    return "".join(lezer.delen)


def brieftekst(inhoud: bytes, document: Document) -> str:
    """The running text of a document in PDF, without what stands at the head and foot of each page.

    That is left out also where the text says the same.
    """
    bladen, brief = PdfReader(io.BytesIO(inhoud)).pages, document.briefhoofd is not None
    uit: list[str] = []
    for nummer, blad in enumerate(bladen, 1):
        kop = (
            document.afzender
            + ("CONCEPT" if document.concept else "")
            + ("" if brief else f"blad {nummer} van {len(bladen)}")
        )
        voet = document.stijl.voettekst + (f"Pagina {nummer} van {len(bladen)}" if brief else "")
        regels = blad.extract_text().splitlines()
        regels = regels[_beslaat(regels, kop) :]
        uit += regels[: len(regels) - _beslaat(regels[::-1], voet, achterwaarts=True)]
    return "\n".join(uit)


def _beslaat(regels: list[str], vast: str, *, achterwaarts: bool = False) -> int:
    """How many lines, from the first, a fixed text takes; 0 when the page does not begin with it.

    Backwards it is the end of the page that is looked at.
    """
    bedoeld, tekst = "".join(vast.split()), ""
    for aantal, regel in enumerate(regels):
        if len(tekst) >= len(bedoeld):
            return aantal if tekst == bedoeld else 0
        kaal = "".join(regel.split())
        tekst = kaal + tekst if achterwaarts else tekst + kaal
    return len(regels) if tekst == bedoeld else 0
