"""A new register starts on the day it was made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clm_cli.commands.begin import init
from clm_cli.files.lader import laad


def test_a_new_register_says_from_which_day_it_is_used(tmp_path: Path) -> None:
    init(tmp_path / "nieuw", date(2026, 5, 18), {}, proef=False)
    geladen = laad(tmp_path / "nieuw")
    assert geladen.meldingen == ()
    assert geladen.register.zoals().organisatie.sinds == date(2026, 5, 18)
