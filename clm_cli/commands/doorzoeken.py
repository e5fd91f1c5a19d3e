"""Floor 7, doorzoeken: all that a file of a register says, for who must know what is not in it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path

from clm_cli.bsnbestand import NIET_UIT_TE_PAKKEN
from clm_cli.deur import GROOTSTE_STUK, lees_in
from clm_cli.documents.naast import lees_stuk
from clm_cli.meldingen import SCHIJF, ClmFout

_BEELD = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".eml", ".msg")
_GELEZEN = (".docx", ".pdf")
_VERPAKT = (".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp")
_MEESTE = 60 << 20
"""The bytes that are unpacked, or of which the pages are read."""


def tekst_van(wortel: Path, pad: str) -> str | None:
    """What a file says; None of what cannot be searched, such as a picture or a packed mail."""
    vorm = Path(pad).suffix.lower()
    if vorm in _BEELD:
        return None
    try:
        inhoud = lees_in(wortel, pad, _MEESTE if vorm in _GELEZEN else GROOTSTE_STUK)
    except OSError as fout:
        if fout.errno in SCHIJF:
            raise  # who reads it again may well see it, and decide on what was seen before
        return None
    try:
        if vorm in _GELEZEN:
            return lees_stuk(inhoud, vorm[1:], pad) or None
        return _uitgepakt(inhoud) if vorm in _VERPAKT else _gewoon(inhoud)
    # a file may be damaged in as many ways as the library knows; what it was is said by None
    except (ClmFout, *NIET_UIT_TE_PAKKEN):
        return None


def _gewoon(inhoud: bytes) -> str | None:
    return None if b"\0" in inhoud else inhoud.decode("utf-8", "replace")


def _uitgepakt(inhoud: bytes) -> str | None:
    """The text of all parts of a workbook, also of what it hides."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        delen = [deel for deel in archief.infolist() if deel.filename.endswith(".xml")]
        if sum(deel.file_size for deel in delen) > _MEESTE:
            return None
        xml = " ".join(archief.read(deel).decode("utf-8", "replace") for deel in delen)
    return html.unescape(re.sub(r"<[^>]*>", "", xml.replace("</si>", " ").replace("</t>", " ")))
