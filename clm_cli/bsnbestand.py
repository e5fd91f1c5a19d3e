"""Floor 0, bsnbestand: a bsn in a file of any kind that holds text, looked for as long as it may.

A file may be made to hold clm up: what is unpacked, read and compared has its limits.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from clm_cli.persoonsgegevens import (
    GENOEMD,
    LANG_GETAL,
    Geduld,
    Vondst,
    bsn_in,
    in_gewone_tekens,
    masker_bsn,
)

try:
    from lzma import LZMAError
except ImportError:  # a Python without it unpacks none of that either
    LZMAError = zlib.error  # type: ignore[assignment,misc] # the same name for the tuple below

NIET_UIT_TE_PAKKEN = (
    *(zipfile.BadZipFile, zlib.error, LZMAError),
    *(EOFError, OSError, RuntimeError, ValueError),
)
"""What the library raises for a packed file that is damaged, locked, or of another kind."""
_TEKSTEN = (
    *(".txt", ".md", ".yaml", ".yml", ".json", ".xml", ".html", ".htm", ".eml", ".log", ".ics"),
    *(".vcf", ".rtf", ".tex", ".svg"),
)
_TABELLEN = (".csv", ".tsv")
_VERPAKT = (".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".zip")
_UITGEPAKT, _DIEPST = 60 << 20, 3
"""The most bytes that are unpacked from one file, and how deep files in files are opened."""
_HAP, _NAAD = 8 << 20, 64
"""The bytes of a text that are looked at in one go, and how far two of them overlap."""
_EINDE = re.compile(r"</(?:[a-z]+:)?(?:p|h|si|c|table-cell|row|comment)>|<w:(?:br|tab|cr)[^<>]*>")
_MERK = re.compile(r"<[^<>]*>")
_CEL = re.compile(r'r="([A-Z]+)[0-9]+"([^>]*)>(.*)', re.DOTALL)


def bsn_in_bestand(naam: str, inhoud: bytes, geduld: Geduld | None = None) -> Vondst | None:
    """The first bsn in a file's name or in what it holds; None when none can be found.

    Read are text in any usual code, csv, and what packs its text as XML (docx, xlsx, odt, pptx),
    also inside a zip. Of what holds very many numbers or is packed too large not all is read: then
    `geduld` is not whole afterwards. Of a scan or pdf only the name is looked at.
    """
    if gevonden := bsn_in(naam):
        return replace(gevonden, waar="in de bestandsnaam")
    return _in_inhoud(naam, inhoud, 0, geduld or Geduld())


def _in_inhoud(naam: str, inhoud: bytes, diep: int, geduld: Geduld) -> Vondst | None:
    laag = naam.lower()
    if laag.endswith(_VERPAKT):
        geduld.overgeslagen |= diep >= _DIEPST
        return _in_pakket(laag, inhoud, diep, geduld) if diep < _DIEPST else None
    if not laag.endswith((*_TABELLEN, *_TEKSTEN)):
        return None
    kop = ""
    for eerder, tekst in _happen(inhoud):
        gevonden, kop = None, kop or tekst.partition("\n")[0] + "\n"
        if geduld.is_op(len(tekst) >> 6):
            return None
        if laag.endswith(_TABELLEN) and LANG_GETAL.search(tekst):
            rijen = enumerate(map(enumerate, _csv(kop + tekst if eerder else tekst)), eerder or 1)
            with contextlib.suppress(csv.Error):
                gevonden = _in_tabel(rijen, "in regel", geduld)
        if gevonden := gevonden or bsn_in(tekst, geduld, eerder):
            return gevonden
    return None


def _happen(inhoud: bytes) -> Iterator[tuple[int, str]]:
    """A text piece by piece, each with the lines before it; a piece ends with a line if it can."""
    code = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(inhoud[:2])
    van = regels = 0
    while van < len(inhoud):
        tot = min(len(inhoud), van + _HAP)
        los = tot < len(inhoud)
        if los and not code and (eind := inhoud.rfind(b"\n", van, tot)) >= 0:
            tot, los = eind + 1, False
        hap = inhoud[van:tot]
        yield regels, hap.decode(code, "replace") if code else _tekst(hap)
        volgende = tot - _NAAD if los else tot
        regels += inhoud.count(b"\n", van, volgende)
        van = volgende


def _tekst(inhoud: bytes) -> str:
    """Bytes as text, in whichever code they are; the last sign may be cut in two."""
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(inhoud)
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace")


def _csv(tekst: str) -> Iterator[list[str]]:
    teken = max(";,\t|", key=tekst.partition("\n")[0].count)
    return iter(csv.reader(io.StringIO(tekst.replace("\0", "")), delimiter=teken))


def _in_tabel(
    rijen: Iterable[tuple[int, Iterable[tuple[int, str]]]], soort: str, geduld: Geduld
) -> Vondst | None:
    """The first bsn in the cells of a table: under a column of that name eight digits will do."""
    kolommen: set[int] = set()
    for nummer, rij in rijen:
        for plek, cel in rij:
            if geduld.is_op(1):
                return None
            if plek in kolommen and re.fullmatch(r"[0-9]{8,9}", re.sub(r"[ .-]", "", cel)):
                return Vondst(f"{soort} {nummer}", masker_bsn(cel))
            if gevonden := bsn_in(cel, geduld):
                return Vondst(f"{soort} {nummer}", gevonden.gemaskeerd)
            if GENOEMD.search(cel):
                kolommen.add(plek)
    return None


def _in_pakket(naam: str, inhoud: bytes, diep: int, geduld: Geduld) -> Vondst | None:
    """The first bsn in the parts of a packed file, and in the names of what it holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            delen = [deel for deel in archief.infolist() if not deel.is_dir()]
            if sum(deel.file_size for deel in delen) > _UITGEPAKT:
                geduld.overgeslagen = True
                return None
            if naam.endswith((".xlsx", ".xlsm")):
                return _in_werkblad(archief, delen, diep, geduld)
            return _in_delen(archief, delen, diep, geduld)
    except NIET_UIT_TE_PAKKEN:  # looked at as far as it goes; that it is not all, is said
        geduld.overgeslagen = True
        return None


def _in_delen(
    archief: zipfile.ZipFile, delen: Iterable[zipfile.ZipInfo], diep: int, geduld: Geduld
) -> Vondst | None:
    for deel in delen:
        if geduld.is_op(20):
            return None
        inhoud, naam = archief.read(deel), deel.filename
        if naam.endswith((".xml", ".rels")):
            begin = inhoud[: 16 * geduld.over]
            geduld.over -= begin.count(b"<") // 4
            kaal = _MERK.sub("", _EINDE.sub("\n", begin.decode("utf-8", "replace")))
            gevonden = bsn_in(html.unescape(kaal), geduld)
            gevonden = gevonden and replace(gevonden, waar="in de tekst")
        else:
            gevonden = bsn_in(naam) or _in_inhoud(naam, inhoud, diep + 1, geduld)
        if gevonden:
            return gevonden
    return None


def _in_werkblad(
    archief: zipfile.ZipFile, delen: Iterable[zipfile.ZipInfo], diep: int, geduld: Geduld
) -> Vondst | None:
    """The first bsn in the cells of a workbook, in a text that no cell has, or in what is left."""
    teksten, rest = dict[int, str](), list[zipfile.ZipInfo]()
    if "xl/sharedStrings.xml" in archief.namelist():
        inhoud = archief.read("xl/sharedStrings.xml").decode("utf-8", "replace")
        for nummer, deel in enumerate(_na(inhoud, "<si>")):
            telt = LANG_GETAL.search(in_gewone_tekens(deel)) or GENOEMD.search(deel)
            if geduld.is_op(5 if telt else nummer % 2):
                return None
            if telt:
                teksten[nummer] = html.unescape(_MERK.sub("", deel.partition("</si>")[0]))
    for info in delen:
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", info.filename):
            rijen = _rijen(archief.read(info).decode("utf-8", "replace"), teksten, geduld)
            if gevonden := _in_tabel(rijen, "in rij", geduld):
                blad = _bladnaam(archief, info.filename)
                return replace(gevonden, waar=f"op blad {blad}, {gevonden.waar}")
        elif info.filename != "xl/sharedStrings.xml":
            rest.append(info)
    los = ((nummer, ((0, tekst),)) for nummer, tekst in teksten.items())
    return _in_tabel(los, "in tekst", geduld) or _in_delen(archief, rest, diep, geduld)


def _bladnaam(archief: zipfile.ZipFile, bestand: str) -> str:
    """What the tab of a sheet is called; its file where the workbook does not say so."""
    delen = dict.fromkeys(("xl/workbook.xml", "xl/_rels/workbook.xml.rels"), "")
    for deel in delen:
        with contextlib.suppress(KeyError):
            delen[deel] = archief.read(deel)[:_HAP].decode("utf-8", "replace")
    boek, naar = delen.values()
    kort = bestand.removeprefix("xl/")
    for stuk in _na(naar, "<Relationship "):
        doel, id_ = (re.search(rf'{woord}="([^"]*)"', stuk) for woord in ("Target", "Id"))
        if doel and id_ and doel[1].removeprefix("/xl/") == kort:
            for rij in _na(boek, "<sheet "):
                if f'r:id="{id_[1]}"' in rij and (naam := re.search(r'name="([^"]*)"', rij)):
                    return html.unescape(naam[1])
    return kort.rpartition("/")[2]


def _na(tekst: str, merk: str) -> Iterator[str]:
    """What stands behind each mark up to the next, one at a time."""
    plek = tekst.find(merk)
    while plek >= 0:
        begin = plek + len(merk)
        plek = tekst.find(merk, begin)
        yield tekst[begin : plek if plek >= 0 else len(tekst)]


def _rijen(
    blad: str, teksten: Mapping[int, str], geduld: Geduld
) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The rows of a sheet by their own number, each cell with its own column."""
    nummer = 0
    for rij in _na(blad, "<row"):
        eigen = re.match(r'[^>]*? r="([0-9]{1,7})"', rij)
        nummer = int(eigen[1]) if eigen else nummer + 1
        cellen: list[tuple[int, str]] = []
        for cel in map(_CEL.match, _na(rij, "<c ")):
            if geduld.is_op(2):
                return
            if cel is None:
                continue
            letters, soort, inhoud = cel.groups()
            inhoud, plek = inhoud.partition("</c>")[0], 0
            for letter in letters[:3]:
                plek = plek * 26 + ord(letter) - 64
            waarde = html.unescape(_MERK.sub("", re.sub(r"<f[ >][^<]*</f>", "", inhoud)))
            gedeeld = 't="s"' in soort and waarde.isdecimal() and len(waarde) < 9
            cellen.append((plek, teksten.get(int(waarde), "") if gedeeld else waarde))
        if geduld.is_op(1):
            return
        yield nummer, cellen
