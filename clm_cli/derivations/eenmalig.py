"""Floor 4, eenmalig: of what can be recorded only once, which facts say it of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from clm_cli.bestand import Bestand
from clm_cli.dossier import Dossier
from clm_cli.records.basis import Feit
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import soort_bij

Feitbestand = Bestand[Feit]


def dubbel(
    feiten: Iterable[Feitbestand], dossier: Dossier | None
) -> Iterator[tuple[Feitbestand, Feitbestand]]:
    """Each fact of which there can be only one, with the earlier one about the same thing."""
    for _, in_map in groupby(sorted(feiten, key=_orde), key=lambda feit: feit.map):
        hier = tuple(in_map)
        for nr, feit in enumerate(hier):
            soort = soort_bij(feit.record)
            if isinstance(soort, Feitsoort) and soort.eenmalig:
                ander = eerder(soort, dict(feit.record), feit.pad, hier[:nr], hier, dossier)
                if ander is not None:
                    yield feit, ander


def _orde(feit: Feitbestand) -> tuple[object, ...]:
    return feit.map, feit.record.vastgelegd, feit.pad


def eerder(
    soort: Feitsoort,
    velden: Mapping[str, object],
    pad: str,
    eerdere: Iterable[Feitbestand],
    hier: Iterable[Feitbestand],
    dossier: Dossier | None,
) -> Feitbestand | None:
    """The earlier fact that says something of the same thing as these fields, and still stands.

    `pad` is where they stand or would stand, `hier` all facts of that folder.
    """
    regel = soort.eenmalig
    if regel is None:
        return None
    antwoord = _doel(dossier, velden.get("bij"), pad)
    for feit in eerdere:
        if feit.soort not in (soort.naam, *regel.ook) or antwoord == feit.id:
            continue
        zelfde = all(_gelijk(dossier, feit, veld, velden.get(veld), pad) for veld in regel.per)
        weer_open = any(
            b.soort in regel.tot
            and _doel(dossier, getattr(b.record, "bij", None), b.pad) == feit.id
            for b in hier
        )
        kwam_later = any(b.soort in regel.na and b.record.datum > feit.record.datum for b in hier)
        if zelfde and not weer_open and not kwam_later:
            return feit
    return None


_EERSTE = {"versie": "1"}
"""What a field means that nobody filled in: a report without a version is the first."""


def _gelijk(dossier: Dossier | None, feit: Feitbestand, veld: str, nieuw: object, pad: str) -> bool:
    oud = getattr(feit.record, veld, None)
    if veld == "bij":
        van = _doel(dossier, oud, feit.pad)
        return van is not None and van == _doel(dossier, nieuw, pad)
    return _woorden(oud or _EERSTE.get(veld)) == _woorden(nieuw or _EERSTE.get(veld))


def _woorden(waarde: object) -> list[str]:
    """A value as its words, whether it was read from a file or typed."""
    return [str(rij) for rij in (waarde if isinstance(waarde, (list, tuple)) else [waarde or ""])]


def _doel(dossier: Dossier | None, bij: object, vanuit: str) -> str | None:
    doel = dossier.vind(str(bij), vanuit) if dossier and bij else None
    return doel.verwijzing if doel else None
