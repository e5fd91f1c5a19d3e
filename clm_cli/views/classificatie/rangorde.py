"""Floor 6, rangorde: the running contracts of the region by the score of their classification."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from clm_cli.derivations.classificatie import categorie, hertoetsdag, huidige, score
from clm_cli.derivations.contracten import loopt
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.woorden import zichtbaar


@dataclass(frozen=True)
class Rang:
    """One contract in the rank; None is unknown."""

    dossier: str
    contract: str
    score: Decimal | None
    categorie: int | None
    gesprekken_per_jaar: int | None
    geldig_vanaf: date | None
    hertoets: date | None

    @property
    def volgorde(self) -> tuple[Decimal, str, str]:
        """Heaviest first; what has no score at the end."""
        return (-self.score if self.score is not None else Decimal(1), self.dossier, self.contract)


@dataclass(frozen=True)
class Rangorde:
    """The region in order."""

    rijen: tuple[Rang, ...]


def rangorde(kijk: Kijk) -> Rangorde:
    """Every running contract of the region, heaviest first; what has no score stands last."""
    rijen = [
        _rang(blik, contract)
        for blik in kijk.blikken
        for contract in blik.dossier.contracten
        if loopt(contract, kijk.vandaag)
    ]
    return Rangorde(tuple(sorted(rijen, key=lambda rij: rij.volgorde)))


def _rang(blik: Dossierblik, contract: Contract) -> Rang:
    register, feit = blik.register, huidige(blik.dossier, contract.id, blik.vandaag)
    if feit is None:
        return Rang(blik.dossier.id, contract.id, None, None, None, None, None)
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


def toon(blad: Rangorde, _: Papier) -> str:
    """The rank as a page."""
    kop = (
        f"{'dossier':24} {'contract':16} {'score':>9} {'cat.':>5} {'per jaar':>9}  {'hertoets':18}"
    )
    regels = [
        f"{rij.dossier[:24]:24} {rij.contract[:16]:16} {_of(rij.score):>9} "
        f"{_of(rij.categorie):>5} {_of(rij.gesprekken_per_jaar):>9}  {_of(rij.hertoets)}"
        for rij in blad.rijen
    ]
    return zichtbaar("\n".join(["CLASSIFICATIE VAN DE REGIO", "", kop, *regels]))


def _of(waarde: Decimal | date | int | None) -> str:
    if isinstance(waarde, date):
        return datum_vol(waarde)
    if isinstance(waarde, Decimal):
        return getal(waarde)
    return "onbekend" if waarde is None else str(waarde)


def als_json(blad: Rangorde) -> list[Gegevens]:
    """The rank as data."""
    return [asdict(rij) for rij in blad.rijen]
