"""Floor 8, beheer: starting a register, the example, schemas for the editor."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from clm_cli.cli.antwoord import Vraag
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.opties import Opties, als_getypt, maak_functie, optie, parameter
from clm_cli.cli.registers import wortel
from clm_cli.cli.uitvoer import GEDAAN, meld, zeg, zeg_json
from clm_cli.cli.vragen import als_optie
from clm_cli.commands import begin as use
from clm_cli.commands.optiewaarden import optienaam
from clm_cli.records.organisatie import Begin
from clm_cli.records.vorm import velden

_Map = Annotated[Path, typer.Argument(metavar="MAP", help="een nieuwe of lege map")]
_MEESTE = 12
"""So many files are all named; of more the first ten."""


class Init:
    """`clm init`: an own register, ready to be filled in, with an option for all it asks."""

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every question."""
        map_ = inspect.Parameter("map_", inspect.Parameter.KEYWORD_ONLY, annotation=_Map)
        ci = parameter(
            "ci",
            Literal["github", "gitlab", "forgejo"] | None,
            typer.Option(
                "--ci", metavar="SERVER", help="ook een controle op github, gitlab of forgejo"
            ),
        )
        return maak_functie([map_, ci, *map(optie, velden(Begin))], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        om: Omgeving = ctx.obj
        map_, ci = gegeven.pop("map_"), gegeven.pop("ci")
        rijen = {veld.naam: veld for veld in velden(Begin)}
        gezegd = als_getypt(rijen.values(), {n: w for n, w in gegeven.items() if w}, om.vandaag)
        if sys.stdin.isatty() and not (om.ja or om.json or om.proef):
            use.nog_leeg(map_)
            meld("Wat u nog niet weet, slaat u over met Enter; het blijft in te vullen.")
            for naam, veld in rijen.items():
                if naam not in gezegd:
                    antwoord = Vraag(veld, naam, vandaag=om.vandaag).stel()
                    if antwoord is not None:
                        gezegd[naam] = antwoord
                        als_optie(optienaam(veld), antwoord)
        _geschreven(om, "init", use.init(map_, om.vandaag, gezegd, proef=om.proef, ci=ci))
        return GEDAAN


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
    om.geschreven.extend(() if om.proef else gedaan.bestanden)
    if om.json:
        zeg_json(naam, {"map": str(gedaan.map), "bestanden": gedaan.bestanden})
        return
    if gedaan.aangenomen:
        meld(f"aangenomen: {'; '.join(gedaan.aangenomen)}")
    getoond = sorted(gedaan.bestanden, key=lambda pad: pad.startswith("."))
    if len(getoond) > _MEESTE:
        getoond = [*getoond[:10], f"… en {len(getoond) - 10} andere"]
    if om.proef and getoond:
        kop = f"Proef: er is niets geschreven. Dit zou in {gedaan.map} komen:"
    elif not getoond:
        kop = f"Er is niets geschreven: in {gedaan.map} stond het er al."
    else:
        kop = f"Geschreven in {gedaan.map}:"
    nu = [] if om.proef else [f"  nu: {gedaan.nu}"]
    zeg("\n".join([kop, *(f"  {pad}" for pad in getoond), *nu]))


INIT = Init()
