"""Floor 6, opmaakdeel: what the styles of a Word file do to its text: hide, strike, number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal
from xml.etree.ElementTree import Element

from clm_cli.documents.word.pak import Pak

Onzichtbaar = Literal["verborgen", "doorgehaald"]
_WIT, _LEESBAAR = 0xF0, 4
"""From this value of each colour on, and up to this size in half points, nobody sees the text."""
_UIT = ("0", "false", "off", "none")


class Opmaak:
    """The styles and numberings of one file, and how far each numbering has counted."""

    def __init__(self, pak: Pak) -> None:
        """Begin with nothing counted."""
        self._pak = pak
        self._geteld: dict[str, list[int]] = {}
        self._begonnen: set[str] = set()

    @cached_property
    def _stijlen(self) -> dict[str, Element]:
        return {
            stijl.get("w.styleId", ""): stijl
            for deel in self._pak.van_soort("styles")
            for stijl in deel.iter("w.style")
        }

    @cached_property
    def _gewoon(self) -> str:
        return next(
            (
                naam
                for naam, stijl in self._stijlen.items()
                if stijl.get("w.type") == "paragraph"
                and stijl.get("w.default") not in (None, *_UIT)
            ),
            "",
        )

    def _keten(self, naam: str) -> Iterator[Element]:
        """A style and the ones that it builds on."""
        gezien: set[str] = set()
        while naam in self._stijlen and naam not in gezien:
            gezien.add(naam)
            yield self._stijlen[naam]
            naam = _waarde(self._stijlen[naam].find("w.basedOn"))

    def onzichtbaar(self, run: Element, alinea: Element, *, donker: bool) -> Onzichtbaar | None:
        """Why a reader of the print does not see a run as text of the document.

        It is hidden, white on white, too small to see, or struck through. On a coloured ground
        white text is text.
        """
        lagen = [
            laag
            for laag in (
                run.find("w.rPr"),
                *(
                    stijl.find("w.rPr")
                    for stijl in (
                        *self._keten(_waarde(run.find("w.rPr/w.rStyle"))),
                        *self._keten(self._stijl_van(alinea)),
                    )
                ),
            )
            if laag is not None
        ]

        def eerste(naam: str) -> Element | None:
            return next((rij for laag in lagen if (rij := laag.find(naam)) is not None), None)

        if _aan(eerste("w.strike")) or _aan(eerste("w.dstrike")):
            return "doorgehaald"
        grond = donker or any(
            _is_grond(laag.find("w.shd")) for laag in (*lagen, *alinea.findall("w.pPr"))
        )
        grootte = _waarde(eerste("w.sz"))
        wit = not grond and _is_wit(_waarde(eerste("w.color"))) and eerste("w.highlight") is None
        klein = grootte.isdecimal() and int(grootte) <= _LEESBAAR
        return "verborgen" if _aan(eerste("w.vanish")) or wit or klein else None

    def _stijl_van(self, alinea: Element) -> str:
        return _waarde(alinea.find("w.pPr/w.pStyle")) or self._gewoon

    # -- numbers in front of a paragraph

    @cached_property
    def _soorten(self) -> dict[str, Element]:
        return {
            rij.get("w.abstractNumId", ""): rij
            for deel in self._pak.van_soort("numbering")
            for rij in deel.iter("w.abstractNum")
        }

    @cached_property
    def _nummers(self) -> dict[str, Element]:
        return {
            rij.get("w.numId", ""): rij
            for deel in self._pak.van_soort("numbering")
            for rij in deel.iter("w.num")
        }

    def nummer(self, alinea: Element) -> str:
        """The number or sign that is printed in front of a paragraph; counts on."""
        lagen = [
            rij
            for rij in (
                alinea.find("w.pPr/w.numPr"),
                *(s.find("w.pPr/w.numPr") for s in self._keten(self._stijl_van(alinea))),
            )
            if rij is not None
        ]
        id_ = next((w for rij in lagen if (w := _waarde(rij.find("w.numId")))), "")
        niveau = next((w for rij in lagen if (w := _waarde(rij.find("w.ilvl")))), "0")
        num = self._nummers.get(id_)
        if num is None or not niveau.isdecimal() or int(niveau) > 8:
            return ""
        soort = _waarde(num.find("w.abstractNumId"))
        niveaus = {rij.get("w.ilvl"): rij for rij in self._soorten.get(soort, ())}
        niveaus |= {
            rij.get("w.ilvl"): eigen
            for rij in num.findall("w.lvlOverride")
            if (eigen := rij.find("w.lvl")) is not None
        }
        if niveau not in niveaus:
            return ""
        return self._volgende(num, soort, int(niveau), niveaus)

    def _volgende(
        self, num: Element, soort: str, niveau: int, niveaus: dict[str | None, Element]
    ) -> str:
        stand = self._geteld.setdefault(soort, [])
        if (id_ := num.get("w.numId", "")) not in self._begonnen:
            self._begonnen.add(id_)
            if num.find("w.lvlOverride/w.startOverride") is not None:
                stand.clear()
        del stand[niveau + 1 :]
        if len(stand) > niveau:
            stand[niveau] += 1
        while len(stand) <= niveau:
            stand.append(_begin(num, str(len(stand)), niveaus))
        tekst = _waarde(niveaus[str(niveau)].find("w.lvlText"))
        for plaats, waarde in enumerate(stand):
            vorm = niveaus.get(str(plaats))
            teken = _geschreven(waarde, _waarde(vorm.find("w.numFmt")) if vorm is not None else "")
            tekst = tekst.replace(f"%{plaats + 1}", teken)
        return tekst


def _waarde(element: Element | None) -> str:
    return "" if element is None else element.get("w.val", "")


def _aan(element: Element | None) -> bool:
    return element is not None and element.get("w.val", "1").lower() not in _UIT


def _is_wit(kleur: str) -> bool:
    try:
        return len(kleur) == 6 and all(byte >= _WIT for byte in bytes.fromhex(kleur))
    except ValueError:
        return False


def _is_grond(schaduw: Element | None) -> bool:
    """Whether there is a colour behind the text."""
    if schaduw is None:
        return False
    kleur = schaduw.get("w.fill", "auto")
    return kleur.lower() != "auto" and not _is_wit(kleur)


def heeft_grond(element: Element) -> bool:
    """Whether a cell of a table has a colour of its own."""
    return _is_grond(element.find("w.tcPr/w.shd"))


def _begin(num: Element, niveau: str, niveaus: dict[str | None, Element]) -> int:
    eigen = next(
        (
            _waarde(rij.find("w.startOverride"))
            for rij in num.findall("w.lvlOverride")
            if rij.get("w.ilvl") == niveau
        ),
        "",
    )
    vorm = niveaus.get(niveau)
    tekst = eigen or (_waarde(vorm.find("w.start")) if vorm is not None else "")
    return int(tekst) if tekst.isdecimal() and len(tekst) < 7 else 1


def _geschreven(waarde: int, vorm: str) -> str:
    match vorm:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter" if waarde > 0:
            letter = chr(ord("a") + (waarde - 1) % 26) * ((waarde - 1) // 26 % 9 + 1)
            return letter if vorm[0] == "l" else letter.upper()
        case "lowerRoman" | "upperRoman" if 0 < waarde < 4000:
            romeins = _romeins(waarde)
            return romeins if vorm[0] == "u" else romeins.lower()
    return str(waarde)


def _romeins(waarde: int) -> str:
    uit = ""
    for tekens, deel in zip(
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        strict=True,
    ):
        uit += tekens * (waarde // deel)
        waarde %= deel
    return uit
