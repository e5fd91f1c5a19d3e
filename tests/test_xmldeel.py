"""One part of a packed file: what it says is found whole, and no more of it is read than can be."""

from __future__ import annotations

import time

import pytest

from clm_cli.xmldeel import GRENS, GeenXmlError, TeVeelMerkenError, merken, te_vol, tekst_en_waarden

VOL = (
    ("marks", b"<b/>" * 1_599_998, b"<b/>"),
    ("what they say", b"<b c=''/>" * 1_000_000, b"<b c=''/>"),
    ("what one says", b"<b" + b" c=''" * 9_999 + b"/>", b"<b" + b" c=''" * 10_000 + b"/>"),
)


@pytest.mark.parametrize(("mag", "te_veel"), [rij[1:] for rij in VOL], ids=[rij[0] for rij in VOL])
def test_a_part_with_more_than_people_make_is_refused_unread(mag: bytes, te_veel: bytes) -> None:
    assert not te_vol(mag)
    assert next(merken(b"<a>" + mag + b"</a>"))[0] == "a"
    begin = time.process_time()
    for lees in (tekst_en_waarden, lambda deel: [*merken(deel)]):
        with pytest.raises(TeVeelMerkenError):
            lees(b"<a>" + mag + te_veel + b"</a>")
    assert time.process_time() - begin < 1


def test_a_part_that_says_everything_under_another_name_is_read_no_further() -> None:
    """Each new name costs the reader as much as ten known ones."""
    mag = b"".join(b"<b n%d='Jan'/>" % nr for nr in range(19_990))
    assert "Jan" in tekst_en_waarden(b"<a>" + mag + b"</a>")[1]
    te_veel = b"".join(b"<b n%d='Jan'/>" % nr for nr in range(480_000))
    for lees in (tekst_en_waarden, lambda deel: [*merken(deel)]):
        begin = time.process_time()
        with pytest.raises(TeVeelMerkenError):
            lees(b"<a>" + te_veel + b"</a>")
        assert time.process_time() - begin < 0.5


def test_a_word_is_found_whole_and_cut_and_in_what_a_mark_says() -> None:
    deel = (
        b"<a n='Jan' m='Piet' o='Kees'><r><x>Jan</x><x>sen</x></r><t>Piet</t><t>ers</t>"
        b"los<x/>se<x n='Jan'/></a>"
    )
    tekst, waarden = tekst_en_waarden(deel)
    assert tekst.replace(GRENS, "") == "JansenPiet ers losse"
    assert tekst.replace(GRENS, " ").split() == ["Jan", "sen", "Piet", "ers", "los", "se"]
    assert [*waarden] == ["Jan", "Piet", "Kees"]


@pytest.mark.parametrize("deel", [b"", b"<a>", b"<a>x</b>", b"<!DOCTYPE a [<!ENTITY b 'x'>]><a/>"])
def test_what_is_no_part_is_said_by_both_readers(deel: bytes) -> None:
    for lees in (tekst_en_waarden, lambda deel: [*merken(deel)]):
        with pytest.raises(GeenXmlError):
            lees(deel)


def test_what_stands_before_the_damage_is_given() -> None:
    gegeven: list[str] = []
    with pytest.raises(GeenXmlError):
        gegeven.extend(tekst for *_, tekst in merken(b"<a>voor<b/>") if tekst)
    assert gegeven == ["voor"]
