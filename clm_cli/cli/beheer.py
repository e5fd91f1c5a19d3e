"""Floor 8, beheer: starting a register, the example, schemas for the editor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import wortel
from clm_cli.cli.uitvoer import zeg, zeg_json
from clm_cli.commands import begin as use

_Map = Annotated[Path, typer.Argument(metavar="MAP", help="een nieuwe of lege map")]
_MEESTE = 12
"""So many files are all named; of more the first ten."""


def init(
    ctx: typer.Context,
    map_: _Map,
    ci: Annotated[
        Literal["github", "gitlab", "forgejo"] | None,
        typer.Option(
            "--ci", metavar="SERVER", help="ook een controle op github, gitlab of forgejo"
        ),
    ] = None,
) -> None:
    """An own register, ready to be filled in."""
    _geschreven(ctx.obj, "init", use.init(map_, ctx.obj.vandaag, proef=ctx.obj.proef, ci=ci))


def voorbeeld(ctx: typer.Context, map_: _Map) -> None:
    """The example register."""
    _geschreven(ctx.obj, "voorbeeld", use.voorbeeld(map_, proef=ctx.obj.proef))


def schema(
    ctx: typer.Context,
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="waar de schema's komen; standaard het register"),
    ] = None,
    uitvoer: Annotated[
        str | None,
        typer.Option(
            "--uitvoer",
            metavar="NAAM",
            help="toon het schema van wat een opdracht met --json geeft",
        ),
    ] = None,
) -> None:
    """Schemas for the editor; or the one of an output."""
    if uitvoer:
        zeg(use.uitvoervorm(uitvoer))
        return
    gedaan = use.schema(map_ or wortel(ctx.obj), proef=ctx.obj.proef)
    _geschreven(ctx.obj, "schema", gedaan)


def _geschreven(om: Omgeving, naam: str, gedaan: use.Neergezet) -> None:
    if om.json:
        zeg_json(naam, {"map": str(gedaan.map), "bestanden": gedaan.bestanden})
        return
    getoond = gedaan.bestanden
    if len(getoond) > _MEESTE:
        getoond = [*getoond[:10], f"… en {len(getoond) - 10} andere"]
    if om.proef:
        kop = f"Proef: er is niets geschreven. Dit zou in {gedaan.map} komen:"
    else:
        kop = f"Geschreven in {gedaan.map}:"
    nu = [] if om.proef else [f"  nu: {gedaan.nu}"]
    zeg("\n".join([kop, *(f"  {pad}" for pad in getoond), *nu]))
