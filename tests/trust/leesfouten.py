"""Every reading command with a read of its register that fails, once or from then on.

What cannot be read is missing, and never absent: the answer is what it was, or it names what was
not read, or it is refused.

`AANTAL=20 ZAAD=1 python -m pytest -q -s tests/trust/leesfouten.py`
"""

from __future__ import annotations

import os
import random
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.geschiedenis import git, leg_vast, vervang
from tests.cli.test_verleden import LEZEN
from tests.schrijfopdrachten import Opdracht
from tests.trust.fouten import LEZEND, Geval, Proef, begonnen

AANTAL, ZAAD = int(os.environ.get("AANTAL", "20")), os.environ.get("ZAAD", "1")
MEER = (
    "controleer --geschiedenis",
    "vergelijk HEAD",
    "wissen",
    "wissen Jan",
    "wissen Jan --bewijs",
)
MIST = re.compile("niet gelezen|niet te lezen|niet te doorzoeken", re.IGNORECASE)
"""How an answer says what was not read, by the path that was asked for: a folder of it failed."""
ALLE = tuple(shlex.join(woorden) for woorden in LEZEN) + MEER
TOTAAL = Counter[str]()


def namen(proef: Proef) -> set[str]:
    """The paths that could not be read, as they may be said: how often git answers may differ."""
    paden = re.findall(rf'["<]{re.escape(str(proef.map_))}/?([^">]*)[">]', "\n".join(proef.geraakt))
    return {naam for pad in paden for naam in (pad, pad.rpartition("/")[2]) if naam}


def oordeel(proef: Proef, goed: tuple[int, str], code: int, gezegd: str) -> str:
    """What is wrong after one point; empty when nothing is."""
    antwoord = proef.antwoord
    if (code, antwoord) == goed:
        return ""
    if code not in (0, 1, 2):
        return f"exit {code}: {gezegd[-300:]}"
    if code == 2 and not gezegd:
        return "refused without a word"
    zegt = f"{antwoord}\n{gezegd}"
    meer = len(MIST.findall(zegt)) > len(MIST.findall(goed[1]))
    if code < 2 and not (meer or any(naam in zegt for naam in namen(proef))):
        return f"another answer ({code}), and nothing is said of it: {gezegd[-300:]}"
    return ""


@pytest.mark.parametrize("woorden", ALLE, ids=lambda w: w[:60])
def test_what_cannot_be_read_is_missing_and_never_absent(
    tmp_path: Path, woorden: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("COLUMNS", "10000")
    opdracht = Opdracht("", woorden, "leest", vooraf=("sjabloon kopieer agenda",))
    proef = begonnen(opdracht, tmp_path / "werk")
    git(proef.map_, "init", "--quiet")
    leg_vast(proef.map_, "begin", "2026-05-01")
    vervang(proef.map_ / "waterlelie/contracten/gezinshuizen/contract.yaml", "P5-011", "P5-012")
    goed = proef.doe()[0], proef.antwoord
    rij = [
        Geval(punt, fout, steeds)
        for punt in proef.volg(LEZEND)
        for fout in ("EIO", "EACCES", "ESTALE")
        for steeds in (False, True)
    ]
    keus = random.Random(f"{woorden} {ZAAD}").sample(rij, min(len(rij), AANTAL or len(rij)))
    fouten, codes = [], Counter[int]()
    for geval in keus:
        code, gezegd = proef.doe(geval)
        codes[code] += 1
        if not proef.geraakt:
            fouten.append((str(geval)[:150], "it did not happen"))
        elif not (code == 70 and geval.steeds) and (mis := oordeel(proef, goed, code, gezegd)):
            fouten.append((str(geval)[:150], mis))
            print(fouten[-1])
    TOTAAL["points"] += len(keus)
    TOTAAL["wrong"] += len(fouten)
    print(f"\n{woorden[:60]}: {len(keus)} of {len(rij)} reads, exit codes {dict(codes)}")
    assert fouten == [], "\n".join(map(str, fouten[:8]))


def test_the_figures_of_all_together() -> None:
    print(f"\n{len(ALLE)} commands: {dict(TOTAAL)}")
    assert TOTAAL["points"] > 0
