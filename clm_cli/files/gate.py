"""Floor 6, gate: bytes become a tree of raw text with positions; no input passes it unseen."""

from __future__ import annotations

import contextlib
import errno
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ruamel.yaml import YAML

from clm_cli.deur import lees_in
from clm_cli.files.boomlezer import Boom, Boomlezer, Gebeurtenis, Ontleder
from clm_cli.files.melder import Melder, Stop
from clm_cli.files.posities import Plaatsen, Posities
from clm_cli.files.vooraf import bekijk
from clm_cli.meldingen import Melding, oorzaak
from clm_cli.value import value

try:
    from ruamel.yaml.cyaml import CParser
except ImportError:  # not built for every machine; the parser in Python reads the same
    CParser = None

_TWIJFEL = re.compile(r"\t|[|>][-+0-9]*#")
"""What the parser in C lets pass and the other one does not."""
_OMVANG = frozenset({"YML007", "YML008"})
"""What is said of a text with too many parts, or too long ones."""
GROOTST = 1 << 20
"""The bytes that one file may have."""


@value
class Gelezen:
    """What reading gave: tree, positions and meldingen.

    The tree is None when it cannot be trusted as a whole.
    """

    boom: dict[str, Boom] | None
    posities: Posities
    meldingen: tuple[Melding, ...]


def lees_bestand(wortel: Path, pad: str) -> Gelezen:
    """Read one file of a register."""
    return lees_uit(partial(lees_in, wortel, pad), pad)


def lees_uit(
    bron: Callable[[int], bytes],
    naam: str,
    gezien: Callable[[str, bytes], None] = lambda _naam, _inhoud: None,
) -> Gelezen:
    """Read one file safely: an ordinary one, not too large; anything else is a melding.

    `bron` gives its bytes when there are no more than that, or raises OSError; `gezien` is handed
    the very bytes that are read.
    """
    try:
        inhoud = bron(GROOTST)
    except OSError as fout:
        if fout.errno == errno.EFBIG:
            return _te_groot(naam)
        if fout.errno == errno.ENODEV:
            tekst = "dit is geen gewoon bestand"
        else:
            tekst = f"het bestand is niet te openen: {oorzaak(fout)}"
        return _alleen(naam, "YML001", tekst, "zet een gewoon bestand op deze plaats")
    gezien(naam, inhoud)
    return lees(inhoud, naam)


def lees(inhoud: bytes, pad: str, ontleed: Ontleder | None = None) -> Gelezen:
    """Read YAML bytes into raw text with positions; never raises.

    `ontleed` chooses the parser. By default it is the one in C, which is fast; the one in Python
    has the last word on a text that is not plainly right, so that every machine says the same. Of
    a text that is only too large it would say the same, and take long.
    """
    if len(inhoud) > GROOTST:
        return _te_groot(pad)
    try:
        tekst = _als_tekst(inhoud)
    except UnicodeDecodeError as fout:
        return _geen_utf8(inhoud, fout.start, pad)
    if ontleed is not None:
        return _ontleed(tekst, pad, ontleed)
    gelezen = _ontleed(tekst, pad, c_ontleder())
    anders = any(melding.code not in _OMVANG for melding in gelezen.meldingen)
    if CParser and (anders or _TWIJFEL.search(tekst)):
        return _ontleed(tekst, pad, puur_ontleder())
    return gelezen


def plaatsen_in(inhoud: bytes) -> Posities | None:
    """Where the parts stand of what is right, as was seen before: it is not read for that again."""
    try:
        tekst = _als_tekst(inhoud)
    except UnicodeDecodeError:
        return None
    ontleed = puur_ontleder() if _TWIJFEL.search(tekst) else c_ontleder()
    return Posities(partial(_plaats, tekst, ontleed))


def _als_tekst(inhoud: bytes) -> str:
    return inhoud.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")


def _ontleed(tekst: str, pad: str, ontleed: Ontleder) -> Gelezen:
    melder = Melder(pad)
    lezer = Boomlezer(tekst, melder)
    posities = Posities(partial(_plaats, tekst, ontleed))
    try:
        bekijk(tekst, melder)
        lezer.lees(ontleed)
    except Stop:
        return Gelezen(None, posities, tuple(melder.meldingen))
    return Gelezen(lezer.boom, posities, tuple(melder.meldingen))


def _plaats(tekst: str, ontleed: Ontleder, waarden: Plaatsen, sleutels: Plaatsen) -> None:
    """Read a text again for where its parts stand; what is wrong with it was said before."""
    melder = Melder("")
    with contextlib.suppress(Stop):
        bekijk(tekst, melder)
        Boomlezer(tekst, melder, (waarden, sleutels)).lees(ontleed)


def _te_groot(pad: str) -> Gelezen:
    nu = "een lang stuk hoort in een eigen bestand (md, pdf)"
    return _alleen(pad, "YML002", "het bestand is groter dan 1 MB", nu)


def _alleen(pad: str, code: str, tekst: str, nu: str, waar: tuple[int, int] = (1, 1)) -> Gelezen:
    melder = Melder(pad)
    melder.meld(code, waar, tekst, nu)
    return Gelezen(None, Posities(), tuple(melder.meldingen))


def _geen_utf8(inhoud: bytes, plaats: int, pad: str) -> Gelezen:
    regel = inhoud.count(b"\n", 0, plaats) + 1
    kolom = len(inhoud[inhoud.rfind(b"\n", 0, plaats) + 1 : plaats].decode("utf-8", "replace")) + 1
    letter = inhoud[plaats : plaats + 1].decode("cp1252", "replace")
    tekst = f"dit teken is niet als UTF-8 opgeslagen; waarschijnlijk is het '{letter}'"
    return _alleen(pad, "YML003", tekst, "sla het bestand op als UTF-8", (regel, kolom))


def c_ontleder() -> Ontleder:
    """Events from the C parser; from the pure one where that is not installed."""
    return _met_c if CParser else puur_ontleder()


def _met_c(tekst: str) -> Iterator[Gebeurtenis]:
    return iter(CParser(tekst).get_event, None)


def puur_ontleder() -> Ontleder:
    """Events from the parser in Python."""
    return lambda tekst: iter(YAML(typ="safe", pure=True).parse(tekst))
