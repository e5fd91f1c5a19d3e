"""Floor 1, gelijkgesteld: days that a decree equated with a feast day (Atw art. 3 lid 3).

The table is kept by hand.
"""

from __future__ import annotations

from datetime import date

from clm_cli.value import value


@value
class Besluit:
    """One royal decree: its name, its number where known, the years it settles, and its days."""

    naam: str
    van_jaar: int
    tot_jaar: int
    dagen: tuple[date, ...]
    bwbr: str | None = None

    @property
    def kort(self) -> str:
        """How a line of a calendar cites it: its number, else the years it settles."""
        return self.bwbr or f"besluit voor {self.van_jaar}-{self.tot_jaar}"


# the library of feast days knows none of these days, and public copies have typing errors
BESLUITEN = (
    Besluit(
        (
            "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 "
            "en 30 mei 2025"
        ),
        van_jaar=2023,
        tot_jaar=2025,
        dagen=(
            date(2023, 4, 28),
            date(2023, 5, 19),
            date(2024, 5, 10),
            date(2024, 12, 27),
            date(2025, 5, 30),
        ),
    ),
    Besluit(
        (
            "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en "
            "26 mei 2028"
        ),
        van_jaar=2026,
        tot_jaar=2028,
        dagen=(
            date(2026, 1, 2),
            date(2026, 5, 15),
            date(2027, 5, 7),
            date(2028, 4, 28),
            date(2028, 5, 26),
        ),
        bwbr="BWBR0051300",
    ),
)
"""Every decree that is held, oldest first, years without a gap between them; a new one is added,
none is changed."""

EERSTE_JAAR, LAATSTE_JAAR = BESLUITEN[0].van_jaar, BESLUITEN[-1].tot_jaar


def besluit_over(dag: date) -> Besluit | None:
    """The decree that equates this day with a feast day."""
    return next((besluit for besluit in BESLUITEN if dag in besluit.dagen), None)
