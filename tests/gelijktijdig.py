"""Two commands of two people at the same moment: real processes, and what each may leave."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clm_cli.cli.hoofd import draai
from clm_cli.commands.controle import controleer
from clm_cli.commands.register import lees
from clm_cli.meldingen import Ernst
from tests import klein_register
from tests.klein_register import VANDAAG

DOOR = ("mia", "bo")
GESPREK = "bloem/gesprekken/2026-05-11-voortgang"
BRIEF = "2026-05-18-classificatie"
BEGIN = {
    "bloem/lijsten/verplichtingen.yaml": (
        "verplichtingen: [{id: VP-1, soort: verplichting, wat: Levert, partij: aanbieder, "
        "kant: AOC, doorlopend: ja}]"
    ),
    "bloem/signalen/2026-05-04-wachttijd.yaml": (
        "soort: [kwaliteit]\nsignaalsoort: kwaliteit\nernst: feitelijk\nacuut: nee\n"
        "verplichting: VP-1\nkant: AOC\nbron: {soort: monitoring}\nwat: Iets.\n"
    ),
    "bloem/escalaties/2026-05-04-zaak/2026-05-04-opening.yaml": (
        "contracten: [ambulant]\ntekortkomingen:\n  - {id: T1, verplichting: VP-1, wat: Iets, "
        "soort: [kwaliteit], raakt_veiligheid: nee, ernst: feitelijk, feiten: x, eis: x, "
        "vaststelling: x}\nsignalen: [signalen/2026-05-04-wachttijd]\nafweging: {reden: Gewoon "
        "sturen hielp niet.}\ncoordinatie: mia\nbesloten_door: mia\n"
    ),
    f"{GESPREK}/gesprek.yaml": (
        "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-11\ngehouden: {datum: "
        "2026-05-11, ambitie: ja, aanwezig: [{persoon: mia, partij: opdrachtgever}]}\n"
    ),
}
SLUIT = "escalatie sluiting bloem --hersteld ja --besloten-door mia --reden Klaar."
MAATREGEL = (
    "escalatie maatregel bloem intensivering --besloten-door mia --ernst feitelijk "
    "--tekortkoming T1 --reden Past."
)
DAG = GESPREK.rpartition("/")[2]
GEHOUDEN = f"gesprek gehouden bloem {DAG} --ambitie nee --nogmaals --aanwezig allen"
NIEUW = (
    "contract nieuw bloem dagbesteding --overeenkomst raam --zorgvorm dag "
    "--looptijd uitvoering_van=2025-01-01 --nummer"
)
PAREN: Mapping[str, tuple[str, str]] = {
    "a letter is sent and made anew": (
        f"brief verzonden bloem {BRIEF} --kanaal aangetekend",
        f"brief maak bloem {BRIEF} --kenmerk ander --vorm md --ja",
    ),
    "a case is closed and a measure taken": (SLUIT, MAATREGEL),
    "a report is shared and amended": (
        f"gesprek gedeeld bloem {DAG} --aan Jan --wijze e-mail",
        GEHOUDEN,
    ),
    "one name is chosen twice": (f"{NIEUW} 1", f"{NIEUW} 2"),
}
"""Pairs of which the second is refused in at least one order; what both together may leave is what
one of the two orders leaves."""


def maak(map_: Path) -> Path:
    """A register with a case, a talk that was held, and a letter that is ready to be sent."""
    klein_register.lees(map_, BEGIN)
    assert in_proces(map_, "brief maak bloem classificatie --vorm md --ja", "mia") == 0
    return map_


def in_proces(map_: Path, woorden: str, door: str) -> int:
    """One command in a process of its own, and its exit code."""
    return _einde(_start(map_, woorden, door, None))


def _start(map_: Path, woorden: str, door: str, sein: int | None) -> int:
    kind = os.fork()
    if kind:
        return kind
    code = 99
    try:
        niets = os.open(os.devnull, os.O_RDWR)
        for stroom in (0, 1, 2):
            os.dup2(niets, stroom)
        if sein is not None:
            os.read(sein, 1)
        vast = ("--map", str(map_), "--vandaag", "2026-05-18", "--door", door)
        code = draai([*woorden.split(), *vast])
    finally:
        os._exit(code)


def _einde(kind: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


def samen(map_: Path, een: str, twee: str) -> tuple[int, int]:
    """Two commands that start at one signal."""
    lees, schrijf = os.pipe()
    kinderen = [_start(map_, w, d, lees) for w, d in zip((een, twee), DOOR, strict=True)]
    os.write(schrijf, b"..")
    os.close(schrijf)
    os.close(lees)
    codes = [_einde(kind) for kind in kinderen]
    return codes[0], codes[1]


@dataclass(frozen=True)
class Uitkomst:
    """How both ended, the files of the register afterwards, and what is wrong in them."""

    codes: tuple[int, int]
    bestanden: frozenset[str]
    fouten: frozenset[str]


def uitkomst(map_: Path, codes: tuple[int, int]) -> Uitkomst:
    """What two commands left."""
    namen = (str(p.relative_to(map_)) for p in map_.rglob("*") if p.is_file())
    gelezen = lees(map_, VANDAAG, None)
    fouten = {m.code for m in controleer(gelezen).meldingen if m.ernst is Ernst.FOUT}
    return Uitkomst(codes, frozenset(n for n in namen if n[0] != "."), frozenset(fouten))


def na_elkaar(begin: Path, werk: Path, paar: tuple[str, str]) -> set[Uitkomst]:
    """What one after the other leaves, in both orders."""
    uit = set()
    for volgorde in ((0, 1), (1, 0)):
        map_ = shutil.copytree(begin, werk / str(volgorde))
        codes = {n: in_proces(map_, paar[n], DOOR[n]) for n in volgorde}
        uit.add(uitkomst(map_, (codes[0], codes[1])))
        shutil.rmtree(map_)
    return uit
