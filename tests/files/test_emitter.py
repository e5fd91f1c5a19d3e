"""Emitter: what is written reads back as the same tree, or is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clm_cli.files.emitter import schrijf_yaml, stroom, zonder_leegte
from clm_cli.files.gate import lees
from clm_cli.meldingen import ClmFout

bomen = st.dictionaries(
    st.sampled_from(["datum", "wat", "rijen", "deel"]),
    st.recursive(
        st.text(max_size=40),
        lambda diep: (
            st.lists(diep, max_size=3)
            | st.dictionaries(st.sampled_from(["a", "b"]), diep, max_size=2)
        ),
        max_leaves=8,
    ),
    min_size=1,
)


@settings(max_examples=400, deadline=None)
@given(bomen)
def test_a_tree_reads_back_or_is_refused(boom: dict) -> None:
    try:
        inhoud = schrijf_yaml(boom)
    except ClmFout:
        return
    assert lees(inhoud, "x").boom == zonder_leegte(boom)


@pytest.mark.parametrize(
    "tekst",
    [
        "gewoon",
        "2026-05-04",
        "A-28",
        "2026-05-04T15:20:00+02:00",
        "Zorg: & Co",
        "# geen",
        "- streep",
        "'s-Hertogenbosch",
        "a #b",
        "100 %",
        "twee\nregels",
        "twee\n\nregels\n",
        "  ingesprongen\n regels",
        'met "aanhaling"',
        "\\n",
        "null",
        "~",
        "ja",
        "{x}",
        "[x]",
        "a: b",
        "einde:",
        "tab\tin",
        "éÜ€ – ’",
        "=======\nx",
        'Zorg & Co <Jeugd> [regio Oost] #1 "De Vries-\'t Hooft"',
        "%",
        "@x",
        "`",
        "|",
        ">",
        "?",
        "! x",
        "*a",
        "&a",
        "...",
        "---",
    ],
)
def test_text_is_kept_as_typed(tekst: str) -> None:
    assert lees(schrijf_yaml({"wat": tekst, "lijst": [tekst, {"a": tekst}]}), "x").boom == {
        "wat": tekst,
        "lijst": [tekst, {"a": tekst}],
    }


@pytest.mark.parametrize("tekst", ["\u202eomgekeerd", "\x1b[31m", "\u200b", "a" * 70_000])
def test_what_no_file_may_hold_is_refused(tekst: str) -> None:
    with pytest.raises(ClmFout, match="er is niets geschreven"):
        schrijf_yaml({"wat": tekst})


def test_a_text_of_lines_is_a_block_unless_a_block_would_lose_of_it():
    assert schrijf_yaml({"wat": "een\ntwee"}) == b"wat: |-\n  een\n  twee\n"
    assert schrijf_yaml({"wat": "een \ntwee"}) == b'wat: "een \\ntwee"\n'
    assert schrijf_yaml({"wat": "een\n  twee\n"}) == b"wat: |\n  een\n    twee\n"


def test_in_a_row_between_brackets_a_text_keeps_its_lines():
    boom = {"a": ["een\ntwee\ndrie", "los", {"b": "\nvier: 5"}]}
    assert lees(f"x: {stroom(boom)}\n".encode(), "x").boom == {"x": boom}


@pytest.mark.parametrize(
    ("tekst", "nu"),
    [("x" * 65_537, "zet haar in een eigen stuk"), ("a\x00b", "haal het teken weg")],
)
def test_what_cannot_be_kept_is_refused_with_what_helps(tekst: str, nu: str) -> None:
    with pytest.raises(ClmFout) as fout:
        schrijf_yaml({"wat": tekst})
    assert nu in str(fout.value.nu)
