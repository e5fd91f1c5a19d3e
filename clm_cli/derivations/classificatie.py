"""Floor 4, classificatie: the category in force, its rhythm, and what is due for both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import (
    bepaling,
    kalender_op,
    plek_van_beleid,
    termijnbeleid,
    uitgangsbeleid,
)
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.aanbieder import (
    Categorie,
    Classificatie,
    Classificatiebeleid,
    Criterium,
    Geinformeerd,
    Invoer,
    Plan,
)
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.register import Contract, Dossier, Register
from clm_cli.tijd.datum import MAANDEN, datum_vol
from clm_cli.tijd.termijn import Rol, bereken


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


def categorie(register: Register, feit: Bestand[Classificatie]) -> Categorie | None:
    """The category as decided, with the rhythm of the policy that was used."""
    beleid = register.beleid.get(feit.record.beleid)
    rijen = beleid.record.categorieen if beleid else ()
    return next((rij for rij in rijen if rij.categorie == feit.record.categorie), None)


@dataclass(frozen=True, slots=True)
class Puntenrij:
    """One criterion with its value, its points and its source.

    Points are None while the value is unknown.
    """

    criterium: Criterium
    invoer: Invoer | None
    punten: Decimal | None


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What values lead to, beside what holds now."""

    dossier: Dossier
    contracten: tuple[str, ...]
    beleid: Bestand[Classificatiebeleid]
    rijen: tuple[Puntenrij, ...]
    score: Decimal | None
    categorie: Categorie | None
    nu: Bestand[Classificatie] | None


def puntenrijen(beleid: Classificatiebeleid, invoer: tuple[Invoer, ...]) -> tuple[Puntenrij, ...]:
    """Every criterion of a policy with what was put in for it."""
    gegeven = {rij.criterium: rij for rij in invoer}
    return tuple(
        Puntenrij(c, g := gegeven.get(c.id), _punten(c, g.waarde if g else None))
        for c in beleid.criteria
    )


def score(beleid: Classificatiebeleid, invoer: tuple[Invoer, ...]) -> Decimal | None:
    """The weighted mean of the points of all criteria, to one decimal.

    None while one of them is unknown.
    """
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


def beleid_op(register: Register, op: date) -> Bestand[Classificatiebeleid] | None:
    """The classification policy in force on a day."""
    rijen = [bestand for bestand in register.beleid.values() if bestand.record.vanaf <= op]
    return max(rijen, key=lambda bestand: bestand.record.vanaf, default=None)


def hertoetsdag(register: Register, feit: Bestand[Classificatie]) -> date | None:
    """The day by which a classification has to be tested again, by the own policy."""
    beleid = termijnbeleid(register, feit.record.datum)
    if beleid is None or beleid.hertoets is None:
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


def _geregeld(contract: Contract, onderwerp: str) -> bool:
    """Whether the contract says anything on a subject."""
    return bool(contract.regime) and onderwerp not in {
        stilte.onderwerp for stilte in contract.regime.zwijgt_over
    }


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What is due on classification, plan and rhythm."""
    lopend = [
        c
        for c in blik.dossier.contracten
        if loopt(c, blik.vandaag) and _geregeld(c, "classificatie")
    ]
    for contract in lopend:
        yield from _eerste(blik, contract)
    feiten = {f.pad: f for c in lopend if (f := huidige(blik.dossier, c.id, blik.vandaag))}
    for feit in feiten.values():
        yield from _hertoets(blik, feit)
        yield from _informeren(blik.dossier, feit, blik.vandaag)
    for contract in lopend:
        yield from _ritme(blik, contract)


def _punt(
    dossier: Dossier,
    vandaag: date,
    soort: str,
    wat: str,
    contracten: tuple[str, ...],
    plek: Plek,
) -> Werkpunt:
    return Werkpunt(
        soort=soort,
        dossier=dossier.id,
        wat=wat,
        nu=_classificeer(dossier, contracten, vandaag),
        plek=plek,
        wie=behandelaar(dossier, vandaag),
        contracten=contracten,
        kant="AOC",
    )


def _classificeer(dossier: Dossier, contracten: tuple[str, ...], vandaag: date) -> Advies:
    """The command; it asks which contract is meant where more than one runs."""
    lopend = [c for c in dossier.contracten if loopt(c, vandaag)]
    welke = contracten if len(lopend) > 1 else ()
    opties = (woord for contract in welke for woord in ("--contract", contract))
    return opdracht("classificeer", dossier.id, *opties)


def _onder(punt: Werkpunt, contract: Contract | None, onderwerp: str) -> Werkpunt:
    """A line that carries out a starting point of the regime has the clause of that point."""
    gevonden = bepaling(contract.regime, onderwerp) if contract else None
    return replace(punt, grond=gevonden.eis, grond_tekst=gevonden.tekst) if gevonden else punt


def eerste_classificatiedag(blik: Dossierblik, contract: Contract) -> date | None:
    """By when a contract has to be classified: the start of implementation, with our own margin.

    None while that start is unknown.
    """
    start = contract.looptijd.implementatie if contract.looptijd else None
    beleid = termijnbeleid(blik.register, start) if start else None
    marge = beleid.marge_eerste_classificatie if beleid else None
    if start is None or marge is None:
        return start
    return bereken(start, marge, kalender_op(blik.register, start)).uiterlijk


def geinformeerd_op(dossier: Dossier, feit: Bestand[Classificatie]) -> date | None:
    """The day on which the provider was told of a classification; None when nobody recorded it."""
    berichten = (
        f.record.datum
        for f in dossier.van(Geinformeerd)
        if (d := dossier.vind(f.record.bij, f.pad)) and d.bestand.pad == feit.pad
    )
    return feit.record.geinformeerd or next(berichten, None)


def _eerste(blik: Dossierblik, contract: Contract) -> Iterator[Werkpunt]:
    if any(contract.id in f.record.contracten for f in blik.dossier.van(Classificatie)):
        return
    start = contract.looptijd.implementatie if contract.looptijd else None
    reden = (
        f"de implementatiefase begint op {datum_vol(start)}"
        if start
        else "het begin van de implementatiefase is niet vastgelegd"
    )
    yield replace(
        _onder(
            _punt(
                blik.dossier,
                blik.vandaag,
                "classificatie-eerste",
                f"Eerste classificatie van contract {contract.id}",
                (contract.id,),
                contract.kaart.plek(),
            ),
            contract,
            "eerste-classificatie",
        ),
        uiterlijk=eerste_classificatiedag(blik, contract),
        omdat=(Reden(reden, contract.kaart.plek("looptijd")),),
        gevolg="zonder categorie is er geen gespreksritme",
    )


def _hertoets(blik: Dossierblik, feit: Bestand[Classificatie]) -> Iterator[Werkpunt]:
    beleid = termijnbeleid(blik.register, feit.record.datum)
    if beleid is None or beleid.hertoets is None:
        return
    rekening = bereken(
        feit.record.datum,
        beleid.hertoets,
        kalender_op(blik.register, feit.record.datum),
        rol=Rol.VOLGENDE,
    )
    yield replace(
        _punt(
            blik.dossier,
            blik.vandaag,
            "classificatie-hertoets",
            f"Classificatie opnieuw toetsen (categorie {feit.record.categorie})",
            feit.record.contracten,
            feit.plek("datum"),
        ),
        uiterlijk=rekening.uiterlijk,
        berekening=rekening,
        gevolg="het ritme past misschien niet meer bij omvang en risico",
        verwijzing=feit.id,
        omdat=(
            Reden(f"geclassificeerd op {datum_vol(feit.record.datum)}", feit.plek("datum")),
            Reden(
                f"eigen beleid: elke {beleid.hertoets}",
                plek_van_beleid(blik.register, "hertoets", feit.record.datum),
            ),
        ),
    )


def _informeren(
    dossier: Dossier, feit: Bestand[Classificatie], vandaag: date
) -> Iterator[Werkpunt]:
    contract = dossier.contract(feit.record.contracten[0])
    dag = geinformeerd_op(dossier, feit)
    reden = Reden(f"geclassificeerd op {datum_vol(feit.record.datum)}", feit.plek("datum"))
    if dag is None:
        yield replace(
            _onder(
                _punt(
                    dossier,
                    vandaag,
                    "classificatie-informeren",
                    f"Aanbieder informeren over categorie {feit.record.categorie}",
                    feit.record.contracten,
                    feit.plek(),
                ),
                contract,
                "informeren",
            ),
            omdat=(
                reden,
                Reden("er is niet vastgelegd dat de aanbieder is geïnformeerd", feit.plek()),
            ),
            verwijzing=feit.id,
            gevolg="het plan kan pas daarna worden opgesteld",
            nu=opdracht("brief", "maak", dossier.id, "classificatie"),
        )
        return
    for plan in dossier.van(Plan):
        if max((plan.record.opgesteld, *plan.record.bijgesteld)) < dag:
            yield replace(
                _onder(
                    _punt(
                        dossier,
                        vandaag,
                        "plan",
                        "Contractmanagementplan bijstellen",
                        plan.record.contracten,
                        plan.plek("opgesteld"),
                    ),
                    contract,
                    "plan-opstellen",
                ),
                omdat=(
                    reden,
                    Reden(
                        f"de aanbieder is geïnformeerd op {datum_vol(dag)}; het plan is ouder",
                        plan.plek("opgesteld"),
                    ),
                ),
                gevolg="het plan past niet bij de nieuwe classificatie",
                nu=opdracht("plan", dossier.id),
                verwijzing=plan.id,
            )


def _ritme(blik: Dossierblik, contract: Contract) -> Iterator[Werkpunt]:
    """The next regular talk of the rhythm that nobody planned.

    Months by policy, evenly over the year without it.
    """
    feit = huidige(blik.dossier, contract.id, blik.vandaag)
    rij = categorie(blik.register, feit) if feit else None
    if feit is None or rij is None or rij.gesprekken_per_jaar < 1:
        return
    gewoon = [
        g
        for g in blik.dossier.gesprekken
        if contract.id in g.kaart.record.contracten and g.kaart.record.soort == "regulier"
    ]
    dagen = [dag_van(g).datum for g in gewoon if not g.van(GesprekVervallen)]
    if any(dag >= blik.vandaag for dag in dagen):
        return
    laatste = max([dag for dag in dagen if dag < blik.vandaag], default=feit.record.geldig_vanaf)
    tussen = 365 // rij.gesprekken_per_jaar
    beleid = uitgangsbeleid(blik.register, blik.vandaag)
    dag = _einde_maand(laatste + timedelta(days=tussen), beleid.gespreksmaanden if beleid else ())
    yield replace(
        _onder(
            _punt(
                blik.dossier,
                blik.vandaag,
                "gesprek-plannen",
                f"Volgend voortgangsgesprek plannen ({contract.id})",
                (contract.id,),
                feit.plek("categorie"),
            ),
            contract,
            "ritme-volgt-classificatie",
        ),
        uiterlijk=dag,
        nu=opdracht("gesprek", "gepland", blik.dossier.id),
        gevolg="het ritme van deze categorie wordt niet gehaald",
        verwijzing=feit.id,
        omdat=(
            Reden(
                f"categorie {feit.record.categorie}: {rij.gesprekken_per_jaar} gesprekken per jaar",
                feit.plek("categorie"),
            ),
            Reden(
                f"het vorige was op {datum_vol(laatste)}"
                if dagen
                else f"het ritme geldt vanaf {datum_vol(laatste)}"
            ),
            Reden(f"in de gespreksmaand {MAANDEN[dag.month - 1]}"),
        ),
    )


def _einde_maand(dag: date, maanden: tuple[int, ...]) -> date:
    """The last day of the month of a day, or of the next month in which talks are held."""
    while True:
        eerste_volgende = (dag.replace(day=1) + timedelta(days=32)).replace(day=1)
        if not maanden or dag.month in maanden:
            return eerste_volgende - timedelta(days=1)
        dag = eerste_volgende
