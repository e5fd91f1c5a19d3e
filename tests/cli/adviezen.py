"""The commands that texts of clm advise, as words: as the advice knows them, or read in it."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from clm_cli.advies import Advies
from clm_cli.cli.nederlands import maak
from clm_cli.cli.omgeving import ALGEMEEN
from clm_cli.cli.opdrachten import GEWOON, TABEL

PAKKET = Path(__file__).parents[2] / "clm_cli"
WAARDE = "§"
"""Stands for a value that a text fills in."""
_ZIN = {*"als daarna dan de een en er laat legt maakt met of plant rekent".split()}  # noqa: SIM905
_ZIN |= {"toont", "u", "zegt", "zet", "zonder"}
"""Words with which a sentence goes on after a command."""
_PROZA = {*"blijft daar dit gebruikt geen geldt gelden gemaakt haar heeft herkent".split()}  # noqa: SIM905
_PROZA |= {*"het hier in is kent leest maakt maakte neemt niet nu vult wat weet".split()}  # noqa: SIM905
_PROZA |= {"weer", "wie", "zelf"}
"""What follows where a text speaks of clm itself; anything else behind `clm` is a command."""
_GEMEEN = {naam: bool(waarde) for naam, waarde, _ in ALGEMEEN}


def opdrachten_in(tekst: str) -> list[list[str]]:
    """The words behind each `clm` of an advice; prose about clm itself gives nothing."""
    if isinstance(tekst, Advies) and tekst.opdrachten:
        return [list(rij) for rij in tekst.opdrachten]
    delen = re.split(r"\bclm (?=[a-z-])", tekst)[1:]
    over = [deel for deel in delen if re.split(r"[ .;,]", deel)[0] not in _PROZA]
    return [rij for deel in over if (rij := _woorden(deel))]


def _woorden(tekst: str) -> list[str]:
    """The words of one command, up to punctuation or a word that goes on with the sentence."""
    deel = re.split(r"[;:)(`]|\.?\n|, |\. |\.$| {2,}|\?", tekst)[0]
    try:
        ruw = shlex.split(deel.replace("…", WAARDE))
    except ValueError:
        ruw = deel.replace("…", WAARDE).split()
    woorden: list[str] = []
    for woord in ruw:
        if woord in _ZIN:
            break
        woorden.append(woord if woord == WAARDE else woord.removesuffix(WAARDE))
    return woorden


def gevonden(woorden: list[str]) -> tuple[str, list[str]] | None:
    """The command of the table that the words begin with, and the other words."""
    rest = _zonder_gemeen(woorden)
    if not rest or rest[0] not in TABEL:
        return None
    naam = rest.pop(0)
    while not TABEL[naam].doel:
        if rest and f"{naam} {rest[0]}" in TABEL:
            naam = f"{naam} {rest.pop(0)}"
        elif naam in GEWOON:
            naam = f"{naam} {GEWOON[naam]}"
        else:
            break
    return naam, rest


def _zonder_gemeen(woorden: list[str]) -> list[str]:
    """Without the shared options, which may stand anywhere."""
    uit, rij = [], iter(woorden)
    for woord in rij:
        if woord in _GEMEEN:
            if _GEMEEN[woord]:
                next(rij, None)
        else:
            uit.append(woord)
    return uit


def klacht(woorden: list[str]) -> str | None:
    """What is wrong with advised words by the table alone: no such command, option or word."""
    uit = gevonden(woorden)
    if uit is None:
        return None if woorden and woorden[0] in _GEMEEN else "no such command"
    naam, rest = uit
    if not TABEL[naam].doel:
        return None if not rest or rest[0] == WAARDE else "no such command of the group"
    opties = {o: p for p in maak(TABEL[naam]).params for o in p.opts if o.startswith("--")}
    los, rij = 0, iter(rest)
    for woord in rij:
        optie = woord.partition("=")[0]
        if woord.startswith("--") and optie not in opties:
            return f"no option {optie}"
        if woord.startswith("--"):
            if not opties[optie].is_flag and "=" not in woord:
                next(rij, None)
        else:
            los += 1
    plaats = [p for p in maak(TABEL[naam]).params if not p.opts[-1].startswith("--")]
    if all(p.nargs == 1 for p in plaats) and los > len(plaats):
        return "too many words"
    return None


def teksten(met: str) -> Iterator[tuple[str, str]]:
    """Every text in the code that holds some words, with its place; values are `§`."""
    for pad in sorted(PAKKET.rglob("*.py")):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        uitleg = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
        in_f = {
            id(deel)
            for knoop in ast.walk(boom)
            if isinstance(knoop, ast.JoinedStr)
            for deel in ast.walk(knoop)
            if deel is not knoop
        }
        for knoop in ast.walk(boom):
            if id(knoop) in uitleg or id(knoop) in in_f:
                continue
            if isinstance(knoop, ast.JoinedStr):
                tekst = "".join(
                    deel.value if isinstance(deel, ast.Constant) else WAARDE
                    for deel in knoop.values
                )
            elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
                tekst = re.sub(r"\{[^{}]*\}", WAARDE, knoop.value)
            else:
                continue
            if met in tekst:
                yield f"{pad.relative_to(PAKKET)}:{knoop.lineno}", tekst
