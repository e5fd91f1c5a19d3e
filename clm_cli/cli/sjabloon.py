"""Floor 8, sjabloon: the commands for the templates and the letterhead."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.lezen import toon_meldingen
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import breedte, druk, kleur, zeg_json
from clm_cli.commands import sjablonen as use
from clm_cli.commands.plaats import vind
from clm_cli.commands.register import Gelezen
from clm_cli.views import sjablonen as blad
from clm_cli.views.opmaak import Papier, zichtbaar

_Naam = Annotated[
    str, typer.Argument(metavar="NAAM", help="het sjabloon, zoals ingebrekestelling of agenda")
]
_WORD = (".docx", ".docm", ".dotx", ".dotm")


def lijst(ctx: typer.Context) -> None:
    """All templates and kinds of letters, and what each contract wants in a letter."""
    bekend = use.alle(_gelezen(ctx.obj))
    if ctx.obj.json:
        zeg_json("sjabloon-lijst", [blad.als_json(rij, bekend.regimes) for rij in bekend.rijen])
    else:
        druk(blad.lijst(bekend.rijen, bekend.regimes, _papier()))


def toon(ctx: typer.Context, naam: _Naam) -> None:
    """One template: what it is for, what must stand in it, what it gets, and its text."""
    een = use.toon(_gelezen(ctx.obj), naam)
    if ctx.obj.json:
        gegevens = blad.als_json(een.rij, een.regimes)
        zeg_json("sjabloon", {**gegevens, "namen": dict(een.namen), "tekst": een.tekst})
        return
    druk(blad.toon(een.rij, een.regimes, een.namen, zichtbaar(een.tekst), een.waar, _papier()))


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
    toon_meldingen(ctx.obj, "sjabloon-controleer", gevonden)
    return 0 if gevonden.in_orde else 1


def briefpapier(ctx: typer.Context) -> int:
    """A beginning of own letterhead."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.briefpapier(werk))


def ijkblad(ctx: typer.Context) -> int:
    """A page to print, to see whether the address falls in the window."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.ijkblad(werk))


def _gelezen(om: Omgeving) -> Gelezen | None:
    return lees(om) if vind(om.map) else None


def _papier() -> Papier:
    return Papier(breedte(), kleur())
