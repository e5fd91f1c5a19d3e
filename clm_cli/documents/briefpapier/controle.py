"""Floor 6, controle: what is wrong with a letterhead, where, and what helps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from clm_cli.documents.briefpapier.alineas import (
    VELD,
    Bestand,
    W,
    alineas,
    delen,
    is_kopie,
    tekst_van,
    velden_in,
    veldnaam,
)
from clm_cli.documents.briefpapier.velden import VELDEN
from clm_cli.meldingen import Ernst
from clm_cli.value import value

_HAKEN = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_AANHALING = re.compile("[\"'\u2018-\u201f]")
_A4 = (210, 297)
_PER_MM = 36_000


@value
class Bevinding:
    """What is wrong with a letterhead: where, what, how serious, what helps.

    A FOUT stops every letter.
    """

    waar: str
    tekst: str
    nu: str
    ernst: Ernst = Ernst.FOUT


def controleer(bestand: Bestand, mist: tuple[str, ...]) -> list[Bevinding]:
    """All that is wrong with a letterhead; `mist` are the named styles that it lacks."""
    return [
        *_veldfouten(bestand),
        *_plaatsfouten(bestand),
        *_papierfouten(bestand),
        *(
            Bevinding(
                "de stijlen",
                f"de stijl '{naam}' ontbreekt; clm gebruikt er zijn eigen voor",
                "maak de stijl in Word als u haar zelf wilt kiezen",
                Ernst.INFO,
            )
            for naam in mist
        ),
        *_nummerfouten(bestand),
    ]


def breekt(bestand: Bestand) -> Iterator[Bevinding]:
    """What stops every letter on this letterhead."""
    for bevinding in (*_veldfouten(bestand), *_plaatsfouten(bestand)):
        if bevinding.ernst is Ernst.FOUT:
            yield bevinding


def _papierfouten(bestand: Bestand) -> Iterator[Bevinding]:
    for blad in bestand.sections:
        maten = tuple(round((maat or 0) / _PER_MM) for maat in (blad.page_width, blad.page_height))
        if maten != _A4:
            yield Bevinding(
                "het papier",
                f"het is {maten[0]} × {maten[1]} mm en geen A4 (210 × 297 mm)",
                "kies in Word bij Indeling, Formaat: A4",
                Ernst.WAARSCHUWING,
            )


def _nummerfouten(bestand: Bestand) -> Iterator[Bevinding]:
    velden = (
        deel.text or deel.get(f"{W}instr") or ""
        for _, wortel in delen(bestand)
        for deel in wortel.iter(f"{W}instrText", f"{W}fldSimple")
    )
    if not any("PAGE" in veld for veld in velden):
        yield Bevinding(
            "de voettekst",
            "er staat geen paginanummer",
            "voeg in Word in de voettekst 'Pagina X van Y' in",
            Ernst.INFO,
        )


def _veldfouten(bestand: Bestand) -> Iterator[Bevinding]:
    for soort, wortel in delen(bestand):
        for nummer, alinea in enumerate((a for a in alineas(wortel) if not is_kopie(a)), 1):
            tekst = tekst_van(alinea)
            waar = f"{soort} {nummer} ('{tekst[:60]}{'…' if len(tekst) > 60 else ''}')"
            for gevonden in VELD.finditer(tekst):
                yield from _veldfout(waar, gevonden)
            if los := _HAKEN.search(VELD.sub("", tekst)):
                yield Bevinding(
                    waar,
                    f"'{los[0]}' hoort hier niet: briefpapier heeft alleen velden, op één regel",
                    "schrijf een veld als {{ datum }}",
                )


def _veldfout(waar: str, gevonden: re.Match[str]) -> Iterator[Bevinding]:
    """What is wrong with one field: curly quotes around it, or a name that clm does not know."""
    if _AANHALING.search(gevonden[1]):
        yield Bevinding(
            waar,
            f"in het veld {gevonden[0]} staan aanhalingstekens",
            "een veld is alleen een naam, zoals {{ datum }}",
        )
    elif veldnaam(gevonden) not in VELDEN:
        dichtbij = get_close_matches(veldnaam(gevonden), VELDEN, 1)
        yield Bevinding(
            waar,
            f"het veld {gevonden[0]} bestaat niet",
            f"bedoelt u {{{{ {dichtbij[0]} }}}}?" if dichtbij else f"kies uit {', '.join(VELDEN)}",
        )


def _plaatsfouten(bestand: Bestand) -> Iterator[Bevinding]:
    """Whether the text of the letter has one place of its own on the page itself."""
    plaatsen = [
        (
            soort if next(alinea.iterancestors(f"{W}txbxContent"), None) is None else "tekstvak",
            tekst_van(alinea),
        )
        for soort, wortel in delen(bestand)
        for alinea in alineas(wortel)
        if not is_kopie(alinea) and "inhoud" in velden_in(alinea)
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
        elif VELD.sub("", tekst).strip() or len(VELD.findall(tekst)) > 1:
            yield Bevinding(
                f"alinea '{tekst[:60]}'",
                "naast {{ inhoud }} staat nog tekst, en die valt weg",
                "geef {{ inhoud }} een eigen alinea",
            )
