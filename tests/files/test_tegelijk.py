"""Other processes work out a part of a large register; what is said stays the same."""

from __future__ import annotations

import cProfile
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from clm_cli.commands import controle
from clm_cli.commands.register import lees
from clm_cli.commands.tegelijk import Maten
from clm_cli.commands.vooruit import WAT, vooruit
from clm_cli.files.geheugen import MAP, Geheugen
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from clm_cli.rules.toets import getoetst_van, oordeel
from clm_cli.views.controle import als_json
from tests.bench.groot_register import maak

VANDAAG = date(2026, 6, 1)


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "thuis"))
    map_ = maak(tmp_path / "r", 12)
    shutil.rmtree(map_ / ".clm", ignore_errors=True)
    return map_


def gecontroleerd(map_: Path, *, onthoud: bool = True) -> tuple[object, int]:
    """The check as JSON, and of how many dossiers the rules were asked here."""
    with cProfile.Profile() as teller:
        uit = als_json(controle.controleer(lees(map_, VANDAAG, onthoud=onthoud)))
    rijen = [rij for rij in teller.getstats() if rij.code is oordeel.__code__]
    return uit, sum(rij.callcount for rij in rijen)


def namen_in(map_: Path) -> tuple[str, ...]:
    return lees(map_, VANDAAG).register.dossiers.namen


def test_who_works_ahead_leaves_the_rest(map_: Path) -> None:
    namen = namen_in(map_)
    vooruit(map_, VANDAAG, ",".join(WAT), namen[5], namen[10])
    heel, _ = gecontroleerd(map_, onthoud=False)
    assert gecontroleerd(map_) == (heel, len(namen) - 6)
    assert gecontroleerd(map_) == (heel, 0)


@pytest.mark.parametrize(("kernen", "anderen"), [(1, 0), (3, 8)])
def test_each_other_core_takes_a_part(
    map_: Path, monkeypatch: pytest.MonkeyPatch, kernen: int, anderen: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(kernen)), raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: kernen)
    (map_ / "json.py").write_text("1/0\n")  # a register is no place for code
    monkeypatch.chdir(map_)
    namen = namen_in(map_)
    heel, alle = gecontroleerd(map_, onthoud=False)
    assert alle == len(namen) == 12
    maten = Maten(map_, VANDAAG, veel=12)
    maten.roep(namen, [*WAT])
    for proces in maten.bezig:
        proces.wait()
    maten.stop()
    assert gecontroleerd(map_) == (heel, len(namen) - anderen)


class Geroepen:
    """Who is asked to work along, and does nothing."""

    def __init__(self) -> None:
        self.deel: list[tuple[tuple[str, ...], list[str]]] = []
        self.gestopt = 0

    def roep(self, namen: Sequence[str], wat: Sequence[str]) -> None:
        self.deel.append((tuple(namen), list(wat)))

    def stop(self) -> None:
        self.gestopt += 1


def test_others_are_asked_when_nothing_was_kept(map_: Path) -> None:
    for deel in ([(namen_in(map_)[10:], ["oordeel"])], []):
        geladen, geroepen = laad(map_), Geroepen()
        geheugen = Geheugen(map_, geladen, VANDAAG, geroepen)
        Kijk(geladen.register.zoals(), VANDAAG, geheugen=geheugen).vooraf(getoetst_van)
        assert geroepen.deel == deel
        assert geroepen.gestopt == 1


def test_of_few_dossiers_nobody_else_is_asked(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    maten = Maten(map_, VANDAAG, veel=13)
    maten.roep(namen_in(map_), [*WAT])
    assert maten.bezig == []
    assert not list((map_ / MAP).glob("*/*"))


def test_where_no_other_process_can_begin_all_is_done_here(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(sys, "executable", str(map_ / "geen"))
    maten = Maten(map_, VANDAAG, veel=1)
    maten.roep(namen_in(map_), [*WAT])
    maten.stop()
    assert gecontroleerd(map_) == gecontroleerd(map_, onthoud=False)


def test_for_who_is_no_more_nothing_is_worked_out(map_: Path) -> None:
    namen = namen_in(map_)
    vooruit(map_, VANDAAG, ",".join(WAT), namen[0], namen[-1], voor=os.getppid() + 1)
    assert not list((map_ / MAP).glob("*/*"))
    vooruit(map_, VANDAAG, ",".join(WAT), namen[0], namen[1], voor=os.getppid())
    assert list((map_ / MAP).glob("*/*"))
