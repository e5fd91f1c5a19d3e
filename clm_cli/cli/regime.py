"""Floor 8, regime: the commands that show and check the contracts as rules."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees_als_er_een_is
from clm_cli.cli.uitvoer import toon as toon_blad
from clm_cli.cli.uitvoer import toon_controle
from clm_cli.commands import regime as use
from clm_cli.views import controle as controleblad
from clm_cli.views.regime import bladzijde
from clm_cli.views.regime import lijst as lijstblad
from clm_cli.views.regime import woorden as woordenblad


def lijst(ctx: typer.Context) -> None:
    """All regimes."""
    toon_blad(ctx.obj, "regime-lijst", use.lijst(lees_als_er_een_is(ctx.obj)), lijstblad)


def toon(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
) -> None:
    """One regime with the literal clauses, what they leave open, and how that is read."""
    toon_blad(ctx.obj, "regime", use.toon(lees_als_er_een_is(ctx.obj), id_), bladzijde)


def woorden(
    ctx: typer.Context,
    naam: Annotated[
        str | None,
        typer.Argument(metavar="LIJST", help="alleen deze lijst, of alleen wat dit woord bevat"),
    ] = None,
) -> None:
    """The words that clm knows in a regime."""
    toon_blad(ctx.obj, "regime-woorden", use.woorden(naam), woordenblad)


def controleer(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="REGIME", help="alleen deze regimes; standaard alle"),
    ] = None,
) -> int:
    """What is not right in regimes."""
    om: Omgeving = ctx.obj
    gevonden = use.controleer(lees_als_er_een_is(om), ids or (), om.peildatum)
    return toon_controle(om, "regime-controleer", gevonden, controleblad)
