"""Floor 8, vergelijk: the command that tells what changed between two moments in git."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees_bekend, wortel
from clm_cli.cli.uitvoer import GEDAAN, GEVONDEN, toon_controle, zeg
from clm_cli.commands import vergelijk as use
from clm_cli.meldingen import ClmFout
from clm_cli.views import vergelijk as view


def vergelijk(
    ctx: typer.Context,
    rev: Annotated[
        str,
        typer.Argument(
            metavar="[REV[..REV]]",
            help=(
                "een commit, tak of dag, of twee met .. ertussen; met ... telt alleen wat de"
                " tweede erbij kreeg; zonder woord: wat nog niet is vastgelegd in git"
            ),
        ),
    ] = "HEAD",
    vorm: Annotated[
        Literal["tekst", "md", "html"],
        typer.Option("--vorm", metavar="VORM", help="tekst, md (voor een merge request) of html"),
    ] = "tekst",
) -> int:
    """What changed, in words."""
    om: Omgeving = ctx.obj
    if om.bekend or om.revisie:
        raise ClmFout(
            "--bekend hoort niet bij vergelijken.", nu="noem de twee momenten als REV..REV"
        )
    blad = use.vergelijking(wortel(om), _tussen(rev, om.vandaag), om.peildatum)
    if vorm == "tekst" or om.json:
        return toon_controle(om, "vergelijk", blad, view)
    zeg(use.als_tekst(blad) if vorm == "md" else use.als_html(blad, om.peildatum))
    return GEDAAN if blad.goed else GEVONDEN


def _tussen(rev: str, vandaag: date) -> use.Tussen:
    """Both moments of `REV`, `REV..REV` or `REV...REV`, each a commit, a branch or a day."""
    splitsing = "..." in rev
    links, punten, rechts = rev.partition("..." if splitsing else "..")
    laatst = lees_bekend(rechts, "vergelijk", vandaag) if punten else None
    return use.Tussen(lees_bekend(links, "vergelijk", vandaag), laatst, splitsing)
