"""Floor 8, dossier: the commands for a new dossier, a new contract, and the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from clm_cli.cli.invoer import vraag_ontbrekend
from clm_cli.cli.opties import Opties, Vormen, bestandsoptie, maak_functie, optie, woord
from clm_cli.cli.schrijven import Werk
from clm_cli.commands import dossier as use
from clm_cli.commands.documenten import VORMEN
from clm_cli.commands.getypt import als_boom
from clm_cli.commands.invoer import lees_invoer
from clm_cli.meldingen import ClmFout, NietAf
from clm_cli.records.aanbieder import Aanbieder
from clm_cli.records.overeenkomst import Contract
from clm_cli.records.vorm import velden

_Kvk = Annotated[str | None, typer.Option("--kvk", help="het KvK-nummer; nodig in Nederland")]
_Land = Annotated[str | None, typer.Option("--land", help="het land, als dat niet Nederland is")]
_Email = Annotated[str | None, typer.Option("--email", help="het e-mailadres voor formele post")]
_Registratie = Annotated[
    str | None, typer.Option("--registratie", help="buiten Nederland: het register en het nummer")
]


def nieuw(
    ctx: typer.Context,
    naam: Annotated[
        str, typer.Argument(metavar="NAAM", help="de statutaire naam van de aanbieder")
    ],
    straat: Annotated[str, typer.Option("--straat", help="straat en huisnummer, of de postbus")],
    postcode: Annotated[str, typer.Option("--postcode", help="zoals 1234 AB")],
    plaats: Annotated[str, typer.Option("--plaats", help="de plaats")],
    kvk: _Kvk = None,
    land: _Land = None,
    registratie: _Registratie = None,
    roepnaam: Annotated[
        str | None,
        typer.Option("--roepnaam", help="de naam in het dagelijks gebruik; ook de naam van de map"),
    ] = None,
    rechtsvorm: Annotated[
        str | None, typer.Option("--rechtsvorm", help="zoals stichting of besloten vennootschap")
    ] = None,
    email: _Email = None,
    agb: Annotated[list[str] | None, typer.Option("--agb", help="de AGB-code; mag vaker")] = None,
    contactpersoon: Annotated[
        list[str] | None,
        typer.Option(
            "--contactpersoon",
            help="zoals \"id=h-van-dalen naam='Henk van Dalen' functie=bestuurder\"; mag vaker",
        ),
    ] = None,
    contractmanager: Annotated[
        str | None, typer.Option("--contractmanager", help="wie bij ons; standaard uzelf")
    ] = None,
    zaaknummer: Annotated[
        str | None, typer.Option("--zaaknummer", help="het zaaknummer in het eigen zaaksysteem")
    ] = None,
) -> int:
    """Make a dossier for a provider."""
    werk = Werk(ctx.obj)
    mensen = next(veld for veld in velden(Aanbieder) if veld.naam == "contactpersonen")
    kaart = {
        "kvk": kvk,
        "registratie": registratie,
        "land": land,
        "straat": straat,
        "postcode": postcode,
        "plaats": plaats,
        "roepnaam": roepnaam,
        "rechtsvorm": rechtsvorm,
        "email": email,
        "agb": agb,
        "contractmanager": contractmanager,
        "zaaknummer": zaaknummer,
        "contactpersonen": als_boom(mensen, contactpersoon or []),
    }
    return werk.leg_vast(use.nieuw(werk, naam, kaart))


class Contractkaart:
    """`clm contract nieuw`: the card of a contract."""

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of the card."""
        woorden = [
            woord("dossier", "DOSSIER", "het dossier, of een deel van de naam"),
            woord("id_", "CONTRACT", "de naam van de map, zoals ambulant"),
        ]
        bestand = bestandsoptie("lees de kaart uit een YAML-bestand, of - voor de invoer")
        return maak_functie([*woorden, *map(optie, velden(Contract)), bestand], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk = Werk(ctx.obj)
        dossier, id_ = werk.dossier(gegeven.pop("dossier")), gegeven.pop("id_")
        rijen, bestand = {veld.naam: veld for veld in velden(Contract)}, gegeven.pop("bestand_")
        boom = (lees_invoer(bestand) if bestand else {}) | {
            naam: als_boom(rijen[naam], w) for naam, w in gegeven.items() if w not in (None, [], ())
        }
        try:
            vraag_ontbrekend(Contract, boom)
            return werk.leg_vast(use.contract(werk, dossier, id_, boom))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-{id_}", boom, fout) from None


CONTRACTKAART = Contractkaart()


def plan(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    doel: Annotated[
        list[str] | None,
        typer.Option(
            "--doel", help="bij een nieuw plan: wat dit jaar de aandacht vraagt; mag vaker"
        ),
    ] = None,
    vorm: Vormen = None,
    alleen_stuk: Annotated[
        bool,
        typer.Option(
            "--alleen-stuk",
            help="maak het stuk opnieuw, zonder het plan als bijgesteld vast te leggen",
        ),
    ] = False,
) -> int:
    """Make the plan, or record that it was adjusted today; then make its document."""
    werk = Werk(ctx.obj)
    kaart = None if alleen_stuk else use.bijgesteld_plan(werk, dossier, doel or [])
    if kaart:
        werk.leg_vast(kaart)
        if werk.proef:
            return 0
        werk = Werk(ctx.obj)
    try:
        return werk.leg_vast(use.planstuk(werk, dossier, vorm or VORMEN))
    except NietAf:
        raise
    except ClmFout as fout:
        if kaart is None:
            raise
        zin = f"Het plan is vastgelegd, en het stuk is niet gemaakt: {fout.tekst}"
        raise NietAf(zin, nu=fout.nu) from None
