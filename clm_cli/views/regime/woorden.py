"""Floor 6, woorden: what clm knows in a regime, list by list, each word with its meaning."""

from __future__ import annotations

from clm_cli.derivations.regime.woorden import Woordenlijst
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier

_VEEL = 3
"""So many fields are named; of a word that may stand nearly everywhere the number is enough."""
_KOLOM = 24
"""Where meanings begin, behind most words."""


@value
class Woordenblad:
    """The lists that are shown, and the words of clm that mean what was looked for."""

    lijsten: tuple[Woordenlijst, ...]
    ook: tuple[str, ...] = ()


def toon(blad: Woordenblad, papier: Papier) -> str:
    """Each list with what it is about, where its words stand, and what they mean."""
    uit = papier.alinea(
        "De woorden die een regime kan hebben. Van een gesloten lijst kan alleen wat er staat; "
        "bij een open lijst doet een ander woord niets, of vraagt het een eigen tekst."
    )
    for lijst in blad.lijsten:
        soort = "gesloten lijst" if lijst.gesloten else "open lijst"
        uit += ["", *papier.alinea(soort, 0, Cel(f"{lijst.naam}  ", "vet"))]
        uit += papier.alinea(f"{lijst.over} Staat bij: {_plaats(lijst.velden)}.", 2)
        for rij in lijst.woorden:
            leest = f" · leest {', '.join(rij.leest)}" if rij.leest else ""
            vorm = f" ({rij.vorm})" if rij.vorm else ""
            uit += papier.alinea(f"{rij.betekenis}{vorm}{leest}", 4, f"{rij.woord}  ", _KOLOM)
    ook = f"Zoek ook op {' en '.join(blad.ook)}. " if blad.ook else ""
    slot = "clm regime woorden LIJST toont er een; in de lijst 'veld' staat elke plaats."
    return "\n".join([*uit, "", *papier.alinea(f"{ook}{slot}")])


def _plaats(velden: tuple[str, ...]) -> str:
    rest = len(velden) - _VEEL
    return ", ".join(velden[:_VEEL]) + (f" en nog {rest} andere" if rest > 0 else "")


def als_json(blad: Woordenblad) -> list[Gegevens]:
    """The lists as data."""
    return [
        {
            "lijst": lijst.naam,
            "over": lijst.over,
            "velden": list(lijst.velden),
            "gesloten": lijst.gesloten,
            "woorden": [
                {"woord": rij.woord, "betekenis": rij.betekenis, "leest": list(rij.leest)}
                | ({"vorm": rij.vorm} if rij.vorm else {})
                for rij in lijst.woorden
            ],
        }
        for lijst in blad.lijsten
    ]
