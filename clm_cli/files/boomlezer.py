"""Floor 6, boomlezer: the parse events of one file become a tree of raw text with positions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from clm_cli.files.melder import Melder, Stop
from clm_cli.files.posities import Plaatsen, Positie
from clm_cli.files.vooraf import DIEPST, MEESTE, te_diep, te_veel
from clm_cli.files.yamlfouten import duid
from clm_cli.meldingen import Sleutel
from clm_cli.woorden import STUREND

Boom: TypeAlias = "str | list[Boom] | dict[str, Boom]"
"""A mapping, a list, or a text: every scalar is the text as it was written."""
Gebeurtenis: TypeAlias = Any
"""A parse event: the library has no types for what its two parsers share."""
Ontleder = Callable[[str], Iterator[Gebeurtenis]]
_DUBBELE_PUNT = (
    "tussen haken staat een dubbele punt in een waarde",
    "zet de waarde tussen dubbele aanhalingstekens",
)
_TAB = re.compile(r"[ :,\]}-]*\t")
"""A tab between two parts of a file, straight behind the first."""
_TOT_DE_PUNT = re.compile(r"(?:\s|#[^\n]*+)*+:")
LANGST = 1 << 16
"""The characters that one text may have."""


@dataclass(slots=True)
class Boomlezer:
    """One pass over the parse events with an own stack."""

    tekst: str
    melder: Melder
    plaatsen: tuple[Plaatsen, Plaatsen] | None = None
    """Where to write the places of values and of keys, when somebody asked for them."""
    boom: dict[str, Boom] | None = None
    tussen_haken: int = 0
    """How many brackets [ and { stand open."""
    aantal: int = 0
    """How many parts were read so far."""
    tabs: bool = field(init=False)
    """Whether there is a tab in the file at all."""

    def __post_init__(self) -> None:
        """Look once for what few files have."""
        self.tabs = "\t" in self.tekst

    def lees(self, ontleed: Ontleder) -> None:
        """Build the tree; raises Stop when it cannot be trusted as a whole."""
        documenten = 0
        try:
            gebeurtenissen = ontleed(self.tekst)
            for gebeurtenis in gebeurtenissen:
                soort = type(gebeurtenis).__name__
                if soort == "DocumentStartEvent":
                    documenten += 1
                    self._document(gebeurtenis, documenten)
                elif soort not in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                    self._wortel(gebeurtenis, gebeurtenissen)
        except Stop:
            raise
        # the parsers leak many kinds of exceptions on hostile input
        except Exception as fout:  # noqa: BLE001
            self._ontleedfout(fout)
        if documenten == 0 or self.boom is None:
            self.melder.stop("YML022", (1, 1), "het bestand is leeg", "vul het in, of haal het weg")

    def _ontleedfout(self, fout: Exception) -> None:
        mark = getattr(fout, "problem_mark", None) or getattr(fout, "context_mark", None)
        regel, kolom = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        probleem = f"{getattr(fout, 'context', '')} {getattr(fout, 'problem', '')}"
        code, waar, tekst, nu = duid(self.tekst.split("\n"), (regel, kolom), probleem)
        self.melder.stop(code, waar, tekst, nu)

    def _document(self, gebeurtenis: Gebeurtenis, nummer: int) -> None:
        if nummer > 1:
            waar = (gebeurtenis.start_mark.line + 1, 1)
            self.melder.stop(
                "YML009", waar, "na '---' begint een tweede document", "één feit per bestand"
            )
        if getattr(gebeurtenis, "version", None) or getattr(gebeurtenis, "tags", None):
            tekst = "een regel die met % begint hoort hier niet"
            self.melder.stop("YML015", (1, 1), tekst, "haal de regel weg")

    def _wortel(self, gebeurtenis: Gebeurtenis, rest: Iterator[Gebeurtenis]) -> None:
        if type(gebeurtenis).__name__ == "ScalarEvent" and not gebeurtenis.value:
            return
        if type(gebeurtenis).__name__ != "MappingStartEvent":
            tekst = "hier horen sleutels met waarden te staan"
            self.melder.stop("YML010", _van(gebeurtenis), tekst, "schrijf 'sleutel: waarde'")
        boom = self._waarde(gebeurtenis, rest, ())
        assert isinstance(boom, dict)
        self.boom = boom

    def _waarde(
        self, gebeurtenis: Gebeurtenis, rest: Iterator[Gebeurtenis], sleutel: Sleutel
    ) -> Boom:
        """One value, with everything in it."""
        self.aantal += 1
        soort = type(gebeurtenis).__name__
        if self.aantal > MEESTE:
            te_veel(self.melder, _van(gebeurtenis))
        if len(sleutel) > DIEPST:
            te_diep(self.melder, _van(gebeurtenis))
        if soort == "AliasEvent" or gebeurtenis.anchor or gebeurtenis.tag:
            self._versiersels(gebeurtenis, sleutel)
        if self.tussen_haken or self.tabs:
            self._eender(gebeurtenis)
        if self.plaatsen:
            self.plaatsen[0][sleutel] = _positie(gebeurtenis)
        if soort == "ScalarEvent":
            return self._tekst(gebeurtenis, sleutel)
        if soort == "AliasEvent":
            return ""
        haak = bool(gebeurtenis.flow_style)
        self.tussen_haken += haak
        lees = self._mapping if soort == "MappingStartEvent" else self._lijst
        inhoud = lees(rest, sleutel)
        self.tussen_haken -= haak
        return inhoud

    def _versiersels(self, gebeurtenis: Gebeurtenis, sleutel: Sleutel) -> None:
        """Anchors, aliases and types mean something in YAML, and nothing here."""
        waar = _van(gebeurtenis)
        if type(gebeurtenis).__name__ == "AliasEvent" or getattr(gebeurtenis, "anchor", None):
            self.melder.meld(
                "YML012",
                waar,
                "ankers (&) en verwijzingen (*) worden hier niet gebruikt",
                "schrijf de waarde uit; begint een tekst met & of *, zet die dan tussen "
                "aanhalingstekens",
                sleutel,
            )
        if getattr(gebeurtenis, "tag", None):
            self.melder.meld(
                "YML013", waar, "een type (!) hoort hier niet", "schrijf alleen de waarde", sleutel
            )

    def _eender(self, gebeurtenis: Gebeurtenis) -> None:
        """What one of the two parsers refuses is refused with the other too.

        That in C takes no plain text with a colon between brackets, and that in Python no tab
        between two parts, nor a value straight behind a quoted key in a list. Asked only where
        there is a bracket or a tab.
        """
        if self.tussen_haken and type(gebeurtenis).__name__ == "ScalarEvent":
            plek = -1 if gebeurtenis.style else gebeurtenis.value.find(":")
            if plek >= 0:
                begin = gebeurtenis.start_mark
                waar = (begin.line + 1, begin.column + 1 + plek)
                self.melder.stop("YML019", waar, *_DUBBELE_PUNT)
        if not self.tabs or getattr(gebeurtenis, "style", None) in ("|", ">"):
            return
        eind = gebeurtenis.end_mark
        if tab := _TAB.match(self.tekst, eind.index):
            waar = (eind.line + 1, eind.column + tab.end() - tab.start())
            self.melder.stop("YML018", waar, "hier staat een tab", "gebruik spaties")

    def _tekst(self, gebeurtenis: Gebeurtenis, sleutel: Sleutel) -> str:
        # the pure parser leaves a bell in folded text
        tekst: str = gebeurtenis.value.replace("\x07", "")
        if len(tekst) > LANGST:
            lang = "deze tekst is langer dan 65.536 tekens"
            self.melder.meld(
                "YML008", _van(gebeurtenis), lang, "zet haar in een eigen stuk", sleutel
            )
        # only with a backslash does a value hold what its file does not show; that was looked at
        fout = STUREND.search(tekst) if gebeurtenis.style == '"' else None
        if fout:
            self.melder.meld(
                "YML004",
                _van(gebeurtenis),
                f"in deze tekst staat een onzichtbaar teken (U+{ord(fout[0]):04X})",
                "haal het teken weg en typ de tekst opnieuw",
                sleutel,
            )
        return tekst

    def _lijst(self, rest: Iterator[Gebeurtenis], sleutel: Sleutel) -> list[Boom]:
        lijst: list[Boom] = []
        for gebeurtenis in rest:
            if type(gebeurtenis).__name__ == "SequenceEndEvent":
                if self.tabs:
                    self._eender(gebeurtenis)
                break
            lijst.append(self._waarde(gebeurtenis, rest, (*sleutel, len(lijst))))
        return lijst

    def _mapping(self, rest: Iterator[Gebeurtenis], sleutel: Sleutel) -> dict[str, Boom]:
        blok: dict[str, Boom] = {}
        eerder: dict[str, Gebeurtenis] = {}
        for gebeurtenis in rest:
            if type(gebeurtenis).__name__ == "MappingEndEvent":
                if self.tabs:
                    self._eender(gebeurtenis)
                break
            naam = self._sleutel(gebeurtenis, sleutel)
            eigen: Sleutel = (*sleutel, naam)
            waarde = next(rest)
            if naam in blok:
                tekst = f"'{naam}' staat al op regel {_van(eerder[naam])[0]}"
                self.melder.meld("YML011", _van(gebeurtenis), tekst, "houd er één over", eigen)
                self._waarde(waarde, rest, (*eigen, "dubbel"))
                continue
            eerder[naam] = gebeurtenis
            if self.plaatsen:
                self.plaatsen[1][eigen] = _positie(gebeurtenis)
            blok[naam] = self._waarde(waarde, rest, eigen)
            # only a value that is not there: the begin of a list or mapping has no width either
            if (
                self.plaatsen
                and type(waarde).__name__ == "ScalarEvent"
                and not (waarde.value or waarde.style)
            ):
                self.plaatsen[0][eigen] = self._achter(gebeurtenis)
        return blok

    def _achter(self, sleutel: Gebeurtenis) -> Positie:
        """Where a value goes that is not there yet: each parser has a place of its own for that."""
        mark = sleutel.end_mark
        punt = _TOT_DE_PUNT.match(self.tekst, mark.index)
        eind = punt.end() if punt else mark.index
        regels = self.tekst[mark.index : eind].split("\n")
        kolom = len(regels[-1]) + 1 + (mark.column if len(regels) == 1 else 0)
        return Positie(mark.line + len(regels), kolom, eind, eind)

    def _sleutel(self, gebeurtenis: Gebeurtenis, sleutel: Sleutel) -> str:
        if type(gebeurtenis).__name__ != "ScalarEvent" or not gebeurtenis.value:
            tekst = "een sleutel is hier een gewoon woord"
            waar = _van(gebeurtenis)
            self.melder.stop("YML016", waar, tekst, "schrijf 'sleutel: waarde'", sleutel)
        if self.tussen_haken or self.tabs:
            self._eender(gebeurtenis)
        naam: str = gebeurtenis.value
        if naam == "<<" and gebeurtenis.implicit[0]:
            tekst = "samenvoegen met << wordt hier niet gebruikt"
            self.melder.stop("YML014", _van(gebeurtenis), tekst, "schrijf de sleutels uit", sleutel)
        if gebeurtenis.anchor or gebeurtenis.tag or _stuurt(naam):
            tekst = "in deze sleutel staat iets dat er niet hoort"
            self.melder.stop("YML016", _van(gebeurtenis), tekst, "typ de sleutel opnieuw", sleutel)
        return naam


@lru_cache(1024)
def _stuurt(sleutel: str) -> bool:
    """Whether a key holds what nobody sees; the keys of a register are few."""
    return STUREND.search(sleutel) is not None


def _positie(gebeurtenis: Gebeurtenis) -> Positie:
    begin, eind = gebeurtenis.start_mark, gebeurtenis.end_mark
    return Positie(begin.line + 1, begin.column + 1, begin.index, eind.index)


def _van(gebeurtenis: Gebeurtenis) -> tuple[int, int]:
    """Line and column where an event begins, from 1."""
    return gebeurtenis.start_mark.line + 1, gebeurtenis.start_mark.column + 1
