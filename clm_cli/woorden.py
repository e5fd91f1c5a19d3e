"""Floor 0, woorden: the known word nearest to what was typed, and text safe for a terminal."""

from __future__ import annotations

import codecs
import contextlib
import difflib
import re
from collections.abc import Iterable

_STURENDE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
)
STUREND = re.compile(f"[{_STURENDE}]")
"""Characters that nobody sees and that steer what is shown: no file of a register holds them."""
_LEEG = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Fillers, joiners, tags and selectors: two names that differ in one look the same."""
ONZICHTBAAR = re.compile(f"[{_STURENDE}\r{_LEEG}]")
"""Those, and the ones that a file may hold but nobody sees on a terminal."""


_GESCHREVEN = {
    "client": "cliënt",
    "continuiteit": "continuïteit",
    "risicos": "risico's",
    "risicos en wijzigingen": "risico's en wijzigingen",
}


def geschreven(woord: str) -> str:
    """A word of a closed list as people write it; files keep it without accents or apostrophes."""
    return _GESCHREVEN.get(woord, woord)


def zijn(aantal: int) -> str:
    """'is' of one thing, 'zijn' of more."""
    return "is" if aantal == 1 else "zijn"


def elke(tussen: object) -> str:
    """How often: 'elk jaar', 'elke maand', 'elke 3 maanden'."""
    woord = str(tussen).removeprefix("1 ")
    return f"{'elk' if woord in ('jaar', 'halfjaar', 'kwartaal') else 'elke'} {woord}"


def zichtbaar(tekst: str) -> str:
    """Every character that nobody sees made visible, so that a name cannot steer the terminal."""
    return ONZICHTBAAR.sub(lambda teken: f"<U+{ord(teken[0]):04X}>", tekst)


def tekst_uit(inhoud: bytes) -> str:
    """A text that came from elsewhere, in any code that it is usually saved in.

    UTF-16 need not begin with its mark: of ordinary text every second byte is nought. What is no
    text at all keeps its noughts.
    """
    begin = inhoud[:400]
    code = "utf-8-sig"
    if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        code = "utf-16"
    elif b"\0" in begin:
        code = "utf-16-be" if begin[::2].count(0) > begin[1::2].count(0) else "utf-16-le"
    with contextlib.suppress(UnicodeDecodeError):
        return inhoud.decode(code)
    return inhoud.decode("cp1252", "replace")


_HERKEND = 40
"""So much of what was typed is enough to see what it was."""


def kort(tekst: str, ruimte: int = 60) -> str:
    """A text on one line, as much of it as is read at a glance."""
    plat = " ".join(tekst.split())
    return plat if len(plat) <= ruimte else f"{plat[: ruimte - 1].rstrip()}…"


def getypt(tekst: str) -> str:
    """What somebody typed, between quotes and as it was typed, as much of it as is recognised."""
    return f"'{tekst if len(tekst) <= _HERKEND else f'{tekst[: _HERKEND - 1]}…'}'"


_ONTKENT = re.compile(r"\b(?:niet|geen)\b[ -]*")
"""The words that turn what is said into its opposite."""


def naaste(woord: str, bekend: Iterable[str], gelijkenis: float = 0.6) -> str | None:
    """The known word that looks most like this one, else the only one that shares words with it.

    Never the opposite of what was typed: of 'niet overgenomen' that is 'niet'.
    """
    rij = list(bekend)
    dichtbij = difflib.get_close_matches(woord, rij, 3, gelijkenis)
    met = [een for een in rij if woord and _is_deel(woord, een)]
    zo = [een for een in (*dichtbij, *(met if len(met) == 1 else ())) if not _keert(woord, een)]
    return next(iter(zo), None)


def _is_deel(woord: str, bekend: str) -> bool:
    """Whether the one is a word of the other; what is denied is only 'niet' or 'geen'."""
    getypt_, kent = woord.lower(), bekend.lower()
    ontkend = bool(_ONTKENT.match(kent)) and kent in getypt_.split()
    return ontkend or getypt_ in re.split(r"[\s-]+", kent)


def _keert(woord: str, bekend: str) -> bool:
    """Whether the one is the other with a word that denies it."""
    return any(
        (kaal := _ONTKENT.sub("", een)) != een and _lijkt(kaal, ander) > _lijkt(een, ander)
        for een, ander in ((woord, bekend), (bekend, woord))
    )


def _lijkt(een: str, ander: str) -> float:
    return difflib.SequenceMatcher(a=een, b=ander).ratio()


_NUMMER = re.compile(r"([a-z]{1,4})[- ]?0*([0-9]{1,6})", re.ASCII)


def zelfde_nummer(een: str, ander: str) -> bool:
    """Whether both are one number of an item, however it is written: R-08, r8, R 8."""
    nummer = _NUMMER.fullmatch(een.strip().lower())
    zelfde = _NUMMER.fullmatch(ander.strip().lower()) if nummer else None
    return bool(nummer and zelfde and nummer.groups() == zelfde.groups())


def zoals(woord: str, bekend: Iterable[str]) -> str:
    """The known word that this is but for capitals, outer spaces and how a number is written.

    What is none of them, or more than one, stays as it was typed.
    """
    rij, kaal = list(bekend), woord.strip().casefold()
    gelijk = [een for een in rij if een.casefold() == kaal]
    gelijk = gelijk or [een for een in rij if zelfde_nummer(een, woord)]
    return gelijk[0] if len(gelijk) == 1 else woord


def bedoelt(woord: str, bekend: Iterable[str], anders: str | None = None) -> str:
    """What helps after a word that is not known: the one that looks like it, or all of them.

    `anders` is said in place of all of them.
    """
    rij = list(bekend)
    if dichtbij := naaste(woord, rij):
        return f"bedoelt u {dichtbij}?"
    return anders or f"kies uit {', '.join(rij)}"


def met_kleine_letter(tekst: str) -> str:
    """A title as it stands in running text."""
    return f"{tekst[:1].lower()}{tekst[1:]}"


def met_hoofdletter(tekst: str) -> str:
    """What begins a sentence or a line."""
    return f"{tekst[:1].upper()}{tekst[1:]}"


def met_punt(tekst: str) -> str:
    """A sentence with its full stop; one that ends in a question has its mark already."""
    return tekst if tekst.endswith(("?", ".", "!")) else f"{tekst}."
