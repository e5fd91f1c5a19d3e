"""Floor 1, datum: dates, periods and amounts as Dutch readers write them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
VROEGSTE_JAAR, LAATSTE_JAAR = 1900, 2199
"""The years of a date that somebody means; another year is a typing error."""

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NL = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_WOORD = re.compile(r"([0-9]{1,2}) ([A-Za-z]{3,9})\.? ([0-9]{4})")
_ANDERE_AFKORTING = {"mrt": 3, "sept": 9}
_VORMEN = "schrijf 2026-12-13, 13-12-2026 of 13 december 2026"
_HARD = "\u00a0"


def lees_datum(tekst: str) -> date:
    """Read '2026-12-13', '13-12-2026' or '13 december 2026'.

    ValueError says in Dutch what is wrong.
    """
    if iso := _ISO.fullmatch(tekst):
        return _bestaand(tekst, iso[1], int(iso[2]), iso[3])
    if nl := _NL.fullmatch(tekst):
        return _bestaand(tekst, nl[3], int(nl[2]), nl[1])
    if woord := _WOORD.fullmatch(tekst):
        return _bestaand(tekst, woord[3], _maand(woord[2].lower(), tekst), woord[1])
    raise ValueError(f"'{tekst[:40]}' is geen datum; {_wenk(tekst)}")


def _maand(woord: str, tekst: str) -> int:
    namen = {
        naam[:lengte]: nr for nr, naam in enumerate(MAANDEN, 1) for lengte in (3, len(naam))
    } | _ANDERE_AFKORTING
    if woord in namen:
        return namen[woord]
    from difflib import get_close_matches

    dichtbij = get_close_matches(woord, MAANDEN, n=1, cutoff=0.7)
    bedoeld = (
        f"bedoeld is misschien {dichtbij[0]}"
        if dichtbij
        else "schrijf bijvoorbeeld 13 december 2026"
    )
    raise ValueError(f"'{woord}' in '{tekst}' is geen maand; {bedoeld}")


def _bestaand(tekst: str, jaar: str, maand: int, dag: str) -> date:
    """The date, or which of its parts does not exist."""
    if not VROEGSTE_JAAR <= int(jaar) <= LAATSTE_JAAR:
        raise ValueError(
            f"'{tekst}' is geen datum: het jaar ligt niet tussen {VROEGSTE_JAAR} en {LAATSTE_JAAR}"
        )
    if not 1 <= maand <= 12:
        raise ValueError(f"'{tekst}' is geen datum: een maand {maand} bestaat niet")
    dagen = monthrange(int(jaar), maand)[1]
    if not 1 <= int(dag) <= dagen:
        raise ValueError(
            f"'{tekst}' bestaat niet op de kalender: {MAANDEN[maand - 1]} {jaar} heeft {dagen} "
            "dagen"
        )
    return date(int(jaar), maand, int(dag))


def _wenk(tekst: str) -> str:
    """What helps with a text in none of the three forms."""
    if re.fullmatch(r"[0-9]{1,2}[-/. ]([0-9]{1,2}|[A-Za-z]{3,9}\.?)[-/. ][0-9]{2}", tekst):
        return "schrijf het jaar met vier cijfers, zoals 13-12-2026"
    if re.fullmatch(r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4}", tekst):
        return "zet er streepjes tussen, zoals 13-12-2026"
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", tekst):
        return "schrijf maand en dag met twee cijfers, zoals 2026-05-04"
    if re.fullmatch(r"[0-9]{1,2} [A-Za-z]{3,9}\.?", tekst):
        return f"zet het jaar erbij, zoals {tekst} 2026"
    if not tekst.isprintable() or tekst != " ".join(tekst.split()):
        return f"er staan spaties of tekens te veel in; {_VORMEN}"
    return _VORMEN


def datum_vol(dag: date) -> str:
    """'4 mei 2026'."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_lang(dag: date) -> str:
    """'maandag 4 mei 2026'."""
    return f"{WEEKDAGEN[dag.weekday()]} {datum_vol(dag)}"


def datum_kort(dag: date) -> str:
    """'ma 4 mei'."""
    return f"{WEEKDAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN[dag.month - 1]}"


def getal(waarde: Decimal) -> str:
    """'71,4': a decimal comma, points between thousands, the digits as they were given."""
    return f"{waarde:,f}".translate(str.maketrans(",.", ".,"))


def bedrag(waarde: Decimal) -> str:
    """'€ 48.250,00' and '€ -48.250,00' with a no-break space.

    In whole cents, half a cent away from zero.
    """
    from decimal import ROUND_HALF_UP, Context, Decimal

    ruim = Context(prec=max(28, waarde.adjusted() + 4), rounding=ROUND_HALF_UP)
    centen = waarde.quantize(Decimal("0.01"), context=ruim)
    return f"€{_HARD}{getal(centen or abs(centen))}"


@total_ordering
@dataclass(frozen=True, slots=True)
class Periode:
    """A year, a quarter or a month.

    The earlier is the lesser, of two that begin together the shorter.
    """

    jaar: int
    kwartaal: int | None = None
    maand: int | None = None

    @property
    def eerste(self) -> date:
        """The first day."""
        return date(self.jaar, self.maand or ((self.kwartaal or 1) - 1) * 3 + 1, 1)

    @property
    def laatste(self) -> date:
        """The last day."""
        return self.volgende().eerste - timedelta(days=1)

    def volgende(self) -> Periode:
        """The period of the same length after this one."""
        return self._verder(1)

    def vorige(self) -> Periode:
        """The period of the same length before this one."""
        return self._verder(-1)

    def _verder(self, stap: int) -> Periode:
        if self.kwartaal is not None:
            jaar, kwartaal = divmod(self.jaar * 4 + self.kwartaal - 1 + stap, 4)
            return Periode(jaar, kwartaal=kwartaal + 1)
        if self.maand is not None:
            jaar, maand = divmod(self.jaar * 12 + self.maand - 1 + stap, 12)
            return Periode(jaar, maand=maand + 1)
        return Periode(self.jaar + stap)

    def __str__(self) -> str:
        """The way it is written in a file: '2026', '2026-K1', '2026-03'."""
        if self.kwartaal is not None:
            return f"{self.jaar}-K{self.kwartaal}"
        return f"{self.jaar}-{self.maand:02d}" if self.maand is not None else str(self.jaar)

    def __lt__(self, ander: Periode) -> bool:
        """Earlier first; of two that begin together the shorter one."""
        return (self.eerste, self.laatste) < (ander.eerste, ander.laatste)


def lees_periode(tekst: str) -> Periode:
    """Read '2026', '2026-K1' or '2026-03'; ValueError says in Dutch what is wrong."""
    delen = re.fullmatch(r"((?:19|20|21)[0-9]{2})(?:-(?:K([1-4])|(0[1-9]|1[0-2])))?", tekst)
    if not delen:
        raise ValueError(f"'{tekst[:40]}' is geen periode; schrijf 2026, 2026-K1 of 2026-03")
    return Periode(
        int(delen[1]), int(delen[2]) if delen[2] else None, int(delen[3]) if delen[3] else None
    )
