"""Floor 8, escalatie: the page of a case: where it stands, and what can be done now."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.opties import Dossier
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon as toon_blad
from clm_cli.commands import escalatie as use
from clm_cli.views.escalatie import bladzijde
from clm_cli.views.escalatie import gelijk as gelijke_gevallen

Zaak = Annotated[
    str | None,
    typer.Argument(metavar="ESCALATIE", help="welke escalatie: de map, of een deel van de naam"),
]


def gelijk(ctx: typer.Context, dossier: Dossier, escalatie: Zaak = None) -> None:
    """Like cases of other providers: the same kind of shortcoming, and what was done there."""
    blad = use.gelijk(lees(ctx.obj), dossier, escalatie)
    toon_blad(ctx.obj, "gelijke-gevallen", blad, gelijke_gevallen)


def toon(
    ctx: typer.Context,
    dossier: Dossier,
    escalatie: Zaak = None,
    wat_als: Annotated[
        str | None,
        typer.Option(
            "--wat-als",
            metavar="REGIME",
            help="dezelfde feiten onder een ander regime; er wordt niets vastgelegd",
        ),
    ] = None,
) -> None:
    """Where a case stands: ladder, terms, objection, and what can be done and why not."""
    blad = use.toon(lees(ctx.obj), dossier, escalatie, wat_als)
    toon_blad(ctx.obj, "escalatie", blad, bladzijde)
