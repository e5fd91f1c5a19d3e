"""More contact under a measure (J52): how much, until when, which talks, and what came of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.intensiveringen import extra_gesprekken
from tests.klein_register import lees
from tests.ladder.zaakbouw import Antwoorden, Bouw

# The measure of 3 February names talks on 3 March and 2 June, and runs until 30 June 2026.
PLAN = "contracten: [{c}]\nsoort: extra\nreden: Vaker contact.\ndatum: {dag}\n"
GEHOUDEN = "gehouden:\n  datum: {dag}\n  vorm: fysiek\n  aanwezig: []\n"


def stand(map_: Path, dag: str, **bestanden: str) -> Antwoorden:
    """The register with the measure, and talks as `g_2026_03_03=...`."""
    talks = {
        f"bloem/gesprekken/{naam[2:].replace('_', '-')}-extra/{pad}": tekst
        for naam, stukken in bestanden.items()
        for pad, tekst in [("gesprek.yaml", stukken)]
    }
    geladen = lees(map_, {**Bouw("m1@02-03 verz@02-03 bez@02-04", "J").bestanden, **talks})
    assert [m for m in geladen.meldingen if "REC" in m.code or "YML" in m.code] == []
    op = date.fromisoformat(f"2026-{dag}")
    return Antwoorden(geladen.register.zoals(op=op), op)


def regels(a: Antwoorden) -> list[tuple[str, str | None]]:
    """The lines of the werklijst about more contact, each with its day."""
    return [
        (p.wat, p.uiterlijk.isoformat() if p.uiterlijk else None)
        for p in a.punten
        if p.soort in ("extra-gesprek", "intensivering")
    ]


OPEN = ("Extra gesprek plannen", "2026-03-03"), ("Extra gesprek plannen", "2026-06-02")
EINDE = ("Besluiten over meer contact (elke maand)", "2026-06-30")


@pytest.mark.parametrize(
    ("gesprekken", "wacht", "standen"),
    [
        ({}, [*OPEN, EINDE], ["open", "open"]),
        (
            {"g_2026_03_03": PLAN.format(c="ambulant", dag="2026-03-03")},
            [OPEN[1], EINDE],
            ["gepland op 3 maart 2026", "open"],
        ),
        (
            {
                "g_2026_03_03": PLAN.format(c="ambulant", dag="2026-03-03")
                + GEHOUDEN.format(dag="2026-03-03")
            },
            [OPEN[1], EINDE],
            ["gehouden", "open"],
        ),
        (
            {
                "g_2026_03_03": PLAN.format(c="ambulant", dag="2026-03-03")
                + GEHOUDEN.format(dag="2026-03-05")
            },
            [OPEN[1], EINDE],
            ["gehouden op 5 maart 2026", "open"],
        ),
        (
            {"g_2026_03_03": PLAN.format(c="advies", dag="2026-03-03")},
            [*OPEN, EINDE],
            ["open", "open"],
        ),
        (
            {"g_2026_03_04": PLAN.format(c="ambulant", dag="2026-03-04")},
            [*OPEN, EINDE],
            ["open", "open"],
        ),
    ],
    ids=["none", "planned", "held", "held later", "another contract", "another day"],
)
def test_what_was_promised_is_looked_up(
    tmp_path: Path,
    gesprekken: dict[str, str],
    wacht: list[tuple[str, str]],
    standen: list[str],
) -> None:
    a = stand(tmp_path, "04-10", **gesprekken)
    assert regels(a) == wacht
    maatregel = a.stand.maatregelen[0].genomen
    assert [rij.stand for rij in extra_gesprekken(maatregel)] == standen


def test_more_contact_rests_on_what_the_contract_says_of_it(tmp_path: Path) -> None:
    a = stand(tmp_path, "04-10")
    rijen = [(p.soort, p.grond) for p in a.punten if p.soort in ("extra-gesprek", "intensivering")]
    assert rijen == [("extra-gesprek", "J52")] * 2 + [("intensivering", "J52")]


def test_a_measure_that_says_nothing_promises_nothing(tmp_path: Path) -> None:
    geladen = lees(tmp_path, Bouw("m1/kaal@02-03 verz@02-03 bez@02-04", "J").bestanden)
    a = Antwoorden(geladen.register.zoals(), date(2026, 4, 10))
    assert regels(a) == []


def test_a_lifted_measure_asks_no_talks(tmp_path: Path) -> None:
    geladen = lees(tmp_path, Bouw("m1@02-03 verz@02-03 bez@02-04 opheff@03-01", "J").bestanden)
    op = date(2026, 4, 10)
    assert regels(Antwoorden(geladen.register.zoals(op=op), op)) == []
