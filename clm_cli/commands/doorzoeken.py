"""Floor 7, doorzoeken: all that a file of a register says, for who must know what is not in it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path

from clm_cli.bsnbestand import NIET_UIT_TE_PAKKEN
from clm_cli.commands.brieven.bestand import lees_brief
from clm_cli.deur import lees_in
from clm_cli.meldingen import ClmFout

_BEELD = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".eml", ".msg")
_GELEZEN = (".docx", ".pdf")
_VERPAKT = (".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp")
_MEESTE = 60 << 20


def tekst_van(wortel: Path, pad: str) -> str | None:
    """What a file says; None of what cannot be searched, such as a picture or a packed mail."""
    vorm = Path(pad).suffix.lower()
    if vorm in _BEELD:
        return None
    try:
        if vorm in _GELEZEN:
            return lees_brief(wortel, wortel / pad).tekst or None
        inhoud = lees_in(wortel, pad)
        return _uitgepakt(inhoud) if vorm in _VERPAKT else _gewoon(inhoud)
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
