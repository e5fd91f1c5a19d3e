"""Floor 6, word: a document for Word, with named styles, on the letterhead of the organisation where it has one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from clm_cli.documents.blokken import Blok, Stukje, kolombreedten
from clm_cli.documents.opmaak import Document

_SPIEGEL = 166
"""The width of the text on the page, in millimetres."""


def als_word(document: Document) -> bytes:
    """The .docx; equal input gives equal bytes."""
    from docx import Document as Word
    from docx.shared import Mm, Pt

    bestand = Word(io.BytesIO(document.stijl.briefpapier)) if document.stijl.briefpapier else Word()
    if not document.stijl.briefpapier:
        bladspiegel = bestand.sections[0]
        bladspiegel.page_width, bladspiegel.page_height = Mm(210), Mm(297)
        bladspiegel.left_margin = bladspiegel.right_margin = Mm(22)
        bestand.styles["Normal"].font.name, bestand.styles["Normal"].font.size = document.stijl.lettertype, Pt(10)
        _koppen(bestand, document)
        bladspiegel.header.paragraphs[0].text = document.afzender
        bladspiegel.footer.paragraphs[0].text = document.stijl.voettekst
    _taal(bestand)
    if document.concept:
        bestand.sections[0].header.paragraphs[0].add_run("   CONCEPT").bold = True
    if document.briefhoofd:
        _briefhoofd(bestand, document)
    for blok in document.blokken:
        _blok(bestand, blok)
    eigen, moment = bestand.core_properties, datetime(document.datum.year, document.datum.month, document.datum.day, tzinfo=UTC)
    eigen.title, eigen.author, eigen.last_modified_by, eigen.comments = document.titel[:250], document.afzender[:250], document.afzender[:250], ""
    eigen.created = eigen.modified = moment
    uit = io.BytesIO()
    bestand.save(uit)
    return _zonder_tijd(uit.getvalue())


def _koppen(bestand: Any, document: Document) -> None:
    """Headings in the font and the colour of the house."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    for niveau in range(1, 5):
        letter = bestand.styles[f"Heading {niveau}"].font
        letter.name, letter.color.rgb = document.stijl.lettertype, RGBColor.from_string(document.stijl.kleur.lstrip("#").upper())
        letter.element.rPr.rFonts.attrib.update({qn(f"w:{soort}"): document.stijl.lettertype for soort in ("ascii", "hAnsi")})
        for soort in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            letter.element.rPr.rFonts.attrib.pop(qn(f"w:{soort}"), None)


def _briefhoofd(bestand: Any, document: Document) -> None:
    hoofd = document.briefhoofd
    assert hoofd is not None
    alinea = bestand.add_paragraph()
    for regel in (hoofd.verzendwijze, *hoofd.aan):
        alinea.add_run(regel).add_break()
    tabel = bestand.add_table(rows=0, cols=2)
    for naam, waarde in hoofd.velden:
        rij = tabel.add_row().cells
        rij[0].text, rij[1].text = naam, waarde
    _breedten(tabel, (1, 4))
    bestand.add_paragraph()


def _blok(ouder: Any, blok: Blok, stijl: str | None = None) -> None:
    match blok["soort"]:
        case "kop":
            _regel(ouder.add_paragraph(style=f"Heading {min(blok['niveau'], 4)}"), blok["stukjes"])
        case "alinea":
            _regel(ouder.add_paragraph(style=stijl), blok["stukjes"])
        case "citaat":
            for deel in blok["blokken"]:
                _blok(ouder, deel, "Quote")
        case "lijst":
            _lijst(ouder, blok)
        case "tabel":
            _tabel(ouder, blok)
        case _:
            ouder.add_page_break()


def _lijst(ouder: Any, blok: Blok) -> None:
    stijl = "List Number" if blok["genummerd"] else "List Bullet"
    nummering = _nummering(ouder, stijl, blok["begin"]) if blok["genummerd"] else None
    for item in blok["items"]:
        for plaats, deel in enumerate(item):
            if plaats == 0 and deel["soort"] == "alinea":
                alinea = ouder.add_paragraph(style=stijl)
                if nummering is not None:
                    alinea._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = nummering  # noqa: SLF001 - the library has no name for it
                _regel(alinea, deel["stukjes"])
            else:
                _blok(ouder, deel, "List Continue")


def _nummering(ouder: Any, stijl: str, begin: int) -> int | None:
    """A numbering of its own for one list, so that it starts where it should; None where the letterhead has none."""
    eigenschappen = ouder.styles[stijl].element.pPr
    if eigenschappen is None or eigenschappen.numPr is None or eigenschappen.numPr.numId is None:
        return None
    deel = ouder.part.numbering_part.element
    soort = deel.num_having_numId(eigenschappen.numPr.numId.val).abstractNumId.val
    nieuw = deel.add_num(soort)
    nieuw.add_lvlOverride(ilvl=0).add_startOverride(begin)
    return int(nieuw.numId)


def _tabel(ouder: Any, blok: Blok) -> None:
    from docx.oxml import OxmlElement

    tabel = ouder.add_table(rows=1, cols=len(blok["kop"]), style="Table Grid")
    for cel, stukjes in zip(tabel.rows[0].cells, blok["kop"], strict=True):
        _regel(cel.paragraphs[0], [{**stukje, "vet": True} for stukje in stukjes])
    tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the library has no name for it
    for rij in blok["rijen"]:
        for cel, stukjes in zip(tabel.add_row().cells, rij, strict=False):
            _regel(cel.paragraphs[0], stukjes)
    _breedten(tabel, kolombreedten(blok))
    ouder.add_paragraph()


def _breedten(tabel: Any, delen: Sequence[int]) -> None:
    """Give every column its part of the page."""
    from docx.shared import Mm

    tabel.autofit = False
    for kolom, deel in zip(tabel.columns, delen, strict=True):
        kolom.width = Mm(_SPIEGEL * deel / sum(delen))
        for cel in kolom.cells:  # Word reads the cells, LibreOffice the column
            cel.width = kolom.width


def _regel(alinea: Any, stukjes: Sequence[Stukje]) -> None:
    for stukje in stukjes:
        if stukje.get("br"):
            alinea.add_run().add_break()
            continue
        run = alinea.add_run(stukje["tekst"])
        run.bold, run.italic = stukje.get("vet") or None, stukje.get("cursief") or None


def _taal(bestand: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    eigenschappen = bestand.styles["Normal"].element.get_or_add_rPr()
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), "nl-NL")
    eigenschappen.append(taal)


def _zonder_tijd(inhoud: bytes) -> bytes:
    """The same zip with fixed dates inside."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0)), oud.read(naam), zipfile.ZIP_DEFLATED)
    return uit.getvalue()


def lees_tekst(inhoud: bytes) -> str:
    """All text of a .docx, in its order, tables too."""
    from docx import Document as Word
    from docx.oxml.ns import qn

    regels = []
    for alinea in Word(io.BytesIO(inhoud)).element.body.iter(qn("w:p")):
        delen = [deel.text or "" if deel.tag == qn("w:t") else " " for deel in alinea.iter(qn("w:t"), qn("w:br"), qn("w:tab"))]
        regels.append("".join(delen))
    return "\n".join(regels)
