"""Floor 7, correctie: a fact that was already recorded is mended by a new fact; the old one stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli.feitopdracht import bewaard
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from datetime import date

    from clm_cli.records.basis import Feit


def correctie(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier, of een uniek begin van de naam")],
    feit: Annotated[str, typer.Argument(metavar="FEIT", help="het feit, zoals contacten/2026-05-13-telefoon")],
    reden: Annotated[str, typer.Option("--reden", help="waarom het feit niet klopt")],
    wordt: Annotated[list[str] | None, typer.Option("--wordt", metavar="VELD=WAARDE", help="wat er anders wordt; de rest blijft gelijk; mag vaker")] = None,
    bestand: Annotated[str | None, typer.Option("--bestand", metavar="BESTAND", help="de hele juiste inhoud uit een YAML-bestand, of - voor de invoer")] = None,
    vervalt: Annotated[bool, typer.Option("--vervalt", help="het feit vervalt helemaal")] = False,
) -> int:
    """Verbetert een feit met een nieuw feit; het oude blijft staan en telt niet meer mee."""
    from clm_cli.cli.invoer import lees_invoer
    from clm_cli.records.basis import Feit
    from clm_cli.voorstel import NieuwBestand, Voorstel

    werk = Werk(ctx.obj)
    eigen = werk.dossier(dossier)
    doel = eigen.vind(feit)
    if doel is None or doel.sleutel or not isinstance(doel.deel, Feit):
        raise ClmFout(f"'{feit}' is geen feit van {eigen.id}.", nu=f"clm tijdlijn {eigen.id} toont de feiten")
    if vervalt == bool(wordt or bestand):
        raise ClmFout("Zeg óf wat het wordt, óf dat het vervalt.", nu='geef --wordt "veld=waarde", --bestand, of --vervalt')
    kop = werk.kop
    boom: dict[str, Any] = {"datum": kop.vandaag.isoformat(), "vastgelegd": kop.vastgelegd.isoformat(timespec="seconds"), "door": kop.door, "bij": doel.bestand.stam, "reden": reden}
    if vervalt:
        boom["vervalt"] = "ja"
    else:
        boom["wordt"] = lees_invoer(bestand) if bestand else _anders(werk, doel.bestand.pad, type(doel.deel), wordt or [])
    nieuw = NieuwBestand(f"{doel.bestand.map}/{_naam(doel.bestand.stam, kop.vandaag)}.yaml", boom)
    try:
        return werk.leg_vast(Voorstel(f"{eigen.id}: {doel.bestand.id} {'vervalt' if vervalt else 'verbeterd'}.", nieuw=(nieuw,), nu=f"clm tijdlijn {eigen.id}"))
    except ClmFout as fout:
        raise bewaard(werk, f"{eigen.id}-correctie", boom, fout) from None


def _naam(stam: str, vandaag: date) -> str:
    """The name of a correction begins with its own day; that of a figure keeps the period in front."""
    from clm_cli.records.soorten import feitnaam

    naam = feitnaam(stam)
    if naam is None or len(naam.voorop) != len(vandaag.isoformat()):
        return f"{stam}-correctie"
    return f"{vandaag.isoformat()}-correctie-{naam.woorden}".rstrip("-")


def _anders(werk: Werk, pad: str, model: type[Feit], wordt: list[str]) -> dict[str, Any]:
    """The content of the fact as it stands in its file, with some fields otherwise."""
    from clm_cli.cli.invoer import als_boom
    from clm_cli.files.gate import lees_bestand
    from clm_cli.records.vorm import velden

    boom = dict(lees_bestand(werk.wortel / pad, pad).boom or {})
    soorten = {veld.naam: veld for veld in velden(model)}
    for rij in wordt:
        naam, is_, waarde = rij.partition("=")
        if not is_ or (naam not in soorten and naam != "datum"):
            raise ClmFout(f"'{rij}' is niet te plaatsen.", nu=f"velden zijn: datum, {', '.join(soorten)}")
        veld = soorten.get(naam)
        boom[naam] = als_boom(veld, [deel.strip() for deel in waarde.split(",")] if veld.veel and veld.deel is None else waarde) if veld else waarde
    return boom


OPDRACHTEN = ((correctie, "correctie"),)
