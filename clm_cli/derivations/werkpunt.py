"""Floor 4, werkpunt: one line of the werklijst, with everything that explains it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from clm_cli.derivations.termijnen import (
    Termijn,
    beleidsreden,
    kalender_op,
    termijnbeleid,
)
from clm_cli.meldingen import Plek, Reden
from clm_cli.register import Register
from clm_cli.tijd.termijn import Duur, bereken
from clm_cli.value import value

Aanzet = Literal["wij", "aanbieder", "beide", "collega"]
"""Who has the ball; `collega` is somebody on our side whom we wait for."""


@value(kw_only=True)
class Werkpunt(Termijn):
    """Something that is due: what, by when, who has the ball, what follows and what helps."""

    soort: str
    dossier: str
    wat: str
    bij: Aanzet = "wij"
    grond: str = "beleid"
    """The clause id, an article, 'afspraak', or 'beleid': policy is never shown as a clause."""
    gevolg: str = ""
    nu: str = ""
    plek: Plek
    """The fact it comes from."""
    grond_tekst: str | None = None
    """The literal words of the clause."""
    vervalt: bool = False
    """A right that lapses or a consequence that sets in after the day."""
    onzeker: bool = False
    """Its day is over or unknown, and what was not read may say that it was done."""
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
    code: str | None = None
    """The melding that says the same: what was set aside there is no work here."""
    bundel: str = ""
    """The words it shares with its likes, when `wat` says more than they have in common."""
    keer: date | None = None
    """Of what comes back: the day that tells this time from the others."""


def met_beleid(register: Register, punt: Werkpunt, veld: str, start: date) -> Werkpunt:
    """The line with a term of our own policy; without that policy there is no day."""
    beleid = termijnbeleid(register, start)
    duur: Duur | None = getattr(beleid, veld)
    # A term of our own making is never shown as one of the contract; without policy no day.
    if duur is None:
        return replace(
            punt,
            omdat=(*punt.omdat, Reden(f"in organisatie.yaml staat geen eigen termijn '{veld}'")),
        )
    rekening = bereken(start, duur, kalender_op(register, start))
    reden = beleidsreden(
        register, veld, start, f"eigen beleid: {duur}; dit staat niet in het contract"
    )
    return replace(
        punt, uiterlijk=rekening.uiterlijk, berekening=rekening, omdat=(*punt.omdat, reden)
    )
