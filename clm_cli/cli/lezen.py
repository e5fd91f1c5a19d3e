"""Floor 8, lezen: the commands that show the werklijst and explain a line of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from clm_cli.cli.omgeving import Omgeving, moment
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon
from clm_cli.cli.wie import wie
from clm_cli.commands import werklijst as use
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.werklijst import GEWOON, Filter
from clm_cli.views.werklijst import bladzijde as lijstblad
from clm_cli.views.werklijst import waarom as waaromblad

_Alles = Annotated[bool, typer.Option("--alles", help="ook het werk van collega's")]
_Dagen = Annotated[int, typer.Option("--dagen", min=0, max=use.VERST, help="hoeveel dagen vooruit")]


def werklijst(
    ctx: typer.Context,
    alles: _Alles = False,
    dagen: _Dagen = GEWOON,
    sinds: Annotated[
        str | None,
        typer.Option("--sinds", metavar="DATUM", help="toon wat sinds deze dag is vastgelegd"),
    ] = None,
    gemeente: Annotated[str | None, typer.Option("--gemeente", help="alleen deze gemeente")] = None,
    zorgvorm: Annotated[str | None, typer.Option("--zorgvorm", help="alleen deze zorgvorm")] = None,
    perceel: Annotated[str | None, typer.Option("--perceel", help="alleen dit perceel")] = None,
    kant: Annotated[str | None, typer.Option("--kant", help="DOP of AOC")] = None,
    niveau: Annotated[
        str | None, typer.Option("--niveau", help="operationeel, tactisch of strategisch")
    ] = None,
    manager: Annotated[
        str | None, typer.Option("--manager", help="het werk van deze collega")
    ] = None,
    geparkeerd: Annotated[
        bool, typer.Option("--geparkeerd", help="toon ook wat is geparkeerd")
    ] = False,
) -> None:
    """What is due, for whom, by when, who has the ball and why."""
    om: Omgeving = ctx.obj
    gelezen, filters = lees(om), _filters(gemeente, zorgvorm, perceel, kant, niveau)
    blad = use.werklijst(
        gelezen,
        _keuze(om, gelezen, dagen, manager, filters, alles=alles),
        moment(sinds, begin=True) if sinds else None,
        opties=_opties(dagen, {**filters, "manager": manager}, alles=alles),
        geparkeerd=geparkeerd,
    )
    toon(om, "werklijst", blad, lijstblad)


def waarom(
    ctx: typer.Context,
    nr: Annotated[int, typer.Argument(metavar="NR", help="het nummer in de werklijst")],
    alles: Annotated[
        bool, typer.Option("--alles", help="nummers van de lijst met ook het werk van collega's")
    ] = False,
    dagen: _Dagen = GEWOON,
    gemeente: Annotated[
        str | None, typer.Option("--gemeente", help="nummers van de lijst van deze gemeente")
    ] = None,
    zorgvorm: Annotated[
        str | None, typer.Option("--zorgvorm", help="nummers van de lijst van deze zorgvorm")
    ] = None,
    perceel: Annotated[
        str | None, typer.Option("--perceel", help="nummers van de lijst van dit perceel")
    ] = None,
    kant: Annotated[
        str | None, typer.Option("--kant", help="nummers van de lijst van DOP of AOC")
    ] = None,
    niveau: Annotated[
        str | None, typer.Option("--niveau", help="nummers van de lijst van dit niveau")
    ] = None,
    manager: Annotated[
        str | None, typer.Option("--manager", help="nummers van de lijst van deze collega")
    ] = None,
) -> None:
    """One line of the werklijst explained to the end."""
    om: Omgeving = ctx.obj
    gelezen, filters = lees(om), _filters(gemeente, zorgvorm, perceel, kant, niveau)
    keuze = _keuze(om, gelezen, dagen, manager, filters, alles=alles)
    opties = _opties(dagen, {**filters, "manager": manager}, alles=alles)
    toon(om, "waarom", use.waarom(gelezen, keuze, nr, opties), waaromblad)


def _filters(
    gemeente: str | None,
    zorgvorm: str | None,
    perceel: str | None,
    kant: str | None,
    niveau: str | None,
) -> dict[str, str | None]:
    return {
        "gemeente": gemeente,
        "zorgvorm": zorgvorm,
        "perceel": perceel,
        "kant": kant and kant.upper(),
        "niveau": niveau,
    }


def _keuze(
    om: Omgeving,
    gelezen: Gelezen,
    dagen: int,
    manager: str | None,
    filters: Mapping[str, str | None],
    *,
    alles: bool,
) -> Filter:
    persoon = None if alles else manager or wie(om, gelezen.register)
    return use.kies(gelezen.register, dagen, persoon=persoon, **filters)


def _opties(dagen: int, filters: Mapping[str, str | None], *, alles: bool) -> str:
    """The options of a list that change its numbers, as they are typed."""
    delen = [" --alles"] * alles + [f" --dagen {dagen}"] * (dagen != GEWOON)
    return "".join([*delen, *(f" --{naam} {woord}" for naam, woord in filters.items() if woord)])
