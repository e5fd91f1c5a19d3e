"""Floor 7, bestand: the text of a letter that lies somewhere: Word, PDF, Markdown or plain text."""

from __future__ import annotations

import errno
from pathlib import Path

from clm_cli.deur import lees_waar
from clm_cli.documents.teruglezen import lees_stuk
from clm_cli.meldingen import ClmFout, oorzaak
from clm_cli.value import value
from clm_cli.woorden import tekst_uit

_VORMEN = {".pdf": "pdf", ".docx": "docx", ".md": "md", ".txt": "md"}
_BEELD = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic")
_GROOTST = 50_000_000


@value
class Briefbestand:
    """A file with its form, its bytes and its text; no text when it is only a picture."""

    vorm: str
    inhoud: bytes
    tekst: str


def om_te_lezen(wortel: Path, pad: Path) -> str:
    """The text of a document as Markdown, each line of Word or PDF a paragraph of its own."""
    gelezen = lees_brief(wortel, pad)
    if gelezen.vorm == "md":
        return tekst_uit(gelezen.inhoud)
    return "\n\n".join(regel for regel in gelezen.tekst.splitlines() if regel.strip())


def lees_brief(wortel: Path, pad: Path) -> Briefbestand:
    """Read a letter back.

    Raises ClmFout when the file cannot be read, or is of a kind that clm does not know.
    """
    vorm = _VORMEN.get(pad.suffix.lower())
    try:
        inhoud = lees_waar(wortel, pad, _GROOTST)
    except OSError as fout:
        if fout.errno == errno.EFBIG:
            raise ClmFout(
                f"{pad.name} is te groot om te lezen.", nu="maak een kleinere scan"
            ) from None
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
    return Briefbestand(vorm, inhoud, lees_stuk(inhoud, vorm, pad.name))
