"""Floor 0, clientbestand: data of a client in a file that is taken in, as far as its text shows."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bsnbestand import (
    NIET_UIT_TE_PAKKEN,
    TABELLEN,
    TEKSTEN,
    UITGEPAKT,
    VERPAKT,
    happen,
    tekst_van_deel,
)
from clm_cli.persoonsgegevens import Geduld, clientwoord
from clm_cli.xmldeel import lijkt_xml, open_pak

_MEEST = 50_000
"""The most signs of one file that are looked at: to search them all costs more than it tells."""


def clientzin(naam: str, inhoud: bytes) -> str | None:
    """What in the text of a file points at one client, as it may be shown; None when nothing does.

    Of a scan, of a pdf, and of what lies deeper in a packed file nothing is read.
    """
    over = _MEEST
    for tekst in _teksten(naam.lower(), inhoud):
        if woord := clientwoord(tekst[:over]):
            return f"'{woord}' wijst op gegevens van een cliënt"
        over -= len(tekst)
        if over <= 0:
            break
    return None


def _teksten(laag: str, inhoud: bytes) -> Iterator[str]:
    if laag.endswith((*TEKSTEN, *TABELLEN)):
        yield from (tekst for _, tekst in happen(inhoud))
    elif laag.endswith(VERPAKT):
        try:
            with open_pak(inhoud) as archief:
                delen = [deel for deel in archief.infolist() if not deel.is_dir()]
                if sum(deel.file_size for deel in delen) > UITGEPAKT:
                    return
                for deel in delen:
                    gelezen = archief.read(deel)
                    if lijkt_xml(deel.filename, gelezen):
                        yield tekst_van_deel(gelezen, Geduld())
        except NIET_UIT_TE_PAKKEN:  # that it cannot be looked through is said of a bsn already
            return
