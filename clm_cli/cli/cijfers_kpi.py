"""Floor 8, cijfers_kpi: the command that shows figures; nothing that reads or makes them loads."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.keuze import Voor
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon
from clm_cli.commands.cijfers import kpi as use
from clm_cli.views.cijfers import boete as boeteblad
from clm_cli.views.cijfers import kpi as kpiblad


def kpi(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(help="het dossier, of een deel van de naam")],
    contract: Annotated[str | None, typer.Option("--contract", help="alleen dit contract")] = None,
    welke: Annotated[str | None, typer.Option("--kpi", help="alleen deze kpi")] = None,
    perioden: Annotated[
        int, typer.Option("--perioden", min=1, max=400, help="zoveel perioden met hun herkomst")
    ] = 1,
    boete: Annotated[
        str | None,
        typer.Option(
            "--boete", metavar="BEDRAG", help="laat zien of een boete binnen het maximum blijft"
        ),
    ] = None,
    voor: Voor = "onszelf",
) -> None:
    """The figures of one provider, with norm, course, group and source; or what a fine may be."""
    gelezen = lees(ctx.obj)
    if boete:
        toon(ctx.obj, "boete", use.boete(gelezen, dossier, boete), boeteblad)
        return
    blad = use.kpi(gelezen.voor(voor, dossier), dossier, contract, welke, perioden)
    toon(ctx.obj, "kpi", blad, kpiblad)
