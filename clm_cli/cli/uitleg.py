"""Floor 8, uitleg: what a code means."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.uitvoer import zeg, zeg_json
from clm_cli.commands import uitleg as use


def uitleg(
    ctx: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="de code van een melding, zoals DOS204")
    ] = None,
) -> None:
    """What a code means; all codes without one."""
    om: Omgeving = ctx.obj
    if code is None:
        rijen = use.codes()
        if om.json:
            zeg_json("uitleg", [{"code": kenmerk, "titel": titel} for kenmerk, titel in rijen])
        else:
            zeg("\n".join(f"{kenmerk}  {titel}" for kenmerk, titel in rijen))
        return
    tekst = use.uitleg(code)
    if om.json:
        zeg_json("uitleg", {"code": code.upper(), "tekst": tekst})
    else:
        zeg(tekst)
