"""A reason keeps its number, whatever its words become and whatever comes beside it."""

from __future__ import annotations

import difflib

from tests.ladder.redenen import Blad

OUD = Blad(
    {1: "J boete bewijs ja: alles is aangetoond", 2: "J boete open nee: zij is gesloten"},
    {"J een": frozenset({1, 2}), "J twee": frozenset({1})},
)
EEN, TWEE = OUD.redenen.values()


def verschil(nieuw: Blad) -> list[str]:
    """The lines that go and the lines that come."""
    regels = difflib.ndiff(OUD.tekst.splitlines(), nieuw.tekst.splitlines())
    return [regel for regel in regels if regel[0] in "+-"]


def test_the_sheet_is_read_as_it_is_written() -> None:
    assert Blad.lees(OUD.tekst) == OUD
    assert Blad.lees("") == Blad({}, {})


def test_the_same_reasons_give_the_same_sheet() -> None:
    assert OUD.vernieuwd({"J een": {EEN, TWEE}, "J twee": {EEN}}) == OUD


def test_a_changed_word_changes_one_line() -> None:
    anders = EEN.replace("aangetoond", "bewezen")
    assert verschil(OUD.vernieuwd({"J een": {anders, TWEE}, "J twee": {anders}})) == [
        f"-    1 {EEN}",
        f"+    1 {anders}",
    ]


def test_a_new_reason_takes_the_next_number_and_moves_no_other() -> None:
    nieuw = OUD.vernieuwd({"J een": {EEN, TWEE, "J boete ernst ja: ernstig"}, "J twee": {EEN}})
    assert verschil(nieuw) == [
        "+    3 J boete ernst ja: ernstig",
        "- = J een → 1 2",
        "+ = J een → 1 2 3",
    ]


def test_a_reason_that_falls_away_or_moves_is_seen_at_its_state() -> None:
    assert verschil(OUD.vernieuwd({"J een": {EEN}, "J twee": {EEN, TWEE}})) == [
        "- = J een → 1 2",
        "+ = J een → 1",
        "- = J twee → 1",
        "+ = J twee → 1 2",
    ]


def test_a_reason_of_other_states_is_another_reason() -> None:
    """However much it looks like the one that went."""
    anders = f"{TWEE}."
    assert OUD.vernieuwd({"J een": {EEN}, "J twee": {EEN, anders}}).redenen == {1: EEN, 3: anders}
