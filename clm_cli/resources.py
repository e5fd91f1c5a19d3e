"""Floor 0, resources: the one door to the files that ship with clm, installed or in a checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_HIER = Path(__file__).parent


def _map(in_pakket: str, in_checkout: str) -> Path:
    """A folder of the installed package, or of the checkout that the package is run from."""
    pakket = _HIER / in_pakket
    return pakket if pakket.is_dir() else _HIER.parent / in_checkout


def sjablonen() -> Path:
    """The folder with the templates."""
    return _map("templates", "templates")


def voorbeeld() -> Path:
    """The folder with the example register."""
    return _map("voorbeeld", "dossiers")


def lettertypen() -> Path:
    """The folder with the fonts for documents."""
    return _HIER / "fonts"


def pakket() -> Path:
    """The folder that holds clm itself; the places of its regimes are told from here."""
    return _HIER.parent


def regimes() -> Iterator[tuple[str, bytes]]:
    """The regimes that ship with clm: name and content."""
    for pad in sorted((_HIER / "regimes").glob("*.yaml")):
        yield pad.name, pad.read_bytes()


def voorgelezen(naam: str) -> Path:
    """The tree of a shipped regime as the gate read it, with the sha256 of the YAML it came from.

    It loads in a thirtieth of the time; `pytest --vernieuw` writes it.
    """
    return (_HIER / "regimes" / naam).with_suffix(".json")


def handleiding() -> Iterator[tuple[str, str]]:
    """The pages of the manual in their order: the word a page is asked by, and its Markdown."""
    for pad in sorted((_HIER / "handleiding").glob("*.md")):
        yield pad.stem.partition("-")[2], pad.read_text(encoding="utf-8")


def uitleg() -> Path:
    """The title and page of every code, as `rules/uitleg.py` gives them.

    The rules need all that clm knows, and a page only its words; `pytest --vernieuw` writes it.
    """
    return _HIER / "uitleg.json"


def uitvoervorm(naam: str) -> Path:
    """The JSON Schema of what a command prints with `--json`; `pytest --vernieuw` writes it."""
    return _HIER / "uitvoerschema" / f"{naam}.json"


def tabel(naam: str) -> str:
    """The text of a table that ships with clm."""
    return (_HIER / naam).read_text(encoding="utf-8")


def schiltekst(naam: str) -> str:
    """What a shell has to read so that it completes our words."""
    return (_HIER / "schillen" / naam).read_text(encoding="utf-8").rstrip("\n")
