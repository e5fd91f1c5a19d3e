"""Floor 4, adressen: at which e-mail addresses somebody at a provider or of ours can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from clm_cli.derivations.opvolging import behandelaar
from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Contactpersoon
from clm_cli.records.gesprek import Genodigde
from clm_cli.value import value


@value
class Adres:
    """An e-mail address, with whose it is."""

    naam: str
    email: str


@value
class Ontvangers:
    """Who a mail can go to."""

    aan: tuple[Adres, ...]
    mensen: tuple[str, ...]
    """Who is meant, by name, with or without an address."""
    zonder: tuple[str, ...]
    """Of whom no address is recorded."""


def contactpersonen(blik: Dossierblik) -> tuple[Contactpersoon, ...]:
    """The people of the provider who are still there."""
    weg = vertrokken(blik, blik.vandaag)
    return tuple(mens for mens in _hunne(blik) if mens.id not in weg)


def vertrokken(blik: Dossierblik, op: date) -> frozenset[str]:
    """The people of the provider, by id, who left before a day."""
    return frozenset(mens.id for mens in _hunne(blik) if mens.tot and mens.tot < op)


def _hunne(blik: Dossierblik) -> tuple[Contactpersoon, ...]:
    kaart = blik.dossier.aanbieder
    return kaart.record.contactpersonen if kaart else ()


def van_contacten(blik: Dossierblik, contracten: Sequence[str]) -> Ontvangers:
    """The people of the provider for some contracts."""
    mensen = [
        (mens.naam, mens.email)
        for mens in contactpersonen(blik)
        if not mens.contracten or {*mens.contracten} & {*contracten}
    ]
    return _of_algemeen(blik, _ontvangers(mensen))


def van_genodigden(
    blik: Dossierblik, genodigden: Iterable[Genodigde], contracten: Sequence[str]
) -> Ontvangers:
    """Those on their side who are invited to a talk, or were there.

    Where nobody was named, their people for its contracts.
    """
    hun = [_genodigde(blik, een) for een in genodigden if een.partij != "opdrachtgever"]
    return _of_algemeen(blik, _ontvangers(hun)) if hun else van_contacten(blik, contracten)


def van_gemeenten(blik: Dossierblik, contracten: Sequence[str]) -> Ontvangers:
    """The municipalities for which some contracts are."""
    ids = {g for c in blik.dossier.contracten if c.id in contracten for g in c.gemeenten}
    alle = blik.register.organisatie.gemeenten
    return _ontvangers((rij.naam, rij.email) for rij in alle if rij.id in ids)


def onze(blik: Dossierblik, genodigden: Iterable[Genodigde]) -> Ontvangers:
    """Our own people who are invited to a talk."""
    ons = (g for g in genodigden if g.partij == "opdrachtgever")
    return _ontvangers(_genodigde(blik, genodigde) for genodigde in ons)


def deelnemers(blik: Dossierblik, genodigden: Iterable[Genodigde]) -> tuple[str, ...]:
    """The names of who was invited to a talk, or was there, of both sides."""
    return _ontvangers(_genodigde(blik, genodigde) for genodigde in genodigden).mensen


def _of_algemeen(blik: Dossierblik, gevonden: Ontvangers) -> Ontvangers:
    """The same; where nobody has an address, that of the provider."""
    kaart, naam = blik.dossier.aanbieder, blik.dossier.naam(blik.vandaag)
    if gevonden.aan or not kaart or not kaart.record.email:
        return gevonden
    algemeen = Adres(naam.statutair if naam else blik.dossier.id, kaart.record.email)
    return replace(gevonden, aan=(algemeen,))


def _genodigde(blik: Dossierblik, genodigde: Genodigde) -> tuple[str, str | None]:
    if ons := blik.register.persoon(genodigde.persoon) if genodigde.persoon else None:
        return ons.naam, next(iter(ons.email), None)
    if hun := next((mens for mens in _hunne(blik) if mens.id == genodigde.persoon), None):
        return hun.naam, hun.email
    return genodigde.naam or str(genodigde.persoon), None


def _ontvangers(mensen: Iterable[tuple[str, str | None]]) -> Ontvangers:
    alle = dict.fromkeys(mensen)
    return Ontvangers(
        tuple(Adres(naam, email) for naam, email in alle if email),
        tuple(naam for naam, _ in alle),
        tuple(naam for naam, email in alle if not email),
    )


def van_ons(blik: Dossierblik) -> str:
    """Where an answer can be mailed: to who handles the provider, else to all of us; or ''."""
    wie = blik.register.persoon(behandelaar(blik.dossier, blik.vandaag) or "")
    van_wie = next(iter(wie.email), None) if wie else None
    return str(van_wie or blik.register.organisatie.email or "")
