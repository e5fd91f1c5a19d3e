"""Floor 8, delen: the commands by which colleagues work in one register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from clm_cli.advies import opdracht
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees, wortel
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import meld, toon, zeg
from clm_cli.cli.wie import persoon
from clm_cli.commands import deelbegin, hernummeren
from clm_cli.commands import delen as use
from clm_cli.meldingen import ClmFout
from clm_cli.views import delen as view

_Houd = Annotated[
    Literal["eigen", "ander"] | None,
    typer.Option(
        "--houd",
        metavar="KEUZE",
        help="waar u en een ander hetzelfde anders schreven: eigen of ander",
    ),
]


def delen(
    ctx: typer.Context,
    begin: Annotated[
        Path | None,
        typer.Option(
            "--begin", metavar="MAP", help="deel voortaan via deze map op een gedeelde schijf"
        ),
    ] = None,
    houd: _Houd = None,
) -> None:
    """Record, put together, share."""
    deler = _deler(ctx.obj)
    blad = deelbegin.begin(deler, begin) if begin else use.deel(deler, houd)
    toon(ctx.obj, "delen", blad, view)


def ophalen(
    ctx: typer.Context,
    begin: Annotated[
        str | None,
        typer.Option("--begin", metavar="PLAATS", help="doe mee met een register dat daar staat"),
    ] = None,
    in_: Annotated[
        Path | None, typer.Option("--in", metavar="MAP", help="bij --begin: uw eigen nieuwe map")
    ] = None,
    tak: Annotated[
        str | None,
        typer.Option(
            "--tak",
            metavar="TAK",
            help="voeg deze tak van git samen met de uwe, zonder iets te delen",
        ),
    ] = None,
    houd: _Houd = None,
) -> None:
    """Bring in what others shared."""
    if begin is None:
        toon(ctx.obj, "ophalen", use.haal_op(_deler(ctx.obj), use.Keus(houd, tak)), view)
        return
    if in_ is None:
        raise ClmFout(
            "Dit ontbreekt nog: --in (uw eigen nieuwe map).",
            nu=opdracht("ophalen", begin=str(begin), in_="MAP"),
        )
    map_, let_op = deelbegin.doe_mee(begin, in_)
    for regel in let_op:
        meld(f"let op: {regel}")
    zeg(f"Het register staat nu ook in {map_}.\n  nu: clm --map {map_} werklijst")


def _deler(om: Omgeving) -> use.Deler:
    if om.proef or om.op or om.bekend or om.revisie:
        raise ClmFout("--proef, --op en --bekend horen hier niet bij; er is niets gedaan.")
    return use.Deler(wortel(om), om.vandaag, persoon(om, lees(om).register), meld, om.geschreven)


def hernummer(ctx: typer.Context) -> int:
    """Another number for what got one that was taken."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(hernummeren.hernummer(werk))
