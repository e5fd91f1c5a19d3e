"""Floor 4, kenmerken: what in a case carries an id: its shortcomings, and the points of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.derivations.escalatie.zaken import tekortkomingen
from clm_cli.dossier import Escalatie
from clm_cli.records.escalatie import Opening, Verbeterplan


def kenmerken(escalatie: Escalatie) -> Mapping[str, tuple[str, ...]]:
    """The ids of a case by the kind of thing that a field names; none while nothing opens it."""
    if not escalatie.van(Opening):
        return {}
    ids = tuple(dict.fromkeys(t.id for t in tekortkomingen(escalatie)))
    punten = (punt.id for plan in escalatie.van(Verbeterplan) for punt in plan.record.punten)
    return {"tekortkoming": ids, "onderdeel": tuple(dict.fromkeys((*ids, *punten)))}
