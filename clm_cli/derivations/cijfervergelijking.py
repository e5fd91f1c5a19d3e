"""Floor 4, cijfervergelijking: a figure beside that of other providers, and of the region.

A letter beside itself is in `brieven/vergelijking`, a register beside itself in `verschil/`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from statistics import median

from clm_cli.derivations.metingen import (
    Gemeten,
    aandeel,
    reeks_van,
    waarde_van,
)
from clm_cli.derivations.termijnen import uitgangsbeleid
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, Kijk, eens, per_dossier
from clm_cli.records.cijfers import Kpi
from clm_cli.tijd.periode import Periode
from clm_cli.value import value

KLEINSTE_GROEP = 5
"""So many others there have to be, where the organisation has not said so itself: no provider may
be recognised in the middle of a group."""
OVERZIENBAAR = 50
"""Of more dossiers the page of one does not read the figures of all: it would take as long as they
are many, and `clm kpi` does."""
AANTAL = "aantal"
"""The unit of what is counted: of the figures kept as one number only these can be added up."""


@value
class Groep:
    """The other providers with the same care form in a period."""

    mediaan: Decimal | None
    """None when they are too few to be shown."""
    aanbieders: int


@value
class Aangeleverd:
    """What one provider delivered for one contract, or did not."""

    dossier: str
    contract: Contract
    waarde: Decimal | None
    teller: int | None
    noemer: int | None
    rij: Gemeten | None


@value
class Regiocijfer:
    """A figure of all providers together: the numerators over the denominators."""

    waarde: Decimal | None
    teller: int | None
    noemer: int | None
    bijdragen: tuple[Aangeleverd, ...]
    """What was added up."""


def vergelijking(
    blik: Dossierblik, contract: Contract, kpi: Kpi, periode: Periode, *, minstens: int = 0
) -> Groep:
    """The median of the other providers with the same care form, and how many they are.

    What the provider itself gets to see asks for at least five others (`minstens`), whatever the
    organisation set for its own eyes.
    """
    beleid = uitgangsbeleid(blik.register, periode.laatste)
    grens = beleid.vergelijkgroep or KLEINSTE_GROEP
    rang = _rang(blik.kijk, kpi.id, periode, frozenset(contract.kaart.record.zorgvormen))
    anderen = len(rang.plekken.keys() - {blik.dossier.id})
    genoeg = anderen >= max(grens, minstens, 1)
    return Groep(rang.midden_zonder(blik.dossier.id) if genoeg else None, anderen)


@value
class _Rang:
    """What is known of a kpi for some care forms in a period, from low to high."""

    waarden: tuple[Decimal, ...]
    plekken: Mapping[str, tuple[int, ...]]
    """Where in that row the figures of each provider stand."""

    def midden_zonder(self, dossier: str) -> Decimal:
        """The median of the others, without going past all of them again for each provider."""
        eigen = self.plekken.get(dossier, ())
        aantal = len(self.waarden) - len(eigen)

        def waarde(nummer: int) -> Decimal:
            for plek in eigen:
                nummer += plek <= nummer
            return self.waarden[nummer]

        return median([waarde((aantal - 1) // 2), waarde(aantal // 2)])


@eens
def _rang(kijk: Kijk, kpi_id: str, periode: Periode, vormen: frozenset[str]) -> _Rang:
    """The known figures with one of these care forms, in order."""
    rijen = sorted(
        (Decimal(cijfer.waarde), dossier)
        for dossier, cijfer in _van_allen(kijk).get((kpi_id, periode), ())
        if vormen & set(cijfer.vormen)
    )
    plekken: dict[str, tuple[int, ...]] = {}
    for plek, (_, dossier) in enumerate(rijen):
        plekken[dossier] = (*plekken.get(dossier, ()), plek)
    return _Rang(tuple(waarde for waarde, _ in rijen), plekken)


@value
class Geleverd:
    """A figure that counts, with the care forms of its contract; it can be kept."""

    kpi: str
    periode: Periode
    vormen: tuple[str, ...]
    waarde: str


def geleverd(blik: Dossierblik) -> tuple[Geleverd, ...]:
    """The figures of a dossier that others can be compared with."""
    return tuple(
        Geleverd(kpi.id, periode, tuple(map(str, contract.kaart.record.zorgvormen)), str(waarde))
        for kpi in blik.register.kpis.values()
        for contract in _eigen(blik, kpi)
        for periode, rijen in reeks_van(blik, contract, kpi).items()
        if (waarde := waarde_van(rijen, kpi)) is not None
    )


geleverd_door = per_dossier(geleverd, Geleverd, Periode, cijfers=True)


@eens
def _van_allen(kijk: Kijk) -> Mapping[tuple[str, Periode], Sequence[tuple[str, Geleverd]]]:
    """All that was delivered, by kpi and period, worked out once for the whole region."""
    per: dict[tuple[str, Periode], list[tuple[str, Geleverd]]] = {}
    for naam in kijk.register.dossiers.namen:
        for cijfer in geleverd_door(kijk, naam) or ():
            per.setdefault((cijfer.kpi, cijfer.periode), []).append((naam, cijfer))
    return per


def _eigen(blik: Dossierblik, kpi: Kpi) -> tuple[Contract, ...]:
    """The contracts that each have a figure; a figure of the whole provider is had once."""
    alle = blik.dossier.contracten
    return alle[:1] if kpi.per == "aanbieder" else alle


def tel_op(kpi: Kpi, alle: Sequence[Aangeleverd]) -> Regiocijfer:
    """What was delivered as one figure.

    Shares are never averaged: the numerators are added up, and so are the denominators.
    """
    if kpi.eenheid == AANTAL:
        telt = tuple(rij for rij in alle if rij.waarde is not None)
        samen = sum((rij.waarde or Decimal() for rij in telt), Decimal()) if telt else None
        return Regiocijfer(samen, None, None, telt)
    telt = tuple(rij for rij in alle if rij.noemer is not None and rij.teller is not None)
    teller = sum(rij.teller or 0 for rij in telt) if telt else None
    noemer = sum(rij.noemer or 0 for rij in telt) if telt else None
    return Regiocijfer(aandeel(teller, noemer, kpi), teller, noemer, telt)
