"""The tab key in real shells: what they offer behind `clm`."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

DOSSIERS = Path(__file__).parents[2] / "dossiers"
GETYPT = [
    ("clm toon w", "waterlelie"),
    ("clm escalatie bez", "bezwaar"),
    ("clm werkl", "werklijst"),
]


@pytest.fixture
def omgeving(tmp_path):
    """A folder with `clm` in it, for shells that know nothing else of us."""
    clm = tmp_path / "clm"
    clm.write_text(f'#!/bin/sh\nexec {sys.executable} -m clm_cli "$@"\n', encoding="utf-8")
    clm.chmod(0o755)
    pad = f"{tmp_path}:{os.environ['PATH']}"
    wortel = str(DOSSIERS.parent)
    return {**os.environ, "PATH": pad, "PYTHONPATH": wortel, "HOME": str(tmp_path), "TERM": "dumb"}


@pytest.mark.parametrize(("getypt", "keuze"), GETYPT)
def test_bash(omgeving, getypt, keuze):
    script = (
        'source <(clm aanvulling bash); read -ra COMP_WORDS <<<"$1"; '
        'COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _clm; printf "%s\\n" "${COMPREPLY[@]}"; '
        "complete -p clm"
    )
    uit = _draai(["bash", "-c", script, "bash", getypt], omgeving)
    assert uit == [keuze, "complete -o default -F _clm clm"]


@pytest.mark.parametrize(("getypt", "keuze"), GETYPT)
def test_fish(omgeving, getypt, keuze):
    script = f"clm aanvulling fish | source; complete -C '{getypt}'"
    assert _draai(["fish", "--no-config", "-c", script], omgeving) == [keuze]


@pytest.mark.parametrize(("getypt", "keuze"), GETYPT)
def test_zsh_completes_the_word_itself(omgeving, getypt, keuze):
    """Typed at a terminal: zsh only completes in its line editor."""
    gestart, kant = pty.openpty()
    zsh = subprocess.Popen(
        ["zsh", "-f", "-i"], stdin=kant, stdout=kant, stderr=kant, env=omgeving, cwd=DOSSIERS
    )
    os.close(kant)
    try:
        _typ(gestart, "PS1=; autoload -U compinit; compinit -u -D; source <(clm aanvulling zsh)\n")
        _typ(gestart, "print kl''aar\n")
        assert "klaar" in _lees_tot(gestart, "klaar")
        _typ(gestart, f"{getypt}\t")
        assert keuze in _lees_tot(gestart, keuze)
    finally:
        zsh.kill()
        zsh.wait()
        os.close(gestart)


def _draai(woorden, omgeving):
    klaar = subprocess.run(
        woorden, env=omgeving, cwd=DOSSIERS, capture_output=True, text=True, check=True, timeout=60
    )
    return klaar.stdout.split("\n")[:-1]


def _typ(terminal, tekst):
    os.write(terminal, tekst.encode())


def _lees_tot(terminal, woord, hoelang=30):
    """What the shell shows, until it shows a word, without what moves the cursor."""
    gelezen, einde = "", time.monotonic() + hoelang
    while woord not in gelezen and time.monotonic() < einde:
        if select.select([terminal], [], [], 0.2)[0]:
            gelezen += os.read(terminal, 4096).decode("utf-8", "replace")
            gelezen = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x08", "", gelezen)
    return gelezen
