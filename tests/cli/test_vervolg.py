"""What comes after a fact of a case: the letter that tells it, where one has to, or the next step.

What was judged or decided works for the provider when he was told (3:37 lid 3 BW); what he was
never told needs no letter that takes it back.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_escalatieopdrachten import OPDRACHT, begin, doe

RIJ = {soort: (contract, woorden, getypt) for soort, contract, woorden, getypt, _ in OPDRACHT}
DATA = ("--nieuwe-data", "tekortkoming=T1 uiterlijk=2026-06-01")

# the command of the table · the case, where it is another · what is said besides · what comes next
VERVOLG = [
    ("onderzoek", "", (), "clm brief maak bloem bevindingen; en leg het horen vast"),
    ("maatregel", "", (), "clm brief maak bloem verzoek-verklaring"),
    ("reactie", "", (), "clm escalatie beoordeling bloem --over reactie"),
    ("beoordeling", "", (), "clm brief maak bloem oordeel-herstel"),
    ("beslissing", "", (), "clm brief maak bloem reactie-bezwaar"),
    ("hervatting", "", (), "clm escalatie toon bloem"),
    ("hervatting", "", DATA, "clm brief maak bloem verlenging-hersteltermijn"),
    ("aanpassing", "", (), "clm escalatie toon bloem"),
    ("opheffing", "", (), "clm escalatie toon bloem"),
    ("opheffing", "$H", (), "clm brief maak bloem opheffing"),
    ("facturen", "", (), "clm escalatie maatregel bloem terugvordering\n"),
    ("sluiting", "", (), ""),
    ("sluiting", "$H", (), "clm brief maak bloem sluiting"),
]


@pytest.mark.parametrize(("soort", "zaak", "erbij", "nu"), VERVOLG)
def test_the_command_that_comes_next(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    soort: str,
    zaak: str,
    erbij: tuple[str, ...],
    nu: str,
) -> None:
    contract, woorden, getypt = RIJ[soort]
    map_ = begin(tmp_path, contract, zaak or woorden)
    assert doe(map_, soort, "bloem", *getypt, *erbij, "--proef") == 0
    assert "nu: " not in capsys.readouterr().out, "nothing was written, so nothing comes next"
    assert doe(map_, soort, "bloem", *getypt, *erbij) == 0
    gezegd = capsys.readouterr().out.partition("nu: ")[2]
    assert nu in gezegd if nu else not gezegd
