"""Floor 7, gesprekken: the documents of a talk."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.commands.dingen import kies_ding
from clm_cli.commands.documenten import documenten
from clm_cli.commands.werk import Werk
from clm_cli.documents import gesprekken as stukken
from clm_cli.register import Dossier, Gesprek
from clm_cli.voorstel import Voorstel


def agenda(werk: Werk, dossier: str, gesprek: str | None, vormen: Sequence[str]) -> Voorstel:
    """The agenda; as a Word file it can be filled in during the talk."""
    blik = werk.kijk.blik(werk.dossier(dossier))
    gekozen = _gesprek(blik.dossier, gesprek)
    gegevens = stukken.agenda(blik, gekozen)
    nu = f"clm gesprek gehouden {blik.dossier.id} {gekozen.id} --word agenda.docx"
    return documenten(werk, gekozen.pad, "agenda", gegevens, vormen, nu=nu)


def verslag(
    werk: Werk, dossier: str, gesprek: str | None, vormen: Sequence[str], *, concept: bool
) -> Voorstel:
    """The report, with decisions and actions first."""
    blik = werk.kijk.blik(werk.dossier(dossier))
    gekozen = _gesprek(blik.dossier, gesprek)
    gegevens = stukken.verslag(blik, gekozen)
    nu = f"clm gesprek gedeeld {blik.dossier.id} {gekozen.id}"
    return documenten(werk, gekozen.pad, "verslag", gegevens, vormen, nu=nu, concept=concept)


def _gesprek(dossier: Dossier, naam: str | None) -> Gesprek:
    gekozen = kies_ding(dossier, "gesprek", naam)
    assert isinstance(gekozen, Gesprek)
    return gekozen
