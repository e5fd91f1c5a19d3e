"""Every rule: a register that breaks it is reported at its place in these words, and nothing else.

The case of each rule stands in the file with its code.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.opzij import VERVALLEN
from clm_cli.rules.boek import REGELS, REGIMEREGELS
from clm_cli.rules.uitleg import alle, bladzijde
from tests.conftest import Momentopname
from tests.rules.gevallen import BASES, CODES, DAGEN, basismeldingen, lees_blad

PERMANENT = Path(__file__).parent / "codes.txt"


@pytest.mark.parametrize("code", CODES)
def test_a_rule_reports_its_breach_and_nothing_else(
    code: str, tmp_path: Path, vernieuw: bool, momentopname: Momentopname
) -> None:
    """J02, J10, J11–J20, J22, J24, J27, J50, J51 and the record itself."""
    blad = lees_blad(code)
    gevallen = blad.gevallen
    uitkomsten = [geval.uitkomst(tmp_path / geval.naam) for geval in gevallen]
    if vernieuw:
        momentopname(blad.pad, blad.met(uitkomsten))
        gevallen = blad.gevallen
    assert {geval.soort for geval in gevallen} == {"fout", "goed"}
    for geval, gevonden in zip(gevallen, uitkomsten, strict=True):
        assert gevonden == geval.verwacht, geval.naam
        assert bool(gevonden[0]) == (geval.soort == "fout"), geval.naam


GEWOON = [
    "DOS236 overeenkomsten/raam/overeenkomst.yaml:5:11",
    "DOS239 bloem/contracten/ambulant/contract.yaml:1:1",
    *["DOS301 overeenkomsten/raam/overeenkomst.yaml:2:9"] * 3,
]
BRENGT = {
    "klein": GEWOON,
    "gesprek": [
        GEWOON[0],
        "DOS237 bloem/gesprekken/2026-05-04-voortgang/gesprek.yaml:21:7",
        *GEWOON[1:],
        "TRM304 bloem/gesprekken/2026-05-04-voortgang/gesprek.yaml:3:8",
    ],
    "brief": [
        *GEWOON,
        *["TRM304 bloem/escalaties/2026-01-12-zaak/2026-05-04-maatregel-ingebrekestelling.yaml:1:1"]
        * 2,
    ],
    "regime": [f"REG722 regimes/eigen-2026.yaml:{regel}:5" for regel in (65, 68, 71)],
    "zaak-J": GEWOON,
    "zaak-S": GEWOON,
    "wonen": [
        "DOS222 bloem/contracten/wonen/contract.yaml:1:1",
        *GEWOON[:2],
        *(f"DOS280 overeenkomsten/wonen/overeenkomst.yaml:6:{k}" for k in (10, 101, 57)),
        *(f"DOS284 overeenkomsten/wonen/overeenkomst.yaml:6:{k}" for k in (101, 101, 57)),
        *GEWOON[2:],
        "REG745 regimes/beschermd-wonen-2026.yaml:189:20",
    ],
}


@pytest.mark.parametrize("basis", [*BASES, *DAGEN])
def test_a_register_to_begin_with_brings_this_and_nothing_else(basis: str) -> None:
    """What it brings is left out of every case: a rule that goes off here would not be seen."""
    assert basismeldingen(basis) == BRENGT[basis]


def test_every_rule_has_its_case_file_and_a_whole_page() -> None:
    regels = (*REGELS, *REGIMEREGELS)
    assert sorted(CODES) == sorted(regel.code for regel in regels)
    for regel in regels:
        woorden = ("Waarom:", "Fout:", "Goed:", "Wat nu:")
        regelbegin = [regel_.partition(" ")[0] for regel_ in regel.bladzijde.split("\n")]
        assert regelbegin[2:] == ["Waarom:", "Fout:", "Goed:", "Wat"], regel.code
        assert [woord for woord in woorden if woord not in regel.bladzijde] == [], regel.code
        assert regel.titel.endswith("."), regel.code


def test_a_code_is_permanent(vernieuw: bool, momentopname: Momentopname) -> None:
    """Old reports and facts in overgeslagen/ name codes: none ever disappears."""
    ooit = PERMANENT.read_text(encoding="utf-8").split()
    nu = {code for code, _ in alle()}
    assert set(ooit) <= nu, "a code that was given is never taken back: list it in VERVALLEN"
    momentopname(PERMANENT, "".join(f"{code}\n" for code in sorted({*ooit, *nu})))


def test_a_code_that_lapsed_says_what_came_after_it() -> None:
    regels = {regel.code for regel in (*REGELS, *REGIMEREGELS)}
    for code, nieuw in VERVALLEN.items():
        assert code not in regels
        assert nieuw in regels
        assert (bladzijde(code) or "").startswith(f"{code} is vervallen; dit meldt nu {nieuw}.")
