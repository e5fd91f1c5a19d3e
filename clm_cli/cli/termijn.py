"""Floor 8, termijn: `clm termijn`, which loads nothing heavy outside a register."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.uitvoer import meld, zeg, zeg_json
from clm_cli.commands.plaats import vind
from clm_cli.commands.termijn import termijn as reken
from clm_cli.meldingen import ClmFout
from clm_cli.views.termijn import als_json, toon


def termijn(
    ctx: typer.Context,
    woorden: Annotated[
        list[str],
        typer.Argument(metavar="START TERMIJN", help="bijvoorbeeld: 4 mei 2026 10 werkdagen"),
    ],
    kalender: Annotated[
        str | None, typer.Option(help="atw, atw-zonder-besluiten of feestdagen")
    ] = None,
    rol: Annotated[
        str | None,
        typer.Option(help="volgende-werkdag (gewoon), vorige-werkdag (gewoon met --terug) of niet"),
    ] = None,
    terug: Annotated[bool, typer.Option("--terug", help="tel terug vanaf de startdag")] = False,
) -> None:
    """Work a term out and show why."""
    om: Omgeving = ctx.obj
    register = vind(om.map)
    if register and (om.bekend or om.revisie):
        from clm_cli.cli.registers import map_  # a term without a past loads no records

        register = map_(om).wortel
    uitkomst = reken(register, woorden, kalender, rol, terug=terug, vandaag=lambda: om.vandaag)
    if uitkomst.let_op:
        meld(f"Let op: {uitkomst.let_op}.")
    try:
        uit = als_json(uitkomst.berekening) if om.json else toon(uitkomst.berekening)
    except ValueError as fout:  # a page shows days around the term, which the calendar may lack
        raise ClmFout(f"Deze termijn kan niet worden berekend: {fout}.") from None
    if isinstance(uit, str):
        zeg(uit)
    else:
        zeg_json("termijn", uit)
