"""Floor 6, opmaak: safe text, wrapped inside the width of the paper; the paper of every page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Literal

from clm_cli.meldingen import Plek, Reden
from clm_cli.tijd.datum import MAANDEN, WEEKDAGEN
from clm_cli.value import value
from clm_cli.woorden import zichtbaar

Plaats = Callable[[Plek], tuple[int, int] | None]
"""Line and column of a place, from 1; whoever read the files hands it over."""
Gegevens = dict[str, object]
"""What a page says as data: texts, numbers and days, lists and trees of them, ready for JSON."""
Stijl = Literal["", "vet", "zwak", "rood", "weg", "erbij"]
"""Decoration only: what it says, is also said in words."""
_RICH: dict[Stijl, str] = {"vet": "bold", "zwak": "dim", "rood": "bold red"}
_RICH |= {"weg": "red", "erbij": "green"}
_WOORDEN = re.compile(r"([ \t\n]*)([^ \t\n]+)")
_LATIJN = "\u0300"
"""Below this code point every visible character takes one column."""
_MAART = 3
_HARD = "\u00a0"
TUSSEN = 2
"""The columns that stay empty between two texts on one line."""
NOODBREEDTE = 4
"""What is left of a column when the paper is too narrow for the widths that were asked for."""


def breed(tekst: str) -> int:
    """The columns a text takes on a terminal."""
    if tekst.isascii() or max(tekst) < _LATIJN:
        return len(tekst)
    from rich.cells import cell_len  # only a text beyond Latin pays for its tables

    return cell_len(tekst)


def wikkel(tekst: str, breedte: int) -> list[str]:
    """The text as lines of at most `breedte` columns.

    They are broken between words, inside a longer word after / or -, else anywhere. Nothing is left
    out but the white space at a break; runs of spaces inside a line stay. A hard space only holds
    words together: it is printed as a plain one.
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
    from rich import color, style  # only a page with styles pays for rich

    gekleurd = style.Style.parse(_RICH[stijl])
    voor, _, na = gekleurd.render("|", color_system=color.ColorSystem.STANDARD).partition("|")
    return voor, na


@value
class Cel:
    """A text with its style."""

    tekst: str
    stijl: Stijl = ""


Inhoud = str | Cel


def als_cel(inhoud: Inhoud) -> Cel:
    """A text without a style as one with it."""
    return inhoud if isinstance(inhoud, Cel) else Cel(inhoud)


@value
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
        """A paragraph with a label in front; the next lines hang under its text."""
        voor, cel = als_cel(label), als_cel(inhoud)
        naam = zichtbaar(voor.tekst)
        hangend = max(breed(naam), hang)
        begin = " " * inspring + self.verf(naam, voor.stijl) + " " * (hangend - breed(naam))
        regels = wikkel(cel.tekst, max(NOODBREEDTE, self.breedte - inspring - hangend))
        onder = " " * (inspring + hangend)
        return [
            ((begin if nr == 0 else onder) + self.verf(regel, cel.stijl)).rstrip()
            for nr, regel in enumerate(regels)
        ]

    def verschil(self, tekst: str) -> list[str]:
        """A difference line by line: what goes and what comes has its sign, and its colour."""
        stijlen: dict[str, Stijl] = {"-": "weg", "+": "erbij", "@": "zwak"}
        return [
            self.verf(regel, stijlen.get(regel[:1], "")) for regel in zichtbaar(tekst).splitlines()
        ]

    def titel(self, tekst: str) -> list[str]:
        """An empty line and the title of a chapter."""
        return ["", *self.alinea(Cel(tekst, "vet"))]

    def kop(self, links: Inhoud, rechts: str = "") -> list[str]:
        """A heading with something at the right edge, or beneath it when both do not fit."""
        cel, rand = als_cel(links), zichtbaar(rechts)
        tekst = zichtbaar(cel.tekst)
        ruimte = self.breedte - breed(tekst) - breed(rand)
        if rechts and ruimte >= TUSSEN and "\n" not in tekst + rand:
            return [self.verf(tekst, cel.stijl) + " " * ruimte + rand]
        return [*self.alinea(cel), *(self.alinea(rechts) if rechts else [])]


def dag(datum: date, vandaag: date) -> str:
    """'do  7 mei', days under each other; 'wo 30-6-2027' in another year than this."""
    weekdag = WEEKDAGEN[datum.weekday()][:2]
    if datum.year != vandaag.year:
        return f"{weekdag} {datum.day}-{datum.month}-{datum.year}"
    return f"{weekdag} {datum.day:>2} {MAANDEN[datum.month - 1]}"


def dag_kort(datum: date, vandaag: date) -> str:
    """'do  8 okt', with a year when that is another one."""
    if datum.year != vandaag.year:
        return dag(datum, vandaag)
    maand = "mrt" if datum.month == _MAART else MAANDEN[datum.month - 1][:3]
    return f"{WEEKDAGEN[datum.weekday()][:2]} {datum.day:>2} {maand}"


def bijeen(delen: Iterable[str], scheiding: str = f"{_HARD}· ") -> str:
    """Parts in a row, each of which stays whole at the end of a line."""
    return scheiding.join(deel.replace(" ", _HARD) for deel in delen)


def zin(tekst: str, *, hoofdletter: bool = True) -> str:
    """A text on one line, with a full stop behind and a capital in front.

    Without the capital its first letter is small, but for abbreviations.
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


def nergens(_: Plek) -> None:
    """The places of who read no files: none."""


def waar(plek: Plek | None, plaats: Plaats) -> str:
    """A place as file:line:column; only the file when its positions are not known."""
    if plek is None:
        return ""
    gevonden = plaats(plek)
    return f"{plek.pad}:{gevonden[0]}:{gevonden[1]}" if gevonden else plek.pad


def plek_json(plek: Plek | None, plaats: Plaats) -> Gegevens | None:
    """A place as data."""
    if plek is None:
        return None
    regel, kolom = plaats(plek) or (None, None)
    return {"bestand": plek.pad, "regel": regel, "kolom": kolom}


def reden_json(reden: Reden, plaats: Plaats) -> Gegevens:
    """A reason as data."""
    return {"tekst": reden.tekst, "plek": plek_json(reden.plek, plaats)}
