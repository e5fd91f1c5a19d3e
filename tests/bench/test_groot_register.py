"""The registers that are measured are registers: as many dossiers as asked, none of them wrong."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path

from clm_cli.files.lader import laad
from clm_cli.meldingen import Ernst
from clm_cli.rules.toets import controleer
from tests.bench.groot_register import GEVRAAGD, maak, namen


def test_a_register_of_any_size_is_right(tmp_path: Path) -> None:
    geladen = laad(maak(tmp_path / "r", 12))
    assert len(geladen.register.dossiers) == 12
    assert geladen.meldingen == ()
    gevonden = controleer(geladen.register.zoals(), date(2026, 6, 1))
    eigen = controleer(laad(maak(tmp_path / "v", 5)).register.zoals(), date(2026, 6, 1))
    # BRF521, BRF541: a letter of theirs, and a reference of ours, in two dossiers, which copies are
    assert {m.code for m in gevonden} == {m.code for m in eigen} | {"BRF521", "BRF541"}
    assert not [m for m in gevonden if m.ernst is Ernst.FOUT]


def test_the_smallest_has_the_dossier_that_is_asked_for(tmp_path: Path) -> None:
    register = laad(maak(tmp_path / "r", 1)).register.zoals()
    assert [*register.dossiers] == [GEVRAAGD]
    fouten = [m for m in controleer(register, date(2026, 6, 1)) if m.ernst is Ernst.FOUT]
    assert {m.code for m in fouten} == {"REC150"}  # it names a contract of a dossier that is not


def test_there_are_names_enough() -> None:
    assert len(set(islice(namen(), 6000))) == 6000
