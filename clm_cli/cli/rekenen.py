"""Floor 7, rekenen: `clm termijn`, which loads nothing heavy outside a register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from clm_cli.cli import uitvoer
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import kalender_van
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import lees_datum
from clm_cli.tijd.termijn import Duur, Rol, bereken, lees_duur

if TYPE_CHECKING:
    from datetime import date

_VOORBEELD = "clm termijn 4 mei 2026 10 werkdagen"


def termijn(
    ctx: typer.Context,
    woorden: Annotated[
        list[str],
        typer.Argument(metavar="START TERMIJN", help="bijvoorbeeld: 4 mei 2026 10 werkdagen"),
    ],
    kalender: Annotated[
        str | None, typer.Option(help="atw, atw-zonder-besluiten of feestdagen")
    ] = None,
    rol: Annotated[
        str | None,
        typer.Option(help="volgende-werkdag (gewoon), vorige-werkdag (gewoon met --terug) of niet"),
    ] = None,
    terug: Annotated[bool, typer.Option("--terug", help="tel terug vanaf de startdag")] = False,
) -> None:
    """Rekent een termijn uit en laat zien waarom.

    De dag van de gebeurtenis zelf telt niet mee. Werkdagen worden geteld; dagen, weken, maanden en
    jaren lopen op de
    kalender en schuiven als zij eindigen op een dag die geen werkdag is.
    """
    from clm_cli.views import termijn as view

    start, duur = _lees(woorden)
    if rol is not None and rol not in tuple(Rol):
        raise ClmFout(f"'{rol}' is geen manier van schuiven.", nu=f"kies uit {', '.join(Rol)}")
    om: Omgeving = ctx.obj
    try:
        berekening = bereken(
            start,
            duur,
            kalender_van(om, start, kalender),
            terug=terug,
            rol=Rol(rol) if rol else None,
        )
        uitvoer.toon(om, "termijn", berekening, view)
    except ValueError as fout:
        raise ClmFout(f"Deze termijn kan niet worden berekend: {fout}.") from None


def _lees(woorden: list[str]) -> tuple[date, Duur]:
    """A date and a term from words that may be quoted together or not; the term stands last."""
    delen = " ".join(woorden).split()
    duur = 3 if len(delen) > 3 and delen[-2].startswith("(") else 2
    if len(delen) < 3 or _is_datum(" ".join(delen)):
        raise ClmFout("Geef een startdag en een termijn.", nu=_VOORBEELD)
    try:
        return lees_datum(" ".join(delen[:-duur])), lees_duur(" ".join(delen[-duur:]))
    except ValueError as fout:
        zin = str(fout)
        raise ClmFout(f"{zin[:1].upper()}{zin[1:]}.", nu=_VOORBEELD) from None


def _is_datum(tekst: str) -> bool:
    try:
        lees_datum(tekst)
    except ValueError:
        return False
    return True


OPDRACHTEN = ((termijn, "termijn"),)
