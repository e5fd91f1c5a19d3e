"""Floor 6, eml: what a mail says that came as a file (.eml), without taking anything from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.tijd.klok import HIER
from clm_cli.value import value

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that Outlook keeps in a form of its own (.msg)."""
_GROOTST, _DIEPST, _MEESTE = 50 << 20, 30, 500
"""Bytes, multiparts and parts that a mail may have."""
_REGELS = 1_000_000
"""The lines of a mail: one with attachments of so many bytes has fewer."""
_KOPREGELS = 1 << 16
"""The signs that all headings of one part may have: who takes them apart gets slow on more."""
_KENMERKEN = 1 << 13
"""The same of one that says what a part is, with words of its own that take longer still."""


class _Post(policy.EmailPolicy):
    """Reads no heading that is longer than may be: the library takes some apart at once."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and value of a heading; raises ValueError."""
        kenmerk = sourcelines[0].lower().startswith("content-")
        if sum(map(len, sourcelines)) > (_KENMERKEN if kenmerk else _KOPREGELS):
            raise _TeLangError
        return super().header_source_parse(sourcelines)


class _TeLangError(ValueError):
    pass


@value
class Eml:
    """A mail: who, when, and what is in it."""

    van: tuple[tuple[str, str], ...]
    """Name and address."""
    aan: tuple[tuple[str, str], ...]
    """Also those who got a copy."""
    moment: datetime | None
    """When it was sent, in our own time; None when the mail does not say it."""
    onderwerp: str
    delen: tuple[tuple[str, bytes], ...]
    """The texts and the files in it, by name."""


def lees_eml(naam: str, inhoud: bytes) -> Eml:
    """Raises ClmFout for what is no mail that can be read here."""
    if inhoud.startswith(_OLE) or naam.lower().endswith(".msg"):
        raise Geweigerd(
            f"{naam} is een bestand van Outlook zelf (.msg)",
            nu="open de mail in Outlook, kies Opslaan als, en dan .eml; sleep haar anders uit"
            " Outlook op het web naar een map",
        )
    diep, breed = inhoud.count(b"boundary="), inhoud.count(b"\n--")
    veel = breed > 4 * _MEESTE or inhoud.count(b"\n") > _REGELS
    if len(inhoud) > _GROOTST or diep > _DIEPST or veel:
        raise ClmFout(f"{naam} is te groot of te diep genest.", nu="bewaar de mail zonder bijlagen")
    try:
        bericht = BytesParser(policy=_Post()).parsebytes(inhoud)
        _begrensd(bericht)
        post = Eml(
            _mensen(bericht, "From"),
            (*_mensen(bericht, "To"), *_mensen(bericht, "Cc")),
            _moment(bericht),
            " ".join(str(bericht.get("Subject") or "").split()),
            tuple(_delen(bericht)),
        )
    except _TeLangError:
        raise Geweigerd(
            f"{naam} heeft meer dan {_MEESTE} delen, of kopregels die te lang zijn",
            nu="bewaar de mail zonder bijlagen",
        ) from None
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError):
        post = None  # the library gives any of these for a mail that is not well formed
    if post is None or not (post.van or post.aan):
        raise Geweigerd(
            f"{naam} is niet te lezen als een mail",
            nu="bewaar de mail opnieuw als .eml",
        )
    return post


def _begrensd(bericht: Message) -> None:
    delen = list(bericht.walk())
    if len(delen) > _MEESTE or any(_lengte(deel) > _KOPREGELS for deel in delen):
        raise _TeLangError


def _lengte(deel: Message) -> int:
    return sum(len(str(waarde)) for _, waarde in deel.raw_items())


def _mensen(bericht: Message, kop: str) -> tuple[tuple[str, str], ...]:
    rijen = getaddresses([str(rij) for rij in bericht.get_all(kop, [])])
    return tuple((" ".join((naam or adres).split()), adres) for naam, adres in rijen if adres)


def _moment(bericht: Message) -> datetime | None:
    tekst = bericht.get("Date")
    if tekst is None:
        return None
    moment = parsedate_to_datetime(str(tekst))
    return moment.astimezone(HIER) if moment.tzinfo else moment.replace(tzinfo=HIER)


def _delen(bericht: Message) -> Iterator[tuple[str, bytes]]:
    for nummer, deel in enumerate(bericht.walk()):
        if deel.is_multipart():
            continue
        vorm = deel.get_content_subtype()
        naam = deel.get_filename() or f"deel-{nummer}.{'txt' if vorm == 'plain' else vorm}"
        inhoud = deel.get_payload(decode=True)
        yield str(naam), _als_utf8(deel, inhoud if isinstance(inhoud, bytes) else b"")


def _als_utf8(deel: Message, inhoud: bytes) -> bytes:
    """A text in the one code that is searched; anything else as it is."""
    if isinstance(deel, EmailMessage) and deel.get_content_maintype() == "text":
        try:
            return inhoud.decode(deel.get_content_charset() or "utf-8", "replace").encode()
        except LookupError:
            return inhoud
    return inhoud
