"""Floor 0, xmldeel: one part of a packed file as its marks and texts, whatever its writing.

The same part may be written in many ways: a prefix before each name, single quotes, another code.
All that looks into a packed file reads it here, by the names without their prefix.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Never, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

_HAP = 1 << 16
"""The bytes that are read in one go, so that who stops early has not read all."""
_MEESTE = 1_600_000
"""The marks of one part: a full sheet of 200,000 cells has eight for each."""
_MEESTE_WOORDEN = 1_000_000
"""What all marks of one part may say together: each cell of such a sheet says three things."""
_VOL = rb"<[^<=]*+(?:=[^<=]*+){10000}"
"""One mark that says more than ten thousand things, all of which are read before it is given."""
_MEESTE_NAMEN = 20_000
"""The different names of what its marks say: a text of people has some hundreds."""
_MEESTE_DELEN = 20_000
"""The parts of one packed file: to list them all takes long before anything is read."""
GRENS = "\0"
"""What no text of XML can hold."""
_WOORDEN = ("si", "t")
_KOPPEN = (b"<?xml", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff", b"<\0?\0", b"\0<\0?")

Merk: TypeAlias = tuple[str | None, Mapping[str, str] | None, str]
"""The name of a mark with what it says as it begins, or None where it ends; or None and a text."""


class GeenXmlError(ValueError):
    """That a part is no XML, or is damaged: what was not given is not known."""


class TeVeelMerkenError(GeenXmlError):
    """That a part has more marks than a file that people made: to read them takes long."""


class EigenRegelsError(GeenXmlError):
    """That a part brings rules of its own, with which a small file can swell without end."""


def lijkt_xml(naam: str, inhoud: bytes) -> bool:
    """Whether a part of a packed file is XML, by its name or by how it begins."""
    return naam.lower().endswith((".xml", ".rels")) or inhoud.startswith(_KOPPEN)


def merken(inhoud: bytes) -> Iterator[Merk]:
    """The marks and texts of a part in their order, a bit at a time.

    Raises GeenXmlError where it can be read no further.
    """
    uit: list[Merk] = []
    lezer = _lezer(inhoud)
    lezer.StartElementHandler = lambda naam, woorden: uit.append((_kort(naam), woorden, ""))
    lezer.EndElementHandler = lambda naam: uit.append((_kort(naam), None, ""))
    lezer.CharacterDataHandler = lambda tekst: uit.append((None, None, tekst))
    try:
        for _ in _happen(lezer, inhoud):
            yield from uit
            uit.clear()
    except GeenXmlError:
        yield from uit
        raise


def tekst_en_waarden(inhoud: bytes) -> tuple[str, dict[str, None]]:
    """All text of a part with GRENS where a mark begins or ends, and all that its marks say.

    Several times quicker than `merken`, as of a mark nothing is kept. Raises GeenXmlError when not
    all can be read.
    """
    teksten, waarden = list[str](), list[str]()
    bij, lezer = teksten.append, _lezer(inhoud)

    def begin(_: str, woorden: list[str]) -> None:
        bij(GRENS)
        if woorden:
            waarden.extend(woorden[1::2])

    lezer.ordered_attributes = True  # a list, each name followed by what it says
    lezer.StartElementHandler = begin
    # a word may be cut into several marks, but not into several of these
    lezer.EndElementHandler = lambda naam: bij(f"{GRENS} " if _kort(naam) in _WOORDEN else GRENS)
    lezer.CharacterDataHandler = bij
    for _ in _happen(lezer, inhoud):
        pass
    return "".join(teksten), dict.fromkeys(waarden)


def te_vol(inhoud: bytes) -> bool:
    """Whether the marks of a part say more than those of a file that people made."""
    return inhoud.count(b"=") > _MEESTE_WOORDEN or re.search(_VOL, inhoud) is not None


def _lezer(inhoud: bytes) -> XMLParserType:
    if inhoud.count(b"<") > _MEESTE or te_vol(inhoud):
        raise TeVeelMerkenError
    lezer = ParserCreate()
    lezer.buffer_text = True
    lezer.StartDoctypeDeclHandler = _eigen_regels
    return lezer


def _happen(lezer: XMLParserType, inhoud: bytes) -> Iterator[None]:
    """Read a part, a bit at a time; raises GeenXmlError where it can be read no further."""
    for van in range(0, len(inhoud) or 1, _HAP):
        try:
            lezer.Parse(inhoud[van : van + _HAP], van + _HAP >= len(inhoud))
        except GeenXmlError:
            raise
        except (ExpatError, LookupError, ValueError) as fout:
            raise GeenXmlError(str(fout)) from None
        if len(lezer.intern) > _MEESTE_NAMEN:  # each new one costs as much as ten known ones
            raise TeVeelMerkenError
        yield


def open_pak(inhoud: bytes) -> zipfile.ZipFile:
    """A packed file, opened; raises BadZipFile for what is none, or has too many parts."""
    if inhoud.count(b"PK\1\2") > _MEESTE_DELEN:
        raise zipfile.BadZipFile
    return zipfile.ZipFile(io.BytesIO(inhoud))


def soort_van(archief: zipfile.ZipFile, deel: zipfile.ZipInfo) -> str:
    """What a part is, by its first mark; nothing when it is no XML: its name says too little."""
    with archief.open(deel) as bron, contextlib.suppress(GeenXmlError):
        return next((naam for naam, _, _ in merken(bron.read(1 << 16)) if naam), "")
    return ""


def bladnaam(archief: zipfile.ZipFile, bestand: str) -> str:
    """What the tab of a sheet is called; its file where the workbook does not say so."""
    kort = bestand.removeprefix("xl/")
    ids = {
        _woord(woorden, "Id")
        for woorden in _woorden(archief, "xl/_rels/workbook.xml.rels", "Relationship")
        if _woord(woorden, "Target").removeprefix("/xl/") == kort
    }
    for woorden in _woorden(archief, "xl/workbook.xml", "sheet"):
        if _woord(woorden, "id") in ids and (naam := _woord(woorden, "name")):
            return naam
    return kort.rpartition("/")[2]


def _woorden(archief: zipfile.ZipFile, deel: str, merk: str) -> Iterator[Mapping[str, str]]:
    with contextlib.suppress(KeyError, GeenXmlError):
        for naam, woorden, _ in merken(archief.read(deel)):
            if naam == merk and woorden is not None:
                yield woorden


def _woord(woorden: Mapping[str, str], naam: str) -> str:
    """What a mark says under a name, with or without a prefix; nothing when it does not."""
    return woorden.get(naam) or next((w for n, w in woorden.items() if _kort(n) == naam), "")


@lru_cache(512)  # a part has few names, and each very often
def _kort(naam: str) -> str:
    return naam.rpartition(":")[2]


def _eigen_regels(*_: object) -> Never:
    raise EigenRegelsError
