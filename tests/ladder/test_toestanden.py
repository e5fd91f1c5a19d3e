"""Every hand-built case state of both ladders is answered as the source text says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from redenen import BLAD, som, van, van_stap
from zaakbouw import KORT, genomen_regels, genomen_stap, lees_toestand, regels

from clm_cli.derivations.escalatie.vervolg import lichter

BEKEND = set(BLAD.read_text(encoding="utf-8").splitlines())
GENOMEN = genomen_regels()
RIJEN = [(contract, *rij) for contract in "JS" for rij in regels(contract)]


def test_there_are_enough_states_of_each_contract() -> None:
    assert all(sum(rij[0] == contract for rij in RIJEN) >= 120 for contract in "JS")


def gelezen(contract: str, redenen: set[str], som_: str) -> None:
    """The words and places of reasons change only with `redenen.txt`.

    Which git shows to a reviewer.
    """
    assert {f"{contract} {regel}" for regel in redenen} - BEKEND == set()
    assert som_ in BEKEND


@pytest.mark.parametrize(
    ("contract", "eis", "dag", "feiten", "goed"),
    RIJEN,
    ids=[f"{nr:03}-{rij[1]}" for nr, rij in enumerate(RIJEN)],
)
def test_state(tmp_path: Path, contract: str, eis: str, dag: str, feiten: str, goed: str) -> None:
    antwoorden = lees_toestand(tmp_path, contract, dag, feiten)
    for verwacht in goed.split():
        naam, _, wat = verwacht.partition("=")
        if naam == "lichter":
            zwaar, _, licht = wat.partition(":")
            stap = next(
                s for s in antwoorden.stappen() if s.stap.instrument.instrument == KORT[zwaar]
            )
            gekregen = sorted(i.instrument for i in lichter(antwoorden.stappen(), stap))
            assert gekregen == sorted(KORT[deel] for deel in licht.split(",")), verwacht
        elif naam == "geen":
            namen = {s.stap.instrument.instrument for s in antwoorden.stappen()}
            assert not namen & set(wat.split(",")), verwacht
        else:
            kop, dubbel, mist = wat.partition(":")
            if naam.partition("/")[0] in KORT and dubbel:
                wat = kop + ":" + ",".join(sorted(mist.split(",")))
            assert antwoorden.vraag(naam) == wat, f"{eis} {verwacht}"
    redenen = van(antwoorden)
    gelezen(contract, redenen, som(contract, eis, dag, feiten, redenen))


@pytest.mark.parametrize(
    ("eis", "feiten", "anders", "goed"),
    GENOMEN,
    ids=[f"{nr:03}-{rij[0][2:]}" for nr, rij in enumerate(GENOMEN)],
)
def test_measure_that_was_taken(
    tmp_path: Path, eis: str, feiten: str, anders: str, goed: str
) -> None:
    stap = genomen_stap(tmp_path, eis[0], feiten, anders)
    antwoorden = {rij.naam: rij.uitspraak.antwoord for rij in stap.voorwaarden}
    verwacht = dict(deel.split("=") for deel in goed.split())
    assert {naam: antwoorden.get(naam) for naam in verwacht} == verwacht
    redenen = van_stap("genomen ", stap)
    gelezen(eis[0], redenen, som(eis[0], eis[2:], anders, feiten, redenen))
