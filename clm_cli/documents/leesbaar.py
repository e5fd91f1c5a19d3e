"""Floor 6, leesbaar: Markdown that people read and search: a backslash only where it is needed."""

from __future__ import annotations

import re

from clm_cli.documents.blokken import CELREGEL, KEUZE, KEUZEDEEL, ontleed

_ONTSNAPT = re.compile(r"\\([!-/:-@\[-`{-~])")
_ALTIJD = frozenset("\\*`[]|~$")
"""Signs that mean something wherever they stand, here or where the file is shown."""
_VOORAAN = frozenset("#>-+=:")
"""Signs that mean something where a line begins."""
_MARKERING = re.compile(r"(?:\s|>|[-*+](?=\s)|[0-9]{1,9}[.)](?=\s))*")
_NUMMER = re.compile(r"[0-9]{1,9}")
_HTML = re.compile(r"[A-Za-z/!?]")
_ENTITEIT = re.compile(r"#?[0-9A-Za-z]+;")
CELEINDE = "<br>"
"""A new line inside a cell; only clm writes it, and words of the record cannot."""


def leesbaar(markdown: str) -> str:
    """The same Markdown with only the backslashes that keep a sign from being markup.

    It says the same to who reads it as Markdown; where it would not, every backslash stays.
    """
    kaal = re.sub(f"{KEUZE}(?:[^{KEUZE}]*{KEUZEDEEL})?([^{KEUZE}]*){KEUZE}", r"\1", markdown)
    nieuw = "\n".join(map(_regel, kaal.split("\n")))
    uit = nieuw if ontleed(nieuw) == ontleed(kaal) else kaal
    return uit.replace(CELREGEL, CELEINDE)


def zonder_celeinden(markdown: str) -> str:
    """The Markdown of a file with its new lines in cells as clm itself holds them."""
    return re.sub(r"(?<!\\)((?:\\\\)*)<br>", rf"\1{CELREGEL}", markdown)


def _regel(regel: str) -> str:
    merken = _MARKERING.match(regel)
    begin = merken.end() if merken else 0

    def teken(m: re.Match[str]) -> str:
        return m[0] if _nodig(regel, m, begin) else m[1]

    return _ONTSNAPT.sub(teken, regel)


def _nodig(regel: str, m: re.Match[str], begin: int) -> bool:
    """Whether a sign would be markup in its place without its backslash."""
    teken, voor = m[1], regel[begin : m.start()]
    na = _ONTSNAPT.sub(r"\1", regel[m.end() :])
    if teken in _ALTIJD:
        return True
    if teken == "_":  # inside a word it is only a sign
        return not (voor[-1:].isalnum() and na[:1].isalnum())
    if teken == "<":
        return _HTML.match(na) is not None
    if teken == "&":
        return _ENTITEIT.match(na) is not None
    if teken in ".)":
        return _NUMMER.fullmatch(voor) is not None
    return teken in _VOORAAN and not voor
