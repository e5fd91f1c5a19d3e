"""Floor 1, getal: amounts and numbers as people type them, and as a file keeps them."""

from __future__ import annotations

import re
from decimal import Decimal

from clm_cli.woorden import getypt

_HEEL = r"[0-9]{1,12}"
_GROEPEN = r"[1-9][0-9]{0,2}(?:[. ][0-9]{3})+"
_VORM = re.compile(rf"(?P<min>-?)(?P<heel>{_GROEPEN}|{_HEEL})(?:,(?P<komma>[0-9]{{1,6}}))?")
_PUNT = re.compile(rf"-?{_HEEL}\.[0-9]{{1,6}}")
_TWEE_LEZINGEN = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
"""One point with three digits behind it: thousands to a Dutch reader, decimals to a file."""
_ENGELS = r"-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+"
_EURO = r"(?i)^(-?) ?(?:€|eur(?:o)?\b) ?(-?)|(?: ?(?:€|euro?|,--?))+$"
_KAAL = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2212": "-"})


def lees_getal(tekst: str, eenheid: str = "") -> Decimal:
    """Read '7,3', '1.250,5', '48250' or '58.9', and with its unit '€ 684.905' or '90 %'.

    Of an amount in euros no point stands before three decimals, so '684.905' is read as a whole.
    ValueError says in Dutch what is wrong, with both readings where there are two.
    """
    euro = is_euro(eenheid)
    kaal = _zonder_eenheid(tekst.translate(_KAAL), eenheid)
    # 1.250 is a thousand in Dutch and one and a quarter in English: ask, never guess
    if _TWEE_LEZINGEN.fullmatch(kaal) and not euro:
        raise ValueError(_beide(tekst, kaal))
    # no amount has three decimals: here an English reader means thousands
    if euro and re.fullmatch(r"-?[1-9][0-9]{0,2},[0-9]{3}", kaal):
        raise ValueError(_beide(tekst, kaal.replace(",", ".")))
    if delen := _VORM.fullmatch(kaal):
        heel = re.sub(r"[. ]", "", delen["heel"])
        waarde = Decimal(f"{delen['min']}{heel}.{delen['komma'] or ''}".rstrip("."))
    elif _PUNT.fullmatch(kaal):
        waarde = Decimal(kaal)
    else:
        raise ValueError(f"{getypt(tekst)} is geen {'bedrag' if euro else 'getal'}{_wenk(kaal)}")
    if abs(waarde) >= Decimal(10) ** 12:
        raise ValueError(f"{getypt(tekst)} is te groot; een getal heeft hooguit twaalf cijfers")
    return waarde


def lees_bedrag(tekst: str) -> Decimal:
    """Read an amount in euros, with or without its sign; at most two decimals."""
    waarde = lees_getal(tekst, "euro")
    # an amount goes to the cent; more is a slip or a tariff of another kind
    if -int(waarde.as_tuple().exponent) > 2:
        raise ValueError(f"{getypt(tekst)} is geen bedrag; er staan meer dan twee decimalen")
    return waarde


def lees_geheel(tekst: str) -> int:
    """Read a whole number; here '1.250' can only be one thing."""
    kaal = tekst.translate(_KAAL)
    if not re.fullmatch(rf"-?(?:{_GROEPEN}|0|[1-9][0-9]{{0,8}})", kaal):
        raise ValueError(f"{getypt(tekst)} is geen heel getal, zoals 14")
    return int(re.sub(r"[. ]", "", kaal))


def is_euro(eenheid: str | None) -> bool:
    """Whether a unit is that of money."""
    return bool(re.match(r"€|euro?\b", eenheid or "", re.IGNORECASE))


def schrijf_getal(waarde: Decimal) -> str:
    """A number as a file keeps it: a decimal point, and never open to two readings.

    Three decimals get a nought behind them: 7,125 is kept as 7.1250.
    """
    tekst = f"{waarde:f}"
    return f"{tekst}0" if _TWEE_LEZINGEN.fullmatch(tekst) else tekst


def _zonder_eenheid(tekst: str, eenheid: str) -> str:
    if is_euro(eenheid):
        return re.sub(_EURO, r"\1\2", tekst)
    return re.sub(r" ?%$", "", tekst) if eenheid == "%" else tekst


def _beide(tekst: str, kaal: str) -> str:
    heel, breuk = kaal.replace(".", ""), kaal.rstrip("0").rstrip(".")
    return (
        f"{getypt(tekst)} is op twee manieren te lezen: als {heel} of als "
        f"{breuk.replace('.', ',')}; schrijf {heel} of {schrijf_getal(Decimal(breuk))}"
    )


def _wenk(kaal: str) -> str:
    """What helps with a text that is no number."""
    if re.fullmatch(_ENGELS, kaal):
        return f"; bedoelt u {kaal.replace(',', '')}?"
    if re.fullmatch(r".*[0-9] ?%", kaal):
        return "; laat het procentteken weg, de eenheid staat apart"
    if re.match(r"€|euro?\b", kaal, re.IGNORECASE):
        return "; laat het euroteken weg, de eenheid staat apart"
    return ", zoals 58,9 of 48250"
