"""Floor 4, openpunten: what would stall unseen: no case, no measure, a plan that nobody judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.brieven.onverwerkt import onverwerkt
from clm_cli.derivations.escalatie import overgang
from clm_cli.derivations.escalatie.aanleidingen import reeks, voorvallen
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.uitnodiging import open_uitnodigingen
from clm_cli.derivations.escalatie.uitvoeringen import Puntstand, planpunten
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, gesloten, lopend, lopende
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.werkpunt import Werkpunt, met_beleid
from clm_cli.derivations.zinnen import aantal
from clm_cli.dossier import Contract, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import (
    Beoordeling,
    Heropening,
    Opening,
    Sluiting,
    Verbeterplan,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Aanleiding
from clm_cli.tijd.datum import datum_vol


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Triggers without a case, cases that stall or pass to another, and points of plans."""
    for contract in blik.dossier.contracten:
        for regel in contract.regime.aanleidingen:
            if regel.soort in ("reeks", "gebeurtenissen"):
                yield from _zonder_zaak(blik, contract, regel)
    for escalatie in blik.dossier.escalaties:
        yield from _zonder_maatregel(blik, escalatie)
        yield from overgang.werkpunten(blik, escalatie)
    for genomen in lopende(blik):
        yield from (
            _planpunt(genomen, rij)
            for rij in planpunten(genomen)
            if rij.punt.uiterlijk and rij.plan != "nee" and not _beoordeeld(genomen, rij)
        )


def _zonder_zaak(blik: Dossierblik, contract: Contract, regel: Aanleiding) -> Iterator[Werkpunt]:
    """A run of figures, or so many events, on which nobody opened a case, or decided not to."""
    zaken = [
        escalatie
        for escalatie in blik.dossier.escalaties
        if any(contract.id in opening.record.contracten for opening in escalatie.van(Opening))
    ]
    if not all(gesloten(escalatie) for escalatie in zaken):
        return
    # A case that was closed has answered what was below until then; only what came after counts.
    na: date | None = max((f.record.datum for e in zaken for f in e.van(Sluiting)), default=None)
    tel = reeks if regel.soort == "reeks" else voorvallen
    uit = tel(blik, contract, regel, blik.vandaag, na)
    feiten = {bestand.pad: bestand for bestand in blik.dossier.bestanden}
    gevonden = [feiten[r.plek.pad] for r in uit.omdat if r.plek and r.plek.pad in feiten]
    if uit.antwoord != "ja" or not gevonden:
        return
    laatste = gevonden[-1]
    if stand(blik.dossier, laatste.id).gesloten:
        return
    yield Werkpunt(
        soort="aanleiding",
        dossier=blik.dossier.id,
        wat=f"Aanleiding zonder escalatie ({contract.id}): {regel.titel}",
        plek=laatste.plek(),
        verwijzing=laatste.id,
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg="wie de aanleiding laat liggen, kan later minder goed uitleggen waarom nu wel",
        nu=advies(
            "{open}  of, met de reden om het niet te doen:  {af}",
            open=opdracht("escalatie", "opening", blik.dossier.id),
            af=opdracht("actie", "afgerond", blik.dossier.id, laatste.id),
        ),
        omdat=uit.omdat,
        wie=behandelaar(blik.dossier, blik.vandaag),
        contracten=(contract.id,),
        kant="AOC",
    )


def _zonder_maatregel(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Werkpunt]:
    """An open case in which nothing runs, and nothing else of it is on the list."""
    # An invitation to be heard that still runs is no standing still (J36, S08).
    begin: list[date] = [f.record.datum for f in escalatie.van(Opening)]
    begin += [f.record.datum for f in escalatie.van(Heropening)]
    wacht = open_uitnodigingen(blik.dossier, escalatie)
    if gesloten(escalatie) or not begin or wacht or lopend(blik.dossier, escalatie):
        return
    if onverwerkt(blik, escalatie):
        return
    opening = escalatie.van(Opening)[0]
    ooit = bool(escalatie.van(Maatregel))
    wat = "er loopt geen maatregel meer" if ooit else "er is nog geen maatregel"
    sinds = max(begin)
    dagen = aantal((blik.vandaag - sinds).days, "dag", "dagen")
    yield Werkpunt(
        soort="zonder-maatregel",
        dossier=blik.dossier.id,
        wat=f"Escalatie {escalatie.id}: {wat}; zet een stap of sluit haar",
        plek=opening.plek(),
        verwijzing=opening.id,
        gevolg="een escalatie waarin niets gebeurt, verzwakt elke latere stap",
        nu=opdracht("escalatie", "toon", blik.dossier.id, escalatie.id),
        omdat=(Reden(f"open sinds {datum_vol(sinds)}, {dagen}", opening.plek("datum")),),
        wie=opening.record.coordinatie,
        sinds=sinds,
        contracten=opening.record.contracten,
        gemeenten=opening.record.gemeenten,
        kant="AOC",
    )


def _beoordeeld(genomen: Genomen, rij: Puntstand) -> bool:
    """Whether the execution of a point was found good, or was judged on its day or after."""
    feiten = [*genomen.bij(Beoordeling)]
    for plan in genomen.bij(Verbeterplan):
        feiten += bij(genomen.dossier, genomen.escalatie, Beoordeling, plan)
    return any(
        o.oordeel == "ja" or (rij.punt.uiterlijk and f.record.datum >= rij.punt.uiterlijk)
        for f in feiten
        if f.record.over == "uitvoering"
        for o in f.record.oordelen
        if o.onderdeel in (rij.punt.id, rij.punt.tekortkoming)
    )


def _planpunt(genomen: Genomen, rij: Puntstand) -> Werkpunt:
    """A point of their plan: theirs until its day, ours to judge once that has passed."""
    dag = rij.punt.uiterlijk
    assert dag is not None
    plan = max(genomen.bij(Verbeterplan), key=lambda f: (f.record.ontvangen, f.pad))
    nummer = plan.record.punten.index(rij.punt)
    punt = replace(
        maatregelpunt(genomen, "planpunt", f"Planpunt {rij.punt.id}: {rij.punt.hoe}"),
        uiterlijk=dag,
        bij="aanbieder",
        grond="hun verbeterplan",
        gevolg="wat op de dag niet klaar is, kan een volgende stap dragen",
        plek=plan.plek("punten", nummer),
        nu=zaakopdracht(genomen.dossier, genomen.escalatie, "beoordeling", plan, over="uitvoering"),
        omdat=(
            Reden(f"in hun plan staat {datum_vol(dag)}", plan.plek("punten", nummer, "uiterlijk")),
        ),
    )
    if dag >= genomen.vandaag:
        return punt
    # A plan is assessed point by point (S13): a next step rests on that, not on the day alone.
    wat = f"Uitvoering van planpunt {rij.punt.id} beoordelen"
    return met_beleid(
        genomen.register, replace(punt, bij="wij", wat=wat, uiterlijk=None), "beoordeling", dag
    )
