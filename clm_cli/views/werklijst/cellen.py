"""Floor 6, cellen: what stands in the columns of a line of the werklijst."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import Regel
from clm_cli.kijk import Kijk
from clm_cli.tijd.kalender import werkdagen_tussen
from clm_cli.views.opmaak import Cel, Inhoud, dag, dag_kort

BIJ: dict[str, Inhoud] = {
    "wij": Cel("WIJ", "vet"),
    "aanbieder": "aanbieder",
    "beide": "beide",
    "collega": "collega",
}
"""Who has the ball, as a word."""
RAND = 6
"""The columns of number and mark."""


def merk(punt: Werkpunt) -> str:
    """The signs behind a number: a right that lapses, a day that is provisional."""
    return ("!" if punt.vervalt else "") + ("~" if punt.voorlopig else "")


def wat(punt: Werkpunt) -> str:
    """What is due, and of whom we wait for it."""
    return (
        f"{punt.wat} (van {punt.wacht_op})"
        if punt.wacht_op and punt.wacht_op not in punt.wat
        else punt.wat
    )


def uiterlijk(punt: Werkpunt, vandaag: date) -> str:
    """By when, or since when we wait; '?' is unknown."""
    if punt.bij == "collega" and punt.sinds:
        return dag(punt.sinds, vandaag)
    return dag(punt.uiterlijk, vandaag) if punt.uiterlijk else "?"


def kort_uiterlijk(punt: Werkpunt, vandaag: date) -> str:
    """The same, with its month in three letters."""
    datum = punt.sinds if punt.bij == "collega" and punt.sinds else punt.uiterlijk
    return dag_kort(datum, vandaag) if datum else "?"


def over(regel: Regel, kijk: Kijk) -> str:
    """How long it is overdue or still takes, in working days; in days where none lies between."""
    punt, vandaag = regel.punt, kijk.vandaag
    if punt.stil:
        return "STIL"
    if punt.bij == "collega" and punt.sinds:
        kalender = kalender_op(kijk.register, kijk.vandaag)
        return f"al {werkdagen_tussen(punt.sinds, vandaag, kalender)} wd"
    if regel.werkdagen is None or punt.uiterlijk is None:
        return "?"
    if punt.uiterlijk == vandaag:
        return "vandaag"
    return (
        f"{abs(regel.werkdagen)} wd"
        if regel.werkdagen
        else f"{abs((punt.uiterlijk - vandaag).days)} d"
    )
