"""Floor 7, afspraken: what was agreed with one provider or all, and where it stands."""

from __future__ import annotations

from clm_cli.commands.register import Gelezen, dossier
from clm_cli.derivations.filter import Filter
from clm_cli.views.afspraken import Afsprakenlijst, afsprakenlijst


def lijst(gelezen: Gelezen, naam: str | None, keuze: Filter, *, gesloten: bool) -> Afsprakenlijst:
    """What still runs, or all of it; of one dossier also when it has none."""
    eigen = dossier(gelezen.register, naam) if naam else None
    return afsprakenlijst(gelezen.kijk, eigen, keuze, gesloten=gesloten)
