"""Floor 8, escalatie: the page of a case: where it stands, what may be done now and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.commands.dingen import kies_ding
from clm_cli.kijk import blik_op
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.register import Dossier


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
    from clm_cli.cli import registers
    from clm_cli.cli.uitvoer import breedte, druk, kleur, zeg_json
    from clm_cli.derivations.escalatie.stand import stand_van
    from clm_cli.derivations.escalatie.vervolg import vervolg
    from clm_cli.derivations.werklijst import alle_werkpunten
    from clm_cli.register import Escalatie
    from clm_cli.views.escalatie import bladzijde as view

    om = ctx.obj
    geladen = registers.laad(om)
    register = registers.bekeken(om, geladen)
    gekozen = registers.dossier(register, dossier)
    if wat_als:
        gekozen = _onder(register.regimes, gekozen, wat_als)
    zaak = kies_ding(gekozen, "escalatie", escalatie)
    assert isinstance(zaak, Escalatie)
    dag = om.peildatum
    blik = blik_op(register, gekozen, dag)
    stand, stappen = stand_van(blik, zaak), vervolg(blik, zaak)
    eigen = {feit.id for feit in zaak.bestanden}
    punten = [p for p in alle_werkpunten(blik) if p.verwijzing in eigen]
    if om.json:
        zeg_json("escalatie", view.als_json(stand, stappen, punten, geladen.plaats))
    else:
        druk(
            view.toon(
                blik,
                stand,
                stappen,
                punten,
                breedte(),
                kleur=kleur(),
                wat_als=wat_als,
            )
        )


def _onder(regimes: Any, dossier: Dossier, regime: str) -> Dossier:
    """The dossier with all its contracts under another regime."""
    from dataclasses import replace

    from clm_cli.woorden import naaste

    if regime not in regimes:
        dichtbij = naaste(regime, list(regimes))
        raise ClmFout(
            f"Er is geen regime '{regime}'.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm regime lijst",
        )
    return replace(
        dossier, contracten=tuple(replace(c, regime=regimes[regime]) for c in dossier.contracten)
    )


OPDRACHTEN = ((toon, "toon"),)
