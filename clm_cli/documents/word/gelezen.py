"""Floor 6, gelezen: what was read from a Word file: paragraphs, tables, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clm_cli.value import value


@value
class Alinea:
    """A paragraph, with the number that is printed in front of it."""

    tekst: str
    nummer: str = ""


@value
class Cel:
    """A cell of a table; `vervolg` when it is one with the cell above it."""

    tekst: str
    vervolg: bool = False
    breed: int = 1


@value
class Tabel:
    """A table: its rows as they stand there."""

    rijen: tuple[tuple[Cel, ...], ...]


@value
class Wordbestand:
    """What stands in a Word file: the text in the accepted view, and what is still open in it."""

    blokken: tuple[Alinea | Tabel, ...]
    randen: tuple[str, ...]
    """The texts of the headers and footers that are printed, each once."""
    verborgen: tuple[str, ...] = ()
    doorgehaald: tuple[str, ...] = ()
    wijzigingen: tuple[str, ...] = ()
    """Tracked changes that nobody has accepted or rejected yet."""
    opmerkingen: tuple[str, ...] = ()
    ongelezen: tuple[str, ...] = ()
    """What is printed and is no text in this file: pictures, and fields that fill themselves."""

    @property
    def tekst(self) -> str:
        """The text of the body, without the numbers of lists."""
        return "\n".join(regels(self.blokken, nummers=False))

    @property
    def gedrukt(self) -> str:
        """The text of the body with the numbers in front of its paragraphs."""
        return "\n".join(regels(self.blokken, nummers=True))


def regels(blokken: Iterable[Alinea | Tabel], *, nummers: bool) -> Iterator[str]:
    """The lines of paragraphs and tables, with or without the numbers in front of them."""
    for blok in blokken:
        if isinstance(blok, Tabel):
            yield from (cel.tekst for rij in blok.rijen for cel in rij if cel.tekst)
        elif blok.tekst or (nummers and blok.nummer):
            yield f"{blok.nummer} {blok.tekst}" if nummers and blok.nummer else blok.tekst
