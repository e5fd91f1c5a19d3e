"""Floor 8, dossier: the commands for a new dossier and a new contract."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from clm_cli.advies import advies, opdracht
from clm_cli.cli.antwoord import Vraag
from clm_cli.cli.invoer import ALS_OPTIE, ingevuld, nodig_antwoord, vraag_ontbrekend
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.opties import (
    Opties,
    als_getypt,
    bestandsoptie,
    maak_functie,
    optie,
    parameter,
    woord,
)
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import meld
from clm_cli.commands import dossier as use
from clm_cli.commands import inlezen
from clm_cli.commands.optiewaarden import als_boom
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.aanbieder import Aanbieder, Naam
from clm_cli.records.basis import Deel
from clm_cli.records.organisatie import Adres
from clm_cli.records.overeenkomst import Contract, Looptijd, Overeenkomst
from clm_cli.records.vorm import velden
from clm_cli.tijd.datum import datum_vol

_WAT_KAN = "clm nieuw --help toont wat erbij kan; met --uit leest clm een werkblad"
_KAART = "lees de kaart uit een YAML-bestand, of - voor de invoer"
_UIT = f"maak contracten uit een werkblad: kolommen {', '.join(inlezen.CONTRACTEN)}"
_NODIG = ("naam", "straat", "postcode", "plaats")
_HOE = {"naam": "NAAM", "kvk": "--kvk, of --land buiten Nederland"}
_MAP = "CONTRACT (de naam van de map, zoals ambulant)"
_EERSTE_DAG = "uitvoering_van"
_LIJSTEN = ("agb", "contactpersonen")
_MENSEN = next(veld for veld in velden(Aanbieder) if veld.naam == "contactpersonen")
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
            _vraag_erbij(kaart)
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


def _vraag_erbij(kaart: Opties) -> None:
    """Ask for what a dossier needs and nobody said; each answer counts at once."""
    nodig = _nodig(kaart)
    vragen = [
        veld
        for veld in (
            replace(next(v for v in velden(Naam) if v.naam == "statutair"), naam="naam"),
            *velden(Adres),
            *velden(Aanbieder),
        )
        if veld.naam in nodig and not kaart.get(veld.naam)
    ]
    for veld in vragen:
        kaart[veld.naam] = nodig_antwoord(Vraag(veld, veld.naam), _WAT_KAN, _HOE.get(veld.naam))


def _nodig(kaart: Opties) -> tuple[str, ...]:
    return _NODIG if kaart.get("land") else (*_NODIG, "kvk")


def _gegeven(kaart: Opties) -> str:
    """The name, when all that a dossier needs was given."""
    mist = [_HOE.get(deel, f"--{deel}") for deel in _nodig(kaart) if not kaart.get(deel)]
    if mist:
        raise Geweigerd(f"Dit ontbreekt nog: {'; '.join(mist)}.", nu=_WAT_KAN)
    return str(kaart["naam"])


class Contractkaart:
    """`clm contract nieuw`: the card of a contract."""

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of the card."""
        woorden = [
            woord("dossier", "DOSSIER", "het dossier, of een deel van de naam", verplicht=False),
            woord("id_", "CONTRACT", "de naam van de map, zoals ambulant", verplicht=False),
            parameter("uit", Path | None, typer.Option("--uit", metavar="BESTAND", help=_UIT)),
        ]
        velden_ = map(optie, velden(Contract))
        return maak_functie([*woorden, *velden_, bestandsoptie(_KAART)], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk = Werk(ctx.obj)
        naam, id_, uit = (gegeven.pop(woord) for woord in ("dossier", "id_", "uit"))
        if uit is not None:
            if naam or id_:
                raise ClmFout("Geef een dossier of --uit, niet allebei.", nu="laat het dossier weg")
            return werk.leg_vast(inlezen.contracten(werk, uit))
        boom = _ingevuld(werk.om, Contract, gegeven)
        if not (naam and id_):
            mist = ([] if naam else ["DOSSIER (het dossier)"]) + [_MAP] * (not id_)
            nu = opdracht("contract", "nieuw", naam or "DOSSIER", id_ or "CONTRACT")
            zo = advies("{nieuw} met deze opties, of --uit met een werkblad", nieuw=nu)
            vraag_ontbrekend(Contract, boom, waar=werk.register, ook=mist, nu=zo)
        dossier = werk.dossier(naam)
        try:
            _vraag_percelen(werk, dossier, boom)
            blik, keuzes = werk.kijk.blik(dossier), use.keuzes(werk, dossier, boom)
            vraag_ontbrekend(
                Contract, boom, keuzes=keuzes, waar=blik, ook=_begin(werk, dossier, boom)
            )
            _vraag_begin(werk, dossier, boom)
            return werk.leg_vast(use.contract(werk, dossier, id_, boom))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-{id_}", boom, fout) from None


def _vraag_percelen(werk: Werk, dossier: Dossier, boom: Opties) -> None:
    """Ask for the lots, where the overeenkomst has them; the care forms follow from them."""
    if sys.stdin.isatty():
        blik = werk.kijk.blik(dossier)
        vraag_ontbrekend(Contract, boom, waar=blik, alleen="overeenkomst")
        rijen = use.percelen(werk, dossier, boom)
        if rijen and "percelen" not in boom:
            veld = next(rij for rij in velden(Contract) if rij.naam == "percelen")
            vraag = Vraag(replace(veld, keuzes=tuple(rijen)), veld.naam, blik)
            if gekozen := vraag.stel():
                boom[veld.naam] = gekozen
    if "zorgvormen" not in boom and (vormen := use.zorgvormen(werk, dossier, boom)):
        boom["zorgvormen"] = vormen
        meld(f"aangenomen: zorgvormen {', '.join(vormen)}")


def _begin(werk: Werk, dossier: Dossier, boom: Opties) -> list[str]:
    """The first day, where it lacks and nobody can be asked for it."""
    if sys.stdin.isatty() or "looptijd" in boom:
        return []
    van = use.loopt_al(werk, dossier, boom)
    return [use.begin_zo(van)] if van or "overeenkomst" not in boom else []


def _vraag_begin(werk: Werk, dossier: Dossier, boom: Opties) -> None:
    """Ask from which day a contract runs whose overeenkomst runs already; it is never assumed."""
    if sys.stdin.isatty() and (van := use.loopt_al(werk, dossier, boom)):
        zin = f"{use.BEGIN.format(van=datum_vol(van))}. Vanaf welke dag geldt dit contract?"
        veld = next(rij for rij in velden(Looptijd) if rij.naam == _EERSTE_DAG)
        vraag = Vraag(replace(veld, uitleg=zin), veld.naam, vandaag=werk.vandaag)
        dag = nodig_antwoord(vraag, ALS_OPTIE, use.begin_zo(van))
        boom["looptijd"] = {**(boom.get("looptijd") or {}), veld.naam: dag}


class Overeenkomstkaart:
    """`clm overeenkomst nieuw`: the card of an overeenkomst."""

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of the card."""
        naam = woord("id_", "OVEREENKOMST", "de naam van de map, zoals raam-jeugdhulp-2027")
        velden_ = map(optie, velden(Overeenkomst))
        return maak_functie([naam, *velden_, bestandsoptie(_KAART)], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk, id_ = Werk(ctx.obj), gegeven.pop("id_")
        boom = _ingevuld(werk.om, Overeenkomst, gegeven)
        try:
            vraag_ontbrekend(Overeenkomst, boom, waar=werk.register)
            return werk.leg_vast(use.overeenkomst(werk, id_, boom))
        except ClmFout as fout:
            raise werk.bewaard(id_, boom, fout) from None


def _ingevuld(om: Omgeving, model: type[Deel], gegeven: Opties) -> Opties:
    """What was typed, over what stands in a file, as a card keeps it."""
    bestand = gegeven.pop("bestand_")
    return ingevuld(om, bestand) | als_getypt(velden(model), gegeven, om.vandaag)


OVEREENKOMSTKAART = Overeenkomstkaart()
CONTRACTKAART = Contractkaart()
