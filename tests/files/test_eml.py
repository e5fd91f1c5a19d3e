"""A mail that was kept: how long its headings may be, and how deep it may be nested."""

from __future__ import annotations

import pytest

from clm_cli.files.eml import lees_eml
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
