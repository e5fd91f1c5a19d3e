"""Case states in a text file beside a made-up contract: one a line, each asked by its words.

Columns: article | day in 2026 | facts | what is right, as `name=answer` words.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests.klein_register import schrijf

Toestand = tuple[str, str, str, str]


def toestanden(map_: Path) -> list[Toestand]:
    """Article, day, facts and what is right, of every state."""
    uit = []
    for regel in (map_ / "toestanden.txt").read_text(encoding="utf-8").splitlines():
        if regel.strip() and not regel.startswith("#"):
            een, twee, drie, vier = (deel.strip() for deel in regel.split("|"))
            uit.append((een, twee, drie, vier))
    return uit


def per_toestand(rijen: list[Toestand]) -> pytest.MarkDecorator:
    """A test runs once for each state, named by its number and article."""
    namen = [f"{nr:03}-{rij[0].replace(' ', '-')}" for nr, rij in enumerate(rijen)]
    return pytest.mark.parametrize(("artikel", "dag", "feiten", "goed"), rijen, ids=namen)


def toets(vraag: Callable[[str], str], artikel: str, goed: str) -> None:
    """Each answer is the one that is right."""
    for verwacht in goed.split():
        naam, _, wat = verwacht.partition("=")
        assert vraag(naam) == wat, f"artikel {artikel}: {verwacht}"


def met_tekst(map_: Path, bestanden: dict[str, str], tekst: Path) -> Path:
    """A register with the text of its contract beside the regime."""
    schrijf(map_, bestanden)
    shutil.copy(tekst, map_ / "regimes" / tekst.name)
    return map_


def gezegd(map_: Path, capsys: pytest.CaptureFixture[str], *woorden: str) -> str:
    """What clm says of a register on 2 March, on one line."""
    draai(["--map", str(map_), "--vandaag", "2026-03-02", "--door", "mia", *woorden])
    return " ".join("".join(capsys.readouterr()).split())
