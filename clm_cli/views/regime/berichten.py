"""Floor 6, berichten: what a regime says of days, of receipt and of what is in writing, as text."""

from __future__ import annotations

from clm_cli.records.regime import Kalenderregel, Ontvangstregel, Vormregel
from clm_cli.records.regimeregels import Gespreksregel, Tekenregel
from clm_cli.views.regime.delen import Regels, alinea, citaat
from clm_cli.woorden import elke


def kalender(deel: Kalenderregel, breedte: int) -> Regels:
    """Which calendar counts, and where a term ends that ends on no working day."""
    if deel.kalender:
        yield from alinea(f"kalender: {deel.kalender}", breedte, 2)
    if deel.laatste_dag:
        yield from alinea(f"een laatste dag die geen werkdag is: {deel.laatste_dag}", breedte, 2)
    if deel.terug:
        yield from alinea(f"teruggeteld: {deel.terug}", breedte, 2)
    for grond in (deel.grond, *deel.ook):
        yield from citaat(grond, breedte)


def schriftelijk(deel: Vormregel, breedte: int) -> Regels:
    """By which ways a message is in writing."""
    yield from alinea(f"alleen: {', '.join(deel.kanalen)}", breedte, 2)
    yield from citaat(deel.grond, breedte)


def ondertekening(deel: Tekenregel, breedte: int) -> Regels:
    """Who signs our letters."""
    yield from alinea(" of ".join(deel.functies), breedte, 2)
    yield from citaat(deel.grond, breedte)


def gesprekken(deel: Gespreksregel, breedte: int) -> Regels:
    """How often parties talk."""
    yield from alinea(f"{elke(deel.elke)} een gesprek", breedte, 2)
    yield from citaat(deel.grond, breedte)


def ontvangst(deel: Ontvangstregel, breedte: int) -> Regels:
    """When a message by some ways counts as received."""
    na = f"{deel.na} na verzending" if deel.na else "op de dag zelf"
    tot = ", tot een andere dag blijkt" if deel.bewijs == "weerlegbaar" else ", altijd"
    yield from alinea(f"{', '.join(deel.kanalen)}: {na}{tot}", breedte, 2)
    yield from citaat(deel.grond, breedte)
