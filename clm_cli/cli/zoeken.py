"""Floor 8, zoeken: the command that finds a name, a number or a text."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon
from clm_cli.commands import zoeken as use
from clm_cli.views import zoeken as blad


def zoek(
    ctx: typer.Context,
    tekst: Annotated[
        list[str], typer.Argument(metavar="TEKST", help="een naam, nummer of een paar woorden")
    ],
) -> None:
    """Where a name, number or text stands."""
    toon(ctx.obj, "zoek", use.zoek(lees(ctx.obj), " ".join(tekst)), blad)
