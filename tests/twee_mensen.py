"""Two people, each with a clone of one shared register, for some random days."""

from __future__ import annotations

import random
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.controle import controleer
from clm_cli.commands.register import lees
from clm_cli.meldingen import Ernst
from tests import klein_register

BEGIN = date(2026, 1, 5)
DADEN = (
    "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan",
    "noteer bloem {woord} --wijze telefoon --richting uitgaand --met Jan",
    "noteer bloem {woord} --wijze telefoon --richting uitgaand --met Jan",
    "lijst risicos bloem --wat {woord} --kans laag --gevolg hoog --eigenaar bo --sinds {dag}",
    "lijst wijzigingen bloem --wat {woord} --gewenst-door gemeente --sinds {dag} --eigenaar bo",
    "gesprek gepland bloem --datum {straks} --soort extra --reden Zelfde --naam zelfde",
    "gesprek gepland bloem --datum {straks} --soort extra --reden {woord} --naam {woord}",
)
"""What both may do on one day, also the very same."""


def omgeving(monkeypatch: pytest.MonkeyPatch, map_: Path) -> None:
    """Git as somebody has it who never set it up."""
    leeg = map_ / "gitconfig"
    leeg.write_text("", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(leeg))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(map_: Path, *woorden: str) -> str:
    """What git prints in a folder."""
    return subprocess.run(
        ["git", "-C", str(map_), *woorden], check=True, capture_output=True, text=True
    ).stdout


def clm(map_: Path, woorden: str, door: str, dag: date = klein_register.VANDAAG) -> int:
    """One command of somebody on a day."""
    vast = ("--map", str(map_), "--vandaag", dag.isoformat(), "--door", door)
    return draai([*woorden.split(), *vast])


def maak(map_: Path) -> dict[str, Path]:
    """A register that mia shares through a folder on a drive, in which bo takes part."""
    mia, bo, schijf = map_ / "mia", map_ / "bo", map_ / "schijf/register.git"
    schijf.parent.mkdir(parents=True)
    klein_register.lees(mia)
    assert clm(mia, f"delen --begin {schijf}", "mia") == 0
    assert draai(["ophalen", "--begin", str(schijf), "--in", str(bo)]) == 0
    return {"mia": mia, "bo": bo}


def bestanden(map_: Path) -> dict[str, bytes]:
    """What stands in a register."""
    return {
        pad.relative_to(map_).as_posix(): pad.read_bytes()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file() and not any(d.startswith(".") for d in pad.relative_to(map_).parts)
    }


def fouten(map_: Path) -> Counter[str]:
    """The codes of what is wrong."""
    gelezen = lees(map_, klein_register.VANDAAG, None)
    return Counter(m.code for m in controleer(gelezen).meldingen if m.ernst is Ernst.FOUT)


@dataclass
class Gedaan:
    """How the commands ended, and what was written with a word of its own."""

    codes: Counter[str] = field(default_factory=Counter)
    woorden: list[str] = field(default_factory=list)


def werk(mappen: dict[str, Path], dagen: int, zaad: int) -> Gedaan:
    """So many days of both."""
    keus, gedaan = random.Random(zaad), Gedaan()
    for nr in range(dagen):
        dag = BEGIN + timedelta(days=nr)
        for wie in keus.sample(sorted(mappen), 2):
            for daad in keus.sample(DADEN, keus.randint(0, 3)):
                woord = f"d{nr}{wie}{len(gedaan.woorden)}"
                straks = dag + timedelta(days=40)
                code = clm(mappen[wie], daad.format(woord=woord, dag=dag, straks=straks), wie, dag)
                gedaan.codes[f"{daad.split()[0]} {code}"] += 1
                if code == 0 and "{woord}" in daad:
                    gedaan.woorden.append(woord)
            if keus.random() < 0.6:
                daad = keus.choice(("delen", "ophalen"))
                gedaan.codes[f"{daad} {clm(mappen[wie], daad, wie, dag)}"] += 1
    for wie in ("mia", "bo", "mia"):
        gedaan.codes[f"delen {clm(mappen[wie], 'delen', wie)}"] += 1
    return gedaan


def heel(mappen: dict[str, Path], gedaan: Gedaan) -> None:
    """Nothing refused, both the same, nothing lost; numbers given twice are mended at once."""
    assert {naam.rpartition(" ")[2] for naam in gedaan.codes} == {"0"}, gedaan.codes
    er = bestanden(mappen["mia"])
    assert er == bestanden(mappen["bo"])
    alles = b"\n".join(deel for rij in er.items() for deel in (rij[0].encode(), rij[1]))
    assert [woord for woord in gedaan.woorden if woord.encode() not in alles] == []
    assert set(fouten(mappen["mia"])) <= {"REC151"}
    for wie, map_ in mappen.items():  # both mend it at the same moment, unknown to each other
        assert clm(map_, "hernummer", wie) == 0
    for wie in ("mia", "bo", "mia"):
        assert clm(mappen[wie], "delen", wie) == 0
    assert bestanden(mappen["mia"]) == bestanden(mappen["bo"])
    assert fouten(mappen["mia"]) == Counter()
    assert clm(mappen["mia"], "controleer --geschiedenis --alleen-fouten", "mia") == 0
