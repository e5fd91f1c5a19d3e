"""`clm regime lezing`: what each answer to an open question changes, its days counted by hand."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.regime.lezing import hangt_af
from clm_cli.files.lader import laad, regimes_van_clm
from clm_cli.records.regime import Regime
from tests.klein_register import BASIS, schrijf
from tests.regimes.eigen_regime import EIGEN_REGIME, PAD

TESTS = Path(__file__).parents[1]
VOORBEELD = TESTS.parent / "dossiers"


def vragen(capsys: pytest.CaptureFixture[str], map_: Path, *woorden: str) -> list[dict[str, Any]]:
    vast = ["--map", str(map_), "--vandaag", "2026-05-18", "--json"]
    assert draai([*vast, "regime", "lezing", *woorden]) == 0
    gevonden: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["gegevens"]["vragen"]
    return gevonden


def antwoord(vraag: dict[str, Any], keuze: str) -> dict[str, Any]:
    (gekozen,) = (rij for rij in vraag["antwoorden"] if rij["keuze"] == keuze)
    assert isinstance(gekozen, dict)
    return gekozen


def test_another_begin_moves_the_days_of_the_made_up_case(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Sent Wednesday 15 July 2026: five working days later is 22 July, and not 24 July."""
    (vraag,) = vragen(capsys, VOORBEELD, "sdfl-jeugdhulp-2026", "begin-bezwaar")
    assert vraag["nu"] == "ontvangst"
    assert {
        "waar": "trede 3, Ingebrekestelling: Bezwaar tegen de gekozen trede",
        "was": "van 17 juli 2026 tot en met 24 juli 2026",
        "wordt": "van 15 juli 2026 tot en met 22 juli 2026",
    } in antwoord(vraag, "verzending")["proef"]
    assert antwoord(vraag, "ontvangst")["proef"] == []


def test_what_changes_in_the_own_dossiers_stands_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A running case, of which an answer makes evidence a hard condition."""
    (vraag,) = vragen(capsys, VOORBEELD, "sdfl-jeugdhulp-2026", "bewijs-bij-trede-5-en-6")
    (dossier,) = antwoord(vraag, "streng")["dossiers"]
    assert dossier["dossier"] == "de-klaproos"
    (boete,) = (rij for rij in dossier["poorten"] if rij["waar"].endswith(": Boete"))
    assert (boete["was"], boete["wordt"]) == (
        "kan niet (maximum, volmacht)",
        "kan niet (maximum, volmacht, bewijs)",
    )


def test_a_measure_that_was_taken_is_judged_under_the_other_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (vraag,) = vragen(capsys, VOORBEELD, "sdfl-jeugdhulp-2026", "wederhoor-eerst")
    (dossier,) = antwoord(vraag, "altijd-eerst")["dossiers"]
    soorten = {rij["soort"] for rij in dossier["verschillen"]}
    assert (dossier["dossier"], soorten) == ("oude-linde", {"melding-fout"})


def test_a_page_tells_it_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    woorden = ["--map", str(VOORBEELD), "regime", "lezing", "sdfl-jeugdhulp-2026"]
    assert draai([*woorden, "einde-schorsing"]) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "In de proef en in uw dossiers verandert nu niets; wat van het antwoord" in tekst
    assert draai([*woorden, "gemandateerd"]) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "Een aantekening voor wie leest: met het antwoord rekent niets." in tekst
    assert draai(woorden) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "clm regime lezing sdfl-jeugdhulp-2026 VRAAG toont wat elk antwoord" in tekst


def test_a_question_of_the_own_regime_outside_any_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, PAD: EIGEN_REGIME})
    (vraag,) = vragen(capsys, tmp_path, "eigen-2026", "bewijs-nodig")
    assert antwoord(vraag, "ja-altijd")["proef"] == [
        {
            "waar": "trede 3, Boete: voorwaarde bewijs",
            "was": "met reden af te wijken",
            "wordt": "vereist",
        }
    ]


def test_an_unknown_question_is_told_with_the_one_that_is_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    woorden = ["--map", str(VOORBEELD), "regime", "lezing", "sma-2026", "begin-hrstel"]
    assert draai(woorden) == 2
    assert "begin-herstel" in capsys.readouterr().err


REGIMES: tuple[Regime, ...] = (
    *regimes_van_clm().values(),
    laad(TESTS / "derde_regime" / "register").register.regimes["leerlingenvervoer-2026"],
)


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.id)
def test_each_answer_changes_something_or_the_question_is_a_note(regime: Regime) -> None:
    """A note changes nothing; of any other question each two answers differ in a line."""
    for vraag in regime.vragen:
        rijen = [dict(rij.per) for rij in hangt_af(regime, vraag)]
        assert bool(rijen) == (bool(vraag.keuzes) and vraag.notitie != "ja"), vraag.id
        for een, ander in combinations([keuze.keuze for keuze in vraag.keuzes], 2):
            assert not rijen or any(rij[een] != rij[ander] for rij in rijen), (een, ander)


def test_a_reading_is_recorded_by_a_command_and_counts_from_its_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS})
    kop = ["--map", str(tmp_path), "--vandaag", "2026-05-18", "--door", "mia"]
    vraag = ["lezing", "sdfl-jeugdhulp-2026", "vrije-laatste-dag"]
    assert draai([*kop, *vraag, "niet", "--reden", "Zo las de jurist het."]) == 0
    assert "lezingen/2026-05-18-vrije-laatste-dag.yaml" in capsys.readouterr().out
    assert vragen(capsys, tmp_path, *vraag[1:])[0]["nu"] == "niet"
    assert draai([*kop, *vraag, "soms", "--reden", "Zo."]) == 2
    assert "'soms' is geen antwoord op vraag vrije-laatste-dag" in capsys.readouterr().err
    assert draai([*kop, *vraag[:2], "geen-vraag", "niet", "--reden", "Zo."]) == 2
    assert "Vraag 'geen-vraag' van sdfl-jeugdhulp-2026 is er niet" in capsys.readouterr().err
