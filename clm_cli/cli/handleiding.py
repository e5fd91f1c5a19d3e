"""Floor 8, handleiding: the manual on the screen, or as a page for a browser."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.uitvoer import lees_voor, zeg, zeg_json
from clm_cli.commands import handleiding as use


def handleiding(
    ctx: typer.Context,
    onderwerp: Annotated[
        str | None, typer.Argument(metavar="ONDERWERP", help="welke bladzijde, zoals escalatie")
    ] = None,
    vorm: Annotated[
        Literal["md", "html"] | None,
        typer.Option("--vorm", help="alles als één bladzijde: md, of html voor de browser"),
    ] = None,
) -> None:
    """One page of the manual; without a subject what there is."""
    om: Omgeving = ctx.obj
    if onderwerp is not None:
        tekst = use.bladzijde(onderwerp)
        if om.json:
            zeg_json("handleiding", {"onderwerp": onderwerp, "tekst": tekst})
        else:
            lees_voor(tekst)
    elif vorm is not None:
        zeg(use.als_html(om.peildatum) if vorm == "html" else use.als_markdown())
    elif om.json:
        rijen = [{"onderwerp": naam, "titel": titel} for naam, titel in use.onderwerpen()]
        zeg_json("handleiding", rijen)
    else:
        breed = max(len(naam) for naam, _ in use.onderwerpen())
        zeg("\n".join(f"{naam:{breed}}  {titel}" for naam, titel in use.onderwerpen()))
