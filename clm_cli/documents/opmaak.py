"""Floor 6, opmaak: the way of a document to each format."""

from __future__ import annotations

from clm_cli.documents.blokken import CELREGEL
from clm_cli.documents.document import Document
from clm_cli.documents.html import als_html
from clm_cli.documents.pdf import als_pdf
from clm_cli.documents.veilig import veil
from clm_cli.meldingen import ClmFout

VORMEN = ("md", "pdf", "docx", "html")


def maak(document: Document, vorm: str) -> bytes:
    """The bytes of a document in one format. Raises ClmFout for a format that clm does not know."""
    if vorm == "md":
        return _als_markdown(document).encode()
    if vorm == "pdf":
        return als_pdf(document)
    if vorm == "docx":
        from clm_cli.documents.word.bestand import als_word  # python-docx, for Word alone

        return als_word(document)
    if vorm == "html":
        return als_html(document)
    raise ClmFout(f"'{vorm}' is geen vorm van een document.", nu=f"kies uit {', '.join(VORMEN)}")


def _als_markdown(document: Document) -> str:
    """The text with the head of the letter, as one Markdown file."""
    delen, hoofd = ["CONCEPT"] if document.concept else [], document.briefhoofd
    if hoofd:
        delen += [
            f"**{veil(document.afzender)}**",
            "\\\n".join(map(veil, filter(None, (document.stijl.afzenderregel, *hoofd.adres)))),
        ]
        delen.append(
            "\\\n".join(f"**{veil(naam)}** {veil(waarde)}" for naam, waarde in hoofd.velden)
        )
    return (
        "\n\n".join((*filter(None, delen), document.markdown.replace(CELREGEL, " ").strip())) + "\n"
    )
