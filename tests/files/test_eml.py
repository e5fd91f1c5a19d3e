"""A mail that was kept: how long its headings may be, and how deep it may be nested."""

from __future__ import annotations

import base64
import time

import pytest

from clm_cli.files.eml import _MEESTE, lees_eml
from clm_cli.meldingen import ClmFout

_KOP = "From: an@bloem.example\nTo: mia@streek.example\n"


@pytest.mark.parametrize(
    ("kop", "mag"),
    [
        (f"Subject: {'x ' * 20_000}\n", True),
        (f"Subject: {'x ' * 40_000}\n", False),
        (f"Content-Description: {'x ' * 2_000}\n", True),
        (f"Content-Description: {'x ' * 10_000}\n", False),
    ],
)
def test_a_heading_that_the_library_takes_apart_may_be_less_long(kop: str, mag: bool) -> None:
    mail = f"{_KOP}{kop}\nDag.\n".encode()
    if mag:
        assert lees_eml("x.eml", mail).van == (("an@bloem.example", "an@bloem.example"),)
    else:
        with pytest.raises(ClmFout, match="kopregels die te lang zijn"):
            lees_eml("x.eml", mail)


@pytest.mark.parametrize(("diep", "mag"), [(30, True), (31, False)])
def test_a_mail_in_a_mail_may_be_so_deep(diep: int, mag: bool) -> None:
    mail = f"{_KOP}\n{'boundary=x ' * diep}\n".encode()
    if mag:
        assert lees_eml("x.eml", mail).aan
    else:
        with pytest.raises(ClmFout, match="te diep genest"):
            lees_eml("x.eml", mail)


@pytest.mark.parametrize(("erbij", "mag"), [(0, True), (1, False)])
def test_a_mail_may_have_so_many_lines_that_could_part_it(erbij: int, mag: bool) -> None:
    mail = f"{_KOP}\nDag.{chr(10) + '--'}{(chr(10) + '--') * (4 * _MEESTE - 1 + erbij)}".encode()
    if mag:
        assert lees_eml("x.eml", mail).aan
    else:
        with pytest.raises(ClmFout, match="te diep genest"):
            lees_eml("x.eml", mail)


@pytest.mark.parametrize(
    ("zegt", "hier"),
    [
        ("Mon, 4 May 2026 23:30:00 +0000", "2026-05-05T01:30:00+02:00"),
        ("Mon, 4 May 2026 23:30:00 -0000", "2026-05-04T23:30:00+02:00"),  # of no zone at all
    ],
)
def test_when_a_mail_was_sent_is_told_in_our_own_time(
    zegt: str, hier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        moment = lees_eml("x.eml", f"{_KOP}Date: {zegt}\n\nDag.\n".encode()).moment
    finally:
        monkeypatch.undo()
        time.tzset()
    assert moment
    assert moment.isoformat() == hier


@pytest.mark.parametrize(
    ("soort", "bytes_", "uit"),
    [
        (
            "text/plain; charset=cp500",
            "bsn 123456782 é".encode("cp500"),
            "bsn 123456782 é".encode(),
        ),
        ("text/html; charset=utf-16", "<b>é</b>".encode("utf-16"), "<b>é</b>".encode()),
        ("text/plain; charset=iso-8859-1", b"caf\xe9", "café".encode()),
        ("text/plain; charset=bestaat-niet", b"caf\xe9", b"caf\xe9"),
        ("application/pdf", b"%PDF \xe9\x00", b"%PDF \xe9\x00"),
    ],
)
def test_a_text_is_searched_in_one_code_and_a_document_stays_as_it_is(
    soort: str, bytes_: bytes, uit: bytes
) -> None:
    kop = f"{_KOP}Content-Type: {soort}\nContent-Transfer-Encoding: base64\n\n".encode()
    ((_, inhoud),) = lees_eml("x.eml", kop + base64.b64encode(bytes_)).delen
    assert inhoud == uit
