"""Floor 7, doorzoeken: all that a file of a register says, for who must know what is not in it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from clm_cli.bsnbestand import NIET_UIT_TE_PAKKEN
from clm_cli.deur import GROOTSTE_STUK, lees_in
from clm_cli.documents.teruglezen import bladen, lees_stuk, om_de_bladen
from clm_cli.meldingen import SCHIJF, ClmFout
from clm_cli.value import value
from clm_cli.woorden import tekst_uit
from clm_cli.xmldeel import GRENS, GeenXmlError, lijkt_xml, open_pak, tekst_en_waarden

_BEELD = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".eml", ".msg")
_GELEZEN = (".docx", ".pdf")
_VERPAKT = (".docx", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp")
_MEESTE = 60 << 20
"""The bytes that are unpacked, or of which the pages are read."""


@value
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
        tekst = tekst_uit(inhoud)
        return _NIETS if "\0" in tekst else Gelezen(tekst, heel=True)
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
    with open_pak(inhoud) as archief:
        namen = archief.namelist()
        if sum(deel.file_size for deel in archief.infolist()) > _MEESTE:
            return _NIETS
        gelezen = ((naam, archief.read(naam)) for naam in dict.fromkeys(namen))
        inhouden = [inhoud for naam, inhoud in gelezen if lijkt_xml(naam, inhoud)]
    teksten = [_van_deel(inhoud) for inhoud in inhouden]
    return Gelezen(
        "\n".join((*(tekst for tekst, _ in teksten), *namen)),
        heel=all(heel for _, heel in teksten) and not any("/embeddings/" in n for n in namen),
    )


def _van_deel(inhoud: bytes) -> tuple[str, bool]:
    """What one part says, in its texts and in its signs; and whether that is all of it."""
    with contextlib.suppress(GeenXmlError):
        tekst, waarden = tekst_en_waarden(inhoud)
        return "\n".join((tekst.replace(GRENS, ""), tekst.replace(GRENS, " "), *waarden)), True
    return inhoud.decode("utf-8", "replace"), False
