"""Floor 4, aanleidingen: what starts the ladder under a contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from clm_cli.bestand import Bestand
from clm_cli.derivations import cijfers
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, een, ja, onbekend
from clm_cli.derivations.gebeurtenissen import dag_van, gebeurtenissen
from clm_cli.derivations.metingen import gemeten
from clm_cli.derivations.namen import genoemd
from clm_cli.derivations.normen import kpis_van, sinds
from clm_cli.derivations.termijnen import regel_van
from clm_cli.dossier import Contract, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel
from clm_cli.records.cijfers import Oordeel
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Heropening, Opening
from clm_cli.records.regime import Aanleiding
from clm_cli.tijd.datum import getal
from clm_cli.tijd.periode import Periode

ONDER, GEHAALD, ONBEKEND, NVT = "onder", "gehaald", "onbekend", "niet van toepassing"
TELT_NIET = cijfers.TELT_NIET
Reeks = Sequence[tuple[Periode, str, Reden]]
"""Per period whether the agreement was missed, met or unknown."""


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
        if na is None or dag_van(feit) > na
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
        _zonder(rij, na)
        for rij in (
            *_kpis(blik, contract, regel, op, alleen),
            *(_afspraken(blik, contract, regel, op) if not (regel.kpis or alleen) else ()),
        )
    ]
    rijen = [rij for rij in rijen if rij]
    if not rijen:
        return onbekend(f"{regel.titel}: er zijn geen cijfers of oordelen over afspraken")
    # S05: whether it has to be the same agreement in each period is a reading of the clause.
    if samen:
        rijen = [_samen(rijen)]
    # S05: figures that were not delivered are no failure, unless the contract is read that way.
    streng = regel_van(blik.register, contract.regime, regel.ontbreekt, op) == "niet-gehaald"
    return een((_weeg(regel, rij, streng=streng) for rij in rijen), "geen reeks")


def _zonder(rij: Reeks, na: date | None) -> Reeks:
    # A period that the contract leaves out of the count is not there: its neighbours join.
    return [deel for deel in rij if deel[1] != TELT_NIET and (na is None or deel[0].eerste > na)]


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
            Reden(
                f"{'onbekend of' if mogelijk else 'geen'} "
                f"{regel.titel[:1].lower()}{regel.titel[1:]}"
            ),
            *redenen,
        ),
    )


def _samen(rijen: Iterable[Reeks]) -> Reeks:
    """One series out of many: a period is below when any of them is."""
    per: dict[Periode, list[tuple[str, Reden]]] = {}
    for rij in rijen:
        for periode, stand, reden in rij:
            per.setdefault(periode, []).append((stand, reden))
    volgorde = [ONDER, ONBEKEND, GEHAALD, NVT]
    return [
        (periode, *min(delen, key=lambda deel: volgorde.index(deel[0])))
        for periode, delen in sorted(per.items())
    ]


def _kpis(
    blik: Dossierblik, contract: Contract, regel: Aanleiding, op: date, alleen: str | None
) -> list[Reeks]:
    rijen: list[Reeks] = []
    ids = [id_ for id_ in kpis_van(contract) if alleen in (None, id_)]
    for kpi in (blik.register.kpis.get(id_) for id_ in ids):
        eigen = not regel.kpis or (kpi is not None and kpi.id in regel.kpis)
        if kpi is not None and eigen and kpi.periode == regel.periode:
            begon = sinds(contract, kpi.id)
            reeks_ = cijfers.reeks(blik, contract, kpi, op)
            rijen.append([(c.periode, *_stand(c, kpi.titel, begon)) for c in reeks_])
    return rijen


def _stand(cijfer: cijfers.Cijfer, titel: str, begon: date | None) -> tuple[str, Reden]:
    """Whether a period missed its norm; a norm that was agreed to lapse is no unknown (S05).

    The reason names the agreement and its norm: it may stand in a letter, far from any figure.
    """
    if cijfer.afspraak is None and begon is not None and begon <= cijfer.periode.laatste:
        return NVT, Reden(f"{cijfer.periode}: er gold geen norm", cijfer.reden.plek)
    oordeel = cijfer.oordeel
    stand = (
        ONDER
        if oordeel in (cijfers.ONDER, cijfers.BOVEN)
        else GEHAALD
        if oordeel == cijfers.VOLDOET
        else TELT_NIET
        if oordeel == TELT_NIET
        else ONBEKEND
    )
    norm = f" (norm {getal(cijfer.norm)})" if cijfer.norm is not None else ""
    return stand, Reden(f"{titel}, {cijfer.reden.tekst}{norm}", cijfer.reden.plek)


def _afspraken(blik: Dossierblik, contract: Contract, regel: Aanleiding, op: date) -> list[Reeks]:
    """The judgements on agreements without a figure, a series each, unknown where unjudged."""
    per: dict[str, dict[Periode, tuple[str, Reden]]] = {}
    for (periode, _), rijen in gemeten(blik).items():
        rij = rijen[0].rij
        if (
            isinstance(rij, Oordeel)
            and rij.contract == contract.id
            and periode.lengte == regel.periode
            and periode.laatste < op
        ):
            mis = "er meer oordelen zijn" if len(rijen) > 1 else rijen[0].twijfel
            oordeel = f"onbekend, omdat {mis}" if mis else rij.oordeel
            stand = {"niet": ONDER, "gehaald": GEHAALD}.get(oordeel, ONBEKEND)
            reden = Reden(f"{periode}: {rij.afspraak} {oordeel}", rijen[0].plek)
            per.setdefault(rij.afspraak, {})[periode] = (stand, reden)
    return [_vol(rijen) for rijen in per.values()]


def _vol(rijen: dict[Periode, tuple[str, Reden]]) -> Reeks:
    periode, laatste = min(rijen), max(rijen)
    uit = []
    while periode <= laatste:
        uit.append((periode, *rijen.get(periode, (ONBEKEND, Reden(f"{periode}: niet beoordeeld")))))
        periode = periode.volgende()
    return uit
