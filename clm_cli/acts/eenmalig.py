"""Floor 6, eenmalig: whether something else was recorded of a thing that allows only one fact."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.acts.opgave import Opgave
from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.meldingen import ClmFout
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.soort import Eenmalig


def weigering(opgave: Opgave, map_: str) -> ClmFout | None:
    """Why this fact may not stand beside one that is there; None when it may."""
    regel = opgave.soort.eenmalig
    eerder = _eerder(opgave, regel, map_) if regel else None
    if eerder is None:
        return None
    return ClmFout(
        f"Dit staat er al anders: {eerder.pad}. Er is niets geschreven.",
        nu=advies(
            "klopt dat feit niet, verbeter het dan: {correctie}; is het echt nog een keer "
            "gebeurd, geef dan --nogmaals",
            correctie=opdracht("correctie", opgave.dossier.id, eerder.id, reden="…"),
        ),
    )


def _eerder(opgave: Opgave, regel: Eenmalig, map_: str) -> Bestand[Feit] | None:
    """The earlier fact that says something of the same thing, and still stands."""
    dossier = opgave.dossier
    hier = [b for b in dossier.feiten if b.map == map_]
    antwoord = _doel(opgave, opgave.boom, f"{map_}/x")
    for feit in hier:
        if feit.soort not in (opgave.soort.naam, *regel.ook) or antwoord == feit.id:
            continue
        zelfde = all(_gelijk(opgave, feit, veld, map_) for veld in regel.per)
        weer_open = any(
            b.soort in regel.tot and _doel(opgave, {"bij": b.record.bij}, b.pad) == feit.id
            for b in hier
        )
        if zelfde and not weer_open:
            return feit
    return None


def _gelijk(opgave: Opgave, feit: Bestand[Deel], veld: str, map_: str) -> bool:
    oud, nieuw = getattr(feit.record, veld, None), opgave.boom.get(veld)
    if veld == "bij":
        van = _doel(opgave, {"bij": oud}, feit.pad)
        return van is not None and van == _doel(opgave, opgave.boom, f"{map_}/x")
    return str(oud or "") == str(nieuw or "")


def _doel(opgave: Opgave, boom: Mapping[str, object], vanuit: str) -> str | None:
    doel = opgave.dossier.vind(str(boom.get("bij") or ""), vanuit) if boom.get("bij") else None
    return doel.verwijzing if doel else None
