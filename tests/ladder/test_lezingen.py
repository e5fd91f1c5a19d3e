"""Each answer to an open question of a contract changes something: typed states show it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.files.gate import lees as lees_yaml
from clm_cli.records.regime import Regime
from tests.ladder.test_toestanden import anders
from tests.ladder.zaakbouw import genomen_stap, lees_toestand

EEN_ANTWOORD = {("J", "begin-verslag"), ("S", "begin-bevestiging")}
"""Where only one answer is possible, and a lezing says that it was looked at."""
NAAM = {"J": "sdfl-jeugdhulp-2026", "S": "sma-2026"}


def _rijen() -> list[tuple[str, str, str, str, dict[str, str]]]:
    uit = []
    for regel in (Path(__file__).parent / "lezingen.txt").read_text(encoding="utf-8").splitlines():
        if "|" in regel and not regel.startswith("#"):
            kop, hoe, feiten, *antwoorden = (deel.strip() for deel in regel.split("|"))
            contract, _, vraag = kop.split()
            goed = dict(re.split(r":\s+", rij, maxsplit=1) for rij in antwoorden)
            uit.append((contract, vraag, hoe, feiten, goed))
    return uit


RIJEN = _rijen()
GEVALLEN = [
    (c, v, hoe, feiten, k, wat) for c, v, hoe, feiten, goed in RIJEN for k, wat in goed.items()
]


def _regime(contract: str) -> Regime:
    inhoud = next(i for naam, i in resources.regimes() if naam == f"{NAAM[contract]}.yaml")
    return Regime.model_validate(lees_yaml(inhoud, NAAM[contract]).boom)


@pytest.mark.parametrize("contract", ["J", "S"])
def test_every_question_with_a_choice_has_a_state_in_which_each_answer_differs(
    contract: str,
) -> None:
    """A15: a reading that changes nothing is a note, and says so (LAD430)."""
    telt = {
        v.id: {k.keuze for k in v.keuzes} for v in _regime(contract).vragen if v.notitie == "nee"
    }
    gevraagd = {id_: keuzes for id_, keuzes in telt.items() if len(keuzes) > 1}
    een = {(contract, id_) for id_, keuzes in telt.items() if len(keuzes) == 1}
    assert een == {rij for rij in EEN_ANTWOORD if rij[0] == contract}
    per: dict[str, dict[str, list[str]]] = {}
    for c, vraag, _, _, goed in RIJEN:
        if c == contract:
            for keuze, wat in goed.items():
                per.setdefault(vraag, {}).setdefault(keuze, []).append(wat)
    assert {vraag: set(rij) for vraag, rij in per.items()} == gevraagd
    for vraag, rij in per.items():
        uitkomsten = [tuple(wat) for wat in rij.values()]
        assert len(set(uitkomsten)) == len(uitkomsten), vraag


@pytest.mark.parametrize(
    ("contract", "vraag", "hoe", "feiten", "keuze", "goed"),
    GEVALLEN,
    ids=[f"{c}-{v}-{k}-{nr}" for nr, (c, v, _, _, k, _) in enumerate(GEVALLEN)],
)
def test_an_answer_does_what_the_contract_then_says(
    tmp_path: Path, contract: str, vraag: str, hoe: str, feiten: str, keuze: str, goed: str
) -> None:
    lezing = f"L:{vraag}={keuze}"
    if not hoe.startswith("~"):
        assert [*anders(lees_toestand(tmp_path, contract, hoe, f"{feiten} {lezing}"), goed)] == []
        return
    stap = genomen_stap(tmp_path, contract, feiten, f"{hoe[1:]} ;; {lezing}")
    # '-' is no such condition, '!' one that is hard, and '~' one that a reason sets aside
    per = {r.naam: (r.uitspraak.antwoord, "!" if r.hard else "~") for r in stap.voorwaarden}
    for naam, _, wat in (deel.partition("=") for deel in goed.split()):
        antwoord, hoe_hard = per.get(naam, ("-", ""))
        assert wat in (antwoord, antwoord + hoe_hard), f"{naam}: {antwoord}{hoe_hard}"
