"""Floor 6, blokken: the blocks of a document as paragraphs, lists and tables in Word."""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from clm_cli.documents.blokken import Blok, Stukje
from clm_cli.documents.briefpapier.alineas import Element
from clm_cli.documents.pdf import als_png
from clm_cli.documents.tabelbreedte import blijft_heel, kolombreedten
from clm_cli.documents.word.brief import breedten, zet_tekst
from clm_cli.documents.word.stijl import nummering
from clm_cli.meldingen import ClmFout


def zet_blok(ouder: Element, blok: Blok, stijl: str | None = None) -> None:
    """One block behind what is there already."""
    match blok["soort"]:
        case "kop":
            kop = ouder.add_paragraph(style=f"Heading {min(blok['niveau'], 4)}")
            kop.paragraph_format.keep_with_next = True
            _regel(kop, blok["stukjes"])
        case "alinea":
            _regel(ouder.add_paragraph(style=stijl), blok["stukjes"])
        case "citaat":
            for deel in blok["blokken"]:
                zet_blok(ouder, deel, "Quote")
        case "lijst":
            _lijst(ouder, blok)
        case "tabel":
            _tabel(ouder, blok)
        case "figuur":
            _figuur(ouder, blok)
        case _:
            ouder.add_page_break()


def _figuur(ouder: Element, blok: Blok) -> None:
    """A picture with its description; where it cannot be made the description stands alone."""
    alinea = ouder.add_paragraph()
    try:
        beeld = als_png(blok["svg"])
    except ClmFout:
        return
    ruimte = ouder.sections[-1]
    breedte = ruimte.page_width - ruimte.left_margin - ruimte.right_margin
    vorm = alinea.add_run().add_picture(io.BytesIO(beeld), width=breedte)
    vorm._inline.docPr.set("descr", blok["alt"])  # noqa: SLF001 - the library has no name for it


def _lijst(ouder: Element, blok: Blok) -> None:
    stijl = "List Number" if blok["genummerd"] else "List Bullet"
    eigen = nummering(ouder, stijl, genummerd=blok["genummerd"], begin=blok["begin"])
    for item in blok["items"]:
        for plaats, deel in enumerate(item):
            if plaats == 0 and deel["soort"] == "alinea":
                alinea = ouder.add_paragraph(style=stijl)
                if eigen is not None:
                    # the library has no name for it
                    vorm = alinea._p.get_or_add_pPr()  # noqa: SLF001
                    vorm.get_or_add_numPr().get_or_add_numId().val = eigen
                _regel(alinea, deel["stukjes"])
            else:
                zet_blok(ouder, deel, "List Continue")


def _tabel(ouder: Element, blok: Blok) -> None:
    tabel = ouder.add_table(rows=1, cols=len(blok["kop"]), style="Table Grid")
    for cel, stukjes in zip(tabel.rows[0].cells, blok["kop"], strict=True):
        _regel(cel.paragraphs[0], [stukje | {"vet": True} for stukje in stukjes])
    for rij in blok["rijen"]:
        for cel, stukjes in zip(tabel.add_row().cells, rij, strict=False):
            _regel(cel.paragraphs[0], stukjes)
    for alinea in (cel.paragraphs[0] for rij in tabel.rows for cel in rij.cells):
        vorm = alinea.paragraph_format
        vorm.space_before = vorm.space_after = Pt(2)
        for run in alinea.runs:  # the size of the basic style wins from that of a table
            run.font.size = Pt(9)
    for nummer, rij in enumerate(tabel.rows):
        eigenschappen = rij._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no name for it
        eigenschappen.append(OxmlElement("w:cantSplit"))
        if nummer == 0:
            eigenschappen.append(OxmlElement("w:tblHeader"))
    if blijft_heel(blok):
        for cel in (cel for rij in tabel.rows[:-1] for cel in rij.cells):
            cel.paragraphs[0].paragraph_format.keep_with_next = True
    breedten(ouder, tabel, kolombreedten(blok))
    ouder.add_paragraph().paragraph_format.space_after = 0


def _regel(alinea: Element, stukjes: Sequence[Stukje]) -> None:
    for stukje in stukjes:
        if stukje.get("br"):
            alinea.add_run().add_break()
            continue
        if "keuze" in stukje:
            alinea._p.append(_keuzelijst(stukje))  # noqa: SLF001 - the library has no name for it
            continue
        run = zet_tekst(alinea, stukje["tekst"])
        run.bold, run.italic = stukje.get("vet") or None, stukje.get("cursief") or None


_KEUZELIJST = """<w:sdt {ns}><w:sdtPr>{leeg}<w:comboBox>{keuzen}</w:comboBox></w:sdtPr>
<w:sdtContent><w:r><w:rPr>{stijl}</w:rPr>
<w:t xml:space="preserve">{tekst}</w:t></w:r></w:sdtContent></w:sdt>"""


def _keuzelijst(stukje: Stukje) -> Element:
    """A place to choose from a list, or to type something else."""
    keuzen = "".join(
        f"<w:listItem w:displayText={quoteattr(keuze)} w:value={quoteattr(keuze)}/>"
        for keuze in stukje["keuze"]
    )
    open_ = not stukje["tekst"]
    return parse_xml(
        _KEUZELIJST.format(
            ns=nsdecls("w"),
            leeg="<w:showingPlcHdr/>" if open_ else "",
            keuzen=keuzen,
            stijl='<w:color w:val="808080"/>' if open_ else "",
            tekst=escape(stukje["tekst"] or "kies"),
        )
    )
