"""Floor 8, correctie: the command that mends a fact by a new fact."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.dagen import Daglezer
from clm_cli.cli.invoer import LOSSE_OPTIE, ingevuld, vraag_velden
from clm_cli.cli.schrijven import Werk
from clm_cli.commands import correctie as use
from clm_cli.meldingen import ClmFout
from clm_cli.records.basis import Correctie
from clm_cli.records.vorm import veld_van

_REDEN = veld_van(Correctie, "reden")


def correctie(
    ctx: typer.Context,
    dossier: Annotated[
        str, typer.Argument(metavar="DOSSIER", help="het dossier, of een deel van de naam")
    ],
    feit: Annotated[
        str,
        typer.Argument(
            metavar="FEIT",
            help="het feit: de bestandsnaam, of het pad zoals contacten/2026-05-13-telefoon",
        ),
    ],
    reden: Annotated[
        str | None, typer.Option("--reden", help="waarom het feit niet klopt (nodig)")
    ] = None,
    wordt: Annotated[
        list[str] | None,
        typer.Option(
            "--wordt",
            metavar="VELD=WAARDE",
            help=(
                "wat er anders wordt; de rest blijft gelijk; mag vaker, bij een lijst één keer "
                "per onderdeel: noem ze alle bij hun id, wat u daarvan niet noemt blijft gelijk; "
                "een onderdeel dat u weglaat vervalt"
            ),
        ),
    ] = None,
    bestand: Annotated[
        str | None,
        typer.Option(
            "--bestand",
            metavar="BESTAND",
            help="de hele juiste inhoud uit een YAML-bestand, of - voor de invoer",
        ),
    ] = None,
    vervalt: Annotated[bool, typer.Option("--vervalt", help="het feit vervalt helemaal")] = False,
    nogmaals: Annotated[
        bool, typer.Option("--nogmaals", help="vervang ook een eerdere verbetering van dit feit")
    ] = False,
) -> int:
    """Mend a fact by a new fact; the old one stays and no longer counts."""
    werk = Werk(ctx.obj)
    gezegd: dict[str, object] = {"reden": reden} if reden else {}
    use.zoek(werk, werk.dossier(dossier), feit)  # nobody is asked why a fact is wrong that is none
    vraag_velden(gezegd, (_REDEN,), werk.vandaag, LOSSE_OPTIE)
    voorstel = use.correctie(
        werk,
        dossier,
        feit,
        str(gezegd["reden"]),
        gezegd=wordt or [],
        inhoud=ingevuld(werk.om, bestand) if bestand else None,
        vervalt=vervalt,
        nogmaals=nogmaals,
        dag=Daglezer(werk.vandaag),
    )
    try:
        return werk.leg_vast(voorstel)
    except ClmFout as fout:
        boom = dict(voorstel.nieuw[0].boom)
        raise werk.bewaard(f"{werk.dossier(dossier).id}-correctie", boom, fout) from None
