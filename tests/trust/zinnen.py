"""Each sentence of each template of a letter is noticed: an approved text shows it, or a test
of rare letters fails when it is taken out.

`DEEL=1/4 python -m pytest -q -s tests/trust/zinnen.py` takes a quarter of them; all: an hour. Where
no approved text shows it, the sentence is taken out of a copy of the checkout, and the tests that
hold its words run there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2

HUIS = Path(__file__).parents[2]
SJABLONEN = HUIS / "templates" / "brieven"
TESTS = HUIS / "tests" / "brieven"
_ZIN = re.compile(r"[^.:;!?\n|]+[.:;!?]?")
_NAAM = {"ontbinding-deel": "ontbinding", "memo-einde": "memo-uitvoering"}
"""Letters of which a kind is approved twice."""
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
    """The files of tests that hold the words of a sentence."""
    return [
        pad.name
        for pad in sorted(TESTS.glob("test_*.py"))
        if plat(zin.tekst) in plat(re.sub(r'"\s+f?"', "", pad.read_text(encoding="utf-8")))
    ]


def test_each_sentence_is_noticed(tmp_path: Path) -> None:
    deel, van = map(int, os.environ.get("DEEL", "1/1").split("/"))
    kopie = tmp_path / "huis"
    for naam in ("clm_cli", "templates", "tests"):
        shutil.copytree(HUIS / naam, kopie / naam)
    shutil.copy(HUIS / "pyproject.toml", kopie)
    open_ = niet_goedgekeurd()
    stil = [zin.id for zin in open_[deel - 1 :: van] if not _merkt(kopie, tmp_path, zin)]
    print(
        f"\n{len(list(zinnen()))} sentences, {len(open_)} in no approved text, {len(stil)} unseen"
    )
    assert [id_ for id_ in stil if id_ not in REDENEN] == []


def _merkt(kopie: Path, werk: Path, zin: Zin) -> bool:
    """Whether a test fails once the sentence is gone."""
    pad = kopie / "templates" / "brieven" / zin.sjabloon
    heel, bestanden = pad.read_text(encoding="utf-8"), proeven(zin)
    na = heel[zin.begin :]
    pad.write_text(heel[: zin.begin] + na.replace(zin.tekst, "", 1), encoding="utf-8")
    try:
        return bool(bestanden) and _faalt(kopie, werk, bestanden)
    finally:
        pad.write_text(heel, encoding="utf-8")


def _faalt(kopie: Path, werk: Path, bestanden: list[str]) -> bool:
    woorden = ["-q", "-x", "-p", "no:cacheprovider", f"--basetemp={werk / 'proef' / 'nu'}"]
    (werk / "proef").mkdir(exist_ok=True)
    uit = subprocess.run(
        [sys.executable, "-m", "pytest", *woorden, *(f"tests/brieven/{b}" for b in bestanden)],
        cwd=kopie,
        # the letters before it are made once: tests/brieven/conftest.py shares them so
        env={**os.environ, "PYTHONPATH": str(kopie), "PYTEST_XDIST_WORKER": "gw0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode in (0, 1), uit.stdout
    return uit.returncode == 1
