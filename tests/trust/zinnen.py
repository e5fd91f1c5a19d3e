"""Each sentence of each template of a letter is noticed: an approved text shows it, or a test
of rare letters fails when it is taken out.

`DEEL=1/4 python -m pytest -q -s tests/trust/zinnen.py` takes a quarter of them; all: ten minutes.
Where no approved text shows it, the sentence is taken out of a copy of the checkout, and the tests
that hold its words run there: first beside the letters of the whole story, made once before any
sentence went, and where no test noticed, with that story made again.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2

from tests.brieven.test_zeldzaam import GEVALLEN

HUIS = Path(__file__).parents[2]
SJABLONEN = HUIS / "templates" / "brieven"
TESTS = HUIS / "tests" / "brieven"
_ZIN = re.compile(r"[^.:;!?\n|]+[.:;!?]?")
_NAAM = {"ontbinding-deel": "ontbinding", "memo-einde": "memo-uitvoering"}
"""Letters of which a kind is approved twice."""
_ZELDZAAM = "::test_the_letter_says_what_is_so"
REDENEN: Mapping[str, str] = {}
"""What may go unnoticed, with why: none now."""


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence, or the part of one between two values, where it stands in its template."""

    sjabloon: str
    begin: int
    tekst: str

    @property
    def id(self) -> str:
        return f"{self.sjabloon}:{self.begin} {self.tekst.strip()}"


def zinnen() -> Iterator[Zin]:
    """Every stretch of two words or more that a letter may say, also where a tag holds it."""
    lezer = jinja2.Environment(autoescape=True)
    for pad in sorted(SJABLONEN.glob("*.md")):
        plek = 0
        for _, soort, stuk in lezer.lex(pad.read_text(encoding="utf-8")):
            if soort == "data" or (soort == "string" and " " in stuk):
                for m in _ZIN.finditer(stuk):
                    if len(re.findall(r"[^\W\d_]{2,}", m[0])) >= 2:
                        yield Zin(pad.name, plek + m.start(), m[0].strip('"'))
            plek += len(stuk)


def plat(tekst: str) -> str:
    """Its words, whatever stands between them."""
    return " ".join(re.findall(r"[\w€%]+", tekst)).casefold()


def _met_delen(naam: str) -> set[str]:
    """A template and all that it takes in."""
    uit, over = set[str](), [naam]
    while over:
        uit.add(hier := over.pop())
        bron = (SJABLONEN / hier).read_text(encoding="utf-8")
        over += [n for n in re.findall(r'include "brieven/([^"]+)"', bron) if n not in uit]
    return uit


def niet_goedgekeurd() -> list[Zin]:
    """The sentences that no approved text of a letter with that template holds."""
    teksten = []
    for pad in (TESTS / "goedgekeurd").glob("*.md"):
        soort = pad.stem.split("-", 1)[1]
        delen = _met_delen(f"{_NAAM.get(soort, soort)}.md")
        teksten.append((delen, plat(pad.read_text(encoding="utf-8"))))
    return [
        zin
        for zin in zinnen()
        if not any(zin.sjabloon in delen and plat(zin.tekst) in tekst for delen, tekst in teksten)
    ]


def proeven(zin: Zin) -> list[str]:
    """The tests that hold the words of a sentence, or use what holds them, as pytest names them."""
    uit = []
    for pad in sorted(TESTS.glob("test_*.py")):
        bron = pad.read_text(encoding="utf-8")
        delen = {
            naam: ast.get_source_segment(bron, deel) or ""
            for deel in ast.parse(bron).body
            for naam in _namen(deel)
        }
        # the decorators of a test are not in its source segment
        delen |= {
            deel.name: "\n".join(bron.splitlines()[_begin(deel) - 1 : deel.end_lineno])
            for deel in ast.parse(bron).body
            if isinstance(deel, ast.FunctionDef)
        }
        raakt = {n for n, tekst in delen.items() if plat(zin.tekst) in plat(_aaneen(tekst))}
        while nog := {
            n for n, t in delen.items() if n not in raakt and raakt & set(re.findall(r"\w+", t))
        }:
            raakt |= nog
        uit += [f"tests/brieven/{pad.name}::{n}" for n in delen if n in raakt and n[:5] == "test_"]
    tabel = next((test for test in uit if test.endswith(_ZELDZAAM)), None)
    if tabel and (rijen := _zeldzaam(zin)):
        uit[uit.index(tabel) : uit.index(tabel) + 1] = [f"{tabel}[{rij}]" for rij in rijen]
    return uit


def _zeldzaam(zin: Zin) -> list[str]:
    """The rows of the table of rare cases that ask for a sentence; none where a row has no name."""
    rijen = [rij for rij in GEVALLEN if any(plat(zin.tekst) in plat(tekst) for tekst in rij[3])]
    namen = [f"{rij[1]}-{rij[2].__name__.strip('_')}" for rij in rijen]
    return [] if any("lambda" in naam for naam in namen) else namen


def _namen(deel: ast.stmt) -> list[str]:
    if isinstance(deel, ast.FunctionDef | ast.ClassDef):
        return [deel.name]
    doelen = deel.targets if isinstance(deel, ast.Assign) else [getattr(deel, "target", None)]
    return [doel.id for doel in doelen if isinstance(doel, ast.Name)]


def _begin(functie: ast.FunctionDef) -> int:
    return min([functie.lineno, *(d.lineno for d in functie.decorator_list)])


def _aaneen(bron: str) -> str:
    """A text that the source breaks over lines, as one."""
    return re.sub(r'"\s+f?"', "", bron)


_LOPER = """
import contextlib, io, json, os, sys
import pytest
stil = contextlib.redirect_stdout(io.StringIO())
with stil:
    pytest.main(["-q", "--collect-only", "-p", "no:cacheprovider", "tests/brieven"])
for regel in sys.stdin:
    if pid := os.fork():
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
    else:
        with stil:
            code = int(pytest.main(json.loads(regel)))
        os._exit(code)
"""
"""Runs tests by their words, one run a line. Each is a process of its own that shares what was
loaded; no letter is made before the fork, as the threads of typst do not outlive it."""


class Loper:
    """Runs tests in a copy of the checkout, in processes that need not load it each time."""

    def __init__(self, kopie: Path) -> None:
        self.proces = subprocess.Popen(
            [sys.executable, "-c", _LOPER],
            cwd=kopie,
            # the letters before it are made once: tests/brieven/conftest.py shares them so
            env={**os.environ, "PYTHONPATH": str(kopie), "PYTEST_XDIST_WORKER": "gw0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def faalt(self, werk: Path, tests: list[str]) -> bool:
        """Whether one of these tests fails; `werk` keeps the letters that they share."""
        werk.mkdir(exist_ok=True)
        woorden = ["-q", "-x", "-p", "no:cacheprovider", f"--basetemp={werk / 'nu'}", *tests]
        assert self.proces.stdin
        assert self.proces.stdout
        self.proces.stdin.write(json.dumps(woorden) + "\n")
        self.proces.stdin.flush()
        code = self.proces.stdout.readline().strip()
        assert code in ("0", "1"), (code, tests)
        return code == "1"


def test_each_sentence_is_noticed(tmp_path: Path) -> None:
    deel, van = map(int, os.environ.get("DEEL", "1/1").split("/"))
    kopie, open_ = tmp_path / "huis", niet_goedgekeurd()
    for naam in ("clm_cli", "templates", "tests"):
        shutil.copytree(HUIS / naam, kopie / naam)
    shutil.copy(HUIS / "pyproject.toml", kopie)
    loper = Loper(kopie)
    eerst = ["tests/brieven/test_rechtsgevolg.py", "-k", "stand_in_the_approved"]
    assert not loper.faalt(tmp_path / "heel", eerst)
    stil = [zin.id for zin in open_[deel - 1 :: van] if not _merkt(loper, kopie, zin)]
    print(
        f"\n{len(list(zinnen()))} sentences, {len(open_)} in no approved text, {len(stil)} unseen"
    )
    assert [id_ for id_ in stil if id_ not in REDENEN] == []


def _merkt(loper: Loper, kopie: Path, zin: Zin) -> bool:
    """Whether a test fails once the sentence is gone."""
    pad = kopie / "templates" / "brieven" / zin.sjabloon
    heel, tests = pad.read_text(encoding="utf-8"), proeven(zin)
    na = heel[zin.begin :]
    pad.write_text(heel[: zin.begin] + na.replace(zin.tekst, "", 1), encoding="utf-8")
    werk = kopie.parent
    try:
        gemerkt = bool(tests) and (
            loper.faalt(werk / "heel", tests) or loper.faalt(werk / "vers", tests)
        )
    finally:
        pad.write_text(heel, encoding="utf-8")
        shutil.rmtree(werk / "vers", ignore_errors=True)
    print("gezien " if gemerkt else "ONGEZIEN ", zin.id, flush=True)
    return gemerkt
