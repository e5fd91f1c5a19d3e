"""Floor 6, brief: what stands around the text: head, foot, address, reference lines."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress

from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor

from clm_cli.documents.blokken import vaste
from clm_cli.documents.briefpapier.alineas import Bestand, Element
from clm_cli.documents.document import Stijl
from clm_cli.documents.pdf import als_png
from clm_cli.meldingen import ClmFout

_MM = 36_000
"""Word's units in a millimetre."""
_NA_KADER = tuple(
    f"w:{naam}"
    for naam in (
        "widowControl",
        "numPr",
        "suppressLineNumbers",
        "pBdr",
        "shd",
        "tabs",
        "suppressAutoHyphens",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "bidi",
        "adjustRightInd",
        "snapToGrid",
        "spacing",
        "ind",
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
        "sectPr",
        "pPrChange",
    )
)
"""What comes after a frame among the properties of a paragraph."""
_LOGO_BOVEN, _LOGO_HOOG = 8, 14
"""Where the logo stands below the edge, and its height, as in the PDF; in millimetres."""
_VENSTER_BREED, _VENSTER_HOOG = 85, 38
"""The address in the window of the envelope, in millimetres."""
_KADER = """<w:framePr {ns} w:w="{breed}" w:hRule="auto" w:hSpace="0"
 w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{links}" w:y="{boven}"/>"""
_PAGINA = """<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> {veld} </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>"""


def kop_en_voet(bestand: Bestand, kop: str, voet: str) -> None:
    """The sender above every page; the footer with page x of y beneath."""
    blad = bestand.sections[0]
    _kop(blad.header.paragraphs[0], kop)
    _voet(bestand, blad.footer.paragraphs[0], voet)


def eerste_blad(bestand: Bestand, huis: Stijl, kop: str, bladregel: str) -> None:
    """The first page has the logo above it, each next one the reference and day of the letter."""
    blad = bestand.sections[0]
    blad.different_first_page_header_footer = True
    boven, vervolg = blad.first_page_header.paragraphs[0], blad.header.paragraphs[0]
    _kop(boven, kop)
    _voet(bestand, blad.first_page_footer.paragraphs[0], huis.voettekst)
    _rechts(bestand, boven)
    if huis.logo:
        blad.header_distance = Mm(_LOGO_BOVEN)
        _logo(boven, huis.logo, kop)
    _rechts(bestand, vervolg)
    vervolg.add_run(f"\t{bladregel}").font.size = Pt(8.5)


def _logo(alinea: Element, svg: str, naam: str) -> None:
    """The logo at the right; where no picture can be made of it the page goes without."""
    with suppress(ClmFout):
        beeld = als_png(svg)
        vorm = alinea.add_run("\t").add_picture(io.BytesIO(beeld), height=Mm(_LOGO_HOOG))
        vorm._inline.docPr.set("descr", naam)  # noqa: SLF001 - the library has no name for it


def _kop(alinea: Element, kop: str) -> None:
    letters = alinea.add_run(kop)
    letters.bold, letters.font.size = True, Pt(8.5)


def _rechts(bestand: Bestand, alinea: Element) -> None:
    """One tab, at the right edge of the text."""
    tabs = alinea.paragraph_format.tab_stops
    for stijltab in list(alinea.style.paragraph_format.tab_stops):
        tabs.add_tab_stop(stijltab.position, WD_TAB_ALIGNMENT.CLEAR)
    tabs.add_tab_stop(Mm(breedte(bestand)), WD_TAB_ALIGNMENT.RIGHT)


def _voet(bestand: Bestand, alinea: Element, voet: str) -> None:
    _rechts(bestand, alinea)
    alinea.style.font.size, alinea.style.font.color.rgb = Pt(8), RGBColor(0x55, 0x55, 0x55)
    alinea.add_run(f"{voet}\tPagina ")
    for veld, erna in (("PAGE", " van "), ("NUMPAGES", "")):
        for stuk in list(parse_xml(f"<w:p {nsdecls('w')}>{_PAGINA.format(veld=veld)}</w:p>")):
            alinea._p.append(stuk)  # noqa: SLF001 - the library has no name for it
        alinea.add_run(erna)


def breedte(bestand: Bestand) -> int:
    """The width of the text on the page, in millimetres."""
    blad = bestand.sections[-1]
    return int(
        ((blad.page_width or 210 * _MM) - (blad.left_margin or 0) - (blad.right_margin or 0)) / _MM
    )


def breedten(ouder: Element, tabel: Element, delen: Sequence[float]) -> None:
    """Give every column its part of the page."""
    tabel.autofit = False
    for kolom, deel in zip(tabel.columns, delen, strict=True):
        kolom.width = Mm(breedte(ouder) * deel / sum(delen))
        for cel in kolom.cells:  # Word reads the cells, LibreOffice the column
            cel.width = kolom.width


def merk_concept(bestand: Bestand) -> None:
    """CONCEPT above every page, whichever header that page has."""
    for nummer, blad in enumerate(bestand.sections):
        koppen = [
            blad.header,
            *([blad.first_page_header] if blad.different_first_page_header_footer else []),
        ]
        koppen += (
            [blad.even_page_header] if bestand.settings.odd_and_even_pages_header_footer else []
        )
        for kop in koppen:
            if nummer and kop.is_linked_to_previous:
                continue
            merk = (kop.paragraphs or [kop.add_paragraph()])[0].add_run("   CONCEPT")
            merk.bold, merk.font.color.rgb = True, RGBColor(0xA0, 0, 0)


def adres(bestand: Bestand, huis: Stijl, regels: Sequence[str], vet: str = "") -> None:
    """The address in the window of the envelope: a frame there, and room for it in the text."""
    kader = _KADER.format(
        ns=nsdecls("w"),
        breed=_twips(_VENSTER_BREED),
        links=_twips(huis.venster_links_mm),
        boven=_twips(huis.venster_boven_mm),
    )
    for nummer, regel in enumerate(filter(None, (huis.afzenderregel, *regels))):
        alinea = bestand.add_paragraph()
        alinea.paragraph_format.space_after = Pt(0)
        # the library has no name for it
        vorm = alinea._p.get_or_add_pPr()  # noqa: SLF001
        vorm.insert_element_before(parse_xml(kader), *_NA_KADER)
        letters = alinea.add_run(regel)
        if nummer == 0 and huis.afzenderregel:
            letters.font.size = Pt(7)
        elif regel == vet:
            letters.bold = True
    # A long name takes the room that it needs.
    hoog = max(
        _VENSTER_HOOG, 5 * sum(1 + len(regel) // 42 for regel in (huis.afzenderregel, *regels))
    )
    ruimte = huis.venster_boven_mm + hoog - int((bestand.sections[0].top_margin or 0) / _MM)
    leeg = bestand.add_paragraph().paragraph_format
    leeg.space_after, leeg.line_spacing_rule, leeg.line_spacing = (
        Pt(0),
        WD_LINE_SPACING.EXACTLY,
        Mm(max(ruimte, 5)),
    )


def _twips(mm: int) -> int:
    return round(mm * 1440 / 25.4)


def velden(bestand: Bestand, rijen: Sequence[tuple[str, str]], kleur: str) -> None:
    """The reference lines."""
    tabel = bestand.add_table(rows=0, cols=2)
    for naam, waarde in rijen:
        rij = tabel.add_row().cells
        rij[0].paragraphs[0].add_run(naam).font.color.rgb = RGBColor.from_string(
            kleur.lstrip("#").upper()
        )
        zet_tekst(rij[1].paragraphs[0], waarde)
        for cel in rij:
            cel.paragraphs[0].paragraph_format.space_after = Pt(0)
    breedten(bestand, tabel, (34, max(breedte(bestand) - 34, 34)))
    bestand.add_paragraph().paragraph_format.space_after = Pt(0)


def zet_tekst(alinea: Element, tekst: str) -> Element:
    """A run in which no day, amount, share, article or number is broken over two lines."""
    run = alinea.add_run()
    for nummer, deel in enumerate(vaste(tekst)):
        if nummer % 2 == 0:
            run.add_text(deel)
            continue
        for plek, stuk in enumerate(deel.replace(" ", "\u00a0").split("-")):
            if plek:
                run._r.append(OxmlElement("w:noBreakHyphen"))  # noqa: SLF001 - it has no name there
            run.add_text(stuk)
    return run
