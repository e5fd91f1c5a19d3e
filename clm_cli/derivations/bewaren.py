"""Floor 4, bewaren: how long what a dossier holds is kept, by the terms that were recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from clm_cli.bestand import Bestand
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.kijk import Dossierblik, Kijk, per_dossier
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Deel
from clm_cli.records.escalatie import Sluiting
from clm_cli.records.organisatie import Bewaartermijn
from clm_cli.register import Register
from clm_cli.tijd.termijn import bereken
from clm_cli.value import value

_MAPPEN = {
    "signalen": "signaal",
    "contacten": "contact",
    "metingen": "meting",
    "nakomingen": "nakoming",
    "classificaties": "classificatie",
    "opvolging": "opvolging",
    "overgeslagen": "overgeslagen",
    "contracten": "contract",
    "lijsten": "lijst",
    "rapporten": "rapport",
    "": "dossier",
}
"""The kind of each file by its folder in the dossier; of a card no day of its own is known."""
_GEDEELD = {"lezingen": "lezing", "rapporten": "rapport", "overeenkomsten": "overeenkomst"}
"""The kind of what stands in no dossier, by its first folder; the rest is `register`."""
_DINGEN = {"gesprekken": "gesprek", "brieven": "brief", "escalaties": "escalatie"}
"""Folders of things: all that belongs to one goes with it."""
SOORTEN: tuple[str, ...] = get_args(Bewaartermijn.model_fields["soort"].annotation)
"""What has a term of its own."""


@value
class Bewaard:
    """One thing that is kept: a fact, a talk, a letter or a case, with all that belongs to it."""

    soort: str
    plek: Plek
    termijn: Bewaartermijn | None
    """None: nobody recorded how long this kind is kept."""
    tot: date | None
    """The last day of its term; None while that is not known, or has not begun."""


def bewaartermijn(register: Register, soort: str) -> Bewaartermijn | None:
    """The term of a kind; nothing is assumed where none was recorded."""
    rijen = register.organisatie.bewaartermijnen
    return next((rij for rij in rijen if rij.soort == soort), None)


def bewaard(blik: Dossierblik) -> Iterator[Bewaard]:
    """All that has a kind with a term, or could have."""
    for soort, bestand, begin in _dingen(blik):
        termijn = bewaartermijn(blik.register, soort)
        tot = _tot(blik.kijk, [_slot(blik)], termijn, begin) if termijn else None
        yield Bewaard(soort, bestand.plek(), termijn, tot)


def gedeeld_bewaard(kijk: Kijk) -> Iterator[Bewaard]:
    """The same of what stands in no dossier: readings, reports, agreements and settings."""
    for bestand in sorted(kijk.register.gedeelde.bestanden, key=lambda b: b.pad):
        soort = _GEDEELD.get(bestand.pad.partition("/")[0], "register")
        termijn = bewaartermijn(kijk.register, soort)
        begin = getattr(bestand.record, "datum", None)
        tot = _tot(kijk, _slotsom(kijk), termijn, begin) if termijn else None
        yield Bewaard(soort, bestand.plek(), termijn, tot)


def voorbij(blik: Dossierblik) -> Iterator[Bewaard]:
    """What is over its term; nothing as long as a case is open, which it may be the proof of."""
    if all(gesloten(zaak) for zaak in blik.dossier.escalaties):
        yield from _over(bewaard(blik), blik.vandaag)


def gedeeld_voorbij(kijk: Kijk) -> Iterator[Bewaard]:
    """The same of what stands in no dossier; every open case may rest on it."""
    over = tuple(_over(gedeeld_bewaard(kijk), kijk.vandaag))
    if over and all(slot.dicht for slot in _slotsom(kijk)):
        yield from over


def _over(rijen: Iterable[Bewaard], vandaag: date) -> Iterator[Bewaard]:
    yield from (rij for rij in rijen if rij.tot is not None and rij.tot < vandaag)


def _dingen(blik: Dossierblik) -> Iterator[tuple[str, Bestand[Deel], date | None]]:
    """Each thing with the day on which its own term begins; None while that day is to come."""
    dossier = blik.dossier
    for bestand in dossier.bestanden:
        delen = bestand.pad.split("/")
        map_ = delen[1] if len(delen) > 2 else ""
        if map_ not in _DINGEN:
            yield _MAPPEN[map_], bestand, getattr(bestand.record, "datum", None)
    for gesprek in dossier.gesprekken:
        kaart = gesprek.kaart.record
        yield "gesprek", gesprek.kaart, kaart.gehouden.datum if kaart.gehouden else kaart.datum
    for brief in dossier.brieven:
        yield "brief", brief.kaart, brief.kaart.record.datum
    for zaak in dossier.escalaties:
        einde = max((f.record.datum for f in zaak.van(Sluiting)), default=None)
        yield "escalatie", zaak.bestanden[0], einde if gesloten(zaak) else None


@value
class _Slot:
    """Until when a dossier goes on; it can be kept from one run to another."""

    dicht: bool
    """Whether all of its cases are closed."""
    einden: tuple[date | None, ...]
    """The last day of each of its contracts, as far as that is known."""


def _slot(blik: Dossierblik) -> _Slot:
    return _Slot(
        all(gesloten(zaak) for zaak in blik.dossier.escalaties),
        tuple(duurstand(c, blik.vandaag).tot for c in blik.dossier.contracten),
    )


_slot_van = per_dossier(_slot, _Slot)


def _slotsom(kijk: Kijk) -> Iterator[_Slot]:
    alle = (_slot_van(kijk, id_) for id_ in kijk.register.dossiers.namen)
    return (slot for slot in alle if slot)


def _tot(
    kijk: Kijk, sloten: Iterable[_Slot], termijn: Bewaartermijn, begin: date | None
) -> date | None:
    if termijn.vanaf == "einde-contract":
        einden = [einde for slot in sloten for einde in slot.einden]
        bekend = [dag for dag in einden if dag is not None]
        begin = max(bekend) if bekend and len(bekend) == len(einden) else None
    if begin is None:
        return None
    return bereken(begin, termijn.termijn, kalender_op(kijk.register, begin)).uiterlijk
