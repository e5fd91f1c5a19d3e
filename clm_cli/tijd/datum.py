"""Floor 1, datum: dates as Dutch readers write them, and amounts as clm does."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import MAX_PREC, ROUND_HALF_UP, Context, Decimal

from clm_cli.woorden import getypt, naaste

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
REGISTERJAREN = (1990, 2079)
"""The years a register may speak of: with the longest term the calendar still knows its feast
days."""

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NL = r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})"
_KORT = r"([0-9]{1,2})[-.]([0-9]{1,2})"
_WOORD = r"([0-9]{1,2})(?:e|de|ste)? ([A-Za-z]{3,9})\.?(?: ([0-9]{4}))?"
_DAGNAAM = re.compile(
    rf"({'|'.join(f'{dag}|{dag[:2]}' for dag in WEEKDAGEN)})\.?,? (.+)", re.IGNORECASE | re.ASCII
)
_MAANDNAMEN = {
    naam[:lengte]: nr for nr, naam in enumerate(MAANDEN, 1) for lengte in (3, len(naam))
} | {"mrt": 3, "sept": 9}
_VORMEN = "schrijf 2026-12-13, 13-12-2026 of 13 december 2026"
_HARD = "\u00a0"
_RUIM = Context(prec=MAX_PREC, rounding=ROUND_HALF_UP)
_SCHRIKKEL = 2028
_TE_DICHT = 60
"""Days between two candidates for a day without a year within which neither is the nearer one."""


def lees_datum(tekst: str, *, rond: date | None = None) -> date:
    """Read '2026-12-13', '13-12-2026' or 'zondag 13 december 2026'; a day's name is checked.

    A day without a year is read only where the caller knows around which day it must lie (`rond`).
    ValueError says in Dutch what is wrong, with both readings where there are two.
    """
    if delen := _DAGNAAM.fullmatch(tekst):
        dag = _kale_datum(delen[2], rond)
        # a day's name that does not fit the date is a slip in one of the two: never guess in which
        hoort = WEEKDAGEN[dag.weekday()]
        if not hoort.startswith(delen[1].lower()):
            raise ValueError(f"{getypt(tekst)} klopt niet: {datum_vol(dag)} is een {hoort}")
        return dag
    return _kale_datum(tekst, rond)


def lees_strikt(tekst: str) -> date:
    """Read a date in the one form that a file of a register has."""
    if not _ISO.fullmatch(tekst):
        bedoeld = lees_datum(tekst).isoformat()
        raise ValueError(f"'{tekst}' is geen datum in de vorm jaar-maand-dag; bedoelt u {bedoeld}?")
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        raise ValueError(f"{tekst} bestaat niet op de kalender") from None
    eerste, laatste = REGISTERJAREN
    if not eerste <= dag.year <= laatste:
        raise ValueError(f"{tekst} kan niet: een register loopt van {eerste} tot en met {laatste}")
    return dag


def lees_gesproken(tekst: str, vandaag: date) -> date:
    """The same as somebody says it on a day: also 'gisteren', and '11 mei' of the nearest year.

    Of the day's own words the beginning is enough: no two begin alike.
    """
    woord = tekst.strip().lower()
    for naam, dagen in _ROND_VANDAAG.items():
        if woord and naam.startswith(woord):
            return vandaag + timedelta(dagen)
    return lees_datum(tekst, rond=vandaag)


def is_dagwoord(tekst: str) -> bool:
    """Whether a text is a day's own word in full, such as 'gisteren'."""
    return tekst.strip().lower() in _ROND_VANDAAG


_ROND_VANDAAG = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}


def _kale_datum(tekst: str, rond: date | None) -> date:
    """A date without the name of its day."""
    if iso := _ISO.fullmatch(tekst):
        return _bestaand(tekst, iso[1], int(iso[2]), iso[3])
    if nl := re.fullmatch(_NL, tekst):
        # 4/5/2026 is another day to an English reader; with points or hyphens it is Dutch
        if nl[2] == "/" and int(nl[1]) != int(nl[3]) and int(nl[1]) <= 12:
            beide = [_bestaand(tekst, nl[4], int(nl[m]), nl[d]) for d, m in ((1, 3), (3, 1))]
            raise ValueError(_beide(tekst, *beide))
        return _bestaand(tekst, nl[4], int(nl[3]), nl[1])
    if rond and (kort := re.fullmatch(_KORT, tekst)) and 1 <= int(kort[2]) <= len(MAANDEN):
        return _nabij(tekst, int(kort[2]), kort[1], rond)
    woord = re.fullmatch(_WOORD, tekst)
    if woord and woord[3]:
        return _bestaand(tekst, woord[3], lees_maand(woord[2].lower(), tekst), woord[1])
    if woord and rond:
        return _nabij(tekst, lees_maand(woord[2].lower(), tekst), woord[1], rond)
    if woord and is_maand(woord[2]):
        _past_in_maand(tekst, lees_maand(woord[2].lower(), tekst), int(woord[1]))
    raise ValueError(f"{getypt(tekst)} is geen datum; {_wenk(tekst)}")


def _past_in_maand(tekst: str, maand: int, dag: int) -> None:
    """Refuse a day that its month has in no year: then a year beside it would not help."""
    dagen = dagen_in(_SCHRIKKEL, maand)
    if not 1 <= dag <= dagen:
        naam = MAANDEN[maand - 1]
        raise ValueError(f"'{tekst}' bestaat niet op de kalender: {naam} heeft {dagen} dagen")


def _nabij(tekst: str, maand: int, dag: str, rond: date) -> date:
    """The day without a year that lies nearest to another day, when that is clear."""
    jaren = [j for j in (rond.year - 1, rond.year, rond.year + 1) if _bestaat(j, maand, int(dag))]
    if not jaren:
        return _bestaand(tekst, str(rond.year), maand, dag)
    dagen = sorted((date(j, maand, int(dag)) for j in jaren), key=lambda d: abs(d - rond))
    # half a year away both years are as likely: then it has to be written out
    ruim = abs(dagen[0] - rond) + timedelta(_TE_DICHT)
    if ook := [dag for dag in dagen[1:] if abs(dag - rond) < ruim]:
        raise ValueError(_beide(tekst, *sorted((dagen[0], *ook))))
    return dagen[0]


def _bestaat(jaar: int, maand: int, dag: int) -> bool:
    return 1 <= dag <= dagen_in(jaar, maand)


def _beide(tekst: str, een: date, ander: date) -> str:
    return (
        f"{getypt(tekst)} is op twee manieren te lezen: als {datum_vol(een)} of als "
        f"{datum_vol(ander)}; schrijf het uit"
    )


def is_maand(woord: str) -> bool:
    """Whether this is the name of a month, or its usual abbreviation."""
    return woord.lower() in _MAANDNAMEN


def lees_maand(woord: str, tekst: str) -> int:
    """The number of a month by its name or its usual abbreviation; `tekst` is what it stands in."""
    if is_maand(woord):
        return _MAANDNAMEN[woord]
    dichtbij = naaste(woord, MAANDEN, 0.7)
    bedoeld = (
        f"bedoeld is misschien {dichtbij}" if dichtbij else "schrijf bijvoorbeeld 13 december 2026"
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
    dagen = dagen_in(int(jaar), maand)
    if not 1 <= int(dag) <= dagen:
        raise ValueError(
            f"'{tekst}' bestaat niet op de kalender: {MAANDEN[maand - 1]} {jaar} heeft {dagen} "
            "dagen"
        )
    return date(int(jaar), maand, int(dag))


def _wenk(tekst: str) -> str:
    """What helps with a text in none of the three forms."""
    if re.fullmatch(r"[0-9]{1,2}[-/. ]([0-9]{1,2}|[A-Za-z]{3,9}\.?)[-/. ][0-9]{2}", tekst):
        voluit = re.sub(r"[/.](?=[0-9])", "-", f"{tekst[:-2]}20{tekst[-2:]}")
        return f"schrijf het jaar met vier cijfers, zoals {voluit}"
    if re.fullmatch(r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4}", tekst):
        return "zet er streepjes tussen, zoals 13-12-2026"
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", tekst):
        return "schrijf maand en dag met twee cijfers, zoals 2026-05-04"
    if (woord := re.fullmatch(_WOORD, tekst)) and is_maand(woord[2]):
        maand = lees_maand(woord[2].lower(), tekst)
        jaar = next(j for j in (2026, _SCHRIKKEL) if _bestaat(j, maand, int(woord[1])))
        return f"zet het jaar erbij, zoals {tekst} {jaar}"
    if not tekst.isprintable() or tekst != " ".join(tekst.split()):
        return f"er staan spaties of tekens te veel in; {_VORMEN}"
    return _VORMEN


def dagen_in(jaar: int, maand: int) -> int:
    """The days that a month has."""
    # before the first of the next month; of which year that January is, December does not mind
    return (date(jaar, maand % 12 + 1, 1) - timedelta(1)).day


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
    """'€ 48.250,00' with a no-break space, in whole cents; half a cent goes away from zero."""
    centen = waarde.quantize(Decimal("0.01"), context=_RUIM)
    return f"€{_HARD}{getal(centen or abs(centen))}"
