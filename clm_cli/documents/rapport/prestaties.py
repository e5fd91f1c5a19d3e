"""Floor 6, prestaties: each kpi of a report: its graph, its tables and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from clm_cli.derivations.cijfers import DUIDEN, MIS, ONBEKEND, VOLDOET, beweging, gaat_beter
from clm_cli.derivations.metingen import PROCENT
from clm_cli.derivations.rapport.cijfers import (
    Bron,
    Samen,
    mediaan,
    reeks_tot,
    samen,
    stand_in_woorden,
)
from clm_cli.derivations.rapport.getal import (
    AFGESCHERMD,
    Getal,
    aantal,
    deel_verraadt,
    scherm_af,
    te_verbergen,
    veelvoud,
    verschillen,
    waarde,
)
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.documents.document import Gegevens
from clm_cli.documents.grafiek import Figuur, Lijn, figuur, merk
from clm_cli.documents.rapport.aanbieders import aanbieders
from clm_cli.meldingen import Reden
from clm_cli.records.cijfers import Kpi
from clm_cli.value import value

_RICHTING = {"hoger is beter": "≥", "lager is beter": "≤", "duiden": ""}


@value
class Kpideel:
    """A kpi as the template gets it, with its picture."""

    gegevens: Gegevens
    figuur: Figuur


def kpideel(venster: Venster, kpi: Kpi) -> Kpideel:
    """One kpi of a report."""
    alle = reeks_tot(venster, kpi)
    cijfer, eerder = alle[-1], alle[-2]
    nu, was = regiogetal(venster, cijfer), regiogetal(venster, eerder)
    lijn = _lijn(venster, kpi, alle)
    wat = f"{kpi.titel}, {cijfer.periode}"
    gegevens: Gegevens = {
        "titel": kpi.titel[0].upper() + kpi.titel[1:],
        "definitie": kpi.definitie,
        "norm": _norm(kpi, cijfer),
        "figuur": merk(kpi.id) if any(w is not None for w in lijn.waarden) else "",
        "beschrijving": lijn.beschrijving,
        "nu": nu,
        "eerder": was,
        "verschil": veelvoud(was, nu),
        "stand": _stand(nu, cijfer),
        "beweging": _beweging(lijn, kpi, alle),
        "som": _som(nu, cijfer),
        "los": aantal(f"{wat}: cijfer zonder teller en noemer", [b.reden for b in cijfer.los]),
        "zorgvormen": _zorgvormen(venster, cijfer, eerder),
        "verdeling": _verdeling(venster, cijfer, wat),
        "aanbieders": aanbieders(venster, cijfer) if venster.noemt_namen else [],
    }
    return Kpideel(gegevens, figuur(lijn))


def _beweging(lijn: Lijn, kpi: Kpi, alle: Sequence[Samen]) -> str:
    """Where the last figures that may be seen went, and whether that is the way both want."""
    gezien = [c for c, getoond in zip(alle, lijn.waarden, strict=True) if getoond is not None]
    richting = beweging(gezien) if lijn.waarden[-1] is not None else ""
    beter = gaat_beter(kpi, richting)
    return richting if beter is None else f"{richting}, {'beter' if beter else 'slechter'}"


def regiogetal(venster: Venster, cijfer: Samen) -> Getal:
    """The figure of all together; hidden from others when it rests on too few people."""
    wat = f"{cijfer.kpi.titel}, {cijfer.periode}"
    uit = waarde(wat, cijfer.waarde, cijfer.kpi.eenheid, cijfer.omdat)
    # of how many people a bare percentage tells is not known: then nobody can say it is enough
    if venster.noemt_namen or uit.waarde is None or _genoeg(venster, cijfer):
        return uit
    return uit.afgeschermd


def _genoeg(venster: Venster, cijfer: Samen) -> bool:
    """Whether a figure rests on enough people, also laid beside the region and other gemeenten."""
    if cijfer.mensen is None:
        return False
    if venster.gemeente is None:
        return not te_verbergen([cijfer.mensen], venster.grens)
    heel, *delen = (_mensen(samen(v, cijfer.kpi, cijfer.periode)) for v in venster.delen)
    kolommen = zip(heel, cijfer.mensen, zip(*delen, strict=True), strict=True)
    return not any(deel_verraadt(h, eigen, rij, venster.grens) for h, eigen, rij in kolommen)


def _stand(getoond: Getal, cijfer: Samen) -> str:
    return AFGESCHERMD if getoond.tekst == AFGESCHERMD else stand_in_woorden(cijfer.oordeel)


def _som(getoond: Getal, cijfer: Samen) -> tuple[Getal, Getal] | None:
    """Numerator and denominator, where there are any and they may be seen."""
    if not cijfer.noemer or getoond.tekst == AFGESCHERMD:
        return None
    return (
        waarde(f"{getoond.wat}: teller", Decimal(cijfer.teller), "", cijfer.omdat),
        waarde(f"{getoond.wat}: noemer", Decimal(cijfer.noemer), "", cijfer.omdat),
    )


def _norm(kpi: Kpi, cijfer: Samen) -> Getal | None:
    """The norm, where all contracts have the same one."""
    if cijfer.norm is None:
        return None
    plekken = {b.cijfer.afspraak.plek: b for b in cijfer.bronnen if b.cijfer.afspraak}
    redenen = [Reden(f"norm voor contract {b.contract.id}", p) for p, b in plekken.items()]
    kaal = waarde(f"norm van {kpi.titel}", cijfer.norm, kpi.eenheid, redenen)
    return replace(kaal, tekst=f"{_RICHTING[kpi.richting]}\u00a0{kaal.tekst}".strip())


def _lijn(venster: Venster, kpi: Kpi, alle: Sequence[Samen]) -> Lijn:
    getallen = [regiogetal(venster, c) for c in alle]
    verborgen = any(g.tekst == AFGESCHERMD for g in getallen)
    return Lijn(
        titel=kpi.titel[0].upper() + kpi.titel[1:],
        eenheid=kpi.eenheid,
        labels=tuple(str(c.periode) for c in alle),
        waarden=tuple(g.waarde for g in getallen),
        normen=tuple(c.norm for c in alle),
        goed=tuple(_goed(c.oordeel) for c in alle),
        leeg="niet getoond" if verborgen else ONBEKEND,
    )


def _goed(oordeel: str) -> bool | None:
    return True if oordeel == VOLDOET else False if oordeel in MIS else None


def _zorgvormen(venster: Venster, cijfer: Samen, eerder: Samen) -> list[Gegevens]:
    """A row for each care form; small ones hidden, with what their total would give away."""
    namen = sorted({b.zorgvorm for b in (*cijfer.bronnen, *eerder.bronnen)})
    if len(namen) < 2:
        return []
    kolommen = [[c.alleen(naam) for naam in namen] for c in (eerder, cijfer)]
    weg: frozenset[int] = frozenset()
    for geheel, kolom in zip((eerder, cijfer), kolommen, strict=True):
        if not venster.noemt_namen:
            weg |= _verborgen(venster, geheel, namen)
            weg |= {nr for nr, c in enumerate(kolom) if c.waarde is not None and c.mensen is None}
    return [
        _zorgvorm(naam, oud, nieuw, verborgen=nr in weg)
        for nr, (naam, oud, nieuw) in enumerate(zip(namen, *kolommen, strict=True))
    ]


def _verborgen(venster: Venster, geheel: Samen, namen: Sequence[str]) -> frozenset[int]:
    """Which care forms may not be seen; of a gemeente also what the other editions tell."""
    if venster.gemeente is None:
        return te_verbergen([_mensen(geheel.alleen(n)) for n in namen], venster.grens)
    regio, *delen = (samen(v, geheel.kpi, geheel.periode) for v in venster.delen)
    alle = [*namen, *sorted({b.zorgvorm for b in regio.bronnen} - set(namen))]
    heel = [_mensen(regio.alleen(naam)) for naam in alle]
    per = [[_mensen(deel.alleen(naam)) for deel in delen] for naam in alle]
    breed = [
        tuple(
            n
            for h, rij in zip(een, zip(*rijen, strict=True), strict=True)
            for n in verschillen(h, rij)
        )
        for een, rijen in zip(heel, per, strict=True)
    ]
    return te_verbergen(breed, venster.grens, te_verbergen(heel, venster.grens))


def _mensen(cijfer: Samen) -> tuple[int, ...]:
    """The counts behind a figure, of equal length for each row of a table."""
    leeg = (0, 0, 0) if cijfer.kpi.eenheid == PROCENT else (0,)
    return cijfer.mensen or leeg


def _zorgvorm(naam: str, oud: Samen, nieuw: Samen, *, verborgen: bool) -> Gegevens:
    kpi = nieuw.kpi
    rij = [
        waarde(f"{kpi.titel}, {naam}, {c.periode}", c.waarde, kpi.eenheid, c.omdat)
        for c in (oud, nieuw)
    ]
    noemer = Decimal(nieuw.noemer) if nieuw.noemer else None
    rij.append(waarde(f"{rij[1].wat}: noemer", noemer, "", nieuw.omdat))
    rij = [g.afgeschermd for g in rij] if verborgen else rij
    stand = _stand(rij[1], nieuw)
    return {"naam": naam, "eerder": rij[0], "nu": rij[1], "noemer": rij[2], "stand": stand}


def _verdeling(venster: Venster, cijfer: Samen, wat: str) -> Gegevens:
    """How many contracts meet the norm, and the median where there are enough providers."""

    def tel(hoe: str, *oordelen: str) -> Getal:
        gevonden = [b.reden for b in cijfer.bronnen if b.oordeel in oordelen]
        return aantal(f"{wat}: contracten {hoe}", gevonden)

    rij: tuple[Getal, ...] = (
        tel("die voldoen", VOLDOET),
        tel("die niet voldoen", *MIS),
        tel("zonder norm", DUIDEN),
        tel("zonder cijfer", ONBEKEND),
    )
    if venster.verbergt_aantallen:
        rij = scherm_af(rij, venster.grens)
    bekend = [b for b in cijfer.bronnen if b.waarde is not None]
    genoeg = len({b.blik.dossier.id for b in bekend}) >= venster.groep
    midden = mediaan(bekend) if genoeg and venster.dossier is None else None
    return {
        **dict(zip(("goed", "mis", "vrij", "leeg"), rij, strict=True)),
        "mediaan": _midden(cijfer, wat, midden, bekend),
    }


def _midden(
    cijfer: Samen, wat: str, midden: Decimal | None, bekend: Sequence[Bron]
) -> Getal | None:
    if midden is None:
        return None
    return waarde(f"{wat}: mediaan", midden, cijfer.kpi.eenheid, [b.reden for b in bekend])
