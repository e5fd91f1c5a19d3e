"""Floor 6, word: a document for Word.

With named styles, on the letterhead of the organisation where it has one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from clm_cli.documents.blokken import Blok, Stukje, kolombreedten, slotdeel
from clm_cli.documents.document import Document, Stijl
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.documents.briefpapier import Bevinding


def als_word(document: Document) -> bytes:
    """The .docx; equal input gives equal bytes.

    Raises ClmFout for a letterhead that cannot be used.
    """
    from clm_cli.documents import briefpapier
    from clm_cli.documents.word import brief as wordbrief
    from clm_cli.documents.word import stijl as wordstijl

    huis = document.stijl
    if huis.briefpapier:
        bestand = open_papier(huis.briefpapier)
        wordstijl.vul_stijlen_aan(bestand, huis)
        plaats = briefpapier.vul(bestand, document)
    else:
        bestand = wordstijl.eigen(huis, brief=document.opmaak == "brief")
        wordbrief.kop_en_voet(bestand, document.afzender, huis.voettekst)
        plaats = briefpapier.Plaatsing(None, frozenset())
    wordstijl.maak_nederlands(bestand)
    if document.concept:
        wordbrief.merk_concept(bestand)
    lijf = bestand.element.body
    al_daar = set(lijf)
    _tekst(bestand, document, plaats.getoond)
    if plaats.inhoud is not None:
        for deel in [d for d in lijf if d not in al_daar]:
            plaats.inhoud.addprevious(deel)
        _weg(plaats.inhoud)
    return _bewaar(bestand, document)


def _bewaar(bestand: Any, document: Document) -> bytes:
    eigen, moment = (
        bestand.core_properties,
        datetime(document.datum.year, document.datum.month, document.datum.day, tzinfo=UTC),
    )
    eigen.title, eigen.author, eigen.last_modified_by, eigen.comments = (
        document.titel[:250],
        document.afzender[:250],
        document.afzender[:250],
        "",
    )
    eigen.created, eigen.modified, eigen.language = moment, moment, "nl-NL"
    uit = io.BytesIO()
    bestand.save(uit)
    return _zonder_tijd(uit.getvalue())


def open_papier(inhoud: bytes) -> Any:
    """A letterhead, opened. Raises ClmFout when it is no Word document, or one with macros."""
    from docx import Document as Word

    nu = "sla het in Word op als Word-document (.docx)"
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            macros = any(
                naam.lower().endswith("vbaproject.bin") for naam in pak.namelist()
            ) or b"macroEnabled" in pak.read("[Content_Types].xml")
        bestand = None if macros else Word(io.BytesIO(inhoud))
    except Exception:  # noqa: BLE001 - the library leaks many kinds of errors on a broken file
        raise ClmFout("Het briefpapier is geen Word-document dat te lezen is.", nu=nu) from None
    if bestand is None:
        raise ClmFout(
            "Het briefpapier bevat macro's; die voert clm niet uit en neemt het niet over.", nu=nu
        )
    return bestand


def mist_stijlen(document: Document) -> tuple[str, ...]:
    """The named styles that this document uses and its letterhead lacks; clm puts in its own."""
    from clm_cli.documents.word.stijl import ontbrekende_stijlen

    papier = document.stijl.briefpapier
    nodig = set(_stijlen(document.blokken))
    return (
        tuple(naam for naam in ontbrekende_stijlen(open_papier(papier)) if naam in nodig)
        if papier
        else ()
    )


def _stijlen(blokken: Sequence[Blok]) -> Iterator[str]:
    for blok in blokken:
        match blok["soort"]:
            case "kop":
                yield f"Heading {min(blok['niveau'], 4)}"
            case "citaat":
                yield "Quote"
                yield from _stijlen(blok["blokken"])
            case "tabel":
                yield "Table Grid"
            case "lijst":
                yield "List Number" if blok["genummerd"] else "List Bullet"
                for item in blok["items"]:
                    yield from ("List Continue" for _ in item[1:2])
                    yield from _stijlen(item)


def bekijk_papier(papier: bytes) -> list[Bevinding]:
    """All that is wrong with a letterhead. Raises ClmFout when it cannot be read at all."""
    from clm_cli.documents import briefpapier
    from clm_cli.documents.word import stijl as wordstijl

    bestand = open_papier(papier)
    return briefpapier.controleer(bestand, wordstijl.ontbrekende_stijlen(bestand))


def begin_papier(huis: Stijl, organisatie: str, dag: date) -> bytes:
    """A letterhead to start from: the house style, with every field of a letter in its place."""
    from clm_cli.documents.briefpapier import BEGIN
    from clm_cli.documents.word import brief as wordbrief
    from clm_cli.documents.word import stijl as wordstijl

    bestand = wordstijl.eigen(huis, brief=True)
    wordbrief.kop_en_voet(bestand, "{{ organisatie }}", huis.voettekst)
    wordstijl.maak_nederlands(bestand)
    wordbrief.adres(bestand, huis, BEGIN.aan)
    wordbrief.velden(bestand, BEGIN.velden, huis.kleur)
    bestand.add_paragraph("{{ inhoud }}")
    return _bewaar(bestand, Document("Briefpapier", dag, organisatie, [], ""))


def _weg(alinea: Any) -> None:
    """Take out the paragraph that stood for the text.

    A cell keeps its last one, and a section its end.
    """
    from docx.oxml.ns import qn

    volgt = alinea.getnext()
    if alinea.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None and not (
        alinea.getparent().tag == qn("w:tc") and volgt is None
    ):
        alinea.getparent().remove(alinea)
        return
    for deel in list(alinea.iter(qn("w:r"))):
        deel.getparent().remove(deel)


def _tekst(bestand: Any, document: Document, getoond: frozenset[str]) -> None:
    """The head of the letter, as far as the letterhead does not show it already.

    And the text itself.
    """
    from clm_cli.documents.word import brief as wordbrief

    hoofd = document.briefhoofd
    if hoofd:
        if "adres" not in getoond:
            wordbrief.adres(bestand, document.stijl, hoofd.adres, hoofd.verzendwijze.upper())
        rest = [
            (naam, waarde)
            for naam, waarde in hoofd.velden
            if naam.lower().replace(" ", "_") not in getoond
        ]
        if rest:
            wordbrief.velden(bestand, rest, document.stijl.kleur)
    nieuw_blad = False
    begin, einde = slotdeel(document.blokken)
    slot: list[Any] = []
    for plaats, blok in enumerate(document.blokken):
        if blok["soort"] == "blad":
            nieuw_blad = True
            continue
        eerder = len(bestand.paragraphs) if begin <= plaats < einde else 0
        if nieuw_blad and blok["soort"] in ("kop", "alinea"):
            _blok(bestand, blok)
            bestand.paragraphs[-1].paragraph_format.page_break_before = True
        else:
            if nieuw_blad:
                bestand.add_page_break()
            _blok(bestand, blok)
        nieuw_blad = False
        if begin <= plaats < einde:
            slot += bestand.paragraphs[eerder:]
    for alinea in slot:  # no signature stands alone on a page, and no list of annexes without it
        vorm = alinea.paragraph_format
        vorm.keep_together, vorm.keep_with_next = True, alinea is not slot[-1]


def _blok(ouder: Any, blok: Blok, stijl: str | None = None) -> None:
    match blok["soort"]:
        case "kop":
            kop = ouder.add_paragraph(style=f"Heading {min(blok['niveau'], 4)}")
            kop.paragraph_format.keep_with_next = True
            _regel(kop, blok["stukjes"])
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
    from clm_cli.documents.word.stijl import nummering

    stijl = "List Number" if blok["genummerd"] else "List Bullet"
    eigen = nummering(ouder, stijl, genummerd=blok["genummerd"], begin=blok["begin"])
    for item in blok["items"]:
        for plaats, deel in enumerate(item):
            if plaats == 0 and deel["soort"] == "alinea":
                alinea = ouder.add_paragraph(style=stijl)
                if eigen is not None:
                    # the library has no name for it
                    alinea._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = eigen  # noqa: SLF001
                _regel(alinea, deel["stukjes"])
            else:
                _blok(ouder, deel, "List Continue")


def _tabel(ouder: Any, blok: Blok) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    from clm_cli.documents.word import brief as wordbrief

    tabel = ouder.add_table(rows=1, cols=len(blok["kop"]), style="Table Grid")
    for cel, stukjes in zip(tabel.rows[0].cells, blok["kop"], strict=True):
        _regel(cel.paragraphs[0], [{**stukje, "vet": True} for stukje in stukjes])
    for rij in blok["rijen"]:
        for cel, stukjes in zip(tabel.add_row().cells, rij, strict=False):
            _regel(cel.paragraphs[0], stukjes)
    for cel in (c for rij in tabel.rows for c in rij.cells):
        cel.paragraphs[0].paragraph_format.space_before = cel.paragraphs[
            0
        ].paragraph_format.space_after = Pt(2)
    for nummer, rij in enumerate(tabel.rows):
        eigenschappen = rij._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no name for it
        eigenschappen.append(OxmlElement("w:cantSplit"))
        if nummer == 0:
            eigenschappen.append(OxmlElement("w:tblHeader"))
    wordbrief.breedten(ouder, tabel, kolombreedten(blok))
    ouder.add_paragraph().paragraph_format.space_after = 0


def _regel(alinea: Any, stukjes: Sequence[Stukje]) -> None:
    for stukje in stukjes:
        if stukje.get("br"):
            alinea.add_run().add_break()
            continue
        if "keuze" in stukje:
            alinea._p.append(_keuzelijst(stukje))  # noqa: SLF001 - the library has no name for it
            continue
        run = alinea.add_run(stukje["tekst"])
        run.bold, run.italic = stukje.get("vet") or None, stukje.get("cursief") or None


_KEUZELIJST = """<w:sdt {ns}><w:sdtPr>{leeg}<w:comboBox>{keuzen}</w:comboBox></w:sdtPr>
<w:sdtContent><w:r><w:rPr>{stijl}</w:rPr>
<w:t xml:space="preserve">{tekst}</w:t></w:r></w:sdtContent></w:sdt>"""


def _keuzelijst(stukje: Stukje) -> Any:
    """A place to choose from a list, or to type something else."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

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


def _zonder_tijd(inhoud: bytes) -> bytes:
    """The same zip with fixed dates inside."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as oud,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw,
    ):
        for naam in oud.namelist():
            nieuw.writestr(
                zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0)), oud.read(naam), zipfile.ZIP_DEFLATED
            )
    return uit.getvalue()
