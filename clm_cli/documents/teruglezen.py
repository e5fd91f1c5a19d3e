"""Floor 6, teruglezen: the text of a finished document, read again from its own bytes."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from clm_cli.documents.blokken import als_tekst, ontleed
from clm_cli.documents.document import Document
from clm_cli.documents.leesbaar import zonder_celeinden
from clm_cli.documents.word.lezer import lees_word
from clm_cli.documents.zetsel import zetsel
from clm_cli.meldingen import ClmFout
from clm_cli.woorden import tekst_uit

if TYPE_CHECKING:
    from pypdf import PdfReader

# what the library mutters about a damaged file is English; clm says in Dutch what is wrong
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
_MEESTE_BLADEN, _RAND, _MEESTE_HAKEN = 300, 8, 20_000
_MEESTE_TEKENS = 400_000
"""A hundred pages; a longer text is no letter."""
_MEESTE_HERHALING, _LANGSTE_WOORD = 4_000, 2_000
"""So often no word stands in a hundred pages, and no word is so long; comparing would not end."""
_BLADNUMMER = re.compile(r"\b(?:pagina|blad)\s*\d*\s*van\s*\d*\s*$", re.IGNORECASE)
_AANTEKENINGEN = {
    "/FreeText": "een tekst die erop is gezet",
    "/Text": "een opmerking",
    "/StrikeOut": "een doorhaling",
    "/Caret": "een invoeging",
    "/Stamp": "een stempel",
    "/Redact": "een plek die wordt zwart gemaakt",
}
"""What somebody put on a page of a PDF, over the text."""


def lees_stuk(inhoud: bytes, vorm: str, naam: str) -> str:
    """The text of a letter of theirs or ours, with its line ends.

    Raises ClmFout when the file cannot be read.
    """
    if vorm == "docx":
        return niet_te_lang(lees_word(inhoud, naam).gedrukt, naam)
    if vorm == "pdf":
        return niet_te_lang("\n".join(bladen(inhoud, naam)), naam)
    return markdowntekst(niet_te_lang(tekst_uit(inhoud), naam))


def niet_te_lang(tekst: str, naam: str) -> str:
    """The text of a letter, or of a contract. Raises ClmFout where comparing it would not end."""
    woorden = tekst.split()
    vaakst = max(Counter(woorden).values(), default=0)
    langst = max(map(len, woorden), default=0)
    if len(tekst) > _MEESTE_TEKENS or vaakst > _MEESTE_HERHALING or langst > _LANGSTE_WOORD:
        raise ClmFout(
            f"{naam} is te lang om te lezen, of zegt duizenden keren hetzelfde.",
            nu="geef het bestand van het stuk zelf, zonder de bijlagen",
        )
    return tekst


def tekst_van(inhoud: bytes, vorm: str) -> str:
    """The text of a document, with all white space made single."""
    if vorm == "pdf":
        return gewoon("\n".join(bladen(inhoud)))
    if vorm == "docx":
        return gewoon(lees_word(inhoud, invulplekken=True).tekst)
    return gewoon(_html(inhoud) if vorm == "html" else markdowntekst(inhoud.decode()))


def gewoon(tekst: str) -> str:
    """Text with every stretch of white space as one space."""
    return re.sub(r"\s+", " ", tekst).strip()


def markdowntekst(tekst: str) -> str:
    """The text that Markdown says; knotted signs that are no letter stay as they are."""
    if sum(map(tekst.count, "[]*_`")) > _MEESTE_HAKEN:
        return tekst
    return als_tekst(ontleed(zonder_celeinden(tekst)))


def _pdf(inhoud: bytes) -> PdfReader:
    from pypdf import PdfReader  # whatever is written may bring a document, and few bring a PDF

    return PdfReader(io.BytesIO(inhoud))


def bladen(inhoud: bytes, naam: str = "Het bestand") -> list[str]:
    """The text of each page of a PDF. Raises ClmFout when it is none, or endless."""
    try:
        paginas = list(_pdf(inhoud).pages)
        teksten = [blad.extract_text() for blad in paginas[:_MEESTE_BLADEN]]
    except Exception:  # noqa: BLE001 - the library leaks many kinds of errors on a broken file
        raise ClmFout(
            f"{naam} is geen PDF dat te lezen is.",
            nu="open het bestand, bewaar het opnieuw, en probeer het nog eens",
        ) from None
    if len(paginas) > _MEESTE_BLADEN:
        raise ClmFout(
            f"{naam} heeft meer dan {_MEESTE_BLADEN} bladzijden.",
            nu="geef het bestand van de brief zelf, zonder de bijlagen",
        )
    return teksten


def aantekeningen(inhoud: bytes) -> tuple[str, ...]:
    """What was put on the pages of a PDF after it was made: remarks, stamps, strokes."""
    uit = []
    try:
        for nummer, blad in enumerate(_pdf(inhoud).pages, 1):
            for rij in blad.get("/Annots") or ():
                eigen = rij.get_object()
                soort = _AANTEKENINGEN.get(str(eigen.get("/Subtype")))
                if soort:
                    uit.append(
                        f"{soort} op blad {nummer}: {eigen.get('/Contents') or ''}".strip(" :")
                    )
    except Exception:  # noqa: BLE001 - the library leaks many kinds of errors on a broken file
        return (*uit, "aantekeningen die niet te lezen zijn")
    return tuple(uit)


def om_de_bladen(inhoud: bytes) -> str | None:
    """What a PDF says beside its pages: properties, bookmarks, remarks, fields and enclosures.

    None when that cannot be read, or when an enclosure is no plain text.
    """
    try:
        pdf = _pdf(inhoud)
        velden = (pdf.metadata or {}).values(), (pdf.get_fields() or {}).values()
        wortel: Any = pdf.trailer["/Root"]
        xmp = wortel.get("/Metadata")
        over = xmp.get_object().get_data().decode("utf-8", "replace") if xmp else ""
        ingesloten = [deel for rij in pdf.attachments.values() for deel in rij]
        if any(b"\0" in deel for deel in ingesloten):
            return None
        delen = (*velden[0], *(rij.get("/V", "") for rij in velden[1]), over, *pdf.attachments)
        namen = (str(rij.title) for rij in _plat(pdf.outline))
        los = (deel.decode("utf-8", "replace") for deel in ingesloten)
        return "\n".join((*map(str, delen), *namen, *los, *aantekeningen(inhoud)))
    except Exception:  # noqa: BLE001 - the library leaks many kinds of errors on a broken file
        return None


def _plat(rijen: Iterable[Any]) -> Iterator[Any]:
    """The bookmarks of a PDF, those below another one too."""
    for rij in rijen:
        yield from _plat(rij) if isinstance(rij, list) else (rij,)


def zonder_randen(paginas: Sequence[str], vast: Iterable[str]) -> str:
    """The running text of pages that another program made.

    The fixed texts of head and foot go, once a page; page numbers too. What else stands on every
    page in the same place is kept once: it may have been put there.
    """
    vaste = [kaal for tekst in vast if (kaal := _kaal(tekst))]
    boven = [{_kaal(regel) for regel in _rand(blad.splitlines())} for blad in paginas]
    overal = set.intersection(*boven) if len(boven) > 1 else set()
    gezien: set[str] = set()
    uit: list[str] = []
    for blad in paginas:
        regels, over = blad.splitlines(), list(vaste)
        for plaats, regel in enumerate(regels):
            kaal = _kaal(regel)
            if not _RAND <= plaats < len(regels) - _RAND:
                if kaal in over:
                    # a head that says more stands in the place of the one of the first page
                    over = [ander for ander in over if not kaal.startswith(ander)]
                    continue
                if kaal in overal and kaal in gezien:
                    continue
                gezien.add(kaal)
                # the same line without its number
                regel = _BLADNUMMER.sub("", regel)  # noqa: PLW2901
            uit.append(regel)
    return "\n".join(uit)


def _rand(regels: list[str]) -> list[str]:
    return regels if len(regels) <= 2 * _RAND else regels[:_RAND] + regels[-_RAND:]


def _kaal(regel: str) -> str:
    return "".join(_BLADNUMMER.sub("", regel).split())


class _Tekst(HTMLParser):
    stil = False

    @cached_property
    def delen(self) -> list[str]:
        """The pieces of text so far."""
        return []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.stil = tag in ("style", "title")
        self.delen.append("" if tag in ("strong", "em") else " ")

    def handle_endtag(self, _tag: str) -> None:
        self.stil = False

    def handle_data(self, data: str) -> None:
        self.delen.append("" if self.stil else data)


def _html(inhoud: bytes) -> str:
    lezer = _Tekst()
    lezer.feed(inhoud.decode())
    return "".join(lezer.delen)


def brieftekst(inhoud: bytes, document: Document, *, zelf_gezet: bool = False) -> str:
    """The running text of a document in PDF, without the head and foot that clm sets on pages.

    What was just set is read the short way, where it can be; its spaces are not those of the page.
    """
    paginas = (zetsel(_pdf(inhoud).pages) if zelf_gezet else None) or bladen(inhoud)
    brief, uit = document.briefhoofd is not None, list[str]()
    for nummer, blad in enumerate(paginas, 1):
        kop = (
            document.afzender
            + ("CONCEPT" if document.concept else "")
            + (_los(document, nummer) if brief else f"blad {nummer} van {len(paginas)}")
        )
        voet = document.stijl.voettekst + (f"Pagina {nummer} van {len(paginas)}" if brief else "")
        regels = blad.splitlines()
        regels = regels[_beslaat(regels, kop) :]
        uit += regels[: len(regels) - _beslaat(regels[::-1], voet, achterwaarts=True)]
    return "\n".join(uit)


def kader_voorop(tekst: str, document: Document) -> str:
    """A text with the address before all else, wherever a program wrote its frame on the page."""
    kader, regels = "".join(document.kader), tekst.splitlines()
    for begin in range(len(regels) if kader else 0):
        if aantal := _beslaat(regels[begin:], kader):
            eind = begin + aantal
            return "\n".join((*regels[begin:eind], *regels[:begin], *regels[eind:]))
    return tekst


def _los(document: Document, nummer: int) -> str:
    """What stands above the later pages of a letter."""
    return document.briefhoofd.bladregel if document.briefhoofd and nummer > 1 else ""


def _beslaat(regels: list[str], vast: str, *, achterwaarts: bool = False) -> int:
    """How many lines, from the first, a fixed text takes; 0 when the page does not begin so."""
    bedoeld, tekst = "".join(vast.split()), ""
    for aantal, regel in enumerate(regels):
        if len(tekst) >= len(bedoeld):
            return aantal if tekst == bedoeld else 0
        kaal = "".join(regel.split())
        tekst = kaal + tekst if achterwaarts else tekst + kaal
    return len(regels) if tekst == bedoeld else 0
