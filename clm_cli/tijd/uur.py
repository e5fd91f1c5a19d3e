"""Floor 1, uur: a clock time as people write and say it."""

from __future__ import annotations

import re
from datetime import time

from clm_cli.tijd.telwoord import getal_van
from clm_cli.woorden import getypt

_UUR = r"(?:[01]?[0-9]|2[0-3])"
_CIJFERS = (
    rf"(?P<u>{_UUR}) ?(?:[:.]|[uh] ?)(?P<m>[0-5][0-9]) ?(?:uur|u|h)?"
    rf"|(?P<kaal>{_UUR}) ?(?:uur|u|h)|(?P<vier>[01][0-9][0-5][0-9]|2[0-3][0-5][0-9])(?: ?uur)?"
)
_DEEL = r"(?P<wat>.+?) (?:'s )?(?P<deel>ochtends|morgens|middags|avonds|nachts)"
_GEZEGD = (
    r"(?:(?P<min>[a-zéë]+|[0-9]{1,2})(?: (?:minuten|minuut))? (?P<kant>over|voor) )?"
    r"(?P<half>half )?(?P<uur>[a-zéë]+|[0-9]{1,2})(?: (?P<woord>uur))?"
)
_HALVE_DAG, _DAG = 720, 1440
_DAGDELEN = {
    "ochtends": (240, 720),
    "morgens": (240, 720),
    "middags": (720, 1110),
    "avonds": (1020, 1440),
    "nachts": (1320, 1800),
}
"""From when to when a part of the day is called so, in minutes; a night ends on the next day."""
_APOSTROF = str.maketrans("’‘`", "'''")


def lees_tijd(tekst: str) -> time:
    """Read '14:00', '9u30', '9 uur' and 'half tien 's ochtends'.

    ValueError says in Dutch what is wrong, with both readings where there are two: who says 'half
    tien' may mean the evening, and figures go by a clock of 24 hours.
    """
    kaal = " ".join(tekst.lower().translate(_APOSTROF).split())
    if kaal in ("middernacht", "24:00", "24.00", "24 uur"):
        raise ValueError(
            f"{getypt(tekst)} is geen tijd in de vorm uur:minuut; schrijf 23:59, of 00:00 met de "
            "dag die dan begint"
        )
    delen = re.fullmatch(_DEEL, kaal)
    romp, deel = (delen["wat"], delen["deel"]) if delen else (kaal, None)
    uit = _in_cijfers(romp)
    minuten = (uit,) if uit is not None else _gezegd(romp)
    if not minuten:
        raise ValueError(f"{getypt(tekst)} is geen tijd in de vorm uur:minuut, zoals 14:00")
    if deel and len(minuten) == 1 and minuten[0] < _HALVE_DAG + 60:
        # up to twelve is also how the afternoon is said in figures: '2 uur 's middags'
        minuten = (*minuten, (minuten[0] + _HALVE_DAG) % _DAG)
    past = [m for m in minuten if deel is None or _hoort(m, deel)]
    if not past:
        raise ValueError(f"{getypt(tekst)} klopt niet: {_klok(minuten[0])} is niet 's {deel}")
    if len(past) > 1:
        een, ander = map(_klok, past)
        raise ValueError(
            f"{getypt(tekst)} is op twee manieren te lezen: als {een} of als {ander}; schrijf het "
            "in cijfers"
        )
    return time(*divmod(past[0], 60))


def _in_cijfers(tekst: str) -> int | None:
    """Minutes since midnight of a time in figures."""
    delen = re.fullmatch(_CIJFERS, tekst)
    if not delen:
        return None
    if vier := delen["vier"]:
        return int(vier[:2]) * 60 + int(vier[2:])
    return int(delen["u"] or delen["kaal"]) * 60 + int(delen["m"] or 0)


def _gezegd(tekst: str) -> tuple[int, ...]:
    """Both moments of a day that a time in words can be; nothing when it is none."""
    delen = re.fullmatch(_GEZEGD, tekst)
    if not delen or not (delen["min"] or delen["half"] or delen["woord"]):
        return ()
    uur, minuten = _getal(delen["uur"]), 0
    if uur is None or not 1 <= uur <= 12 or (delen["half"] and delen["woord"]):
        return ()
    if delen["min"]:
        los = 15 if delen["min"] == "kwart" else _getal(delen["min"])
        if los is None or not 1 <= los < 30 or (delen["half"] and los > 10):
            return ()
        minuten = los if delen["kant"] == "over" else -los
    minuut = (uur * 60 + minuten - (30 if delen["half"] else 0)) % _HALVE_DAG
    return minuut, minuut + _HALVE_DAG


def _getal(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() else getal_van(tekst)


def _hoort(minuut: int, deel: str) -> bool:
    van, tot = _DAGDELEN[deel]
    return van <= minuut < tot or minuut + _DAG < tot


def _klok(minuut: int) -> str:
    return f"{minuut // 60:02d}:{minuut % 60:02d}"
