"""Floor 6, bestand: a document for Word, on the letterhead of the organisation where it has one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from docx import Document as Word
from docx.oxml.ns import qn

from clm_cli.documents.blokken import Blok, inleiding, slotdeel
from clm_cli.documents.briefpapier.alineas import Bestand, Element
from clm_cli.documents.briefpapier.controle import Bevinding, controleer
from clm_cli.documents.briefpapier.velden import BEGIN
from clm_cli.documents.briefpapier.vullen import Plaatsing, vul
from clm_cli.documents.document import Document, Stijl
from clm_cli.documents.vasttijd import zonder_tijd
from clm_cli.documents.word import brief as wordbrief
from clm_cli.documents.word import stijl as wordstijl
from clm_cli.documents.word.blokken import zet_blok
from clm_cli.meldingen import ClmFout
from clm_cli.xmldeel import open_pak, te_vol

_UITGEPAKT, _MEESTE_MERKEN = 30 << 20, 200_000
"""The bytes of a letterhead, unpacked, and the marks of a part of it."""


def als_word(document: Document) -> bytes:
    """The .docx; equal input gives equal bytes.

    Raises ClmFout for a letterhead that cannot be used.
    """
    huis = document.stijl
    if huis.briefpapier:
        bestand = open_papier(huis.briefpapier)
        wordstijl.vul_stijlen_aan(bestand, huis)
        plaats = vul(bestand, document)
    else:
        bestand = wordstijl.eigen(huis, brief=document.opmaak == "brief")
        wordbrief.kop_en_voet(bestand, document.afzender, huis.voettekst)
        if document.briefhoofd:
            wordbrief.eerste_blad(bestand, huis, document.afzender, document.briefhoofd.bladregel)
        plaats = Plaatsing(None, frozenset())
    wordstijl.maak_nederlands(bestand)
    if document.concept:
        wordbrief.merk_concept(bestand)
    lijf = bestand.element.body
    al_daar = set(lijf)
    _hoofd(bestand, document, plaats.getoond)
    _tekst(bestand, document)
    if plaats.inhoud is not None:
        for deel in [d for d in lijf if d not in al_daar]:
            plaats.inhoud.addprevious(deel)
        _weg(plaats.inhoud)
    return _bewaar(bestand, document)


def _weg(alinea: Element) -> None:
    """Take out the paragraph of the text; a cell keeps its last one, and a section its end."""
    ouder, is_slot = alinea.getparent(), alinea.getnext() is None
    heeft_sectie = alinea.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    if not heeft_sectie and not (ouder.tag == qn("w:tc") and is_slot):
        ouder.remove(alinea)
        return
    for deel in list(alinea.iter(qn("w:r"))):
        deel.getparent().remove(deel)


def _hoofd(bestand: Bestand, document: Document, getoond: frozenset[str]) -> None:
    """The head of the letter, as far as the letterhead does not show it already."""
    hoofd = document.briefhoofd
    if hoofd is None:
        return
    if "adres" not in getoond:
        wordbrief.adres(bestand, document.stijl, hoofd.adres, hoofd.verzendwijze.upper())
    rest = [
        (naam, waarde)
        for naam, waarde in hoofd.velden
        if naam.lower().replace(" ", "_") not in getoond
    ]
    if rest:
        wordbrief.velden(bestand, rest, document.stijl.kleur)


def _tekst(bestand: Bestand, document: Document) -> None:
    """The text itself; no signature stands alone on a page, no list of annexes without it."""
    nieuw_blad = False
    begin, einde = slotdeel(document.blokken)
    slot: list[Element] = []
    for plaats, blok in enumerate(document.blokken):
        erbij = inleiding(document.blokken, plaats)
        if blok["soort"] == "blad":
            nieuw_blad = True
            continue
        in_slot = begin <= plaats < einde
        eerder = len(bestand.paragraphs) if in_slot else 0
        if nieuw_blad and blok["soort"] in ("kop", "alinea"):
            zet_blok(bestand, blok)
            bestand.paragraphs[-1].paragraph_format.page_break_before = True
        else:
            if nieuw_blad:
                bestand.add_page_break()
            zet_blok(bestand, blok)
        nieuw_blad = False
        if erbij:
            bestand.paragraphs[-1].paragraph_format.keep_with_next = True
        slot += bestand.paragraphs[eerder:] if in_slot else []
    for alinea in slot:
        vorm = alinea.paragraph_format
        vorm.keep_together, vorm.keep_with_next = True, alinea is not slot[-1]


def _bewaar(bestand: Bestand, document: Document) -> bytes:
    """The bytes, with the day of the document as the moment it was made."""
    dag, eigen = document.datum, bestand.core_properties
    moment = datetime(dag.year, dag.month, dag.day, tzinfo=UTC)
    eigen.title = document.titel[:250]
    eigen.author = eigen.last_modified_by = document.afzender[:250]
    eigen.comments = ""
    eigen.created, eigen.modified, eigen.language = moment, moment, "nl-NL"
    uit = io.BytesIO()
    bestand.save(uit)
    return zonder_tijd(uit.getvalue())


def _past(pak: zipfile.ZipFile) -> None:
    """Raises ValueError for more than a letterhead has: the library reads all of it at once."""
    if sum(deel.file_size for deel in pak.infolist()) > _UITGEPAKT:
        raise ValueError
    for deel in pak.infolist():
        inhoud = pak.read(deel)
        if inhoud.count(b"<") > _MEESTE_MERKEN or te_vol(inhoud):
            raise ValueError


def open_papier(inhoud: bytes) -> Bestand:
    """A letterhead, opened. Raises ClmFout when it is no Word document, or one with macros."""
    nu = "sla het in Word op als Word-document (.docx)"
    try:
        with open_pak(inhoud) as pak:
            _past(pak)
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
    papier = document.stijl.briefpapier
    nodig = set(_stijlen(document.blokken))
    return (
        tuple(naam for naam in wordstijl.ontbrekende_stijlen(open_papier(papier)) if naam in nodig)
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
    bestand = open_papier(papier)
    return controleer(bestand, wordstijl.ontbrekende_stijlen(bestand))


def begin_papier(huis: Stijl, organisatie: str, dag: date) -> bytes:
    """A letterhead to start from: the house style, with every field of a letter in its place."""
    bestand = wordstijl.eigen(huis, brief=True)
    wordbrief.kop_en_voet(bestand, "{{ organisatie }}", huis.voettekst)
    wordbrief.eerste_blad(bestand, huis, "{{ organisatie }}", "{{ ons_kenmerk }}, {{ datum }}")
    wordstijl.maak_nederlands(bestand)
    wordbrief.adres(bestand, huis, BEGIN.aan)
    wordbrief.velden(bestand, BEGIN.velden, huis.kleur)
    bestand.add_paragraph("{{ inhoud }}")
    return _bewaar(bestand, Document("Briefpapier", dag, organisatie, [], ""))
