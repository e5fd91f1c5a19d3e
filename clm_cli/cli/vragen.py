"""Floor 8, vragen: a question to the person at the terminal, and what was answered before."""

from __future__ import annotations

import sys
from collections import deque

from clm_cli.cli.uitvoer import meld
from clm_cli.commands.opnieuw import laat_los
from clm_cli.meldingen import Afgebroken
from clm_cli.persoonsgegevens import gevonden_bsn

_GEGEVEN: list[tuple[str, str]] = []
_EERDER: deque[tuple[str, str]] = deque()
_OPTIES: dict[str, list[str]] = {}
"""What was answered and stands in no draft, as the options of this command."""


def begin() -> None:
    """A new command: nothing was answered yet."""
    _GEGEVEN.clear()
    _EERDER.clear()
    _OPTIES.clear()


def als_optie(optie: str, antwoord: object) -> None:
    """Remember an answer by the option that says the same; of a part there is none."""
    waarden = antwoord if isinstance(antwoord, list) else [antwoord]
    teksten = [waarde for waarde in waarden if isinstance(waarde, str)]
    if len(teksten) == len(waarden):
        _OPTIES[optie] = [tekst for tekst in teksten if not gevonden_bsn(tekst)]


def in_concept() -> None:
    """What was answered is in a draft now."""
    _OPTIES.clear()


def beantwoord() -> list[str]:
    """What was answered and is in no draft, as words behind this command."""
    return [deel for optie, rij in _OPTIES.items() for waarde in rij for deel in (optie, waarde)]


def opnieuw() -> None:
    """The same command once more: who answered a question is not asked it again."""
    _EERDER.clear()
    _EERDER.extend(_GEGEVEN)
    _GEGEVEN.clear()


def ja(uitleg: str, zin: str) -> bool:
    """Whether somebody agrees; Enter is no, and what is neither is asked again."""
    fout = ""
    while (antwoord := vraag(f"{fout}{uitleg}", zin).strip().lower()) not in ("j", "ja"):
        if antwoord in ("", "n", "nee"):
            return False
        fout = "Typ ja of nee.\n"
    return True


def vraag(uitleg: str, zin: str) -> str:
    """Ask on the terminal; the question is no result, so it goes to stderr.

    Nobody waits for who thinks about it. Raises Afgebroken for who stops here, so that whoever
    holds the answers before this one can keep them.
    """
    if _EERDER and _EERDER[0][0] == uitleg:
        _GEGEVEN.append(_EERDER.popleft())
        return _GEGEVEN[-1][1]
    _EERDER.clear()
    laat_los()
    meld(uitleg)
    sys.stderr.write(zin)
    sys.stderr.flush()
    try:
        antwoord = sys.stdin.readline()
    except KeyboardInterrupt:
        antwoord = ""
    if not antwoord:
        raise Afgebroken
    _GEGEVEN.append((uitleg, antwoord.rstrip("\n")))
    return _GEGEVEN[-1][1]
