"""Floor 8, overdracht: the command that hands dossiers over to a colleague."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.opties import Vormen
from clm_cli.cli.schrijven import Werk
from clm_cli.commands import overdracht as use
from clm_cli.meldingen import ClmFout


def overdracht(
    ctx: typer.Context,
    naar: Annotated[str, typer.Argument(metavar="NAAR", help="wie het overneemt")],
    dossiers: Annotated[
        list[str] | None, typer.Argument(metavar="[DOSSIER]...", help="alleen deze dossiers")
    ] = None,
    van: Annotated[
        str | None, typer.Option("--van", help="wie het overdraagt; standaard uzelf")
    ] = None,
    vanaf: Annotated[
        str | None, typer.Option("--vanaf", metavar="DATUM", help="vanaf welke dag (nodig)")
    ] = None,
    vorm: Vormen = None,
) -> int:
    """Another manages these dossiers from a day on; each gets a document to start from."""
    if vanaf is None:
        raise ClmFout("Dit ontbreekt nog: --vanaf (vanaf welke dag). Er is niets geschreven.")
    werk = Werk(ctx.obj)
    return werk.leg_vast(
        use.overdracht(werk, van, naar, vanaf, dossiers or (), vorm or ("md", "docx"))
    )
