"""Floor 6, alineas: the paragraphs of a Word file, and the fields that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Bestand: TypeAlias = Any
"""An opened Word file; the library has no types."""
Element: TypeAlias = Any
"""An element of its XML."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VELD = re.compile(r"\{\{(.*?)\}\}")
_OUD = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def delen(bestand: Bestand) -> Iterator[tuple[str, Element]]:
    """The body, the headers and the footers, each with its name."""
    yield "alinea", bestand.element.body
    for deel in sorted(bestand.part.package.iter_parts(), key=lambda rij: str(rij.partname)):
        soort = str(deel.partname).rsplit("/", 1)[-1]
        if soort.startswith(("header", "footer")) and hasattr(deel, "element"):
            yield "koptekst" if soort.startswith("header") else "voettekst", deel.element


def alineas(wortel: Element) -> Iterator[Element]:
    """The paragraphs, also in tables and text boxes and in their copies for old versions."""
    yield from wortel.iter(f"{W}p")


def teksten(alinea: Element) -> list[Element]:
    """The pieces of text of a paragraph itself, however Word cut it up."""
    return [deel for deel in alinea.iter(f"{W}t") if next(deel.iterancestors(f"{W}p")) is alinea]


def tekst_van(alinea: Element) -> str:
    """The text of a paragraph itself."""
    return "".join(deel.text or "" for deel in teksten(alinea))


def is_kopie(alinea: Element) -> bool:
    """Whether a paragraph is the second copy of a text box, for old versions of Word."""
    return next(alinea.iterancestors(_OUD), None) is not None


def veldnaam(gevonden: re.Match[str]) -> str:
    """The name of a field that was found."""
    return gevonden[1].strip().lower()


def velden_in(alinea: Element) -> set[str]:
    """The fields that stand in a paragraph."""
    return {veldnaam(gevonden) for gevonden in VELD.finditer(tekst_van(alinea))}
