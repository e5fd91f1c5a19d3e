"""Floor 6, mail: a message that a mail program opens as a draft (.eml), to read and then send.

It carries no day, number or random boundary: equal input gives equal bytes, and the mail program
adds what belongs to the sending. Nothing here sends anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from hashlib import sha256

from clm_cli.derivations.adressen import Adres, Ontvangers
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.zinnen import opsomming
from clm_cli.documents.blokken import Blok, als_tekst, platte
from clm_cli.documents.document import Gegevens
from clm_cli.kijk import Dossierblik
from clm_cli.value import value

_SOORTEN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@value
class Bijlage:
    """A file that goes along."""

    naam: str
    inhoud: bytes


@value
class Mail:
    """A message before it is sent."""

    aan: tuple[Adres, ...]
    onderwerp: str
    tekst: str
    bijlagen: tuple[Bijlage, ...] = ()
    cc: tuple[Adres, ...] = ()


def groet(blik: Dossierblik, aan: Ontvangers) -> Gegevens:
    """How every mail begins and ends: to whom, and from whom."""
    wie, organisatie = behandelaar(blik.dossier, blik.vandaag), blik.register.organisatie.naam
    return {
        "aanhef": opsomming(aan.mensen) or "heer, mevrouw",
        "afzender": blik.register.naam_van(wie) if wie else organisatie,
        "organisatie": organisatie,
    }


def lijf(blokken: Sequence[Blok]) -> str:
    """A document as the text of a mail: a blank line between its parts, a table row by row."""
    return "\n\n".join(_deel(blok) for blok in blokken) + "\n"


def _deel(blok: Blok) -> str:
    if blok["soort"] == "lijst":
        return "\n".join(f"- {als_tekst(item)}" for item in blok["items"])
    if blok["soort"] == "tabel":
        koppen = [platte(cel) for cel in blok["kop"]]
        rijen = [zip(koppen, map(platte, rij), strict=False) for rij in blok["rijen"]]
        return "\n".join("- " + "; ".join(f"{kop}: {cel}" for kop, cel in rij) for rij in rijen)
    return als_tekst([blok])


def als_eml(mail: Mail) -> bytes:
    """The message as a file that a mail program opens unsent."""
    # an address with a letter outside ASCII has no other form than that letter
    gewoon = all(adres.email.isascii() for adres in (*mail.aan, *mail.cc))
    bericht = EmailMessage(policy=SMTP if gewoon else SMTPUTF8)
    for kop, adressen in (("To", mail.aan), ("Cc", mail.cc)):
        if adressen:
            bericht[kop] = tuple(_adres(adres) for adres in adressen)
    bericht["Subject"] = " ".join(mail.onderwerp.split())
    bericht["X-Unsent"] = "1"
    bericht.set_content(mail.tekst, cte="quoted-printable")
    if mail.bijlagen:
        inhoud = sha256(b"".join(bijlage.inhoud for bijlage in mail.bijlagen))
        bericht.make_mixed(boundary=f"clm-{inhoud.hexdigest()[:32]}")
    for bijlage in mail.bijlagen:
        vorm = bijlage.naam.rpartition(".")[2]
        soort = _SOORTEN.get(vorm, "application/octet-stream").split("/")
        bericht.add_attachment(
            bijlage.inhoud, maintype=soort[0], subtype=soort[1], filename=bijlage.naam
        )
    return bericht.as_bytes()


def _adres(adres: Adres) -> Address:
    """The address with its name; a name never reaches beyond its own line."""
    lokaal, _, domein = adres.email.rpartition("@")
    return Address(" ".join(adres.naam.split()), lokaal, domein)
