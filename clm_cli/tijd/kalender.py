"""Floor 1, kalender: which days are working days, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from clm_cli.tijd import feestdagen
from clm_cli.tijd import gelijkgesteld as besluiten
from clm_cli.tijd.datum import WEEKDAGEN
from clm_cli.tijd.gelijkgesteld import BESLUITEN, Besluit, besluit_over
from clm_cli.value import value

KALENDERS = ("atw", "atw-zonder-besluiten", "feestdagen")
"""The names that an organisation, a contract or a command may choose from."""
OMSCHRIJVINGEN = {
    "atw": "feestdagen en gelijkgestelde dagen, Atw art. 3 lid 1, 2 en 3",
    "atw-zonder-besluiten": "feestdagen, Atw art. 3 lid 1 en 2",
    "feestdagen": "met Goede Vrijdag, 5 mei alleen in lustrumjaren",
}
EERSTE_JAAR, LAATSTE_JAAR = 1966, 2100
"""The years whose feast days are known: the Algemene termijnenwet began in 1965, the library
ends with 2100."""

_GRONDEN = dict.fromkeys((*feestdagen.NAMEN, "Koninginnedag"), "Atw art. 3 lid 1") | {
    "Goede Vrijdag": "Atw art. 3 lid 2"
}
_LUSTRUM = 5
_KONINGSDAG_VANAF = 2014


class BuitenKalender(ValueError):  # noqa: N818 - the words of the domain
    """A day outside the years whose feast days are known."""

    def __init__(self, jaar: int) -> None:
        """`jaar` is the year that was asked for."""
        super().__init__(
            f"het jaar {jaar} valt buiten de kalender: feestdagen zijn bekend van {EERSTE_JAAR} "
            f"tot en met {LAATSTE_JAAR}"
        )


class Rol(StrEnum):
    """What happens to a term of days that ends on no working day (statutory: Atw art. 1)."""

    # Atw art. 1 lid 1: to the end of the first day that is no Saturday, Sunday or feast day
    VOLGENDE = "volgende-werkdag"
    NIET = "niet"
    # Atw art. 1 lid 2 rolls no term that is counted back; the day before is our safe choice
    VORIGE = "vorige-werkdag"


@value
class Sluitingsdag:
    """A day on which the organisation itself is closed."""

    datum: date
    reden: str


@value
class Kalender:
    """A named calendar with the organisation's own closing days.

    All methods raise BuitenKalender outside its years.
    """

    naam: str = "atw"
    sluitingsdagen: tuple[Sluitingsdag, ...] = ()
    rol: Rol = Rol.VOLGENDE
    """Where a term of days goes that ends on no working day."""
    terug: Rol | None = None
    """Where one goes that is counted back, if somebody said so."""
    _gesloten: dict[date, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a name that is not a calendar."""
        if self.naam not in KALENDERS:
            raise ValueError(f"'{self.naam}' is geen kalender; kies uit {', '.join(KALENDERS)}")
        self._gesloten.update((dag.datum, dag.reden) for dag in self.sluitingsdagen)

    @property
    def omschrijving(self) -> str:
        """What the calendar holds, with its ground."""
        return OMSCHRIJVINGEN[self.naam]

    def is_werkdag(self, dag: date) -> bool:
        """Whether a day is a working day."""
        return (
            dag.weekday() < 5
            and dag not in _vrij(self.naam, dag.year)
            and dag not in self._gesloten
        )

    def reden(self, dag: date) -> str | None:
        """Why a day is no working day, with its ground; None for a working day."""
        feest = _vrij(self.naam, dag.year).get(dag)
        if feest is not None:
            return feest
        if dag.weekday() >= 5:
            return WEEKDAGEN[dag.weekday()]
        return self._gesloten.get(dag)

    def is_eigen_sluitingsdag(self, dag: date) -> bool:
        """Whether only the organisation's own closing makes this day no working day."""
        return dag in self._gesloten and dag.weekday() < 5 and dag not in _vrij(self.naam, dag.year)

    def besluit(self, dag: date) -> Besluit | None:
        """The decree by which this day is no working day on this calendar."""
        # Atw art. 3 lid 3: a decree equates a day with a feast day for the Atw alone
        return besluit_over(dag) if self.naam == "atw" else None

    def werkdagen(self, na: date, tot: date) -> int:
        """How many working days lie after `na` up to and including `tot`, which is not earlier."""
        # by whole weeks less the feast days, never day by day: a term may run for years
        totaal = _doordeweeks(tot.toordinal()) - _doordeweeks(na.toordinal())
        for jaar in range(na.year, tot.year + 1):
            totaal -= sum(na < dag <= tot and dag.weekday() < 5 for dag in _vrij(self.naam, jaar))
        return totaal - sum(
            na < dag <= tot and self.is_eigen_sluitingsdag(dag) for dag in self._gesloten
        )

    def kanttekeningen(self, van: date, tot: date) -> tuple[str, ...]:
        """What a reader has to know of the days `van` up to `tot`: the years without a decree."""
        if self.naam != "atw":
            return ()
        vroeg = _jaren(van.year, min(tot.year, besluiten.EERSTE_JAAR - 1))
        laat = _jaren(max(van.year, besluiten.LAATSTE_JAAR + 1), tot.year)
        return tuple(
            (
                f"Over {jaren} is hier geen besluit over gelijkgestelde dagen bekend (Atw art. 3 "
                "lid 3); met zulke dagen is daar geen rekening gehouden."
            )
            for jaren in (vroeg, laat)
            if jaren
        )


def _jaren(van: int, tot: int) -> str:
    if van > tot:
        return ""
    return str(van) if van == tot else f"{van} tot en met {tot}"


def _doordeweeks(nummer: int) -> int:
    """The Mondays to Fridays from day 1 (a Monday) up to and including a day by its ordinal."""
    weken, rest = divmod(nummer, 7)
    return weken * 5 + min(rest, 5)


@lru_cache(maxsize=512)
def _vrij(naam: str, jaar: int) -> dict[date, str]:
    """The feast days and decree days of a year on a named calendar, each with its reason."""
    redenen: dict[date, str] = {}
    for dag, feest in _feesten(jaar):
        # the Atw lists 5 May every year (art. 3 lid 1); most are free only once in five years
        if naam == "feestdagen" and feest == "Bevrijdingsdag" and jaar % _LUSTRUM:
            continue
        reden = feest if naam == "feestdagen" else f"{feest} ({_GRONDEN[feest]})"
        redenen[dag] = f"{redenen[dag]}, {reden}" if dag in redenen else reden
    if naam == "atw":
        for besluit in BESLUITEN:
            redenen.update(
                (dag, f"gelijkgesteld ({besluit.kort})")
                for dag in besluit.dagen
                if dag.year == jaar
            )
    return redenen


def _feesten(jaar: int) -> list[tuple[date, str]]:
    """The feast days of a year with their names; two feasts may share a day."""
    if regel := re.search(rf"^{jaar} (.*)", feestdagen.TABEL, re.MULTILINE):
        dagen = [date(jaar, int(woord[:2]), int(woord[3:])) for woord in regel[1].split()]
        rijen = list(zip(dagen, feestdagen.NAMEN, strict=True))
    else:
        rijen = _uit_bibliotheek(jaar)
    # the table calls it Koningsdag in every year; until then it was named after the queen
    oud = jaar < _KONINGSDAG_VANAF
    return [(dag, "Koninginnedag" if oud and naam == "Koningsdag" else naam) for dag, naam in rijen]


def _uit_bibliotheek(jaar: int) -> list[tuple[date, str]]:
    """The feast days of a year outside the table; the law lists 5 May since 1982."""
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise BuitenKalender(jaar)
    import holidays  # slow to load, and years outside the table are rare

    dagen: dict[str, date] = {}
    for dag, samen in holidays.NL(
        years=jaar, language="nl", categories=("public", "optional")
    ).items():
        dagen |= {
            naam.casefold().replace("koninginnedag", "koningsdag"): dag
            for naam in samen.split("; ")
        }
    rijen = [
        (dagen[naam.casefold()], naam) for naam in feestdagen.NAMEN if naam.casefold() in dagen
    ]
    if {*feestdagen.NAMEN} - {"Bevrijdingsdag"} - {naam for _, naam in rijen}:
        raise BuitenKalender(jaar)
    return rijen


def gekozen(keuzen: Iterable[tuple[date, Kalender]], start: date) -> Kalender:
    """The calendar for a term that starts on a day, of choices that each hold from a day on."""
    eerder = [keuze for keuze in keuzen if keuze[0] <= start]
    # The Algemene termijnenwet governs terms set by law; for a contract the calendar is a choice.
    return max(eerder, key=lambda keuze: keuze[0])[1] if eerder else Kalender("atw")


def werkdagen_tussen(van: date, tot: date, kalender: Kalender) -> int:
    """The working days after `van` up to and including `tot`; below 0 when that lies before."""
    return kalender.werkdagen(van, tot) if van <= tot else -kalender.werkdagen(tot, van)
