"""Floor 4, aanleidingen: what starts the ladder under a contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.reeksen import (
    GEHAALD,
    NVT,
    ONBEKEND,
    ONDER,
    Reeks,
    van_afspraken,
    van_kpis,
    voeg_samen,
    zonder,
)
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, een, ja, onbekend
from clm_cli.derivations.escalatie.zaken import contracten_van
from clm_cli.derivations.gebeurtenissen import dag_van, gebeurtenissen, laatste_dag
from clm_cli.derivations.namen import genoemd
from clm_cli.derivations.termijnen import kalender_op, regel_van
from clm_cli.dossier import Contract, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Deel
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Heropening, Opening, Tekortkomingfeit
from clm_cli.records.regime import Aanleiding
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Kalender
from clm_cli.woorden import met_kleine_letter


def aanleiding(
    blik: Dossierblik,
    escalatie: Escalatie,
    contract: Contract,
    op: date,
    alleen: tuple[str, ...] = (),
) -> Uitspraak:
    """Whether anything that starts this contract's ladder is there, or one of some of them."""
    regels = [rij for rij in contract.regime.aanleidingen if not alleen or rij.id in alleen]
    uitspraken = [
        reeks(blik, contract, regel, op)
        if regel.soort == "reeks"
        else voorvallen(blik, contract, regel, op)
        if regel.soort == "gebeurtenissen"
        else herhaald(blik, escalatie, contract, regel)
        if regel.soort == "tekortkomingen"
        else _signaal(blik, escalatie, contract, regel)
        for regel in regels
    ]
    return een(uitspraken, "het regime noemt geen aanleiding")


def reeksaanleiding(
    blik: Dossierblik,
    contract: Contract,
    op: date,
    na: date | None = None,
) -> Uitspraak:
    """Whether a run of periods below the agreement is there; `na` leaves out those before a day."""
    regels = [regel for regel in contract.regime.aanleidingen if regel.soort == "reeks"]
    return een(
        (reeks(blik, contract, regel, op, na) for regel in regels),
        "het regime kent geen reeks als aanleiding",
    )


def _signaal(
    blik: Dossierblik, escalatie: Escalatie, contract: Contract, regel: Aanleiding
) -> Uitspraak:
    """Whether the opening names a signal of the kinds; one that it does not name is pointed out."""
    feiten = _openingen(escalatie)
    for feit in feiten:
        for nummer, verwijzing in enumerate(feit.record.signalen):
            doel = blik.dossier.vind(verwijzing, feit.pad)
            if doel and _draagt(doel.bestand.record, regel):
                wat = cast("Signaal", doel.bestand.record).wat.strip()
                return ja(f"{regel.titel}: {wat}", feit.plek("signalen", nummer))
    soorten = ", ".join(genoemd(blik, "signaalsoort", soort) for soort in regel.soorten)
    zin = f"bij de opening is geen signaal genoemd van de soort {soorten}"
    niet = tuple(
        Reden(f"wel vastgelegd, en niet genoemd: {los.id}", los.plek())
        for los in ongenoemd(blik, escalatie, contract)
        if _draagt(los.record, regel)
    )
    return Uitspraak("nee", (Reden(zin, feiten[0].plek() if feiten else None), *niet))


def ongenoemd(
    blik: Dossierblik, escalatie: Escalatie, contract: Contract
) -> list[Bestand[Signaal]]:
    """The signals on a contract that can start its ladder, and that the opening does not name.

    What came in after the case was opened, did not start it.
    """
    tot = max((feit.record.datum for feit in _openingen(escalatie)), default=date.min)
    regels = [rij for rij in contract.regime.aanleidingen if rij.soort == "signaal"]
    al = {
        doel.bestand.pad
        for feit in _openingen(escalatie)
        for verwijzing in feit.record.signalen
        if (doel := blik.dossier.vind(verwijzing, feit.pad))
    }
    return [
        feit
        for feit in blik.dossier.van(Signaal)
        if feit.pad not in al
        and feit.record.datum <= tot
        and contract.id in (feit.record.contracten or (contract.id,))
        and any(_draagt(feit.record, regel) for regel in regels)
    ]


def _openingen(escalatie: Escalatie) -> tuple[Bestand[Opening | Heropening], ...]:
    return (*escalatie.van(Opening), *escalatie.van(Heropening))


def _draagt(record: Deel, regel: Aanleiding) -> bool:
    """Whether a fact is a signal of a kind that the contract names, or of any."""
    # S10: 'kunnen bijvoorbeeld zijn' leaves no signal out
    return isinstance(record, Signaal) and (
        regel.andere == "ja" or bool({*record.soort, record.signaalsoort} & set(regel.soorten))
    )


def herhaald(
    blik: Dossierblik, escalatie: Escalatie, contract: Contract, regel: Aanleiding
) -> Uitspraak:
    """Whether one of the case is the n-th shortcoming in its obligation.

    The time is counted back from its own day: what began a case does not wear off. What is
    recorded on one day is one occasion, however many shortcomings it was split into.
    """
    alle = {
        (verplichting, dag): plek
        for zaak in blik.dossier.escalaties
        if contract in contracten_van(blik.dossier, zaak)
        for verplichting, dag, plek in _tekortkomingen(blik, zaak)
    }
    kalender = kalender_op(blik.register, blik.vandaag, contract)
    meeste: list[Reden] = []
    for verplichting, dag, _ in _tekortkomingen(blik, escalatie):
        geteld = [
            Reden(f"{verplichting}, vastgelegd op {datum_vol(toen)}", plek)
            for (welke, toen), plek in alle.items()
            if welke == verplichting and toen <= dag and _telt(regel, toen, dag, kalender)
        ]
        meeste = max(meeste, geteld, key=len)
    zin = Reden(f"{regel.titel}: {len(meeste)} geteld")
    return Uitspraak("ja" if len(meeste) >= regel.nodig else "nee", (zin, *meeste))


def _telt(regel: Aanleiding, toen: date, dag: date, kalender: Kalender) -> bool:
    if regel.kalenderjaar == "ja" and toen.year != dag.year:
        return False
    return regel.binnen is None or dag <= laatste_dag(toen, regel.binnen, kalender)


def _tekortkomingen(blik: Dossierblik, zaak: Escalatie) -> Iterator[tuple[str, date, Plek]]:
    """The shortcomings of a case that are there, each with its obligation and its day."""
    feiten: tuple[Bestand[Opening | Tekortkomingfeit], ...] = (
        *zaak.van(Opening),
        *zaak.van(Tekortkomingfeit),
    )
    for feit in feiten:
        record = feit.record
        rijen = record.tekortkomingen if isinstance(record, Opening) else (record.tekortkoming,)
        for rij in rijen:
            if rij.ernst != "dreigend" and rij.verplichting:
                naam = blik.dossier.een_naam(rij.verplichting, feit.pad) or rij.verplichting
                yield naam, record.datum, feit.plek()


def voorvallen(
    blik: Dossierblik,
    contract: Contract,
    regel: Aanleiding,
    op: date,
    na: date | None = None,
) -> Uitspraak:
    """Whether so many events happened in the time that the contract gives, back from a day.

    `na` leaves out those up to a day.
    """
    geteld = [
        feit
        for feit in gebeurtenissen(blik, contract, regel.soorten, regel.binnen, op)
        if (na is None or dag_van(feit) > na)
        and (regel.kalenderjaar == "nee" or dag_van(feit).year == op.year)
    ]
    zeker = [feit for feit in geteld if feit.record.contracten]
    zin = f"{regel.titel}: {len(zeker)} geteld"
    redenen = tuple(Reden(feit.record.wat.strip(), feit.plek()) for feit in geteld)
    if len(zeker) >= regel.nodig:
        return Uitspraak("ja", (Reden(zin), *redenen))
    # What does not say which contract it is about may be of this one.
    mogelijk = len(geteld) >= regel.nodig
    return Uitspraak("onbekend" if mogelijk else "nee", (Reden(zin), *redenen))


def reeks(
    blik: Dossierblik,
    contract: Contract,
    regel: Aanleiding,
    op: date,
    na: date | None = None,
    kpi: str | None = None,
) -> Uitspraak:
    """Whether `aantal` of the last `venster` periods missed one agreement, as far as known.

    With a kpi: whether that one does, where the contract looks at each apart.
    """
    samen = regel_van(blik.register, contract.regime, regel.zelfde, op) == "elke"
    alleen = None if samen else kpi
    rijen = [
        zonder(rij, na)
        for rij in (
            *van_kpis(blik, contract, regel, op, alleen),
            *(van_afspraken(blik, contract, regel, op) if not (regel.kpis or alleen) else ()),
        )
    ]
    rijen = [rij for rij in rijen if rij]
    if not rijen:
        return onbekend(f"{regel.titel}: er zijn geen cijfers of oordelen over afspraken")
    # S05: whether it has to be the same agreement in each period is a reading of the clause.
    if samen:
        rijen = [voeg_samen(rijen)]
    # S05: figures that were not delivered are no failure, unless the contract is read that way.
    streng = regel_van(blik.register, contract.regime, regel.ontbreekt, op) == "niet-gehaald"
    return een((_weeg(regel, rij, streng=streng) for rij in rijen), "geen reeks")


def _weeg(regel: Aanleiding, rij: Reeks, *, streng: bool) -> Uitspraak:
    """The last window counts, and the one before a tail of periods that are still unknown."""
    aantal, venster = regel.nodig, regel.terug
    standen = [ONDER if streng and stand == ONBEKEND else stand for _, stand, _ in rij]
    open_einde = next(
        (nr for nr, stand in enumerate(reversed(standen)) if stand != ONBEKEND), len(standen)
    )
    mogelijk = False
    for schuif in range(open_einde + 1):
        eind = len(standen) - schuif
        deel = standen[max(0, eind - venster) : eind]
        if deel.count(ONDER) >= aantal:
            redenen = tuple(
                reden
                for (_, stand, reden) in rij[max(0, eind - venster) : eind]
                if stand not in (GEHAALD, NVT)
            )
            return Uitspraak("ja", (Reden(regel.titel), *redenen))
        if schuif == 0:
            mogelijk = deel.count(ONDER) + deel.count(ONBEKEND) >= aantal
    redenen = tuple(reden for _, _, reden in rij[-venster:])
    return Uitspraak(
        "onbekend" if mogelijk else "nee",
        (
            Reden(f"{'onbekend of' if mogelijk else 'geen'} {met_kleine_letter(regel.titel)}"),
            *redenen,
        ),
    )
