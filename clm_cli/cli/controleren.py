"""Floor 8, controleren: the commands that check: the whole register, or its number by dossier."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon, toon_controle
from clm_cli.commands import controle as use
from clm_cli.views import controle as controleblad
from clm_cli.views import overzicht as overzichtblad


def overzicht(ctx: typer.Context) -> None:
    """All dossiers, one line each."""
    toon(ctx.obj, "overzicht", use.overzicht(lees(ctx.obj)), overzichtblad)


def controleer(
    ctx: typer.Context,
    dossiers: Annotated[
        list[str] | None, typer.Argument(metavar="DOSSIER", help="alleen deze dossiers")
    ] = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="ook bij alleen informatie is de uitkomst 1")
    ] = False,
) -> int:
    """What is not right in the register, where, and what helps."""
    blad = use.controleer(lees(ctx.obj), dossiers or (), streng=streng)
    return toon_controle(ctx.obj, "controleer", blad, controleblad)
