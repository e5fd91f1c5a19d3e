"""Floor 8, doe: the command that a line of the werklijst advises, shown and then run."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Annotated

import typer

from clm_cli.advies import opdracht
from clm_cli.cli import nederlands
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.opdrachten import GEWOON as IN_GROEP
from clm_cli.cli.opdrachten import TABEL, Rij
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import meld
from clm_cli.cli.vragen import ja
from clm_cli.cli.werklijst import Alles, Dagen, numering
from clm_cli.commands import werklijst as use
from clm_cli.derivations.filter import GEWOON
from clm_cli.meldingen import ClmFout


def doe(
    ctx: typer.Context,
    nr: Annotated[str, typer.Argument(metavar="NR", help="het nummer in de werklijst: 8 of 8.2")],
    keuze: Annotated[
        int, typer.Option("--keuze", min=1, help="welke opdracht, als er meer worden aangeraden")
    ] = 1,
    alles: Alles = False,
    dagen: Dagen = GEWOON,
    manager: Annotated[
        str | None, typer.Option("--manager", help="nummers van de lijst van deze collega")
    ] = None,
) -> int:
    """Run what a line advises; what it still has to know is asked as ever."""
    om: Omgeving = ctx.obj
    gelezen = lees(om)
    filter_, opties = numering(om, gelezen, dagen, manager, alles=alles)
    keuzen = use.aangeraden(gelezen, filter_, nr, opties)
    if keuze > len(keuzen):
        raise ClmFout(
            f"Bij regel {nr} worden {len(keuzen)} opdrachten aangeraden.",
            nu=opdracht("waarom", f"{nr}{opties}"),
        )
    mist = gelezen.register.kapot_gebleken
    if mist and om.ja:  # nobody sees which line the number stands for
        raise ClmFout(
            f"Niet gelezen: {', '.join(mist)}. Regel {nr} kan nu een andere zijn; er is niets "
            "gedaan.",
            nu="geef de opdracht zelf, of zonder --ja",
        )
    woorden = keuzen[keuze - 1]
    getypt = opdracht(*woorden)
    rij, rest = _rij(woorden)
    open_ = [woord for woord in rest if woord.isupper() and woord.isalpha()]
    if open_:
        raise ClmFout(f"Vul zelf in: {', '.join(open_)}.", nu=getypt)
    if om.ja or om.proef:
        meld(str(getypt))
    elif not sys.stdin.isatty():
        raise ClmFout(f"Niet gedraaid: {getypt}.", nu="geef --ja")
    elif not ja(str(getypt), "Doen? [ja/nee] "):
        raise ClmFout("Er is niets gedaan.")
    # What was agreed to is this command, not what it goes on to write.
    return nederlands.draai(rij, _zonder_open(rest), replace(om, ja=False))


def _rij(woorden: tuple[str, ...]) -> tuple[Rij, list[str]]:
    """The row of the table that the words name, and the words behind it."""
    for aantal in range(len(woorden), 0, -1):
        naam = " ".join(woorden[:aantal])
        rij = TABEL.get(f"{naam} {IN_GROEP[naam]}" if naam in IN_GROEP else naam)
        if rij is not None and rij.doel:
            return rij, list(woorden[aantal:])
    raise ClmFout(f"'{' '.join(woorden)}' is geen opdracht.")


def _zonder_open(woorden: list[str]) -> list[str]:
    """Without the options that the reader has to say: those are asked."""
    uit: list[str] = []
    for woord in woorden:
        if woord == "…":
            uit.pop()
        else:
            uit.append(woord)
    return uit
