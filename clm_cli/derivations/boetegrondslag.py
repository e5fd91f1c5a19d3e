"""Floor 4, boetegrondslag: the turnovers that a fine could be measured against, and the room.

Nothing is chosen here: where the contract does not say which turnover it means, each stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.uitvoeringen import geldelijk
from clm_cli.derivations.escalatie.zaken import alle_genomen, instrumenten
from clm_cli.derivations.metingen import Gemeten, gemeten
from clm_cli.derivations.procent import procent_van
from clm_cli.derivations.termijnen import lees_vraag
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek
from clm_cli.records.cijfers import Omzet
from clm_cli.records.regime import Maximum, Vraag
from clm_cli.tijd.periode import Periode, lees_periode
from clm_cli.value import value


@value
class Omzetdeel:
    """The turnover of one contract, as it was delivered."""

    contract: str
    bedrag: Decimal
    btw: str
    plek: Plek
    twijfel: str = ""
    """Why it cannot be as it stands; nothing is measured against it then."""


@value
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
    delen: tuple[Omzetdeel, ...]
    mist: str = ""
    """Why it cannot be added up; empty where it can."""

    @property
    def omzet(self) -> Decimal | None:
        """The base itself; None while a part of it is not known."""
        return None if self.mist else sum((deel.bedrag for deel in self.delen), Decimal(0))

    @property
    def grens(self) -> Decimal | None:
        """The percentage of it."""
        if self.omzet is None:
            return None
        return procent_van(self.omzet, self.procent)

    @property
    def ruimte(self) -> Decimal | None:
        """What may still be imposed."""
        return None if self.grens is None else self.grens - self.eerder


def grondslagen(blik: Dossierblik) -> Iterator[Grondslag]:
    """Every base that the delivered turnover gives, for a contract that knows such a cap."""
    per: dict[tuple[str, str], list[Omzetdeel]] = {}
    for (periode, _), rijen in gemeten(blik).items():
        for rij in rijen:
            if isinstance(rij.rij, Omzet) and periode.lengte == "jaar":
                per.setdefault((str(periode), rij.rij.soort), []).append(_deel(rij, rij.rij))
    for (jaar, soort), delen in sorted(per.items(), key=lambda paar: paar[0]):
        grenzen = {
            c.id: maximum.procent
            for c in blik.dossier.contracten
            if c.id in {deel.contract for deel in delen} and (maximum := _maximum(c))
        }
        if grenzen:
            eerder = _opgelegd(blik, int(jaar[:4]) + 1)
            hoogste, mist = max(grenzen.values()), _mist(blik, lees_periode(jaar), delen)
            yield Grondslag(blik.dossier.id, None, jaar, soort, hoogste, eerder, tuple(delen), mist)
            for id_, procent in sorted(grenzen.items()):
                eigen = [deel for deel in delen if deel.contract == id_]
                yield Grondslag(
                    *(blik.dossier.id, id_, jaar, soort, procent, eerder),
                    tuple(eigen),
                    _onbruikbaar(eigen),
                )


def _deel(rij: Gemeten, omzet: Omzet) -> Omzetdeel:
    return Omzetdeel(omzet.contract, omzet.bedrag, omzet.btw, rij.plek, rij.twijfel)


def _mist(blik: Dossierblik, jaar: Periode, delen: Sequence[Omzetdeel]) -> str:
    """Why the turnovers of the contracts are not that of the provider."""
    bekend = {deel.contract for deel in delen}
    zonder = [
        c.id
        for c in blik.dossier.contracten
        if c.id not in bekend and _maximum(c) and _liep(c, jaar)
    ]
    if zonder:
        return f"van {', '.join(zonder)} is over {jaar} geen omzet vastgelegd"
    if len({deel.btw for deel in delen} - {"vrijgesteld"}) > 1:
        return "bedragen met en zonder btw zijn niet op te tellen"
    return _onbruikbaar(delen)


def _onbruikbaar(delen: Sequence[Omzetdeel]) -> str:
    twijfel = next((deel.twijfel for deel in delen if deel.twijfel), "")
    if twijfel:
        return f"het bedrag kan niet kloppen: {twijfel}"
    namen = [deel.contract for deel in delen]
    dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
    return f"van {', '.join(dubbel)} staan er twee bedragen" if dubbel else ""


def _liep(contract: Contract, jaar: Periode) -> bool:
    van = contract.looptijd.uitvoering_van if contract.looptijd else None
    tot = duurstand(contract, jaar.laatste).tot
    return (van is None or van <= jaar.laatste) and (tot is None or tot >= jaar.eerste)


def _maximum(contract: Contract) -> Maximum | None:
    """The cap of the ladder that is taken over a year."""
    alle = (i.maximum for _, i in instrumenten(contract) if i.maximum)
    return next((maximum for maximum in alle if maximum.per == "jaar"), None)


def open_vragen(blik: Dossierblik) -> tuple[Vraag, ...]:
    """What the contract leaves open on the base, and nobody recorded a reading of."""
    uit: dict[str, Vraag] = {}
    for contract in blik.dossier.contracten:
        maximum = _maximum(contract)
        for regel in (maximum.jaar, maximum.contracten, maximum.btw) if maximum else ():
            if regel and regel.vraag:
                lezing = lees_vraag(blik.register, contract.regime, regel.vraag, blik.vandaag)
                vraag = next((v for v in contract.regime.vragen if v.id == regel.vraag), None)
                if lezing.keuze is None and vraag:
                    uit[vraag.id] = vraag
    return tuple(uit.values())


def _opgelegd(blik: Dossierblik, jaar: int) -> Decimal:
    som = Decimal(0)
    for g in alle_genomen(blik):
        geld = geldelijk(blik.dossier, g.escalatie, g.maatregel)
        begrensd = g.instrument and g.instrument.maximum and g.instrument.maximum.per == "jaar"
        dit_jaar = g.record.datum.year == jaar and blijft(g)
        if begrensd and dit_jaar and geld and geld.bedrag:
            som += geld.bedrag
    return som
