"""Floor 7, doorzoeken: all that a file of a register says, for who must know what is not in it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from clm_cli.bsnbestand import NIET_UIT_TE_PAKKEN
from clm_cli.deur import GROOTSTE_STUK, lees_in
from clm_cli.documents.naast import lees_stuk
from clm_cli.documents.teruglezen import bladen, om_de_bladen
from clm_cli.meldingen import SCHIJF, ClmFout

_BEELD = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".eml", ".msg")
_GELEZEN = (".docx", ".pdf")
_VERPAKT = (".docx", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp")
_MEESTE = 60 << 20
"""The bytes that are unpacked, or of which the pages are read."""
_MERK = re.compile(r"<[^>]*>")
_WAARDE = re.compile(r'"([^"<>]*)"')


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a file says, also where no reader looks: its properties, remarks and names."""

    tekst: str
    heel: bool
    """Whether that is all; not of a picture, a packed mail, or a page that was scanned."""


_NIETS = Gelezen("", heel=False)


def doorzoek(wortel: Path, pad: str) -> Gelezen:
    """All that a file of the register says, as far as it can be searched."""
    vorm = Path(pad).suffix.lower()
    if vorm in _BEELD:
        return _NIETS
    try:
        inhoud = lees_in(wortel, pad, _MEESTE if vorm in _GELEZEN else GROOTSTE_STUK)
    except OSError as fout:
        if fout.errno in SCHIJF:
            raise  # who reads it again may well see it, and decide on what was seen before
        return _NIETS
    try:
        if vorm == ".pdf":
            return _pdf(inhoud, pad)
        if vorm in _VERPAKT:
            return _verpakt(inhoud, pad)
        return _NIETS if b"\0" in inhoud else Gelezen(inhoud.decode("utf-8", "replace"), heel=True)
    # a file may be damaged in as many ways as the library knows; that it was is said by `heel`
    except (ClmFout, *NIET_UIT_TE_PAKKEN):
        return _NIETS


def _pdf(inhoud: bytes, pad: str) -> Gelezen:
    """The pages and what goes with them; a page without text may be a scan."""
    teksten, rest = bladen(inhoud, pad), om_de_bladen(inhoud)
    heel = rest is not None and all(tekst.strip() for tekst in teksten)
    return Gelezen("\n".join((*teksten, rest or "")), heel)


def _verpakt(inhoud: bytes, pad: str) -> Gelezen:
    """What is in a packed file; of Word the text too, and without any it may be a scan."""
    gelezen = _uitgepakt(inhoud)
    if not pad.lower().endswith(".docx"):
        return gelezen
    gedrukt = lees_stuk(inhoud, "docx", pad)
    return Gelezen(f"{gedrukt}\n{gelezen.tekst}", gelezen.heel and bool(gedrukt.strip()))


def _uitgepakt(inhoud: bytes) -> Gelezen:
    """The text of all parts of a packed file, also of what it hides, and the names in its signs."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        namen = archief.namelist()
        delen = [deel for deel in archief.infolist() if deel.filename.endswith((".xml", ".rels"))]
        if sum(deel.file_size for deel in delen) > _MEESTE:
            return _NIETS
        xml = " ".join(archief.read(deel).decode("utf-8", "replace") for deel in delen)
    heel = _MERK.sub("", xml.replace("</si>", " ").replace("</t>", " "))  # a word may be cut
    alles = "\n".join((heel, _MERK.sub(" ", xml), *dict.fromkeys(_WAARDE.findall(xml)), *namen))
    return Gelezen(html.unescape(alles), heel=not any("/embeddings/" in naam for naam in namen))
