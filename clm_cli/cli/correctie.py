"""Floor 8, correctie: a fact that was already recorded is mended by a new fact.

The old one stays as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli.feitopdracht import bewaard
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout
from clm_cli.woorden import naaste

if TYPE_CHECKING:
    from datetime import date

    from clm_cli.bestand import Bestand
    from clm_cli.records.basis import Deel
    from clm_cli.register import Dossier


def correctie(
    ctx: typer.Context,
    dossier: Annotated[
        str, typer.Argument(metavar="DOSSIER", help="het dossier, of een uniek begin van de naam")
    ],
    feit: Annotated[
        str,
        typer.Argument(
            metavar="FEIT",
            help="het feit: de bestandsnaam, of het pad zoals contacten/2026-05-13-telefoon",
        ),
    ],
    reden: Annotated[str, typer.Option("--reden", help="waarom het feit niet klopt")],
    wordt: Annotated[
        list[str] | None,
        typer.Option(
            "--wordt",
            metavar="VELD=WAARDE",
            help=(
                "wat er anders wordt; de rest blijft gelijk; mag vaker, bij een lijst één keer "
                "per onderdeel"
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
) -> int:
    """Verbetert een feit met een nieuw feit; het oude blijft staan en telt niet meer mee."""
    from clm_cli.cli.invoer import lees_invoer
    from clm_cli.voorstel import NieuwBestand, Voorstel

    werk = Werk(ctx.obj)
    eigen = werk.dossier(dossier)
    doel = _zoek(eigen, feit)
    if vervalt == bool(wordt or bestand):
        raise ClmFout(
            "Zeg óf wat het wordt, óf dat het vervalt.",
            nu='geef --wordt "veld=waarde", --bestand, of --vervalt',
        )
    kop = werk.kop
    boom: dict[str, Any] = {
        "datum": kop.vandaag.isoformat(),
        "vastgelegd": kop.vastgelegd.isoformat(timespec="seconds"),
        "door": kop.door,
        "bij": doel.stam,
        "reden": reden,
    }
    if vervalt:
        boom["vervalt"] = "ja"
    else:
        boom["wordt"] = lees_invoer(bestand) if bestand else _anders(werk, doel, wordt or [])
    nieuw = NieuwBestand(f"{doel.map}/{_naam(doel.stam, kop.vandaag)}.yaml", boom)
    try:
        return werk.leg_vast(
            Voorstel(
                f"{eigen.id}: {doel.id} {'vervalt' if vervalt else 'verbeterd'}.",
                nieuw=(nieuw,),
                nu=f"clm tijdlijn {eigen.id}",
            )
        )
    except ClmFout as fout:
        raise bewaard(werk, f"{eigen.id}-correctie", boom, fout) from None


def _naam(stam: str, vandaag: date) -> str:
    """The name of a correction begins with its own day.

    That of a figure keeps the period in front.
    """
    from clm_cli.records.soorten import feitnaam

    naam = feitnaam(stam)
    if naam is None or len(naam.voorop) != len(vandaag.isoformat()):
        return f"{stam}-correctie"
    return f"{vandaag.isoformat()}-correctie-{naam.woorden}".rstrip("-")


def _zoek(dossier: Dossier, naam: str) -> Bestand[Any]:
    """The fact that is meant: by its path, or by its file name where only one fact has it."""
    from clm_cli.records.basis import Feit

    gezocht = naam.removesuffix(".yaml")
    feiten = [b for b in dossier.bestanden if isinstance(b.record, Feit)]
    passend = [b for b in feiten if b.id == gezocht] or [b for b in feiten if b.stam == gezocht]
    if len(passend) == 1:
        return passend[0]
    if passend:
        raise ClmFout(
            f"'{naam}' is de naam van {len(passend)} feiten van {dossier.id}.",
            nu=f"noem het pad: {' of '.join(b.id for b in passend)}",
        )
    dichtbij = naaste(gezocht.rsplit("/", 1)[-1], [b.stam for b in feiten])
    raise ClmFout(
        f"'{naam}' is geen feit van {dossier.id}.",
        nu=f"bedoelt u {dichtbij}?" if dichtbij else f"clm tijdlijn {dossier.id} toont de feiten",
    )


def _anders(werk: Werk, feit: Bestand[Any], wordt: list[str]) -> dict[str, Any]:
    """The content of the fact as it counts now, earlier corrections included.

    With some fields otherwise.

    A field that holds a list of parts is given once for every part; what is given replaces the
    whole list.
    """
    from clm_cli.cli.invoer import als_boom
    from clm_cli.files.gate import lees_bestand
    from clm_cli.records.vorm import velden

    boom: Any = lees_bestand(werk.wortel / feit.bron.pad, feit.bron.pad).boom or {}
    for stap in feit.bron.sleutel:
        boom = boom[stap]
    anders: dict[str, Any] = dict(boom)
    model: type[Deel] = type(feit.record)
    soorten, gezegd = {veld.naam: veld for veld in velden(model)}, dict[str, list[str]]()
    for rij in wordt:
        naam, is_, waarde = rij.partition("=")
        if not is_ or (naam not in soorten and naam != "datum"):
            raise ClmFout(
                f"'{rij}' is niet te plaatsen.", nu=f"velden zijn: datum, {', '.join(soorten)}"
            )
        gezegd.setdefault(naam, []).append(waarde)
    for naam, waarden in gezegd.items():
        veld = soorten.get(naam)
        if veld and veld.veel:
            anders[naam] = als_boom(
                veld,
                waarden
                if veld.deel
                else [deel.strip() for waarde in waarden for deel in waarde.split(",")],
            )
        else:
            anders[naam] = als_boom(veld, waarden[-1]) if veld else waarden[-1]
    return anders
