"""Floor 6, agenda: what the agenda of a talk is filled with, worked out from the record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from clm_cli.derivations.acties import werkpunten as open_acties
from clm_cli.derivations.opvolging import stand
from clm_cli.documents.document import Gegevens
from clm_cli.documents.gesprekken.cijfers import cijfers
from clm_cli.documents.gesprekken.kop import kop, mens, regimes, themas, vragen
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Agendapunt
from clm_cli.records.contact import Signaal
from clm_cli.records.gesprek import Agendaonderdeel
from clm_cli.records.lijsten import Onduidelijkheden, Risicos, Wijzigingen
from clm_cli.records.velden import Partij


def agenda(blik: Dossierblik, gesprek: Gesprek) -> Gegevens:
    """The agenda: themes of the regime, own items, and what the dossier brings up under them."""
    dossier, kaart = blik.dossier, gesprek.kaart.record
    vast = dossier.aanbieder.record.eigen_agendapunten if dossier.aanbieder else ()
    punten: list[Agendapunt | Agendaonderdeel] = [*vast, *kaart.agenda]
    return {
        **kop(blik, gesprek),
        "genodigden": [mens(blik, genodigde) for genodigde in kaart.genodigden],
        "rollen": [
            {"rol": rol.titel, "id": rol.id, "verplicht": rol.verplicht == "ja"}
            for regime in regimes(dossier, kaart.contracten)
            for rol in regime.rollen
        ],
        "themas": [
            {
                "titel": thema.titel,
                "onderwerpen": ", ".join(thema.onderwerpen),
                "eigen": _eigen(thema.id, punten),
            }
            for thema in themas(dossier, kaart)
        ],
        "overig": _eigen(None, punten),
        "cijfers": cijfers(blik, kaart.contracten, blik.vandaag),
        "acties": [punt.wat for punt in open_acties(blik)],
        **_openstaand(dossier),
        "bevindingsvragen": [vraag.titel for vraag in vragen(dossier, kaart.contracten)],
        "leeg": range(6),
        "partijen": get_args(Partij),
    }


def _openstaand(dossier: Dossier) -> Gegevens:
    """What is open in the dossier: risks, questions, changes, and signals that may be named."""
    risicos = [rij for lijst in dossier.van(Risicos) for rij in lijst.record.risicos]
    vragen_ = [r for lijst in dossier.van(Onduidelijkheden) for r in lijst.record.onduidelijkheden]
    wijzigingen = [rij for lijst in dossier.van(Wijzigingen) for rij in lijst.record.wijzigingen]
    return {
        "risicos": [rij.wat for rij in risicos if rij.gesloten is None],
        "vragen": [rij.vraag for rij in vragen_ if rij.antwoord is None],
        "wijzigingen": [rij.wat for rij in wijzigingen if rij.besloten is None],
        "signalen": [
            feit.record.wat
            for feit in dossier.van(Signaal)
            if feit.record.bron.mag_in_brief == "ja" and stand(dossier, feit.id).gesloten is None
        ],
    }


def _eigen(thema: str | None, punten: Iterable[Agendapunt | Agendaonderdeel]) -> list[str]:
    """The own items under a theme; without one those that belong under none."""
    return [
        f"{punt.titel}{f' (perceel {punt.perceel})' if punt.perceel else ''}"
        for punt in punten
        if punt.thema == thema
    ]
