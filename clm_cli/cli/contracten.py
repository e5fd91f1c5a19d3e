"""Floor 8, contracten: the commands for a new contract, and for the overeenkomst above it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

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
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.aanbieder import Contactpersoon
from clm_cli.records.basis import Deel
from clm_cli.records.overeenkomst import Contract, Looptijd, Overeenkomst
from clm_cli.records.vorm import Veld, veld_van, velden
from clm_cli.tijd.datum import datum_vol

_KAART = "lees de kaart uit een YAML-bestand, of - voor de invoer"
_UIT = f"maak contracten uit een werkblad: kolommen {', '.join(inlezen.CONTRACTEN)}"
_MAP = "CONTRACT (de naam van de map, zoals ambulant)"
_EERSTE_DAG = "uitvoering_van"
_WOORDEN = opdracht("contract", "nieuw", "DOSSIER", "CONTRACT")
_DOSSIER = Veld("DOSSIER", "Het dossier, of een deel van de naam", verplicht=True, veel=False)
_NAAM = replace(
    veld_van(Contactpersoon, "id"),
    naam="CONTRACT",
    uitleg="De naam van de map van het contract",
    voorbeeld="ambulant",
)
"""The name of a folder, as that of everything with an id."""


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
        if sys.stdin.isatty():
            naam = naam or _vraag_woord(_DOSSIER)
            eigen = werk.dossier(naam)  # what is wrong with it is told before the rest is asked
            id_ = id_ or _vraag_woord(_NAAM)
            if any(een.id == id_ for een in eigen.contracten):
                meld(f"Let op: {eigen.id} heeft al een contract {id_}.")
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


def _vraag_woord(veld: Veld) -> str:
    """A word of the command that was not typed; what cannot be is asked again at once."""
    return str(nodig_antwoord(Vraag(veld, veld.naam), _WOORDEN))


def _vraag_percelen(werk: Werk, dossier: Dossier, boom: Opties) -> None:
    """Ask for the lots, where the overeenkomst has them; the care forms follow from them."""
    if sys.stdin.isatty():
        blik = werk.kijk.blik(dossier)
        vraag_ontbrekend(Contract, boom, waar=blik, alleen="overeenkomst")
        rijen = use.percelen(werk, dossier, boom)
        if rijen and "percelen" not in boom:
            veld = veld_van(Contract, "percelen")
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
        veld = veld_van(Looptijd, _EERSTE_DAG)
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
