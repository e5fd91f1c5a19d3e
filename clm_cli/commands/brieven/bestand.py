"""Floor 7, bestand: the text of a letter that lies somewhere: Word, PDF, Markdown or plain text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clm_cli.documents.blokken import als_tekst, ontleed
from clm_cli.documents.document import Document
from clm_cli.documents.teruglezen import brieftekst
from clm_cli.documents.teruglezen import tekst_van as lees_terug
from clm_cli.documents.word.bestand import lees_tekst
from clm_cli.meldingen import ClmFout, oorzaak

_VORMEN = {".pdf": "pdf", ".docx": "docx", ".md": "md", ".txt": "md"}
_BEELD = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic")
_GROOTST = 50_000_000


@dataclass(frozen=True, slots=True)
class Briefbestand:
    """A file with its form, its bytes and its text; no text when it is only a picture."""

    vorm: str
    inhoud: bytes
    tekst: str


def lees_brief(pad: Path, document: Document | None = None) -> Briefbestand:
    """Read a letter back; what stands on every page of `document` is left out of a PDF.

    Raises ClmFout when the file cannot be read, or is of a kind that clm does not know.
    """
    vorm = _VORMEN.get(pad.suffix.lower())
    try:
        if pad.stat().st_size > _GROOTST:
            raise ClmFout(f"{pad.name} is te groot om te lezen.", nu="maak een kleinere scan")
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise ClmFout(
            f"{pad} is niet te lezen: {oorzaak(fout)}.", nu="noem het pad van het bestand"
        ) from None
    if vorm is None:
        if pad.suffix.lower() in _BEELD:
            return Briefbestand("beeld", inhoud, "")
        raise ClmFout(
            f"{pad.name}: clm leest brieven in Word (.docx), PDF (.pdf) en tekst (.md, .txt).",
            nu="bewaar het als .docx of .pdf",
        )
    return Briefbestand(vorm, inhoud, _tekst(pad, vorm, inhoud, document))


def _tekst(pad: Path, vorm: str, inhoud: bytes, document: Document | None) -> str:
    try:
        return tekst_van(vorm, inhoud, document)
    except ClmFout:
        raise
    except Exception:  # noqa: BLE001 - the libraries leak many kinds of errors on a broken file
        naam = {"pdf": "PDF", "docx": "Word-document", "md": "tekst"}[vorm]
        raise ClmFout(
            f"{pad.name} is geen {naam} dat te lezen is.",
            nu="open het bestand, bewaar het opnieuw, en probeer het nog eens",
        ) from None


def tekst_van(vorm: str, inhoud: bytes, document: Document | None = None) -> str:
    """The text of a letter in one form, with its line ends."""
    if vorm == "pdf":
        return brieftekst(inhoud, document) if document else lees_terug(inhoud, vorm)
    return (
        lees_tekst(inhoud)
        if vorm == "docx"
        else als_tekst(ontleed(inhoud.decode("utf-8", "replace")))
    )
