"""Floor 8, brieven_controle: the commands that look at letters: seals, edited ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import lees_voor_of_json, toon_controle, zeg
from clm_cli.commands import begeleiden
from clm_cli.commands.brieven import lezen, nabewerkt, zegels
from clm_cli.commands.brieven.bestand import lees_brief
from clm_cli.views.brieven import vergelijking
from clm_cli.views.brieven import zegels as zegelblad


def mail(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    brief: Annotated[str | None, typer.Argument(metavar="BRIEF", help="welke brief")] = None,
) -> int:
    """The mail that a letter goes with."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(begeleiden.brief(werk, dossier, brief))


def lees_brief_voor(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    brief: Annotated[str | None, typer.Argument(metavar="BRIEF", help="welke brief")] = None,
) -> None:
    """A letter, read in the terminal."""
    tekst = lezen.lees_voor(Werk(ctx.obj, leest=True), dossier, brief)
    lees_voor_of_json(ctx.obj, "brief", tekst)


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
    blad = zegels.verifieer(Werk(ctx.obj, leest=True), woorden or [])
    return toon_controle(ctx.obj, "verifieer", blad, zegelblad)


def controleer(
    ctx: typer.Context,
    bestand: Annotated[
        str,
        typer.Argument(
            metavar="BESTAND",
            help="een Word-bestand, een PDF, of de tekst van een scan; DOSSIER BRIEF alleen is het "
            "Word-bestand dat daar ligt",
        ),
    ],
    dossier: Annotated[
        str | None,
        typer.Argument(help="het dossier; zonder dossier zoekt clm de brief in alle dossiers"),
    ] = None,
    brief: Annotated[
        str | None,
        typer.Argument(
            metavar="BRIEF",
            help="welke brief: de map, of een deel van de naam; anders die met het kenmerk in de "
            "tekst",
        ),
    ] = None,
) -> int:
    """An edited letter beside the letter as clm makes it."""
    blad = nabewerkt.controleer(Werk(ctx.obj, leest=True), Path(bestand), dossier, brief)
    return toon_controle(ctx.obj, "brief-controleer", blad, vergelijking)


def tekst(
    bestand: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="een Word-bestand, een PDF of een tekst")
    ],
) -> None:
    """The text of a document, for git to compare."""
    zeg(lees_brief(bestand.parent, bestand).tekst)
