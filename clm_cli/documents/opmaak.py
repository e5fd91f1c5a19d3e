"""Floor 6, opmaak: the way of a document to each format."""

from __future__ import annotations

import re

from clm_cli.documents.blokken import CELREGEL, FIGUUR
from clm_cli.documents.document import Document
from clm_cli.documents.html import als_html
from clm_cli.documents.leesbaar import leesbaar
from clm_cli.documents.pdf import als_pdf
from clm_cli.documents.veilig import veil
from clm_cli.meldingen import ClmFout

VORMEN = ("md", "pdf", "docx", "html")


def maak(document: Document, vorm: str) -> bytes:
    """The bytes of a document in one format. Raises ClmFout for a format that clm does not know."""
    if vorm == "md":
        return leesbaar(_markdown(document)).encode()
    if vorm == "pdf":
        return als_pdf(document)
    if vorm == "docx":
        from clm_cli.documents.word.bestand import als_word  # python-docx, for Word alone

        return als_word(document)
    if vorm == "html":
        return als_html(document)
    raise ClmFout(f"'{vorm}' is geen vorm van een document.", nu=f"kies uit {', '.join(VORMEN)}")


def als_markdown_voluit(document: Document) -> bytes:
    """Markdown as clm wrote it before: a backslash in front of every sign; old letters are so."""
    return (_markdown(document).replace(CELREGEL, " ").strip() + "\n").encode()


def _markdown(document: Document) -> str:
    """The text with the head of the letter, as one Markdown file."""
    delen, hoofd = ["CONCEPT"] if document.concept else [], document.briefhoofd
    if hoofd:
        delen += [
            f"**{veil(document.afzender)}**",
            "\\\n".join(map(veil, document.kader)),
        ]
        delen.append(
            "\\\n".join(f"**{veil(naam)}** {veil(waarde)}" for naam, waarde in hoofd.velden)
        )
    zonder_beelden = re.sub(rf"{FIGUUR}[^{FIGUUR}\n]*{FIGUUR}\n*", "", document.markdown)
    return "\n\n".join((*filter(None, delen), zonder_beelden.strip())) + "\n"
