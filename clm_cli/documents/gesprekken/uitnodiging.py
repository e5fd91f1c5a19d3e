"""Floor 6, uitnodiging: the invitation to a talk, as a text and for the calendar of who is asked.

A talk that moved or fell through asks the same again with a higher number, so that the event in
somebody's calendar follows.
"""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.aansluiting import gevraagd
from clm_cli.derivations.adressen import Adres, Ontvangers, van_genodigden
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.documents.document import Gegevens
from clm_cli.documents.export.agenda import gebeurtenis, kalender
from clm_cli.documents.gesprekken.kop import kop
from clm_cli.documents.mail import groet
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.gesprek import GesprekVervallen, GesprekVerzet

SOORTEN = {
    "regulier": "voortgangsgesprek",
    "extra": "extra gesprek",
    "directie": "gesprek op directieniveau",
}
"""What each kind of talk is called in a sentence."""


def ontvangers(blik: Dossierblik, gesprek: Gesprek) -> Ontvangers:
    """Who is invited of theirs."""
    return van_genodigden(blik, gevraagd(blik, gesprek), gesprek.kaart.record.contracten)


def afzender(blik: Dossierblik) -> Adres | None:
    """Who answers are for: who manages the provider, else the organisation."""
    wie = blik.register.persoon(behandelaar(blik.dossier, blik.vandaag) or "")
    organisatie = blik.register.organisatie
    if wie and wie.email:
        return Adres(wie.naam, wie.email[0])
    return Adres(organisatie.naam, organisatie.email) if organisatie.email else None


def uitnodiging(
    blik: Dossierblik, gesprek: Gesprek, aan: Ontvangers, *, met_agenda: bool
) -> Gegevens:
    """What the text is filled with."""
    gegevens = kop(blik, gesprek)
    return {
        **groet(blik, aan),
        "soort": SOORTEN[gesprek.kaart.record.soort],
        "wanneer": gegevens["wanneer"],
        "contracten": gegevens["contracten"],
        "verzet": bool(gesprek.van(GesprekVerzet)),
        "vervallen": bool(gesprek.van(GesprekVervallen)),
        "met_agenda": met_agenda,
    }


def afspraak(
    blik: Dossierblik, gesprek: Gesprek, aan: Ontvangers, van: Adres | None, dag: date
) -> bytes:
    """The talk for a calendar; where both sides have an address, as a request to answer."""
    nu = gebeurtenis(blik, gesprek)
    nummer = len(gesprek.van(GesprekVerzet)) + len(gesprek.van(GesprekVervallen))
    methode, mensen = "PUBLISH", list[str]()
    if van and aan.aan:
        methode = "CANCEL" if nu.vervallen else "REQUEST"
        gevraagd = [f"ATTENDEE;RSVP=TRUE;{_naam(adres)}" for adres in aan.aan]
        mensen = [f"ORGANIZER;{_naam(van)}", *gevraagd]
    return kalender(
        [
            f"METHOD:{methode}",
            "BEGIN:VEVENT",
            f"UID:{nu.uid}",
            f"DTSTAMP:{dag:%Y%m%d}T120000Z",
            f"SEQUENCE:{nummer}",
            *nu.regels,
            *mensen,
            f"STATUS:{'CANCELLED' if nu.vervallen else 'CONFIRMED'}",
            "END:VEVENT",
        ]
    )


def _naam(adres: Adres) -> str:
    schoon = " ".join(adres.naam.replace('"', "'").split())
    return f'CN="{schoon}":mailto:{adres.email}'
