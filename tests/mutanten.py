"""How much of clm its tests hold: a mutant is one small change that has to be seen.

    AANTAL=300 ZAAD=1 python -m tests.mutanten clm_cli/derivations/escalatie,clm_cli/tijd \\
        tests/ladder tests/derivations

Of the files under the paths so many places are drawn, and at each a comparison, an answer, an
order or a number is changed. Only who reaches its line can see a mutant: the states of both
contracts first, then the tests that are named, the quickest first (`tests/bereik.py`). What nobody
saw is printed with its line: a case that lacks, or a change that makes no difference. Each mutant
runs in a fork, in which the code of one function is exchanged: nothing is written. Tables at the
top of a module are not changed.

With `BEREIK=FILE` who reaches what is kept for the next run, and with `UITSLAG=FILE` what came of
each mutant: a run that was broken off goes on where it was. After a change of the code or the
tests, take away the lines of the mutants that are to be tried again. `STATEN=nee` leaves the
states out, for a room that has nothing of the ladder; with `DUUR=60` no more tests are tried on a
mutant than take so many seconds together, the quickest: what they do not see counts as unseen.
"""

from __future__ import annotations

import ast
import copy
import functools
import gc
import importlib
import json
import os
import random
import resource
import sys
import tempfile
import types
from collections import Counter
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.bereik import ALLEEN, RIJ, Bereik, gebroken, merk, plek, rijen, sleutel_van, zoek
from tests.ladder import zaakbouw
from tests.ladder.redenen import BLAD, Blad

WORTEL = Path(__file__).parents[1]
GEDULD = (10, 60)
"""So many times what its tests take without it, and so many seconds, of the processor: then a
mutant has been seen, for it does not come to an end."""
NIEMAND = "NIEMAND"
STATEN = os.environ.get("STATEN") != "nee"
DUUR = float(os.environ.get("DUUR", "inf"))
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
            anders = copy.copy(knoop)
            anders.ops = [*knoop.ops[:nr], VERGELIJK[type(teken)](), *knoop.ops[nr + 1 :]]
            yield "vergelijking", anders
    elif isinstance(knoop, (ast.BoolOp, ast.BinOp)) and type(knoop.op) in TEKENS:
        nieuw = copy.copy(knoop)
        nieuw.op = TEKENS[type(knoop.op)]()
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


@dataclass(frozen=True)
class Mutant:
    """One small change: where, in words, in which function, and the code that it becomes."""

    pad: Path
    plek: str
    zin: str
    naam: str
    code: types.CodeType


def mutanten(pad: Path, gekozen: Container[int] = ()) -> Iterator[Mutant]:
    """The mutants of a file that were chosen."""
    boom, nummer = ast.parse(pad.read_text(encoding="utf-8")), 0
    bestand = pad.relative_to(WORTEL).as_posix()
    for naam, functie in _functies(boom):
        zinnen = _zinnen(functie)
        for ouder, veld, nr, kind in list(_plaatsen(functie)):
            for wat, nieuw in _anders(kind):
                if nummer in gekozen:
                    regel = getattr(kind, "lineno", 0)
                    zin = f"{bestand}:{regel} {wat} {nummer}: {ast.unparse(kind)}"
                    zin = " ".join(f"{zin} → {ast.unparse(nieuw)}".split())
                    _zet(ouder, veld, nr, nieuw)
                    ast.fix_missing_locations(boom)
                    code = _code(compile(boom, str(pad), "exec"), naam)
                    yield Mutant(pad, plek(bestand, zinnen[kind]), zin, naam, code)
                    _zet(ouder, veld, nr, kind)
                nummer += 1


def _zinnen(functie: ast.FunctionDef) -> dict[ast.AST, int]:
    """Of each node of a function the line of the innermost statement around it."""
    zinnen = [knoop for knoop in ast.walk(functie) if isinstance(knoop, ast.stmt)]
    return {deel: zin.lineno for zin in zinnen for deel in ast.walk(zin)}


def _gemerkt(pad: Path) -> Iterator[tuple[str, types.CodeType]]:
    """The functions of a file with a mark before each statement."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    functies = [*_functies(boom)]
    for _, functie in functies:
        merk(functie, pad.relative_to(WORTEL).as_posix())
    code = compile(ast.fix_missing_locations(boom), str(pad), "exec")
    yield from ((naam, _code(code, naam)) for naam, _ in functies)


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
            elif isinstance(ding, functools._lru_cache_wrapper) and _afgeleid(ding.__module__):
                uit.geheugens.append(ding)
        return uit

    def wissel(self, pad: Path, naam: str, code: types.CodeType) -> None:
        """Exchange the code of a function, and forget what was worked out."""
        for functie in self.functies[str(pad), naam]:
            functie.__code__ = code
        for binnen in _binnen(code):  # a function that another made stands in memory by itself
            for functie in self.functies.get((str(pad), binnen.co_qualname), ()):
                if _past(functie.__code__, binnen):
                    functie.__code__ = binnen
        self.vergeet()

    def vergeet(self) -> None:
        """Forget what was worked out."""
        for geheugen in self.geheugens:
            geheugen.cache_clear()


def _past(een: types.CodeType, ander: types.CodeType) -> bool:
    """Whether two codes of one name are of one function: there are more that have none."""
    return (een.co_firstlineno, een.co_freevars) == (ander.co_firstlineno, ander.co_freevars)


def _binnen(code: types.CodeType) -> Iterator[types.CodeType]:
    """The functions inside a function, at any depth."""
    for deel in code.co_consts:
        if isinstance(deel, types.CodeType):
            yield deel
            yield from _binnen(deel)


def _afgeleid(module: str) -> bool:
    """Whether a room works something out: what was read from files stays as it was read."""
    return module.startswith("clm_cli.") and not module.startswith("clm_cli.files")


def _bekend(blad: Path | None) -> dict[str, str]:
    """What came of the mutants that were tried before, by their words."""
    if blad is None or not blad.exists():
        return {}
    regels = (regel.split("\t", 1) for regel in blad.read_text(encoding="utf-8").splitlines())
    return {zin: uit for uit, zin in regels}


def _uitslag(wie: list[str]) -> str:
    """Who of those that reach the line saw the mutant: a state, its reasons, a test, or nobody."""
    blad, alle = Blad.lees(BLAD.read_text(encoding="utf-8")), rijen()
    nummers = [int(naam.removeprefix(RIJ)) for naam in wie if naam.startswith(RIJ)]
    for nummer in nummers:
        if anders := gebroken(Path(), alle[nummer], blad):
            return anders
    tests = [naam for naam in wie if not naam.startswith(RIJ)]
    return "test" if tests and pytest.main(["-x", *ALLEEN, *tests]) else NIEMAND


def _in_een_vork(wissel: Callable[[], None], wie: list[str], duur: float) -> str:
    """What comes of a change in a fork; what does not come to an end, or breaks, is seen."""
    lezen, schrijven = os.pipe()
    kind = os.fork()
    if not kind:
        seconden = int(GEDULD[0] * duur + GEDULD[1])
        resource.setrlimit(resource.RLIMIT_CPU, (seconden, seconden))
        gc.disable()
        niets = os.open(os.devnull, os.O_WRONLY)
        os.dup2(niets, 1)
        os.dup2(niets, 2)
        uit = "breuk"
        try:
            wissel()
            uit = _uitslag(wie)
        finally:
            os.write(schrijven, uit.encode())
            os._exit(0)
    os.close(schrijven)
    with os.fdopen(lezen) as pijp:
        uit = pijp.read()
    os.waitpid(kind, 0)
    return uit or "duur"


def _lees_alles() -> None:
    """All registers of the states, read once: a fork has them, and nothing is derived from them."""
    for contract, (een, twee, drie, _) in rijen():
        with tempfile.TemporaryDirectory() as map_:  # one's files are none of another's
            if contract:
                zaakbouw.lees_toestand(Path(map_), contract, "02-01", drie)
            else:
                zaakbouw.genomen_stap(Path(map_), een[0], twee, drie)


def _pad(naam: str) -> Path | None:
    return Path(os.environ[naam]) if os.environ.get(naam) else None


def _getrokken(paden: list[Path]) -> tuple[list[tuple[Path, int]], int]:
    """The places that are drawn, the same for a seed, and how many there are."""
    alle = [(pad, nr) for pad in paden for nr in range(_aantal(pad))]
    aantal = min(int(os.environ.get("AANTAL", "100")), len(alle))
    return random.Random(int(os.environ.get("ZAAD", "1"))).sample(alle, aantal), len(alle)


def _paden(waar: str) -> list[Path]:
    plekken = [WORTEL / deel for deel in waar.split(",")]
    return sorted(
        {p for plek in plekken for p in (plek.rglob("*.py") if plek.is_dir() else [plek])}
    )


class Proef:
    """The files whose mutants are tried, and who can see one."""

    def __init__(self, paden: list[Path], tests: list[str]) -> None:
        if STATEN:
            _lees_alles()
        for pad in paden:
            importlib.import_module(".".join(pad.relative_to(WORTEL).with_suffix("").parts))
        if tests:  # what they import is in memory before a function is exchanged
            pytest.main(["--collect-only", "-qq", *ALLEEN, *tests])
        self.geladen = Geladen.nu()
        self.bereik = self._bereik(paden, tests, _pad("BEREIK"))
        gc.freeze()

    def _bereik(self, paden: list[Path], tests: list[str], bewaard: Path | None) -> Bereik:
        sleutel = sleutel_van(paden, tests)
        if bewaard and bewaard.exists():
            gelezen = Bereik(**json.loads(bewaard.read_text(encoding="utf-8")))
            if gelezen.sleutel == sleutel:
                return gelezen
        with tempfile.TemporaryDirectory() as map_:
            blad = bewaard or Path(map_, "bereik.json")
            self._zoek_apart(paden, tests, Bereik(sleutel), blad)
            return Bereik(**json.loads(blad.read_text(encoding="utf-8")))

    def _zoek_apart(self, paden: list[Path], tests: list[str], bereik: Bereik, blad: Path) -> None:
        """Look in a fork: a typesetter that was used here has threads that no later fork has."""
        if kind := os.fork():
            assert os.waitpid(kind, 0)[1] == 0, "who reaches what was not found"
            return
        for pad in paden:
            for naam, code in _gemerkt(pad):
                self.geladen.wissel(pad, naam, code)
        zoek(bereik, rijen() if STATEN else [], tests, self.geladen.vergeet)
        blad.write_text(json.dumps(vars(bereik)), encoding="utf-8")
        os._exit(0)

    def van(self, mutant: Mutant) -> str:
        """What comes of one mutant."""
        wie, duur = self.bereik.binnen(mutant.plek, DUUR)
        wissel = partial(self.geladen.wissel, mutant.pad, mutant.naam, mutant.code)
        return _in_een_vork(wissel, wie, duur) if wie else NIEMAND


def main() -> None:
    """Draw mutants, try each, and print what nobody saw with the score."""
    waar, *tests = sys.argv[1:]
    paden = _paden(waar)
    getrokken, plaatsen = _getrokken(paden)
    bekend = _bekend(_pad("UITSLAG"))
    proef, telling = Proef(paden, tests), Counter[str]()
    for pad in paden:
        for mutant in mutanten(pad, {nr for p, nr in getrokken if p == pad}):
            uit = bekend.get(mutant.zin) or proef.van(mutant)
            telling[uit] += 1
            print(uit, mutant.zin, sep="\t", flush=True)
            if mutant.zin not in bekend and (blad := _pad("UITSLAG")):
                with blad.open("a", encoding="utf-8") as uitslag:
                    uitslag.write(f"{uit}\t{mutant.zin}\n")
    gezien = telling.total() - telling[NIEMAND]
    print(", ".join(f"{uit} {n}" for uit, n in telling.most_common()))
    print(
        f"{gezien} van {telling.total()} gezien ({100 * gezien / telling.total():.1f} %), van "
        f"{plaatsen} plaatsen, zaad {os.environ.get('ZAAD', '1')}"
    )


if __name__ == "__main__":
    main()
