"""Floor 4, telling: what is counted by name in two periods, as each reader may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from clm_cli.derivations.rapport.getal import Getal, aantal, scherm_af
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.meldingen import Reden


@dataclass(frozen=True, slots=True)
class Telrij:
    """A row of a table: what is counted, in the period before and in this one."""

    naam: str
    eerder: Getal
    nu: Getal


Teller = Callable[[Venster], Iterator[tuple[str, Reden]]]


def tel(venster: Venster, wat: str, teller: Teller, orde: Iterable[str] = ()) -> tuple[Telrij, ...]:
    """What a counter finds in both periods, a row for each name; small ones hidden from others."""
    nu, eerder = _per_naam(teller(venster)), _per_naam(teller(venster.vorig))
    namen = [n for n in orde if n in nu or n in eerder]
    namen += sorted({*nu, *eerder} - set(namen))
    rijen = [
        (
            naam,
            aantal(f"{wat}: {naam}, {venster.vorig.periode}", eerder.get(naam, ())),
            aantal(f"{wat}: {naam}, {venster.periode}", nu.get(naam, ())),
        )
        for naam in namen
    ]
    oud, nieuw = [r[1] for r in rijen], [r[2] for r in rijen]
    if venster.verbergt_aantallen:
        oud, nieuw = list(scherm_af(oud, venster.grens)), list(scherm_af(nieuw, venster.grens))
    return tuple(Telrij(r[0], a, b) for r, a, b in zip(rijen, oud, nieuw, strict=True))


def totaal(venster: Venster, wat: str, teller: Teller) -> Telrij:
    """The same without names: all of both periods."""
    oud = aantal(f"{wat}, {venster.vorig.periode}", [r for _, r in teller(venster.vorig)])
    nieuw = aantal(f"{wat}, {venster.periode}", [r for _, r in teller(venster)])
    return Telrij("totaal", alleen(venster, oud), alleen(venster, nieuw))


def alleen(venster: Venster, getal: Getal) -> Getal:
    """A count that stands by itself, as this reader may see it."""
    return scherm_af([getal], venster.grens)[0] if venster.verbergt_aantallen else getal


def _per_naam(rijen: Iterator[tuple[str, Reden]]) -> dict[str, list[Reden]]:
    per: dict[str, list[Reden]] = {}
    for naam, reden in rijen:
        per.setdefault(naam, []).append(reden)
    return per
