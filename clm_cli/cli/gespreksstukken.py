"""Floor 8, gespreksstukken: the commands that make the documents of a talk."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.opties import Vormen
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import lees_voor_of_json
from clm_cli.commands import begeleiden, uitnodigen
from clm_cli.commands import gesprekken as use
from clm_cli.commands.documenten import VORMEN

_Dossier = Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")]
_Gesprek = Annotated[str | None, typer.Argument(metavar="GESPREK", help="welk gesprek")]
_Concept = Annotated[
    bool,
    typer.Option(
        "--concept", help="ook als er nog iets ontbreekt; elke bladzijde heet dan CONCEPT"
    ),
]


def verslag(
    ctx: typer.Context,
    dossier: _Dossier,
    gesprek: _Gesprek = None,
    vorm: Vormen = None,
    concept: _Concept = False,
    lees: Annotated[
        bool, typer.Option("--lees", help="toon het verslag hier, en schrijf niets")
    ] = False,
) -> int:
    """Make the report of a talk, or read it."""
    if lees:
        tekst = use.lees_verslag(Werk(ctx.obj, leest=True), dossier, gesprek)
        lees_voor_of_json(ctx.obj, "verslag", tekst)
        return 0
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.maak_verslag(werk, dossier, gesprek, vorm or VORMEN, concept=concept))


def agenda(
    ctx: typer.Context, dossier: _Dossier, gesprek: _Gesprek = None, vorm: Vormen = None
) -> int:
    """Make the agenda of a talk."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.maak_agenda(werk, dossier, gesprek, vorm or VORMEN))


def verstuurd(
    ctx: typer.Context,
    dossier: _Dossier,
    gesprek: _Gesprek = None,
    datum: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="de dag van versturen; standaard vandaag"),
    ] = None,
) -> int:
    """Record that the agenda and the documents of a talk went out."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.verstuurd(werk, dossier, gesprek, datum))


def notitie(
    ctx: typer.Context, dossier: _Dossier, gesprek: _Gesprek = None, vorm: Vormen = None
) -> int:
    """Make the internal note before a talk."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.maak_notitie(werk, dossier, gesprek, vorm or VORMEN))


def mail(ctx: typer.Context, dossier: _Dossier, gesprek: _Gesprek = None) -> int:
    """Make the mail with which the report is shared."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(begeleiden.verslag(werk, dossier, gesprek))


def uitnodiging(ctx: typer.Context, dossier: _Dossier, gesprek: _Gesprek = None) -> int:
    """Make the invitation to a talk."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(uitnodigen.een(werk, dossier, gesprek))
