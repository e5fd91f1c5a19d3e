"""Floor 0, advies: what helps now, as text that still knows which commands it names."""

from __future__ import annotations

from typing import Self

_SHELL = frozenset("'\"$`\\;&|<>()*?#")


class Advies(str):
    """A sentence for the reader, with the commands in it as words that a test can run."""

    __slots__ = ("opdrachten",)
    opdrachten: tuple[tuple[str, ...], ...]
    """The words behind `clm` of each command; a word in capitals or `…` is for the reader."""

    def __new__(cls, tekst: str, opdrachten: tuple[tuple[str, ...], ...] = ()) -> Self:
        """Text and the commands that stand in it."""
        zelf = super().__new__(cls, tekst)
        zelf.opdrachten = opdrachten
        return zelf

    def over(self, was: str, wordt: str) -> Advies:
        """The same about another thing."""
        rijen = (
            tuple(wordt if woord == was else woord for woord in rij) for rij in self.opdrachten
        )
        return Advies(self.replace(was, wordt), tuple(rijen))


def opdracht(*woorden: str, **opties: str | bool) -> Advies:
    """One command: its words, then its options in the order given.

    `True` makes a flag, `False` leaves it out; an underscore in a name stands for a hyphen.
    """
    rij = list(woorden)
    for naam, waarde in opties.items():
        if waarde is not False:
            rij.append("--" + naam.rstrip("_").replace("_", "-"))
            rij += [] if waarde is True else [waarde]
    return Advies(" ".join(("clm", *(_getypt(woord) for woord in rij))), (tuple(rij),))


def advies(tekst: str, **opdrachten: Advies) -> Advies:
    """A sentence around commands: `advies("{eerst} en daarna {dan}", eerst=…, dan=…)`."""
    namen = tuple(rij for een in opdrachten.values() for rij in een.opdrachten)
    return Advies(tekst.format(**opdrachten), namen)


def _getypt(woord: str) -> str:
    """A word as a shell reads it back."""
    if not set(woord) & (_SHELL | {" "}):
        return woord
    return (
        f'"{woord}"' if not set(woord) & set('"$`\\') else "'" + woord.replace("'", "'\\''") + "'"
    )
