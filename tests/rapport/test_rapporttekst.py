"""What a person writes in a chapter of the report stays, beside what is written in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.files.lader import laad
from clm_cli.records.lijsten import Rapporttekst
from tests import klein_register

PAD = "rapporten/2026-K1/teksten.yaml"


def doe(map_: Path, hoofdstuk: str, zin: str) -> int:
    woorden = ["rapport", "tekst", "2026-K1", hoofdstuk, zin]
    return draai([*woorden, "--map", str(map_), "--vandaag", "2026-05-18", "--door", "mia"])


def test_each_chapter_has_its_own_text_which_is_written_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    klein_register.lees(tmp_path)
    assert doe(tmp_path, "kern", "Het gaat beter.") == 0
    assert doe(tmp_path, "risicos", "Er is een risico.") == 0
    voor = (tmp_path / PAD).read_bytes()
    assert doe(tmp_path, "kern", " Het gaat beter. ") == 0
    assert "stond er al" in capsys.readouterr().out
    assert doe(tmp_path, "kern", "Het gaat slechter.") == 2
    assert "Bij kern staat al een tekst; die blijft staan." in capsys.readouterr().err
    assert (tmp_path / PAD).read_bytes() == voor
    kaart = next(b.record for b in laad(tmp_path).register.rond(PAD) if b.pad == PAD)
    assert isinstance(kaart, Rapporttekst)
    assert {rij.hoofdstuk: rij.tekst for rij in kaart.hoofdstukken} == {
        "kern": "Het gaat beter.",
        "risicos": "Er is een risico.",
    }
