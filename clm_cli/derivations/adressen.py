"""Floor 4, adressen: at which e-mail addresses somebody at a provider or of ours can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clm_cli.kijk import Dossierblik
from clm_cli.records.aanbieder import Contactpersoon
from clm_cli.records.gesprek import Genodigde


@dataclass(frozen=True, slots=True)
class Adres:
    """An e-mail address, with whose it is."""

    naam: str
    email: str


@dataclass(frozen=True, slots=True)
class Ontvangers:
    """Who a mail can go to, and of whom no address is recorded."""

    aan: tuple[Adres, ...]
    zonder: tuple[str, ...] = ()


def contacten(blik: Dossierblik, contracten: Sequence[str], dag: date) -> list[Contactpersoon]:
    """The people at the provider for some contracts, on a day."""
    kaart = blik.dossier.aanbieder
    return [
        mens
        for mens in (kaart.record.contactpersonen if kaart else ())
        if (mens.tot is None or mens.tot >= dag)
        and (not mens.contracten or set(mens.contracten) & set(contracten))
    ]


def van_contacten(blik: Dossierblik, contracten: Sequence[str]) -> Ontvangers:
    """The people for some contracts; where none of them has an address, that of the provider."""
    kaart = blik.dossier.aanbieder
    mensen = [(m.naam, m.email) for m in contacten(blik, contracten, blik.vandaag)]
    gevonden = _ontvangers(mensen)
    if gevonden.aan or not kaart or not kaart.record.email:
        return gevonden
    naam = blik.dossier.naam(blik.vandaag)
    algemeen = Adres(naam.statutair if naam else blik.dossier.id, kaart.record.email)
    return Ontvangers((algemeen,), gevonden.zonder)


def van_genodigden(blik: Dossierblik, genodigden: Iterable[Genodigde]) -> Ontvangers:
    """Those who are invited to a talk, ours and theirs."""
    return _ontvangers(_genodigde(blik, genodigde) for genodigde in genodigden)


def _genodigde(blik: Dossierblik, genodigde: Genodigde) -> tuple[str, str | None]:
    kaart = blik.dossier.aanbieder
    if ons := blik.register.persoon(genodigde.persoon) if genodigde.persoon else None:
        return ons.naam, next(iter(ons.email), None)
    hunne = kaart.record.contactpersonen if kaart else ()
    if hun := next((mens for mens in hunne if mens.id == genodigde.persoon), None):
        return hun.naam, hun.email
    return genodigde.naam or str(genodigde.persoon), None


def _ontvangers(mensen: Iterable[tuple[str, str | None]]) -> Ontvangers:
    alle = dict.fromkeys(mensen)
    return Ontvangers(
        tuple(Adres(naam, email) for naam, email in alle if email),
        tuple(naam for naam, email in alle if not email),
    )
