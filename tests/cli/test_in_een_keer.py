"""Every command that writes says in one go what lacks, where nobody can be asked."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.schrijfopdrachten import ALLE, Opdracht
from tests.twee_mensen import omgeving

ONTBREEKT = "Dit ontbreekt nog: "
LATER = {
    "cijfers inlezen": "wat in het blad anders is dan wat er staat, vraagt een reden",
    "meting importeren": "wat in het blad anders is dan wat er staat, vraagt een reden",
    "escalatie maatregel": "elke voorwaarde die niet is vervuld, samen",
}
"""What is only known when the rest is there: the file is read, the step weighed."""


def opties(woorden: list[str]) -> list[tuple[str, ...]]:
    """The words of a command in pieces: each option with its value, each other word alone."""
    uit: list[tuple[str, ...]] = []
    for woord in woorden:
        if uit and len(uit[-1]) == 1 and uit[-1][0].startswith("--") and woord[:2] != "--":
            uit[-1] += (woord,)
        else:
            uit.append((woord,))
    return uit


def genoemd(gezegd: str, optie: str) -> bool:
    """Whether what is said to lack names this option."""
    return re.search(rf"{re.escape(optie)}(?![\w-])", gezegd) is not None


@pytest.mark.parametrize("opdracht", ALLE, ids=lambda rij: rij.woorden[:60])
def test_what_lacks_is_said_in_one_go(
    opdracht: Opdracht,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    omgeving(monkeypatch, tmp_path)
    werk = tmp_path / "werk"
    werk.mkdir()
    opdracht.maak(werk)
    alle = opties(shlex.split(opdracht.woorden))
    kaal = [deel for deel in alle if not deel[0].startswith("--") or len(deel) == 1]
    los = [deel for deel in alle if deel not in kaal]
    capsys.readouterr()
    if opdracht.doe(werk, shlex.join(woord for deel in kaal for woord in deel)) == 0:
        return
    eerst = " ".join(capsys.readouterr().err.split())
    if ONTBREEKT not in eerst:
        return
    gezegd = [deel for deel in los if genoemd(eerst, deel[0])]
    code = opdracht.doe(werk, shlex.join(woord for deel in (*kaal, *gezegd) for woord in deel))
    assert (code == 0) != (opdracht.naam in LATER), (eerst, capsys.readouterr().err)
