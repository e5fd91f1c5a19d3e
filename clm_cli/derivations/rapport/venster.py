"""Floor 4, venster: what a report looks at: a period, and for whom it is made."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date, timedelta
from functools import cached_property

from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.termijnen import uitgangsbeleid
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode
from clm_cli.value import value

PUBLIEKEN = ("intern", "bestuur", "openbaar")
"""For whom a report on the region can be made; besides these each gemeente by its id."""
AANBIEDER = "aanbieder"
"""The provider itself, of its own report."""
_GRENS = 5


@value
class Venster:
    """A period of the register, looked at for somebody; for one gemeente only what it has."""

    kijk: Kijk
    periode: Periode
    publiek: str
    gemeente: str | None = None
    dossier: str | None = None
    """The provider that it is about; None for the whole region."""
    _contracten: dict[str, tuple[Contract, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def vorig(self) -> Venster:
        """The same of the period before."""
        return replace(self, periode=self.periode.vorige())

    @property
    def peil(self) -> date:
        """The day on which is counted what then stood: the last of the period, or today."""
        return min(self.periode.laatste, self.kijk.vandaag)

    def bevat(self, dag: date | None) -> bool:
        """Whether a day lies in the period, and not after the day looked at."""
        return dag is not None and self.periode.eerste <= dag <= self.peil

    @property
    def intern(self) -> bool:
        """Whether it stays inside: then nothing is hidden and providers have their names."""
        return self.publiek == "intern"

    @property
    def noemt_namen(self) -> bool:
        """Whether it has rows of single providers: inside, and to a provider its own."""
        return self.publiek in ("intern", AANBIEDER)

    @property
    def verbergt_aantallen(self) -> bool:
        """Whether also small counts of providers are hidden: the board may know how many."""
        return self.publiek not in ("intern", "bestuur", AANBIEDER)

    @property
    def regio(self) -> Venster:
        """The same of the whole region, to compare with."""
        return replace(self, dossier=None)

    @cached_property
    def delen(self) -> tuple[Venster, ...]:
        """The region, and all of its gemeenten: what the edition of one is laid beside."""
        if self.gemeente is None:
            return (self,)
        gemeenten = (g.id for g in self.kijk.register.organisatie.gemeenten)
        return tuple(replace(self, gemeente=g) for g in (None, *gemeenten))

    @property
    def grens(self) -> int:
        """Counts of people below this are hidden from others."""
        beleid = uitgangsbeleid(self.kijk.register, self.peil)
        return beleid.maskeren_onder or _GRENS

    @property
    def groep(self) -> int:
        """From so many providers on they are compared; never fewer than five outside."""
        beleid = uitgangsbeleid(self.kijk.register, self.peil)
        eigen = beleid.vergelijkgroep or _GRENS
        return eigen if self.intern else max(_GRENS, eigen)

    @cached_property
    def blikken(self) -> tuple[Dossierblik, ...]:
        """The dossiers with a contract in the period."""
        return tuple(
            blik
            for blik in self.kijk.blikken
            if self.dossier in (None, blik.dossier.id) and self.contracten(blik)
        )

    @cached_property
    def toen(self) -> Kijk:
        """The register on the day on which is counted, as it is known now."""
        return Kijk(self.kijk.register.zoals(op=self.peil), self.peil)

    @cached_property
    def blikken_toen(self) -> tuple[Dossierblik, ...]:
        """The same dossiers with only what had happened by then."""
        return tuple(self.toen.blik(blik.dossier.id) for blik in self.blikken)

    def contracten(self, blik: Dossierblik) -> tuple[Contract, ...]:
        """The contracts of a dossier that were carried out in the period, here."""
        if blik.dossier.id not in self._contracten:
            self._contracten[blik.dossier.id] = tuple(
                c
                for c in blik.dossier.contracten
                if (self.gemeente is None or self.gemeente in c.gemeenten)
                and _raakt(c, self.periode)
            )
        return self._contracten[blik.dossier.id]

    def mag(self, blik: Dossierblik) -> str:
        """What the provider is called here: outside nothing is traced to one."""
        return blik.dossier.roepnaam(self.peil) if self.noemt_namen else "een aanbieder"

    @property
    def titel(self) -> str:
        """The period in words."""
        van, tot = datum_vol(self.periode.eerste), datum_vol(self.periode.laatste)
        return f"{self.periode} ({van} t/m {tot})"


def _raakt(contract: Contract, periode: Periode) -> bool:
    begin = contract.looptijd.uitvoering_van if contract.looptijd else None
    if begin is not None and begin > periode.laatste:
        return False
    stand = duurstand(contract, periode.laatste)
    return stand.tot is None or stand.tot > periode.eerste - timedelta(days=1)
