"""Floor 8, regime: the commands that show and check the contracts as rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clm_cli.cli.invoer import LOSSE_OPTIE, vraag_velden
from clm_cli.cli.omgeving import Omgeving, datum
from clm_cli.cli.registers import lees_als_er_een_is
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import toon as toon_blad
from clm_cli.cli.uitvoer import toon_controle
from clm_cli.commands import regime as use
from clm_cli.records.regime import Lezing
from clm_cli.records.vorm import Veld, datumveld, veld_van
from clm_cli.views.regime import bladzijde
from clm_cli.views.regime import controle as controleblad
from clm_cli.views.regime import dekking as dekkingsblad
from clm_cli.views.regime import lezing as lezingblad
from clm_cli.views.regime import lijst as lijstblad
from clm_cli.views.regime import proef as proefblad
from clm_cli.views.regime import woorden as woordenblad

_REDEN = veld_van(Lezing, "reden")
_TEKST = Veld(
    "uit", "de tekst van het contract: .txt, .md, .docx of .pdf", verplicht=True, veel=False
)
_VANAF = datumveld("vanaf", "vanaf welke dag het kan worden gebruikt")


def lijst(ctx: typer.Context) -> None:
    """All regimes."""
    toon_blad(ctx.obj, "regime-lijst", use.lijst(lees_als_er_een_is(ctx.obj)), lijstblad)


def toon(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
) -> None:
    """One regime with the literal clauses, what they leave open, and how that is read."""
    toon_blad(ctx.obj, "regime", use.toon(lees_als_er_een_is(ctx.obj), id_), bladzijde)


def woorden(
    ctx: typer.Context,
    naam: Annotated[
        str | None,
        typer.Argument(metavar="LIJST", help="alleen deze lijst, of alleen wat dit woord bevat"),
    ] = None,
) -> None:
    """The words that clm knows in a regime."""
    toon_blad(ctx.obj, "regime-woorden", use.woorden(naam), woordenblad)


def controleer(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="REGIME", help="alleen deze regimes; standaard alle"),
    ] = None,
) -> int:
    """What is not right in regimes."""
    om: Omgeving = ctx.obj
    gevonden = use.controleer(lees_als_er_een_is(om), ids or (), om.peildatum)
    return toon_controle(om, "regime-controleer", gevonden, controleblad)


def dekking(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
) -> None:
    """What clm does with each article of a contract."""
    toon_blad(
        ctx.obj, "regime-dekking", use.dekking(lees_als_er_een_is(ctx.obj), id_), dekkingsblad
    )


def proef(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
) -> None:
    """A made-up case that goes up the whole ladder."""
    om: Omgeving = ctx.obj
    toon_blad(om, "regime-proef", use.proef(lees_als_er_een_is(om), id_, om.peildatum), proefblad)


def lezing(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
    vraag: Annotated[
        str | None, typer.Argument(metavar="VRAAG", help="een open vraag; zonder: alle vragen")
    ] = None,
) -> None:
    """What each answer to an open question of a contract changes."""
    om: Omgeving = ctx.obj
    blad = use.lezing(lees_als_er_een_is(om), id_, vraag, om.peildatum)
    toon_blad(om, "regime-lezing", blad, lezingblad)


def leg_lezing_vast(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="REGIME", help="de precieze naam uit clm regime lijst")
    ],
    vraag: Annotated[str, typer.Argument(metavar="VRAAG", help="de open vraag")],
    keuze: Annotated[str, typer.Argument(metavar="KEUZE", help="het antwoord dat u volgt")],
    reden: Annotated[str | None, typer.Option("--reden", help="waarom u zo leest (nodig)")] = None,
    voorbeeld: Annotated[
        bool, typer.Option("--voorbeeld", help="uw jurist moet de lezing nog vaststellen")
    ] = False,
    datum_: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="vanaf welke dag; standaard vandaag"),
    ] = None,
) -> int:
    """How the organisation reads an open question of a contract."""
    werk = Werk(ctx.obj)
    status = "voorbeeld" if voorbeeld else None
    alles = {"reden": reden, "status": status, "datum": datum_}
    gezegd: dict[str, object] = {naam: waarde for naam, waarde in alles.items() if waarde}
    use.beantwoordbaar(werk, id_, vraag, keuze)
    vraag_velden(gezegd, (_REDEN,), werk.vandaag, LOSSE_OPTIE)
    return werk.leg_vast(use.leg_lezing_vast(werk, id_, vraag, keuze, gezegd))


def nieuw(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="de naam van het regime, met het jaar erin")
    ],
    uit: Annotated[
        str | None, typer.Option("--uit", metavar="BESTAND", help=f"{_TEKST.uitleg} (nodig)")
    ] = None,
    vanaf: Annotated[
        str | None, typer.Option("--vanaf", metavar="DAG", help=f"{_VANAF.uitleg} (nodig)")
    ] = None,
    titel: Annotated[
        str | None, typer.Option("--titel", help="de titel; standaard de eerste regel van de tekst")
    ] = None,
) -> int:
    """The begin of a regime from the text of a contract."""
    werk = Werk(ctx.obj)
    use.nieuwe_naam(werk, id_)
    gezegd: dict[str, object] = {"uit": uit} if uit else {}
    gezegd |= {"vanaf": vanaf} if vanaf else {}
    vraag_velden(gezegd, (_TEKST, _VANAF), werk.vandaag, LOSSE_OPTIE)
    dag = datum(str(gezegd["vanaf"]), "--vanaf", werk.vandaag)
    return werk.leg_vast(use.nieuw(werk, id_, Path(str(gezegd["uit"])), titel, dag))
