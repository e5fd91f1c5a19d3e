"""Floor 8, keuze: the options that cut an overview, the same on each."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

Gemeente = Annotated[str | None, typer.Option("--gemeente", help="alleen deze gemeente")]
Zorgvorm = Annotated[str | None, typer.Option("--zorgvorm", help="alleen deze zorgvorm")]
Perceel = Annotated[str | None, typer.Option("--perceel", help="alleen dit perceel")]
Contract = Annotated[str | None, typer.Option("--contract", help="alleen contracten die zo heten")]
Manager = Annotated[str | None, typer.Option("--manager", help="de dossiers van deze collega")]
Kant = Annotated[str | None, typer.Option("--kant", help="DOP of AOC")]
Niveau = Annotated[
    str | None, typer.Option("--niveau", help="operationeel, tactisch of strategisch")
]
VOOR = typer.Option(
    "--voor", metavar="WIE", help="onszelf, of aanbieder: een exemplaar zonder wat intern is"
)
Wie = Literal["onszelf", "aanbieder"]
Voor = Annotated[Wie, VOOR]
