"""Floor 4, verspreiding: the periodic reports on the region that still have to go out (J33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import Advies, opdracht
from clm_cli.derivations.termijnen import kalender_op, uitgangsbeleid
from clm_cli.derivations.zinnen import opsomming
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Plek
from clm_cli.records.lijsten import Rapportverspreid
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import Duur, bereken
from clm_cli.value import value


@value
class Rapportpunt:
    """A period over which a report did not go out to everybody that our own policy names."""

    periode: Periode
    lezers: tuple[str, ...]
    """Who did not get it; empty where the policy names nobody."""
    uiterlijk: date
    elke: str
    plek: Plek
    onzeker: bool = False
    """Whether something that was not read may say that it went out."""

    @property
    def wat(self) -> str:
        """Which report it is, in words."""
        voor = f" voor {opsomming(self.lezers)}" if self.lezers else ""
        return f"rapport over {self.periode}{voor}"

    @property
    def nu(self) -> Advies:
        """The command that makes it."""
        voor = {"voor": self.lezers[0]} if self.lezers else {}
        return opdracht("rapport", "regio", str(self.periode), **voor)


def te_verspreiden(kijk: Kijk, tot: date) -> Iterator[Rapportpunt]:
    """The reports that are due up to a day, the first first; without such policy there are none."""
    kaart, beleid = kijk.register.organisatiebestand, uitgangsbeleid(kijk.register, kijk.vandaag)
    if kaart is None or beleid.rapportage is None:
        return
    plek = kaart.plek("beleid", kaart.record.beleid.index(beleid), "rapportage")
    feiten, onzeker = kijk.register.van(Rapportverspreid), bool(kijk.register.gedeeld.kapot)
    gedaan = {(f.map.rpartition("/")[2], f.record.voor) for f in feiten}
    begin = max(filter(None, (beleid.vanaf, kaart.record.sinds)))
    periode = Periode.van(beleid.rapportage, begin)
    while (dag := _uiterlijk(kijk, periode, beleid.rapport_binnen)) <= tot:
        lezers = tuple(v for v in beleid.rapport_voor if (str(periode), v) not in gedaan)
        niemand = not beleid.rapport_voor and not any(p == str(periode) for p, _ in gedaan)
        if lezers or niemand:
            yield Rapportpunt(periode, lezers, dag, beleid.rapportage, plek, onzeker)
        periode = periode.volgende()


def _uiterlijk(kijk: Kijk, periode: Periode, binnen: Duur | None) -> date:
    if binnen is None:
        return periode.laatste
    return bereken(periode.laatste, binnen, kalender_op(kijk.register, periode.laatste)).uiterlijk
