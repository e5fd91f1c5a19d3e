"""Floor 4, classificatie: what a letter tells of the classifications of a provider (J14)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.classificatie import (
    Puntenrij,
    categorie,
    hertoetsdag,
    laatst_besloten,
    puntenrijen,
    score,
)
from clm_cli.dossier import Contract
from clm_cli.records.classificatie import (
    Classificatie,
    Classificatiebeleid,
    Criterium,
)
from clm_cli.tijd.datum import bedrag, datum_lang, getal
from clm_cli.woorden import met_punt

_OORDEEL = "oordeel"
"""How a criterion is called that is judged and not counted."""


def uitkomst(i: Inhoud) -> Gevonden:
    """De uitkomst."""
    return _mist(i) or tuple(
        deel
        for u in uitkomsten(i)
        for deel in (f"categorie {u['categorie']}", u["titel"], u["contracten"])
    )


def ingang(i: Inhoud) -> Gevonden:
    """De dag waarop zij ingaat."""
    return _mist(i) or tuple(datum_lang(u["vanaf"]) for u in uitkomsten(i))


def onderbouwing(i: Inhoud) -> Gevonden:
    """Hoe de uitkomst tot stand kwam."""
    return _mist(i) or tuple(
        deel
        for u in uitkomsten(i)
        for deel in (u["beleid"], *(rij["titel"] for rij in u["rijen"]), u["score"], u["reden"])
    )


def uitkomsten(i: Inhoud) -> list[dict[str, Any]]:
    """Per classification the outcome, what it means, and how it came about, point by point."""
    return [_uitkomst(i, feit) for feit in _feiten(i) if categorie(i.register, feit)]


def _feiten(i: Inhoud) -> list[Bestand[Classificatie]]:
    """The last one decided for each contract on the card; one letter may tell several."""
    rijen = (
        laatst_besloten(i.dossier, c.id, i.dag)
        for c in i.dossier.contracten
        if c.id in i.kaart.contracten
    )
    return list({feit.pad: feit for feit in rijen if feit}.values())


def _mist(i: Inhoud) -> Mist | None:
    feiten = _feiten(i)
    if not feiten:
        return Mist("classificatie", opdracht("classificeer", i.dossier.id))
    zonder = [f.record.beleid for f in feiten if categorie(i.register, f) is None]
    return Mist(f"beleid {zonder[0]}", opdracht("controleer", i.dossier.id)) if zonder else None


def _waarover(i: Inhoud, feit: Bestand[Classificatie]) -> list[Contract]:
    """The contracts for which this is the last one: of another one a later letter tells."""
    laatste = ((c, laatst_besloten(i.dossier, c.id, i.dag)) for c in i.dossier.contracten)
    return [c for c, ander in laatste if ander and ander.pad == feit.pad]


def _uitkomst(i: Inhoud, feit: Bestand[Classificatie]) -> dict[str, Any]:
    record, rij = feit.record, categorie(i.register, feit)
    beleid = i.register.beleid[record.beleid].record
    assert rij
    punten = score(beleid, record.invoer)
    return {
        "contracten": ", ".join(
            f"{c.kaart.record.nummer} ({', '.join(c.kaart.record.zorgvormen)})"
            for c in _waarover(i, feit)
        ),
        "vanaf": record.geldig_vanaf,
        "categorie": record.categorie,
        "titel": rij.titel,
        "aantal": rij.gesprekken_per_jaar,
        "intensiteit": rij.intensiteit,
        "beleid": beleid.titel,
        "rijen": [_punten(rij) for rij in puntenrijen(beleid, record.invoer)],
        "score": getal(punten) if punten is not None and not _beoordeeld(beleid) else "",
        "reden": met_punt(record.reden) if record.reden else "",
        "hertoets": hertoetsdag(i.register, feit) or "",
    }


def _beoordeeld(beleid: Classificatiebeleid) -> bool:
    """Whether a score would show what we judged: with the other points known, it can be told."""
    return any(criterium.wijze == _OORDEEL for criterium in beleid.criteria)


def _punten(rij: Puntenrij) -> dict[str, str]:
    """One criterion as the provider sees it: of a judgement that it was made, never its points."""
    kop = {
        "groep": rij.criterium.groep,
        "titel": rij.criterium.titel,
        "gewicht": getal(rij.criterium.gewicht),
    }
    waarde = rij.invoer.waarde if rij.invoer else None
    if rij.criterium.wijze == _OORDEEL and waarde is not None:
        return {**kop, "waarde": "door ons beoordeeld", "punten": ""}
    return {
        **kop,
        "waarde": _met_eenheid(waarde, rij.criterium) if waarde is not None else "onbekend",
        "punten": getal(rij.punten) if rij.punten is not None else "onbekend",
    }


def _met_eenheid(waarde: Decimal, criterium: Criterium) -> str:
    if criterium.eenheid == "euro":
        return bedrag(waarde)
    return f"{getal(waarde)} {criterium.eenheid or ''}".rstrip()
