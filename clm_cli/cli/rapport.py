"""Floor 8, rapport: the commands for periodic reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from clm_cli.cli.invoer import LOSSE_OPTIE, vraag_velden
from clm_cli.cli.opties import Dossier, Vormen
from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon
from clm_cli.cli.voortgang import bezig
from clm_cli.commands import rapport as use
from clm_cli.commands.register import dossier as zoek
from clm_cli.kijk import Kijk
from clm_cli.records.lijsten import Rapportverspreid
from clm_cli.records.vorm import veld_van
from clm_cli.views import rapport as herkomstblad

_VERSPREID = tuple(veld_van(Rapportverspreid, naam) for naam in ("voor", "aan"))
_Periode = Annotated[str, typer.Argument(metavar="PERIODE", help="zoals 2026-K1, 2026-03 of 2026")]
_Herkomst = Annotated[
    str | None,
    typer.Option("--herkomst", metavar="GETAL", help="laat zien waar dit getal vandaan komt"),
]


def regio(
    ctx: typer.Context,
    periode: _Periode,
    voor: Annotated[
        str, typer.Option("--voor", help="intern, bestuur, openbaar, of de naam van een gemeente")
    ] = "intern",
    herkomst: _Herkomst = None,
    vorm: Vormen = None,
) -> int:
    """The report on the region."""
    return _rapport(ctx, periode, voor, None, herkomst, vorm)


def aanbieder(
    ctx: typer.Context,
    dossier: Dossier,
    periode: _Periode,
    voor: Annotated[str, typer.Option("--voor", help="intern, of de aanbieder")] = "intern",
    herkomst: _Herkomst = None,
    vorm: Vormen = None,
) -> int:
    """The report on one provider."""
    return _rapport(ctx, periode, voor, dossier, herkomst, vorm)


def _rapport(
    ctx: typer.Context,
    periode: str,
    voor: str,
    dossier: str | None,
    herkomst: str | None,
    vorm: list[str] | None,
) -> int:
    if herkomst:
        gelezen = lees(ctx.obj)
        eigen = zoek(gelezen.register, dossier).id if dossier else None
        blad = use.herkomst(use.venster(gelezen.kijk, periode, voor, eigen), herkomst)
        toon(ctx.obj, "herkomst", replace(blad, plaats=gelezen.plaats), herkomstblad)
        return 0
    werk = Werk(ctx.obj)
    eigen = werk.dossier(dossier).id if dossier else None
    kijk = use.venster(Kijk(werk.register, werk.vandaag), periode, voor, eigen)
    with bezig("Het rapport wordt gemaakt"):
        voorstel = use.maak(werk, kijk, vorm or use.VORMEN)
    return werk.leg_vast(voorstel)


def tekst(
    ctx: typer.Context,
    periode: _Periode,
    hoofdstuk: Annotated[
        str, typer.Argument(metavar="HOOFDSTUK", help=f"een van {', '.join(use.HOOFDSTUKKEN)}")
    ],
    tekst_: Annotated[str, typer.Argument(metavar="TEKST", help="uw eigen zinnen")],
    dossier: Annotated[
        str | None, typer.Option("--dossier", help="in het rapport over deze aanbieder")
    ] = None,
) -> int:
    """The manager's own sentences in a chapter."""
    werk = Werk(ctx.obj)
    return werk.leg_vast(use.tekst(werk, periode, hoofdstuk, tekst_, dossier))


def verspreid(
    ctx: typer.Context,
    periode: _Periode,
    voor: Annotated[
        str | None,
        typer.Option("--voor", help="intern, bestuur, openbaar of een gemeente (nodig)"),
    ] = None,
    aan: Annotated[
        list[str] | None, typer.Option("--aan", help="naar wie het ging; mag vaker (nodig)")
    ] = None,
    datum: Annotated[
        str | None, typer.Option("--datum", help="de dag waarop; standaard vandaag")
    ] = None,
    bestand: Annotated[
        str | None,
        typer.Option("--bestand", help="welk stuk in de map van de periode; standaard de PDF"),
    ] = None,
) -> int:
    """That a report went out."""
    werk = Werk(ctx.obj)
    gezegd: dict[str, Any] = {"voor": voor} if voor else {}
    gezegd |= {"aan": aan} if aan else {}
    vraag_velden(gezegd, _VERSPREID, werk.vandaag, LOSSE_OPTIE)
    voor, aan = gezegd["voor"], gezegd["aan"]
    return werk.leg_vast(use.verspreid(werk, periode, voor, aan, datum, bestand))
