"""Floor 6, stijl: how a Word document looks: clm's own look, and what a letterhead lacks."""

from __future__ import annotations

import copy

from docx import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm, Pt, RGBColor

from clm_cli.documents.briefpapier.alineas import Bestand, Element
from clm_cli.documents.document import Stijl

_ALINEA, _TABEL = WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.TABLE
STIJLEN = {
    **{f"Heading {niveau}": _ALINEA for niveau in range(1, 5)},
    "List Bullet": _ALINEA,
    "List Number": _ALINEA,
    "List Continue": _ALINEA,
    "Quote": _ALINEA,
    "Table Grid": _TABEL,
}
"""The named styles that a document uses."""
_GRIJS = "BBBBBB"
_TABELLIJNEN = """<w:tblBorders {ns}>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{grijs}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{grijs}"/></w:tblBorders>"""
_KOPRIJ = """<w:tblStylePr {ns} w:type="firstRow"><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{kleur}"/>
</w:tcBorders></w:tcPr></w:tblStylePr>"""
_NUMMERING = """<w:abstractNum {ns} w:abstractNumId="{id}">
<w:multiLevelType w:val="singleLevel"/><w:name w:val="clm-{soort}"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{soort}"/>
<w:lvlText w:val="{teken}"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>"""


def eigen(stijl: Stijl, *, brief: bool) -> Element:
    """An empty document in clm's own look, in the colour of the house."""
    bestand = Word()
    blad, rand = bestand.sections[0], Mm(25 if brief else 22)
    blad.page_width, blad.page_height = Mm(210), Mm(297)
    blad.left_margin = blad.right_margin = rand
    blad.top_margin, blad.bottom_margin, blad.header_distance, blad.footer_distance = (
        Mm(25),
        Mm(25),
        Mm(12),
        Mm(12),
    )
    _geef_uiterlijk(bestand, stijl, brief=brief)
    return bestand


def _geef_uiterlijk(bestand: Bestand, stijl: Stijl, *, brief: bool) -> None:
    gewoon = bestand.styles["Normal"]
    _letter(gewoon, stijl.lettertype, 10)
    gewoon.paragraph_format.space_after, gewoon.paragraph_format.line_spacing = Pt(6), 1.1
    for niveau, grootte in enumerate(
        (10.5, 10.5, 10.5, 10.5) if brief else (15, 11.5, 10.5, 10.5), 1
    ):
        kop = bestand.styles[f"Heading {niveau}"]
        _letter(kop, stijl.lettertype, grootte)
        kop.font.color.rgb, kop.font.italic = (
            RGBColor.from_string(stijl.kleur.lstrip("#").upper()),
            False,
        )
        kop.paragraph_format.space_before, kop.paragraph_format.space_after = Pt(12), Pt(4)
    tabel = bestand.styles["Table Grid"]
    _letter(tabel, stijl.lettertype, 9)
    oud = tabel.element.find(qn("w:tblPr")).find(qn("w:tblBorders"))
    oud.getparent().replace(oud, parse_xml(_TABELLIJNEN.format(ns=nsdecls("w"), grijs=_GRIJS)))
    tabel.element.append(
        parse_xml(_KOPRIJ.format(ns=nsdecls("w"), kleur=stijl.kleur.lstrip("#").upper()))
    )


def _letter(stijl: Element, lettertype: str, grootte: float) -> None:
    """Font and size; a theme's font would win, so it goes."""
    # Word on Windows has no Liberation Sans, and sets Arial, which takes as much room, only by name
    lettertype = "Arial" if lettertype == "Liberation Sans" else lettertype
    stijl.font.name, stijl.font.size = lettertype, Pt(grootte)
    letters = stijl.element.rPr.rFonts
    for soort in ("ascii", "hAnsi", "cs", "eastAsia"):
        letters.set(qn(f"w:{soort}"), lettertype)
        letters.attrib.pop(qn(f"w:{soort}Theme"), None)
    letters.attrib.pop(qn("w:cstheme"), None)


def ontbrekende_stijlen(bestand: Bestand) -> tuple[str, ...]:
    """The named styles that a letterhead does not have, or has for something else."""
    return tuple(naam for naam, soort in STIJLEN.items() if _stijl(bestand, naam, soort) is None)


def _stijl(bestand: Bestand, naam: str, soort: Element) -> Element:
    return next((s for s in bestand.styles if s.name == naam and s.type == soort), None)


def vul_stijlen_aan(bestand: Bestand, huis: Stijl) -> None:
    """Give a letterhead the named styles that it lacks, in the look of clm.

    They build on its own basic style.
    """
    mist = ontbrekende_stijlen(bestand)
    if not mist:
        return
    bron = eigen(huis, brief=True)
    basis = bestand.styles.default(_ALINEA)
    for naam in mist:
        nieuw = copy.deepcopy(bron.styles[naam].element)
        for weg in ("w:link", "w:next", "w:basedOn"):
            if (deel := nieuw.find(qn(weg))) is not None:
                nieuw.remove(deel)
        _zonder_nummering(nieuw)
        bezet = {s.style_id for s in bestand.styles} | {s.name for s in bestand.styles}
        if bron.styles[naam].name in bezet:  # a style of another kind has the name
            for s in list(bestand.styles):
                if s.name == naam:
                    s.element.name_val = f"{naam} (eigen)"
        nieuw.styleId = next(
            id_ for id_ in (nieuw.styleId, f"clm{nieuw.styleId}") if id_ not in bezet
        )
        if STIJLEN[naam] == _ALINEA and basis is not None:
            nieuw.basedOn_val = basis.style_id
        bestand.styles.element.append(nieuw)


def _zonder_nummering(stijl: Element) -> None:
    if stijl.pPr is not None and stijl.pPr.numPr is not None:
        stijl.pPr.remove(stijl.pPr.numPr)


def maak_nederlands(bestand: Bestand) -> None:
    """Dutch as the language of the document and of every style: Word checks the right spelling."""
    stijlen = bestand.styles.element
    begin = stijlen.find(qn("w:docDefaults"))
    if begin is None:
        begin = parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
        )
        stijlen.insert(0, begin)
    if (standaard := begin.find(qn("w:rPrDefault"))) is None:
        standaard = parse_xml(f"<w:rPrDefault {nsdecls('w')}><w:rPr/></w:rPrDefault>")
        begin.insert(0, standaard)
    if (eigenschappen := standaard.find(qn("w:rPr"))) is None:
        eigenschappen = parse_xml(f"<w:rPr {nsdecls('w')}/>")
        standaard.append(eigenschappen)
    if eigenschappen.find(qn("w:lang")) is None:
        eigenschappen.append(parse_xml(f"<w:lang {nsdecls('w')}/>"))
    for taal in stijlen.iter(qn("w:lang")):
        taal.set(qn("w:val"), "nl-NL")


def nummering(bestand: Bestand, stijl: str, *, genummerd: bool, begin: int) -> int | None:
    """The numbering for one list; None where the style has what it needs.

    Numbers get one of their own, so that they start where they should.
    """
    gevonden = bestand.styles[stijl].element.pPr
    nummers = gevonden.numPr if gevonden is not None else None
    van_stijl = nummers.numId.val if nummers is not None and nummers.numId is not None else None
    deel = _nummerdeel(bestand)
    soort = next((num.abstractNumId.val for num in deel.num_lst if num.numId == van_stijl), None)
    if genummerd:
        nieuw = deel.add_num(_eigen_soort(deel, "decimal", "%1.") if soort is None else soort)
        nieuw.add_lvlOverride(ilvl=0).add_startOverride(begin)
        return int(nieuw.numId)
    if soort is not None:
        return None
    soort = _eigen_soort(deel, "bullet", "•")
    bestaand = next((num for num in deel.num_lst if num.abstractNumId.val == soort), None)
    return int((deel.add_num(soort) if bestaand is None else bestaand).numId)


def _nummerdeel(bestand: Bestand) -> Element:
    """The part of the file that holds numberings; a letterhead may have none yet."""
    deel = bestand.part
    if not any(rij.reltype == RELATIONSHIP_TYPE.NUMBERING for rij in deel.rels.values()):
        leeg = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        nieuw = NumberingPart(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, leeg, deel.package
        )
        deel.relate_to(nieuw, RELATIONSHIP_TYPE.NUMBERING)
    return deel.numbering_part.element


def _eigen_soort(deel: Element, soort: str, teken: str) -> int:
    """A kind of numbers or dots, made once."""
    alle = deel.findall(qn("w:abstractNum"))
    for rij in alle:
        naam = rij.find(qn("w:name"))
        if naam is not None and naam.get(qn("w:val")) == f"clm-{soort}":
            return int(rij.get(qn("w:abstractNumId")))
    id_ = max((int(rij.get(qn("w:abstractNumId"))) for rij in alle), default=-1) + 1
    deel.insert(
        deel.index(alle[-1]) + 1 if alle else 0,
        parse_xml(_NUMMERING.format(ns=nsdecls("w"), id=id_, soort=soort, teken=teken)),
    )
    return id_
