"""What is made of more answers: the weakest, the best, and what holds when there is none."""

from __future__ import annotations

import pytest

from clm_cli.derivations.escalatie.uitspraak import (
    Antwoord,
    Uitspraak,
    alle,
    een,
    ja,
    nee,
    onbekend,
)
from clm_cli.meldingen import Reden

JA, NEE, ONBEKEND = ja("wel"), nee("niet"), onbekend("misschien")


@pytest.mark.parametrize(
    ("delen", "samen", "een_van"),
    [
        ((), "onbekend", "nee"),  # missing never turns into met
        ((JA,), "ja", "ja"),
        ((JA, ONBEKEND), "onbekend", "ja"),
        ((ONBEKEND, NEE), "nee", "onbekend"),
        ((JA, NEE, ONBEKEND), "nee", "ja"),
        ((NEE, NEE), "nee", "nee"),
    ],
)
def test_all_is_as_weak_as_its_weakest_and_one_is_enough_for_any(
    delen: tuple[Uitspraak, ...], samen: Antwoord, een_van: Antwoord
) -> None:
    assert alle(delen).antwoord == samen
    assert een(delen, "geen").antwoord == een_van


@pytest.mark.parametrize(
    ("redenen", "tekst"),
    [
        (("T1: rood", "T1: geel"), "T1: rood, geel"),
        (("T1: te laat", "T1: niet volledig"), "T1: te laat; niet volledig"),
        (("T1: te laat", "T2: te laat"), "T1, T2: te laat"),
    ],
)
def test_names_of_one_thing_stand_behind_commas_and_sentences_apart(
    redenen: tuple[str, ...], tekst: str
) -> None:
    assert Uitspraak("nee", tuple(Reden(reden) for reden in redenen)).tekst == tekst
