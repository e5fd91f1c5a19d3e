"""Floor 4, overzicht: what the portfolio says of one dossier, and which dossiers are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.escalatie.hoogste import hoogste_stap, hoogste_trede
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.filter import Filter, past_dossier
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import regelt
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, Kijk, per_dossier
from clm_cli.value import value


@value
class Portret:
    """One dossier in a few words; it can be kept from one run to another."""

    dossier: str
    naam: str
    manager: str | None
    categorieen: tuple[str, ...]
    """Holds '?' where a contract should have one."""
    contracten: int
    """Those that run."""
    zaken: int
    """Cases that are open."""
    trede: int
    stap: str
    """The highest measure in words."""
    onleesbaar: bool
    """Whether it is not known which provider it is."""
    kapot: tuple[str, ...]


def portret(blik: Dossierblik) -> Portret:
    """What the portfolio says of a dossier."""
    dossier, vandaag = blik.dossier, blik.vandaag
    lopend_nu = [contract for contract in dossier.contracten if loopt(contract, vandaag)]
    return Portret(
        dossier.id,
        dossier.roepnaam(vandaag),
        behandelaar(dossier, vandaag),
        _categorieen(blik, lopend_nu),
        len(lopend_nu),
        sum(not gesloten(escalatie) for escalatie in dossier.escalaties),
        hoogste_trede(blik),
        hoogste_stap(blik),
        dossier.aanbieder is None,
        dossier.kapot,
    )


portret_van = per_dossier(portret, Portret)


def portretten(kijk: Kijk, keuze: Filter | None = None) -> Iterator[Portret]:
    """Of every dossier that is asked for; one is only read when its contracts matter to that."""
    keuze = keuze or Filter()
    for naam in kijk.register.dossiers.namen:
        een = portret_van(kijk, naam)
        if een is None or (keuze.wie and keuze.wie != een.manager):
            continue
        if not (keuze.van_contract or keuze.dossiers) or past_dossier(kijk.blik(naam), keuze):
            yield een


def _categorieen(blik: Dossierblik, lopend_nu: Iterable[Contract]) -> tuple[str, ...]:
    """The categories of the running contracts that may have one; '?' for who lacks it."""
    feiten = [
        huidige(blik.dossier, contract.id, blik.vandaag)
        for contract in lopend_nu
        if regelt(contract, "classificatie") != "nee"
    ]
    return tuple(sorted({str(feit.record.categorie) if feit else "?" for feit in feiten}))
