"""Floor 4, ontbrekend: what a contract wants recorded and what is not: a line until it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.classificatie import (
    geinformeerd_op,
    huidige,
    laatst_besloten,
    per_contract,
)
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.termijnen import bepaling
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.aanbieder import Plan
from clm_cli.records.basis import Deel, Grond
from clm_cli.records.classificatie import Classificatie, Criterium
from clm_cli.records.gesprek import Gedeeld
from clm_cli.records.lijsten import (
    Onduidelijkheden,
    Onduidelijkheid,
    Risico,
    Risicos,
    Voorbereiding,
    Voorbereidingspunt,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.woorden import geschreven, zijn

BLOKKEN: tuple[str, ...] = get_args(Voorbereidingspunt.model_fields["blok"].annotation)
"""The three tasks that have to be prepared (J05)."""


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """All that is to be recorded yet, each under its clause."""
    for bron in (_antwoorden, _risicos, _voorbereiding, _kanten, _criteria, _plannen, _rollen):
        yield from bron(blik)


def antwoord_mist(rij: Onduidelijkheid) -> list[str]:
    """What an answer lacks: who gave it, and when (J03)."""
    velden = (("besloten_door", rij.besloten_door), ("besloten", rij.besloten))
    return [naam for naam, waarde in velden if waarde is None] if rij.antwoord is not None else []


def vul_antwoord(dossier: str, rij: Onduidelijkheid) -> Advies:
    """The command that records what an answer lacks; closing a line gives it its day."""
    wie = {"besloten_door": "…"} if rij.besloten_door is None else {}
    nummer = {"klaar": rij.id} if rij.besloten is None else {"wijzig": rij.id}
    return opdracht("lijst", "onduidelijkheden", dossier, **nummer, **wie)


def risico_mist(rij: Risico) -> list[str]:
    """What an open risk lacks: what is done about it, and when it is looked at again (J04)."""
    velden = (("maatregel", rij.maatregel), ("herzien", rij.herzien))
    return [naam for naam, waarde in velden if waarde is None] if rij.gesloten is None else []


def vul_risico(dossier: str, rij: Risico) -> Advies:
    """The command that records what an open risk lacks."""
    # both at once: a measure alone leaves the day of looking again open
    rest = dict.fromkeys(risico_mist(rij), "…")
    return opdracht("lijst", "risicos", dossier, wijzig=rij.id, **rest)


def niet_voorbereid(blik: Dossierblik, contract: Contract) -> list[str]:
    """The tasks for which no list has a preparation that is about a contract (J05)."""
    bundel = contract.overeenkomst
    lijsten = (*(bundel.van(Voorbereiding) if bundel else ()), *blik.dossier.van(Voorbereiding))
    punten = (punt for lijst in lijsten for punt in lijst.record.voorbereiding)
    er_zijn = {punt.blok for punt in punten if contract.id in (punt.contracten or (contract.id,))}
    return [blok for blok in BLOKKEN if blok not in er_zijn]


def open_criteria(blik: Dossierblik, feit: Bestand[Classificatie]) -> list[Criterium]:
    """The criteria of the policy that a classification has no value for (J11)."""
    waarden = {rij.criterium: rij.waarde for rij in feit.record.invoer}
    beleid = blik.register.beleid.get(feit.record.beleid)
    return [c for c in (beleid.record.criteria if beleid else ()) if waarden.get(c.id) is None]


def zonder_plan(blik: Dossierblik) -> Iterator[tuple[Contract, Bestand[Classificatie], Grond]]:
    """The contracts that stand in no plan although the provider was told of their class (J15)."""
    gepland = {id_ for plan in blik.dossier.van(Plan) for id_ in plan.record.contracten}
    for contract in blik.dossier.contracten:
        grond = bepaling(contract.regime, "plan-opstellen")
        feit = huidige(blik.dossier, contract.id, blik.vandaag)
        if grond is None or feit is None or contract.id in gepland:
            continue
        if geinformeerd_op(blik.dossier, feit) and loopt(contract, blik.vandaag):
            yield contract, feit, grond


def grond_in(blik: Dossierblik, onderwerp: str) -> Grond | None:
    """The clause on a subject in any contract of a dossier; None when none of them has it."""
    gronden = (bepaling(contract.regime, onderwerp) for contract in blik.dossier.contracten)
    return next((grond for grond in gronden if grond), None)


def leidraad(blik: Dossierblik) -> Grond | None:
    """The clause that wants roles and steering moments assigned (J50)."""
    rijen = (rij for c in blik.dossier.contracten for rij in c.regime.leidraad)
    return next((rij.grond for rij in rijen), None)


def _punt(
    blik: Dossierblik,
    bestand: Bestand[Deel],
    sleutel: tuple[str | int, ...],
    wat: str,
    grond: Grond,
    **rest: Any,
) -> Werkpunt:
    return Werkpunt(
        soort="aanvullen",
        dossier=blik.dossier.id,
        wat=wat,
        plek=bestand.plek(*sleutel),
        grond=grond.eis,
        grond_tekst=grond.tekst,
        wie=behandelaar(blik.dossier, blik.vandaag),
        kant="AOC",
        **rest,
    )


def _antwoorden(blik: Dossierblik) -> Iterator[Werkpunt]:
    grond, id_ = grond_in(blik, "onduidelijkheden-oplossen"), blik.dossier.id
    for lijst in blik.dossier.van(Onduidelijkheden) if grond else ():
        for nummer, rij in enumerate(lijst.record.onduidelijkheden):
            if grond and antwoord_mist(rij):
                yield _punt(
                    blik,
                    lijst,
                    ("onduidelijkheden", nummer),
                    f"Antwoord op {rij.id}: vastleggen wie het gaf, en wanneer",
                    grond,
                    gevolg="een antwoord dat niemand heeft vastgesteld, bindt niemand",
                    nu=vul_antwoord(id_, rij),
                    code="DOS234",
                    sinds=rij.sinds,
                    omdat=(Reden("er staat wel een antwoord", lijst.plek()),),
                )


def _risicos(blik: Dossierblik) -> Iterator[Werkpunt]:
    """One without a day is a line of the list itself; here those nothing is done about."""
    grond, id_ = grond_in(blik, "risicos-beheersen"), blik.dossier.id
    for lijst in blik.dossier.van(Risicos) if grond else ():
        for nummer, rij in enumerate(lijst.record.risicos):
            if grond and "maatregel" in risico_mist(rij):
                yield _punt(
                    blik,
                    lijst,
                    ("risicos", nummer),
                    f"Risico {rij.id}: vastleggen wat eraan wordt gedaan",
                    grond,
                    gevolg="een risico zonder maatregel wordt niet beheerst",
                    nu=vul_risico(id_, rij),
                    code="DOS235",
                    sinds=rij.sinds,
                    omdat=(Reden(f"{rij.wat}", lijst.plek("risicos", nummer)),),
                )


def _voorbereiding(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The tasks that nobody prepared for a contract that runs, or still has to start."""
    for contract in blik.dossier.contracten:
        start = contract.looptijd.uitvoering_van if contract.looptijd else None
        grond, bundel = bepaling(contract.regime, "voorbereiden"), contract.overeenkomst
        mist = niet_voorbereid(blik, contract)
        if grond and bundel and mist and start and loopt(contract, blik.vandaag):
            punt = _punt(
                blik,
                contract.kaart,
                (),
                f"Voorbereiding vastleggen ({contract.id}): {', '.join(map(geschreven, mist))}",
                grond,
                uiterlijk=start - timedelta(days=1),
                gevolg="na het begin van de uitvoeringsfase is voorbereiden te laat",
                nu=opdracht(
                    "lijst", "voorbereiding", overeenkomst=bundel.id, blok=mist[0], wat="…"
                ),
                contracten=(contract.id,),
                omdat=(Reden(f"de uitvoeringsfase begint op {datum_vol(start)}"),),
                bundel="Voorbereiding vastleggen",
            )
            yield replace(punt, soort="voorbereiding-leeg")


def _kanten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The open actions of a talk that no side of ours watches (J06); on the list of both sides."""
    grond = grond_in(blik, "aoc")
    for gesprek in blik.dossier.gesprekken if grond else ():
        kaart, gehouden = gesprek.kaart, gesprek.kaart.record.gehouden
        zonder = [
            actie.id
            for actie in (gehouden.acties if gehouden else ())
            if actie.kant is None and stand(blik.dossier, f"{kaart.id}#{actie.id}").gesloten is None
        ]
        if grond and gehouden and zonder:
            gedeeld = bool(gesprek.van(Gedeeld))
            punt = _punt(
                blik,
                kaart,
                ("gehouden", "acties"),
                f"Kant (DOP of AOC) kiezen van actie {', '.join(zonder)}",
                grond,
                gevolg="zonder kant weet niemand wie van ons op de actie let",
                nu="noem de kant in het volgende gesprek: de kaart van dit gesprek is gedeeld"
                if gedeeld
                else opdracht("gesprek", "gehouden", gesprek.dossier, gesprek.id, editor=True),
                contracten=kaart.record.contracten,
                code="DOS237",
                sinds=gehouden.datum,
                omdat=(Reden(f"het gesprek van {datum_vol(gehouden.datum)}", kaart.plek()),),
            )
            yield replace(punt, kant=None)


def _criteria(blik: Dossierblik) -> Iterator[Werkpunt]:
    for feit in per_contract(blik, laatst_besloten):
        contract = blik.dossier.contract(feit.record.contracten[0])
        grond = bepaling(contract.regime, "classificeren") if contract else None
        open_ = open_criteria(blik, feit)
        if contract and open_ and loopt(contract, blik.vandaag):
            namen = ", ".join(c.titel for c in open_)
            punt = Werkpunt(
                soort="aanvullen",
                dossier=blik.dossier.id,
                wat=f"Classificatie aanvullen ({contract.id}): {namen} {zijn(len(open_))} onbekend",
                plek=feit.plek("invoer"),
                gevolg="zonder elk criterium is er geen score; de categorie rust dan op minder",
                nu=opdracht("classificeer", blik.dossier.id, contract=contract.id),
                code="DOS221",
                wie=behandelaar(blik.dossier, blik.vandaag),
                kant="AOC",
                contracten=feit.record.contracten,
                sinds=feit.record.datum,
                omdat=(Reden(f"besloten op {datum_vol(feit.record.datum)}", feit.plek("datum")),),
            )
            yield replace(punt, grond=grond.eis, grond_tekst=grond.tekst) if grond else punt


def _plannen(blik: Dossierblik) -> Iterator[Werkpunt]:
    for contract, feit, grond in zonder_plan(blik):
        yield _punt(
            blik,
            contract.kaart,
            (),
            f"Contractmanagementplan opstellen ({contract.id})",
            grond,
            gevolg="zonder plan ligt niet vast wie wat doet, en wanneer",
            nu=opdracht("plan", blik.dossier.id, vastleggen=True),
            code="DOS239",
            contracten=(contract.id,),
            sinds=geinformeerd_op(blik.dossier, feit),
            omdat=(Reden("de aanbieder is over de classificatie geïnformeerd", feit.plek()),),
        )


def _rollen(blik: Dossierblik) -> Iterator[Werkpunt]:
    grond = leidraad(blik)
    for plan in blik.dossier.van(Plan) if grond else ():
        rollen = plan.record.rollen
        leeg = ", ".join(rol.rol for rol in rollen if rol.persoon is None)
        if grond and (leeg or not rollen):
            yield _punt(
                blik,
                plan,
                ("rollen",) if rollen else (),
                f"Rollen in het plan beleggen: {leeg or 'er staat er nog geen'}",
                grond,
                gevolg="wat niemand is toevertrouwd, doet niemand",
                nu=f"vul 'persoon' in in {plan.pad}"
                if rollen
                else opdracht("plan", blik.dossier.id, vastleggen=True),
                code="DOS223" if rollen else "DOS241",
                contracten=plan.record.contracten,
                omdat=(Reden("zo staat het in het plan", plan.plek()),),
            )
