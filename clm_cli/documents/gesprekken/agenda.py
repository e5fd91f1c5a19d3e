"""Floor 6, agenda: what the agenda of a talk is filled with, worked out from the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from clm_cli.derivations.aansluiting import aansluiting, gevraagd, klassen
from clm_cli.derivations.acties import werkpunten as open_acties
from clm_cli.derivations.lijstrijen import open_rijen
from clm_cli.derivations.onderwerpen import Plaats, gegevens, plaatsen
from clm_cli.derivations.signalen import nog_open
from clm_cli.derivations.verplichtingen import open_dagen, plichten
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.documents.document import Gegevens
from clm_cli.documents.gesprekken.cijfers import cijfers
from clm_cli.documents.gesprekken.kop import kop, mens, themas, vragen
from clm_cli.documents.gesprekken.vorig import vorig_gesprek
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Agendapunt
from clm_cli.records.classificatie import Categorie
from clm_cli.records.gesprek import Agendaonderdeel
from clm_cli.records.overeenkomst import Artikelen
from clm_cli.records.velden import Partij
from clm_cli.tijd.datum import datum_vol

_ELDERS = frozenset({"actie", "toezegging", "verplichting", "risico", "cijfers", "gesprek"})
"""What has a heading of its own on the agenda."""


def agenda(blik: Dossierblik, gesprek: Gesprek) -> Gegevens:
    """The agenda: themes of the regime, own items, and what the dossier brings up under them."""
    dossier, kaart = blik.dossier, gesprek.kaart.record
    vast = dossier.aanbieder.record.eigen_agendapunten if dossier.aanbieder else ()
    punten: list[Agendapunt | Agendaonderdeel] = [*vast, *kaart.agenda]
    onderwerpen = _onderwerpen(blik, kaart.contracten)
    onder_thema, verplichtingen = _verplichtingen(blik, kaart.contracten)
    return {
        **kop(blik, gesprek),
        "genodigden": [mens(blik, genodigde) for genodigde in gevraagd(blik, gesprek)],
        "sturing": _sturing(klassen(blik, gesprek)),
        "rollen": [
            {"rol": een.rol.titel, "id": een.rol.id, "verplicht": een.moet}
            for een in aansluiting(blik, gesprek)
        ],
        "themas": [
            {
                "titel": thema.titel,
                "onderwerpen": onderwerpen.get(thema.id, ()),
                "eigen": [*_eigen(thema.id, punten), *onder_thema.get(thema.id, ())],
            }
            for thema in themas(dossier, kaart)
        ],
        "overig": _eigen(None, punten),
        "cijfers": cijfers(blik, kaart.contracten, blik.vandaag),
        "vorig": vorig_gesprek(dossier, gesprek),
        "acties": [punt.wat for punt in open_acties(blik)],
        "verplichtingen": verplichtingen,
        "termijnen": _termijnen(blik, kaart.contracten),
        **_openstaand(dossier),
        "bevindingsvragen": [vraag.titel for vraag in vragen(dossier, kaart.contracten)],
        "leeg": range(6),
        "partijen": get_args(Partij),
    }


def _sturing(klassen: Iterable[tuple[str, Categorie]]) -> list[str]:
    """How each class is managed; the contracts are named where they have more than one."""
    per: dict[str, list[str]] = {}
    for contract, soort in klassen:
        zin = f"categorie {soort.categorie} ({soort.titel}), {soort.intensiteit}"
        per.setdefault(zin, []).append(contract)
    enige = len(per) == 1
    return [zin if enige else f"{', '.join(namen)}: {zin}" for zin, namen in per.items()]


def _plaatsen(blik: Dossierblik, contracten: tuple[str, ...]) -> Iterator[Plaats]:
    """The subjects of the contracts of a talk, without those that are not used."""
    bundels = {
        c.overeenkomst.id: (c.overeenkomst, c.regime)
        for c in blik.dossier.contracten
        if c.overeenkomst and c.id in contracten
    }
    for bundel, regime in bundels.values():
        yield from (plaats for plaats in plaatsen(bundel, regime) if not plaats.reden)


def _onderwerpen(blik: Dossierblik, contracten: tuple[str, ...]) -> dict[str, list[Gegevens]]:
    """By theme each subject with what the dossier says of it (J24)."""
    per: dict[str, dict[str, list[str]]] = {}
    for plaats in _plaatsen(blik, contracten):
        regels = per.setdefault(plaats.thema.id, {}).setdefault(plaats.onderwerp, [])
        if plaats.thema.volgt:
            regels += gegevens(blik, plaats, contracten) or ["geen gegevens in het dossier"]
    return {
        thema: [{"naam": naam, "regels": regels} for naam, regels in rijen.items()]
        for thema, rijen in per.items()
    }


def _verplichtingen(
    blik: Dossierblik, contracten: tuple[str, ...]
) -> tuple[dict[str, list[str]], list[str]]:
    """What is due of the obligations: by the theme of their clause, and the rest (J24)."""
    per: dict[str, list[str]] = {}
    rest: list[str] = []
    themas_ = {
        (artikel.document, artikel.nummer): artikel.thema
        for contract in blik.dossier.contracten
        if contract.overeenkomst
        for lijst in contract.overeenkomst.van(Artikelen)
        for artikel in lijst.record.artikelen
    }
    elders = {id_ for plaats in _plaatsen(blik, contracten) for id_ in plaats.verplichtingen}
    for plicht in plichten(blik):
        if (
            plicht.rij.id in elders
            or plicht.vervallen
            or not {c.id for c in plicht.contracten} & {*contracten}
        ):
            continue
        for dag in open_dagen(plicht):
            clausule = plicht.rij.clausule
            thema = themas_.get((clausule.document, clausule.nummer or "")) if clausule else None
            regel = f"{plicht.rij.id} {plicht.rij.wat}: {_wanneer(dag, blik.vandaag)}"
            (per.setdefault(thema, []) if thema else rest).append(regel)
    return per, rest


def _wanneer(dag: date, vandaag: date) -> str:
    laat = ", te laat" if dag < vandaag else ""
    return f"uiterlijk {datum_vol(dag)}{laat}"


def _termijnen(blik: Dossierblik, contracten: tuple[str, ...]) -> list[str]:
    """The running terms of both parties about these contracts, the first first."""
    punten = [
        punt
        for punt in alle_werkpunten(blik)
        if punt.uiterlijk
        and punt.bij in ("aanbieder", "beide")
        and punt.soort not in _ELDERS
        and (not punt.contracten or {*punt.contracten} & {*contracten})
    ]
    return [
        f"{punt.wat}: {_wanneer(punt.uiterlijk, blik.vandaag)}"
        for punt in sorted(punten, key=lambda punt: (punt.uiterlijk or blik.vandaag, punt.wat))
        if punt.uiterlijk
    ]


def _openstaand(dossier: Dossier) -> Gegevens:
    """What is open in the dossier: risks, questions, changes, and signals that may be named."""
    vragen_ = open_rijen(dossier, "onduidelijkheden")
    return {
        "risicos": [rij.wat for rij in open_rijen(dossier, "risicos")],
        "vragen": [rij.vraag for rij in vragen_ if rij.antwoord is None],
        "wijzigingen": [rij.wat for rij in open_rijen(dossier, "wijzigingen")],
        "signalen": [
            feit.record.wat for feit in nog_open(dossier) if feit.record.bron.mag_in_brief == "ja"
        ],
    }


def _eigen(thema: str | None, punten: Iterable[Agendapunt | Agendaonderdeel]) -> list[str]:
    """The own items under a theme; without one those that belong under none."""
    return [
        f"{punt.titel}{f' (perceel {punt.perceel})' if punt.perceel else ''}"
        for punt in punten
        if punt.thema == thema
    ]
