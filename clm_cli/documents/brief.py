"""Floor 6, brief: the head of every letter, and what the letter about a classification is filled with (J14)."""

from __future__ import annotations

from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.classificatie import categorie, hertoetsdag, puntenrijen, score
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.documents.opmaak import Briefhoofd
from clm_cli.meldingen import ClmFout
from clm_cli.records.aanbieder import Classificatie
from clm_cli.register import Dossier, Register
from clm_cli.tijd.datum import datum_vol, getal


def briefhoofd(register: Register, dossier: Dossier, dag: date, onderwerp: str, kenmerk: str, verzendwijze: str = "") -> Briefhoofd:
    """To whom and with which references. Raises ClmFout when the provider's card cannot be read."""
    if dossier.aanbieder is None:
        raise ClmFout(f"De kaart van {dossier.id} is niet te lezen.", nu=f"clm controleer {dossier.id}")
    adres, naam = dossier.aanbieder.record.postadres, dossier.naam(dag)
    wie = register.persoon(behandelaar(dossier, dag) or "")
    velden = [("Datum", datum_vol(dag)), ("Ons kenmerk", kenmerk)]
    velden += [("Zaaknummer", dossier.aanbieder.record.zaaknummer)] if dossier.aanbieder.record.zaaknummer else []
    velden += [("Behandeld door", f"{wie.naam}, {wie.functie}")] if wie else []
    velden.append(("Betreft", onderwerp))
    aan = (naam.statutair if naam else dossier.id, "T.a.v. het bestuur", adres.straat, f"{adres.postcode}  {adres.plaats.upper()}")
    return Briefhoofd(verzendwijze, aan, tuple(velden))


def classificatie(register: Register, dossier: Dossier, feit: Bestand[Classificatie], dag: date) -> dict[str, Any]:
    """Outcome, what it means, and how it came about, point by point."""
    record, rij = feit.record, categorie(register, feit)
    beleid = register.beleid.get(record.beleid)
    if rij is None or beleid is None:
        raise ClmFout(f"Het beleid {record.beleid} van deze classificatie is niet te vinden.", nu=f"clm controleer {dossier.id}")
    wie = register.persoon(behandelaar(dossier, dag) or "")
    punten = score(beleid.record, record.invoer)
    naam = dossier.naam(dag)
    return {
        "aanbieder": naam.statutair if naam else None,
        "organisatie": register.organisatie.naam if register.organisatie else None,
        "contracten": ", ".join(f"{c.kaart.record.nummer} ({', '.join(c.kaart.record.zorgvormen)})" for c in dossier.contracten if c.id in record.contracten),
        "vanaf": record.geldig_vanaf,
        "categorie": record.categorie,
        "titel": rij.titel,
        "aantal": rij.gesprekken_per_jaar,
        "intensiteit": rij.intensiteit,
        "beleid": beleid.record.titel,
        "rijen": [
            {
                "groep": r.criterium.groep,
                "titel": r.criterium.titel,
                "waarde": getal(r.invoer.waarde) if r.invoer and r.invoer.waarde is not None else "onbekend",
                "punten": getal(r.punten) if r.punten is not None else "onbekend",
                "gewicht": getal(r.criterium.gewicht),
            }
            for r in puntenrijen(beleid.record, record.invoer)
        ],
        "score": getal(punten) if punten is not None else "",
        "reden": record.reden or "",
        "hertoets": hertoetsdag(register, feit) or "",
        "behandelaar": wie.naam if wie else None,
        "telefoon": (wie.telefoon or "") if wie else "",
        "ondertekenaar": f"{wie.naam}, {wie.functie}" if wie else None,
        "_nu": {"behandelaar": "vul behandelaars in op aanbieder.yaml"},
    }
