"""Floor 4, cijfers: the figures of a report: of each contract, and of all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from statistics import median

from clm_cli.derivations.cijfers import (
    BOVEN,
    ONBEKEND,
    ONDER,
    TELT_NIET,
    VOLDOET,
    Cijfer,
    oordeel,
    reeks,
    waarom_leeg,
)
from clm_cli.derivations.cijfervergelijking import Aangeleverd, Regiocijfer, tel_op
from clm_cli.derivations.metingen import GEHEEL, PROCENT, Deel, perioden
from clm_cli.derivations.normen import kpis_van
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, eens
from clm_cli.meldingen import Reden
from clm_cli.records.cijfers import Kpi
from clm_cli.tijd.datum import getal
from clm_cli.tijd.periode import Periode
from clm_cli.value import value


@value
class Bron:
    """What one contract delivered for a kpi over one period, or that it did not."""

    blik: Dossierblik
    contract: Contract
    kpi: Kpi
    cijfer: Cijfer

    @property
    def waarde(self) -> Decimal | None:
        """The figure; None when it is unknown."""
        return self.cijfer.waarde

    @property
    def oordeel(self) -> str:
        """Whether it meets the norm of its contract."""
        return self.cijfer.oordeel

    @property
    def zorgvorm(self) -> str:
        """The care forms of the contract, as one name."""
        return ", ".join(self.contract.kaart.record.zorgvormen)

    @property
    def naam(self) -> str:
        """What it is, with the provider's name."""
        cijfer = self.cijfer
        aanbieder = self.blik.dossier.roepnaam(cijfer.periode.laatste)
        return f"{aanbieder}, {self.contract.id}, {self.kpi.titel}, {cijfer.periode}"

    @cached_property
    def reden(self) -> Reden:
        """The same as a reason, with the place of the row or of the norm that nobody met."""
        cijfer, plek = self.cijfer, self.cijfer.reden.plek
        if cijfer.waarde is None:
            waarom = waarom_leeg(self.blik, (cijfer.gemeten,) if cijfer.gemeten else ())
            norm = cijfer.afspraak.plek if cijfer.afspraak else None
            return Reden(f"{self.naam}: {waarom}", plek or norm)
        delen = f" ({cijfer.teller} van {cijfer.noemer})" if cijfer.teller is not None else ""
        return Reden(f"{self.naam}: {getal(cijfer.waarde)} {self.kpi.eenheid}{delen}", plek)

    @property
    def aangeleverd(self) -> Aangeleverd:
        """As it is added up."""
        return Aangeleverd(
            self.blik.dossier.id,
            self.contract,
            self.cijfer.waarde,
            self.cijfer.teller,
            self.cijfer.noemer,
            self.cijfer.gemeten,
        )


@value
class Samen:
    """A kpi over a period for all contracts together, with what could not be added up."""

    kpi: Kpi
    periode: Periode
    bronnen: tuple[Bron, ...]
    _groepen: dict[tuple[Periode, frozenset[str]], tuple[Bron, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def som(self) -> Regiocijfer:
        """The sum of what can be added up."""
        return tel_op(self.kpi, [b.aangeleverd for b in self.bronnen])

    def groep(self, van: Bron) -> tuple[Bron, ...]:
        """All that is known with a care form in common over its period, its own among it."""
        vormen = frozenset(van.contract.kaart.record.zorgvormen)
        sleutel = (van.cijfer.periode, vormen)
        if sleutel not in self._groepen:
            self._groepen[sleutel] = tuple(
                bron
                for bron in self.bronnen
                if bron.waarde is not None
                and bron.cijfer.periode == sleutel[0]
                and vormen & {*bron.contract.kaart.record.zorgvormen}
            )
        return self._groepen[sleutel]

    @property
    def enige(self) -> Bron | None:
        """The one delivery, when there is one: then there is nothing to add up."""
        bekend = [b for b in self.bronnen if b.waarde is not None]
        return bekend[0] if len(bekend) == 1 else None

    @property
    def waarde(self) -> Decimal | None:
        """The figure; never a mean of percentages, in which a small provider weighs as much."""
        return self.enige.waarde if self.enige else self.som.waarde

    @property
    def opgeteld(self) -> tuple[Bron, ...]:
        """What the figure rests on."""
        telt = {id(rij.rij) for rij in self.som.bijdragen}
        return tuple(
            b for b in self.bronnen if id(b.cijfer.gemeten) in telt and b.waarde is not None
        )

    @property
    def los(self) -> tuple[Bron, ...]:
        """What is known and is no part of it."""
        mee = {id(b) for b in (*self.opgeteld, *((self.enige,) if self.enige else ()))}
        return tuple(b for b in self.bronnen if b.waarde is not None and id(b) not in mee)

    @property
    def teller(self) -> int:
        """The sum of the numerators."""
        return self.som.teller or 0

    @property
    def noemer(self) -> int:
        """The sum of the denominators."""
        return self.som.noemer or 0

    @property
    def mensen(self) -> tuple[int, ...] | None:
        """The counts of people behind it, of a share also those not in it; None when unknown."""
        if self.som.noemer is None:
            return None
        if self.kpi.eenheid == PROCENT:
            return self.teller, self.noemer - self.teller, self.noemer
        return (self.noemer,)

    @property
    def norm(self) -> Decimal | None:
        """The norm where all contracts have the same; else there is none for all together."""
        normen = {b.cijfer.norm for b in self.bronnen}
        return normen.pop() if len(normen) == 1 else None

    @property
    def oordeel(self) -> str:
        """Whether it meets the norm that all have."""
        return oordeel(self.kpi, self.waarde, self.norm, te_toetsen=True)

    @property
    def omdat(self) -> tuple[Reden, ...]:
        """The sum, and each row that it rests on; without a figure each row that there is."""
        if self.enige and not self.noemer:
            return (self.enige.reden,)
        if not self.opgeteld:
            return tuple(b.reden for b in self.bronnen)
        rijen = "uit 1 opgave" if len(self.opgeteld) == 1 else f"uit {len(self.opgeteld)} opgaven"
        delen = f"{getal(Decimal(self.teller))} van {getal(Decimal(self.noemer))}, opgeteld {rijen}"
        wat = delen if self.noemer else f"opgeteld {rijen}"
        return (Reden(wat), *(b.reden for b in self.opgeteld))

    def alleen(self, zorgvorm: str) -> Samen:
        """The same of one care form."""
        return replace(self, bronnen=tuple(b for b in self.bronnen if b.zorgvorm == zorgvorm))


def kpis(venster: Venster) -> tuple[Kpi, ...]:
    """The kpis that a contract of the window has a norm for, in the order of the catalogue."""
    gevraagd = {
        kpi
        for blik in venster.blikken
        for contract in venster.contracten(blik)
        for kpi in kpis_van(contract)
    }
    return tuple(kpi for kpi in venster.kijk.register.kpis.values() if kpi.id in gevraagd)


def deelperioden(kpi: Kpi, periode: Periode) -> list[Periode]:
    """The periods of a kpi that end within the period of a report."""
    alle = perioden(kpi, date(periode.jaar, 1, 1), periode.laatste + timedelta(days=1))
    return [deel for deel in alle if deel.laatste >= periode.eerste]


def samen(venster: Venster, kpi: Kpi, periode: Periode) -> Samen:
    """A kpi over a period, over all contracts of the window."""
    delen = set(deelperioden(kpi, periode))
    return Samen(
        kpi,
        periode,
        tuple(
            Bron(blik, contract, kpi, cijfer)
            for blik in venster.blikken
            for contract in _contracten(venster, blik, kpi)
            for cijfer in reeks_in(blik, contract.id, kpi.id, venster.gemeente)
            if cijfer.periode in delen and _afgesproken(cijfer)
        ),
    )


def _contracten(venster: Venster, blik: Dossierblik, kpi: Kpi) -> tuple[Contract, ...]:
    alle = venster.contracten(blik)
    return alle[:1] if kpi.per == "aanbieder" else alle


def _afgesproken(cijfer: Cijfer) -> bool:
    """Whether a figure was asked, or came in all the same."""
    return cijfer.afspraak is not None or cijfer.gemeten is not None


@eens
def reeks_in(
    blik: Dossierblik, contract: str, kpi: str, gemeente: str | None
) -> tuple[Cijfer, ...]:
    """The series of a contract, or what it delivered on one municipality; worked out once."""
    deel = Deel(gemeente=gemeente) if gemeente else GEHEEL
    eigen = blik.dossier.contract(contract)
    return reeks(blik, eigen, blik.register.kpis[kpi], None, deel) if eigen else ()


def mediaan(bronnen: Sequence[Bron]) -> Decimal | None:
    """The middle of the figures that are known."""
    waarden = [b.waarde for b in bronnen if b.waarde is not None]
    return median(waarden) if waarden else None


def reeks_tot(venster: Venster, kpi: Kpi, aantal: int = 5) -> list[Samen]:
    """All together over the last periods up to this one."""
    periode, uit = venster.periode, list[Samen]()
    for _ in range(aantal):
        uit.append(samen(venster, kpi, periode))
        periode = periode.vorige()
    return uit[::-1]


def stand_in_woorden(gevonden: str) -> str:
    """The standing against the norm, in a word."""
    woorden = {
        ONBEKEND: "onbekend",
        VOLDOET: "voldoet",
        ONDER: "onder de norm",
        BOVEN: "boven de norm",
        TELT_NIET: TELT_NIET,
    }
    return woorden.get(gevonden, "zonder norm")
