"""Floor 7, dossierblad: one dossier on a page, and its story."""

from __future__ import annotations

from datetime import date, datetime

from clm_cli.bestand import Bestand
from clm_cli.commands.dingen import kies_ding
from clm_cli.commands.register import Gelezen
from clm_cli.commands.werklijst import VERST
from clm_cli.derivations.filter import ALLE, Filter
from clm_cli.derivations.werklijst import eigen_werklijst, werklijst
from clm_cli.records.basis import Deel
from clm_cli.views.dossier.blad import Dossierblad, dossierblad
from clm_cli.views.tijdlijn import Tijdlijn


def toon(gelezen: Gelezen, naam: str, *, nummers: bool) -> Dossierblad:
    """The page of one dossier; with the numbers of the whole list only if somebody reads them."""
    blik = gelezen.blik(naam)
    lijst = (
        werklijst(gelezen.kijk, Filter(dagen=VERST))
        if nummers and not gelezen.kijk.exemplaar
        else eigen_werklijst(blik, VERST)
    )
    return dossierblad(blik, lijst, gelezen.plaats)


def tijdlijn(
    gelezen: Gelezen,
    naam: str,
    escalatie: str | None,
    bekend: datetime | None = None,
    straks: Gelezen | None = None,
    keuze: Filter = ALLE,
) -> Tijdlijn:
    """The story of a dossier, or of some of its contracts, with what was recorded by a moment.

    `straks` is the register with all that was recorded since.
    """
    blik = gelezen.blik(naam)
    zaak = kies_ding(blik.dossier, "escalatie", escalatie).id if escalatie else None
    ruw = gelezen.geladen.register.dossiers[blik.dossier.id].bestanden
    gezien = tuple(feit for feit in ruw if _bekend(feit, gelezen.vandaag, bekend))
    if straks is None or bekend is None:
        return Tijdlijn(blik, gezien, gelezen.plaats, zaak, keuze=keuze)
    nu = tijdlijn(straks, blik.dossier.id, zaak, keuze=keuze)
    return Tijdlijn(blik, gezien, gelezen.plaats, zaak, nu, bekend.date(), keuze)


def _bekend(bestand: Bestand[Deel], op: date, bekend: datetime | None) -> bool:
    """Whether a fact had happened on a day and was recorded at a moment."""
    datum, vastgelegd = (
        getattr(bestand.record, "datum", None),
        getattr(bestand.record, "vastgelegd", None),
    )
    return (
        vastgelegd is not None
        and datum is not None
        and datum <= op
        and (bekend is None or vastgelegd <= bekend)
    )
