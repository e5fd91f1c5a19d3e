"""Floor 6, briefpapier: the organisation's own letterhead.

Its fields are filled in, and what is wrong with it is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.meldingen import ClmFout, Ernst
from clm_cli.tijd.datum import datum_vol

VELDEN: Mapping[str, str] = {
    "inhoud": "de tekst van de brief, in een eigen alinea",
    "adres": "hoe de brief wordt verzonden en aan wie, in het adresvenster",
    "aanbieder": "de statutaire naam van de aanbieder",
    "organisatie": "de naam van uw organisatie",
    "titel": "de titel van het document",
    "datum": "de datum van de brief",
    "ons_kenmerk": "ons kenmerk",
    "uw_kenmerk": "hun kenmerk",
    "verzonden": "hoe de brief wordt verzonden",
    "bijlagen": "het aantal bijlagen",
    "zaaknummer": "het zaaknummer",
    "behandeld_door": "wie de brief behandelt",
    "betreft": "waar de brief over gaat",
}
"""The fields that a letterhead may have, and what is filled in there."""
BEGIN = Briefhoofd(
    "",
    ("{{ adres }}",),
    tuple(
        (naam, f"{{{{ {naam.lower().replace(' ', '_')} }}}}")
        for naam in (
            "Datum",
            "Ons kenmerk",
            "Uw kenmerk",
            "Verzonden",
            "Bijlagen",
            "Zaaknummer",
            "Behandeld door",
            "Betreft",
        )
    ),
)
"""The head of a letterhead to start from: every field in its place."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OUD = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BEWAAR = "{http://www.w3.org/XML/1998/namespace}space"
_VELD = re.compile(r"\{\{(.*?)\}\}")
_HAKEN = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_AANHALING = re.compile("[\"'\u2018-\u201f]")
_A4 = (210, 297)
_PER_MM = 36_000


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What is wrong with a letterhead.

    Where it stands, what it is, how serious, and what helps; a FOUT stops every letter.
    """

    waar: str
    tekst: str
    nu: str
    ernst: Ernst = Ernst.FOUT


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """Where the text of the letter goes, and which fields the letterhead already shows."""

    inhoud: Any
    getoond: frozenset[str]


def _delen(bestand: Any) -> Iterator[tuple[str, Any]]:
    """The body, the headers and the footers, each with its name."""
    yield "alinea", bestand.element.body
    for deel in sorted(bestand.part.package.iter_parts(), key=lambda rij: str(rij.partname)):
        soort = str(deel.partname).rsplit("/", 1)[-1]
        if soort.startswith(("header", "footer")) and hasattr(deel, "element"):
            yield "koptekst" if soort.startswith("header") else "voettekst", deel.element


def alineas(wortel: Any) -> Iterator[Any]:
    """The paragraphs, also in tables and text boxes.

    The copy of a text box for old versions of Word too.
    """
    yield from wortel.iter(f"{_W}p")


def teksten(alinea: Any) -> list[Any]:
    """The pieces of text of a paragraph itself, however Word cut it up."""
    return [deel for deel in alinea.iter(f"{_W}t") if next(deel.iterancestors(f"{_W}p")) is alinea]


def is_kopie(alinea: Any) -> bool:
    """Whether a paragraph is the second copy of a text box, for old versions of Word."""
    return next(alinea.iterancestors(_OUD), None) is not None


def _naam(gevonden: re.Match[str]) -> str:
    return gevonden[1].strip().lower()


def waarden(document: Document) -> dict[str, str]:
    """What goes into each field; a report has no address and no reference lines."""
    hoofd = document.briefhoofd
    regels = (
        {naam.lower().replace(" ", "_"): waarde for naam, waarde in hoofd.velden} if hoofd else {}
    )
    return {
        **dict.fromkeys(VELDEN, ""),
        **{naam: waarde for naam, waarde in regels.items() if naam in VELDEN},
        "adres": "\n".join(hoofd.adres) if hoofd else "",
        "aanbieder": document.aanbieder,
        "organisatie": document.afzender,
        "titel": document.titel,
        "datum": regels.get("datum", datum_vol(document.datum)),
        "betreft": regels.get("betreft", document.titel),
    }


def vul(bestand: Any, document: Document) -> Plaatsing:
    """Fill in the fields; the paragraph of `inhoud` is left for the text.

    Raises ClmFout for a field that clm does not know.
    """
    fouten = [
        rij for rij in (*_veldfouten(bestand), *_plaatsfouten(bestand)) if rij.ernst is Ernst.FOUT
    ]
    if fouten:
        raise ClmFout(
            f"Het briefpapier klopt niet: {fouten[0].waar}: {fouten[0].tekst}.",
            nu="clm sjabloon controleer, en verbeter het briefpapier in Word",
        )
    waarde = waarden(document)
    velden = [
        (a, {_naam(m) for m in _VELD.finditer(_tekst(a))})
        for _, wortel in _delen(bestand)
        for a in alineas(wortel)
    ]
    velden = [(alinea, namen) for alinea, namen in velden if namen]
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


def _regel(alinea: Any) -> Any:
    """What goes when all its fields are empty: the row of a table, or the paragraph."""
    return next(alinea.iterancestors(f"{_W}tr"), alinea)


def _tekst(alinea: Any) -> str:
    return "".join(deel.text or "" for deel in teksten(alinea))


def _vul_alinea(alinea: Any, waarde: Mapping[str, str]) -> None:
    """Put the values where the fields stand.

    The last goes first, so that places before it stay right.
    """
    for gevonden in reversed([*_VELD.finditer(_tekst(alinea))]):
        delen, plaats = teksten(alinea), 0
        begin, einde = gevonden.span()
        eerste: Any = None
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
        _schrijf(eerste, voor, waarde[_naam(gevonden)].split("\n"), rest)


def _zet(deel: Any, tekst: str) -> None:
    deel.text = tekst
    deel.set(_BEWAAR, "preserve")


def _schrijf(deel: Any, voor: str, regels: list[str], rest: str) -> None:
    """A value of one or more lines in one piece of text, with what stood before and after it."""
    _zet(deel, voor + regels[0])
    for regel in regels[1:]:
        breuk, volgend = deel.makeelement(f"{_W}br", {}), deel.makeelement(f"{_W}t", {})
        deel.addnext(breuk)
        breuk.addnext(volgend)
        deel = volgend
        _zet(deel, regel)
    _zet(deel, (deel.text or "") + rest)


def _haal_weg(regel: Any) -> None:
    """A line whose fields are all empty goes, with its label.

    What holds a picture or ends a section stays, without its text.
    """
    ouder = regel.getparent()
    if ouder is None:
        return  # gone with another field of the same row
    if (
        next(regel.iter(f"{_W}drawing", f"{_W}pict", f"{_W}sectPr"), None) is None
        and len(ouder.findall(regel.tag)) > 1
    ):
        ouder.remove(regel)
        return
    for alinea in [a for a in alineas(regel) if _VELD.search(_tekst(a))]:
        for deel in teksten(alinea):
            _zet(deel, "")


def controleer(bestand: Any, mist: tuple[str, ...]) -> list[Bevinding]:
    """All that is wrong with a letterhead; `mist` are the named styles that it lacks."""
    uit = [*_veldfouten(bestand), *_plaatsfouten(bestand)]
    for blad in bestand.sections:
        maten = tuple(round((maat or 0) / _PER_MM) for maat in (blad.page_width, blad.page_height))
        if maten != _A4:
            uit.append(
                Bevinding(
                    "het papier",
                    f"het is {maten[0]} × {maten[1]} mm en geen A4 (210 × 297 mm)",
                    "kies in Word bij Indeling, Formaat: A4",
                    Ernst.WAARSCHUWING,
                )
            )
    uit += [
        Bevinding(
            "de stijlen",
            f"de stijl '{naam}' ontbreekt; clm gebruikt er zijn eigen voor",
            "maak de stijl in Word als u haar zelf wilt kiezen",
            Ernst.INFO,
        )
        for naam in mist
    ]
    if not any(
        "PAGE" in (deel.text or deel.get(f"{_W}instr") or "")
        for _, wortel in _delen(bestand)
        for deel in wortel.iter(f"{_W}instrText", f"{_W}fldSimple")
    ):
        uit.append(
            Bevinding(
                "de voettekst",
                "er staat geen paginanummer",
                "voeg in Word in de voettekst 'Pagina X van Y' in",
                Ernst.INFO,
            )
        )
    return uit


def _veldfouten(bestand: Any) -> Iterator[Bevinding]:
    for soort, wortel in _delen(bestand):
        for nummer, alinea in enumerate((a for a in alineas(wortel) if not is_kopie(a)), 1):
            tekst, waar = _tekst(alinea), ""
            waar = f"{soort} {nummer} ('{tekst[:60]}{'…' if len(tekst) > 60 else ''}')"
            for gevonden in _VELD.finditer(tekst):
                if _AANHALING.search(gevonden[1]):
                    yield Bevinding(
                        waar,
                        f"in het veld {gevonden[0]} staan aanhalingstekens",
                        "een veld is alleen een naam, zoals {{ datum }}",
                    )
                elif _naam(gevonden) not in VELDEN:
                    dichtbij = get_close_matches(_naam(gevonden), VELDEN, 1)
                    yield Bevinding(
                        waar,
                        f"het veld {gevonden[0]} bestaat niet",
                        f"bedoelt u {{{{ {dichtbij[0]} }}}}?"
                        if dichtbij
                        else f"kies uit {', '.join(VELDEN)}",
                    )
            if los := _HAKEN.search(_VELD.sub("", tekst)):
                yield Bevinding(
                    waar,
                    f"'{los[0]}' hoort hier niet: briefpapier heeft alleen velden, op één regel",
                    "schrijf een veld als {{ datum }}",
                )


def _plaatsfouten(bestand: Any) -> Iterator[Bevinding]:
    plaatsen = [
        (
            "tekstvak"
            if next(alinea.iterancestors(f"{_W}txbxContent"), None) is not None
            else soort,
            _tekst(alinea),
        )
        for soort, wortel in _delen(bestand)
        for alinea in alineas(wortel)
        if not is_kopie(alinea) and "inhoud" in {_naam(m) for m in _VELD.finditer(_tekst(alinea))}
    ]
    if not plaatsen:
        yield Bevinding(
            "het briefpapier",
            "het veld {{ inhoud }} ontbreekt; de brief komt dan achteraan",
            "zet {{ inhoud }} in een eigen alinea, waar de brief begint",
            Ernst.WAARSCHUWING,
        )
    if len(plaatsen) > 1:
        yield Bevinding(
            "het briefpapier",
            f"het veld {{{{ inhoud }}}} staat er {len(plaatsen)} keer",
            "laat er één staan",
        )
    for soort, tekst in plaatsen:
        if soort != "alinea":
            yield Bevinding(
                soort,
                "het veld {{ inhoud }} kan hier niet staan",
                "zet het op de bladzijde zelf, in een eigen alinea",
            )
        elif _VELD.sub("", tekst).strip() or len(_VELD.findall(tekst)) > 1:
            yield Bevinding(
                f"alinea '{tekst[:60]}'",
                "naast {{ inhoud }} staat nog tekst, en die valt weg",
                "geef {{ inhoud }} een eigen alinea",
            )
