"""Floor 8, bladen: the commands that show one dossier, its page and its story."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from clm_cli.cli.keuze import Contract, Gemeente, Perceel, Voor, Zorgvorm
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon
from clm_cli.commands import dossierblad as use
from clm_cli.commands.werklijst import kies
from clm_cli.views import tijdlijn as tijdlijnblad
from clm_cli.views.dossier import bladzijde

_Dossier = Annotated[str, typer.Argument(help="het dossier, of een deel van de naam")]


def toon_dossier(ctx: typer.Context, dossier: _Dossier, voor: Voor = "onszelf") -> None:
    """One dossier on one page."""
    om: Omgeving = ctx.obj
    # the page shows no numbers, and the others need not be read for it
    gelezen = lees(om).voor(voor, dossier)
    toon(om, "toon", use.toon(gelezen, dossier, nummers=om.json), bladzijde)


def tijdlijn(
    ctx: typer.Context,
    dossier: _Dossier,
    escalatie: Annotated[
        str | None, typer.Option("--escalatie", help="alleen deze escalatie")
    ] = None,
    gemeente: Gemeente = None,
    zorgvorm: Zorgvorm = None,
    perceel: Perceel = None,
    contract: Contract = None,
) -> None:
    """The story of a dossier, fact by fact."""
    om: Omgeving = ctx.obj
    straks = lees(replace(om, bekend=None)) if om.bekend else None
    gelezen = lees(om)
    keuze = kies(
        gelezen.register,
        gemeente=gemeente,
        zorgvorm=zorgvorm,
        perceel=perceel,
        contract=contract,
    )
    blad = use.tijdlijn(gelezen, dossier, escalatie, om.bekend, straks, keuze)
    toon(ctx.obj, "tijdlijn", blad, tijdlijnblad)
