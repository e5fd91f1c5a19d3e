"""Floor 8, werklijst: the commands that show the werklijst and explain a line of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from clm_cli.cli.keuze import Contract, Gemeente, Kant, Niveau, Perceel, Zorgvorm
from clm_cli.cli.omgeving import Omgeving, moment
from clm_cli.cli.registers import lees
from clm_cli.cli.uitvoer import toon
from clm_cli.cli.wie import wie
from clm_cli.commands import werklijst as use
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.filter import GEWOON, Filter
from clm_cli.views.werklijst import bladzijde as lijstblad
from clm_cli.views.werklijst import bundel as bundelblad
from clm_cli.views.werklijst import waarom as waaromblad
from clm_cli.views.werklijst.bladzijde import Opties
from clm_cli.views.werklijst.bundel import Bundelblad

Alles = Annotated[bool, typer.Option("--alles", help="ook het werk van collega's")]
Dagen = Annotated[int, typer.Option("--dagen", min=0, max=use.VERST, help="hoeveel dagen vooruit")]


def werklijst(
    ctx: typer.Context,
    dossiers: Annotated[
        list[str] | None, typer.Argument(metavar="DOSSIER", help="alleen deze dossiers")
    ] = None,
    alles: Alles = False,
    dagen: Dagen = GEWOON,
    sinds: Annotated[
        str | None,
        typer.Option("--sinds", metavar="DATUM", help="toon wat sinds deze dag is vastgelegd"),
    ] = None,
    gemeente: Gemeente = None,
    zorgvorm: Zorgvorm = None,
    perceel: Perceel = None,
    contract: Contract = None,
    kant: Kant = None,
    niveau: Niveau = None,
    manager: Annotated[
        str | None, typer.Option("--manager", help="het werk van deze collega")
    ] = None,
    bij: Annotated[
        str | None,
        typer.Option("--bij", help="wie aan zet is: wij, aanbieder, beide of collega"),
    ] = None,
    geparkeerd: Annotated[
        bool, typer.Option("--geparkeerd", help="toon ook wat is geparkeerd")
    ] = False,
    nieuw: Annotated[
        bool,
        typer.Option("--nieuw", help="toon wat anderen sinds uw laatste feit vastlegden"),
    ] = False,
    uitgebreid: Annotated[
        bool, typer.Option("--uitgebreid", help="alle regels, met reden en opdracht")
    ] = False,
    kort: Annotated[
        bool, typer.Option("--kort", help="alleen wat eerst moet en wat te laat is")
    ] = False,
) -> None:
    """What is due, for whom, by when, who has the ball and why."""
    om: Omgeving = ctx.obj
    gelezen = lees(om)
    filters = {
        "gemeente": gemeente,
        "zorgvorm": zorgvorm,
        "perceel": perceel,
        "contract": contract,
        "kant": kant and kant.upper(),
        "niveau": niveau,
        "bij": bij,
    }
    persoon = _persoon(om, gelezen, manager, alles=alles)
    namen = "".join(f" {naam}" for naam in dossiers or ())
    blad = use.werklijst(
        gelezen,
        use.kies(gelezen.register, dagen, dossiers or (), persoon=persoon, **filters),
        moment(sinds, "--sinds", om.vandaag, begin=True) if sinds else None,
        opties=Opties(
            _opties(dagen, {"manager": manager}, alles=alles),
            namen + _opties(dagen, {**filters, "manager": manager}, alles=alles),
        ),
        geparkeerd=geparkeerd,
        vorm="uitgebreid" if uitgebreid else "kort" if kort else "gewoon",
        nieuw=nieuw,
    )
    toon(om, "werklijst", blad, lijstblad)


def waarom(
    ctx: typer.Context,
    nr: Annotated[str, typer.Argument(metavar="NR", help="het nummer in de werklijst: 8 of 8.2")],
    alles: Annotated[
        bool, typer.Option("--alles", help="nummers van de lijst met ook het werk van collega's")
    ] = False,
    dagen: Dagen = GEWOON,
    manager: Annotated[
        str | None, typer.Option("--manager", help="nummers van de lijst van deze collega")
    ] = None,
) -> None:
    """One line of the werklijst explained to the end."""
    om: Omgeving = ctx.obj
    gelezen = lees(om)
    keuze, opties = numering(om, gelezen, dagen, manager, alles=alles)
    blad = use.waarom(gelezen, keuze, nr, opties)
    if isinstance(blad, Bundelblad):
        toon(om, "waarom", blad, bundelblad)
    else:
        toon(om, "waarom", blad, waaromblad)


def numering(
    om: Omgeving, gelezen: Gelezen, dagen: int, manager: str | None, *, alles: bool
) -> tuple[Filter, str]:
    """What decides the numbers of the list, and the options that say so."""
    keuze = use.kies(gelezen.register, dagen, persoon=_persoon(om, gelezen, manager, alles=alles))
    return keuze, _opties(dagen, {"manager": manager}, alles=alles)


def _persoon(om: Omgeving, gelezen: Gelezen, manager: str | None, *, alles: bool) -> str | None:
    return None if alles else manager or wie(om, gelezen.register)


def _opties(dagen: int, woorden: Mapping[str, str | None], *, alles: bool) -> str:
    """The options of a list as they are typed."""
    delen = [" --alles"] * alles + [f" --dagen {dagen}"] * (dagen != GEWOON)
    return "".join([*delen, *(f" --{naam} {woord}" for naam, woord in woorden.items() if woord)])
