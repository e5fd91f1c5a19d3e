"""Floor 4, werklijst: everything that is due, gathered, filtered, grouped and numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations import (
    aanlevering,
    acties,
    contracten,
    gesprekken,
    lijsten,
    opvolging,
    ritme,
    signalen,
    verplichtingen,
    verslagen,
)
from clm_cli.derivations.brieven import briefpunten
from clm_cli.derivations.escalatie import openpunten, termijnsoorten
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik, Kijk, eens
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Kalender, werkdagen_tussen
from clm_cli.tijd.termijn import Duur, Eenheid, bereken

BRONNEN: tuple[Callable[[Dossierblik], Iterator[Werkpunt]], ...] = (
    gesprekken.werkpunten,
    verslagen.werkpunten,
    acties.werkpunten,
    verplichtingen.werkpunten,
    lijsten.werkpunten,
    signalen.werkpunten,
    aanlevering.werkpunten,
    ritme.werkpunten,
    contracten.werkpunten,
    briefpunten.werkpunten,
    termijnsoorten.werkpunten,
    openpunten.werkpunten,
    opvolging.werkpunten,
)
GEWEEST = frozenset(
    {
        "cijfers",
        "gesprek-vastleggen",
        "stukken",
        "verplichting",
        "verslag-delen",
        "verslag-reactie",
        "voorbereiding",
    }
)
"""What was due once: when its day was before the register was used, nobody recorded it here."""
STAAND = frozenset(
    {"aanzegging", "classificatie-eerste", "classificatie-hertoets", "gesprek-plannen", "optie"}
)
"""What is still needed when its day was before that, without being late by this register."""
GROEPEN = (
    "te laat",
    "vandaag",
    "deze week",
    "komende vier weken",
    "verder weg, maar een recht vervalt",
    "zonder datum",
    "wij wachten op een ander",
)
RECHT_VOORUIT = Duur(120, Eenheid.DAGEN)
"""How far ahead a lapsing right shows, where the organisation has not said so itself."""
GEWOON = 28
"""Days ahead that the werklijst shows unless asked otherwise."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; empty shows all."""

    wie: str | None = None
    gemeente: str | None = None
    zorgvorm: str | None = None
    perceel: str | None = None
    kant: str | None = None
    niveau: str | None = None
    dagen: int = GEWOON


@dataclass(frozen=True, slots=True)
class Regel:
    """One numbered line: the point, its group, and the working days left (negative: late)."""

    nummer: int
    punt: Werkpunt
    groep: str
    werkdagen: int | None


@dataclass(frozen=True, slots=True)
class Werklijst:
    """The whole list, with what it does not show."""

    regels: tuple[Regel, ...]
    later: int
    geparkeerd: tuple[Werkpunt, ...]
    van_anderen: int
    """Dossiers of colleagues that are not shown."""
    dossiers: int
    eerder: int = 0
    """Lines left out because they were due before the register was used."""

    def groep(self, naam: str) -> tuple[Regel, ...]:
        """The lines of one group."""
        return tuple(regel for regel in self.regels if regel.groep == naam)


@eens
def alle_werkpunten(blik: Dossierblik) -> tuple[Werkpunt, ...]:
    """Everything that is due in one dossier; what was due before the register was used is not.

    A day that somebody agreed on and wrote down here (an action, a letter, a risk) stays a day.
    """
    return _gesplitst(blik)[0]


@eens
def _gesplitst(blik: Dossierblik) -> tuple[tuple[Werkpunt, ...], tuple[Werkpunt, ...]]:
    """What is due, and what is left out because its day was before the register was used."""
    sinds = blik.register.organisatie.sinds
    nu: list[Werkpunt] = []
    eerder: list[Werkpunt] = []
    for punt in (punt for bron in BRONNEN for punt in bron(blik)):
        if sinds is None or punt.uiterlijk is None or punt.uiterlijk >= sinds:
            nu.append(punt)
        elif punt.soort in GEWEEST:
            eerder.append(punt)
        else:
            nu.append(_zonder_dag(punt, sinds) if punt.soort in STAAND else punt)
    return tuple(nu), tuple(eerder)


def _zonder_dag(punt: Werkpunt, sinds: date) -> Werkpunt:
    tekst = f"de dag lag voor {datum_vol(sinds)}, vanaf wanneer dit register wordt gebruikt"
    return replace(
        punt, uiterlijk=None, berekening=None, omdat=(*punt.omdat, Reden(tekst, punt.plek))
    )


def vervangen_door(register: Register, wie: str, vandaag: date) -> set[str]:
    """Whose work somebody does today: their own, and that of those they replace."""
    persoon = register.persoon(wie)
    rijen = persoon.vervangt if persoon else ()
    return {wie, *(rij.wie for rij in rijen if rij.van <= vandaag <= rij.tot)}


def werklijst(kijk: Kijk, keuze: Filter | None = None) -> Werklijst:
    """The list for a day: late first, then by day; what is further away only if a right lapses."""
    keuze, vandaag = keuze or Filter(), kijk.vandaag
    mijn = vervangen_door(kijk.register, keuze.wie, vandaag) if keuze.wie else None
    gezien, eerder = (
        [
            punt
            for blik in kijk.blikken
            for punt in _gesplitst(blik)[deel]
            if _past(blik.dossier, punt, keuze) and (mijn is None or punt.wie in mijn)
        ]
        for deel in (0, 1)
    )
    geparkeerd = tuple(p for p in gezien if p.geparkeerd_tot and p.geparkeerd_tot > vandaag)
    actief = [p for p in gezien if not (p.geparkeerd_tot and p.geparkeerd_tot > vandaag)]
    grens = _recht_tot(kijk)
    paren = [(punt, _groep(punt, vandaag, keuze.dagen, grens)) for punt in actief]
    zichtbaar = sorted(
        ((punt, groep) for punt, groep in paren if groep), key=lambda paar: _volgorde(*paar)
    )
    kalender = kalender_op(kijk.register, vandaag)
    regels = tuple(
        Regel(nummer, punt, groep, _werkdagen(punt, vandaag, kalender))
        for nummer, (punt, groep) in enumerate(zichtbaar, 1)
    )
    eigen = sum(
        mijn is None or opvolging.behandelaar(blik.dossier, vandaag) in mijn
        for blik in kijk.blikken
    )
    later = len(paren) - len(zichtbaar)
    return Werklijst(regels, later, geparkeerd, len(kijk.blikken) - eigen, eigen, len(eerder))


def _volgorde(punt: Werkpunt, groep: str) -> tuple[Any, ...]:
    return (
        GROEPEN.index(groep),
        punt.uiterlijk or punt.sinds or date.max,
        punt.dossier,
        punt.soort,
        punt.wat,
    )


def _recht_tot(kijk: Kijk) -> date:
    """Until which day a lapsing right shows."""
    beleid = termijnbeleid(kijk.register, kijk.vandaag)
    vooruit = (beleid.recht_vooruit if beleid else None) or RECHT_VOORUIT
    return bereken(kijk.vandaag, vooruit, kalender_op(kijk.register, kijk.vandaag)).uiterlijk


def _groep(punt: Werkpunt, vandaag: date, dagen: int, grens: date) -> str:
    """The group of a line; empty when it is too far away to show."""
    dag = punt.uiterlijk
    if punt.bij == "collega":
        return GROEPEN[6]
    if dag is None:
        return GROEPEN[5]
    if dag < vandaag:
        return GROEPEN[0]
    if dag == vandaag:
        return GROEPEN[1]
    if dag <= vandaag + timedelta(days=6 - vandaag.weekday()):
        return GROEPEN[2]
    if dag <= vandaag + timedelta(days=dagen):
        return GROEPEN[3]
    return GROEPEN[4] if punt.vervalt and dag <= grens else ""


def _werkdagen(punt: Werkpunt, vandaag: date, kalender: Kalender) -> int | None:
    return werkdagen_tussen(vandaag, punt.uiterlijk, kalender) if punt.uiterlijk else None


def _past(dossier: Dossier, punt: Werkpunt, keuze: Filter) -> bool:
    contracten = [c for c in dossier.contracten if c.id in punt.contracten] or list(
        dossier.contracten
    )
    if keuze.gemeente and keuze.gemeente not in (
        punt.gemeenten or {g for c in contracten for g in c.gemeenten}
    ):
        return False
    if keuze.zorgvorm and not any(keuze.zorgvorm in c.kaart.record.zorgvormen for c in contracten):
        return False
    if keuze.perceel and not any(keuze.perceel in c.kaart.record.percelen for c in contracten):
        return False
    return (not keuze.kant or punt.kant == keuze.kant) and (
        not keuze.niveau or punt.niveau == keuze.niveau
    )


def nieuw_sinds(register: Register, moment: datetime) -> tuple[Bestand[Any], ...]:
    """The facts that were recorded after a moment, oldest first."""
    feiten = [
        b for b in register.bestanden if isinstance(b.record, Feit) and b.record.vastgelegd > moment
    ]
    return tuple(sorted(feiten, key=lambda b: (b.record.vastgelegd, b.pad)))
