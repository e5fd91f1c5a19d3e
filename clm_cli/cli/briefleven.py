"""Floor 8, briefleven: the command that records a letter of the provider."""

from __future__ import annotations

from typing import Annotated

import typer

from clm_cli.cli.invoer import vraag_velden
from clm_cli.cli.schrijven import Werk
from clm_cli.commands.brieven.inkomend import NODIG, leg_vast
from clm_cli.commands.invoer import lees_invoer
from clm_cli.meldingen import ClmFout


def binnengekomen(
    ctx: typer.Context,
    dossier: Annotated[
        str, typer.Argument(metavar="DOSSIER", help="het dossier, of een uniek begin van de naam")
    ],
    onderwerp: Annotated[
        str | None, typer.Option("--onderwerp", help="waar hun brief over gaat (nodig)")
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="BESTAND",
            help="de scan of het bestand; het komt in het dossier, met zijn sha256 (nodig)",
        ),
    ] = None,
    soort: Annotated[
        str | None,
        typer.Option(
            "--soort",
            help=(
                "wat voor brief, zoals bezwaar, reactie, verbeterplan, herstel, antwoord, vraag "
                "of klacht"
            ),
        ),
    ] = None,
    kanaal: Annotated[
        str | None,
        typer.Option(
            "--kanaal",
            help=(
                "hoe zij binnenkwam: aangetekend, gewone post, e-mail, koerier, portaal of "
                "uitgereikt (nodig)"
            ),
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="de dag van ontvangst (nodig)"),
    ] = None,
    tijd: Annotated[str | None, typer.Option("--tijd", help="hoe laat, als bewijs")] = None,
    verzonden: Annotated[
        str | None,
        typer.Option(
            "--verzonden", metavar="DATUM", help="de dag waarop zij verzonden, als die blijkt"
        ),
    ] = None,
    bewijs: Annotated[
        str | None,
        typer.Option("--verzonden-bewijs", help="waaruit die dag blijkt, zoals het poststempel"),
    ] = None,
    gedateerd: Annotated[
        str | None,
        typer.Option(
            "--gedateerd",
            metavar="DATUM",
            help="de datum op hun brief; standaard de dag van verzending of ontvangst",
        ),
    ] = None,
    kenmerk: Annotated[str | None, typer.Option("--kenmerk", help="hun kenmerk")] = None,
    bij: Annotated[
        str | None,
        typer.Option("--bij", metavar="FEIT", help="onze brief, of het feit, waarop zij reageren"),
    ] = None,
    contract: Annotated[
        list[str] | None, typer.Option("--contract", help="over welk contract; mag vaker")
    ] = None,
    antwoord: Annotated[
        str | None,
        typer.Option(
            "--antwoord-uiterlijk", metavar="DATUM", help="de dag waarop zij antwoord vragen"
        ),
    ] = None,
    naam: Annotated[
        str | None,
        typer.Option(
            "--naam", metavar="NAAM", help="een korte naam; standaard de soort of het onderwerp"
        ),
    ] = None,
    bestand: Annotated[
        str | None,
        typer.Option(
            "--bestand",
            metavar="BESTAND",
            help="lees de invoer uit een YAML-bestand, of - voor de invoer; opties gaan voor",
        ),
    ] = None,
) -> int:
    """Legt een brief van de aanbieder vast, met de scan en de dag van ontvangst."""
    werk = Werk(ctx.obj)
    gezegd = {
        "onderwerp": onderwerp,
        "document": document,
        "soort": soort,
        "kanaal": kanaal,
        "datum": datum,
        "tijd": tijd,
        "verzonden": verzonden,
        "verzonden_bewijs": bewijs,
        "gedateerd": gedateerd,
        "kenmerk": kenmerk,
        "bij": bij,
        "contracten": contract,
        "antwoord_uiterlijk": antwoord,
        "naam": naam,
    }
    boom = (lees_invoer(bestand) if bestand else {}) | {
        veld: waarde for veld, waarde in gezegd.items() if waarde not in (None, [], ())
    }
    eigen = werk.dossier(dossier)
    try:
        vraag_velden(boom, NODIG)
        return werk.leg_vast(leg_vast(werk, eigen, boom))
    except ClmFout as fout:
        raise werk.bewaard(f"{eigen.id}-binnengekomen", boom, fout) from None


OPDRACHTEN = ((binnengekomen, "binnengekomen"),)
