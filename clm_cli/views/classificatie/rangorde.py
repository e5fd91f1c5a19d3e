"""Floor 6, rangorde: the running contracts of the region by the score of their classification."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal

from clm_cli.derivations.classificatie import categorie, hertoetsdag, huidige, score
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.filter import ALLE, Filter, past_contract
from clm_cli.derivations.termijnen import regelt
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.value import value
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.views.tabel import Kolom, tabelregels


@value
class Rang:
    """One contract in the rank; None is unknown."""

    dossier: str
    contract: str
    score: Decimal | None
    categorie: int | None
    gesprekken_per_jaar: int | None
    geldig_vanaf: date | None
    hertoets: date | None
    geregeld: bool = True
    """Whether the contract knows a classification."""

    @property
    def volgorde(self) -> tuple[Decimal, str, str]:
        """Heaviest first; what has no score at the end."""
        return (-self.score if self.score is not None else Decimal(1), self.dossier, self.contract)


@value
class Rangorde:
    """The region in order."""

    rijen: tuple[Rang, ...]


def rangorde(kijk: Kijk, keuze: Filter = ALLE) -> Rangorde:
    """Every running contract of the region, heaviest first; what has no score stands last."""
    rijen = [
        _rang(blik, contract)
        for blik in kijk.blikken
        for contract in blik.dossier.contracten
        if loopt(contract, kijk.vandaag) and past_contract(blik, contract, keuze)
    ]
    return Rangorde(tuple(sorted(rijen, key=lambda rij: rij.volgorde)))


def _rang(blik: Dossierblik, contract: Contract) -> Rang:
    register, feit = blik.register, huidige(blik.dossier, contract.id, blik.vandaag)
    if feit is None:
        geregeld = regelt(contract, "classificatie") != "nee"
        return Rang(blik.dossier.id, contract.id, None, None, None, None, None, geregeld)
    beleid, rij = register.beleid.get(feit.record.beleid), categorie(register, feit)
    return Rang(
        blik.dossier.id,
        contract.id,
        score(beleid.record, feit.record.invoer) if beleid else None,
        feit.record.categorie,
        rij.gesprekken_per_jaar if rij else None,
        feit.record.geldig_vanaf,
        hertoetsdag(register, feit),
    )


_KOLOMMEN = (
    Kolom("dossier", minst=16),
    Kolom("contract", minst=12),
    Kolom("score", rechts=True),
    Kolom("cat.", rechts=True),
    Kolom("per jaar", rechts=True),
    Kolom("hertoets"),
)


def toon(blad: Rangorde, papier: Papier) -> str:
    """The rank as a page."""
    rijen = [
        [
            rij.dossier,
            rij.contract,
            *map(_of, (rij.score, rij.categorie, rij.gesprekken_per_jaar, rij.hertoets)),
        ]
        if rij.geregeld
        else [rij.dossier, rij.contract, "–", "–", "–", "niet geregeld"]
        for rij in blad.rijen
    ]
    tafel = tabelregels(papier, _KOLOMMEN, rijen, 0)
    return "\n".join(["CLASSIFICATIE VAN DE REGIO", "", *tafel])


def _of(waarde: Decimal | date | int | None) -> str:
    if isinstance(waarde, date):
        return datum_vol(waarde)
    if isinstance(waarde, Decimal):
        return getal(waarde)
    return "onbekend" if waarde is None else str(waarde)


def als_json(blad: Rangorde) -> list[Gegevens]:
    """The rank as data."""
    return [asdict(rij) for rij in blad.rijen]
