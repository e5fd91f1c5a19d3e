"""Floor 6, teruglezen: the text of a finished document, read from its own bytes, to see that nothing was lost."""

from __future__ import annotations

import io
import re
from functools import cached_property
from html.parser import HTMLParser

from clm_cli.documents.blokken import als_tekst, ontleed
from clm_cli.documents.opmaak import Document

_PAGINA = re.compile(r"(Pagina|blad) \d+ van \d+")


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
    from pypdf import PdfReader

    return "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)


def _docx(inhoud: bytes) -> str:
    from clm_cli.documents.word import lees_tekst

    return lees_tekst(inhoud)


class _Tekst(HTMLParser):
    stil = False

    @cached_property
    def delen(self) -> list[str]:
        """The pieces of text so far."""
        return []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's signature
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
    """The running text of a letter in PDF: what stands at the head and foot of every page is left out."""
    from pypdf import PdfReader

    vast = {regel.strip() for regel in (document.afzender, document.stijl.voettekst, "CONCEPT") if regel.strip()}
    regels = []
    for blad in PdfReader(io.BytesIO(inhoud)).pages:
        for regel in blad.extract_text().splitlines():
            kaal = _PAGINA.sub("", regel).strip()
            if kaal and kaal not in vast and not all(deel in vast for deel in kaal.split("   ")):
                regels.append(regel if kaal == regel.strip() else kaal)
    return "\n".join(regels)
