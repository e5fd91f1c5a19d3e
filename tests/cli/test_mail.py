"""Mails in and out: what a mail says is noted, and what we share opens as a draft."""

from __future__ import annotations

import hashlib
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.cli import test_uitnodigen as uitnodigen
from tests.cli.test_uitnodigen import adressen, clm, mail, tekst

CONTACTEN = "bloem/contacten"
IN = """\
From: An Bos <an@bloem.example>
To: Mia Manager <mia@streek.example>, Kees <kees@elders.example>
Date: Tue, 12 May 2026 23:30:00 +0000
Subject: =?utf-8?Q?Antwoord_op_vraag_over_wachttijd=C3=A9n?=
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dag Mia, de wachttijden dalen.
"""


def bewaard(map_: Path, inhoud: str | bytes, naam: str = "RE Antwoord.eml") -> str:
    pad = map_.parent / naam
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return str(pad)


def feit(map_: Path) -> dict[str, object]:
    [pad] = (map_ / CONTACTEN).glob("*.yaml")
    return YAML(typ="safe").load(pad.read_text(encoding="utf-8"))


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return uitnodigen.register(tmp_path / "r")


def test_a_mail_says_who_when_and_what_and_is_kept(map_: Path) -> None:
    assert clm(map_, "noteer", "bloem", "--mail", bewaard(map_, IN)) == 0
    sha256 = hashlib.sha256(IN.encode()).hexdigest()
    naam = f"2026-05-13-mail-{sha256[:8]}.eml"
    gezegd = feit(map_)
    assert str(gezegd["datum"]) == "2026-05-13", "by our clock it was half past one"
    assert gezegd["tijd"] == "01:30"
    assert (gezegd["wijze"], gezegd["richting"], gezegd["met"]) == (
        "e-mail",
        "inkomend",
        ["An Bos"],
    )
    assert gezegd["kern"] == "Antwoord op vraag over wachttijdén"
    assert gezegd["bijlagen"] == [{"bestand": naam, "sha256": sha256, "titel": "de mail zelf"}]
    assert (map_ / CONTACTEN / naam).read_bytes() == IN.encode()


def test_of_our_own_mail_the_others_are_named_and_what_was_typed_goes_before(map_: Path) -> None:
    van = IN.replace("From: An Bos <an@bloem.example>", "From: mia@streek.example")
    naar = van.replace("To: Mia Manager <mia@streek.example>", "To: An Bos <an@bloem.example>")
    assert clm(map_, "noteer", "bloem", "Kort gezegd.", "--mail", bewaard(map_, naar)) == 0
    gezegd = feit(map_)
    assert (gezegd["richting"], gezegd["met"]) == ("uitgaand", ["An Bos", "Kees"])
    assert gezegd["kern"] == "Kort gezegd."


def test_the_same_mail_twice_is_noted_once(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert clm(map_, "noteer", "bloem", "--mail", bewaard(map_, IN)) == 0
    assert "stond er al" in capsys.readouterr().out
    assert len(list((map_ / CONTACTEN).iterdir())) == 2


def met_bijlage(inhoud: bytes, naam: str) -> bytes:
    bericht = EmailMessage(policy=policy.SMTP)
    bericht["From"], bericht["To"] = "an@bloem.example", "mia@streek.example"
    bericht["Date"], bericht["Subject"] = "Tue, 12 May 2026 10:00:00 +0200", "Vraag"
    bericht.set_content("Zie de bijlage.")
    bericht.add_attachment(inhoud, maintype="text", subtype="csv", filename=naam)
    return bericht.as_bytes()


@pytest.mark.parametrize(
    "inhoud",
    [
        IN.replace("de wachttijden dalen", "bsn 123456782"),
        IN.replace("=?utf-8?Q?Antwoord_op_vraag_over_wachttijd=C3=A9n?=", "Over 123456782"),
        met_bijlage(b"naam;bsn\nx;123456782\n", "lijst.csv"),
        met_bijlage(b"niets", "123456782.csv"),
    ],
    ids=["text", "subject", "attachment", "name of the attachment"],
)
def test_a_mail_with_a_bsn_is_refused_before_anything_is_copied(
    map_: Path, inhoud: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clm(map_, "noteer", "bloem", "--mail", bewaard(map_, inhoud)) == 2
    gezegd = capsys.readouterr().err
    assert "lijkt een burgerservicenummer te staan" in gezegd
    assert "Er is niets gekopieerd en niets geschreven." in gezegd
    assert "123456782" not in gezegd
    assert not (map_ / CONTACTEN).exists()
    assert not (map_ / ".clm/concepten").exists()


@pytest.mark.parametrize(
    ("naam", "inhoud", "zegt"),
    [
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "kies Opslaan als, en dan .eml"),
        ("mail.eml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "kies Opslaan als, en dan .eml"),
        ("mail.eml", b"zomaar tekst", "is niet te lezen als een mail"),
        ("mail.eml", b"", "is niet te lezen als een mail"),
        ("mail.eml", b"From: a@b.example\nDate: gisteren\n\nx", "is niet te lezen als een mail"),
        ("mail.eml", b"From: a@b.example\nTo: mia@streek.example\n\nx", "niet wanneer zij is verz"),
        ("mail.eml", b'Content-Type: multipart/mixed; boundary="a"\n' * 99, "te diep genest"),
    ],
    ids=["msg", "msg by content", "no mail", "empty", "no day to read", "no day", "nested"],
)
def test_what_cannot_be_read_is_refused_in_words(
    map_: Path, capsys: pytest.CaptureFixture[str], naam: str, inhoud: bytes, zegt: str
) -> None:
    assert clm(map_, "noteer", "bloem", "--mail", bewaard(map_, inhoud, naam)) == 2
    assert zegt in capsys.readouterr().err
    assert not (map_ / CONTACTEN).exists()


def test_which_way_it_went_is_asked_where_the_addresses_do_not_tell(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = bewaard(map_, IN.replace("mia@streek.example", "iemand@elders.example"))
    assert clm(map_, "noteer", "bloem", "--mail", pad) == 2
    assert "--richting" in capsys.readouterr().err
    assert clm(map_, "noteer", "bloem", "--mail", pad, "--richting", "inkomend") == 0


GEHOUDEN = """gehouden:
  datum: 2026-05-11
  ambitie: ja
  aanwezig:
    - {persoon: an, partij: aanbieder}
    - {naam: Wim zonder Adres, partij: aanbieder}
    - {persoon: mia, partij: opdrachtgever}
"""


def test_the_report_goes_to_who_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = uitnodigen.register(tmp_path, GEHOUDEN)
    deel = ("gesprek", "maak", "mail", "bloem")
    assert clm(map_, *deel, vandaag="2026-06-20") == 2
    assert "Er ligt nog geen verslag" in capsys.readouterr().err
    assert clm(map_, "gesprek", "maak", "verslag", "bloem", vandaag="2026-06-20") == 0
    capsys.readouterr()
    assert clm(map_, *deel, vandaag="2026-06-20") == 0
    uit = capsys.readouterr().out
    assert "geen e-mailadres vastgelegd van Wim zonder Adres" in uit
    assert "daarna clm gesprek gedeeld bloem" in uit
    bericht = mail(map_ / uitnodigen.MAP / "begeleiding.eml")
    assert adressen(bericht, "To") == ["an@bloem.example"]
    assert adressen(bericht, "Cc") == ["mia@streek.example"]
    assert bericht["X-Unsent"] == "1"
    assert bericht["Date"] is None
    [stuk] = bericht.iter_attachments()
    assert stuk.get_filename() == "verslag.pdf"
    assert stuk.get_payload(decode=True) == (map_ / uitnodigen.MAP / "verslag.pdf").read_bytes()
    assert "Hierbij het verslag van het voortgangsgesprek van maandag 11 mei 2026." in tekst(
        bericht
    )


def test_a_letter_of_ours_goes_along_once_it_is_no_concept(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clm(map_, "brief", "maak", "bloem", "classificatie") == 0
    [brief] = (map_ / "bloem/brieven").iterdir()
    capsys.readouterr()
    assert clm(map_, "brief", "mail", "bloem") == 0
    assert "daarna clm brief verzonden bloem" in capsys.readouterr().out
    bericht = mail(brief / "begeleiding.eml")
    assert adressen(bericht, "To") == ["an@bloem.example", "bo@bloem.example"]
    [stuk] = bericht.iter_attachments()
    assert stuk.get_payload(decode=True) == (brief / str(stuk.get_filename())).read_bytes()
    assert "Hierbij onze brief van 18 mei 2026, met als onderwerp:" in tekst(bericht)
    kaart = brief / "brief.yaml"
    kaart.write_text(kaart.read_text("utf-8") + "concept: ja\n", encoding="utf-8")
    assert clm(map_, "brief", "mail", "bloem") == 2
    assert "is nog een concept" in capsys.readouterr().err
