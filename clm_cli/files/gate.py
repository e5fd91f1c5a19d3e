"""Floor 6, gate: bytes become a tree of raw text with positions, or meldingen.

No input gets past it unseen.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clm_cli.files.posities import Positie, Posities
from clm_cli.files.wenken import duid
from clm_cli.meldingen import Ernst, Melding, Plek, Sleutel, oorzaak

Boom = Any
"""A mapping, a list, or a text: every scalar is the text as it was written."""

GROOTST, DIEPST, MEESTE, LANGST = 1 << 20, 32, 50_000, 1 << 16
"""Hard limits: bytes in a file, levels, parts, characters in one text."""
_VERBODEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_HEKJE = re.compile(r"^\s*(?:- )?[a-z_]+: +[^'\"|>\[{#\s][^'\"]* (#[^ \n#][^\n]*)$", re.MULTILINE)
_NAAMLOOS = re.compile(r"^:(?: |$)", re.MULTILINE)
_DIEP = re.compile(rf"^(?: {{{40 * DIEPST},}}| *(?:- ){{{DIEPST + 1},}})", re.MULTILINE)
Ontleder = Callable[[str], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What reading gave: the tree (None when it cannot be trusted as a whole).

    Positions and meldingen.
    """

    boom: dict[str, Any] | None
    posities: Posities
    meldingen: tuple[Melding, ...]


class _Stop(Exception):  # noqa: N818 - ends the reading of one file, never leaves this room
    pass


def lees_bestand(pad: Path, naam: str) -> Gelezen:
    """Read one file safely: a regular file, no link, not too large; anything else is a melding."""
    try:
        vlaggen = (
            os.O_RDONLY
            | getattr(os, "O_NOFOLLOW", 0)
            | getattr(os, "O_NONBLOCK", 0)
            | getattr(os, "O_BINARY", 0)
        )
        greep = os.open(pad, vlaggen)
    except OSError as fout:
        reden = "het is een koppeling" if pad.is_symlink() else oorzaak(fout)
        return _alleen(
            naam,
            "YML001",
            f"het bestand is niet te openen: {reden}",
            "zet een gewoon bestand op deze plaats",
        )
    if not stat.S_ISREG(os.fstat(greep).st_mode):
        os.close(greep)
        return _alleen(
            naam, "YML001", "dit is geen gewoon bestand", "zet een gewoon bestand op deze plaats"
        )
    with os.fdopen(greep, "rb") as bestand:
        try:
            inhoud = bestand.read(GROOTST + 1)
        except OSError as fout:
            return _alleen(
                naam,
                "YML001",
                f"het bestand is niet te lezen: {oorzaak(fout)}",
                "probeer het opnieuw",
            )
    return lees(inhoud, naam)


def lees(inhoud: bytes, pad: str, ontleed: Ontleder | None = None) -> Gelezen:
    """Read YAML bytes into raw text with positions; never raises.

    `ontleed` chooses the parser (C by default).
    """
    if len(inhoud) > GROOTST:
        return _alleen(
            pad,
            "YML002",
            "het bestand is groter dan 1 MB",
            "een lang stuk hoort in een eigen bestand (md, pdf)",
        )
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError as fout:
        return _geen_utf8(inhoud, fout.start, pad)
    tekst = tekst.removeprefix("\ufeff").replace("\r\n", "\n")
    lezer = _Lezer(pad, tekst)
    try:
        lezer.vooraf()
        lezer.lees(ontleed or c_ontleder())
    except _Stop:
        return Gelezen(None, lezer.posities, tuple(lezer.meldingen))
    return Gelezen(lezer.boom, lezer.posities, tuple(lezer.meldingen))


def _alleen(pad: str, code: str, tekst: str, nu: str, regel: int = 1, kolom: int = 1) -> Gelezen:
    return Gelezen(
        None, Posities(), (Melding(code, Ernst.FOUT, Plek(pad, (), regel, kolom), tekst, nu=nu),)
    )


def _geen_utf8(inhoud: bytes, plaats: int, pad: str) -> Gelezen:
    regel = inhoud.count(b"\n", 0, plaats) + 1
    kolom = len(inhoud[inhoud.rfind(b"\n", 0, plaats) + 1 : plaats].decode("utf-8", "replace")) + 1
    letter = inhoud[plaats : plaats + 1].decode("cp1252", "replace")
    tekst = f"dit teken is niet als UTF-8 opgeslagen; waarschijnlijk is het '{letter}'"
    return _alleen(pad, "YML003", tekst, "sla het bestand op als UTF-8", regel, kolom)


def c_ontleder() -> Ontleder:
    """Events from the C parser; from the pure one where that is not installed."""
    try:
        from ruamel.yaml.cyaml import CParser
    except ImportError:
        return puur_ontleder()
    return lambda tekst: _gebeurtenissen(CParser(tekst))


def puur_ontleder() -> Ontleder:
    """Events from the parser in Python."""
    from ruamel.yaml import YAML

    return lambda tekst: iter(YAML(typ="safe", pure=True).parse(tekst))


def _gebeurtenissen(parser: Any) -> Iterator[Any]:
    while (gebeurtenis := parser.get_event()) is not None:
        yield gebeurtenis


class _Lezer:
    """The reading of one file: checks on the text.

    Then one pass over the parse events with an own stack.
    """

    def __init__(self, pad: str, tekst: str) -> None:
        self.pad, self.tekst = pad, tekst
        self.regels = tekst.split("\n")
        self.posities = Posities()
        self.meldingen: list[Melding] = []
        self.boom: dict[str, Any] | None = None
        self.aantal = 0

    def meld(
        self,
        code: str,
        regel: int,
        kolom: int,
        tekst: str,
        nu: str,
        sleutel: Sleutel = (),
        stop: bool = False,
    ) -> None:
        """Keep a melding; a stop ends the file."""
        ernst = Ernst.WAARSCHUWING if code == "YML025" else Ernst.FOUT
        self.meldingen.append(
            Melding(code, ernst, Plek(self.pad, sleutel, regel, kolom), tekst, nu=nu)
        )
        if stop:
            raise _Stop

    def _op(self, plaats: int) -> tuple[int, int]:
        regel = self.tekst.count("\n", 0, plaats) + 1
        return regel, plaats - self.tekst.rfind("\n", 0, plaats)

    def vooraf(self) -> None:
        """What can be said before any parser sees the text."""
        for gevonden in _CONFLICT.finditer(self.tekst):
            self.meld(
                "YML005",
                *self._op(gevonden.start()),
                "git heeft hier twee versies samengevoegd die nog allebei staan",
                ("kies wat er moet staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg"),
                stop=True,
            )
        fout = _VERBODEN.search(self.tekst)
        if fout:
            self.meld(
                "YML004",
                *self._op(fout.start()),
                f"hier staat een onzichtbaar teken (U+{ord(fout[0]):04X})",
                "haal het teken weg en typ de tekst opnieuw",
                stop=True,
            )
        self._diepte()
        for naamloos in _NAAMLOOS.finditer(self.tekst):
            self.meld(
                "YML016",
                *self._op(naamloos.start()),
                "vóór de dubbele punt ontbreekt de sleutel",
                "schrijf 'sleutel: waarde'",
                stop=True,
            )
        for hekje in _HEKJE.finditer(self.tekst):
            self.meld(
                "YML025",
                *self._op(hekje.start(1)),
                f"alles vanaf '{hekje[1][:20]}' telt als opmerking",
                "hoort het bij de waarde, zet die dan tussen dubbele aanhalingstekens",
            )

    def _diepte(self) -> None:
        """Refuse absurd depth before the C parser, which would overflow its stack."""
        diep = _DIEP.search(self.tekst)
        nummer = self._op(diep.start())[0] if diep else self._te_veel_haken()
        if nummer:
            self.meld(
                "YML006", nummer, 1, f"dieper dan {DIEPST} niveaus", "maak het vlakker", stop=True
            )
        if self.tekst.count("[") + self.tekst.count("{") > MEESTE:
            self.meld(
                "YML007",
                1,
                1,
                f"meer dan {MEESTE} onderdelen",
                "verdeel het over meer bestanden",
                stop=True,
            )

    def _te_veel_haken(self) -> int:
        """The line on which more brackets stand open than may be; 0 when there is none."""
        if self.tekst.count("[") + self.tekst.count("{") <= DIEPST:
            return 0
        open_ = 0
        for nummer, regel in enumerate(self.regels, 1):
            open_ = max(
                0, open_ + regel.count("[") + regel.count("{") - regel.count("]") - regel.count("}")
            )
            if open_ > DIEPST:
                return nummer
        return 0

    def lees(self, ontleed: Ontleder) -> None:
        """One pass over the events."""
        try:
            documenten = 0
            gebeurtenissen = ontleed(self.tekst)
            for gebeurtenis in gebeurtenissen:
                naam = type(gebeurtenis).__name__
                if naam == "DocumentStartEvent":
                    documenten += 1
                    self._document(gebeurtenis, documenten)
                elif naam not in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                    self._wortel(gebeurtenis, naam, gebeurtenissen)
        except _Stop:
            raise
        # the parsers leak many kinds of exceptions on hostile input
        except Exception as fout:  # noqa: BLE001
            self._ontleedfout(fout)
        if documenten == 0 or self.boom is None:
            self.meld(
                "YML022", 1, 1, "het bestand is leeg", "vul het in, of haal het weg", stop=True
            )

    def _document(self, gebeurtenis: Any, nummer: int) -> None:
        regel = gebeurtenis.start_mark.line + 1
        if nummer > 1:
            self.meld(
                "YML009",
                regel,
                1,
                "na '---' begint een tweede document",
                "één feit per bestand",
                stop=True,
            )
        if getattr(gebeurtenis, "version", None) or getattr(gebeurtenis, "tags", None):
            self.meld(
                "YML015",
                1,
                1,
                "een regel die met % begint hoort hier niet",
                "haal de regel weg",
                stop=True,
            )

    def _wortel(self, gebeurtenis: Any, naam: str, rest: Iterator[Any]) -> None:
        if naam == "ScalarEvent" and not gebeurtenis.value:
            return
        if naam != "MappingStartEvent":
            self.meld(
                "YML010",
                *_van(gebeurtenis),
                "hier horen sleutels met waarden te staan",
                "schrijf 'sleutel: waarde'",
                stop=True,
            )
        self.boom = self._waarde(gebeurtenis, naam, rest, ())

    def _waarde(self, gebeurtenis: Any, naam: str, rest: Iterator[Any], sleutel: Sleutel) -> Boom:
        self.aantal += 1
        regel, kolom = _van(gebeurtenis)
        if self.aantal > MEESTE:
            self.meld(
                "YML007",
                regel,
                kolom,
                f"meer dan {MEESTE} onderdelen",
                "verdeel het over meer bestanden",
                stop=True,
            )
        if len(sleutel) > DIEPST:
            self.meld(
                "YML006",
                regel,
                kolom,
                f"dieper dan {DIEPST} niveaus",
                "maak het vlakker",
                stop=True,
            )
        if naam == "AliasEvent" or getattr(gebeurtenis, "anchor", None):
            self.meld(
                "YML012",
                regel,
                kolom,
                "ankers (&) en verwijzingen (*) worden hier niet gebruikt",
                (
                    "schrijf de waarde uit; begint een tekst met & of *, zet die dan tussen "
                    "aanhalingstekens"
                ),
                sleutel,
            )
        if getattr(gebeurtenis, "tag", None):
            self.meld(
                "YML013",
                regel,
                kolom,
                "een type (!) hoort hier niet",
                "schrijf alleen de waarde",
                sleutel,
            )
        mark, eind = gebeurtenis.start_mark, gebeurtenis.end_mark
        self.posities.waarden[sleutel] = Positie(regel, kolom, mark.index, eind.index)
        if naam == "MappingStartEvent":
            return self._mapping(rest, sleutel)
        if naam == "SequenceStartEvent":
            return self._lijst(rest, sleutel)
        return self._tekst(gebeurtenis, sleutel) if naam == "ScalarEvent" else ""

    def _tekst(self, gebeurtenis: Any, sleutel: Sleutel) -> str:
        tekst: str = gebeurtenis.value.replace(
            "\x07", ""
        )  # the pure parser leaves a bell in folded text
        if len(tekst) > LANGST:
            self.meld(
                "YML008",
                *_van(gebeurtenis),
                "deze tekst is langer dan 65.536 tekens",
                "zet haar in een eigen stuk",
                sleutel,
            )
        fout = _VERBODEN.search(tekst)
        if fout:
            self.meld(
                "YML004",
                *_van(gebeurtenis),
                f"in deze tekst staat een onzichtbaar teken (U+{ord(fout[0]):04X})",
                "haal het teken weg en typ de tekst opnieuw",
                sleutel,
            )
        return tekst

    def _lijst(self, rest: Iterator[Any], sleutel: Sleutel) -> list[Boom]:
        lijst: list[Boom] = []
        for gebeurtenis in rest:
            naam = type(gebeurtenis).__name__
            if naam == "SequenceEndEvent":
                break
            lijst.append(self._waarde(gebeurtenis, naam, rest, (*sleutel, len(lijst))))
        return lijst

    def _mapping(self, rest: Iterator[Any], sleutel: Sleutel) -> dict[str, Boom]:
        blok: dict[str, Boom] = {}
        for gebeurtenis in rest:
            if type(gebeurtenis).__name__ == "MappingEndEvent":
                break
            naam = self._sleutel(gebeurtenis, sleutel)
            waarde = next(rest)
            if naam in blok:
                eerste = self.posities.sleutels[(*sleutel, naam)].regel
                self.meld(
                    "YML011",
                    *_van(gebeurtenis),
                    f"'{naam}' staat al op regel {eerste}",
                    "houd er één over",
                    (*sleutel, naam),
                )
                self._waarde(waarde, type(waarde).__name__, rest, (*sleutel, naam, "dubbel"))
                continue
            mark = gebeurtenis.start_mark
            self.posities.sleutels[(*sleutel, naam)] = Positie(
                *_van(gebeurtenis), mark.index, gebeurtenis.end_mark.index
            )
            blok[naam] = self._waarde(waarde, type(waarde).__name__, rest, (*sleutel, naam))
        return blok

    def _sleutel(self, gebeurtenis: Any, sleutel: Sleutel) -> str:
        plaats = _van(gebeurtenis)
        if type(gebeurtenis).__name__ != "ScalarEvent" or not gebeurtenis.value:
            self.meld(
                "YML016",
                *plaats,
                "een sleutel is hier een gewoon woord",
                "schrijf 'sleutel: waarde'",
                sleutel,
                stop=True,
            )
        naam: str = gebeurtenis.value
        if naam == "<<" and gebeurtenis.implicit[0]:
            self.meld(
                "YML014",
                *plaats,
                "samenvoegen met << wordt hier niet gebruikt",
                "schrijf de sleutels uit",
                sleutel,
                stop=True,
            )
        if (
            _VERBODEN.search(naam)
            or getattr(gebeurtenis, "anchor", None)
            or getattr(gebeurtenis, "tag", None)
        ):
            self.meld(
                "YML016",
                *plaats,
                "in deze sleutel staat iets dat er niet hoort",
                "typ de sleutel opnieuw",
                sleutel,
                stop=True,
            )
        return naam

    def _ontleedfout(self, fout: Exception) -> None:
        mark = getattr(fout, "problem_mark", None) or getattr(fout, "context_mark", None)
        regel, kolom = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        probleem = f"{getattr(fout, 'context', '')} {getattr(fout, 'problem', '')}"
        code, regel, kolom, tekst, nu = duid(self.regels, regel, kolom, probleem)
        self.meld(code, regel, kolom, tekst, nu, stop=True)


def _van(gebeurtenis: Any) -> tuple[int, int]:
    return gebeurtenis.start_mark.line + 1, gebeurtenis.start_mark.column + 1
