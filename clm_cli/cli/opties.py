"""Floor 8, opties: the words and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Dossier = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="het dossier, of een uniek begin van de naam")
]
Vormen = Annotated[
    list[str] | None,
    typer.Option(
        "--vorm",
        metavar="VORM",
        help="md, pdf, docx of html; mag vaker; standaard md, pdf en docx",
    ),
]
Contracten = Annotated[
    list[str] | None, typer.Option("--contract", help="over welk contract; mag vaker")
]
