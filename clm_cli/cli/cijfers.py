"""Floor 8, cijfers: the commands that read figures from a file, and ask for them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from clm_cli.cli.invoer import vraag_velden
from clm_cli.cli.opties import Invulvormen
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.voortgang import bezig
from clm_cli.commands.cijfers import inlezen as lezer
from clm_cli.commands.cijfers import opvragen as vraag
from clm_cli.commands.stukken import lees
from clm_cli.records.vorm import datumveld

_ONTVANGEN = datumveld("ontvangen", "de dag waarop het binnenkwam")


def inlezen(
    ctx: typer.Context,
    bestand: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="een .xlsx of .csv, zoals het binnenkwam")
    ],
    ontvangen: Annotated[
        str | None,
        typer.Option("--ontvangen", metavar="DATUM", help="de dag waarop het binnenkwam (nodig)"),
    ] = None,
    dossier: Annotated[
        str | None,
        typer.Option("--dossier", help="van wie het is, als dat niet in het bestand staat"),
    ] = None,
    contract: Annotated[
        str | None, typer.Option("--contract", help="voor welk contract, als dat er niet in staat")
    ] = None,
    periode: Annotated[
        str | None,
        typer.Option("--periode", help="over welke periode, als dat er niet in staat"),
    ] = None,
    koppel: Annotated[
        list[str] | None,
        typer.Option(
            "--koppel",
            metavar="TEKST=WAT",
            help="wat een kop of naam betekent: een kpi (of kpi.teller, kpi.noemer), een dossier, "
            "een contract, een soort kolom, of overslaan; mag vaker",
        ),
    ] = None,
    koppeling: Annotated[
        str | None,
        typer.Option("--koppeling", metavar="NAAM", help="de bewaarde koppeling van deze bron"),
    ] = None,
    reden: Annotated[
        str | None,
        typer.Option(
            "--reden-herziening",
            metavar="TEKST",
            help="waarom cijfers anders zijn dan wat er al staat",
        ),
    ] = None,
    alleen_goede: Annotated[
        bool,
        typer.Option(
            "--alleen-goede",
            help="leg de aanbieders vast van wie alles goed is; van de anderen niets",
        ),
    ] = False,
) -> int:
    """Figures from a file: looked at first, then one fact for each provider."""
    boom: dict[str, Any] = {"ontvangen": ontvangen} if ontvangen else {}
    werk = Werk(ctx.obj)
    if not boom:  # nobody is asked about a file that is not there
        lees(werk.wortel, bestand, str(bestand))
    vraag_velden(boom, (_ONTVANGEN,), werk.vandaag, "geef --ontvangen erbij")
    gezegd = lezer.Gezegd(
        str(boom["ontvangen"]),
        dossier,
        contract,
        periode,
        koppel or (),
        koppeling,
        reden,
        alleen_goede,
    )
    with bezig(f"{bestand.name} wordt gelezen"):
        voorstel = lezer.inlezen(werk, bestand, gezegd)
    return werk.leg_vast(voorstel)


def opvragen(
    ctx: typer.Context,
    dossier: Annotated[
        str | None, typer.Argument(metavar="DOSSIER", help="het dossier; leeg is alle aanbieders")
    ] = None,
    periode: Annotated[
        str | None, typer.Option("--periode", help="over welke periode, zoals 2026-K2")
    ] = None,
    vorm: Invulvormen = None,
) -> int:
    """A request for figures, with a sheet to fill in."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(vraag.opvragen(werk, dossier, periode, vorm or vraag.VORMEN))
