"""Every command that writes says in one go what lacks, where nobody can be asked.

Who is asked and stops halfway, loses nothing of what was typed.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.cli.uitvoer import AFGEBROKEN
from tests import klein_register
from tests.schrijfopdrachten import ALLE, Opdracht
from tests.toetsen import Toetsen
from tests.twee_mensen import omgeving

ONTBREEKT = "Dit ontbreekt nog: "
LATER = {
    "cijfers inlezen": "wat in het blad anders is dan wat er staat, vraagt een reden",
    "meting importeren": "wat in het blad anders is dan wat er staat, vraagt een reden",
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


class Halverwege(Toetsen):
    """A terminal at which somebody answers what can be answered, and then stops."""

    def __init__(self, antwoorden: dict[str, str], scherm: io.StringIO, stopt: str) -> None:
        """`antwoorden` are by their option; `stopt` is how they stop: Ctrl-C or Ctrl-D."""
        super().__init__()
        self.antwoorden, self.scherm, self.stopt = antwoorden, scherm, stopt
        self.getypt: list[str] = []

    def readline(self, _hoeveel: int = -1, /) -> str:
        """The answer to the question that stands on the screen."""
        vraag = self.scherm.getvalue().rpartition("\n> ")[0].rpartition("\n> ")[2]
        gevraagd = re.findall(r"(?m)^([\w-]+): ", vraag.replace("_", "-"))
        for optie in [o for o in self.antwoorden if any(v.startswith(o[2:]) for v in gevraagd)]:
            self.getypt.append(self.antwoorden.pop(optie))
            return f"{self.getypt[-1]}\n"
        if self.stopt == "Ctrl-C":
            raise KeyboardInterrupt
        return ""


def niets_kwijt(
    opdracht: Opdracht,
    werk: Path,
    kaal: list[tuple[str, ...]],
    gezegd: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Type what lacks but for the last, and stop there: it is in a draft or on the screen."""
    for stopt in ("Ctrl-C", "Ctrl-D"):
        scherm = io.StringIO()
        toetsen = Halverwege({deel[0]: deel[1] for deel in gezegd[:-1]}, scherm, stopt)
        with monkeypatch.context() as alleen:
            alleen.setattr(sys, "stdin", toetsen)
            alleen.setattr(sys, "stderr", scherm)
            code = opdracht.doe(werk, shlex.join(woord for deel in kaal for woord in deel))
        assert code == AFGEBROKEN, scherm.getvalue()
        concepten = [pad.read_text("utf-8") for pad in (werk / "r/.clm/concepten").glob("*.yaml")]
        ergens = "\n".join([scherm.getvalue(), *concepten])
        # a day and a part are kept in the form of a file: of each value its last word
        rijen = [deel for antwoord in toetsen.getypt for deel in shlex.split(antwoord)]
        kwijt = [deel for deel in rijen if deel.rpartition("=")[2].split()[-1] not in ergens]
        assert not kwijt, (kwijt, ergens)


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
    nodig = eerst.partition("leest ook:")[0]
    gevraagd = [deel for deel in gezegd if genoemd(nodig, deel[0])]
    niets_kwijt(opdracht, werk, kaal, gevraagd, monkeypatch)
    code = opdracht.doe(werk, shlex.join(woord for deel in (*kaal, *gezegd) for woord in deel))
    assert (code == 0) != (opdracht.naam in LATER), (eerst, capsys.readouterr().err)


@pytest.mark.parametrize(
    ("woorden", "mist"),
    [
        ("lezing", ["REGIME", "VRAAG", "KEUZE"]),
        ("lezing sma-2026 --reden zo", ["VRAAG", "KEUZE"]),
        ("correctie bloem", ["FEIT"]),
    ],
)
def test_words_that_lack_are_said_in_one_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], woorden: str, mist: list[str]
) -> None:
    klein_register.lees(tmp_path)
    assert draai([*woorden.split(), "--map", str(tmp_path), "--door", "mia"]) == 2
    eerst = " ".join(capsys.readouterr().err.split())
    assert re.findall(r"\b[A-Z]{4,}(?= \()", eerst) == mist, eerst


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ("correctie bloem contacten/2026-01-01-iets", "2026-01-01-iets"),
        ("lezing sma-2026 bestaat-niet x", "is er niet"),
        ("regime nieuw sma-2026", "bestaat al"),
    ],
)
def test_what_lacks_is_not_asked_about_what_is_not_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    woorden: str,
    zin: str,
) -> None:
    klein_register.lees(tmp_path)
    monkeypatch.setattr(sys, "stdin", Toetsen("nooit gevraagd"))
    assert draai([*woorden.split(), "--map", str(tmp_path), "--door", "mia"]) == 2
    assert zin in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    "woorden",
    [["correctie", "bloem", "2026-05-18-telefoon"], ["rapport", "verspreid", "2026-K1"]],
)
def test_a_document_or_a_whole_fact_is_no_way_to_give_what_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], woorden: list[str]
) -> None:
    """There --bestand is something else."""
    noteer = "noteer bloem gebeld --wijze telefoon --richting in --met An"
    klein_register.lees(tmp_path)
    vast = ("--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia")
    assert draai([*noteer.split(), *vast]) == 0
    assert draai([*woorden, *vast]) == 2
    assert capsys.readouterr().err.endswith("  nu: geef het als optie\n")
