"""Floor 7, dossier: one dossier on a page, its story, a new one, a new contract, and the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from clm_cli.acts.dossier import contract as contractkaart
from clm_cli.acts.dossier import nieuw as nieuwe_kaart
from clm_cli.acts.dossier import plan as plankaart
from clm_cli.bestand import Bestand
from clm_cli.commands.documenten import documenten
from clm_cli.commands.register import Gelezen
from clm_cli.commands.werk import Werk
from clm_cli.commands.werklijst import VERST
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.werklijst import Filter, werklijst
from clm_cli.documents.plan import plan as gegevens_van
from clm_cli.meldingen import ClmFout
from clm_cli.records.aanbieder import Plan
from clm_cli.records.overeenkomst import Contract
from clm_cli.register import Dossier
from clm_cli.views.dossier.blad import Dossierblad, dossierblad
from clm_cli.views.tijdlijn import Tijdlijn
from clm_cli.voorstel import Voorstel


def toon(gelezen: Gelezen, naam: str) -> Dossierblad:
    """The page of one dossier; its lines keep their numbers of the whole list."""
    lijst = werklijst(gelezen.kijk, Filter(dagen=VERST))
    return dossierblad(gelezen.blik(naam), lijst, gelezen.plaats)


def tijdlijn(
    gelezen: Gelezen, naam: str, escalatie: str | None, bekend: datetime | None
) -> Tijdlijn:
    """The story of a dossier, with what was recorded by a moment."""
    blik = gelezen.blik(naam)
    namen = [zaak.id for zaak in blik.dossier.escalaties]
    if escalatie and escalatie not in namen:
        raise ClmFout(
            f"Er is geen escalatie '{escalatie}'.",
            nu=f"kies uit {', '.join(namen) or '(dit dossier heeft er geen)'}",
        )
    ruw = gelezen.geladen.register.dossiers[blik.dossier.id].bestanden
    gezien = tuple(feit for feit in ruw if _bekend(feit, gelezen.vandaag, bekend))
    return Tijdlijn(blik, gezien, gelezen.plaats, escalatie)


def _bekend(bestand: Bestand[Any], op: date, bekend: datetime | None) -> bool:
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


def nieuw(werk: Werk, naam: str, kaart: Mapping[str, Any]) -> Voorstel:
    """A new dossier, ready to work with."""
    return nieuwe_kaart(werk.register, naam, kaart, werk.vandaag, werk.kop.door)


def contract(werk: Werk, dossier: Dossier, id_: str, boom: Mapping[str, Any]) -> Voorstel:
    """A contract added to a dossier."""
    kaart = {naam: boom[naam] for naam in Contract.model_fields if naam in boom}
    return contractkaart(werk.register, dossier, id_, kaart)


def bijgesteld_plan(werk: Werk, naam: str, doelen: Sequence[str]) -> Voorstel | None:
    """The plan's card: a new one, or that it was adjusted today; None where that stands there."""
    eigen = werk.dossier(naam)
    lopend = [c.id for c in eigen.contracten if loopt(c, werk.vandaag)] or [
        c.id for c in eigen.contracten
    ]
    kaart, wijziging = plankaart(eigen, eigen.kaart(Plan), lopend, list(doelen), werk.vandaag)
    if not (kaart or wijziging):
        return None
    return Voorstel(
        f"{eigen.id}: plan {'opgesteld' if kaart else 'bijgesteld'}.",
        nieuw=(kaart,) if kaart else (),
        wijzigingen=(wijziging,) if wijziging else (),
    )


def planstuk(werk: Werk, naam: str, vormen: Sequence[str]) -> Voorstel:
    """The plan as documents, from what is recorded now."""
    blik = werk.kijk.blik(werk.dossier(naam))
    gegevens = gegevens_van(blik)
    id_ = blik.dossier.id
    return documenten(werk, id_, "plan", gegevens, vormen, nu=f"clm gesprek gepland {id_}")
