"""Floor 6, naast: a letter that lies somewhere, laid beside the letter as clm makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from clm_cli.derivations.brieven.vergelijking import Verschil, vergelijk
from clm_cli.documents.document import Document
from clm_cli.documents.opmaak import maak
from clm_cli.documents.teruglezen import (
    aantekeningen,
    bladen,
    brieftekst,
    kader_voorop,
    markdowntekst,
    niet_te_lang,
    zonder_randen,
)
from clm_cli.documents.word.gelezen import Wordbestand
from clm_cli.documents.word.lezer import INGEVOEGD, lees_word
from clm_cli.value import value
from clm_cli.woorden import tekst_uit


@value
class Naast:
    """Two texts of one letter, what differs, and what in the file is not finished or not read."""

    ons: str
    hun: str
    verschillen: tuple[Verschil, ...]
    open: tuple[str, ...] = ()
    """Comments, tracked changes, and text that is hidden or struck: a letter does not go out so."""
    ongelezen: tuple[str, ...] = ()


def leg_naast(inhoud: bytes, vorm: str, naam: str, document: Document) -> Naast:
    """Compare a file with the letter in the form that it comes nearest to.

    A PDF may be clm's own, or be made of the Word file; each of our forms says the same, and only
    puts head, foot and numbers in other places.
    """
    if vorm == "docx":
        return _in_word(lees_word(maak(document, "docx")), lees_word(inhoud, naam))
    beste: Naast | None = None
    kader = _kwijt_kader(inhoud, vorm, document)
    for maak_ons, hun in _mogelijk(inhoud, vorm, naam, document):
        ons = _zonder_regels(maak_ons(), kader)
        nieuw = Naast(ons, hun, vergelijk(ons, niet_te_lang(hun, naam)))
        if beste is None or _afstand(nieuw) < _afstand(beste):
            beste = nieuw
        if not nieuw.verschillen:
            break
    assert beste is not None
    open_ = aantekeningen(inhoud) if vorm == "pdf" else ()
    ongelezen = ("het adres boven de brief, dat in deze platte tekst niet staat",) if kader else ()
    return Naast(beste.ons, beste.hun, beste.verschillen, open_, ongelezen)


def _kwijt_kader(inhoud: bytes, vorm: str, document: Document) -> tuple[str, ...]:
    """The lines of the address, when a plain text has them nowhere, on lines of their own or not.

    A word processor that saves a letter as plain text leaves out what stands in a frame.
    """
    kader = document.kader if vorm not in ("pdf", "docx") else ()
    rijen = tuple(regel for regel in kader if _plat(regel))
    # its name may stand in a sentence too; street and town stand nowhere but there
    tekst = _plat(tekst_uit(inhoud)) if rijen else ""
    return () if any(_plat(regel) in tekst for regel in rijen[-2:]) else rijen


def _zonder_regels(tekst: str, weg: tuple[str, ...]) -> str:
    """Without these lines, each once: the same words may stand in a sentence further on."""
    over, uit = Counter(map(_plat, weg)), []
    for regel in tekst.splitlines(keepends=True):
        if over[_plat(regel)] > 0:
            over[_plat(regel)] -= 1
        else:
            uit.append(regel)
    return "".join(uit)


def _plat(regel: str) -> str:
    return " ".join(regel.split()).strip("\\*")


def _mogelijk(
    inhoud: bytes, vorm: str, naam: str, document: Document
) -> Iterator[tuple[Callable[[], str], str]]:
    """Our letter in a form, and their text as it would then have to be."""
    if vorm == "pdf":
        hunne = bladen(inhoud, naam)
        yield lambda: brieftekst(maak(document, "pdf"), document), brieftekst(inhoud, document)
    else:
        los = tekst_uit(inhoud)
        hunne = los.split("\f")
        ons = tekst_uit(maak(document, "md"))
        yield lambda: markdowntekst(ons), markdowntekst(niet_te_lang(los, naam))
        yield lambda: "\n".join(bladen(maak(document, "pdf"))), los
        yield (
            lambda: brieftekst(maak(document, "pdf"), document),
            zonder_randen(hunne, (document.afzender, document.stijl.voettekst)),
        )
    word = lees_word(maak(document, "docx"))
    los = zonder_randen(hunne, "\n".join(word.randen).splitlines())
    yield lambda: kader_voorop(word.gedrukt, document), kader_voorop(los, document)


def _afstand(naast: Naast) -> tuple[int, int]:
    return (
        sum(len(v.gegevens) for v in naast.verschillen),
        sum(len(v.oud) + len(v.nieuw) for v in naast.verschillen),
    )


def _in_word(onze: Wordbestand, hunne: Wordbestand) -> Naast:
    verschillen = (
        *vergelijk(onze.gedrukt, niet_te_lang(hunne.gedrukt, "Het bestand")),
        *vergelijk(*_eigen_regels(onze.randen, hunne.randen)),
    )
    ongelezen = _extra(hunne.ongelezen, onze.ongelezen)
    open_ = (
        *(f"{rij}: wat daarin staat, wordt wel gedrukt" for rij in ongelezen if rij == INGEVOEGD),
        *(f"een opmerking van {rij}" for rij in hunne.opmerkingen),
        *(f"een wijziging waarover niet is beslist ({rij})" for rij in hunne.wijzigingen),
        *(f"verborgen tekst: {rij}" for rij in _extra(hunne.verborgen, onze.verborgen)),
        *(f"doorgehaalde tekst: {rij}" for rij in _extra(hunne.doorgehaald, onze.doorgehaald)),
    )
    return Naast(onze.gedrukt, hunne.gedrukt, verschillen, open_, ongelezen)


def _extra(hunne: tuple[str, ...], onze: tuple[str, ...]) -> tuple[str, ...]:
    return tuple((Counter(hunne) - Counter(onze)).elements())


def _eigen_regels(onze: tuple[str, ...], hunne: tuple[str, ...]) -> list[str]:
    """The lines of head and foot that only one of two has: a word processor changes their order."""
    een, ander = (
        [" ".join(r.split()) for rand in k for r in rand.splitlines()] for k in (onze, hunne)
    )
    return ["\n".join(_extra(tuple(a), tuple(b))) for a, b in ((een, ander), (ander, een))]
