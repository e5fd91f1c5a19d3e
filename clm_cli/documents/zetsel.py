"""Floor 6, zetsel: the text on the pages of a PDF that Typst just made, read from its own bytes.

A batch of letters is read back letter by letter, and a reader of any PDF takes longer than all the
rest of a letter. Typst writes its text in one way: this reads that way, and of whatever is written
otherwise it says that it does not know.
"""

from __future__ import annotations

import re
from typing import Any

_PLAATS = rb"(-?[\d.]+ -?[\d.]+)"
_STUK = re.compile(_PLAATS + rb" cm(?=[\s/])|\bBT(?=[\s/])(.*?)\sET\s", re.DOTALL)
"""Where the next text stands, and the text itself: in it a line end is always written as \\n."""
_DEEL = re.compile(
    rb"/(\w+) [\d.]+ Tf|"
    + _PLAATS
    + rb" Tm|<<[^()]*?>>BDC|"
    + rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|<([\dA-Fa-f]*)>|([(<]|/Rev)",
    re.DOTALL,
)
"""A font, a place, a piece of text, plain or as numbers; last a piece that is
not understood, or goes from right to left."""
_STUURT = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_STUURTEKENS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_TEKEN = re.compile(rb"<([\dA-Fa-f]{4})> <([\dA-Fa-f]+)>\n")
_REEKS = b"beginbfrange"


class _Letters(dict[int, str]):
    """What the numbers of a font mean."""

    def __missing__(self, nummer: int) -> str:
        raise ValueError(nummer)


def zetsel(bladen: Any) -> list[str] | None:
    """The lines of each page; None when one is not written as Typst does."""
    letters: dict[int, _Letters] = {}
    try:
        return [_blad(blad, letters) for blad in bladen]
    except (KeyError, ValueError):
        return None


def _blad(blad: Any, letters: dict[int, _Letters]) -> str:
    """The lines of one page; `letters` are those of the fonts that were met before."""
    fonts = {
        naam.removeprefix("/").encode(): _letters_van(font, letters)
        for naam, font in blad["/Resources"].get("/Font", {}).items()
    }
    uit: list[str] = []
    font = _Letters()
    plaats, hier = b"", (b"", b"")
    for verplaatst, tekst in _STUK.findall(blad.get_contents().get_data()):
        if verplaatst:
            plaats = verplaatst.partition(b" ")[2]
            continue
        for naam, binnen, plat, nummers, vreemd in _DEEL.findall(tekst):
            if vreemd:
                raise ValueError
            if naam:
                font = fonts[naam]
            elif binnen:
                nieuw = (plaats, binnen.partition(b" ")[2])
                uit.append("\n" if nieuw != hier else " ")
                hier = nieuw
            else:
                codes = bytes.fromhex(nummers.decode()) if nummers else _plat(plat)
                uit.append(codes.decode("utf-16-be").translate(font))
    return "".join(uit).strip("\n")


def _letters_van(verwijzing: Any, letters: dict[int, _Letters]) -> _Letters:
    nummer = verwijzing.get_object().indirect_reference.idnum
    if nummer not in letters:
        tabel = verwijzing.get_object()["/ToUnicode"].get_data()
        if _REEKS in tabel:
            raise ValueError
        letters[nummer] = _Letters(
            (int(code, 16), bytes.fromhex(tekst.decode()).decode("utf-16-be"))
            for code, tekst in _TEKEN.findall(tabel)
        )
    return letters[nummer]


def _plat(tekst: bytes) -> bytes:
    r"""The bytes of a piece of text, with what was written behind a \ as it is.

    Nearly each sign begins with a zero, so that is done first; what is left may be none.
    """
    delen = [deel.replace(b"\\000", b"\0") for deel in tekst.split(b"\\\\")]
    return b"\\".join(_STUURT.sub(_teken, deel) if b"\\" in deel else deel for deel in delen)


def _teken(gevonden: re.Match[bytes]) -> bytes:
    wat = gevonden[1]
    return bytes([int(wat, 8)]) if wat[:1].isdigit() else _STUURTEKENS.get(wat, wat)
