"""Floor 4, filter: which dossiers, points of work and files somebody asks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from clm_cli.bestand import Bestand
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.records.basis import Deel
from clm_cli.register import Register
from clm_cli.value import value

GEWOON = 28
"""Days ahead that the werklijst shows unless asked otherwise."""


@value
class Filter:
    """What to show; empty shows all."""

    wie: str | None = None
    gemeente: str | None = None
    zorgvorm: str | None = None
    perceel: str | None = None
    contract: str | None = None
    kant: str | None = None
    niveau: str | None = None
    bij: str | None = None
    dossiers: frozenset[str] = frozenset()
    dagen: int = GEWOON

    @property
    def van_contract(self) -> str:
        """What it asks of a contract, in words; empty when nothing."""
        namen = ("contract", "zorgvorm", "perceel", "gemeente")
        return ", ".join(f"{n} {wat}" for n in namen if (wat := getattr(self, n)))

    @property
    def om_werk(self) -> bool:
        """Whether it asks anything of a point of work itself."""
        return any((self.kant, self.niveau, self.bij))


ALLE = Filter()


def past_dossier(blik: Dossierblik, keuze: Filter) -> bool:
    """Whether a dossier is one of those that are asked for; by its contracts and who has it."""
    dossier = blik.dossier
    if keuze.wie and behandelaar(dossier, blik.vandaag) != keuze.wie:
        return False
    return _is_gevraagd(dossier, dossier.contracten, keuze)


def past_contract(blik: Dossierblik, contract: Contract, keuze: Filter) -> bool:
    """The same of one contract."""
    return past_dossier(blik, keuze) and _is_gevraagd(blik.dossier, (contract,), keuze)


def past_punt(register: Register, punt: Werkpunt, keuze: Filter) -> bool:
    """The same of a point, by the contracts and municipalities it is about.

    Its dossier is only read when something is asked of its contracts.
    """
    if punt.gemeenten and keuze.gemeente is not None:
        if keuze.gemeente not in punt.gemeenten:
            return False
        keuze = replace(keuze, gemeente=None)
    if keuze.dossiers and punt.dossier not in keuze.dossiers:
        return False
    if keuze.van_contract:
        dossier = register.dossiers[punt.dossier]
        if not _is_gevraagd(dossier, _genoemd(dossier, punt.contracten), keuze):
            return False
    # J06: what has no side yet is lost to neither; that it has none is a melding.
    kant = punt.kant or keuze.kant
    paren = (keuze.bij, punt.bij), (keuze.kant, kant), (keuze.niveau, punt.niveau)
    return all(gevraagd in (None, heeft) for gevraagd, heeft in paren)


def past_bestand(dossier: Dossier, bestand: Bestand[Deel], keuze: Filter) -> bool:
    """The same of a file: by the contracts that it names, else those of what it lies with.

    What names none is about the whole dossier.
    """
    genoemd: Sequence[str] = getattr(bestand.record, "contracten", ())
    dingen = (*dossier.gesprekken, *dossier.brieven, *dossier.contracten, *dossier.escalaties)
    for ding in () if genoemd else dingen:
        if ding.pad == bestand.map:
            genoemd = (ding.id,) if isinstance(ding, Contract) else _van(ding.bestanden)
    return _is_gevraagd(dossier, _genoemd(dossier, genoemd), keuze)


def past_verwezen(dossier: Dossier, contracten: Collection[str], keuze: Filter) -> bool:
    """The same of something that names its contracts itself; none is the whole dossier."""
    return _is_gevraagd(dossier, _genoemd(dossier, contracten), keuze)


def _van(bestanden: Sequence[Bestand[Deel]]) -> tuple[str, ...]:
    """The contracts that a talk, letter or case is about: those that its card or opening names."""
    return tuple(c for b in bestanden for c in getattr(b.record, "contracten", ()))


def _genoemd(dossier: Dossier, namen: Collection[str]) -> Sequence[Contract]:
    return [c for c in dossier.contracten if c.id in namen] or dossier.contracten


def _is_gevraagd(dossier: Dossier, contracten: Sequence[Contract], keuze: Filter) -> bool:
    """Whether one of the contracts is all that is asked for."""
    if keuze.dossiers and dossier.id not in keuze.dossiers:
        return False
    return not keuze.van_contract or any(_past(contract, keuze) for contract in contracten)


def _past(contract: Contract, keuze: Filter) -> bool:
    kaart = contract.kaart.record
    paren = (
        (keuze.gemeente, contract.gemeenten),
        (keuze.zorgvorm, kaart.zorgvormen),
        (keuze.perceel, kaart.percelen),
        (keuze.contract, (contract.id,)),
    )
    return all(gevraagd is None or gevraagd in heeft for gevraagd, heeft in paren)
