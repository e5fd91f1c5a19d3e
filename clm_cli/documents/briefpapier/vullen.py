"""Floor 6, vullen: the fields of a letterhead get their values, empty lines go."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.advies import advies, opdracht
from clm_cli.documents.briefpapier.alineas import (
    VELD,
    Bestand,
    Element,
    W,
    alineas,
    delen,
    tekst_van,
    teksten,
    velden_in,
    veldnaam,
)
from clm_cli.documents.briefpapier.controle import breekt
from clm_cli.documents.briefpapier.velden import waarden
from clm_cli.documents.document import Document
from clm_cli.meldingen import ClmFout
from clm_cli.value import value

_KIJK = opdracht("sjabloon", "controleer")
_BEWAAR = "{http://www.w3.org/XML/1998/namespace}space"


@value
class Plaatsing:
    """Where the text of the letter goes, and which fields the letterhead already shows."""

    inhoud: Element
    getoond: frozenset[str]


def vul(bestand: Bestand, document: Document) -> Plaatsing:
    """Fill in the fields; the paragraph of `inhoud` is left for the text.

    Raises ClmFout for a field that clm does not know.
    """
    for fout in breekt(bestand):
        raise ClmFout(
            f"Het briefpapier klopt niet: {fout.waar}: {fout.tekst}.",
            nu=advies("{kijk}, en verbeter het briefpapier in Word", kijk=_KIJK),
        )
    waarde = waarden(document)
    alle = [alinea for _, wortel in delen(bestand) for alinea in alineas(wortel)]
    velden = [(alinea, namen) for alinea in alle if (namen := velden_in(alinea))]
    gevuld = {
        _regel(alinea)
        for alinea, namen in velden
        if "inhoud" in namen or any(waarde[naam] for naam in namen)
    }
    plek = None
    for alinea, namen in velden:
        if "inhoud" in namen:
            plek = alinea
        elif _regel(alinea) in gevuld:
            _vul_alinea(alinea, waarde)
        else:
            _haal_weg(_regel(alinea))
    return Plaatsing(plek, frozenset().union(*(namen for _, namen in velden)))


def _regel(alinea: Element) -> Element:
    """What goes when all its fields are empty: the row of a table, or the paragraph."""
    return next(alinea.iterancestors(f"{W}tr"), alinea)


def _vul_alinea(alinea: Element, waarde: Mapping[str, str]) -> None:
    """Put the values where the fields stand, the last first: places before it stay right."""
    for gevonden in reversed([*VELD.finditer(tekst_van(alinea))]):
        delen, plaats = teksten(alinea), 0
        begin, einde = gevonden.span()
        eerste: Element = None
        for deel in delen:
            tekst = deel.text or ""
            van, tot = max(begin - plaats, 0), min(einde - plaats, len(tekst))
            plaats += len(tekst)
            if van >= tot:
                continue
            if eerste is None:
                eerste, voor, rest = deel, tekst[:van], tekst[tot:]
                _zet(deel, voor)
            else:
                rest = ""
                _zet(deel, tekst[tot:])
        _schrijf(eerste, voor, waarde[veldnaam(gevonden)].split("\n"), rest)


def _zet(deel: Element, tekst: str) -> None:
    deel.text = tekst
    deel.set(_BEWAAR, "preserve")


def _schrijf(deel: Element, voor: str, regels: list[str], rest: str) -> None:
    """A value of one or more lines in one piece of text, with what stood before and after it."""
    _zet(deel, voor + regels[0])
    for regel in regels[1:]:
        breuk, volgend = deel.makeelement(f"{W}br", {}), deel.makeelement(f"{W}t", {})
        deel.addnext(breuk)
        breuk.addnext(volgend)
        deel = volgend
        _zet(deel, regel)
    _zet(deel, (deel.text or "") + rest)


def _haal_weg(regel: Element) -> None:
    """A line whose fields are all empty goes, with its label; pictures and sections stay."""
    ouder = regel.getparent()
    if ouder is None:
        return  # gone with another field of the same row
    if (
        next(regel.iter(f"{W}drawing", f"{W}pict", f"{W}sectPr"), None) is None
        and len(ouder.findall(regel.tag)) > 1
    ):
        ouder.remove(regel)
        return
    for alinea in [a for a in alineas(regel) if VELD.search(tekst_van(a))]:
        for deel in teksten(alinea):
            _zet(deel, "")
