"""Money that is due: to us on a claim, by us after keeping back (J43, S15, J41; 6:119 BW)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.escalatie.uitvoeringen import geldstand
from tests.klein_register import lees
from tests.ladder.zaakbouw import Antwoorden, Bouw, lees_toestand

BOETE = "$G omzet m6b=500@02-17 verz/betaling=2026-03-19@02-17 bez@02-18"
TERUG = "$G fact@02-12 m6t=1000@02-17 verz/betaling=2026-03-19@02-17 bez@02-18"
BETALING = "Betaling van € 500,00 (boete)"
STIL = "$G omzet m6b=500@02-17 verz/betaling=2026-03-19@02-17 bez@02-18 bzw@02-19"
OPGESCHORT = "$H jdg-nee@04-08 m4+@04-09 bet/ingehouden=900@04-20"


def regels(map_: Path, contract: str, dag: str, woorden: str) -> list[tuple[str, str, str | None]]:
    """Who has to do what about money, by when."""
    return [
        (p.bij, p.wat.replace("\N{NO-BREAK SPACE}", " "), p.uiterlijk and p.uiterlijk.isoformat())
        for p in lees_toestand(map_, contract, dag, woorden).punten
        if p.soort in ("vordering", "uitbetalen")
    ]


@pytest.mark.parametrize(
    ("dag", "woorden", "goed"),
    [
        ("03-19", BOETE, [("aanbieder", BETALING, "2026-03-19")]),
        (
            "03-20",
            BOETE,
            [("wij", "€ 500,00 is niet betaald (boete); rente sinds 20 maart 2026", "2026-03-19")],
        ),
        (
            "03-20",
            f"{BOETE} bet/betaald=499@03-01",
            [("wij", "€ 1,00 is niet betaald (boete); rente sinds 20 maart 2026", "2026-03-19")],
        ),
        ("03-20", f"{BOETE} bet/betaald=100@03-01 bet/verrekend=400@03-02", []),
        ("03-20", STIL, [("aanbieder", BETALING, None)]),
        # our reaction to the objection gives the new day (J46)
        (
            "03-25",
            f"{STIL} besl/betaling=2026-04-20@03-10",
            [("aanbieder", BETALING, "2026-04-20")],
        ),
        (
            "04-21",
            f"{STIL} besl/betaling=2026-04-20@03-10",
            [("wij", "€ 500,00 is niet betaald (boete); rente sinds 21 april 2026", "2026-04-20")],
        ),
        ("03-20", f"{BOETE} intrek@03-01", []),
        # 6:205 BW: who knew that it was not his, owes interest since he received it
        (
            "03-20",
            f"{TERUG} bew-bedrog@02-12",
            [
                (
                    "wij",
                    (
                        "€ 1.000,00 is niet betaald (terugvordering van onrechtmatige "
                        "declaraties); rente sinds zij het ontvingen (6:205 BW)"
                    ),
                    "2026-03-19",
                )
            ],
        ),
        (
            "03-20",
            f"{TERUG} bew-bedrog-geen-opzet@02-12",
            [
                (
                    "wij",
                    (
                        "€ 1.000,00 is niet betaald (terugvordering van onrechtmatige "
                        "declaraties); rente sinds 20 maart 2026"
                    ),
                    "2026-03-19",
                )
            ],
        ),
        ("03-20", f"{BOETE} opheff@03-01", []),
        (
            "03-20",
            f"{BOETE} sluit@03-01",
            [("wij", "€ 500,00 is niet betaald (boete); rente sinds 20 maart 2026", "2026-03-19")],
        ),
        ("03-20", "$G omzet m6b=500@02-17 verz@02-17 bez@02-18", []),
        ("04-25", OPGESCHORT, []),
        (
            "05-06",
            f"{OPGESCHORT} opheff@05-04",
            [("wij", "Ingehouden € 900,00 uitbetalen", "2026-05-04")],
        ),
        ("05-10", f"{OPGESCHORT} opheff@05-04 bet/uitbetaald=900@05-08", []),
        (
            "05-10",
            f"{OPGESCHORT} opheff@05-04 bet/uitbetaald=899@05-08",
            [("wij", "Ingehouden € 1,00 uitbetalen", "2026-05-04")],
        ),
    ],
)
def test_what_is_due_is_asked_of_who_owes_it(
    tmp_path: Path, dag: str, woorden: str, goed: list[tuple[str, str, str | None]]
) -> None:
    assert regels(tmp_path, "J", dag, woorden) == goed


@pytest.mark.parametrize(("woorden", "stil"), [(BOETE, False), (STIL, True)])
def test_a_claim_that_an_objection_holds_up_stands_still(
    tmp_path: Path, woorden: str, *, stil: bool
) -> None:
    punten = lees_toestand(tmp_path, "J", "03-10", woorden).punten
    assert [p.stil for p in punten if p.soort == "vordering"] == [stil]


@pytest.mark.parametrize(
    ("woorden", "artikel"), [(TERUG, "6:119 BW"), (f"{TERUG} bew-bedrog@02-12", "6:205 BW")]
)
def test_from_when_interest_runs_is_said_with_the_claim(
    tmp_path: Path, woorden: str, artikel: str
) -> None:
    """Who knew that it was not his, owes it since he received the money."""
    punten = lees_toestand(tmp_path, "J", "03-10", woorden).punten
    (punt,) = [p for p in punten if p.soort == "vordering"]
    assert artikel in punt.gevolg


@pytest.mark.parametrize("sommen", [(1000, 4500), (4500, 1000)])
def test_an_invoice_in_two_facts_was_kept_back_from_once(
    tmp_path: Path, sommen: tuple[int, int]
) -> None:
    """6:52 BW: by the same number it is one invoice; of two sums the higher is what it was."""
    een, twee = sommen
    woorden = f"{OPGESCHORT.partition(' bet/')[0]} bet/ingehouden=400/F-7={een}@04-20"
    woorden += f" bet/ingehouden=400/f_7={twee}@04-21 bet/ingehouden=1/F-8=100@04-22"
    zaak = lees_toestand(tmp_path, "J", "05-01", woorden).zaak()
    stand = geldstand(zaak) if zaak else None
    assert stand is not None
    assert stand.facturen == 4600


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [("02-18", "2026-03-20"), ("02-25", "2026-03-27"), ("02-16", "2026-03-19")],
)
def test_a_letter_that_came_late_is_paid_later(
    tmp_path: Path, ontvangen: str, uiterlijk: str
) -> None:
    """It asks to pay within thirty days of its receipt; an earlier receipt takes no day away."""
    woorden = BOETE.replace("bez@02-18", f"bez@{ontvangen}")
    bestanden = Bouw(woorden, "J").bestanden
    kaart = next(pad for pad in bestanden if pad.endswith("-boete/brief.yaml"))
    bestanden[kaart] += "termijnen: [{soort: betaling, termijn: 30 dagen}]\n"
    op = date(2026, 3, 1)
    antwoorden = Antwoorden(lees(tmp_path, bestanden).register.zoals(op=op), op)
    assert [str(p.uiterlijk) for p in antwoorden.punten if p.soort == "vordering"] == [uiterlijk]


def test_a_recovery_under_the_other_contract(tmp_path: Path) -> None:
    woorden = "$G fact@02-12 m4=1000@02-17 verz/betaling=2026-03-19@02-17 bez@02-18"
    assert regels(tmp_path, "S", "03-19", woorden) == [
        (
            "aanbieder",
            "Betaling van € 1.000,00 (terugvordering van onrechtmatige facturen)",
            "2026-03-19",
        )
    ]


@pytest.mark.parametrize(
    ("woorden", "goed"),
    [
        # 3:319 BW: five years from the day after the letter that claims the sum
        (BOETE, [("€ 500,00 verjaart (boete)", "2031-02-17")]),
        (f"{BOETE} bet/betaald=499@03-01", [("€ 1,00 verjaart (boete)", "2031-02-17")]),
        (f"{BOETE} bet/betaald=500@03-01", []),
        # our reaction demands it anew, and so does that of 3:317 BW
        (f"{STIL} besl/betaling=2026-04-20@03-10", [("€ 500,00 verjaart (boete)", "2031-03-10")]),
        (f"{BOETE} intrek@03-01", []),
        # a closing of the case leaves the claim, and with it the day (6:160 BW)
        (f"{BOETE} sluit@03-01", [("€ 500,00 verjaart (boete)", "2031-02-17")]),
        # what was never sent interrupts nothing
        ("$G omzet m6b=500@02-17", []),
    ],
)
def test_a_claim_has_the_day_on_which_it_lapses(
    tmp_path: Path, woorden: str, goed: list[tuple[str, str]]
) -> None:
    punten = lees_toestand(tmp_path, "J", "05-10", woorden).punten
    verjaring = [p for p in punten if p.soort == "verjaring"]
    assert [(p.wat.replace("\N{NO-BREAK SPACE}", " "), str(p.uiterlijk)) for p in verjaring] == goed
    assert all(p.vervalt and p.grond == "3:310 BW" for p in verjaring)
