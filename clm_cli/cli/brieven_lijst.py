"""Floor 8, brieven_lijst: the command that lists letters; it loads nothing that makes them."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.keuze import Contract, Gemeente, Manager, Perceel, Zorgvorm
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon
from clm_cli.commands.brieven import lijst as use
from clm_cli.commands.werklijst import kies
from clm_cli.views.brieven import lijst as lijstblad


def lijst(
    ctx: typer.Context,
    dossier: Annotated[
        str | None, typer.Argument(help="het dossier; zonder dossier alle brieven van het register")
    ] = None,
    gemeente: Gemeente = None,
    zorgvorm: Zorgvorm = None,
    perceel: Perceel = None,
    contract: Contract = None,
    manager: Manager = None,
) -> None:
    """All letters, of ours and of theirs."""
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
    toon(ctx.obj, "brief-lijst", use.lijst(gelezen, dossier, keuze), lijstblad)
