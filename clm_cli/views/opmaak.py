"""Floor 6, opmaak: the one door to rich.

Safe text, wrapped inside columns that keep to the width of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Any, Literal

from clm_cli.meldingen import Plek, Reden
from clm_cli.tijd.datum import MAANDEN, WEEKDAGEN

Plaats = Callable[[Plek], tuple[int, int] | None]
"""Line and column of a place, from 1; whoever read the files hands it over."""
Stijl = Literal["", "vet", "zwak", "rood"]
"""Decoration only: what it says, is also said in words."""
_RICH: dict[Stijl, str] = {"vet": "bold", "zwak": "dim", "rood": "bold red"}
_ONZICHTBAAR = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ud800-\udfff]"
)
_WOORDEN = re.compile(r"([ \t\n]*)([^ \t\n]+)")
_LATIJN = "\u0300"
"""Below this code point every visible character takes one column."""
_HARD = "\u00a0"
_TUSSEN = 2
SMAL = 72
"""On paper narrower than this a table becomes paragraphs."""
_NOODBREEDTE = 4
"""What is left of a column when the paper is too narrow for the widths that were asked for."""


def zichtbaar(tekst: str) -> str:
    """Control, direction and zero-width characters made visible.

    So that a name cannot steer the terminal.
    """
    return _ONZICHTBAAR.sub(lambda teken: f"<U+{ord(teken[0]):04X}>", tekst)


def breed(tekst: str) -> int:
    """The columns a text takes on a terminal."""
    if tekst.isascii() or max(tekst) < _LATIJN:
        return len(tekst)
    from rich.cells import cell_len

    return cell_len(tekst)


def wikkel(tekst: str, breedte: int) -> list[str]:
    """The text as lines of at most `breedte` columns.

    Broken between words, a longer word after / or -, else anywhere.

    Nothing is left out but the white space at a break; runs of spaces inside a line stay. A hard
    space only holds words
    together: it is printed as a plain one.
    """
    regels: list[str] = []
    regel = ""
    for spatie, woord in _WOORDEN.findall(zichtbaar(tekst)):
        langer = f"{regel}{' ' if spatie.strip(' ') else spatie}{woord}" if regel else woord
        if breed(langer) <= breedte:
            regel = langer
            continue
        *heel, regel = [*([regel] if regel else []), *_stukken(woord, breedte)]
        regels += heel
    return [deel.replace(_HARD, " ") for deel in (*regels, regel)]


def _stukken(woord: str, breedte: int) -> list[str]:
    stukken = []
    while breed(woord) > breedte:
        past = max(
            1,
            next(
                n
                for n in range(min(len(woord), breedte), -1, -1)
                if not n or breed(woord[:n]) <= breedte
            ),
        )
        knip = woord.rfind("/", 0, past) + 1 or woord.rfind("-", 0, past) + 1 or past
        stukken.append(woord[:knip])
        woord = woord[knip:]
    return [*stukken, woord]


@cache
def _verf(stijl: Stijl) -> tuple[str, str]:
    """The codes in front of and behind a text in a style."""
    from rich.color import ColorSystem
    from rich.style import Style

    voor, _, na = (
        Style.parse(_RICH[stijl]).render("|", color_system=ColorSystem.STANDARD).partition("|")
    )
    return voor, na


@dataclass(frozen=True, slots=True)
class Cel:
    """A text with its style."""

    tekst: str
    stijl: Stijl = ""


Inhoud = str | Cel


def _cel(inhoud: Inhoud) -> Cel:
    return inhoud if isinstance(inhoud, Cel) else Cel(inhoud)


@dataclass(frozen=True, slots=True)
class Papier:
    """What is written on: its width in columns, and whether it takes styles."""

    breedte: int = 100
    kleur: bool = False

    def verf(self, tekst: str, stijl: Stijl) -> str:
        """One piece of a line in a style."""
        if not self.kleur or not stijl or not tekst:
            return tekst
        voor, na = _verf(stijl)
        return voor + tekst + na

    def alinea(
        self, inhoud: Inhoud, inspring: int = 0, label: Inhoud = "", hang: int = 0
    ) -> list[str]:
        """A paragraph; the label stands in front of it.

        And the next lines hang under its text (at least `hang` wide).
        """
        voor, cel = _cel(label), _cel(inhoud)
        naam = zichtbaar(voor.tekst)
        hangend = max(breed(naam), hang)
        begin = " " * inspring + self.verf(naam, voor.stijl) + " " * (hangend - breed(naam))
        regels = wikkel(cel.tekst, max(_NOODBREEDTE, self.breedte - inspring - hangend))
        onder = " " * (inspring + hangend)
        return [
            ((begin if nr == 0 else onder) + self.verf(regel, cel.stijl)).rstrip()
            for nr, regel in enumerate(regels)
        ]

    def kop(self, links: Inhoud, rechts: str = "") -> list[str]:
        """A heading with something at the right edge.

        Beneath it when the two do not fit on one line.
        """
        cel, rand = _cel(links), zichtbaar(rechts)
        tekst = zichtbaar(cel.tekst)
        ruimte = self.breedte - breed(tekst) - breed(rand)
        if rechts and ruimte >= _TUSSEN and "\n" not in tekst + rand:
            return [self.verf(tekst, cel.stijl) + " " * ruimte + rand]
        return [*self.alinea(cel), *(self.alinea(rechts) if rechts else [])]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its title, and how it behaves when the paper is too narrow."""

    titel: str = ""
    minst: int = 0
    """The width below which it is not squeezed as long as another can give; 0 is never squeezed
    before the others."""
    rechts: bool = False
    hoogst: int = 0
    """The width above which its text is wrapped anyhow; 0 is no limit."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Columns with their widths on one paper."""

    papier: Papier
    kolommen: tuple[Kolom, ...]
    breedtes: tuple[int, ...]
    inspring: int

    @property
    def rand(self) -> int:
        """The column of the paper at which the last column of the table begins."""
        return self.begin(len(self.breedtes) - 1)

    def begin(self, kolom: int) -> int:
        """The column of the paper at which a column of the table begins."""
        return self.inspring + sum(self.breedtes[:kolom]) + _TUSSEN * kolom

    def rij(self, *cellen: Inhoud) -> list[str]:
        """One row, each text wrapped inside its column."""
        delen = [_cel(cel) for cel in cellen]
        regels = [
            wikkel(cel.tekst, breedte) for cel, breedte in zip(delen, self.breedtes, strict=True)
        ]
        uit = []
        for nummer, stukken in enumerate(zip_longest(*regels, fillvalue="")):
            rij = [
                self._vul(kolom, cel, stuk, nummer)
                for kolom, (cel, stuk) in enumerate(zip(delen, stukken, strict=True))
            ]
            uit.append((" " * self.inspring + (" " * _TUSSEN).join(rij)).rstrip())
        return uit

    def _vul(self, kolom: int, cel: Cel, stuk: str, nummer: int) -> str:
        wit = " " * (self.breedtes[kolom] - breed(stuk))
        geverfd = self.papier.verf(stuk, cel.stijl)
        return wit + geverfd if self.kolommen[kolom].rechts and nummer == 0 else geverfd + wit

    def kop(self, stijl: Stijl = "zwak") -> list[str]:
        """The titles of the columns."""
        return self.rij(*(Cel(kolom.titel, stijl) for kolom in self.kolommen))


def tabel(
    papier: Papier, kolommen: Sequence[Kolom], rijen: Iterable[Sequence[Inhoud]], inspring: int = 1
) -> Tabel:
    """Columns as wide as their longest text.

    When that is too wide, the widest give way, first down to their `minst`.
    """
    teksten = [[zichtbaar(_cel(inhoud).tekst) for inhoud in rij] for rij in rijen]
    breedtes = []
    for nummer, kolom in enumerate(kolommen):
        langste = max([breed(kolom.titel), *(breed(rij[nummer]) for rij in teksten)])
        breedtes.append(min(langste, kolom.hoogst) if kolom.hoogst else langste)
    ruimte = papier.breedte - inspring - _TUSSEN * (len(breedtes) - 1)
    minst = [kolom.minst or breedte for kolom, breedte in zip(kolommen, breedtes, strict=True)]
    _knijp(breedtes, minst, ruimte)
    _knijp(breedtes, [_NOODBREEDTE] * len(breedtes), ruimte)
    return Tabel(papier, tuple(kolommen), tuple(breedtes), inspring)


def tabelregels(
    papier: Papier, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[Inhoud]], inspring: int = 1
) -> list[str]:
    """A table with its titles; on narrow paper each row is a paragraph that says the titles."""
    if papier.breedte < SMAL:
        return [regel for rij in rijen for regel in _in_woorden(papier, kolommen, rij, inspring)]
    tafel = tabel(papier, kolommen, rijen, inspring)
    titels = tafel.kop() if any(kolom.titel for kolom in kolommen) else []
    return [*titels, *(regel for rij in rijen for regel in tafel.rij(*rij))]


def _in_woorden(
    papier: Papier, kolommen: Sequence[Kolom], rij: Sequence[Inhoud], inspring: int
) -> list[str]:
    eerste, *rest = [_cel(inhoud) for inhoud in rij]
    delen = [
        f"{kolom.titel} {cel.tekst}".strip()
        for kolom, cel in zip(kolommen[1:], rest, strict=True)
        if cel.tekst
    ]
    kop = papier.alinea(eerste, inspring) if eerste.tekst else []
    return [*kop, *papier.alinea(" · ".join(delen), inspring + 2)] if delen else kop


def _knijp(breedtes: list[int], minst: Sequence[int], ruimte: int) -> None:
    """Take columns off the widest that may still give, until the row fits or nothing gives."""
    while sum(breedtes) > ruimte:
        mogelijk = [nr for nr, breedte in enumerate(breedtes) if breedte > minst[nr]]
        if not mogelijk:
            return
        breedtes[max(mogelijk, key=lambda nr: breedtes[nr])] -= 1


def dag(datum: date, vandaag: date) -> str:
    """'do  7 mei', days under each other; 'wo 30-6-2027' in another year than this."""
    weekdag = WEEKDAGEN[datum.weekday()][:2]
    if datum.year != vandaag.year:
        return f"{weekdag} {datum.day}-{datum.month}-{datum.year}"
    return f"{weekdag} {datum.day:>2} {MAANDEN[datum.month - 1]}"


def bijeen(delen: Iterable[str], scheiding: str = f"{_HARD}· ") -> str:
    """Parts in a row, each of which stays whole at the end of a line."""
    return scheiding.join(deel.replace(" ", _HARD) for deel in delen)


def zin(tekst: str, *, hoofdletter: bool = True) -> str:
    """A text on one line with a full stop behind.

    And with a capital in front or (but for abbreviations) without.
    """
    plat = " ".join(tekst.split())
    begin = (
        plat[:1].upper()
        if hoofdletter
        else plat[:1].lower()
        if plat[1:2].islower() or plat[1:2] == " "
        else plat[:1]
    )
    return begin + plat[1:] + ("" if plat.endswith((".", "!", "?")) else ".")


def waar(plek: Plek | None, plaats: Plaats) -> str:
    """A place as file:line:column; only the file when its positions are not known."""
    if plek is None:
        return ""
    gevonden = plaats(plek)
    return f"{plek.pad}:{gevonden[0]}:{gevonden[1]}" if gevonden else plek.pad


def plek_json(plek: Plek | None, plaats: Plaats) -> dict[str, Any] | None:
    """A place as data."""
    if plek is None:
        return None
    regel, kolom = plaats(plek) or (None, None)
    return {"bestand": plek.pad, "regel": regel, "kolom": kolom}


def reden_json(reden: Reden, plaats: Plaats) -> dict[str, Any]:
    """A reason as data."""
    return {"tekst": reden.tekst, "plek": plek_json(reden.plek, plaats)}
