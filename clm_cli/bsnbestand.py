"""Floor 0, bsnbestand: a bsn in a file of any kind that holds text, looked for as long as it may.

A file may be made to hold clm up: what is unpacked, read and compared has its limits.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
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
from clm_cli.xmldeel import GeenXmlError, Merk, bladnaam, lijkt_xml, merken, open_pak, soort_van

try:
    from lzma import LZMAError
except ImportError:  # a Python without it unpacks none of that either
    LZMAError = zlib.error  # type: ignore[assignment,misc] # the same name for the tuple below

NIET_UIT_TE_PAKKEN = (
    *(zipfile.BadZipFile, zlib.error, LZMAError),
    *(EOFError, OSError, RuntimeError, ValueError),
)
"""What the library raises for a packed file that is damaged, locked, or of another kind."""
TEKSTEN = (
    *(".txt", ".md", ".yaml", ".yml", ".json", ".xml", ".html", ".htm", ".eml", ".log", ".ics"),
    *(".vcf", ".rtf", ".tex", ".svg"),
)
TABELLEN = (".csv", ".tsv")
VERPAKT = (".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".zip")
UITGEPAKT, _DIEPST = 60 << 20, 3
"""The most bytes that are unpacked from one file, and how deep files in files are opened."""
_HAP, _NAAD = 8 << 20, 64
"""The bytes of a text that are looked at in one go, and how far two of them overlap."""
_EINDE = frozenset(("p", "h", "si", "c", "v", "pt", "table-cell", "row", "comment"))
_BREUK = frozenset(("br", "tab", "cr", "line-break"))
"""The marks with which a line ends, by their end and by themselves."""
_MERK = re.compile(r"<[^<>]*>")
_RIJNUMMER = re.compile("[0-9]{1,7}")


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
    if laag.endswith(VERPAKT):
        geduld.overgeslagen |= diep >= _DIEPST
        return _in_pakket(laag, inhoud, diep, geduld) if diep < _DIEPST else None
    if not laag.endswith((*TABELLEN, *TEKSTEN)):
        return None
    kop = ""
    for eerder, tekst in happen(inhoud):
        gevonden, kop = None, kop or tekst.partition("\n")[0] + "\n"
        if geduld.is_op(_zoekwerk(tekst)):
            return None
        if laag.endswith(TABELLEN) and LANG_GETAL.search(in_gewone_tekens(tekst)):
            rijen = enumerate(map(enumerate, _csv(kop + tekst if eerder else tekst)), eerder or 1)
            with contextlib.suppress(csv.Error):
                gevonden = in_tabel(rijen, "in regel", geduld)
        if gevonden := gevonden or bsn_in(tekst, geduld, eerder):
            return gevonden
    return None


def _zoekwerk(tekst: str) -> int:
    """The steps of looking through a text: where a number begins is looked further."""
    letters = tekst.encode("latin-1", "replace").translate(None, b"0123456789")
    return (len(tekst) >> 7) + (len(tekst) - len(letters) >> 4)


def happen(inhoud: bytes) -> Iterator[tuple[int, str]]:
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
    """Bytes as text, in whichever code they are; the last sign may be cut in two.

    In UTF-16 without its mark noughts stand between the digits of a number.
    """
    inhoud = inhoud.replace(b"\0", b"")
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(inhoud)
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace")


def _csv(tekst: str) -> Iterator[list[str]]:
    teken = max(";,\t|", key=tekst.partition("\n")[0].count)
    return iter(csv.reader(io.StringIO(tekst.replace("\0", "")), delimiter=teken))


def in_tabel(
    rijen: Iterable[tuple[int, Iterable[tuple[int, str]]]], soort: str, geduld: Geduld
) -> Vondst | None:
    """The first bsn in the cells of a table: under a column of that name eight digits will do."""
    kolommen: set[int] = set()
    for nummer, rij in rijen:
        for plek, ruw in rij:
            if geduld.is_op(1):
                return None
            cel = in_gewone_tekens(ruw)
            if plek in kolommen and re.fullmatch(r"[0-9]{8,9}", re.sub(r"[ .-]", "", cel)):
                return Vondst(f"{soort} {nummer}", masker_bsn(cel))
            if gevonden := bsn_in(cel, geduld):
                return Vondst(f"{soort} {nummer}", gevonden.gemaskeerd)
            if re.search(GENOEMD, cel):
                kolommen.add(plek)
    return None


def _in_pakket(naam: str, inhoud: bytes, diep: int, geduld: Geduld) -> Vondst | None:
    """The first bsn in the parts of a packed file, and in the names of what it holds."""
    try:
        with open_pak(inhoud) as archief:
            delen = [deel for deel in archief.infolist() if not deel.is_dir()]
            if sum(deel.file_size for deel in delen) > UITGEPAKT:
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
        if geduld.is_op(40):
            return None
        inhoud, naam = archief.read(deel), deel.filename
        if lijkt_xml(naam, inhoud):
            gevonden = bsn_in(tekst_van_deel(inhoud, geduld), geduld)
            gevonden = gevonden and replace(gevonden, waar="in de tekst")
        else:
            gevonden = bsn_in(naam) or _in_inhoud(naam, inhoud, diep + 1, geduld)
        if gevonden:
            return gevonden
    return None


def tekst_van_deel(inhoud: bytes, geduld: Geduld) -> str:
    """The text of a part of a packed file; of a damaged one what its letters show."""
    stukken: list[str] = []
    try:
        for nummer, (naam, woorden, tekst) in enumerate(merken(inhoud)):
            if nummer % 4 == 0 and geduld.is_op(3):  # each takes somewhat less than a step
                break
            if naam is None:
                stukken.append(tekst)
                continue
            begint = woorden is not None
            # a pivot table keeps what its source held in this word, also when that is gone
            if woorden and (waarde := woorden.get("v")):
                stukken += ("\n", waarde, "\n")
            if naam in (_BREUK if begint else _EINDE):
                stukken.append("\n")
    except GeenXmlError:
        geduld.overgeslagen = True
        begin = inhoud[: max(0, 16 * geduld.over)]
        stukken += ("\n", *(_MERK.sub("", tekst) for _, tekst in happen(begin)))
    return "".join(stukken)


def _in_werkblad(
    archief: zipfile.ZipFile, delen: Iterable[zipfile.ZipInfo], diep: int, geduld: Geduld
) -> Vondst | None:
    """The first bsn in the cells of a workbook, in a text that no cell has, or in what is left."""
    soorten = {deel: soort_van(archief, deel) for deel in delen}
    teksten = dict[int, str]()
    for info in (deel for deel, soort in soorten.items() if soort == "sst"):
        teksten |= _gedeeld(archief.read(info), geduld)
    for info in (deel for deel, soort in soorten.items() if soort == "worksheet"):
        rijen = _rijen(_of_kapot(archief.read(info), geduld), teksten, geduld)
        if gevonden := in_tabel(rijen, "in rij", geduld):
            blad = bladnaam(archief, info.filename)
            return replace(gevonden, waar=f"op blad {blad}, {gevonden.waar}")
    los = ((nummer, ((0, tekst),)) for nummer, tekst in teksten.items())
    rest = (deel for deel, soort in soorten.items() if soort not in ("sst", "worksheet"))
    return in_tabel(los, "in tekst", geduld) or _in_delen(archief, rest, diep, geduld)


def _of_kapot(inhoud: bytes, geduld: Geduld) -> Iterator[Merk]:
    """The marks of a part; that it is damaged from somewhere on is kept."""
    try:
        yield from merken(inhoud)
    except GeenXmlError:
        geduld.overgeslagen = True


def _gedeeld(inhoud: bytes, geduld: Geduld) -> dict[int, str]:
    """The texts that cells share and that count here, by their number."""
    teksten, stukken, nummer = dict[int, str](), list[str](), 0
    for naam, woorden, tekst in _of_kapot(inhoud, geduld):
        if naam is None:
            stukken.append(tekst)
        elif naam == "si" and woorden is not None:
            stukken = []
        elif naam == "si":
            heel = in_gewone_tekens("".join(stukken))
            telt = LANG_GETAL.search(heel) or re.search(GENOEMD, heel)
            if geduld.is_op(8 if telt else nummer % 2):
                break
            if telt:
                teksten[nummer] = heel
            nummer += 1
    return teksten


def _rijen(
    merken_: Iterator[Merk], teksten: Mapping[int, str], geduld: Geduld
) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The rows of a sheet by their own number, each cell with its own column."""
    nummer = 0
    for naam, woorden, _ in merken_:
        if naam != "row" or woorden is None:
            continue
        eigen = woorden.get("r", "")
        nummer = int(eigen) if _RIJNUMMER.fullmatch(eigen) else nummer + 1
        cellen, plek = list[tuple[int, str]](), 0
        for cel, waarde in _cellen(merken_):
            if geduld.is_op(2):
                return
            plek = kolom_van(cel.get("r", "")) or plek + 1
            gedeeld = cel.get("t") == "s" and waarde.isdecimal() and len(waarde) < 9
            cellen.append((plek, teksten.get(int(waarde), "") if gedeeld else waarde))
        if geduld.is_op(4):
            return
        yield nummer, cellen


def _cellen(merken_: Iterator[Merk]) -> Iterator[tuple[Mapping[str, str], str]]:
    """The cells up to the end of a row, each with what it shows: its formula is left out."""
    cel, stukken, formule = dict[str, str](), list[str](), False
    for naam, woorden, tekst in merken_:
        if naam is None:
            if not formule:
                stukken.append(tekst)
        elif naam == "row":
            return
        elif naam == "f":
            formule = woorden is not None
        elif naam == "c" and woorden is not None:
            cel, stukken = dict(woorden), []
        elif naam == "c":
            yield cel, "".join(stukken).strip()


def kolom_van(plaats: str) -> int:
    """The column of a cell by its letters, from 1; 0 when it has none."""
    plek = 0
    for letter in plaats[:3]:
        if not "A" <= letter <= "Z":
            break
        plek = plek * 26 + ord(letter) - 64
    return plek
