"""Floor 6, blokken: Markdown becomes blocks, the one form from which every format is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias, TypedDict

from clm_cli.meldingen import ClmFout

SLOTWOORDEN = ("Hoogachtend,", "Met vriendelijke groet,")
"""With what the closing of a letter begins."""
CELREGEL = "\ue000"
"""Stands for a new line inside a table cell, which Markdown cannot hold."""
KEUZE, KEUZEDEEL = "\ue001", "\ue002"
"""Around a place where something is chosen from a list, and between the choices and what stands
there now."""
FIGUUR = "\ue003"
"""Around the name of a picture, in a paragraph of its own; Markdown itself shows no pictures."""
_KOPPELINGEN = 20_000
Blok = dict[str, Any]
"""soort: kop (niveau, stukjes) · alinea (stukjes; code: lines that stay as they are) · lijst
(genummerd, begin, items) · citaat (blokken) · tabel (kop, rijen) · figuur (naam; svg and alt once
it is known) · blad: a new page."""
Token: TypeAlias = Any
"""A piece of Markdown as its library cuts it up."""


class Stukje(TypedDict, total=False):
    """A piece of a line: a text with its styles, or `br: True` for a new line.

    `keuze` is what may be chosen in its place.
    """

    tekst: str
    vet: bool
    cursief: bool
    br: bool
    code: bool
    keuze: list[str]


def ontleed(markdown: str) -> list[Blok]:
    """The blocks of a text; HTML, images and automatic links are plain text here.

    Raises ClmFout for more links than a document has: each takes the library long.
    """
    if markdown.count("](") > _KOPPELINGEN:
        raise ClmFout(
            f"Een tekst met meer dan {_KOPPELINGEN} koppelingen wordt geen document.",
            nu="haal ze weg uit het sjabloon of uit de tekst",
        )
    from markdown_it import MarkdownIt  # every document knows blocks, few come from Markdown

    lezer = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["html_inline", "html_block", "image", "autolink", "entity"])
    )
    return _blokken(iter(lezer.parse(markdown)), None)


def stappen(markdown: str) -> int:
    """What cutting up a text takes: a step for each line or sign of style, less for small ones."""
    return sum(map(markdown.count, "\n[]*_`")) + sum(map(markdown.count, "|\\<")) // 4


def _blokken(tokens: Iterator[Token], tot: str | None) -> list[Blok]:
    uit: list[Blok] = []
    for token in tokens:
        if token.type == tot:
            break
        if token.type == "heading_open":
            uit.append(
                {
                    "soort": "kop",
                    "niveau": int(token.tag[1]),
                    "stukjes": _regel(tokens, "heading_close"),
                }
            )
        elif token.type == "paragraph_open":
            uit.append(_alinea(_regel(tokens, "paragraph_close")))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            genummerd = token.type[0] == "o"
            items = _items(tokens, token.type.replace("open", "close"))
            uit.append(
                {
                    "soort": "lijst",
                    "genummerd": genummerd,
                    "begin": int(token.attrGet("start") or 1),
                    "items": items,
                }
            )
        elif token.type == "blockquote_open":
            uit.append({"soort": "citaat", "blokken": _blokken(tokens, "blockquote_close")})
        elif token.type == "table_open":
            rijen = _rijen(tokens)
            uit.append({"soort": "tabel", "kop": rijen[0], "rijen": rijen[1:]})
        elif token.type == "hr":
            uit.append({"soort": "blad"})
        elif token.type in ("fence", "code_block"):
            uit.append({"soort": "alinea", "code": True, "stukjes": _letterlijk(token.content)})
    return uit


def _letterlijk(tekst: str) -> list[Stukje]:
    """Lines that stay as they are."""
    eerst, *rest = tekst.rstrip("\n").split("\n")
    uit: list[Stukje] = [{"tekst": eerst}]
    for regel in rest:
        uit += [{"br": True}, {"tekst": regel}]
    return uit


def _alinea(stukjes: list[Stukje]) -> Blok:
    """A paragraph, or the picture that is named in its place."""
    tekst = platte(stukjes)
    if len(tekst) > 2 and tekst[0] == tekst[-1] == FIGUUR:
        return {"soort": "figuur", "naam": tekst.strip(FIGUUR)}
    return {"soort": "alinea", "stukjes": stukjes}


def _items(tokens: Iterator[Token], tot: str) -> list[list[Blok]]:
    items = []
    for token in tokens:
        if token.type == tot:
            break
        items.append(_blokken(tokens, "list_item_close"))
    return items


def _rijen(tokens: Iterator[Token]) -> list[list[list[Stukje]]]:
    rijen: list[list[list[Stukje]]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rijen.append([])
        elif token.type in ("th_open", "td_open"):
            rijen[-1].append(_regel(tokens, token.type.replace("open", "close")))
    return rijen


def _regel(tokens: Iterator[Token], tot: str) -> list[Stukje]:
    stukjes: list[Stukje] = []
    for token in tokens:
        if token.type == tot:
            break
        stukjes += _stukjes(token.children or ())
    return stukjes


def _stukjes(kinderen: Sequence[Token]) -> list[Stukje]:
    uit: list[Stukje] = []
    vet = cursief = 0
    for kind in kinderen:
        if kind.type in ("strong_open", "strong_close"):
            vet += 1 if kind.nesting > 0 else -1
        elif kind.type in ("em_open", "em_close"):
            cursief += 1 if kind.nesting > 0 else -1
        elif kind.type == "hardbreak":
            uit.append({"br": True})
        elif kind.type == "softbreak":
            uit.append({"tekst": " "})
        elif kind.content:
            for stukje in _delen(kind.content):
                if kind.type == "code_inline":
                    stukje["code"] = True
                if vet and "tekst" in stukje:
                    stukje["vet"] = True
                if cursief and "tekst" in stukje:
                    stukje["cursief"] = True
                uit.append(stukje)
    return uit


def _delen(tekst: str) -> Iterator[Stukje]:
    """A text as its lines and its places to choose."""
    for plaats, deel in enumerate(re.split(f"({CELREGEL}|{KEUZE}.*?{KEUZE})", tekst)):
        if deel == CELREGEL:
            yield {"br": True}
        elif plaats % 2:
            *keuze, waarde = deel.strip(KEUZE).split(KEUZEDEEL)
            yield {"tekst": waarde, "keuze": keuze}
        elif deel:
            yield {"tekst": deel}


def platte(stukjes: Sequence[Stukje]) -> str:
    """The text of one line, without its styles."""
    return "".join("\n" if stukje.get("br") else stukje["tekst"] for stukje in stukjes)


def als_tekst(blokken: Sequence[Blok]) -> str:
    """Plain text, for reading back and comparing."""
    regels = []
    for blok in blokken:
        match blok["soort"]:
            case "kop" | "alinea":
                regels.append(platte(blok["stukjes"]))
            case "lijst":
                regels += [als_tekst(item) for item in blok["items"]]
            case "citaat":
                regels.append(als_tekst(blok["blokken"]))
            case "tabel":
                regels += ["\t".join(map(platte, rij)) for rij in (blok["kop"], *blok["rijen"])]
    return "\n".join(regels)


def slotdeel(blokken: Sequence[Blok]) -> tuple[int, int]:
    """Where the closing of a letter begins and ends; twice the same place when there is none.

    It begins with the last paragraphs before it, and when these are a part by themselves (the
    reservation of rights) with the last of the part before that, so that no page holds only that
    and a signature. It ends with the list of annexes.
    """
    for plaats, blok in enumerate(blokken):
        if blok["soort"] == "alinea" and platte(blok["stukjes"]).startswith(SLOTWOORDEN):
            rest = [p for p in range(plaats + 1, len(blokken)) if blokken[p]["soort"] == "blad"]
            return _slotbegin(blokken, plaats), rest[0] if rest else len(blokken)
    return 0, 0


def _slotbegin(blokken: Sequence[Blok], plaats: int) -> int:
    """From which block the closing is kept together."""
    begin = plaats
    while begin > max(0, plaats - 2) and blokken[begin - 1]["soort"] == "alinea":
        begin -= 1
    if begin > 1 and blokken[begin - 1]["soort"] == "kop":
        begin -= 2 if blokken[begin - 2]["soort"] == "alinea" else 1
    return begin


def inleiding(blokken: Sequence[Blok], plaats: int) -> bool:
    """Whether a paragraph only leads to the list or table behind it, and stays with it."""
    blok, volgende = blokken[plaats], blokken[plaats + 1 : plaats + 2]
    if blok["soort"] != "alinea" or not volgende or volgende[0]["soort"] not in ("lijst", "tabel"):
        return False
    tekst = platte(blok["stukjes"])
    onder_kop = plaats > 0 and blokken[plaats - 1]["soort"] == "kop"
    kort = len(tekst) < _INLEIDING and (volgende[0]["soort"] == "lijst" or onder_kop)
    return kort or tekst.endswith(":") or all(s.get("vet") for s in blok["stukjes"])


_INLEIDING = 300
"""A paragraph of fewer signs that stands before a list, or between a heading and a table, says what
that is of."""


_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
VAST = re.compile(
    rf"(?:\b(?:ma|di|wo|do|vr|za|zo) )?\d{{1,2}} (?:{_MAANDEN})(?: \d{{4}}| \(\d+\))?"
    r"|(?:artikel|trede|perceel|eis|nummer|bijlage) \d[0-9.:]*"
    r"|€ [\d.,]+|\d+(?:[.,]\d+)? %|\b[A-Z][A-Za-z0-9]{0,9}(?:-[A-Z0-9]{1,9}){1,3}\b"
    r"|\b[a-z0-9-]{1,20}/\d{4}-\d\d-\d\d-[a-z0-9-]{1,24}\b|\be-mail|blz\. \d+|\d\d\.\d\d uur"
    r"|\b(?:19|20)\d\d-(?:[KH]\d|W?\d\d(?:-\d\d)?)\b"
    r"|\b\d{4} [A-Z]{2}\b(?:  [A-Z]{2,20}\b)?|(?:\+31 ?|\b0)\d{1,3}[ -]\d[\d ]{4,10}\d\b"
)
"""What stays on one line, in every format: a day and its count, a period, an amount, a share, an
article, a reference, a postcode and its town, a telephone number."""


def vaste(tekst: str) -> list[str]:
    """A text in pieces; each second one must not be broken over two lines."""
    return re.split(f"({VAST.pattern})", tekst)
