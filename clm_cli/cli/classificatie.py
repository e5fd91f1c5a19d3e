"""Floor 8, classificatie: the classification of one provider, of the region, or of many at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from clm_cli.cli.keuze import Gemeente, Manager, Perceel, Zorgvorm
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon
from clm_cli.commands import classificatie as use
from clm_cli.commands import classificatieblad as bladen
from clm_cli.commands.werklijst import kies
from clm_cli.derivations.filter import GEWOON, Filter
from clm_cli.derivations.zinnen import opsomming
from clm_cli.meldingen import ClmFout
from clm_cli.register import Register
from clm_cli.views.classificatie import bladzijde, rangorde

_BESLUIT = ("waarde", "categorie", "reden", "geldig_vanaf", "datum")
_NIET_SAMEN = {
    "blad": ("alle", "uit", "wat_als", *_BESLUIT),
    "alle": ("uit", *_BESLUIT),
    "uit": ("dossier", "contract", *_BESLUIT),
}
"""What says nothing beside another option."""
_Dossier = Annotated[
    str | None,
    typer.Argument(metavar="DOSSIER", help="het dossier, of een deel van de naam"),
]
_Contracten = Annotated[
    list[str] | None, typer.Option("--contract", help="voor welk contract; mag vaker")
]
_Waarden = Annotated[
    list[str] | None,
    typer.Option(
        "--waarde",
        help='zoals "omzet=310000 uit jaarrekening" of "invloed=7 omdat …"; mag vaker',
    ),
]
_Categorie = Annotated[
    str | None,
    typer.Option(
        "--categorie", help="de categorie die is besloten, als die anders is dan de score"
    ),
]
_Reden = Annotated[
    str | None, typer.Option("--reden", help="waarom de categorie anders is dan de score")
]
_Vanaf = Annotated[
    str | None,
    typer.Option(
        "--geldig-vanaf",
        metavar="DATUM",
        help="vanaf wanneer het ritme geldt; standaard de dag van het besluit",
    ),
]
_Datum = Annotated[
    str | None,
    typer.Option("--datum", metavar="DATUM", help="de dag van het besluit; standaard vandaag"),
]
_Uit = Annotated[
    Path | None,
    typer.Option(
        "--uit",
        metavar="BESTAND",
        help=(
            "classificeer uit een werkblad: kolommen dossier, contract, de criteria, "
            "categorie, reden"
        ),
    ),
]


def classificeer(
    ctx: typer.Context,
    dossier: _Dossier = None,
    contract: _Contracten = None,
    waarde: _Waarden = None,
    categorie: _Categorie = None,
    reden: _Reden = None,
    geldig_vanaf: _Vanaf = None,
    datum: _Datum = None,
    wat_als: Annotated[
        bool, typer.Option("--wat-als", help="toon alleen wat eruit zou komen")
    ] = False,
    alle: Annotated[
        bool, typer.Option("--alle", help="toon de hele regio op volgorde van score")
    ] = False,
    uit: _Uit = None,
    blad: Annotated[
        bool,
        typer.Option("--blad", help="maak zo'n werkblad: een rij per contract, klaar om te vullen"),
    ] = False,
    gemeente: Gemeente = None,
    zorgvorm: Zorgvorm = None,
    perceel: Perceel = None,
    manager: Manager = None,
) -> int | None:
    """Show the classification, or decide it."""
    om: Omgeving = ctx.obj
    inperking = {"gemeente": gemeente, "zorgvorm": zorgvorm, "perceel": perceel}
    _kan_samen(ctx.params)
    if blad:
        werk = Werk(om)
        keuze = _keuze(werk.register, dossier, contract or [], manager, inperking)
        return werk.leg_vast(bladen.leeg_blad(werk, keuze))
    if alle:
        gelezen = lees(om)
        keuze = _keuze(gelezen.register, dossier, contract or [], manager, inperking)
        toon(om, "classificatie-alle", use.regio(gelezen, keuze), rangorde)
        return None
    if manager or any(inperking.values()):
        raise ClmFout("Een deel van de regio toont clm met --alle.", nu="geef --alle erbij")
    if uit is not None:
        werk = Werk(om, proef=wat_als)
        return werk.leg_vast(bladen.uit_blad(werk, uit))
    if dossier is None:
        raise ClmFout("Noem een dossier.", nu="of geef --alle voor de hele regio")
    invoer = use.waarden(waarde or [])
    if not (invoer or categorie) and (reden or geldig_vanaf or datum):
        raise ClmFout(
            "Zonder --waarde of --categorie is er geen besluit.", nu="geef een van beide erbij"
        )
    if wat_als or not (invoer or categorie):
        weging = use.weging(lees(om), dossier, contract or [], invoer)
        toon(om, "classificatie", weging, bladzijde)
        return None
    werk = Werk(om)
    besluit = use.Besluit(categorie, reden, geldig_vanaf, datum)
    return werk.leg_vast(use.besluit(werk, dossier, contract or [], invoer, besluit))


def _kan_samen(gegeven: Mapping[str, object]) -> None:
    """Refuse what would be let fall, where a sheet or the region is meant."""
    for eerste, niet in _NIET_SAMEN.items():
        mis = [naam for naam in niet if gegeven[eerste] and gegeven[naam]]
        if mis:
            erbij = opsomming(_getypt(naam) for naam in mis)
            raise ClmFout(f"--{eerste} kan niet samen met {erbij}.", nu="laat een van beide weg")


def _getypt(naam: str) -> str:
    return "DOSSIER" if naam == "dossier" else f"--{naam.replace('_', '-')}"


def _keuze(
    register: Register,
    dossier: str | None,
    contracten: list[str],
    manager: str | None,
    inperking: dict[str, str | None],
) -> Filter:
    """The region, or the part of it that is asked for."""
    if len(contracten) > 1:
        raise ClmFout("Bij meer dossiers kan --contract één keer.", nu="noem één contract")
    return kies(
        register,
        GEWOON,
        (dossier,) if dossier else (),
        persoon=manager,
        contract=contracten[0] if contracten else None,
        **inperking,
    )
