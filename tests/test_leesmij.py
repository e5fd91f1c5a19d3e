"""The README shows what clm really prints, and its two commands stand where they are looked for."""

from __future__ import annotations

import re

from tests.leesmij import LEESMIJ, gedraaid


def test_the_session_is_what_clm_prints(momentopname):
    tekst = LEESMIJ.read_text(encoding="utf-8")
    assert tekst.count("\n$ clm ") >= 3
    momentopname(LEESMIJ, gedraaid(tekst))


def test_the_two_commands_stand_together_in_the_one_sh_block():
    (blok,) = re.findall(r"(?ms)^```sh\n(.*?)^```$", LEESMIJ.read_text(encoding="utf-8"))
    eerste, tweede = blok.splitlines()
    assert eerste.endswith("werklijst")
    assert "pytest" in tweede
