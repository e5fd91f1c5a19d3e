"""Floor 8, sjabloon: the commands for the templates and the letterhead."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.registers import lees, lees_als_er_een_is
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon as toon_blad
from clm_cli.cli.uitvoer import toon_controle
from clm_cli.commands import sjablonen as use
from clm_cli.views import controle as controleblad
from clm_cli.views.sjablonen import bladzijde
from clm_cli.views.sjablonen import lijst as lijstblad

_Naam = Annotated[
    str, typer.Argument(metavar="NAAM", help="het sjabloon, zoals ingebrekestelling of agenda")
]
_WORD = (".docx", ".docm", ".dotx", ".dotm")


def lijst(ctx: typer.Context) -> None:
    """All templates and kinds of letters, and what each contract wants in a letter."""
    toon_blad(ctx.obj, "sjabloon-lijst", use.alle(lees_als_er_een_is(ctx.obj)), lijstblad)


def toon(ctx: typer.Context, naam: _Naam) -> None:
    """One template: what it is for, what must stand in it, what it gets, and its text."""
    toon_blad(ctx.obj, "sjabloon", use.toon(lees_als_er_een_is(ctx.obj), naam), bladzijde)


def kopieer(
    ctx: typer.Context,
    naam: _Naam,
    uitbreiden: Annotated[
        bool,
        typer.Option("--uitbreiden", help="neem de tekst van clm niet over, maar breid haar uit"),
    ] = False,
) -> int:
    """A template of clm in the register, to change."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.kopieer(werk, naam, uitbreiden=uitbreiden))


def nieuw(
    ctx: typer.Context,
    soort: Annotated[
        str, typer.Argument(metavar="SOORT", help="een soort brief die alleen het regime noemt")
    ],
    naar: Annotated[
        str | None,
        typer.Option("--naar", help="begin met dit sjabloon; standaard dat van elke maatregel"),
    ] = None,
) -> int:
    """A template for a regime's own kind of letter."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.nieuw(werk, soort, naar))


def controleer(
    ctx: typer.Context,
    wat: Annotated[
        str | None,
        typer.Argument(
            metavar="NAAM|BESTAND",
            help="een sjabloon van het register, of een Word-bestand; standaard alles",
        ),
    ] = None,
) -> int:
    """What is wrong in own templates and paper."""
    if wat and wat.lower().endswith(_WORD):
        gevonden = use.controleer_papier(wat)
    else:
        gevonden = use.controleer(lees(ctx.obj), wat)
    return toon_controle(ctx.obj, "sjabloon-controleer", gevonden, controleblad)


def briefpapier(ctx: typer.Context) -> int:
    """A beginning of own letterhead."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.briefpapier(werk))


def ijkblad(ctx: typer.Context) -> int:
    """A page to print, to see whether the address falls in the window."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.ijkblad(werk))
