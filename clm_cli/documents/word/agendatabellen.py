"""Floor 6, agendatabellen: the tables of an agenda by their columns, however they were retyped."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.documents.word.agendawoorden import kern
from clm_cli.documents.word.gelezen import Cel, Tabel
from clm_cli.value import value


@value
class Soort:
    """A table of the sheet: its name, the columns that it must have, and those that it may have."""

    naam: str
    nodig: tuple[str, ...]
    mag: tuple[str, ...] = ()


@value
class Veld:
    """What stands in one column of a row; `vervolg` when the cell is one with another."""

    tekst: str
    vervolg: bool = False


Rij = Mapping[str, Veld]
"""A row by the names of its columns."""


def soort_van(tabel: Tabel, soorten: list[Soort]) -> Soort | None:
    """Which table this is, by the columns that it shares with one; a head may be typed anew."""
    koppen = {kern(cel.tekst) for cel in tabel.rijen[0]} if tabel.rijen else set()

    def gelijk(soort: Soort) -> float:
        alle = (*soort.nodig, *soort.mag)
        raak = sum(kern(kop) in koppen for kop in alle)
        return raak / len(alle) + raak / max(len(koppen), 1)

    beste = max(soorten, key=gelijk)
    return beste if gelijk(beste) >= 1 else None


def velden(rij: tuple[Cel, ...]) -> list[Veld]:
    """The cells of a row; one that was made of more stands only in the first of its columns."""
    return [
        Veld(cel.tekst.strip(), cel.vervolg) if plek == 0 else Veld("", vervolg=True)
        for cel in rij
        for plek in range(cel.breed)
    ]
