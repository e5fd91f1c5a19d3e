"""Floor 6, lezer: a Word file read as a reader of its print sees it, and what is open in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clm_cli.documents.word.gelezen import Alinea, Cel, Tabel, Wordbestand, regels
from clm_cli.documents.word.opmaakdeel import Opmaak, heeft_grond
from clm_cli.documents.word.pak import Pak
from clm_cli.documents.word.veld import Veld

_WEG = frozenset({"w.del", "w.moveFrom", "w.cellDel"})
_ERBIJ = frozenset({"w.ins", "w.moveTo", "w.cellIns"})
_GEEN_TEKST = frozenset(
    {"w.pPr", "w.rPr", "w.sdtPr", "w.sdtEndPr", "w.tblPr", "w.tblGrid", "w.trPr", "w.tcPr"}
    | {"w.sectPr", "w.instrText", "w.delText", "w.rubyPr"}
)
INGEVOEGD = "een ingevoegd bestand"
_TEKENS = {"w.tab": " ", "w.ptab": " ", "w.br": "\n", "w.cr": "\n", "w.noBreakHyphen": "-"}
_BEELDEN = frozenset({"a.blip", "v.imagedata", "w.object", "?.relIds", "?.chart"})
_WINGDINGS = {"A8": "☐", "6F": "☐", "FE": "☒", "FD": "☒", "FC": "✓", "FB": "✗"}
"""The boxes and ticks of a font of signs; other signs say nothing."""
_BEKEND = frozenset({"wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "wp14", "v"})


def lees_word(
    inhoud: bytes, naam: str = "Het bestand", *, invulplekken: bool = False
) -> Wordbestand:
    """Read a Word file; with `invulplekken` a choice that nobody made yet is empty.

    Raises ClmFout with file and part for all that is no Word document.
    """
    pak = Pak(inhoud, naam)
    lezer = _Lezer(pak, invulplekken=invulplekken)
    blokken = tuple(lezer.blokken(pak.lijf))  # first: reading fills what is hidden and changed
    randen = dict.fromkeys(tekst for tekst in lezer.randen(pak.lijf) if tekst)
    opmerkingen = tuple(
        f"{rij.get('w.author') or 'onbekend'}: {' '.join(lezer.tekst(rij).split())}"
        for deel in pak.van_soort("comments")
        for rij in deel.iter("w.comment")
    )
    return Wordbestand(
        blokken,
        tuple(randen),
        _heel(lezer.verborgen),
        _heel(lezer.doorgehaald),
        _heel(lezer.wijzigingen),
        opmerkingen,
        tuple(lezer.ongelezen),
    )


def _heel(teksten: list[str]) -> tuple[str, ...]:
    """The texts without white space around them, and none that is nothing else."""
    return tuple(filter(None, (" ".join(tekst.split()) for tekst in teksten)))


@dataclass(slots=True)
class _Regel:
    """A paragraph while it is read: its pieces, and the text boxes that hang on it."""

    alinea: Element
    delen: list[str] = field(default_factory=list)
    dozen: list[Alinea | Tabel] = field(default_factory=list)
    velden: list[Veld] = field(default_factory=list)

    @property
    def telt(self) -> bool:
        """Whether what comes now is text: no page number, and no code of a field."""
        return all(veld.is_tekst for veld in self.velden)


class _Lezer:
    """Walks through the parts of one file and keeps what it meets."""

    def __init__(self, pak: Pak, *, invulplekken: bool) -> None:
        self._pak, self._opmaak, self._invulplekken = pak, Opmaak(pak), invulplekken
        self._donker = self._in_noot = False
        self._noten = {
            (soort, noot.get("w.id", "")): noot
            for soort in ("footnote", "endnote")
            for deel in pak.van_soort(f"{soort}s")
            for noot in deel.iter(f"w.{soort}")
        }
        self.verborgen: list[str] = []
        self.doorgehaald: list[str] = []
        self.wijzigingen: list[str] = []
        self.ongelezen: list[str] = []

    def tekst(self, ouder: Element) -> str:
        """The text of all that stands in an element."""
        return "\n".join(regels(self.blokken(ouder), nummers=True))

    def blokken(self, ouder: Element) -> Iterator[Alinea | Tabel]:
        """The paragraphs and tables in an element.

        A paragraph whose end was struck runs on in the next one.
        """
        rest = ""
        for deel in self._inhoud(ouder):
            if deel.tag == "w.tbl":
                yield self._tabel(deel)
                continue
            regel = _Regel(deel)
            self._regel(deel, regel)
            nummer, tekst = self._opmaak.nummer(deel), rest + "".join(regel.delen).strip()
            einde = deel.find("w.pPr/w.rPr")
            loopt_door = einde is not None and any(rij.tag in _WEG for rij in einde)
            rest = tekst if loopt_door else ""
            if not loopt_door:
                yield Alinea(tekst, nummer)
            yield from regel.dozen
        if rest:
            yield Alinea(rest)

    def _inhoud(self, ouder: Element) -> Iterator[Element]:
        """The paragraphs and tables right under an element, also inside content controls."""
        for deel in ouder:
            if deel.tag in ("w.p", "w.tbl"):
                yield deel
            elif deel.tag == "w.altChunk":
                self.ongelezen.append(INGEVOEGD)
            elif deel.tag == "mc.AlternateContent":
                yield from self._inhoud(_gekozen(deel))
            elif self._leeg(deel):
                continue
            elif deel.tag in _WEG:
                self._wijziging("weg", deel)
            elif deel.tag not in _GEEN_TEKST:
                yield from self._inhoud(deel)

    def _leeg(self, deel: Element) -> bool:
        """Whether this is a place to fill in that nobody filled in; what fills itself is told."""
        if deel.find("w.sdtPr/w.dataBinding") is not None:
            self.ongelezen.append("een vak dat zichzelf invult")
        open_ = deel.tag == "w.sdt" and deel.find("w.sdtPr/w.showingPlcHdr") is not None
        return open_ and self._invulplekken

    def _tabel(self, tabel: Element) -> Tabel:
        rijen = []
        for rij in _binnen(tabel, "w.tr"):
            merken = rij.find("w.trPr")
            if merken is not None and any(merk.tag in _WEG for merk in merken):
                self._wijziging("weg", rij)
                continue
            if merken is not None and any(merk.tag in _ERBIJ for merk in merken):
                self._wijziging("erbij", rij)
            rijen.append(tuple(self._cel(cel) for cel in _binnen(rij, "w.tc")))
        return Tabel(tuple(rijen))

    def _cel(self, cel: Element) -> Cel:
        donker, self._donker = self._donker, self._donker or heeft_grond(cel)
        weg = cel.find("w.tcPr/w.cellDel") is not None
        tekst = "" if weg else "\n".join(regels(self.blokken(cel), nummers=False))
        self._donker = donker
        samen, breed = cel.find("w.tcPr/w.vMerge"), cel.find("w.tcPr/w.gridSpan")
        vervolg = samen is not None and samen.get("w.val", "continue") == "continue"
        getal = breed.get("w.val", "") if breed is not None else ""
        return Cel(tekst, vervolg, min(int(getal), 99) if getal.isdecimal() else 1)

    def _regel(self, ouder: Element, regel: _Regel) -> None:
        """The pieces of a paragraph, however deep they stand."""
        for deel in ouder:
            if deel.tag in _GEEN_TEKST or self._leeg(deel):
                continue
            if deel.tag in _WEG:
                self._wijziging("weg", deel)
            elif deel.tag == "w.r":
                self._run(deel, regel)
            elif deel.tag == "mc.AlternateContent":
                self._regel(_gekozen(deel), regel)
            elif deel.tag == "w.fldSimple":
                self._bekijk(veld := Veld(deel.get("w.instr", ""), uitkomst=True))
                regel.velden.append(veld)
                self._regel(deel, regel)
                regel.velden.pop()
            elif deel.tag == "m.t":
                regel.delen.append(deel.text or "")
            else:
                if deel.tag in _ERBIJ:
                    self._wijziging("erbij", deel)
                self._regel(deel, regel)

    def _run(self, run: Element, regel: _Regel) -> None:
        reden = self._opmaak.onzichtbaar(run, regel.alinea, donker=self._donker)
        if reden is None:
            self._stukken(run, regel)
            return
        apart = _Regel(regel.alinea, velden=regel.velden)
        self._stukken(run, apart)
        regel.dozen += apart.dozen
        lijst = self.verborgen if reden == "verborgen" else self.doorgehaald
        lijst.append("".join(apart.delen))

    def _stukken(self, ouder: Element, regel: _Regel) -> None:
        for deel in ouder:
            if deel.tag == "w.fldChar":
                self._veldteken(deel, regel)
            elif deel.tag == "w.instrText" and regel.velden:
                regel.velden[-1].code += deel.text or ""
            elif deel.tag in _GEEN_TEKST:
                continue
            elif deel.tag == "w.txbxContent":
                regel.dozen += self.blokken(deel)
            elif deel.tag == "mc.AlternateContent":
                self._stukken(_gekozen(deel), regel)
            elif deel.tag in ("w.footnoteReference", "w.endnoteReference"):
                regel.delen.append(self._noot(deel))
            elif regel.telt and deel.tag in ("w.t", "m.t", "w.sym", *_TEKENS):
                regel.delen.append(_teken(deel))
            elif deel.tag == "v.textpath":
                regel.dozen.append(Alinea(deel.get("string", "")))
            elif deel.tag in _BEELDEN:
                self.ongelezen.append("een afbeelding")
            else:
                self._stukken(deel, regel)

    def _veldteken(self, deel: Element, regel: _Regel) -> None:
        match deel.get("w.fldCharType"):
            case "begin":
                regel.velden.append(Veld(formulier=deel.find("w.ffData")))
            case "separate" if regel.velden:
                regel.velden[-1].uitkomst = True
            case "end" if regel.velden:
                self._bekijk(veld := regel.velden.pop())
                regel.delen.append(veld.gekozen(invulplekken=self._invulplekken))

    def _bekijk(self, veld: Veld) -> None:
        if veld.werkt_zich_bij:
            self.ongelezen.append(f"een veld dat zichzelf bijwerkt ({veld.soort})")

    def _noot(self, verwijzing: Element) -> str:
        """A note stands in the text at the place where it is called."""
        soort = verwijzing.tag.removeprefix("w.").removesuffix("Reference")
        noot = self._noten.get((soort, verwijzing.get("w.id", "")))
        if noot is None or self._in_noot:  # a note that calls itself has no end
            return ""
        self._in_noot = True
        tekst = self.tekst(noot)
        self._in_noot = False
        return f" [noot: {tekst}] "

    def _wijziging(self, soort: str, deel: Element) -> None:
        tekst = "".join(rij.text or "" for rij in deel.iter() if rij.tag in ("w.t", "w.delText"))
        if tekst.strip():
            self.wijzigingen.append(f"{soort}: {tekst}")

    def randen(self, lijf: Element) -> Iterator[str]:
        """The headers and footers that are printed: of a first page only where it has its own."""
        achter = self._pak.achter(self._pak.hoofddeel)
        even = any(
            deel.find("w.evenAndOddHeaders") is not None for deel in self._pak.van_soort("settings")
        )
        for sectie in lijf.iter("w.sectPr"):
            getoond = {
                "default": True,
                "first": sectie.find("w.titlePg") is not None,
                "even": even,
            }
            for verwijzing in sectie:
                if verwijzing.tag not in ("w.headerReference", "w.footerReference"):
                    continue
                deel = self._pak.deel(achter.get(verwijzing.get("r.id", ""), ""))
                if deel is not None and getoond.get(verwijzing.get("w.type", "default"), True):
                    yield self.tekst(deel)


def _binnen(ouder: Element, soort: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also where a content control is around them."""
    for deel in ouder:
        if deel.tag == soort:
            yield deel
        elif deel.tag in ("w.sdt", "w.sdtContent", "w.customXml", *_ERBIJ):
            yield from _binnen(deel, soort)


def _gekozen(keuze: Element) -> Element:
    """The way of showing something that Word takes where a file gives more than one."""
    for deel in keuze:
        nodig = deel.get("Requires", "").split()
        if deel.tag == "mc.Choice" and nodig and _BEKEND.issuperset(nodig):
            return deel
    return next(keuze.iterfind("mc.Fallback"), Element("w.r"))


def _teken(deel: Element) -> str:
    if deel.tag == "w.sym":
        teken = deel.get("w.char", "").upper()
        return _WINGDINGS.get(teken[-2:], "") if teken.startswith("F0") else ""
    return _TEKENS.get(deel.tag, deel.text or "")
