"""Floor 6, plan: what the contractmanagementplan of one provider is filled with (J15, J50, J51)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from clm_cli.derivations.classificatie import categorie, hertoetsdag, huidige, komende, per_contract
from clm_cli.derivations.contracten import duurstand, loopt, werkpunten
from clm_cli.derivations.gesprekken import SOORTNAAM, dag_van
from clm_cli.derivations.lijstrijen import open_rijen
from clm_cli.derivations.normen import geldende
from clm_cli.derivations.opvolging import stand
from clm_cli.documents.document import Gegevens
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Plan
from clm_cli.records.classificatie import Categorie
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.records.lijsten import Verplichting, Verplichtingen
from clm_cli.records.overeenkomst import Norm
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.woorden import elke

_AANZEGGINGEN = ("optie", "mededeling", "aanzegging")
"""What has a last day on which the other party must have heard of it."""


def plan(blik: Dossierblik) -> Gegevens:
    """The plan: aims, classification and rhythm, roles, what is watched, risks and the calendar."""
    dossier, register, kaart = blik.dossier, blik.register, blik.dossier.kaart(Plan)
    naam = dossier.naam(blik.vandaag)
    lopend = [c for c in dossier.contracten if loopt(c, blik.vandaag)] or list(dossier.contracten)
    return {
        "organisatie": register.organisatie.naam or None,
        "aanbieder": naam.statutair if naam else None,
        "contracten": [_contract(blik, c) for c in lopend],
        "verplichtingen": [_plicht(register, rij) for rij in _verplichtingen(dossier)],
        "normen": [_norm(register, c, n) for c in lopend for n, _ in geldende(c, blik.vandaag)],
        "risicos": _risicos(dossier),
        "leerpunten": _leerpunten(dossier),
        "exemplaar": blik.kijk.exemplaar,
        "kalender": sorted(_kalender(blik, kaart.record if kaart else None)),
        **(_van_kaart(register, kaart.record, lopend) if kaart else {}),
    }


def _van_kaart(register: Register, kaart: Plan, contracten: Sequence[Contract]) -> Gegevens:
    """What stands on the card of the plan itself, with the aims of the overeenkomsten."""
    bundels = [c.overeenkomst.kaart.record for c in contracten if c.overeenkomst]
    doelstellingen = {doel.id: doel.wat for bundel in bundels for doel in bundel.doelstellingen}
    return {
        "opgesteld": kaart.opgesteld,
        "bijgesteld": ", ".join(map(datum_vol, kaart.bijgesteld)),
        "doelstellingen": list(doelstellingen.values()),
        "doelen": kaart.doelen,
        "rollen": [
            (rol.rol, register.naam_van(rol.persoon) if rol.persoon else "nog niet belegd")
            for rol in kaart.rollen
        ],
        "reden_frequentie": kaart.reden_frequentie or "",
    }


def _risicos(dossier: Dossier) -> list[str]:
    return [
        f"{r.wat} (kans {r.kans}, gevolg {r.gevolg}){f': {r.maatregel}' if r.maatregel else ''}"
        for r in open_rijen(dossier, "risicos")
    ]


def _leerpunten(dossier: Dossier) -> list[str]:
    rijen = open_rijen(dossier, "leerpunten")
    return [f"{p.wat} ({p.fase}, {p.bestemming})" for p in rijen]


def _contract(blik: Dossierblik, contract: Contract) -> dict[str, str]:
    feit = huidige(blik.dossier, contract.id, blik.vandaag)
    rij = categorie(blik.register, feit)
    toets = hertoetsdag(blik.register, feit) if feit else None
    stand = duurstand(contract, blik.vandaag)
    later = komende(blik.dossier, contract.id, blik.vandaag)
    dan = categorie(blik.register, later)
    vanaf = f"vanaf {datum_vol(later.record.geldig_vanaf)}: " if later else ""
    return {
        "contract": f"{contract.kaart.record.nummer} {', '.join(contract.kaart.record.zorgvormen)}",
        "categorie": _nu_en_dan(rij, dan, vanaf, lambda c: f"{c.categorie} {c.titel}"),
        "ritme": _nu_en_dan(
            rij, dan, vanaf, lambda c: f"{c.gesprekken_per_jaar} gesprekken per jaar"
        ),
        "intensiteit": _nu_en_dan(rij, dan, vanaf, lambda c: c.intensiteit),
        "hertoets": datum_vol(toets) if toets else "onbekend",
        "einde": datum_vol(stand.tot) if stand.tot else "onbekend",
    }


def _nu_en_dan(
    nu: Categorie | None, dan: Categorie | None, vanaf: str, woord: Callable[[Categorie], str]
) -> str:
    """What holds now, and what was decided for a later day."""
    eerst = woord(nu) if nu else "onbekend"
    return f"{eerst}; {vanaf}{woord(dan)}" if dan and (not nu or woord(dan) != eerst) else eerst


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
        else elke(rij.herhaling.elke)
        if rij.herhaling
        else f"volgens {rij.plicht}"
        if rij.plicht
        else "doorlopend"
        if rij.doorlopend == "ja"
        else "onbekend"
    )
    wie = register.naam_van(rij.eigenaar) if rij.eigenaar else rij.kant
    return {"id": rij.id, "wat": rij.wat, "partij": rij.partij, "wanneer": wanneer, "wie": wie}


def _norm(register: Register, contract: Contract, norm: Norm) -> str:
    kpi = register.kpis.get(norm.kpi)
    waarde = (
        f"norm {getal(norm.norm)} {kpi.eenheid if kpi else ''}"
        if norm.norm is not None
        else "zonder norm, wel geduid"
    )
    return f"{contract.id}: {kpi.titel if kpi else norm.kpi}, {waarde}"


def _kalender(blik: Dossierblik, kaart: Plan | None) -> list[tuple[date, str]]:
    momenten = [
        (m, stand(blik.dossier, f"plan#{m.id}"))
        for m in (kaart.sturingsmomenten if kaart else ())
        if m.klaar is None
    ]
    rijen = [(na.uiterlijk or m.wanneer, m.wat) for m, na in momenten if na.gesloten is None]
    rijen += [
        (d, SOORTNAAM[g.kaart.record.soort].lower())
        for g in blik.dossier.gesprekken
        if not g.van(GesprekVervallen) and (d := dag_van(g).datum) >= blik.vandaag
    ]
    rijen += [
        (dag, f"classificatie opnieuw toetsen ({', '.join(f.record.contracten)})")
        for f in per_contract(blik, huidige)
        if (dag := hertoetsdag(blik.register, f))
    ]
    rijen += [
        (f.record.geldig_vanaf, f"categorie {f.record.categorie} gaat gelden ({namen})")
        for f in per_contract(blik, komende)
        if (namen := ", ".join(f.record.contracten))
    ]
    rijen += [
        (punt.uiterlijk, f"uiterste dag: {punt.wat[0].lower()}{punt.wat[1:]}")
        for punt in werkpunten(blik)
        if punt.soort in _AANZEGGINGEN and punt.uiterlijk and not blik.kijk.exemplaar
    ]
    rijen += [
        (s.tot, f"einde van contract {c.id}")
        for c in blik.dossier.contracten
        if (s := duurstand(c, blik.vandaag)).tot and s.tot >= blik.vandaag
    ]
    return rijen
