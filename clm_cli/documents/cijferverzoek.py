"""Floor 6, cijferverzoek: what a request for figures holds, as a letter and as a sheet to fill."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clm_cli.derivations.aanlevering import Gevraagd
from clm_cli.derivations.adressen import contactpersonen, van_ons
from clm_cli.derivations.normen import norm_op
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.documents.document import Gegevens
from clm_cli.documents.export.tabellen import Tabel
from clm_cli.documents.export.werkboek import invulblad
from clm_cli.kijk import Dossierblik
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.tijd.periode import Periode

_KOLOMMEN = (
    *("aanbieder", "contract", "kpi", "indicator", "periode", "eenheid", "norm"),
    *("teller", "noemer", "waarde", "toelichting", "definitie"),
)
"""The headings, as the command that reads figures knows them without being told."""


def verzoek(
    blik: Dossierblik, rijen: Sequence[Gevraagd], periode: Periode | None, blad: str
) -> Gegevens:
    """What the text of a request is filled with."""
    naam = blik.dossier.naam(blik.vandaag)
    eerste = next(iter(contactpersonen(blik)), None)
    wie = behandelaar(blik.dossier, blik.vandaag)
    organisatie = blik.register.organisatie
    return {
        "aanbieder": naam.statutair if naam else blik.dossier.id,
        "contactpersoon": eerste.naam if eerste else "heer, mevrouw",
        "periode": str(periode) if periode else "",
        "blad": blad,
        "email": van_ons(blik),
        "afzender": blik.register.naam_van(wie) if wie else organisatie.naam,
        "organisatie": organisatie.naam,
        "rijen": [
            {
                "contract": rij.contract.kaart.record.nummer,
                "titel": rij.kpi.titel,
                "periode": str(rij.periode),
                "eenheid": rij.kpi.eenheid,
                "norm": _norm(rij),
                "uiterlijk": datum_vol(rij.uiterlijk) if rij.uiterlijk else "in overleg",
            }
            for rij in rijen
        ],
    }


def werkblad(blik: Dossierblik, rijen: Sequence[Gevraagd], dag: date) -> bytes:
    """The sheet to fill in: one row for each figure, read back without being told anything."""
    tabel = Tabel(
        "cijfers",
        _KOLOMMEN,
        tuple(
            (
                blik.dossier.id,
                rij.contract.kaart.record.nummer,
                rij.kpi.id,
                rij.kpi.titel,
                str(rij.periode),
                rij.kpi.eenheid,
                _norm(rij),
                *(None, None, None, None),
                " ".join(rij.kpi.definitie.split()),
            )
            for rij in rijen
        ),
    )
    return invulblad(tabel, dag)


def _norm(rij: Gevraagd) -> str:
    """The limit that counts for the period, in words where it is no number."""
    afspraak = norm_op(rij.contract, rij.kpi.id, rij.periode.laatste)
    if afspraak is None or afspraak.waarde is None or rij.kpi.normsoort == "geen":
        return "geen"
    if rij.kpi.normsoort != "absoluut":
        return rij.kpi.normsoort
    teken = {"hoger is beter": "≥ ", "lager is beter": "≤ "}.get(rij.kpi.richting, "")
    return f"{teken}{getal(afspraak.waarde)}"
