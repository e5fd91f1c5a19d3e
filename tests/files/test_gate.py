"""Broken and hostile files: each gets a place, a permanent code and a hint, and none hangs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clm_cli.files.boomlezer import Gebeurtenis
from clm_cli.files.gate import CParser, c_ontleder, lees, lees_bestand, puur_ontleder
from clm_cli.meldingen import LEESTITELS, Ernst

# bytes · code · line · column
GEVALLEN: list[tuple[bytes, str, int, int]] = [
    (b"", "YML022", 1, 1),
    (b"# alleen een opmerking\n", "YML022", 1, 1),
    (b"---\n...\n", "YML022", 1, 1),
    (b"- a\n- b\n", "YML010", 1, 1),
    (b"los woord\n", "YML010", 1, 1),
    (b"naam:waarde\n", "YML010", 1, 1),
    (b"[[[[", "YML010", 1, 1),
    (b"x: " + b"[" * 100_000, "YML006", 1, 1),
    (b"x: " + b"{" * 40, "YML006", 1, 1),
    (b"x:\n" + b"- " * 40 + b"a\n", "YML006", 2, 1),
    (b"a:\n" + b"".join(b" " * n + b"b:\n" for n in range(1, 40)), "YML006", 34, 34),
    (b"a: " + b" " * 2000 + b"b\n" + b" " * 1500 + b"c: d\n", "YML006", 2, 1),
    (b"x:\n" + b"- a\n" * 50_001, "YML007", 50_000, 3),
    (b"x: [" + b"[]," * 50_001 + b"]", "YML007", 1, 1),
    (b"x: a\n" + b"  b\n" * 60_000, "YML007", 60_001, 1),
    (b"x: " + b"a" * 65_537 + b"\n", "YML008", 1, 4),
    (b"a" * (1 << 20) + b"bc", "YML002", 1, 1),
    (b"naam: caf\xe9\n", "YML003", 1, 10),
    (b"a: b\nnaam: \x80 5\n", "YML003", 2, 7),
    (b"\nnaam: caf\xe9\n", "YML003", 2, 10),
    ("a: b".encode("utf-16"), "YML003", 1, 1),
    (b"a: \x00b\n", "YML004", 1, 4),
    (b"a: b\n\x1b[31m: c\n", "YML004", 2, 1),
    ("a: ab\u202ecd\n".encode(), "YML004", 1, 6),
    ("a: ab\u200bcd\n".encode(), "YML004", 1, 6),
    ("a: ab\u2028cd\n".encode(), "YML004", 1, 6),
    ("a: ab\u0085cd\n".encode(), "YML004", 1, 6),
    ("a: b\nc: \ufeffd\n".encode(), "YML004", 2, 4),
    (b'a: "\\u202e"\n', "YML004", 1, 4),
    (b'a: "\\e]0;x"\n', "YML004", 1, 4),
    (b'a: "x\\u200by"\nb: "\\x00"\n', "YML004", 1, 4),
    (b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> tak\n", "YML005", 1, 1),
    (b"a: b\n=======\nc: d\n", "YML005", 2, 1),
    (b"a: b\n>>>>>>> tak\n", "YML005", 2, 1),
    (b"a: b\n||||||| oud\n", "YML005", 2, 1),
    (b"a: b\n---\nc: d\n", "YML009", 2, 1),
    (b"a: b\na: c\n", "YML011", 2, 1),
    (b"a:\n  b: 1\n  c: 2\n  b: 3\n", "YML011", 4, 3),
    (b"a: &x b\n", "YML012", 1, 4),
    (b"a: &x b\nc: *x\n", "YML012", 1, 4),
    (b"a: &a [*a]\n", "YML012", 1, 4),
    (b"a: !!python/object:os.system x\n", "YML013", 1, 4),
    (b"a: !!int 5\n", "YML013", 1, 4),
    (b"<<: {a: b}\n", "YML014", 1, 1),
    (b"x: y\n<<: [{a: b}]\n", "YML014", 2, 1),
    (b"%YAML 1.1\n---\na: b\n", "YML015", 1, 1),
    (b"? [a, b]\n: c\n", "YML016", 2, 1),
    (b"? {a: b} : c\n", "YML016", 1, 3),
    (b": leeg\n", "YML016", 1, 1),
    (b"!x a: b\n", "YML016", 1, 1),
    (b"plaats: 's-Hertogenbosch\na: b\nc: d\ne: f\n", "YML017", 1, 9),
    (b"a: b\nlijst:\n  - 't Gooi\n  - c\n", "YML017", 3, 5),
    (b'a: "open\nb: c\n', "YML017", 1, 4),
    (b"a:\n\t- b\n", "YML018", 2, 1),
    (b"a: b\t\nc: d\n", "YML018", 1, 5),
    (b"a: @abc\n", "YML021", 1, 4),
    (b"a: 'it''s\nb: c\n", "YML017", 1, 4),
    (b'x: [a, "b"\t, c]\n', "YML018", 1, 11),
    (b"x: {a: b}\t\n", "YML018", 1, 10),
    (b"x: [a,\tb]\n", "YML018", 1, 7),
    (b"\ta: b\n", "YML018", 1, 1),
    (b"a:\n  b: c\n}\tx\n", "YML018", 3, 2),
    (b"a: b: c\n", "YML020", 1, 5),
    (b"wat: let op: dit\n", "YML020", 1, 12),
    (b"a: @b\n", "YML021", 1, 4),
    (b"a: `b`\n", "YML021", 1, 4),
    (b"a: %b\n", "YML021", 1, 4),
    (b"a: [b, c\n", "YML023", 1, 4),
    (b"a: {b: c\n", "YML023", 1, 4),
    (b"a: b\nlijst:\n  - {naam: Zorg #1, roep: x}\nkvk: 1\n", "YML025", 3, 17),
    (b"a: b\nlos woord\nc: d\n", "YML024", 2, 1),
    (b"a:\n  - b\n c: d\n", "YML019", 3, 2),
    (b"a: b\n  c: d\n", "YML019", 2, 4),
    (b"naam: Zorg #1\n", "YML025", 1, 12),
]


ANDERS = [
    b"wo\trdt: a\n",
    b"contracten: [ad?ies]\n",
    b"*a\\",
    b"{:",
    b"!!",
    b"invoer:\n  - {c`: riterium: omz:t, waarde: 3}\n",
    b"door: a\n...\n-b\n",
    b"datu:#m: *a202~6-04-16\n",
    b"ingaat: &a=2025-07-22\n",
    b"wat: >#@T1]\n",
    b"wat: |2-#x\n",
]
"""What the parser in C reads otherwise than the one in Python."""


@pytest.mark.parametrize("inhoud", ANDERS, ids=repr)
def test_the_verdict_is_that_of_the_parser_that_every_machine_has(inhoud: bytes) -> None:
    assert lees(inhoud, "x.yaml") == lees(inhoud, "x.yaml", puur_ontleder())
    assert lees(inhoud, "x.yaml") != lees(inhoud, "x.yaml", c_ontleder())


def beide(inhoud: bytes) -> list[object]:
    return [lees(inhoud, "x.yaml", ontleed) for ontleed in (c_ontleder(), puur_ontleder())]


@pytest.mark.parametrize(
    ("inhoud", "code", "regel", "kolom"),
    GEVALLEN,
    ids=lambda w: repr(w)[:40] if isinstance(w, bytes) else str(w),
)
def test_a_broken_file_is_answered_with_place_code_and_hint(
    inhoud: bytes, code: str, regel: int, kolom: int
) -> None:
    melding = lees(inhoud, "x.yaml").meldingen[0]
    assert melding.plek is not None
    assert (melding.code, melding.plek.regel, melding.plek.kolom) == (code, regel, kolom)
    assert melding.nu
    assert "expected" not in melding.tekst


@pytest.mark.parametrize(
    "inhoud", [g[0] for g in GEVALLEN if len(g[0]) < 5000], ids=lambda w: repr(w)[:40]
)
def test_both_parsers_say_the_same(inhoud: bytes) -> None:
    c, puur = beide(inhoud)
    assert c == puur


def test_a_letter_in_the_code_of_windows_is_shown_as_that_letter() -> None:
    (melding,) = lees(b"naam: caf\xe9 x\n", "x.yaml").meldingen
    assert melding.tekst.endswith("waarschijnlijk is het '\u00e9'")


def test_what_the_parser_gives_no_place_for_stands_at_the_beginning() -> None:
    (melding,) = lees(b'a: b\nc: "\\U00110000"\n', "x.yaml").meldingen
    assert melding.plek is not None
    assert (melding.code, melding.plek.regel, melding.plek.kolom) == ("YML019", 1, 1)


def test_every_code_of_the_gate_is_shown_by_a_case() -> None:
    assert {g[1] for g in GEVALLEN} | {"YML001"} == set(LEESTITELS)


def test_reading_goes_on_after_what_it_can_pass(tmp_path: Path) -> None:
    gelezen = lees(b"a: &x b\nc: 1\nc: 2\nd: !!str e\nf: Zorg #1\n", "x.yaml")
    assert sorted(m.code for m in gelezen.meldingen) == ["YML011", "YML012", "YML013", "YML025"]
    assert gelezen.boom == {"a": "b", "c": "1", "d": "e", "f": "Zorg"}


def test_a_trap_that_may_be_meant_is_only_a_warning() -> None:
    assert [m.ernst for m in lees(b"naam: Zorg #1\n", "x").meldingen] == [Ernst.WAARSCHUWING]
    assert lees(b"naam: Zorg # een opmerking\n", "x").meldingen == ()


@pytest.mark.parametrize(
    "tekst", ["null", "~", "ja", "yes", "012", "1e400", "12:30", "2026-02-30", "9" * 5000, "0x1F"]
)
def test_every_scalar_stays_the_text_that_was_written(tekst: str) -> None:
    for gelezen in beide(f"a: {tekst}\n".encode()):
        assert gelezen.boom == {"a": tekst}


def test_every_form_of_text_is_read() -> None:
    inhoud = (
        b"\xef\xbb\xbfa: |\r\n  <<<<<<< geen conflict\r\n  twee\r\n"
        b"b: >-\r\n  gevouwen\r\n  tekst\r\nc: 'd''e'\r\nf:\r\n"
    )
    for gelezen in beide(inhoud):
        assert gelezen.boom == {
            "a": "<<<<<<< geen conflict\ntwee\n",
            "b": "gevouwen tekst",
            "c": "d'e",
            "f": "",
        }


def test_every_value_and_key_has_its_place() -> None:
    posities = lees(b"a: b\nlijst:\n  - naam: c\n    dag: d\n", "x").posities
    assert posities.van(("lijst", 0, "dag")) == (4, 10)
    assert posities.van_sleutel(("lijst", 0, "dag")) == (4, 5)
    assert posities.van(("lijst", 0, "weg")) == (3, 5)
    assert posities.van(("weg",)) == (1, 1)


@pytest.mark.parametrize(
    ("tekst", "sleutel", "plaats"),
    [
        ("a:\n# c: d\nb: x\n", ("a",), (1, 3, 2)),
        ("a:  # c\n\n\nb: x\n", ("a",), (1, 3, 2)),
        ("a:\n  b :\n  # c\nd: x\n", ("a", "b"), (2, 6, 8)),
        ("a: {b: , c}\n", ("a", "b"), (1, 7, 6)),
        ("a: {b: , c}\n", ("a", "c"), (1, 11, 10)),
        ("x:\n  ? a\n  # ## # b:\n  : \n  c: y\n", ("x", "a"), (4, 4, 24)),
    ],
)
def test_what_is_not_filled_in_has_one_place(
    tekst: str, sleutel: tuple[str, ...], plaats: tuple[int, int, int]
) -> None:
    """Each parser has its own: on one machine a card would be changed, on another refused."""
    regel, kolom, begin = plaats
    for gelezen in beide(tekst.encode()):
        assert gelezen.posities.waarden[sleutel] == (regel, kolom, begin, begin)


def test_a_place_is_looked_for_when_somebody_asks_and_then_once() -> None:
    gelezen_als: list[str] = []

    def geteld(tekst: str) -> Iterator[Gebeurtenis]:
        gelezen_als.append(tekst)
        yield from c_ontleder()(tekst)

    uit = lees(b"a: b\nc: d\n", "x", geteld)
    assert (uit.boom, uit.meldingen) == ({"a": "b", "c": "d"}, ())
    assert len(gelezen_als) == 1
    assert uit.posities.van(("c",)) == (2, 4)
    assert uit.posities.van_sleutel(("c",)) == (2, 1)
    assert len(gelezen_als) == 2


@pytest.mark.parametrize("soort", ["map", "pijp", "koppeling", "weg"])
def test_only_a_plain_file_is_opened(soort: str, tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    if soort == "map":
        pad.mkdir()
    elif soort == "pijp":
        os.mkfifo(pad)
    elif soort == "koppeling":
        (tmp_path / "y.yaml").write_text("a: b\n")
        pad.symlink_to(tmp_path / "y.yaml")
    assert [m.code for m in lees_bestand(pad, "x.yaml").meldingen] == ["YML001"]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(inhoud: bytes) -> None:
    assert lees(inhoud, "x").meldingen or lees(inhoud, "x").boom is not None


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@`?, \n\t\\0é", max_size=60))
def test_no_text_brings_it_down_and_both_parsers_accept_the_same_trees(tekst: str) -> None:
    c, puur = beide(tekst.encode())
    if c.boom is not None and puur.boom is not None:
        assert c.boom == puur.boom


def test_a_file_may_be_exactly_as_large_as_the_limit():
    begin = b"a: b\n#"
    for erbij, code in ((0, None), (1, "YML002")):
        gelezen = lees(begin + b"x" * ((1 << 20) - len(begin) + erbij), "x.yaml")
        assert [m.code for m in gelezen.meldingen if m.ernst is Ernst.FOUT] == (
            [code] if code else []
        )
        assert (gelezen.boom is None) == (code is not None)


def test_of_a_long_remark_the_begin_is_named():
    (melding,) = lees(b"a: b #" + b"0123456789" * 5, "x.yaml").meldingen
    assert melding.tekst == "alles vanaf '#0123456789012345678' telt als opmerking"


def test_a_text_may_be_exactly_as_long_as_the_limit():
    for erbij, codes in ((0, []), (1, ["YML008"])):
        for ontleed in (None, puur_ontleder()):
            gelezen = lees(b"a: " + b"x" * ((1 << 16) + erbij), "x.yaml", ontleed)
            assert [m.code for m in gelezen.meldingen] == codes


@pytest.mark.parametrize(
    "inhoud",
    [
        "é: [".encode() + b"x, " * 60_000 + b"]",
        b"a:\n" + b"- x\n" * 60_000,
        b"a:\n" + b"  - {b: c}\n" * 60_000,
        b"a: " + b"x" * 1_000_000,
        "ë: [é, ".encode() + b"x" * 70_000 + b"]",
        b"a: >\n" + b"  x\n" * 70_000,
        b"a: x\na: y\nb: " + b"x" * 70_000,
    ],
    ids=lambda w: repr(w)[:20],
)
def test_of_what_is_too_large_both_parsers_say_the_same_and_the_quick_one_will_do(
    inhoud: bytes,
) -> None:
    begin = time.process_time()
    gelezen = lees(inhoud, "x.yaml")
    duur = time.process_time() - begin
    begin = time.process_time()
    assert gelezen == lees(inhoud, "x.yaml", puur_ontleder())
    assert {"YML007", "YML008"} & {melding.code for melding in gelezen.meldingen}
    puur = time.process_time() - begin
    if CParser and len(gelezen.meldingen) == 1 and puur > 0.05:
        assert duur < puur / 2


def test_of_a_key_that_stands_twice_the_first_line_is_named() -> None:
    (melding,) = lees(b"a:\n  c: 2\n  d: 4\n  b: 1\n  b: 3\n", "x.yaml").meldingen
    assert melding.tekst == "'b' staat al op regel 4"


def test_a_colon_in_a_value_between_brackets_has_its_own_place():
    (melding,) = lees(b"x: {a: b, c:25}\n", "x.yaml").meldingen
    assert melding.plek is not None
    assert (melding.code, melding.plek.regel, melding.plek.kolom) == ("YML019", 1, 12)
    assert melding.tekst == "tussen haken staat een dubbele punt in een waarde"


@pytest.mark.parametrize(("inhoud", "verborgen"), [(b"x: [a # b]\n", True), (b"x: [a\n", False)])
def test_a_sign_that_hides_the_other_bracket_is_named_and_only_then(
    inhoud: bytes, verborgen: bool
) -> None:
    (melding,) = [m for m in lees(inhoud, "x.yaml").meldingen if m.code == "YML023"]
    assert ("het hekje (#) verbergt de rest" in str(melding.nu)) == verborgen


@pytest.mark.parametrize(
    ("pad", "kiest"), [("a/gesprek.yaml", True), ("a/2026-05-18-x.yaml", False)]
)
def test_of_two_facts_that_git_mixed_nobody_is_told_to_throw_one_away(
    pad: str, kiest: bool
) -> None:
    [melding] = lees(b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> tak\n", pad).meldingen
    assert "geef git merge --abort en dan clm ophalen --tak TAK" in melding.nu
    assert ("kies wat er moet staan" in melding.nu) == kiest
