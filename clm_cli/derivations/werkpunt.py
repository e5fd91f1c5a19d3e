"""Floor 4, werkpunt: one line of the werklijst, with everything that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from clm_cli.meldingen import Plek, Reden
from clm_cli.tijd.termijn import Berekening

Aanzet = Literal["wij", "aanbieder", "beide", "collega"]
"""Who has the ball; `collega` is somebody on our side whom we wait for."""


@dataclass(frozen=True, slots=True)
class Genoemdedag:
    """A date that was printed in a letter or agreed in a talk, with its place."""

    datum: date
    plek: Plek


@dataclass(frozen=True, slots=True)
class Werkpunt:
    """Something that is due: what, by when, who has the ball, what follows.

    Which command helps, and why.

    `uiterlijk` is None when the day cannot be worked out; `omdat` then says what is missing.
    `berekening` is None for a
    day that somebody set. `vervalt` marks a right that lapses or a consequence that sets in.
    """

    soort: str
    dossier: str
    wat: str
    uiterlijk: date | None
    bij: Aanzet
    grond: str
    """The clause id, an article, 'afspraak', or 'beleid': policy is never shown as a clause."""
    gevolg: str
    nu: str
    plek: Plek
    """The fact it comes from."""
    omdat: tuple[Reden, ...] = ()
    berekening: Berekening | None = None
    genoemd: tuple[Genoemdedag, ...] = ()
    lezing: str | None = None
    """Which reading of the contract decides, in a sentence."""
    grond_tekst: str | None = None
    """The literal words of the clause."""
    voorlopig: bool = False
    vervalt: bool = False
    stil: bool = False
    """The term stands still: there is no running day, and the list says so."""
    verwijzing: str | None = None
    """The full reference of the thing it is about, by which follow-up facts name it."""
    kenmerk: str | None = None
    """Its short id (A-28), when it has one."""
    wie: str | None = None
    """The person on our side who is to act, by id."""
    wacht_op: str | None = None
    """For a wait: on whom."""
    sinds: date | None = None
    geparkeerd_tot: date | None = None
    contracten: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    kant: str | None = None
    niveau: str | None = None
    kanttekeningen: tuple[str, ...] = ()
