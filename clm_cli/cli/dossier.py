"""Floor 8, dossier: the commands for a new dossier and a new contract."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from clm_cli.cli.antwoord import Vraag
from clm_cli.cli.invoer import ingevuld, nodig_antwoord
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.opties import Opties
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import meld
from clm_cli.commands import dossier as use
from clm_cli.commands import inlezen
from clm_cli.commands.optiewaarden import als_boom
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.aanbieder import Aanbieder, Naam
from clm_cli.records.organisatie import Adres
from clm_cli.records.vorm import veld_van, velden

_WAT_KAN = "clm nieuw --help toont wat erbij kan; met --uit leest clm een werkblad"
_KAART = "lees de kaart uit een YAML-bestand, of - voor de invoer"
_NODIG = ("naam", "straat", "postcode", "plaats")
_VOORAAN = ("naam", "kvk")
"""What tells whether a provider has a dossier already is asked before all else."""
_HOE = {"naam": "NAAM", "kvk": "--kvk, of --land buiten Nederland"}
_LIJSTEN = ("agb", "contactpersonen")
_MENSEN = veld_van(Aanbieder, "contactpersonen")
_Kvk = Annotated[str | None, typer.Option("--kvk", help="het KvK-nummer; nodig in Nederland")]
_Land = Annotated[str | None, typer.Option("--land", help="het land, als dat niet Nederland is")]
_Email = Annotated[str | None, typer.Option("--email", help="het e-mailadres voor formele post")]
_Registratie = Annotated[
    str | None, typer.Option("--registratie", help="buiten Nederland: het register en het nummer")
]


def nieuw(
    ctx: typer.Context,
    naam: Annotated[
        str | None, typer.Argument(metavar="NAAM", help="de statutaire naam van de aanbieder")
    ] = None,
    straat: Annotated[
        str | None, typer.Option("--straat", help="straat en huisnummer, of de postbus (nodig)")
    ] = None,
    postcode: Annotated[
        str | None, typer.Option("--postcode", help="zoals 1234 AB (nodig)")
    ] = None,
    plaats: Annotated[str | None, typer.Option("--plaats", help="de plaats (nodig)")] = None,
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
    uit: Annotated[
        Path | None,
        typer.Option(
            "--uit",
            metavar="BESTAND",
            help=f"maak dossiers uit een werkblad: kolommen {', '.join(inlezen.AANBIEDERS)}",
        ),
    ] = None,
    bestand: Annotated[
        str | None, typer.Option("--bestand", metavar="BESTAND", help=_KAART)
    ] = None,
) -> int:
    """Make a dossier for a provider, or for each row of a sheet."""
    werk = Werk(ctx.obj)
    gezegd = {
        "naam": naam,
        "straat": straat,
        "postcode": postcode,
        "plaats": plaats,
        "kvk": kvk,
        "registratie": registratie,
        "land": land,
        "roepnaam": roepnaam,
        "rechtsvorm": rechtsvorm,
        "email": email,
        "agb": agb,
        "contractmanager": contractmanager,
        "zaaknummer": zaaknummer,
        "contactpersonen": als_boom(_MENSEN, contactpersoon or []),
    }
    if uit is not None:
        if bestand or any(gezegd[deel] for deel in _NODIG):
            raise ClmFout("Geef een naam of --uit, niet allebei.", nu="laat de naam weg")
        return werk.leg_vast(inlezen.aanbieders(werk, uit))
    kaart = _uit_bestand(werk.om, bestand, gezegd) if bestand else {}
    kaart |= {deel: waarde for deel, waarde in gezegd.items() if waarde}
    try:
        if sys.stdin.isatty():
            _vraag_erbij(werk, kaart)
        return werk.leg_vast(use.nieuw(werk, _gegeven(kaart), kaart))
    except ClmFout as fout:
        raise werk.bewaard(use.mapnaam(kaart) or "nieuw", kaart, fout) from None


def _uit_bestand(om: Omgeving, bestand: str, bekend: Collection[str]) -> Opties:
    """The card in a file: each field in the form of its option."""
    kaart = ingevuld(om, bestand)
    for deel, waarde in kaart.items():
        if deel not in bekend:
            raise Geweigerd(
                f"{bestand}: een nieuw dossier kent geen '{deel}'",
                nu=f"kies uit {', '.join(bekend)}",
            )
        if not isinstance(waarde, list if deel in _LIJSTEN else str):
            vorm = "een lijst" if deel in _LIJSTEN else "één tekst"
            raise Geweigerd(f"{bestand}: bij {deel} hoort {vorm}")
    return kaart


def _vraag_erbij(werk: Werk, kaart: Opties) -> None:
    """Ask for what a dossier needs and nobody said; each answer counts at once.

    Whether the provider is there already is told before who types the rest.
    """
    nodig = _nodig(kaart)
    vragen = {
        veld.naam: veld
        for veld in (
            replace(veld_van(Naam, "statutair"), naam="naam"),
            *velden(Adres),
            *velden(Aanbieder),
        )
        if veld.naam in nodig
    }
    gelijkend: tuple[str, ...] = ()
    for naam in (*_VOORAAN, *(naam for naam in nodig if naam not in _VOORAAN)):
        if naam in vragen and not kaart.get(naam):
            vraag = Vraag(vragen[naam], naam)
            kaart[naam] = nodig_antwoord(vraag, _WAT_KAN, _HOE.get(naam))
        if naam in _VOORAAN:
            gezien, gelijkend = gelijkend, use.gelijkende(werk, kaart)
            for zin in gelijkend if gelijkend != gezien else ():
                meld(zin)


def _nodig(kaart: Opties) -> tuple[str, ...]:
    return _NODIG if kaart.get("land") else (*_NODIG, "kvk")


def _gegeven(kaart: Opties) -> str:
    """The name, when all that a dossier needs was given."""
    mist = [_HOE.get(deel, f"--{deel}") for deel in _nodig(kaart) if not kaart.get(deel)]
    if mist:
        raise Geweigerd(f"Dit ontbreekt nog: {'; '.join(mist)}.", nu=_WAT_KAN)
    return str(kaart["naam"])
