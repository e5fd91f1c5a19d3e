"""Floor 6, kop: what the case is about, under which ladder, for whom and by what power."""

from __future__ import annotations

from clm_cli.derivations.escalatie.overgang import overgangen, waarheen
from clm_cli.derivations.escalatie.zaken import gemeenten_van, instrumenten
from clm_cli.derivations.zinnen import tredereeks
from clm_cli.records.escalatie import Opening
from clm_cli.tijd.datum import datum_lang
from clm_cli.views.escalatie.blad import JA, Escalatieblad
from clm_cli.views.opmaak import Cel, Papier

INTERN = "INTERN. Kan bij een geschil of een Woo-verzoek worden opgevraagd: schrijf zakelijk."


def kop(papier: Papier, blad: Escalatieblad) -> list[str]:
    """The head of the page."""
    dossier, escalatie = blad.blik.dossier, blad.stand.escalatie
    opening = next((feit.record for feit in escalatie.van(Opening)), None)
    nummers = {c.id: f"{c.id} ({c.kaart.record.nummer})" for c in dossier.contracten}
    waar = (
        ", ".join(nummers.get(id_, id_) for id_ in opening.contracten)
        if opening
        else "contract niet vastgelegd"
    )
    vandaag = blad.blik.vandaag
    uit = papier.kop(
        Cel(f"ESCALATIE {escalatie.id} · {dossier.roepnaam(vandaag)} · {waar}", "vet"),
        f"stand {datum_lang(vandaag)}",
    )
    regime = blad.contract.regime if blad.contract else None
    naam = f"{regime.titel} ({regime.id})" if regime else "onbekend, het regime is niet gelezen"
    ladder = f"{'Ladder' if blad.kent_treden else 'Contract'}: {naam}"
    return [
        *uit,
        *papier.alinea(INTERN),
        *_wat_als(papier, blad),
        *papier.alinea(ladder),
        *(_reikwijdte(papier, blad, opening) if opening else []),
    ]


def _wat_als(papier: Papier, blad: Escalatieblad) -> list[str]:
    """That the facts are looked at under another regime, and what does not exist there."""
    if not blad.onder:
        return []
    uit = papier.alinea(
        f"WAT ALS: dezelfde feiten onder {blad.onder.id}; er wordt niets vastgelegd.", 0, "! "
    )
    eigen = {instrument.instrument for _, instrument in instrumenten(blad.contract)}
    gezet = (m.genomen.record.instrument for m in blad.stand.maatregelen)
    vreemd = [naam for naam in dict.fromkeys(gezet) if naam not in eigen]
    if vreemd:
        uit += papier.alinea(f"Bestaat niet onder dit regime: {', '.join(vreemd)}.", 0, "! ")
    return uit


def _reikwijdte(papier: Papier, blad: Escalatieblad, opening: Opening) -> list[str]:
    """Who coordinates, for which municipalities, and what stays outside the case."""
    gemeenten = gemeenten_van(blad.blik.dossier, blad.stand.escalatie)
    namen = ", ".join(blad.gemeente(id_) for id_ in gemeenten) or "niet vastgelegd"
    percelen = f" · perceel {', '.join(opening.percelen)}" if opening.percelen else ""
    uit = papier.alinea(
        f"Coördinatie {blad.naam(opening.coordinatie)} · gemeenten: {namen}{percelen}"
    )
    uit += _volmachten(papier, blad)
    for paar in overgangen(blad.blik.dossier, blad.stand.escalatie):
        uit += papier.alinea(f"C{waarheen(paar)[1:]} (6:159 BW).", 0, "! ")
    buiten = [c.id for c in blad.blik.dossier.contracten if c.id not in opening.contracten]
    uit += papier.alinea(f"Buiten deze escalatie: {', '.join(buiten)}") if buiten else []
    return uit


def _volmachten(papier: Papier, blad: Escalatieblad) -> list[str]:
    """Which municipalities gave power up to which trede, once per range with the same answer."""
    per: dict[str, list[int]] = {}
    for stap in blad.stappen:
        for rij in stap.voorwaarden:
            if rij.naam == "volmacht":
                tekst = f"{JA[rij.uitspraak.antwoord]}, {_zonder_trede(rij.uitspraak.tekst)}"
                per.setdefault(tekst, []).append(stap.stap.trede)
    teksten = [
        f"{tredereeks(treden)}: {tekst}" if blad.kent_treden else tekst
        for tekst, treden in per.items()
    ]
    return papier.alinea(f"Volmacht {'; '.join(teksten)}") if teksten else []


def _zonder_trede(tekst: str) -> str:
    wie, punt, raad = tekst.partition(": ")[2].partition("; ")
    return f"die van {wie} ontbreekt{punt}{raad}" if ": " in tekst else tekst
