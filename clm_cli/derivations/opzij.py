"""Floor 4, opzij: which meldingen somebody set aside, on what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.opvolging import Overgeslagen
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


def valt_onder(plek: Plek, geheel: Plek) -> bool:
    """Whether a place is a file, or a part of it, or lies in that part."""
    return plek.pad == geheel.pad and plek.sleutel[: len(geheel.sleutel)] == geheel.sleutel
