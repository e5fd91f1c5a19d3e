"""Floor 4, ritme: what is due on classification, plan and the rhythm of talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.meedelen import informeren
from clm_cli.derivations.classificatie import (
    categorie,
    eerste_classificatiedag,
    geinformeerd_op,
    huidige,
    te_laat_geclassificeerd,
)
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.gespreksritme import gespreksdagen, gespreksritme
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import (
    bepaling,
    kalender_op,
    plek_van_beleid,
    regelt,
    termijnbeleid,
    uitgangsbeleid,
)
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.aanbieder import Plan
from clm_cli.records.classificatie import Classificatie
from clm_cli.tijd.datum import MAANDEN, datum_vol
from clm_cli.tijd.termijn import Rol, bereken
from clm_cli.woorden import elke


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What is due on classification, plan and rhythm."""
    lopend = [
        c
        for c in blik.dossier.contracten
        if loopt(c, blik.vandaag) and regelt(c, "classificatie") == "ja"
    ]
    for contract in lopend:
        yield from _eerste(blik, contract)
    yield from _te_laat(blik)
    feiten = {f.pad: f for c in lopend if (f := huidige(blik.dossier, c.id, blik.vandaag))}
    for feit in feiten.values():
        yield from _hertoets(blik, feit)
        yield from _informeren(blik.dossier, feit, blik.vandaag)
    for contract in blik.dossier.contracten:
        if contract.regime.gesprekken and loopt(contract, blik.vandaag):
            yield from gespreksritme(blik, contract, contract.regime.gesprekken)
        elif contract in lopend:
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
        bundel="Eerste classificatie",
        gevolg="zonder categorie is er geen gespreksritme",
    )


def _te_laat(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Why a first classification came too late is recorded once (J13)."""
    for laat in te_laat_geclassificeerd(blik):
        if not loopt(laat.contract, blik.vandaag):
            continue
        id_, feit, dossier = laat.contract.id, laat.feit, blik.dossier
        wat = f"Reden vastleggen: {id_} werd te laat geclassificeerd"
        punt = _punt(dossier, blik.vandaag, "aanvullen", wat, (id_,), feit.plek("datum"))
        kwam, moest = (datum_vol(dag) for dag in (feit.record.datum, laat.dag))
        yield replace(
            punt,
            grond=laat.grond.eis,
            grond_tekst=laat.grond.tekst,
            gevolg="tot dan was er geen categorie om plan en gesprekken op te bouwen",
            nu=opdracht("overgeslagen", dossier.id, feit.id, code="DOS238", reden="…"),
            code="DOS238",
            sinds=feit.record.datum,
            bundel="Reden vastleggen van een late classificatie",
            omdat=(
                Reden(f"besloten op {kwam}, en uiterlijk op {moest} nodig", feit.plek("datum")),
            ),
        )


def _hertoets(blik: Dossierblik, feit: Bestand[Classificatie]) -> Iterator[Werkpunt]:
    beleid = termijnbeleid(blik.register, feit.record.datum)
    if beleid.hertoets is None:
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
        bundel="Classificatie opnieuw toetsen",
        omdat=(
            Reden(f"geclassificeerd op {datum_vol(feit.record.datum)}", feit.plek("datum")),
            Reden(
                f"eigen beleid: {elke(beleid.hertoets)}",
                plek_van_beleid(blik.register, "hertoets", feit.record.datum),
            ),
        ),
    )


def _informeren(
    dossier: Dossier, feit: Bestand[Classificatie], vandaag: date
) -> Iterator[Werkpunt]:
    """First the provider is told; what then is older than that, the plan, follows."""
    contract = dossier.contract(feit.record.contracten[0])
    dag = geinformeerd_op(dossier, feit)
    reden = Reden(f"geclassificeerd op {datum_vol(feit.record.datum)}", feit.plek("datum"))
    if dag is not None:
        yield from _plannen(dossier, contract, reden, dag, vandaag)
        return
    soort, contracten = "classificatie-informeren", feit.record.contracten
    welke = f" ({opsomming(contracten)})" if len(dossier.contracten) > 1 else ""
    wat = f"Aanbieder informeren over categorie {feit.record.categorie}{welke}"
    yield replace(
        _onder(
            _punt(dossier, vandaag, soort, wat, contracten, feit.plek()), contract, "informeren"
        ),
        omdat=(
            reden,
            Reden("er is niet vastgelegd dat de aanbieder is geïnformeerd", feit.plek()),
        ),
        verwijzing=feit.id,
        gevolg="het plan kan pas daarna worden opgesteld",
        nu=informeren(dossier, feit),
    )


def te_oude_plannen(dossier: Dossier, dag: date) -> list[Bestand[Plan]]:
    """The plans that were made and adjusted before the day on which the provider was told (J15)."""
    plannen = dossier.van(Plan)
    return [p for p in plannen if max((p.record.opgesteld, *p.record.bijgesteld)) < dag]


def _plannen(
    dossier: Dossier, contract: Contract | None, reden: Reden, dag: date, vandaag: date
) -> Iterator[Werkpunt]:
    """A plan that is older than the day on which the provider was told."""
    for plan in te_oude_plannen(dossier, dag):
        wat, plek = "Contractmanagementplan bijstellen", plan.plek("opgesteld")
        punt = _punt(dossier, vandaag, "plan", wat, plan.record.contracten, plek)
        ouder = f"de aanbieder is geïnformeerd op {datum_vol(dag)}; het plan is ouder"
        yield replace(
            _onder(punt, contract, "plan-opstellen"),
            omdat=(reden, Reden(ouder, plek)),
            gevolg="het plan past niet bij de nieuwe classificatie",
            nu=opdracht("plan", dossier.id, vastleggen=True),
            verwijzing=plan.id,
        )


def _ritme(blik: Dossierblik, contract: Contract) -> Iterator[Werkpunt]:
    """The next regular talk of the rhythm that nobody planned.

    It falls in a month of our policy, or evenly over the year where there is none.
    """
    feit = huidige(blik.dossier, contract.id, blik.vandaag)
    rij = categorie(blik.register, feit)
    if feit is None or rij is None or rij.gesprekken_per_jaar < 1:
        return
    dagen = gespreksdagen(blik.dossier, contract)
    if any(dag >= blik.vandaag for dag in dagen):
        return
    laatste = max(dagen, default=feit.record.geldig_vanaf)
    beleid = uitgangsbeleid(blik.register, blik.vandaag)
    maanden = beleid.gespreksmaanden
    dag = _einde_maand(laatste + timedelta(days=365 // rij.gesprekken_per_jaar), maanden)
    per_jaar = f"categorie {feit.record.categorie}: {rij.gesprekken_per_jaar} gesprekken per jaar"
    vorige = "het vorige was op" if dagen else "het ritme geldt vanaf"
    wat, plek = f"Volgend voortgangsgesprek plannen ({contract.id})", feit.plek("categorie")
    punt = _punt(blik.dossier, blik.vandaag, "gesprek-plannen", wat, (contract.id,), plek)
    yield replace(
        _onder(punt, contract, "ritme-volgt-classificatie"),
        uiterlijk=dag,
        nu=opdracht("gesprek", "gepland", blik.dossier.id),
        gevolg="het ritme van deze categorie wordt niet gehaald",
        bundel="Volgend voortgangsgesprek plannen",
        verwijzing=feit.id,
        omdat=(
            Reden(per_jaar, plek),
            Reden(f"{vorige} {datum_vol(laatste)}"),
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
