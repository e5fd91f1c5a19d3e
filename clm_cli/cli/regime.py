"""Floor 8, regime: the commands that show and check the contracts as rules."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.lezen import toon_meldingen
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import breedte, zeg, zeg_json
from clm_cli.commands import regime as use
from clm_cli.commands.plaats import vind
from clm_cli.commands.register import Gelezen
from clm_cli.views.regime import bladzijde as blad


def lijst(ctx: typer.Context) -> None:
    """All regimes."""
    rijen = use.lijst(_gelezen(ctx.obj))
    if ctx.obj.json:
        zeg_json("regime-lijst", blad.lijst_als_json(rijen))
    else:
        zeg(blad.lijst(rijen, breedte()))


def toon(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
) -> None:
    """One regime with the literal clauses, what they leave open, and how that is read."""
    gevonden = use.toon(_gelezen(ctx.obj), id_)
    if ctx.obj.json:
        zeg_json("regime", blad.als_json(gevonden.regime, gevonden.lezingen))
    else:
        zeg(blad.toon(gevonden.regime, gevonden.lezingen, breedte()))


def controleer(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="REGIME", help="alleen deze regimes; standaard alle"),
    ] = None,
) -> int:
    """What is not right in regimes."""
    om: Omgeving = ctx.obj
    gevonden = use.controleer(_gelezen(om), ids or (), om.peildatum)
    toon_meldingen(om, "regime-controleer", gevonden)
    return 0 if gevonden.in_orde else 1


def _gelezen(om: Omgeving) -> Gelezen | None:
    """The register, or nothing outside one: clm's own regimes can be shown anywhere."""
    return lees(om) if vind(om.map) else None
