"""Floor 8, escalatie: the page of a case: where it stands, what may be done now and why not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from clm_cli.cli import registers, uitvoer
from clm_cli.commands.dingen import kies_ding
from clm_cli.kijk import blik_op
from clm_cli.meldingen import ClmFout
from clm_cli.records.regime import Regime
from clm_cli.register import Escalatie
from clm_cli.views.escalatie import bladzijde as view
from clm_cli.views.escalatie.blad import escalatieblad
from clm_cli.woorden import naaste


def toon(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(help="het dossier, of een uniek begin van de naam")],
    escalatie: Annotated[
        str | None,
        typer.Argument(
            metavar="ESCALATIE", help="welke escalatie: de map, of een deel van de naam"
        ),
    ] = None,
    wat_als: Annotated[
        str | None,
        typer.Option(
            "--wat-als",
            metavar="REGIME",
            help="dezelfde feiten onder een ander regime; er wordt niets vastgelegd",
        ),
    ] = None,
) -> None:
    """Toont waar een escalatie staat: ladder, termijnen, bezwaar, en wat nu kan en waarom niet."""
    om = ctx.obj
    geladen = registers.laad(om)
    register = registers.bekeken(om, geladen)
    gekozen = registers.dossier(register, dossier)
    onder = _regime(register.regimes, wat_als) if wat_als else None
    zaak = kies_ding(gekozen, "escalatie", escalatie)
    assert isinstance(zaak, Escalatie)
    blik = blik_op(register, gekozen, om.peildatum)
    uitvoer.toon(om, "escalatie", escalatieblad(blik, zaak, geladen.plaats, onder), view)


def _regime(regimes: Mapping[str, Regime], regime: str) -> Regime:
    """The regime that is asked for."""
    if regime not in regimes:
        dichtbij = naaste(regime, list(regimes))
        raise ClmFout(
            f"Er is geen regime '{regime}'.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm regime lijst",
        )
    return regimes[regime]


OPDRACHTEN = ((toon, "toon"),)
