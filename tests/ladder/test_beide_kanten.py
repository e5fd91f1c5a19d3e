"""Each gate of both ladders has a state that it lets through and one that it stops, by contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.zaken import contract_van, instrumenten
from tests.klein_register import lees
from tests.ladder.zaakbouw import KORT, Bouw, genomen_regels, regels

POORTEN = """
J34 aanleiding feitelijk
J36 onderzoek wederhoor gebleken nieuws-gehoord
J37 volgorde ernst
J38 antwoordtermijn niet-hersteld
J39 antwoordtermijn plan-op-schema plan
J40 eis-genoemd hersteltermijn volmacht mandaat eigen-nakoming na-aangetekend verzuim maatregelen
J41 na-ontvangen termijn-verstreken herstel-uitgebleven vordering volmacht
J42 risico-benoemd reikwijdte ontvangers zorglandschap niet-hersteld maatregelen
J43 facturenlijst bedrag maximum feitelijk
J44 optie-open aanzegging-tijdig bewijs-vastgesteld ingang-na-bezwaar niet-al-beeindigd
J45 bezwaar bezwaar-tot schorst
J46 gesprek schorst
J47 schorst verzuim
J48 bewijs
J49 bewijs bewijs-vastgesteld
J52 trede
S03 sturing-onvoldoende
S04 bestuurlijk
S05 reeks aanleiding
S08 onderzoek wederhoor gebleken nieuws-gehoord
S09 volgorde ernst
S10 preventief
S11 reeks preventie-bij-reeks
S12 antwoordtermijn verbeterplangrond plan
S14 eis-genoemd hersteltermijn volmacht eigen-nakoming feitelijk plan-doorlopen verzuim
S15 facturenlijst feitelijk maatregelen
S16 reikwijdte niet-hersteld
S17 einddatum aanzegging-tijdig grond-genoemd strategisch-besluit mandaat
S18 grond-genoemd uiterste-middel verzuim niet-al-beeindigd maatregelen
S19 uiterste-middel niet-hersteld niet-al-beeindigd volmacht
S20 preventie-doorlopen preventie-bij-reeks
"""
"""What each clause is asked: a condition, or a question about a case."""
NIET = ("nee", "onbekend", "laat", "geen", "niet-schriftelijk", "0")


def _voorwaarden(map_: Path, contract: str) -> dict[str, tuple[str, ...]]:
    """The conditions of each instrument of a contract."""
    dossier = lees(map_, Bouw("", contract).bestanden).register.dossiers["bloem"]
    eigen = contract_van(dossier, dossier.escalaties[0])
    assert eigen
    return {i.instrument: i.voorwaarden.alle for _, i in instrumenten(eigen)}


def _gezien(map_: Path, contract: str) -> Iterator[tuple[str, str, bool]]:
    """Of each row of the states: its clause, what it is asked, and whether it lets through."""
    per = _voorwaarden(map_, contract)
    for eis, _, _, goed in regels(contract):
        for deel in goed.split():
            naam, _, wat = deel.partition("=")
            kop = naam.partition("/")[0]
            if kop not in KORT:
                laat_door = wat.endswith(":van-kracht") if kop == "maatregelen" else wat not in NIET
                yield eis, kop, laat_door
                continue
            mist = {rij.removeprefix("~") for rij in wat.partition(":")[2].split(",")}
            yield from ((eis, rij, rij not in mist) for rij in per.get(KORT[kop], ()))
    for eis, _, _, goed in genomen_regels():
        rijen = (deel.split("=") for deel in goed.split()) if eis[0] == contract else ()
        yield from ((eis[2:], naam, antwoord == "ja") for naam, antwoord in rijen)


@pytest.mark.parametrize("contract", ["J", "S"])
def test_each_clause_has_a_state_that_is_let_through_and_one_that_is_stopped(
    tmp_path: Path, contract: str
) -> None:
    gezien = set(_gezien(tmp_path, contract))
    poorten = [rij.split() for rij in POORTEN.splitlines() if rij.startswith(contract)]
    mist = [
        (eis, vraag, laat_door)
        for eis, *vragen in poorten
        for vraag in vragen
        for laat_door in (True, False)
        if (eis, vraag, laat_door) not in gezien
    ]
    assert mist == []


@pytest.mark.parametrize("contract", ["J", "S"])
def test_each_condition_of_the_contract_is_asked_by_a_clause(tmp_path: Path, contract: str) -> None:
    rijen = [rij.split()[1:] for rij in POORTEN.splitlines() if rij.startswith(contract)]
    gevraagd = {vraag for rij in rijen for vraag in rij}
    alle = {naam for namen in _voorwaarden(tmp_path, contract).values() for naam in namen}
    assert sorted(alle - gevraagd) == []
