"""Floor 4, klassen: the class that a contract works out itself, and from when another one holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations import cijfers
from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.zaken import contract_van
from clm_cli.derivations.gebeurtenissen import dag_van, gebeurtenissen
from clm_cli.derivations.normen import kpis_van
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.classificatie import Classificatie
from clm_cli.records.contact import Signaal
from clm_cli.records.regimeregels import Klasse, Klassenregel, Maatstaf
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import bereken
from clm_cli.value import value

Aantal = int | Decimal


@value
class Klasseuitkomst:
    """The class on a day; None while what is unknown could make it another."""

    klasse: Klasse | None
    omdat: tuple[Reden, ...]
    open: tuple[Maatstaf, ...] = ()
    """The measures whose unknown part makes it uncertain."""


def klasse_op(blik: Dossierblik, contract: Contract) -> Klasseuitkomst | None:
    """The heaviest outcome of all measures; None for a contract that works out no class."""
    regel = contract.regime.klassen
    if regel is None:
        return None
    rijen = [(rij, *_telling(blik, contract, rij)) for rij in regel.maatstaven]
    laagst = max(_plaats(rij, zeker or 0) for rij, zeker, _ in rijen)
    hoogst = max(_hoogste_plaats(*rij) for rij in rijen)
    omdat = tuple(Reden(_zin(*rij)) for rij in rijen)
    zeker = laagst == hoogst and laagst < len(regel.klassen)
    open_ = tuple(rij[0] for rij in rijen if _hoogste_plaats(*rij) > laagst)
    return Klasseuitkomst(regel.klassen[laagst] if zeker else None, omdat, open_)


def _zin(rij: Maatstaf, zeker: Aantal | None, open_: int) -> str:
    meer = f", en {open_} onbekend" if open_ else ""
    return f"{_naam(rij)}: {'onbekend' if zeker is None else zeker}{meer}"


def _naam(rij: Maatstaf) -> str:
    return " ".join(dict.fromkeys((rij.soort.replace("-", " "), rij.over or rij.kpi or ""))).strip()


def _plaats(rij: Maatstaf, aantal: Aantal) -> int:
    boven = rij.grens == "boven"
    return sum(grens < aantal if boven else grens <= aantal for grens in rij.grenzen)


def _hoogste_plaats(rij: Maatstaf, zeker: Aantal | None, open_: int) -> int:
    return len(rij.grenzen) if zeker is None else _plaats(rij, zeker + open_)


def _telling(blik: Dossierblik, contract: Contract, rij: Maatstaf) -> tuple[Aantal | None, int]:
    """What is counted for certain, and what may come to it; None where nothing is known."""
    if rij.soort in ("omzet", "cijfer"):
        return (_omzet if rij.soort == "omzet" else _laatste)(blik, contract, rij), 0
    if rij.soort == "gebeurtenissen":
        feiten = _gebeurd(blik, contract, rij)
        zeker = sum(bool(feit.record.contracten) for feit in feiten)
        return zeker, len(feiten) - zeker
    if rij.soort == "open-trede":
        standen = [
            stand_van(blik, zaak)
            for zaak in blik.dossier.escalaties
            if contract_van(blik.dossier, zaak) == contract
        ]
        return max((s.trede for s in standen if s.open), default=0), 0
    perioden = _perioden(blik, contract, rij)
    if rij.soort == "gemiste-normen":
        standen_ = [stand for rij_ in perioden.values() for stand in rij_]
        return sum(s in cijfers.MIS for s in standen_), standen_.count(cijfers.ONBEKEND)
    gemist = sum(any(stand in cijfers.MIS for stand in rij_) for rij_ in perioden.values())
    open_ = sum(
        cijfers.ONBEKEND in rij_ and not any(stand in cijfers.MIS for stand in rij_)
        for rij_ in perioden.values()
    )
    return gemist, open_


def _gebeurd(blik: Dossierblik, contract: Contract, rij: Maatstaf) -> tuple[Bestand[Signaal], ...]:
    """The events of a measure, with those that may be of another contract."""
    return tuple(
        feit
        for feit in gebeurtenissen(blik, contract, rij.soorten, rij.venster, blik.vandaag)
        if rij.vorig_jaar == "nee" or dag_van(feit).year == blik.vandaag.year - 1
    )


def _omzet(blik: Dossierblik, contract: Contract, rij: Maatstaf) -> Decimal | None:
    """The base on the contract card of the last calendar year; two for one year are no answer."""
    bedragen = _grondslagen(blik, contract, rij)
    return bedragen[0] if len(bedragen) == 1 else None


def _grondslagen(blik: Dossierblik, contract: Contract, rij: Maatstaf) -> list[Decimal]:
    jaar = str(blik.vandaag.year - 1)
    rijen = contract.kaart.record.grondslagen
    return [g.bedrag for g in rijen if (g.over, g.jaar) == (rij.over, jaar)]


def _laatste(blik: Dossierblik, contract: Contract, rij: Maatstaf) -> Decimal | None:
    """The figure of the last whole period that has one."""
    kpi = blik.register.kpis.get(rij.kpi or "")
    reeks = cijfers.reeks(blik, contract, kpi) if kpi else ()
    return next((rij_.waarde for rij_ in reversed(reeks) if rij_.waarde is not None), None)


def _perioden(blik: Dossierblik, contract: Contract, rij: Maatstaf) -> dict[Periode, list[str]]:
    """How each figure stood in each whole period of the window."""
    uit: dict[Periode, list[str]] = {}
    for kpi in (blik.register.kpis.get(id_) for id_ in kpis_van(contract)):
        for cijfer in cijfers.reeks(blik, contract, kpi) if kpi else ():
            if cijfer.norm is not None and _telt_nog(blik, contract, rij, cijfer.periode):
                uit.setdefault(cijfer.periode, []).append(cijfer.oordeel)
    return uit


def _telt_nog(blik: Dossierblik, contract: Contract, rij: Maatstaf, periode: Periode) -> bool:
    if rij.vorig_jaar == "ja":
        return periode.laatste.year == blik.vandaag.year - 1
    if rij.venster is None:
        return True
    kalender = kalender_op(blik.register, blik.vandaag, contract)
    return blik.vandaag <= bereken(periode.laatste, rij.venster, kalender, rol=Rol.NIET).uiterlijk


def ingang(regel: Klassenregel, nu: int | None, wordt: int, op: date) -> date:
    """From which day another class holds: a heavier one at once, a lighter one on its day."""
    volgorde = [rij.categorie for rij in regel.klassen]
    bekend = nu in volgorde and wordt in volgorde
    lichter = bekend and volgorde.index(wordt) < volgorde.index(nu or 0)
    if not lichter or not regel.lichter_op:
        return op
    dagen = [
        date(jaar, *map(int, dag.split("-")))
        for jaar in (op.year, op.year + 1)
        for dag in regel.lichter_op
    ]
    return min(dag for dag in dagen if dag >= op)


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """A class that is another than the one that was decided."""
    for contract in blik.dossier.contracten:
        regel = contract.regime.klassen
        uit = klasse_op(blik, contract)
        if regel is None or uit is None or not loopt(contract, blik.vandaag):
            continue
        if uit.klasse is None:
            if uit.open:
                yield _onbekend(blik, contract, regel, uit)
            yield from _jaarlijks(blik, contract, regel, None)
            continue
        feit = huidige(blik.dossier, contract.id, blik.vandaag)
        nu = feit.record.categorie if feit else None
        if nu == uit.klasse.categorie:
            yield from _jaarlijks(blik, contract, regel, uit.klasse)
            continue
        dag = ingang(regel, nu, uit.klasse.categorie, blik.vandaag)
        voor = _jaardag(blik, contract, regel)
        yield Werkpunt(
            soort="klasse",
            dossier=blik.dossier.id,
            wat=f"Klasse {uit.klasse.titel} vaststellen voor {contract.id}",
            uiterlijk=voor or dag,
            grond=regel.grond.eis,
            grond_tekst=regel.grond.tekst,
            gevolg="tot dan geldt de klasse die eerder is vastgesteld",
            plek=feit.plek("categorie") if feit else contract.kaart.plek(),
            nu=opdracht("classificeer", blik.dossier.id, contract=contract.id),
            wie=behandelaar(blik.dossier, blik.vandaag),
            kant="AOC",
            omdat=(*uit.omdat, Reden(f"gaat in op {datum_vol(dag)}")),
            contracten=(contract.id,),
            gemeenten=contract.gemeenten,
        )


def _jaardag(blik: Dossierblik, contract: Contract, regel: Klassenregel) -> date | None:
    """The last day of this year's classing by the contract; None once it was done this year."""
    jaar = blik.vandaag.year
    feiten = [f.record for f in blik.dossier.van(Classificatie)]
    if regel.voor is None or any(
        contract.id in f.contracten and f.datum.year == jaar for f in feiten
    ):
        return None
    laatste = date(jaar, *map(int, regel.voor.split("-"))) - timedelta(days=1)
    kalender = kalender_op(blik.register, laatste, contract)
    while not kalender.is_werkdag(laatste):  # before a day that is fixed: what is ours, not after
        laatste -= timedelta(days=1)
    return laatste


def _jaarlijks(
    blik: Dossierblik, contract: Contract, regel: Klassenregel, klasse: Klasse | None
) -> Iterator[Werkpunt]:
    """The class of this year that was not recorded yet, though it may be the one there is."""
    if dag := _jaardag(blik, contract, regel):
        wat = f" ({klasse.titel})" if klasse else ""
        yield Werkpunt(
            soort="klasse-jaarlijks",
            dossier=blik.dossier.id,
            wat=f"Klasse van {blik.vandaag.year} vaststellen voor {contract.id}{wat}",
            uiterlijk=dag,
            grond=regel.grond.eis,
            grond_tekst=regel.grond.tekst,
            gevolg="het contract vraagt dit elk jaar; tot dan geldt de klasse van eerder",
            plek=contract.kaart.plek(),
            nu=opdracht("classificeer", blik.dossier.id, contract=contract.id),
            wie=behandelaar(blik.dossier, blik.vandaag),
            kant="AOC",
            omdat=(Reden(f"in {blik.vandaag.year} is nog geen klasse vastgesteld"),),
            contracten=(contract.id,),
            gemeenten=contract.gemeenten,
        )


def _vastleggen(blik: Dossierblik, contract: Contract, rij: Maatstaf) -> Advies:
    """How what is unknown of a measure comes to be known."""
    if rij.soort == "gebeurtenissen":
        los = next(f for f in _gebeurd(blik, contract, rij) if not f.record.contracten)
        wordt = f"contracten={contract.id}"
        return opdracht("correctie", blik.dossier.id, los.id, wordt=wordt, reden="…")
    if rij.soort != "omzet":
        return opdracht("meting", blik.dossier.id)
    if _grondslagen(blik, contract, rij):
        return advies("laat bij 'grondslagen' op de contractkaart één bedrag van vorig jaar staan")
    return advies("zet 'grondslagen' op de contractkaart, met het bedrag van vorig jaar")


def _onbekend(
    blik: Dossierblik, contract: Contract, regel: Klassenregel, uit: Klasseuitkomst
) -> Werkpunt:
    """A class that cannot be told: what of it is unknown, and how that is recorded."""
    return Werkpunt(
        soort="klasse-onbekend",
        dossier=blik.dossier.id,
        wat=f"Klasse van {contract.id} onbekend: {', '.join(map(_naam, uit.open))}",
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg="zonder dit getal staat niet vast in welke klasse de aanbieder valt",
        plek=contract.kaart.plek(),
        nu=_vastleggen(blik, contract, uit.open[0]),
        wie=behandelaar(blik.dossier, blik.vandaag),
        kant="AOC",
        omdat=uit.omdat,
        contracten=(contract.id,),
        gemeenten=contract.gemeenten,
    )
