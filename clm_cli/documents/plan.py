"""Floor 6, plan: what the contractmanagementplan of one provider is filled with (J15, J50, J51)."""

from __future__ import annotations

from datetime import date
from typing import Any

from clm_cli.derivations.classificatie import categorie, hertoetsdag, huidige
from clm_cli.derivations.contracten import duurstand, loopt
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Plan
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.records.lijsten import Leerpunten, Risicos, Verplichting, Verplichtingen
from clm_cli.register import Contract, Dossier, Register
from clm_cli.tijd.datum import datum_vol, getal


def plan(blik: Dossierblik) -> dict[str, Any]:
    """Aims, classification and rhythm, roles, what is watched (obligations and norms), risks.

    Learning and the calendar.
    """
    kaart = blik.dossier.kaart(Plan)
    naam = blik.dossier.naam(blik.vandaag)
    lopend = [c for c in blik.dossier.contracten if loopt(c, blik.vandaag)] or list(
        blik.dossier.contracten
    )
    gegevens = {
        "_nu": {"opgesteld": f"clm plan {blik.dossier.id}"},
        "organisatie": blik.register.organisatie.naam if blik.register.organisatie else None,
        "aanbieder": naam.statutair if naam else None,
        "contracten": [_contract(blik.register, blik.dossier, c, blik.vandaag) for c in lopend],
        "verplichtingen": [_plicht(blik.register, rij) for rij in _verplichtingen(blik.dossier)],
        "normen": [_norm(blik.register, c, n) for c in lopend for n in c.kaart.record.normen],
        "risicos": [
            f"{r.wat} (kans {r.kans}, gevolg {r.gevolg}){f': {r.maatregel}' if r.maatregel else ''}"
            for b in blik.dossier.van(Risicos)
            for r in b.record.risicos
            if r.gesloten is None
        ],
        "leerpunten": [
            f"{p.wat} ({p.fase}, {p.bestemming})"
            for b in blik.dossier.van(Leerpunten)
            for p in b.record.leerpunten
            if p.klaar is None
        ],
        "kalender": sorted(_kalender(blik, kaart.record if kaart else None)),
    }
    if kaart is None:
        return gegevens
    record = kaart.record
    doelstellingen = {
        d.id: d.wat
        for c in lopend
        if c.overeenkomst
        for d in c.overeenkomst.kaart.record.doelstellingen
    }
    return {
        **gegevens,
        "opgesteld": record.opgesteld,
        "bijgesteld": ", ".join(map(datum_vol, record.bijgesteld)),
        "doelstellingen": list(doelstellingen.values()),
        "doelen": record.doelen,
        "rollen": [
            (rol.rol, blik.register.naam_van(rol.persoon) if rol.persoon else "nog niet belegd")
            for rol in record.rollen
        ],
        "reden_frequentie": record.reden_frequentie or "",
    }


def _contract(register: Register, dossier: Dossier, contract: Contract, op: date) -> dict[str, str]:
    feit = huidige(dossier, contract.id, op)
    rij = categorie(register, feit) if feit else None
    toets = hertoetsdag(register, feit) if feit else None
    stand = duurstand(contract, op)
    return {
        "contract": f"{contract.kaart.record.nummer} {', '.join(contract.kaart.record.zorgvormen)}",
        "categorie": f"{rij.categorie} {rij.titel}" if rij else "nog niet geclassificeerd",
        "ritme": f"{rij.gesprekken_per_jaar} gesprekken per jaar" if rij else "onbekend",
        "intensiteit": rij.intensiteit if rij else "onbekend",
        "hertoets": datum_vol(toets) if toets else "onbekend",
        "einde": datum_vol(stand.tot) if stand.tot else "onbekend",
    }


def _verplichtingen(dossier: Dossier) -> list[Verplichting]:
    gedeeld = {c.overeenkomst.id: c.overeenkomst for c in dossier.contracten if c.overeenkomst}
    lijsten = [
        *dossier.van(Verplichtingen),
        *(b for bundel in gedeeld.values() for b in bundel.van(Verplichtingen)),
    ]
    return [
        rij for lijst in lijsten for rij in lijst.record.verplichtingen if rij.vervallen is None
    ]


def _plicht(register: Register, rij: Verplichting) -> dict[str, str]:
    wanneer = (
        datum_vol(rij.uiterlijk)
        if rij.uiterlijk
        else f"elk {rij.herhaling.elke}"
        if rij.herhaling
        else "doorlopend"
        if rij.doorlopend == "ja"
        else "onbekend"
    )
    wie = register.naam_van(rij.eigenaar) if rij.eigenaar else rij.kant
    return {"id": rij.id, "wat": rij.wat, "partij": rij.partij, "wanneer": wanneer, "wie": wie}


def _norm(register: Register, contract: Contract, norm: Any) -> str:
    kpi = register.kpis.get(norm.kpi)
    waarde = (
        f"norm {getal(norm.norm)} {kpi.eenheid if kpi else ''}"
        if norm.norm is not None
        else "zonder norm, wel geduid"
    )
    return f"{contract.id}: {kpi.titel if kpi else norm.kpi}, {waarde}"


def _kalender(blik: Dossierblik, kaart: Plan | None) -> list[tuple[date, str]]:
    rijen = [
        (m.wanneer, m.wat) for m in (kaart.sturingsmomenten if kaart else ()) if m.klaar is None
    ]
    rijen += [
        (d, "voortgangsgesprek")
        for g in blik.dossier.gesprekken
        if not g.van(GesprekVervallen) and (d := dag_van(g).datum) >= blik.vandaag
    ]
    feiten = {
        f.pad: f
        for c in blik.dossier.contracten
        if (f := huidige(blik.dossier, c.id, blik.vandaag))
    }
    rijen += [
        (dag, f"classificatie opnieuw toetsen ({', '.join(f.record.contracten)})")
        for f in feiten.values()
        if (dag := hertoetsdag(blik.register, f))
    ]
    rijen += [
        (s.tot, f"einde van contract {c.id}")
        for c in blik.dossier.contracten
        if (s := duurstand(c, blik.vandaag)).tot and s.tot >= blik.vandaag
    ]
    return rijen
