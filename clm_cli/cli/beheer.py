"""Floor 7, beheer: starting a register, the example, schemas for the editor, rule pages and regimes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clm_cli.cli import registers
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.uitvoer import breedte, zeg, zeg_json
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
    _geschreven(om, "init", map_, geschreven, f"vul {map_}/organisatie.yaml in en draai clm --map {map_} controleer")


def voorbeeld(
    ctx: typer.Context,
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="een nieuwe of lege map")],
) -> None:
    """Zet een gevuld, verzonnen voorbeeldregister neer."""
    from clm_cli.files.begin import VOORBEELDDAG, kopieer_voorbeeld

    geschreven = kopieer_voorbeeld(map_)
    _geschreven(ctx.obj, "voorbeeld", map_, geschreven, f"clm --map {map_} --vandaag {VOORBEELDDAG} werklijst")


def _geschreven(om: Omgeving, naam: str, map_: Path, bestanden: list[str], nu: str) -> None:
    if om.json:
        zeg_json(naam, {"map": str(map_), "bestanden": bestanden})
        return
    getoond = bestanden if len(bestanden) <= 12 else [*bestanden[:10], f"… en {len(bestanden) - 10} andere"]
    zeg("\n".join([f"Geschreven in {map_}:", *(f"  {pad}" for pad in getoond), f"  nu: {nu}"]))


def schema(
    ctx: typer.Context,
    map_: Annotated[Path | None, typer.Argument(metavar="MAP", help="waar de schema's komen; standaard het register")] = None,
) -> None:
    """Schrijft JSON Schema's, zodat uw editor bij elk bestand uitleg, aanvulling en fouten toont."""
    from clm_cli.files.begin import schrijf_schemas

    om: Omgeving = ctx.obj
    doel = map_ or registers.wortel(om)
    _geschreven(om, "schema", doel, schrijf_schemas(doel), "open het register in VS Code met de extensie YAML")


def uitleg(
    ctx: typer.Context,
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="de code van een melding, zoals DOS204")] = None,
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
    rijen = [("clm" if id_ in van_clm else "register", regime) for id_, regime in register.regimes.items()]
    return rijen, [feit.record for feit in register.van(Lezingfeit)]


def regime_lijst(ctx: typer.Context) -> None:
    """Toont de regimes: de contracten als regels."""
    from clm_cli.views.regime import lijst, lijst_als_json

    rijen, _ = _regimes(ctx.obj)
    if ctx.obj.json:
        zeg_json("regime-lijst", lijst_als_json(rijen))
    else:
        zeg(lijst(rijen, breedte()))


def regime_toon(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")],
) -> None:
    """Toont één regime met de letterlijke bepalingen, de open vragen en hoe die worden gelezen."""
    from clm_cli.cli.nederlands import naaste
    from clm_cli.views.regime import als_json, toon

    rijen, lezingen = _regimes(ctx.obj)
    gevonden = next((regime for _, regime in rijen if regime.id == id_), None)
    if gevonden is None:
        dichtbij = naaste(id_, [regime.id for _, regime in rijen])
        raise ClmFout(f"Er is geen regime '{id_}'.", nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm regime lijst")
    eigen = [lezing for lezing in lezingen if lezing.regime == gevonden.id]
    if ctx.obj.json:
        zeg_json("regime", als_json(gevonden, eigen))
    else:
        zeg(toon(gevonden, eigen, breedte()))


OPDRACHTEN = ((init, "init"), (voorbeeld, "voorbeeld"), (schema, "schema"), (uitleg, "uitleg"))
REGIMEOPDRACHTEN = ((regime_lijst, "lijst"), (regime_toon, "toon"))
