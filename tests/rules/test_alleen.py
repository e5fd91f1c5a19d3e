"""A write in one dossier is checked there: the rules on the others are not asked again."""

from __future__ import annotations

import cProfile
import shutil
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.escalatie.vervolg import te_noemen
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk
from clm_cli.rules.boek import REGELS
from clm_cli.rules.regel import Regel
from clm_cli.rules.toets import meldingen

VOORBEELD = Path(__file__).parents[2] / "dossiers"
VANDAAG = date(2026, 6, 1)
IN_DOSSIER = Regel.in_dossier.__code__
REGISTER = laad(VOORBEELD).register.zoals(VANDAAG)


@pytest.mark.parametrize("eigen", REGISTER.dossiers)
def test_of_one_dossier_the_same_is_found(eigen: str) -> None:
    alle = [
        melding
        for melding in meldingen(Kijk(REGISTER, VANDAAG))
        if melding.plek and melding.plek.pad.partition("/")[0] == eigen
    ]
    daar = [
        melding
        for melding in meldingen(Kijk(REGISTER, VANDAAG), {eigen})
        if melding.plek and melding.plek.pad.partition("/")[0] == eigen
    ]
    assert daar == alle


@pytest.mark.parametrize("alleen", [None, {"waterlelie"}, {"waterlelie", "de-klaproos"}])
def test_some_rules_find_what_they_find_among_all(alleen: set[str] | None) -> None:
    alle = meldingen(Kijk(REGISTER, VANDAAG), alleen)
    codes = sorted({melding.code for melding in alle})
    assert len(codes) > 1
    for deel in (set(codes[::2]), set(codes[1::3]), set(codes[:1]), set[str]()):
        gevonden = meldingen(Kijk(REGISTER, VANDAAG), alleen, deel)
        assert gevonden == tuple(melding for melding in alle if melding.code in deel)


def test_a_write_asks_of_what_was_there_only_the_rules_that_say_something_now(
    tmp_path: Path,
) -> None:
    """Counted in calls: all rules look once at what it becomes, few at what it was."""
    shutil.copytree(VOORBEELD, tmp_path / "r")
    woorden = ("noteer", "de-klaproos", "Gebeld", "--wijze", "telefoon", "--met", "Jan")
    hier = ("--map", str(tmp_path / "r"), "--vandaag", "2026-06-01", "--door", "marieke-hoekstra")
    with cProfile.Profile() as teller:
        assert draai([*hier, "--proef", "--ja", *woorden, "--richting", "uitgaand"]) == 0
    gevraagd = sum(rij.callcount for rij in teller.getstats() if rij.code is IN_DOSSIER)
    assert len(REGELS) <= gevraagd < 1.3 * len(REGELS)


def test_what_a_measure_could_say_is_worked_out_only_where_it_lacks() -> None:
    """Counted in calls: to weigh every step once more took a twelfth of a check."""
    with cProfile.Profile() as teller:
        alle = meldingen(Kijk(REGISTER, VANDAAG))
    mist = [melding for melding in alle if melding.code in ("LAD401", "LAD402")]
    rijen = [rij for rij in teller.getstats() if rij.code is te_noemen.__code__]
    assert sum(rij.callcount for rij in rijen) == len(mist)
