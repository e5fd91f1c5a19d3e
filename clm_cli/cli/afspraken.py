"""Floor 8, afspraken: the command that lists what was agreed and promised."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.keuze import Contract, Gemeente, Manager, Perceel, Zorgvorm
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon
from clm_cli.commands import afspraken as use
from clm_cli.commands.werklijst import kies
from clm_cli.views import afspraken as blad


def lijst(
    ctx: typer.Context,
    dossier: Annotated[
        str | None, typer.Argument(help="het dossier; zonder dossier het hele register")
    ] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="ook wat is afgerond, vervallen of herroepen")
    ] = False,
    gemeente: Gemeente = None,
    zorgvorm: Zorgvorm = None,
    perceel: Perceel = None,
    contract: Contract = None,
    manager: Manager = None,
) -> None:
    """What was agreed in talks and promised in contacts, and where it stands."""
    gelezen = lees(ctx.obj)
    keuze = kies(
        gelezen.register,
        dossiers=(dossier,) if dossier else (),
        persoon=manager,
        gemeente=gemeente,
        zorgvorm=zorgvorm,
        perceel=perceel,
        contract=contract,
    )
    toon(ctx.obj, "afspraken", use.lijst(gelezen, dossier, keuze, gesloten=alles), blad)
