"""Floor 8, export: the commands that write the register in the forms of other programs."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from clm_cli.cli.schrijven import Werk
from clm_cli.commands import bundel as bundels
from clm_cli.commands import export as use

_Dossier = Annotated[
    str | None, typer.Argument(metavar="DOSSIER", help="alleen dit dossier; zonder: alle")
]


def ics(ctx: typer.Context, dossier: _Dossier = None) -> int:
    """A calendar."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.ics(werk, dossier))


def xlsx(
    ctx: typer.Context,
    dossier: _Dossier = None,
    boete: Annotated[
        str | None, typer.Option("--boete", metavar="BEDRAG", help="de boete die u overweegt")
    ] = None,
) -> int:
    """A workbook."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.xlsx(werk, dossier, boete))


def csv(ctx: typer.Context, dossier: _Dossier = None) -> int:
    """A file for each table."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.csv(werk, dossier))


def json(ctx: typer.Context, dossier: _Dossier = None) -> int:
    """All tables in one file."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.json(werk, dossier))


def parquet(ctx: typer.Context, dossier: _Dossier = None) -> int:
    """Tables by period, for questions over several registers."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.parquet(werk, dossier))


def html(ctx: typer.Context, dossier: _Dossier = None) -> int:
    """One page."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.html(werk, dossier))


def bundel(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    escalatie: Annotated[
        str | None, typer.Option("--escalatie", metavar="ESCALATIE", help="alleen deze escalatie")
    ] = None,
    voor: Annotated[
        Literal["onszelf", "wederpartij"],
        typer.Option("--voor", metavar="WIE", help="onszelf, of wederpartij: zonder wat intern is"),
    ] = "onszelf",
) -> int:
    """The papers of a case."""
    werk = Werk(ctx.obj)
    voorstel = bundels.bundel(werk, dossier, escalatie, wederpartij=voor == "wederpartij")
    return werk.leg_vast(voorstel)
