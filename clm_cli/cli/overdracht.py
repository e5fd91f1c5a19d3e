"""Floor 8, overdracht: the command that hands dossiers over to a colleague."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.invoer import LOSSE_OPTIE, vraag_velden
from clm_cli.cli.opties import Invulvormen
from clm_cli.cli.schrijven import Werk
from clm_cli.commands import overdracht as use
from clm_cli.records.aanbieder import Behandelaar
from clm_cli.records.vorm import veld_van

_VANAF = veld_van(Behandelaar, "vanaf")


def overdracht(
    ctx: typer.Context,
    naar: Annotated[str, typer.Argument(metavar="NAAR", help="wie het overneemt")],
    dossiers: Annotated[
        list[str] | None, typer.Argument(metavar="DOSSIER", help="alleen deze dossiers")
    ] = None,
    van: Annotated[
        str | None, typer.Option("--van", help="wie het overdraagt; standaard uzelf")
    ] = None,
    vanaf: Annotated[
        str | None, typer.Option("--vanaf", metavar="DATUM", help="vanaf welke dag (nodig)")
    ] = None,
    vorm: Invulvormen = None,
) -> int:
    """Another manages these dossiers from a day on; each gets a document to start from."""
    gezegd: dict[str, object] = {"vanaf": vanaf} if vanaf else {}
    werk = Werk(ctx.obj)
    use.bekend(werk, naar, dossiers or ())
    vraag_velden(gezegd, [_VANAF], werk.vandaag, LOSSE_OPTIE)
    dag = str(gezegd["vanaf"])
    return werk.leg_vast(
        use.overdracht(werk, van, naar, dag, dossiers or (), vorm or ("md", "docx"))
    )
