"""Floor 8, controleren: the commands that check: the whole register, or its number by dossier."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from clm_cli.advies import opdracht
from clm_cli.cli.keuze import Contract, Gemeente, Kant, Manager, Niveau, Perceel, Zorgvorm
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import lees, wortel
from clm_cli.cli.uitvoer import GEDAAN, GEVONDEN, meld, toon, toon_controle, zeg
from clm_cli.commands import controle as use
from clm_cli.commands import wissen as gegevens
from clm_cli.commands.werklijst import kies
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import datum_vol
from clm_cli.views import bewaren as bewaarblad
from clm_cli.views import controle as controleblad
from clm_cli.views import controlevormen as vormen
from clm_cli.views import overzicht as overzichtblad
from clm_cli.views import wissen as wisblad
from clm_cli.views.overzicht import VOLGORDEN


def overzicht(
    ctx: typer.Context,
    gemeente: Gemeente = None,
    zorgvorm: Zorgvorm = None,
    perceel: Perceel = None,
    contract: Contract = None,
    manager: Manager = None,
    kant: Kant = None,
    niveau: Niveau = None,
    volgorde: Annotated[
        str, typer.Option("--volgorde", help=f"op {', '.join(VOLGORDEN)}")
    ] = "naam",
) -> None:
    """All dossiers, or those that are asked for, one line each."""
    gelezen = lees(ctx.obj)
    keuze = kies(
        gelezen.register,
        persoon=manager,
        gemeente=gemeente,
        zorgvorm=zorgvorm,
        perceel=perceel,
        contract=contract,
        kant=kant and kant.upper(),
        niveau=niveau,
    )
    toon(ctx.obj, "overzicht", use.overzicht(gelezen, keuze, volgorde), overzichtblad)


def controleer(
    ctx: typer.Context,
    dossiers: Annotated[
        list[str] | None, typer.Argument(metavar="DOSSIER", help="alleen deze dossiers")
    ] = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="ook bij alleen informatie is de uitkomst 1")
    ] = False,
    alleen_fouten: Annotated[
        bool, typer.Option("--alleen-fouten", help="toon en tel alleen fouten")
    ] = False,
    geschiedenis: Annotated[
        bool,
        typer.Option(
            "--geschiedenis", help="kijk ook in git of feiten zijn gewijzigd of verwijderd"
        ),
    ] = False,
    top: Annotated[
        str | None,
        typer.Option(
            "--top", metavar="COMMIT", help="een commit die u eerder zag en die er nog moet zijn"
        ),
    ] = None,
    vorm: Annotated[
        Literal["tekst", "github", "sarif", "gitlab"],
        typer.Option("--vorm", metavar="VORM", help="tekst, github, sarif of gitlab"),
    ] = "tekst",
    gemeente: Gemeente = None,
    zorgvorm: Zorgvorm = None,
    perceel: Perceel = None,
    contract: Contract = None,
    manager: Manager = None,
) -> int:
    """What is not right in the register, where, and what helps."""
    om: Omgeving = ctx.obj
    if (geschiedenis or top) and (om.bekend or om.revisie):
        raise ClmFout(
            "--bekend hoort niet bij --geschiedenis: dat kijkt naar alles wat git nu heeft.",
            nu="laat een van beide weg",
        )
    bij, gelezen = wortel(om), lees(om)
    keuze = kies(
        gelezen.register,
        persoon=manager,
        gemeente=gemeente,
        zorgvorm=zorgvorm,
        perceel=perceel,
        contract=contract,
    )
    tot = bij if geschiedenis or top else None
    wat = use.Gevraagd(tuple(dossiers or ()), streng, alleen_fouten, tot, top, keuze)
    blad = use.controleer(gelezen, wat)
    if wat.geschiedenis:
        commit = use.top(bij)
        meld(f"Nagekeken tot en met commit {commit}; bewaar die, en geef hem later met --top.")
    if vorm == "tekst" or om.json:
        return toon_controle(om, "controleer", blad, controleblad)
    zeg(vormen.VORMEN[vorm](blad, use.voor_in_git(bij)))
    return GEDAAN if blad.goed else GEVONDEN


def wissen(
    ctx: typer.Context,
    gegeven: Annotated[
        str | None,
        typer.Argument(
            metavar="GEGEVEN",
            help="de naam of tekst waar het om gaat; zonder: hoe lang elke soort bewaard wordt",
        ),
    ] = None,
    bewijs: Annotated[
        bool,
        typer.Option("--bewijs", help="geef de sha256 van alles wat blijft, om elders te bewaren"),
    ] = False,
) -> int:
    """What taking a piece of personal data out would touch; without one what is over its term."""
    om: Omgeving = ctx.obj
    if om.bekend or om.revisie:
        raise ClmFout("--bekend hoort niet bij wissen: het kijkt in de hele geschiedenis.")
    if gegeven is None:
        if bewijs:
            raise ClmFout("--bewijs hoort bij een GEGEVEN.", nu=opdracht("wissen", "GEGEVEN"))
        return toon_controle(om, "bewaren", gegevens.bewaren(lees(om)), bewaarblad)
    blad = gegevens.raakt(lees(om), wortel(om), gegeven)
    if not bewijs:
        return toon_controle(om, "wissen", blad, wisblad)
    zeg(gegevens.bewijs(wortel(om), blad))
    top = use.top(wortel(om))
    meld(f"Zo was het op {datum_vol(om.vandaag)}" + (f", commit {top}." if top else "."))
    return GEDAAN
