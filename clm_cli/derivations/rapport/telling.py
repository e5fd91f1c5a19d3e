"""Floor 4, telling: what is counted by name in two periods, as each reader may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from clm_cli.derivations.rapport.getal import (
    Getal,
    aantal,
    deel_verraadt,
    scherm_af,
    te_verbergen,
    verschillen,
)
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.meldingen import Reden
from clm_cli.value import value


@value
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
    oud, nieuw = (
        [aantal(f"{wat}: {naam}, {v.periode}", per.get(naam, ())) for naam in namen]
        for v, per in ((venster.vorig, eerder), (venster, nu))
    )
    if venster.verbergt_aantallen:
        weg = [_verborgen(v, teller, namen) for v in (venster.vorig, venster)]
        oud, nieuw = (
            list(scherm_af(rij, venster.grens, w)) for rij, w in zip((oud, nieuw), weg, strict=True)
        )
    return tuple(Telrij(n, a, b) for n, a, b in zip(namen, oud, nieuw, strict=True))


def _verborgen(venster: Venster, teller: Teller, namen: Sequence[str]) -> frozenset[int]:
    """Which of the names may not be seen; of a gemeente also what the other editions tell.

    What the edition of the region hides, is hidden in each: else those added up would show it.
    """
    per = [_per_naam(teller(v)) for v in venster.delen]
    alle = [*namen, *sorted({naam for deel in per for naam in deel} - set(namen))]
    rijen = [[len(deel.get(naam, ())) for deel in per] for naam in alle]
    vast = te_verbergen([(heel,) for heel, *_ in rijen], venster.grens)
    if venster.gemeente is None:
        return vast
    breed = [verschillen(heel, delen) for heel, *delen in rijen]
    return te_verbergen(breed, venster.grens, vast)


def totaal(venster: Venster, wat: str, teller: Teller) -> Telrij:
    """The same without names: all of both periods."""

    def alles(deel: Venster) -> Getal:
        return aantal(f"{wat}, {deel.periode}", [r for _, r in teller(deel)])

    return Telrij("totaal", alleen(venster.vorig, alles), alleen(venster, alles))


def alleen(venster: Venster, reken: Callable[[Venster], Getal]) -> Getal:
    """A count that stands by itself, as this reader may see it."""
    eigen = reken(venster)
    if not venster.verbergt_aantallen:
        return eigen
    if venster.gemeente is None:
        return scherm_af([eigen], venster.grens)[0]
    heel, *delen = (int(reken(v).waarde or 0) for v in venster.delen)
    weg = deel_verraadt(heel, int(eigen.waarde or 0), delen, venster.grens)
    return eigen.afgeschermd if weg else eigen


def _per_naam(rijen: Iterator[tuple[str, Reden]]) -> dict[str, list[Reden]]:
    per: dict[str, list[Reden]] = {}
    for naam, reden in rijen:
        per.setdefault(naam, []).append(reden)
    return per
