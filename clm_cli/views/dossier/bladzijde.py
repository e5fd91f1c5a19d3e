"""Floor 6, toon: one dossier on one page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from clm_cli.derivations.cijfers import metingen
from clm_cli.derivations.contracten import duurstand, volgende_optie
from clm_cli.derivations.escalatie.zaken import gesloten, lopend
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.werklijst import GROEPEN, Regel, Werklijst
from clm_cli.kijk import Dossierblik
from clm_cli.records.escalatie import Opening
from clm_cli.records.lijsten import Risicos
from clm_cli.register import Contract, Dossier, Register
from clm_cli.tijd.datum import bedrag, datum_kort, datum_vol
from clm_cli.views import cijfers as cijfertabel
from clm_cli.views.dossier.kop import categorie_json, kop, mensen
from clm_cli.views.opmaak import Cel, Inhoud, Kolom, Papier, Plaats, bijeen, dag, tabelregels, zin
from clm_cli.views.overzicht import hoogste_trede
from clm_cli.views.tijdlijn import gebeurtenissen
from clm_cli.views.werklijst import BIJ, regel_json

_CONTACTSOORTEN = (
    "contact",
    "verzonden",
    "binnengekomen",
    "bezorgd",
    "retour",
    "gesprek",
    "gedeeld",
    "reactie",
    "vastgesteld",
    "bezwaar",
)
_TERMIJNEN, _CONTACTEN = 6, 5
"""So many of each are shown."""


def toon(
    blik: Dossierblik,
    lijst: Werklijst,
    breedte: int,
    *,
    kleur: bool = False,
) -> str:
    """The whole page; `lijst` is everybody's list for this dossier, far ahead."""
    papier = Papier(breedte, kleur)
    delen = [
        *kop(papier, blik),
        *_let_op(papier, blik.dossier, lijst, blik.vandaag),
        *_contracten(papier, blik, lijst),
        *cijfertabel.toon(papier, blik),
        *_termijnen(papier, blik.dossier, lijst, blik.vandaag),
        *_contacten(papier, blik.dossier, blik.vandaag),
        *_open(papier, blik.dossier, lijst),
        *mensen(papier, blik.dossier, blik.vandaag),
    ]
    return "\n".join(delen)


def _titel(papier: Papier, tekst: str) -> list[str]:
    return ["", *papier.alinea(Cel(tekst, "vet"))]


def _let_op(papier: Papier, dossier: Dossier, lijst: Werklijst, vandaag: date) -> list[str]:
    uit: list[str] = []
    for escalatie in dossier.escalaties:
        uit += _zaak(papier, dossier, escalatie, lijst, vandaag) if not gesloten(escalatie) else []
    laat = lijst.groep(GROEPEN[0])
    if laat:
        noemen = ", ".join(_kort(regel) for regel in laat)
        uit += papier.alinea(
            (
                f"{len(laat)} te laat, waarvan {sum(r.punt.bij == 'wij' for r in laat)} bij ons: "
                f"{noemen}"
            ),
            1,
            "! ",
        )
    onbekend = [
        regel.punt
        for regel in lijst.regels
        if regel.punt.uiterlijk is None and not regel.punt.stil and regel.punt.bij != "collega"
    ]
    for punt in onbekend:
        reden = f" ({punt.omdat[-1].tekst})" if punt.omdat else ""
        uit += papier.alinea(f"Zonder datum: {punt.wat}{reden}", 1, "? ")
    if dossier.kapot:
        uit += papier.alinea(
            (
                f"Niet gelezen, dus hier niet meegeteld: {', '.join(dossier.kapot)} (clm "
                f"controleer {dossier.id})"
            ),
            1,
            "? ",
        )
    return [*_titel(papier, "LET OP"), *uit] if uit else []


def _kort(regel: Regel) -> str:
    bij = {"wij": "ONS", "aanbieder": "de aanbieder", "beide": "beide", "collega": "een ander"}[
        regel.punt.bij
    ]
    return f"{regel.punt.kenmerk or regel.punt.wat} bij {bij} ({abs(regel.werkdagen or 0)} wd)"


def _zaak(
    papier: Papier, dossier: Dossier, escalatie: Any, lijst: Werklijst, vandaag: date
) -> list[str]:
    """A case: its highest running measure and the terms that run on it, or stand still."""
    maatregelen = sorted(
        lopend(dossier, escalatie), key=lambda feit: (-feit.record.trede, feit.record.datum)
    )
    opening = next(iter(escalatie.van(Opening)), None)
    waar = (
        ", ".join(opening.record.contracten) if opening else "een contract dat niet is vastgelegd"
    )
    stand = "geen maatregel van kracht"
    if maatregelen:
        stand = (
            f"TREDE {maatregelen[0].record.trede}, {maatregelen[0].record.instrument}, sinds "
            f"{datum_kort(maatregelen[0].record.ingaat)}"
        )
    uit = papier.alinea(f"Escalatie {escalatie.id} over {waar}: {stand}", 1, "! ")
    eigen = {feit.id for feit in escalatie.bestanden}
    for regel in lijst.regels:
        punt = regel.punt
        if punt.verwijzing in eigen:
            wanneer = (
                "staat STIL"
                if punt.stil
                else f"uiterlijk {dag(punt.uiterlijk, vandaag)}"
                if punt.uiterlijk
                else "datum onbekend"
            )
            uit += papier.alinea(
                f"{punt.wat}: {' '.join(wanneer.split())} ({punt.bij}, {punt.grond})", 3, "- "
            )
    return uit


def _contracten(papier: Papier, blik: Dossierblik, lijst: Werklijst) -> list[str]:
    kop_ = _titel(papier, "CONTRACTEN")
    if not blik.dossier.contracten:
        return [*kop_, *papier.alinea("er is geen contract vastgelegd", 1, "? ")]
    kolommen = (
        Kolom("contract (perceel)", minst=14, hoogst=30),
        Kolom("nummer", minst=11),
        Kolom("gemeenten", minst=9, hoogst=16),
        Kolom("looptijd", minst=21),
        Kolom("optie", minst=8),
        Kolom("escalatie", minst=9),
    )
    rijen = [_contract(blik, contract) for contract in blik.dossier.contracten]
    uit = [*kop_, *tabelregels(papier, kolommen, rijen)]
    return [
        *uit,
        *_opties(papier, lijst),
        *_volmacht(papier, blik),
        *_omzet(papier, blik.dossier),
    ]


def _opties(papier: Papier, lijst: Werklijst) -> list[str]:
    """By when an option has to be said, the contracts with the same day together."""
    per: dict[str, list[str]] = {}
    for punt in (
        regel.punt for regel in lijst.regels if regel.punt.soort == "optie" and regel.punt.uiterlijk
    ):
        noten = "".join(f"; {noot}" for noot in punt.kanttekeningen)
        per.setdefault(
            (
                f"uiterlijk {datum_vol(punt.uiterlijk) if punt.uiterlijk else '?'} "
                f"({punt.grond}){noten}"
            ),
            [],
        ).extend(punt.contracten)
    return [
        r
        for wanneer, namen in per.items()
        for r in papier.alinea(f"Optie voor {', '.join(namen)}: mededeling {wanneer}", 1)
    ]


def _contract(blik: Dossierblik, contract: Contract) -> list[Inhoud]:
    record, stand = contract.kaart.record, duurstand(contract, blik.vandaag)
    van = contract.looptijd.uitvoering_van if contract.looptijd else None
    optie = volgende_optie(contract)
    delen = [naam for naam in (*record.zorgvormen, *record.percelen) if naam != contract.id]
    trede = hoogste_trede(blik.dossier, contract.id)
    return [
        contract.id + (f" ({', '.join(delen)})" if delen else ""),
        record.nummer,
        _gemeenten(blik.register, contract),
        f"{_dmj(van)}/{_dmj(stand.tot)}{' (afgelopen)' if stand.gestopt else ''}",
        f"{optie[0].id}, {optie[0].duur}" if optie else "geen",
        Cel(f"trede {trede}", "vet") if trede else "geen",
    ]


def _dmj(datum: date | None) -> str:
    return f"{datum.day}-{datum.month}-{datum.year}" if datum else "?"


def _gemeenten(register: Register, contract: Contract) -> str:
    alle = contract.overeenkomst.kaart.record.gemeenten if contract.overeenkomst else ()
    if contract.gemeenten and set(contract.gemeenten) == set(alle):
        return f"alle {len(alle)}" if len(alle) > 1 else _gemeente(register, alle[0])
    return " ".join(_gemeente(register, id_) for id_ in contract.gemeenten) or "?"


def _gemeente(register: Register, id_: str) -> str:
    rijen = register.organisatie.gemeenten if register.organisatie else ()
    gevonden = next((rij for rij in rijen if rij.id == id_), None)
    return (gevonden.kort or gevonden.naam) if gevonden else id_


def _volmacht(papier: Papier, blik: Dossierblik) -> list[str]:
    """Of how many municipalities a power of attorney holds, for each overeenkomst."""
    volmachten = blik.register.organisatie.volmachten if blik.register.organisatie else ()
    delen = []
    for bundel in {
        c.overeenkomst.id: c for c in blik.dossier.contracten if c.overeenkomst
    }.values():
        naam = bundel.kaart.record.overeenkomst
        nodig = {
            g
            for c in blik.dossier.contracten
            if c.kaart.record.overeenkomst == naam
            for g in c.gemeenten
        }
        heeft = {
            v.gemeente
            for v in volmachten
            if v.overeenkomst == naam
            and v.van <= blik.vandaag
            and (v.tot is None or blik.vandaag <= v.tot)
        }
        zonder = sorted(nodig - heeft)
        ontbreekt = (
            f" (ontbreekt: {', '.join(_gemeente(blik.register, g) for g in zonder)})"
            if zonder
            else ""
        )
        delen.append(f"volmacht {naam}: {len(nodig & heeft)} van {len(nodig)} gemeenten{ontbreekt}")
    return papier.alinea(zin(" · ".join(delen)).removesuffix("."), 1) if delen else []


def _omzet(papier: Papier, dossier: Dossier) -> list[str]:
    """The turnover of the last period for which there is one, by contract."""
    met = [feit for feit in metingen(dossier) if feit.record.omzet]
    if not met:
        return []
    laatste = max(met, key=lambda feit: (feit.record.periode.laatste, feit.record.ontvangen)).record
    delen = ", ".join(f"{rij.contract} {bedrag(rij.bedrag)}" for rij in laatste.omzet)
    hoe = "/".join(dict.fromkeys(rij.soort for rij in laatste.omzet))
    samen = bedrag(sum((rij.bedrag for rij in laatste.omzet), Decimal(0)))
    return papier.alinea(
        (
            f"Omzet {laatste.periode} in de regio {samen}: {delen} ({hoe}, ontvangen "
            f"{datum_vol(laatste.ontvangen)})"
        ),
        1,
    )


def _termijnen(papier: Papier, dossier: Dossier, lijst: Werklijst, vandaag: date) -> list[str]:
    komend = [
        r.punt
        for r in lijst.regels
        if r.punt.uiterlijk and r.punt.uiterlijk >= vandaag and not r.punt.stil
    ]
    komend = sorted(komend, key=lambda punt: punt.uiterlijk or vandaag)
    rijen: list[list[Inhoud]] = [
        [
            dag(punt.uiterlijk or vandaag, vandaag),
            (
                f"{'! ' if punt.vervalt else ''}{'~ ' if punt.voorlopig else ''}{punt.wat} "
                f"({punt.grond})"
            ),
            BIJ[punt.bij],
        ]
        for punt in komend[:_TERMIJNEN]
    ]
    uit = [
        *_titel(papier, "EERSTVOLGENDE TERMIJNEN"),
        *tabelregels(papier, (Kolom(), Kolom(minst=20), Kolom()), rijen, 2),
    ]
    meer = len(komend) - _TERMIJNEN
    uit += papier.alinea(f"en {meer} later (clm werklijst --dagen 365)", 2) if meer > 0 else []
    return (
        uit
        if komend
        else [*uit, *papier.alinea(f"geen; clm gesprek gepland {dossier.id} plant een gesprek", 2)]
    )


def _contacten(papier: Papier, dossier: Dossier, vandaag: date) -> list[str]:
    alle = [rij for rij in gebeurtenissen(dossier) if rij.soort in _CONTACTSOORTEN]
    laatste = alle[: -_CONTACTEN - 1 : -1]
    hoeveel = f"{len(laatste)} van {len(alle)}; " if len(alle) > len(laatste) else ""
    rijen: list[list[Inhoud]] = [
        [
            dag(rij.datum, vandaag),
            rij.soort,
            rij.tekst + "".join(f" [{noot}]" for noot in rij.noten),
        ]
        for rij in laatste
    ]
    uit = _titel(papier, f"LAATSTE CONTACTEN ({hoeveel}clm tijdlijn {dossier.id})")
    return [
        *uit,
        *(
            tabelregels(papier, (Kolom(), Kolom(minst=9), Kolom(minst=20)), rijen, 2)
            or papier.alinea("geen vastgelegd", 2)
        ),
    ]


def _open(papier: Papier, dossier: Dossier, lijst: Werklijst) -> list[str]:
    punten = [regel.punt for regel in lijst.regels]
    acties = [punt for punt in punten if punt.soort in ("actie", "toezegging")]
    bij = (
        (
            f" (WIJ {sum(p.bij == 'wij' for p in acties)}, aanbieder "
            f"{sum(p.bij == 'aanbieder' for p in acties)})"
        )
        if acties
        else ""
    )
    risicos = [
        rij
        for lijst_ in dossier.van(Risicos)
        for rij in lijst_.record.risicos
        if rij.gesloten is None
    ]
    hoog = sum("hoog" in (rij.kans, rij.gevolg) for rij in risicos)
    vragen = [punt.kenmerk or "?" for punt in punten if punt.soort == "onduidelijkheid"]
    delen = [
        f"acties en toezeggingen {len(acties)}{bij}",
        f"signalen {sum(p.soort == 'signaal' for p in punten)}",
        f"risico's {len(risicos)}"
        + (f" ({hoog} met een hoge kans of een hoog gevolg)" if hoog else ""),
        f"onduidelijkheden {len(vragen)}" + (f" ({', '.join(vragen)})" if vragen else ""),
        f"verplichtingen met een datum {sum(p.soort == 'verplichting' for p in punten)}",
        *([f"geparkeerd {len(lijst.geparkeerd)}"] if lijst.geparkeerd else []),
    ]
    return ["", *papier.alinea(bijeen(delen), 0, Cel("OPEN", "vet"), 8)]


def als_json(
    blik: Dossierblik, lijst: Werklijst | None = None, plaats: Plaats = lambda _: None
) -> dict[str, Any]:
    """The dossier as data; null is unknown or none."""
    naam = blik.dossier.naam(blik.vandaag)
    return {
        "dossier": blik.dossier.id,
        "naam": naam.statutair if naam else None,
        "roepnaam": naam.roepnaam if naam else None,
        "contractmanager": behandelaar(blik.dossier, blik.vandaag),
        "categorieen": categorie_json(blik),
        "contracten": [
            {
                "id": contract.id,
                "nummer": contract.kaart.record.nummer,
                "regime": contract.regime.id if contract.regime else None,
                "zorgvormen": list(contract.kaart.record.zorgvormen),
                "percelen": list(contract.kaart.record.percelen),
                "gemeenten": list(contract.gemeenten),
                "tot": stand.tot.isoformat() if stand.tot else None,
                "afgelopen": stand.gestopt,
                "trede": hoogste_trede(blik.dossier, contract.id),
            }
            for contract in blik.dossier.contracten
            for stand in (duurstand(contract, blik.vandaag),)
        ],
        "cijfers": cijfertabel.als_json(blik),
        "termijnen": [regel_json(regel, plaats) for regel in lijst.regels] if lijst else [],
        "niet_gelezen": list(blik.dossier.kapot),
    }
