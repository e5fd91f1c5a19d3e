"""Floor 8, doe: the command that a line of the werklijst advises, shown and then run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
from clm_cli.cli.vragen import ja, vraag
from clm_cli.cli.werklijst import Alles, Dagen, numering
from clm_cli.commands import werklijst as use
from clm_cli.derivations.filter import GEWOON
from clm_cli.derivations.zinnen import telwoord
from clm_cli.meldingen import ClmFout


def doe(
    ctx: typer.Context,
    nr: Annotated[str, typer.Argument(metavar="NR", help="het nummer in de werklijst: 8 of 8.2")],
    keuze: Annotated[
        int | None,
        typer.Option("--keuze", min=1, help="welke opdracht, als er meer worden aangeraden"),
    ] = None,
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
    if keuze and keuze > len(keuzen):
        raise ClmFout(
            f"Aangeraden bij regel {nr}: {telwoord(len(keuzen), 'opdracht', 'opdrachten')}.",
            nu=opdracht("waarom", f"{nr}{opties}"),
        )
    mist = gelezen.register.kapot_gebleken
    if mist and om.ja:  # nobody sees which line the number stands for
        raise ClmFout(
            f"Niet gelezen: {', '.join(mist)}. Regel {nr} kan nu een andere zijn; er is niets "
            "gedaan.",
            nu="geef de opdracht zelf, of zonder --ja",
        )
    rij, rest = _rij(_afgesproken(om, keuzen, keuze))
    # What was agreed to is this command, not what it goes on to write.
    return nederlands.draai(rij, _zonder_open(rest), replace(om, ja=False))


def _afgesproken(
    om: Omgeving, keuzen: Sequence[tuple[str, ...]], keuze: int | None
) -> tuple[str, ...]:
    """The command that is run: the one that was named, or that somebody at a terminal chooses."""
    if keuze is None and len(keuzen) > 1 and sys.stdin.isatty() and not (om.ja or om.proef):
        return _ingevuld(keuzen[_welke(keuzen) - 1])
    woorden = _ingevuld(keuzen[(keuze or 1) - 1])
    getypt = opdracht(*woorden)
    if om.ja or om.proef:
        meld(str(getypt))
    elif not sys.stdin.isatty():
        raise ClmFout(f"Niet gedraaid: {getypt}.", nu="geef --ja")
    elif not ja(str(getypt), "Doen? [ja/nee] "):
        raise ClmFout("Er is niets gedaan.")
    return woorden


def _welke(keuzen: Sequence[tuple[str, ...]]) -> int:
    """The number of the command that somebody wants to run; Enter is none of them."""
    rij = "\n".join(f"  {nr}. {opdracht(*woorden)}" for nr, woorden in enumerate(keuzen, 1))
    nummers, fout = [str(nr) for nr in range(1, len(keuzen) + 1)], ""
    while (antwoord := vraag(f"{fout}{rij}", f"Welke? [{'/'.join(nummers)}/nee] ").strip()) != "":
        if antwoord in nummers:
            return int(antwoord)
        if antwoord.lower() in ("n", "nee"):
            break
        fout = f"Typ {' of '.join(nummers)}.\n"
    raise ClmFout("Er is niets gedaan.")


def _ingevuld(woorden: tuple[str, ...]) -> tuple[str, ...]:
    """The same words; refused where one of them stands for what only the reader knows."""
    open_ = [woord for woord in _rij(woorden)[1] if woord.isupper() and woord.isalpha()]
    if open_:
        raise ClmFout(f"Vul zelf in: {', '.join(open_)}.", nu=opdracht(*woorden))
    return woorden


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
