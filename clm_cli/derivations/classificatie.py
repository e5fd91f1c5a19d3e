"""Floor 4, classificatie: the category in force, its rhythm, and what is due for both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from clm_cli.bestand import Bestand
from clm_cli.derivations.termijnen import (
    bepaling,
    kalender_op,
    termijnbeleid,
)
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.records.basis import Grond
from clm_cli.records.classificatie import (
    Categorie,
    Classificatie,
    Classificatiebeleid,
    Criterium,
    Geinformeerd,
    Invoer,
)
from clm_cli.register import Register
from clm_cli.tijd.termijn import Rol, bereken
from clm_cli.value import value

Welke = Callable[[Dossier, str, date], Bestand[Classificatie] | None]
"""Which classification of a contract is asked for on a day: the current, the last or the coming."""


def huidige(dossier: Dossier, contract: str, op: date) -> Bestand[Classificatie] | None:
    """The classification of a contract in force on a day."""
    rijen = [
        f
        for f in dossier.van(Classificatie)
        if contract in f.record.contracten and f.record.geldig_vanaf <= op
    ]
    return max(rijen, key=lambda f: (f.record.geldig_vanaf, f.record.datum), default=None)


def laatst_besloten(dossier: Dossier, contract: str, op: date) -> Bestand[Classificatie] | None:
    """The last classification that was decided by a day, also when it takes effect later.

    The provider is told beforehand.
    """
    rijen = [
        f
        for f in dossier.van(Classificatie)
        if contract in f.record.contracten and f.record.datum <= op
    ]
    return max(rijen, key=lambda f: (f.record.datum, f.record.geldig_vanaf), default=None)


def komende(dossier: Dossier, contract: str, op: date) -> Bestand[Classificatie] | None:
    """The classification that was decided by a day and takes effect after it; None without one."""
    laatste = laatst_besloten(dossier, contract, op)
    return laatste if laatste and laatste.record.geldig_vanaf > op else None


def categorie(register: Register, feit: Bestand[Classificatie] | None) -> Categorie | None:
    """The category as decided, with the rhythm of the policy that was used."""
    if feit is None:
        return None
    beleid = register.beleid.get(feit.record.beleid)
    rijen = beleid.record.categorieen if beleid else ()
    return next((rij for rij in rijen if rij.categorie == feit.record.categorie), None)


def per_contract(blik: Dossierblik, welke: Welke) -> list[Bestand[Classificatie]]:
    """The classifications that are found so for the contracts of a dossier, each once."""
    gevonden = (welke(blik.dossier, c.id, blik.vandaag) for c in blik.dossier.contracten)
    return list({feit.pad: feit for feit in gevonden if feit}.values())


@value
class Puntenrij:
    """One criterion with its value, its points and its source.

    Points are None while the value is unknown.
    """

    criterium: Criterium
    invoer: Invoer | None
    punten: Decimal | None


@value
class Uitkomst:
    """What values lead to, beside what holds now."""

    dossier: Dossier
    contracten: tuple[str, ...]
    beleid: Bestand[Classificatiebeleid]
    rijen: tuple[Puntenrij, ...]
    score: Decimal | None
    categorie: Categorie | None
    nu: Bestand[Classificatie] | None
    wijkt_af: bool = False
    """Whether what holds now is another category than its own score leads to."""


def puntenrijen(beleid: Classificatiebeleid, invoer: tuple[Invoer, ...]) -> tuple[Puntenrij, ...]:
    """Every criterion of a policy with what was put in for it."""
    gegeven = {rij.criterium: rij for rij in invoer}
    return tuple(
        Puntenrij(c, g := gegeven.get(c.id), _punten(c, g.waarde if g else None))
        for c in beleid.criteria
    )


def score(beleid: Classificatiebeleid, invoer: tuple[Invoer, ...]) -> Decimal | None:
    """The weighted mean of the points of all criteria, to one decimal; None while one lacks."""
    rijen = puntenrijen(beleid, invoer)
    gewicht = sum((rij.criterium.gewicht for rij in rijen), Decimal(0))
    som = sum(
        (rij.punten * rij.criterium.gewicht for rij in rijen if rij.punten is not None), Decimal(0)
    )
    if not gewicht or any(rij.punten is None for rij in rijen):
        return None
    return (som / gewicht).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def categorie_bij(beleid: Classificatiebeleid, punten: Decimal | None) -> Categorie | None:
    """The category that a score leads to; None while it is unknown or below the lowest."""
    passend = [
        rij for rij in beleid.categorieen if punten is not None and rij.vanaf_score <= punten
    ]
    return max(passend, key=lambda rij: rij.vanaf_score, default=None)


def wijkt_af(register: Register, feit: Bestand[Classificatie]) -> bool:
    """Whether another category was decided than the score of that decision leads to."""
    beleid = register.beleid.get(feit.record.beleid)
    if beleid is None:
        return False
    rij = categorie_bij(beleid.record, score(beleid.record, feit.record.invoer))
    return rij is None or rij.categorie != feit.record.categorie


def beleid_op(register: Register, op: date) -> Bestand[Classificatiebeleid] | None:
    """The classification policy in force on a day."""
    rijen = [bestand for bestand in register.beleid.values() if bestand.record.vanaf <= op]
    return max(rijen, key=lambda bestand: bestand.record.vanaf, default=None)


def hertoetsdag(register: Register, feit: Bestand[Classificatie]) -> date | None:
    """The day by which a classification has to be tested again, by the own policy."""
    beleid = termijnbeleid(register, feit.record.datum)
    if beleid.hertoets is None:
        return None
    return bereken(
        feit.record.datum,
        beleid.hertoets,
        kalender_op(register, feit.record.datum),
        rol=Rol.VOLGENDE,
    ).uiterlijk


def _punten(criterium: Criterium, waarde: Decimal | None) -> Decimal | None:
    if waarde is None or criterium.wijze == "oordeel":
        return waarde
    return next(
        (band.punten for band in criterium.banden if band.tot is None or waarde < band.tot), None
    )


def eerste_classificatiedag(blik: Dossierblik, contract: Contract) -> date | None:
    """By when a contract has to be classified: the start of implementation, with our own margin.

    It is None while that start is unknown.
    """
    start = contract.looptijd.implementatie if contract.looptijd else None
    if start is None:
        return None
    marge = termijnbeleid(blik.register, start).marge_eerste_classificatie
    if marge is None:
        return start
    return bereken(start, marge, kalender_op(blik.register, start)).uiterlijk


@value
class TeLaat:
    """A contract that got its first class after the day on which that had to be (J13)."""

    contract: Contract
    feit: Bestand[Classificatie]
    dag: date
    grond: Grond


def te_laat_geclassificeerd(blik: Dossierblik) -> Iterator[TeLaat]:
    """The contracts that were first classified too late, since the register was used.

    Where the first fact is a test of an existing class, the first one is not in this register.
    """
    feiten = sorted(blik.dossier.van(Classificatie), key=lambda feit: feit.record.datum)
    for contract in blik.dossier.contracten:
        grond = bepaling(contract.regime, "eerste-classificatie")
        feit = next((f for f in feiten if contract.id in f.record.contracten), None)
        dag = eerste_classificatiedag(blik, contract)
        if grond is None or dag is None or feit is None or feit.record.soort != "eerste":
            continue
        if (blik.register.organisatie.sinds or dag) <= dag < feit.record.datum:
            yield TeLaat(contract, feit, dag, grond)


def geinformeerd_op(dossier: Dossier, feit: Bestand[Classificatie]) -> date | None:
    """The day on which the provider was told of a classification; None when nobody recorded it."""
    berichten = (
        f.record.datum
        for f in dossier.van(Geinformeerd)
        if (d := dossier.waarbij(f)) and d.pad == feit.pad
    )
    return feit.record.geinformeerd or next(berichten, None)
