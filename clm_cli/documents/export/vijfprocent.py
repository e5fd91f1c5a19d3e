"""Floor 6, vijfprocent: the turnovers that a fine could be measured against, and the percentage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clm_cli.derivations.escalatie.uitvoeringen import geldelijk
from clm_cli.derivations.escalatie.zaken import alle_genomen, einde_van, instrumenten, is_intrekking
from clm_cli.derivations.metingen import gemeten
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.records.cijfers import Omzet


@dataclass(frozen=True, slots=True)
class Grondslag:
    """One base: of a provider and year, of all its contracts or of one."""

    dossier: str
    contract: str | None
    jaar: str
    soort: str
    """What kind of turnover: paid and claimed are never added up."""
    procent: Decimal
    eerder: Decimal
    """What was imposed in the year after it, by the measures that were not taken back."""


def grondslagen(blik: Dossierblik) -> Iterator[Grondslag]:
    """Every base that the delivered turnover gives, for a contract that knows such a cap."""
    per: dict[tuple[str, str], set[str]] = {}
    for (periode, _), rijen in gemeten(blik).items():
        for rij in rijen:
            if isinstance(rij.rij, Omzet):
                per.setdefault((str(periode), rij.rij.soort), set()).add(rij.rij.contract)
    for (jaar, soort), contracten in sorted(per.items()):
        grenzen = {
            c.id: procent
            for c in blik.dossier.contracten
            if c.id in contracten and (procent := _procent(c)) is not None
        }
        if grenzen:
            eerder = _opgelegd(blik, int(jaar[:4]) + 1)
            yield Grondslag(blik.dossier.id, None, jaar, soort, max(grenzen.values()), eerder)
            for id_, procent in sorted(grenzen.items()):
                yield Grondslag(blik.dossier.id, id_, jaar, soort, procent, eerder)


def _procent(contract: Contract) -> Decimal | None:
    """The percentage of the ladder that is taken over a year."""
    return next(
        (
            i.maximum.procent
            for _, i in instrumenten(contract)
            if i.maximum and i.maximum.per == "jaar"
        ),
        None,
    )


def _opgelegd(blik: Dossierblik, jaar: int) -> Decimal:
    som = Decimal(0)
    for g in alle_genomen(blik):
        einde = einde_van(blik.dossier, g.escalatie, g.maatregel)
        geld = geldelijk(blik.dossier, g.escalatie, g.maatregel)
        begrensd = g.instrument and g.instrument.maximum and g.instrument.maximum.per == "jaar"
        telt = g.record.datum.year == jaar and not (einde and is_intrekking(einde))
        if begrensd and telt and geld and geld.bedrag:
            som += geld.bedrag
    return som
