"""Two people at once: what both together leave is what one after the other leaves."""

from __future__ import annotations

import contextlib
import fcntl
import io
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.commands.opnieuw import tot_het_lukt
from clm_cli.files import slot
from clm_cli.meldingen import Geweigerd, Ingehaald
from tests import gelijktijdig as samen


@pytest.mark.parametrize("naam", samen.PAREN)
def test_two_commands_that_exclude_each_other_are_never_both_accepted(
    tmp_path: Path, naam: str
) -> None:
    begin, paar = samen.maak(tmp_path / "begin"), samen.PAREN[naam]
    mag = samen.na_elkaar(begin, tmp_path, paar)
    assert any(2 in uit.codes for uit in mag), f"nothing is excluded here: {mag}"
    for keer in range(2):
        map_ = shutil.copytree(begin, tmp_path / f"n{keer}")
        codes = samen.samen(map_, *paar)
        assert samen.uitkomst(map_, codes) in mag, (codes, mag)


VAST = ("--vandaag", "2026-05-18")
NOTEER = "noteer bloem gebeld --wijze telefoon --richting uitgaand --met Jan"


def doe(map_: Path, woorden: str, door: str = "mia") -> int:
    return draai([*shlex.split(woorden), "--map", str(map_), *VAST, "--door", door])


def los(map_: Path, woorden: str) -> subprocess.Popen[str]:
    """A command in a process of its own."""
    opdracht = [sys.executable, "-m", "clm_cli", *woorden.split(), "--map", str(map_), *VAST]
    return subprocess.Popen(
        [*opdracht, "--door", "bo"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def test_who_writes_waits_for_who_holds_the_lock_and_says_so(tmp_path: Path) -> None:
    samen.maak(tmp_path)
    with (tmp_path / ".clm/slot").open("ab") as greep:
        fcntl.flock(greep, fcntl.LOCK_SH)  # shared, so that a writer who shares too would pass
        proces = los(tmp_path, NOTEER)
        time.sleep(8)  # it starts, waits a second, and says so
        assert proces.poll() is None, "it did not wait"
        assert not list(tmp_path.glob("bloem/contacten/*"))
    _, gezegd = proces.communicate(timeout=60)
    assert proces.returncode == 0
    assert "Een andere clm is aan het schrijven; even geduld." in gezegd
    assert len(list(tmp_path.glob("bloem/contacten/*"))) == 1


@pytest.mark.parametrize("uitkomst", [0, Geweigerd("x"), RuntimeError("x"), Ingehaald()])
def test_the_lock_is_free_after_a_command_whatever_came_of_it(
    tmp_path: Path, uitkomst: int | Exception
) -> None:
    def doe_() -> int:
        slot.neem(tmp_path)
        if isinstance(uitkomst, Exception):
            raise uitkomst
        return uitkomst

    keren: list[int] = []
    with contextlib.suppress(Geweigerd, RuntimeError):
        assert tot_het_lukt(doe_, lambda: keren.append(1)) == 0
    assert len(keren) == (4 if isinstance(uitkomst, Ingehaald) else 0)
    with (tmp_path / ".clm/slot").open("ab") as van_een_ander:
        fcntl.flock(van_een_ander, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_what_happened_while_the_editor_was_open_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    samen.maak(tmp_path)
    tussendoor = f"{sys.executable} -m clm_cli {samen.SLUIT} --map {tmp_path} --door bo"
    editor = tmp_path / "editor.sh"
    editor.write_text(f'#!/bin/sh\n{tussendoor} {" ".join(VAST)} && echo >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    assert doe(tmp_path, f"{samen.SLUIT.replace('Klaar', 'Anders')} --editor") == 2
    assert "Dit staat er al anders" in capsys.readouterr().err
    assert len([*(tmp_path / ZAAK).glob("*-sluiting*")]) == 1


class Bezig:
    """A person at a terminal, who answers after a colleague did something."""

    def __init__(self, map_: Path, woorden: str, antwoord: str) -> None:
        self.map, self.woorden, self.antwoord, self.keren = map_, woorden, antwoord, 0

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        self.keren += 1
        assert self.keren < 9, "asked again and again"
        if self.keren == 1:
            with los(self.map, self.woorden) as ander:
                ander.communicate(timeout=60)
            assert ander.returncode == 0, "the lock is free while one thinks"
        return f"{self.antwoord}\n"


ZONDER_REDEN = samen.MAATREGEL.replace(
    "--reden Past.",
    "--intensivering \"contact='elke maand' tot=2026-07-31 gesprekken=2026-06-08\"",
)
ZAAK = "bloem/escalaties/2026-05-04-zaak"


def test_who_was_overtaken_while_answering_is_refused_where_it_no_longer_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    samen.maak(tmp_path)
    monkeypatch.setattr(sys, "stdin", Bezig(tmp_path, samen.SLUIT, "Past."))
    assert doe(tmp_path, ZONDER_REDEN) == 2
    assert "Deze escalatie is gesloten" in capsys.readouterr().err
    assert [*(tmp_path / ZAAK).glob("*-maatregel-*")] == []


def test_who_was_overtaken_while_answering_is_not_asked_again_where_it_still_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samen.maak(tmp_path)
    persoon = Bezig(tmp_path, NOTEER, "Past.")
    monkeypatch.setattr(sys, "stdin", persoon)
    assert doe(tmp_path, ZONDER_REDEN) == 0
    assert persoon.keren == 1
    (feit,) = (tmp_path / ZAAK).glob("*-maatregel-*")
    assert "reden: Past." in feit.read_text(encoding="utf-8")


HOUDT = """
import fcntl, shutil, sys
slot, feit, doel = sys.argv[1:]
with open(slot, "ab") as greep:
    fcntl.flock(greep, fcntl.LOCK_EX)
    print("heeft het slot", flush=True)
    sys.stdin.readline()
    shutil.copy(feit, doel)
"""
"""Somebody who has the lock, and writes a fact once another waits for it."""


def test_who_waits_for_the_lock_after_answering_looks_again_when_he_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = samen.maak(tmp_path / "r")
    ander = shutil.copytree(map_, tmp_path / "ander")
    assert doe(ander, samen.SLUIT) == 0
    (feit,) = (ander / ZAAK).glob("*-sluiting*")

    class Intussen(Bezig):
        def readline(self) -> str:
            woorden = [str(map_ / ".clm/slot"), str(feit), str(map_ / ZAAK / feit.name)]
            self.proces = subprocess.Popen(
                [sys.executable, "-c", HOUDT, *woorden],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert self.proces.stdout is not None
            assert self.proces.stdout.readline() == "heeft het slot\n"
            return f"{self.antwoord}\n"

    class Scherm(io.StringIO):
        def write(self, tekst: str) -> int:
            if "even geduld" in tekst:
                assert persoon.proces.stdin is not None
                persoon.proces.stdin.write("schrijf\n")
                persoon.proces.stdin.flush()
            return super().write(tekst)

    persoon, scherm = Intussen(map_, "", "Past."), Scherm()
    monkeypatch.setattr(sys, "stdin", persoon)
    monkeypatch.setattr(sys, "stderr", scherm)
    assert doe(map_, ZONDER_REDEN) == 2
    persoon.proces.communicate(timeout=60)
    assert persoon.proces.returncode == 0
    assert "even geduld" in scherm.getvalue()
    assert "Deze escalatie is gesloten" in scherm.getvalue()
    assert [*(map_ / ZAAK).glob("*-maatregel-*")] == []


def test_a_measure_recorded_after_the_closing_is_an_error_wherever_it_comes_from(
    tmp_path: Path,
) -> None:
    samen.maak(tmp_path)
    assert doe(tmp_path, samen.MAATREGEL) == 0
    (pad,) = (tmp_path / ZAAK).glob("*-maatregel-*.yaml")
    maatregel = pad.read_text(encoding="utf-8")
    pad.unlink()
    assert doe(tmp_path, samen.SLUIT) == 0
    for later, codes in (("2020", set()), ("2099", {"LAD406"})):  # recorded before, and after
        pad.write_text(
            maatregel.replace("vastgelegd: 20", f"vastgelegd: {later}-").replace(
                f"{later}-26", later
            ),
            encoding="utf-8",
        )
        assert samen.uitkomst(tmp_path, (0, 0)).fouten & {"LAD406"} == codes
