"""Floor 8, planning: the command that plans the talks of a year."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon
from clm_cli.cli.voortgang import bezig
from clm_cli.commands import planning as use
from clm_cli.commands import uitnodigen as mails
from clm_cli.meldingen import ClmFout
from clm_cli.views import planning as blad


def planning(
    ctx: typer.Context,
    jaar: Annotated[int, typer.Argument(metavar="JAAR", help="zoals 2027")],
    manager: Annotated[
        str | None, typer.Option("--manager", help="alleen de aanbieders van deze collega")
    ] = None,
    vastleggen: Annotated[
        bool, typer.Option("--vastleggen", help="leg de voorgestelde gesprekken als gepland vast")
    ] = False,
    uitnodigingen: Annotated[
        bool,
        typer.Option(
            "--uitnodigingen", help="maak de uitnodigingen voor de gesprekken die al vastliggen"
        ),
    ] = False,
) -> int:
    """The talks of a year."""
    if vastleggen and uitnodigingen:
        raise ClmFout(
            "--vastleggen en --uitnodigingen zijn twee stappen.", nu="leg de gesprekken eerst vast"
        )
    if uitnodigingen:
        werk = Werk(ctx.obj)
        return werk.leg_vast(mails.alle(werk, jaar, manager))
    if vastleggen:
        werk = Werk(ctx.obj)
        with bezig(f"{jaar} wordt gepland"):
            voorstel = use.leg_vast(werk, jaar, manager)
        return werk.leg_vast(voorstel)
    with bezig(f"{jaar} wordt gepland"):
        uit = use.bekijk(lees(ctx.obj).kijk, jaar, manager)
    toon(ctx.obj, "planning", uit, blad)
    return 0
