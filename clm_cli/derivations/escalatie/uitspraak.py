"""Floor 4, uitspraak: an answer of yes, no or unknown, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from clm_cli.meldingen import Plek, Reden
from clm_cli.value import value

Antwoord = Literal["ja", "nee", "onbekend"]
_ZWAARTE: dict[Antwoord, int] = {"ja": 0, "onbekend": 1, "nee": 2}


@value
class Uitspraak:
    """An answer with its reasons.

    `invoer` says that it is still to be stated with the step itself, in these `velden` of it
    (dotted for what of a part).
    """

    antwoord: Antwoord
    omdat: tuple[Reden, ...]
    invoer: bool = False
    velden: tuple[str, ...] = ()

    @property
    def tekst(self) -> str:
        """The reasons in one sentence; what holds for several is said once."""
        per: dict[str, list[str]] = {}
        for reden in self.omdat:
            voor, dubbel, na = reden.tekst.partition(": ")
            eigen = bool(dubbel) and " " not in voor
            per.setdefault(na if eigen else reden.tekst, []).extend([voor] if eigen else [])
        samen: dict[str, list[str]] = {}
        for tekst, ids in per.items():
            voor, _, na = (", ".join(ids), ": ", tekst) if ids else tekst.partition(": ")
            samen.setdefault(voor, []).extend([na] if na else [])
        return "; ".join(f"{voor}: {_in_een(na)}" if na else voor for voor, na in samen.items())


def _in_een(rijen: Sequence[str]) -> str:
    """What is said of one thing: names by commas, sentences apart."""
    return (", " if all(" " not in rij for rij in rijen) else "; ").join(rijen)


def ja(tekst: str, plek: Plek | None = None) -> Uitspraak:
    """Yes, because."""
    return Uitspraak("ja", (Reden(tekst, plek),))


def nee(tekst: str, plek: Plek | None = None) -> Uitspraak:
    """No, because."""
    return Uitspraak("nee", (Reden(tekst, plek),))


def onbekend(tekst: str, plek: Plek | None = None) -> Uitspraak:
    """Unknown, because."""
    return Uitspraak("onbekend", (Reden(tekst, plek),))


def vraagt(tekst: str, *velden: str) -> Uitspraak:
    """Unknown until it is stated with the step, in these fields of it."""
    return Uitspraak("onbekend", (Reden(tekst),), invoer=True, velden=velden)


def alle(delen: Iterable[Uitspraak]) -> Uitspraak:
    """All must be yes: the weakest answer counts, with the reasons of the parts that give it.

    Without any part the answer is unknown.
    """
    rijen = tuple(delen)
    # Missing never turns into met: a condition about nothing is not fulfilled but unknown.
    if not rijen:
        return onbekend("er is niets om te beoordelen")
    zwaarst = max(rijen, key=lambda deel: _ZWAARTE[deel.antwoord])
    gelijk = [deel for deel in rijen if deel.antwoord == zwaarst.antwoord]
    redenen = tuple(dict.fromkeys(reden for deel in gelijk for reden in deel.omdat))
    return replace(zwaarst, omdat=redenen, invoer=all(deel.invoer for deel in gelijk))


def genoemd(deel: Uitspraak, naam: str) -> Uitspraak:
    """An answer that says what it is about, where it has a name."""
    voor = f"{naam}: " if naam else ""
    return replace(deel, omdat=tuple(replace(r, tekst=f"{voor}{r.tekst}") for r in deel.omdat))


def een(delen: Iterable[Uitspraak], anders: str) -> Uitspraak:
    """One is enough: the best answer counts; without any it is no."""
    rijen = tuple(delen)
    return min(rijen, key=lambda deel: _ZWAARTE[deel.antwoord]) if rijen else nee(anders)
