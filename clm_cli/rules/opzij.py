"""Floor 5, opzij: what a check says of what somebody set aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from clm_cli.derivations.opzij import Opzij, valt_onder
from clm_cli.meldingen import Ernst, Melding, Plek


def gewogen(meldingen: Iterable[Melding], opzij: Iterable[Opzij]) -> tuple[Melding, ...]:
    """The meldingen; one on a file, or on the part of it, that was set aside is information."""
    per_bestand: dict[tuple[str, str], list[Opzij]] = {}
    for rij in opzij:
        per_bestand.setdefault((rij[0], rij[1].pad), []).append(rij)
    return tuple(
        _weeg(melding, melding.plek, per_bestand.get((melding.code, melding.plek.pad), ()))
        if melding.plek
        else melding
        for melding in meldingen
    )


def _weeg(melding: Melding, plek: Plek, opzij: Iterable[Opzij]) -> Melding:
    for _, geheel, omdat in opzij:
        if valt_onder(plek, geheel):
            # somebody decided: nothing is left to advise
            return replace(melding, ernst=Ernst.INFO, omdat=(*melding.omdat, omdat), nu=None)
    return melding
