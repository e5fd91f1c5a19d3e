"""Floor 5, opzij: what somebody set aside, with the reason, and what a check then says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.records.contact import Overgeslagen
from clm_cli.tijd.datum import datum_vol

VERVALLEN: dict[str, str] = {"DOS227": "LAD407"}
"""Codes that are no longer given, each with the code that now says the same."""

Opzij = tuple[str, Plek, Reden]
"""A code that was set aside, what for, and why."""


def opzij_in(blik: Dossierblik) -> Iterator[Opzij]:
    """What was set aside in a dossier and has not lapsed."""
    for feit in blik.dossier.van(Overgeslagen):
        record, code = feit.record, feit.record.code.upper()
        doel = blik.dossier.vind(record.bij, feit.pad)
        if doel is None or (record.tot is not None and record.tot < blik.vandaag):
            continue
        tot = f" tot en met {datum_vol(record.tot)}" if record.tot else ""
        reden = f"overgeslagen{tot} omdat: {record.reden} ({record.door})"
        plek = replace(doel.plek, sleutel=doel.sleutel)
        yield VERVALLEN.get(code, code), plek, Reden(reden, feit.plek("reden"))


def gewogen(meldingen: Iterable[Melding], opzij: Iterable[Opzij]) -> tuple[Melding, ...]:
    """The meldingen; one on a file, or on the part of it, that was set aside is information."""
    per_bestand: dict[tuple[str, str], list[Opzij]] = {}
    for rij in opzij:
        per_bestand.setdefault((rij[0], rij[1].pad), []).append(rij)
    return tuple(
        _weeg(melding, per_bestand.get((melding.code, melding.plek.pad), ()))
        if melding.plek
        else melding
        for melding in meldingen
    )


def _weeg(melding: Melding, opzij: Iterable[Opzij]) -> Melding:
    sleutel = melding.plek.sleutel if melding.plek else ()
    for _, plek, omdat in opzij:
        if sleutel[: len(plek.sleutel)] == plek.sleutel:
            return replace(melding, ernst=Ernst.INFO, omdat=(*melding.omdat, omdat))
    return melding
