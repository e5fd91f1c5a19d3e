"""Floor 6, classificatie: what the letter about a classification is filled with (J14)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.elementen import Element
from clm_cli.derivations.classificatie import Puntenrij, categorie, hertoetsdag, puntenrijen, score
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.aanbieder import Classificatie
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_lang, getal


def classificatie(
    register: Register, dossier: Dossier, feiten: Sequence[Bestand[Classificatie]], dag: date
) -> dict[str, Any]:
    """Per classification the outcome, what it means, and how it came about, point by point."""
    wie = register.persoon(behandelaar(dossier, dag) or "")
    naam = dossier.naam(dag)
    uitkomsten = [_uitkomst(register, dossier, feit) for feit in feiten]
    return {
        "aanbieder": naam.statutair if naam else None,
        "organisatie": register.organisatie.naam if register.organisatie else None,
        "uitkomsten": uitkomsten,
        "beleid": uitkomsten[0]["beleid"],
        "behandelaar": wie.naam if wie else None,
        "telefoon": (wie.telefoon or "") if wie else "",
        "ondertekenaar": f"{wie.naam}, {wie.functie}" if wie else None,
        "_nu": {"behandelaar": "vul behandelaars in op aanbieder.yaml"},
    }


def delen(gegevens: dict[str, Any]) -> tuple[Element, ...]:
    """What the letter must hold: the outcome, from when, and how it came about."""
    rijen = []
    for u in gegevens["uitkomsten"]:
        rijen += [
            Element(
                "uitkomst",
                "De uitkomst",
                (f"categorie {u['categorie']}", u["titel"], u["contracten"]),
                None,
                None,
            ),
            Element(
                "geldig-vanaf", "De dag waarop zij ingaat", (datum_lang(u["vanaf"]),), None, None
            ),
            Element(
                "onderbouwing",
                "Hoe de uitkomst tot stand kwam",
                (u["beleid"], *(r["titel"] for r in u["rijen"]), u["score"], u["reden"]),
                None,
                None,
            ),
        ]
    return tuple(rijen)


def _uitkomst(register: Register, dossier: Dossier, feit: Bestand[Classificatie]) -> dict[str, Any]:
    record, rij = feit.record, categorie(register, feit)
    beleid = register.beleid.get(record.beleid)
    if rij is None or beleid is None:
        raise ClmFout(
            f"Het beleid {record.beleid} van deze classificatie is niet te vinden.",
            nu=f"clm controleer {dossier.id}",
        )
    punten = score(beleid.record, record.invoer)
    return {
        "contracten": ", ".join(
            f"{c.kaart.record.nummer} ({', '.join(c.kaart.record.zorgvormen)})"
            for c in dossier.contracten
            if c.id in record.contracten
        ),
        "vanaf": record.geldig_vanaf,
        "categorie": record.categorie,
        "titel": rij.titel,
        "aantal": rij.gesprekken_per_jaar,
        "intensiteit": rij.intensiteit,
        "beleid": beleid.record.titel,
        "rijen": [_punten(rij) for rij in puntenrijen(beleid.record, record.invoer)],
        "score": getal(punten) if punten is not None else "",
        "reden": record.reden or "",
        "hertoets": hertoetsdag(register, feit) or "",
    }


def _punten(rij: Puntenrij) -> dict[str, str]:
    return {
        "groep": rij.criterium.groep,
        "titel": rij.criterium.titel,
        "waarde": getal(rij.invoer.waarde)
        if rij.invoer and rij.invoer.waarde is not None
        else "onbekend",
        "punten": getal(rij.punten) if rij.punten is not None else "onbekend",
        "gewicht": getal(rij.criterium.gewicht),
    }
