"""How much of the ladder its tests hold: a mutant is one small change that has to be seen.

    AANTAL=300 ZAAD=1 python -m tests.mutanten clm_cli/derivations/escalatie [tests/ladder ...]

Of the files under a path so many places are drawn, and at each a comparison, an answer, an order
or a number is changed. The states of both contracts are asked first, then the tests that are
named. What nobody saw is printed with its line: a case that lacks, or a change that makes no
difference. Each mutant runs in a fork, in which the code of one function is exchanged: nothing is
written. Tables at the top of a module are not changed.
"""

from __future__ import annotations

import ast
import copy
import functools
import gc
import importlib
import os
import random
import signal
import sys
import tempfile
import types
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.ladder import zaakbouw
from tests.ladder.redenen import BLAD, Blad, naam_van, van, van_stap
from tests.ladder.test_toestanden import anders, anders_genomen

WORTEL = Path(__file__).parents[1]
DUUR = 240
"""After so many seconds a mutant has been seen: it does not come to an end."""
NIET_GEZIEN, GETYPT, REDEN, TEST = range(4)
UITSLAGEN = {
    GETYPT: "toestand",
    REDEN: "reden",
    TEST: "andere test",
    NIET_GEZIEN: "NIEMAND",
}
VERGELIJK = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
ANDERS = {
    "ja": "nee", "nee": "onbekend", "onbekend": "nee", "alle": "een", "een": "alle", "vraagt": "ja",
    "max": "min", "min": "max", "any": "all", "all": "any",
}  # fmt: skip
TEKENS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.And: ast.Or, ast.Or: ast.And}


def _anders(knoop: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What this place may become, in words and as code."""
    if isinstance(knoop, ast.Compare):
        for nr, teken in enumerate(knoop.ops):
            nieuw = copy.copy(knoop)
            nieuw.ops = [*knoop.ops[:nr], VERGELIJK[type(teken)](), *knoop.ops[nr + 1 :]]
            yield "vergelijking", nieuw
    elif isinstance(knoop, (ast.BoolOp, ast.BinOp)) and type(knoop.op) in TEKENS:
        nieuw = copy.copy(knoop)
        nieuw.op = TEKENS[type(knoop.op)]()  # type: ignore[assignment]
        yield "teken", nieuw
    elif isinstance(knoop, ast.UnaryOp) and isinstance(knoop.op, ast.Not):
        yield "niet", copy.copy(knoop.operand)
    elif isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name):
        if knoop.func.id in ANDERS:
            nieuw_ = copy.copy(knoop)
            nieuw_.func = ast.copy_location(ast.Name(ANDERS[knoop.func.id], ast.Load()), knoop.func)
            yield "antwoord", nieuw_
    elif isinstance(knoop, ast.IfExp):
        om = copy.copy(knoop)
        om.body, om.orelse = om.orelse, om.body
        yield "omgekeerd", om
    elif isinstance(knoop, ast.Constant) and type(knoop.value) is int:
        yield "getal", ast.copy_location(ast.Constant(knoop.value + 1), knoop)
    elif isinstance(knoop, ast.Constant) and type(knoop.value) is bool:
        yield "waarheid", ast.copy_location(ast.Constant(not knoop.value), knoop)
    elif isinstance(knoop, ast.Constant) and knoop.value in ("ja", "nee", "onbekend"):
        yield "woord", ast.copy_location(ast.Constant(ANDERS[knoop.value]), knoop)


def _functies(boom: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for rij in boom.body:
        if isinstance(rij, ast.FunctionDef):
            yield rij.name, rij
        elif isinstance(rij, ast.ClassDef):
            for lid in rij.body:
                if isinstance(lid, ast.FunctionDef):
                    yield f"{rij.name}.{lid.name}", lid


def _plaatsen(functie: ast.FunctionDef) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Each node of the body of a function: its parent, field, index, and itself."""
    for ouder in (knoop for rij in functie.body for knoop in ast.walk(rij)):
        for veld, waarde in ast.iter_fields(ouder):
            if isinstance(waarde, list):
                for nr, kind in enumerate(waarde):
                    if isinstance(kind, ast.AST):
                        yield ouder, veld, nr, kind
            elif isinstance(waarde, ast.AST):
                yield ouder, veld, None, waarde


def mutanten(pad: Path, gekozen: Container[int] = ()) -> Iterator[tuple[str, str, types.CodeType]]:
    """The mutants of a file that were chosen: where and what, the function, its changed code."""
    boom, nummer = ast.parse(pad.read_text(encoding="utf-8")), 0
    for naam, functie in _functies(boom):
        for ouder, veld, nr, kind in list(_plaatsen(functie)):
            for wat, nieuw in _anders(kind):
                if nummer in gekozen:
                    waar = f"{pad.relative_to(WORTEL)}:{getattr(kind, 'lineno', 0)} {wat}"
                    zin = f"{waar}: {ast.unparse(kind)} → {ast.unparse(nieuw)}"
                    _zet(ouder, veld, nr, nieuw)
                    ast.fix_missing_locations(boom)
                    yield zin, naam, _code(compile(boom, str(pad), "exec"), naam)
                    _zet(ouder, veld, nr, kind)
                nummer += 1


def _aantal(pad: Path) -> int:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    plaatsen = (plek for _, functie in _functies(boom) for plek in _plaatsen(functie))
    return sum(len([*_anders(kind)]) for *_, kind in plaatsen)


def _zet(ouder: ast.AST, veld: str, nr: int | None, waarde: ast.AST) -> None:
    if nr is None:
        setattr(ouder, veld, waarde)
    else:
        getattr(ouder, veld)[nr] = waarde


def _code(code: types.CodeType, naam: str) -> types.CodeType:
    for deel in naam.split("."):
        code = next(
            c for c in code.co_consts if isinstance(c, types.CodeType) and c.co_name == deel
        )
    return code


@dataclass
class Geladen:
    """What is in memory before anything is changed: who shares a code, and the caches."""

    functies: dict[tuple[str, str], list[types.FunctionType]]
    geheugens: list[functools._lru_cache_wrapper[object]]

    @classmethod
    def nu(cls) -> Geladen:
        """All of clm that was imported, whoever holds it."""
        uit = cls({}, [])
        for ding in gc.get_objects():
            if isinstance(ding, types.FunctionType):
                code = ding.__code__
                uit.functies.setdefault((code.co_filename, code.co_qualname), []).append(ding)
            elif isinstance(ding, functools._lru_cache_wrapper) and "clm_cli" in ding.__module__:
                uit.geheugens.append(ding)
        return uit

    def wissel(self, pad: Path, naam: str, code: types.CodeType) -> None:
        """Exchange the code of a function, and forget what was worked out."""
        for functie in self.functies[str(pad), naam]:
            functie.__code__ = code
        for geheugen in self.geheugens:
            geheugen.cache_clear()


def _uitslag(tests: list[str]) -> int:
    """Who saw the mutant: the states as typed, their reasons, the tests named, or nobody."""
    if any(_rij_anders(contract, rij) for contract, rij in _rijen()):
        return GETYPT
    bekend = Blad.lees(BLAD.read_text(encoding="utf-8"))
    if any(_reden_anders(contract, rij, bekend) for contract, rij in _rijen()):
        return REDEN
    gevallen = tests and pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests])
    return TEST if gevallen else NIET_GEZIEN


def _rijen() -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    """The rows of all tables; those of measures taken have their contract in their clause."""
    yield from ((contract, rij) for contract in "JS" for rij in zaakbouw.regels(contract))
    yield from (("", rij) for rij in zaakbouw.genomen_regels())


def _rij_anders(contract: str, rij: tuple[str, str, str, str]) -> bool:
    een, twee, drie, goed = rij
    if contract:
        return any(anders(zaakbouw.lees_toestand(Path(), contract, twee, drie), goed))
    return bool(anders_genomen(zaakbouw.genomen_stap(Path(), een[0], twee, drie), goed))


def _reden_anders(contract: str, rij: tuple[str, str, str, str], bekend: Blad) -> bool:
    een, twee, drie, _ = rij
    if contract:
        redenen = van(zaakbouw.lees_toestand(Path(), contract, twee, drie))
        naam = naam_van(contract, een, twee, drie)
    else:
        redenen = van_stap("genomen ", zaakbouw.genomen_stap(Path(), een[0], twee, drie))
        naam = naam_van(een[0], een[2:], drie, twee)
    return {f"{contract or een[0]} {reden}" for reden in redenen} != bekend.van(naam)


def _in_een_vork(wissel: Callable[[], None], tests: list[str]) -> int:
    kind = os.fork()
    if not kind:
        signal.alarm(DUUR)
        gc.disable()
        niets = os.open(os.devnull, os.O_WRONLY)
        os.dup2(niets, 1)
        os.dup2(niets, 2)
        uit = GETYPT
        try:
            wissel()
            uit = _uitslag(tests)
        finally:  # whatever the mutant breaks has been seen
            os._exit(uit)
    _, status = os.waitpid(kind, 0)
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else GETYPT


def _lees_alles(map_: Path) -> None:
    """All registers of the states, read once: a fork has them, and nothing is derived from them."""
    for contract, (een, twee, drie, _) in _rijen():
        if contract:
            zaakbouw.lees_toestand(map_, contract, "02-01", drie)
        else:
            zaakbouw.genomen_stap(map_, een[0], twee, drie)


def main() -> None:
    """Draw mutants, try each, and print what nobody saw with the score."""
    waar, *tests = sys.argv[1:]
    plek = WORTEL / waar
    paden = sorted(plek.rglob("*.py")) if plek.is_dir() else [plek]
    with tempfile.TemporaryDirectory() as map_:
        _lees_alles(Path(map_))
    for pad in paden:
        importlib.import_module(".".join(pad.relative_to(WORTEL).with_suffix("").parts))
    geladen = Geladen.nu()
    gc.freeze()
    alle = [(pad, nr) for pad in paden for nr in range(_aantal(pad))]
    aantal = min(int(os.environ.get("AANTAL", "100")), len(alle))
    getrokken = random.Random(int(os.environ.get("ZAAD", "1"))).sample(alle, aantal)
    if _in_een_vork(lambda: None, tests) != NIET_GEZIEN:
        sys.exit("zonder mutant is niet alles goed")
    telling = dict.fromkeys(UITSLAGEN, 0)
    for pad in paden:
        for wat, naam, code in mutanten(pad, {nr for p, nr in getrokken if p == pad}):
            uit = _in_een_vork(partial(geladen.wissel, pad, naam, code), tests)
            telling[uit] += 1
            print(UITSLAGEN[uit], wat, flush=True)
    gezien = aantal - telling[NIET_GEZIEN]
    print(", ".join(f"{UITSLAGEN[uit]} {n}" for uit, n in telling.items()))
    print(f"{gezien} van {aantal} gezien ({100 * gezien / aantal:.1f} %), van {len(alle)} plaatsen")


if __name__ == "__main__":
    main()
