"""Every hand-built case state of both ladders is answered as the source text says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.vervolg import Vervolgstap, lichter
from tests.conftest import Momentopname
from tests.ladder.redenen import BLAD, Blad, naam_van, toestanden, van, van_stap
from tests.ladder.zaakbouw import (
    KORT,
    Antwoorden,
    genomen_regels,
    genomen_stap,
    lees_toestand,
    regels,
)

BEKEND = Blad.lees(BLAD.read_text(encoding="utf-8"))
GENOMEN = genomen_regels()
RIJEN = [(contract, *rij) for contract in "JS" for rij in regels(contract)]


def test_there_are_enough_states_of_each_contract() -> None:
    assert all(sum(rij[0] == contract for rij in RIJEN) >= 120 for contract in "JS")


def test_the_sheet_of_reasons_holds_these_states_and_no_other_reasons(
    vernieuw: bool, momentopname: Momentopname
) -> None:
    nieuw = BEKEND.vernieuwd(dict(toestanden())) if vernieuw else BEKEND
    momentopname(BLAD, nieuw.tekst)
    namen = [naam_van(rij[0], *rij[1:4]) for rij in RIJEN]
    namen += [naam_van(eis[0], eis[2:], anders, feiten) for eis, feiten, anders, _ in GENOMEN]
    assert [*nieuw.toestanden] == [*dict.fromkeys(namen)]
    assert nieuw.redenen.keys() == set().union(*nieuw.toestanden.values())


def anders(antwoorden: Antwoorden, goed: str) -> Iterator[str]:
    """What is not answered as the row says: what is right, and what came."""
    for verwacht in goed.split():
        naam, _, wat = verwacht.partition("=")
        if naam == "lichter":
            zwaar, _, licht = wat.partition(":")
            stap = next(
                s for s in antwoorden.stappen() if s.stap.instrument.instrument == KORT[zwaar]
            )
            kwam = ",".join(sorted(i.instrument for i in lichter(antwoorden.stappen(), stap)))
            wat = ",".join(sorted(KORT[deel] for deel in licht.split(",")))
        elif naam == "geen":
            namen = {s.stap.instrument.instrument for s in antwoorden.stappen()}
            kwam, wat = ",".join(sorted(namen & set(wat.split(",")))), ""
        else:
            kop, dubbel, mist = wat.partition(":")
            if naam.partition("/")[0] in KORT and dubbel:
                wat = kop + ":" + ",".join(sorted(mist.split(",")))
            kwam = antwoorden.vraag(naam)
        if kwam != wat:
            yield f"{verwacht}: {kwam}"


def anders_genomen(stap: Vervolgstap, goed: str) -> list[str]:
    """The same of a measure that was taken: the conditions that do not say what the row says."""
    antwoorden = {rij.naam: rij.uitspraak.antwoord for rij in stap.voorwaarden}
    return [
        f"{naam}={wat}: {antwoorden.get(naam)}"
        for naam, wat in (deel.split("=") for deel in goed.split())
        if antwoorden.get(naam) != wat
    ]


@pytest.fixture
def gelezen(vernieuw: bool) -> Callable[[str, set[str]], None]:
    """The reasons of a state are those of `redenen.txt`, which git shows to a reviewer."""

    def vergelijk(naam: str, redenen: set[str]) -> None:
        if not vernieuw:  # then the whole sheet is written by the test above
            assert {f"{naam[0]} {reden}" for reden in redenen} == BEKEND.van(naam)

    return vergelijk


@pytest.mark.parametrize(
    ("contract", "eis", "dag", "feiten", "goed"),
    RIJEN,
    ids=[f"{nr:03}-{rij[1]}" for nr, rij in enumerate(RIJEN)],
)
def test_state(
    tmp_path: Path,
    gelezen: Callable[[str, set[str]], None],
    contract: str,
    eis: str,
    dag: str,
    feiten: str,
    goed: str,
) -> None:
    antwoorden = lees_toestand(tmp_path, contract, dag, feiten)
    assert [*anders(antwoorden, goed)] == [], eis
    gelezen(naam_van(contract, eis, dag, feiten), van(antwoorden))


@pytest.mark.parametrize(
    ("eis", "feiten", "wijziging", "goed"),
    GENOMEN,
    ids=[f"{nr:03}-{rij[0][2:]}" for nr, rij in enumerate(GENOMEN)],
)
def test_measure_that_was_taken(
    tmp_path: Path,
    gelezen: Callable[[str, set[str]], None],
    eis: str,
    feiten: str,
    wijziging: str,
    goed: str,
) -> None:
    stap = genomen_stap(tmp_path, eis[0], feiten, wijziging)
    assert anders_genomen(stap, goed) == []
    gelezen(naam_van(eis[0], eis[2:], wijziging, feiten), van_stap("genomen ", stap))
