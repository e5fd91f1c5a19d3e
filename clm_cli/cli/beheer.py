"""Floor 7, beheer: starting a register, the example, schemas for the editor.

Rule pages and regimes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clm_cli.cli import registers, uitvoer
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.uitvoer import zeg, zeg_json
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.records.regime import Lezing, Regime


def init(
    ctx: typer.Context,
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="een nieuwe of lege map")],
) -> None:
    """Maakt een eigen register met uitleg in de bestanden, klaar om in te vullen."""
    from clm_cli.files.begin import begin

    om: Omgeving = ctx.obj
    geschreven = begin(map_, om.vandaag)
    _geschreven(
        om,
        "init",
        map_,
        geschreven,
        f"vul {map_}/organisatie.yaml in en draai clm --map {map_} controleer",
    )


def voorbeeld(
    ctx: typer.Context,
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="een nieuwe of lege map")],
) -> None:
    """Zet een gevuld, verzonnen voorbeeldregister neer."""
    from clm_cli.files.begin import VOORBEELDDAG, kopieer_voorbeeld

    geschreven = kopieer_voorbeeld(map_)
    _geschreven(
        ctx.obj,
        "voorbeeld",
        map_,
        geschreven,
        f"clm --map {map_} --vandaag {VOORBEELDDAG} werklijst",
    )


def _geschreven(om: Omgeving, naam: str, map_: Path, bestanden: list[str], nu: str) -> None:
    if om.json:
        zeg_json(naam, {"map": str(map_), "bestanden": bestanden})
        return
    getoond = (
        bestanden
        if len(bestanden) <= 12
        else [*bestanden[:10], f"… en {len(bestanden) - 10} andere"]
    )
    zeg("\n".join([f"Geschreven in {map_}:", *(f"  {pad}" for pad in getoond), f"  nu: {nu}"]))


def schema(
    ctx: typer.Context,
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="waar de schema's komen; standaard het register"),
    ] = None,
) -> None:
    """Schrijft JSON Schema's, zodat uw editor bij elk bestand uitleg.

    Aanvulling en fouten toont.
    """
    from clm_cli.files.begin import schrijf_schemas

    om: Omgeving = ctx.obj
    doel = map_ or registers.wortel(om)
    _geschreven(
        om,
        "schema",
        doel,
        schrijf_schemas(doel),
        "open het register in VS Code met de extensie YAML",
    )


def uitleg(
    ctx: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="de code van een melding, zoals DOS204")
    ] = None,
) -> None:
    """Legt een melding uit; zonder code toont hij ze alle."""
    from clm_cli.rules.uitleg import alle, bladzijde

    om: Omgeving = ctx.obj
    if code is None:
        rijen = alle()
        if om.json:
            zeg_json("uitleg", [{"code": kenmerk, "titel": titel} for kenmerk, titel in rijen])
        else:
            zeg("\n".join(f"{kenmerk}  {titel}" for kenmerk, titel in rijen))
        return
    tekst = bladzijde(code)
    if tekst is None:
        raise ClmFout(f"Er is geen melding met code '{code}'.", nu="clm uitleg toont alle codes")
    if om.json:
        zeg_json("uitleg", {"code": code.upper(), "tekst": tekst})
    else:
        zeg(tekst)


def _regimes(om: Omgeving) -> tuple[list[tuple[str, Regime]], list[Lezing]]:
    """The regimes that ship with clm and those of the register, and the register's lezingen."""
    from clm_cli.files.lader import regimes_van_clm

    van_clm = regimes_van_clm()
    if registers.vind(om) is None:
        return [("clm", regime) for regime in van_clm.values()], []
    from clm_cli.records.regime import Lezing as Lezingfeit

    register = registers.bekeken(om, registers.laad(om))
    rijen = [
        ("clm" if id_ in van_clm else "register", regime)
        for id_, regime in register.regimes.items()
    ]
    return rijen, [feit.record for feit in register.van(Lezingfeit)]


def regime_lijst(ctx: typer.Context) -> None:
    """Toont de regimes: de contracten als regels."""
    from clm_cli.views.regime import lijst as view

    rijen, _ = _regimes(ctx.obj)
    uitvoer.toon(ctx.obj, "regime-lijst", view.Regimelijst(tuple(rijen)), view)


def regime_toon(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
) -> None:
    """Toont één regime met de letterlijke bepalingen, de open vragen en hoe die worden gelezen."""
    from clm_cli.views.regime import bladzijde as view

    rijen, lezingen = _regimes(ctx.obj)
    bekend = {regime.id: regime for _, regime in rijen}
    gevonden = bekend[_bestaand(id_, list(bekend))]
    uitvoer.toon(ctx.obj, "regime", view.Regimeblad(gevonden, tuple(lezingen)), view)


def regime_controleer(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="REGIME", help="alleen deze regimes; standaard alle"),
    ] = None,
) -> int:
    """Controleert regimes: wat er niet klopt, en waar het contract zichzelf tegenspreekt.

    Iets openlaat of naar niets verwijst.

    De uitkomst is 1 als er een fout of waarschuwing is.
    """
    from clm_cli import resources
    from clm_cli.files.lader import regimes_van_clm_met_plaats
    from clm_cli.records.regime import Regime as Regimemodel
    from clm_cli.rules.boek import controleer_regime
    from clm_cli.views import controle as view

    om: Omgeving = ctx.obj
    van_clm = regimes_van_clm_met_plaats()
    wortel = registers.vind(om)
    geladen = registers.laad(om) if wortel else van_clm
    register = registers.bekeken(om, geladen)
    bestanden = {
        b.record.id: b for b in (*van_clm.register.van(Regimemodel), *register.van(Regimemodel))
    }
    onleesbaar = {
        pad.removeprefix("regimes/").removesuffix(".yaml"): pad
        for pad in register.kapot
        if pad.startswith("regimes/")
    }
    gekozen = (
        [_bestaand(id_, [*bestanden, *onleesbaar]) for id_ in ids]
        if ids
        else [*bestanden, *onleesbaar]
    )
    paden = {bestanden[id_].pad for id_ in gekozen if id_ in bestanden} | {
        onleesbaar[id_] for id_ in gekozen if id_ in onleesbaar
    }
    meldingen = [
        melding for melding in geladen.meldingen if melding.plek and melding.plek.pad in paden
    ]
    meldingen += [
        melding
        for id_ in gekozen
        if id_ in bestanden
        for melding in controleer_regime(register, bestanden[id_], om.peildatum)
    ]
    samen = replace(geladen, posities={**van_clm.posities, **geladen.posities})
    eigen, meegeleverd = (
        registers.bron(wortel or Path(), geladen),
        registers.bron(resources.pakket(), van_clm),
    )
    blad = view.Controle(
        tuple(meldingen), samen.plaats, lambda plek: meegeleverd(plek) or eigen(plek)
    )
    uitvoer.toon(om, "regime-controleer", blad, view)
    return 0 if blad.goed else 1


def _bestaand(id_: str, namen: list[str]) -> str:
    from clm_cli.woorden import naaste

    if id_ in namen:
        return id_
    dichtbij = naaste(id_, namen)
    raise ClmFout(
        f"Er is geen regime '{id_}'.",
        nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm regime lijst",
    )


OPDRACHTEN = ((init, "init"), (voorbeeld, "voorbeeld"), (schema, "schema"), (uitleg, "uitleg"))
REGIMEOPDRACHTEN = (
    (regime_lijst, "lijst"),
    (regime_toon, "toon"),
    (regime_controleer, "controleer"),
)
