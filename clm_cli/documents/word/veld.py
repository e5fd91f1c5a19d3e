"""Floor 6, veld: a field in a paragraph of Word: its code, and what a form of old prints there."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

_BLADNUMMERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_VAST = frozenset({"HYPERLINK", "REF", "PAGEREF", "NOTEREF", "SEQ", "TOC", "TC", "XE", "SYMBOL"})
_VAST |= {"EQ", "LISTNUM", "SECTION", "ADVANCE", "CITATION", "BIBLIOGRAPHY", "MACROBUTTON"}
_VAST |= {"GOTOBUTTON", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "ADDIN", ""}
"""Fields that print what stands there now; any other may print something else."""


@dataclass(slots=True)
class Veld:
    """A field while it is read: its code, and whether its result has begun."""

    code: str = ""
    uitkomst: bool = False
    formulier: Element | None = None

    @property
    def soort(self) -> str:
        """The name of the field; empty when it has none yet."""
        return next(iter(self.code.split()), "").upper()

    @property
    def is_tekst(self) -> bool:
        """Whether what stands in it now is text: no page number, and no code."""
        return self.uitkomst and self.soort not in _BLADNUMMERS

    @property
    def werkt_zich_bij(self) -> bool:
        """Whether it prints something else than what stands there now."""
        return self.soort not in _VAST | _BLADNUMMERS

    def gekozen(self, *, invulplekken: bool) -> str:
        """The box or the choice of a form field, which has no text of its own.

        With `invulplekken` a choice that nobody made yet is empty; on paper it is the first one.
        """
        if self.formulier is None:
            return ""
        vak, lijst = self.formulier.find("w.checkBox"), self.formulier.find("w.ddList")
        if vak is not None:
            merk = vak.find("w.checked")
            merk = vak.find("w.default") if merk is None else merk
            aan = merk is not None and merk.get("w.val", "1") not in ("0", "false", "off")
            return "☒" if aan else "☐"
        if lijst is None or (invulplekken and lijst.find("w.result") is None):
            return ""
        nummer = next((r.get("w.val", "0") for r in lijst.iterfind("w.result")), "0")
        keuzen = [rij.get("w.val", "") for rij in lijst.iterfind("w.listEntry")]
        plek = int(nummer) if nummer.isdecimal() else 0
        return keuzen[plek] if plek < len(keuzen) else ""
