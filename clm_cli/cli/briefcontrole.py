"""Floor 8, briefcontrole: the commands that look at letters: the list, the seals, edited ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import breedte, druk, kleur, zeg_json
from clm_cli.commands.brieven import lijst as use
from clm_cli.commands.brieven import nabewerkt, zegels
from clm_cli.views.brieven import (
    lijst_json,
    toon_lijst,
    toon_vergelijking,
    toon_zegels,
    vergelijking_json,
    zegels_json,
)


def lijst(
    ctx: typer.Context,
    dossier: Annotated[
        str | None, typer.Argument(help="het dossier; zonder dossier alle brieven van het register")
    ] = None,
) -> None:
    """All letters, of ours and of theirs."""
    rijen = use.lijst(lees(ctx.obj), dossier)
    if ctx.obj.json:
        zeg_json("brief-lijst", lijst_json(rijen))
    else:
        druk(
            toon_lijst(rijen, breedte(), kleur=kleur())
            if rijen
            else "Er staat nog geen brief in dit register."
        )


def verifieer(
    ctx: typer.Context,
    woorden: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOSSIER BRIEF",
            help="welke dossiers, of welke brief; zonder woorden alle brieven",
        ),
    ] = None,
) -> int:
    """Whether what was sent and received is still what it was."""
    werk = Werk(ctx.obj)
    gevonden = zegels.verifieer(werk, woorden or [])
    if ctx.obj.json:
        zeg_json("verifieer", zegels_json(gevonden.rijen, werk.geladen.plaats))
    else:
        druk(toon_zegels(gevonden.rijen, breedte(), kleur=kleur()))
    return 0 if gevonden.in_orde else 1


def controleer(
    ctx: typer.Context,
    bestand: Annotated[
        str,
        typer.Argument(
            metavar="BESTAND", help="een Word-bestand, een PDF, of de tekst van een scan"
        ),
    ],
    dossier: Annotated[
        str | None,
        typer.Argument(
            help="het dossier; zonder dossier zoekt clm de brief met het kenmerk in de tekst"
        ),
    ] = None,
    brief: Annotated[
        str | None,
        typer.Argument(metavar="BRIEF", help="welke brief: de map, of een deel van de naam"),
    ] = None,
) -> int:
    """An edited letter beside the letter as clm makes it."""
    v = nabewerkt.controleer(Werk(ctx.obj), Path(bestand), dossier, brief)
    delen = (v.bestand, v.brief, v.weg, v.dagen, v.verschillen, v.let_op)
    if ctx.obj.json:
        zeg_json("brief-controleer", vergelijking_json(*delen))
    else:
        druk(toon_vergelijking(*delen, breedte(), kleur=kleur()))
    return 0 if v.in_orde else 1
