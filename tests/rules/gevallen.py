"""The cases of the rules: one file per code, each case a small register that is right or wrong.

A case names a register to begin with (`basis`), the files that it puts over it (`bestanden`; an
empty one leaves a file out), and what it replaces in their text (`vervang`; `*` is every file).
Under `fout` it says what the rule reports (`meldt`: place, words and the clause it rests on).
`daarbij` is what other rules report with it (code and place). Nothing else is reported beside what
the basis itself brings. `pytest --vernieuw` writes what is reported anew.
"""

from __future__ import annotations

import io
import tempfile
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from clm_cli.meldingen import Melding
from clm_cli.records.regime import Regime
from clm_cli.rules.toets import controleer, controleer_regime
from tests.beschermd_wonen.zaakbouw import Bouw as Wonen
from tests.brieven.brief_in_orde import HEEL
from tests.klein_register import BASIS, lees
from tests.klein_teksten import GOED
from tests.ladder.zaakbouw import Bouw
from tests.regimes.eigen_regime import EIGEN_REGIME, PAD

MAP = Path(__file__).parent
Bestanden = Mapping[str, str | None]
Uitkomst = tuple[list[tuple[str, str, str | None]], list[str]]
"""Places, words and clauses of the rule itself; codes and places of others."""
BASES: dict[str, Bestanden] = {
    "klein": {},
    "gesprek": GOED,
    "brief": HEEL,
    "regime": {PAD: EIGEN_REGIME},
}
"""The registers to begin with, by name, as files over the small one; `zaak-J` and `zaak-S` are
built from `woorden`, as in the tests of the ladder, and `wonen` as in those of that contract."""
DAGEN = {
    "zaak-J": date(2026, 5, 20),
    "zaak-S": date(2026, 5, 20),
    "wonen": date(2026, 8, 3),
}
GEWONE_DAG = date(2026, 5, 18)


@dataclass(frozen=True)
class Geval:
    """One case, as its file has it."""

    code: str
    soort: str
    nummer: int
    rij: dict[str, Any]

    @property
    def naam(self) -> str:
        return f"{self.soort}-{self.nummer}"

    @property
    def bestanden(self) -> dict[str, str | None]:
        """The files that the case puts over the small register."""
        basis = self.rij["basis"]
        uit = dict(_bouw(basis, self.rij.get("woorden", "")))
        uit |= self.rij.get("bestanden", {})
        for waar, paren in self.rij.get("vervang", {}).items():
            paden = [pad for pad in uit if uit[pad]] if waar == "*" else [waar]
            for paar in paren:
                eerst = {pad: kaal(uit.get(pad) or BASIS[pad]) for pad in paden}
                nieuw = {
                    pad: tekst.replace(paar["oud"], paar["nieuw"]) for pad, tekst in eerst.items()
                }
                assert nieuw != eerst, f"{self.code} {self.naam}: nothing holds {paar['oud']!r}"
                uit |= {pad: tekst for pad, tekst in nieuw.items() if tekst != eerst[pad]}
        return uit

    @property
    def verwacht(self) -> Uitkomst:
        """What is reported, of this rule and of others with it."""
        eigen = [(rij["plek"], rij["tekst"], rij.get("grond")) for rij in self.rij.get("meldt", ())]
        return eigen, list(self.rij.get("daarbij", ()))

    def uitkomst(self, map_: Path) -> Uitkomst:
        """What is reported of the case, beside what its basis itself brings."""
        van_basis = _eigen(self.rij["basis"])
        rijen = meldingen(map_, self.rij["basis"], self.bestanden)
        nieuw = sorted(
            ((plek, m.code, m.tekst, m.grond) for m, plek in rijen if _kern(m) not in van_basis),
            key=lambda rij: rij[:3],
        )
        eigen = [(plek, tekst, grond) for plek, code, tekst, grond in nieuw if code == self.code]
        return eigen, [f"{code} {plek}" for plek, code, _, _ in nieuw if code != self.code]


def kaal(tekst: str) -> str:
    """A text as it is written to its file."""
    return textwrap.dedent(tekst).strip("\n") + "\n"


def _bouw(basis: str, woorden: str) -> Bestanden:
    if basis == "wonen":
        return Wonen(woorden).bestanden
    return Bouw(woorden, basis[-1]).bestanden if basis.startswith("zaak-") else BASES[basis]


def meldingen(map_: Path, basis: str, bestanden: Bestanden) -> Iterator[tuple[Melding, str]]:
    """What is reported of a register, each with its place as a reader sees it."""
    geladen = lees(map_, bestanden)
    gelezen = [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))]
    assert gelezen == []
    register, dag = geladen.register.zoals(), DAGEN.get(basis, GEWONE_DAG)
    gevonden = (
        controleer_regime(register, register.van(Regime)[0], dag)
        if basis == "regime"
        else controleer(register, dag)
    )
    for melding in gevonden:
        plek = melding.plek
        assert plek is not None
        regel, kolom = geladen.plaats(plek) or (0, 0)
        yield melding, f"{plek.pad}:{regel}:{kolom}" if regel else plek.pad


def _kern(melding: Melding) -> tuple[Any, ...]:
    """What makes a melding the same in a register whose lines have moved."""
    plek = melding.plek
    return (melding.code, plek and plek.pad, plek and plek.sleutel, melding.tekst)


@cache
def _eigen(basis: str) -> frozenset[tuple[Any, ...]]:
    """What the register to begin with brings itself."""
    with tempfile.TemporaryDirectory() as map_:
        rijen = meldingen(Path(map_), basis, _bouw(basis, ""))
        return frozenset(_kern(melding) for melding, _ in rijen)


def basismeldingen(basis: str) -> list[str]:
    """The codes and places of what the register to begin with brings itself."""
    with tempfile.TemporaryDirectory() as map_:
        rijen = meldingen(Path(map_), basis, _bouw(basis, ""))
        return sorted(f"{melding.code} {plek}" for melding, plek in rijen)


def _schrijver() -> YAML:
    yaml = YAML()
    yaml.width = 1000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


@dataclass(frozen=True)
class Gevallenblad:
    """The file of one code."""

    pad: Path
    boom: Any

    @property
    def gevallen(self) -> list[Geval]:
        return [
            Geval(self.pad.stem, soort, nummer, rij)
            for soort in ("fout", "goed")
            for nummer, rij in enumerate(self.boom[soort], 1)
        ]

    def met(self, uitkomsten: list[Uitkomst]) -> str:
        """The text of the file with what is reported now."""
        for rij, (meldt, daarbij) in zip(
            (geval.rij for geval in self.gevallen), uitkomsten, strict=True
        ):
            rij["meldt"] = [
                {"plek": plek, "tekst": tekst, **({"grond": grond} if grond else {})}
                for plek, tekst, grond in meldt
            ]
            rij["daarbij"] = daarbij
            for leeg in [naam for naam in ("meldt", "daarbij") if not rij[naam]]:
                del rij[leeg]
        uit = io.StringIO()
        _schrijver().dump(self.boom, uit)
        return uit.getvalue()


def lees_blad(code: str) -> Gevallenblad:
    """The case file of one code."""
    pad = MAP / f"{code}.yaml"
    return Gevallenblad(pad, _schrijver().load(pad.read_text(encoding="utf-8")))


CODES = sorted(pad.stem for pad in MAP.glob("*.yaml"))


def eerste(code: str) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """The files of the first wrong and the first right case of a code."""
    gevallen = lees_blad(code).gevallen
    fout, goed = (next(g for g in gevallen if g.soort == soort) for soort in ("fout", "goed"))
    return fout.bestanden, goed.bestanden
