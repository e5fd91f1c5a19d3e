"""Who reaches which statement: states and tests, so that a change is tried only on those.

Every state of both contracts and every test of the paths that were named is run once, over code in
which each statement says that it is reached. `Bereik` can be kept in a file: it counts for the
same bytes of those files, the states and the tests.
"""

from __future__ import annotations

import ast
import builtins
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.ladder import zaakbouw
from tests.ladder.redenen import BLAD, Blad, naam_van, van, van_stap
from tests.ladder.test_toestanden import anders, anders_genomen

WORTEL = Path(__file__).parents[1]
Rij = tuple[str, tuple[str, str, str, str]]
MERK = "__bereikt__"
"""What a mark calls: a builtin, since it stands in every module."""
RIJ = "rij "
"""How the name of a row of the tables of states begins; a test is named by pytest."""
ALLEEN = ("-q", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist")
"""How pytest runs inside this process: quietly, and nothing is kept."""


def rijen() -> list[Rij]:
    """The rows of all tables; those of measures taken have their contract in their clause."""
    van_zaken = [(contract, rij) for contract in "JS" for rij in zaakbouw.regels(contract)]
    return [*van_zaken, *(("", rij) for rij in zaakbouw.genomen_regels())]


def gebroken(map_: Path, rij: Rij, blad: Blad) -> str:
    """Whether a row is answered otherwise than typed, or with other reasons; nothing if well."""
    contract, (een, twee, drie, goed) = rij
    if contract:
        antwoorden = zaakbouw.lees_toestand(map_, contract, twee, drie)
        mis, redenen = any(anders(antwoorden, goed)), van(antwoorden)
        naam = naam_van(contract, een, twee, drie)
    else:
        stap = zaakbouw.genomen_stap(map_, een[0], twee, drie)
        mis, redenen = bool(anders_genomen(stap, goed)), van_stap("genomen ", stap)
        naam = naam_van(een[0], een[2:], drie, twee)
    if mis:
        return "toestand"
    eigen = {f"{contract or een[0]} {reden}" for reden in redenen}
    return "reden" if eigen != blad.van(naam) else ""


@dataclass
class Bereik:
    """Of each statement, who reaches it; and how long each took."""

    sleutel: str
    regels: dict[str, list[str]] = field(default_factory=dict)
    duur: dict[str, float] = field(default_factory=dict)

    def van(self, waar: str) -> list[str]:
        """Who reaches a statement, the quickest first."""
        return sorted(self.regels.get(waar, ()), key=self.duur.__getitem__)

    def binnen(self, waar: str, grens: float) -> tuple[list[str], float]:
        """The quickest who reach a statement, in no more seconds than this; and in how many."""
        wie, duur = list[str](), 0.0
        for naam in self.van(waar):
            if wie and duur + self.duur[naam] > grens:
                break
            wie.append(naam)
            duur += self.duur[naam]
        return wie, duur

    def noteer(self, wie: str, plekken: Iterable[str], duur: float) -> None:
        """One who ran: which statements, and how long."""
        self.duur[wie] = duur
        for waar in plekken:
            self.regels.setdefault(waar, []).append(wie)


class Spoor:
    """What of the marked code runs while this looks on: see `merk`."""

    def __init__(self) -> None:
        self.gezien: set[str] = set()

    @contextmanager
    def volg(self, bereik: Bereik, wie: str) -> Iterator[None]:
        """Note which statements run inside, and how long that takes."""
        setattr(builtins, MERK, self.gezien.add)
        self.gezien.clear()
        begin = time.perf_counter()
        try:
            yield
        finally:
            bereik.noteer(wie, self.gezien, time.perf_counter() - begin)
            setattr(builtins, MERK, bool)


def merk(functie: ast.FunctionDef, bestand: str) -> None:
    """Put a mark before each statement of a function, that says so when it is reached."""
    for knoop in [*ast.walk(functie)]:
        for veld in ("body", "orelse", "finalbody"):
            rij = getattr(knoop, veld, None)
            if isinstance(rij, list):
                setattr(knoop, veld, [d for stmt in rij for d in (_merk(stmt, bestand), stmt)])


def _merk(stmt: ast.stmt, bestand: str) -> ast.Expr:
    merk_ = ast.parse(f"{MERK}({plek(bestand, stmt.lineno)!r})").body[0]
    assert isinstance(merk_, ast.Expr)
    return merk_


def plek(bestand: str, regel: int) -> str:
    """A statement by its place."""
    return f"{bestand}:{regel}"


class _Meekijker:
    """The plugin that notes what each test reaches; a test that fails cannot be used."""

    def __init__(self, spoor: Spoor, bereik: Bereik, vergeet: Callable[[], None]) -> None:
        self.spoor, self.bereik, self.vergeet = spoor, bereik, vergeet
        self.mis: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Each test with what it prepares, from an empty memory."""
        self.vergeet()
        with self.spoor.volg(self.bereik, item.nodeid):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """What does not pass without a change says nothing about one."""
        if report.failed:
            self.mis.add(report.nodeid)


def sleutel_van(paden: Iterable[Path], tests: Iterable[str]) -> str:
    """What kept knowledge of who reaches what counts for."""
    som = hashlib.sha256(" ".join(sorted(tests)).encode())
    toetsen = [p for waar in tests for p in sorted((WORTEL / waar.split("::")[0]).rglob("*.py"))]
    for pad in [*sorted(paden), *sorted((WORTEL / "tests/ladder").glob("*")), *toetsen]:
        if pad.is_file():
            som.update(pad.read_bytes())
    return som.hexdigest()


def zoek(bereik: Bereik, staten: list[Rij], tests: list[str], vergeet: Callable[[], None]) -> None:
    """Run states and tests over marked code, and note who reaches what."""
    spoor, blad = Spoor(), Blad.lees(BLAD.read_text(encoding="utf-8"))
    for nr, rij in enumerate(staten):
        vergeet()
        with spoor.volg(bereik, f"{RIJ}{nr}"):
            assert not gebroken(Path(), rij, blad), rij
    if tests:
        mee = _Meekijker(spoor, bereik, vergeet)
        pytest.main([*ALLEEN, *tests], plugins=[mee])
        for waar, wie in bereik.regels.items():
            bereik.regels[waar] = [naam for naam in wie if naam not in mee.mis]
