"""A mail draft: read back by the parser of the standard library, as a mail program reads it."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import pytest

from clm_cli.derivations.adressen import Adres
from clm_cli.documents.mail import Bijlage, Mail, als_eml

FATMA = Adres("Fatma Yıldız, De Klaproos", "f.yildiz@klaproos.example")
ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def gelezen(mail: Mail) -> EmailMessage:
    bericht = BytesParser(policy=policy.default).parsebytes(als_eml(mail))
    assert isinstance(bericht, EmailMessage)
    assert not bericht.defects
    return bericht


def test_it_opens_as_a_draft_with_who_what_and_the_files() -> None:
    tekst = "Beste Fatma,\n\nHet gesprek is op 4 maart; 71,4 % is “laag”.\n" + "woord " * 200
    mail = Mail(
        (FATMA, Adres("Karin", "k.smit@klaproos.example")),
        "Uitnodiging voortgangsgesprek één",
        tekst,
        (Bijlage("agenda.pdf", b"%PDF-1.7\x00"), Bijlage("gesprek.ics", ICS)),
        cc=(Adres("Joost Bakker", "j.bakker@zuiderwaard.example"),),
    )
    bericht = gelezen(mail)
    assert bericht["X-Unsent"] == "1"
    assert [(a.display_name, a.addr_spec) for a in bericht["To"].addresses] == [
        ("Fatma Yıldız, De Klaproos", "f.yildiz@klaproos.example"),
        ("Karin", "k.smit@klaproos.example"),
    ]
    assert [a.addr_spec for a in bericht["Cc"].addresses] == ["j.bakker@zuiderwaard.example"]
    assert bericht["Subject"] == "Uitnodiging voortgangsgesprek één"
    lijf = bericht.get_body(("plain",))
    assert lijf is not None
    assert lijf.get_content().replace("\r\n", "\n").strip() == tekst.strip()
    soorten = [
        (b.get_filename(), b.get_content_type(), b.get_payload(decode=True))
        for b in bericht.iter_attachments()
    ]
    assert soorten == [
        ("agenda.pdf", "application/pdf", b"%PDF-1.7\x00"),
        ("gesprek.ics", "text/calendar", ICS),
    ]


def test_the_same_message_is_the_same_bytes_and_names_no_sender_nor_day() -> None:
    mail = Mail((FATMA,), "Cijfers", "Beste Fatma,", (Bijlage("blad.xlsx", b"PK"),))
    assert als_eml(mail) == als_eml(mail)
    assert {k.lower() for k in gelezen(mail)} & {"from", "date", "message-id"} == set()


def test_a_line_is_never_longer_than_mail_allows() -> None:
    ruw = als_eml(Mail((FATMA,) * 40, "x " * 400, "y" * 5000))
    assert max(len(regel) for regel in ruw.split(b"\r\n")) <= 998
    assert b"\n" not in ruw.replace(b"\r\n", b"")


@pytest.mark.parametrize("haak", ["\r\nBcc: kwaad@elders.example", "\nX: y", "\r\n\r\nlijf"])
def test_a_name_or_subject_never_becomes_another_header(haak: str) -> None:
    bericht = gelezen(Mail((Adres(f"Jan{haak}", "jan@a.example"),), f"Gesprek{haak}", "Dag."))
    assert sorted(bericht.keys()) == [
        *("Content-Transfer-Encoding", "Content-Type", "MIME-Version"),
        *("Subject", "To", "X-Unsent"),
    ]
    assert [a.addr_spec for a in bericht["To"].addresses] == ["jan@a.example"]


def test_an_address_outside_ascii_stands_there_in_utf8() -> None:
    ruw = als_eml(Mail((Adres("Renée", "renée@café.example"),), "Dag", "Dag."))
    assert "To: Renée <renée@café.example>\r\n".encode() in ruw


@pytest.mark.parametrize("email", ["a,b@c.example", "a..b@c.example", "(x)@c.example"])
def test_an_odd_address_arrives_as_it_is(email: str) -> None:
    [adres] = gelezen(Mail((Adres("Iemand", email),), "Dag", "Dag."))["To"].addresses
    assert adres.addr_spec.replace('"', "") == email
