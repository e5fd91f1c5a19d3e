"""Floor 4, antwoorden: which facts of a case answer another one, directly or through a dispute."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand, F
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import Beslissing, Bezwaar, Geschil


def bij(
    dossier: Dossier, escalatie: Escalatie, model: type[F], doel: Bestand[Feit]
) -> list[Bestand[F]]:
    """The facts of a kind in a case that answer another fact."""
    return [f for f in escalatie.van(model) if doel.pad in _over(dossier, f)]


def _over(dossier: Dossier, feit: Bestand[Feit]) -> Iterator[str]:
    """What a fact answers, by its path.

    Who decides on the dispute that followed an objection, decides on that (J45, J46).
    """
    if (doel := dossier.waarbij(feit)) is None:
        return
    yield doel.pad
    if isinstance(feit.record, Beslissing) and isinstance(doel.record, Geschil):
        onder = dossier.waarbij(doel)
        if onder is not None and isinstance(onder.record, Bezwaar):
            yield onder.pad
