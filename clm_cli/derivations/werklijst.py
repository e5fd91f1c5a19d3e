"""Floor 4, werklijst: everything that is due, gathered and filtered; its order: `werkvolgorde`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from clm_cli.bestand import Bestand
from clm_cli.derivations import (
    aanlevering,
    aanvullen,
    acties,
    contracten,
    gemist,
    gesprekken,
    klassen,
    lijsten,
    opvolging,
    ritme,
    signalen,
    verplichtingen,
    verslagen,
)
from clm_cli.derivations.brieven import briefpunten
from clm_cli.derivations.dekking import Onbewaakt, onbewaakt
from clm_cli.derivations.escalatie import openpunten, termijnsoorten
from clm_cli.derivations.filter import GEWOON, Filter, past_punt
from clm_cli.derivations.opzij import opzij_in, valt_onder
from clm_cli.derivations.rapport.verspreiding import Rapportpunt, te_verspreiden
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import Regel, genummerd
from clm_cli.kijk import Dossierblik, Kijk, eens
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.klok import HIER
from clm_cli.tijd.termijn import Duur, Eenheid, bereken

BRONNEN: tuple[Callable[[Dossierblik], Iterator[Werkpunt]], ...] = (
    gesprekken.werkpunten,
    verslagen.werkpunten,
    acties.werkpunten,
    verplichtingen.werkpunten,
    klassen.werkpunten,
    lijsten.werkpunten,
    signalen.werkpunten,
    aanlevering.werkpunten,
    ritme.werkpunten,
    aanvullen.werkpunten,
    gemist.werkpunten,
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
        "voorbereiding-leeg",
    }
)
"""What was due once: when its day was before the register was used, nobody recorded it here."""
STAAND = frozenset(
    {"aanzegging", "classificatie-eerste", "classificatie-hertoets", "gesprek-plannen", "optie"}
)
"""What is still needed when its day was before that, without being late by this register."""
RECHT_VOORUIT = Duur(120, Eenheid.DAGEN)
"""How far ahead a lapsing right shows, where the organisation has not said so itself."""


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
    rapporten: tuple[Rapportpunt, ...] = ()
    """The reports on the region that are due; they belong to no dossier."""
    onbewaakt: tuple[Onbewaakt, ...] = ()
    """The clauses that nobody watches, by overeenkomst; they belong to no dossier either."""

    def onder(self, kop: str) -> tuple[Regel, ...]:
        """The lines that stand under one heading."""
        return tuple(regel for regel in self.regels if regel.kop == kop)

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
    opzij = tuple(opzij_in(blik))
    for punt in (punt for bron in BRONNEN for punt in bron(blik)):
        if any(code == punt.code and valt_onder(punt.plek, plek) for code, plek, _ in opzij):
            continue
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
    """The list for a day: late first, then by day; what is further away only if a right lapses.

    The numbers are those of everything that is for this person: another filter hides lines and
    renumbers none.
    """
    keuze = keuze or Filter()
    lijst = _lijst(kijk, kijk.blikken, keuze)
    tot = kijk.vandaag + timedelta(days=keuze.dagen)
    if keuze.dossiers:
        return lijst
    rapporten, bepalingen = tuple(te_verspreiden(kijk, tot)), tuple(onbewaakt(kijk))
    return replace(lijst, rapporten=rapporten, onbewaakt=bepalingen)


def eigen_werklijst(blik: Dossierblik, dagen: int = GEWOON) -> Werklijst:
    """The list of one dossier for everybody, numbered by itself: the others are not read."""
    return _lijst(blik.kijk, (blik,), Filter(dagen=dagen))


def _lijst(kijk: Kijk, blikken: Sequence[Dossierblik], keuze: Filter) -> Werklijst:
    vandaag = kijk.vandaag
    mijn = vervangen_door(kijk.register, keuze.wie, vandaag) if keuze.wie else None
    delen = [(blik, *_gesplitst(blik)) for blik in blikken]
    alle = [punt for _, punten, _ in delen for punt in punten if mijn is None or punt.wie in mijn]
    actief = [punt for punt in alle if not _geparkeerd(punt, vandaag)]
    regels = genummerd(
        actief,
        [punt for punt in _ochtend(kijk, blikken, actief) if mijn is None or punt.wie in mijn],
        vandaag,
        vandaag + timedelta(days=keuze.dagen),
        _recht_tot(kijk),
        kalender_op(kijk.register, vandaag),
    )
    dossiers = kijk.register.dossiers
    past = [punt for punt in alle if past_punt(dossiers[punt.dossier], punt, keuze)]
    zichtbaar = tuple(r for r in regels if past_punt(dossiers[r.punt.dossier], r.punt, keuze))
    geparkeerd = tuple(punt for punt in past if _geparkeerd(punt, vandaag))
    eigen = sum(
        mijn is None or opvolging.behandelaar(blik.dossier, vandaag) in mijn for blik in blikken
    )
    return Werklijst(
        zichtbaar,
        later=len(past) - len(geparkeerd) - len(zichtbaar),
        geparkeerd=geparkeerd,
        van_anderen=len(blikken) - eigen,
        dossiers=len(keuze.dossiers) or eigen,
        eerder=sum(
            (mijn is None or punt.wie in mijn) and past_punt(blik.dossier, punt, keuze)
            for blik, _, eerder in delen
            for punt in eerder
        ),
    )


def _geparkeerd(punt: Werkpunt, vandaag: date) -> bool:
    return punt.geparkeerd_tot is not None and punt.geparkeerd_tot > vandaag


def _ochtend(
    kijk: Kijk, blikken: Sequence[Dossierblik], nu: Sequence[Werkpunt]
) -> Iterator[Werkpunt]:
    """What was due when the day began; of a dossier without a fact of today that is what is due."""
    begin = datetime.combine(kijk.vandaag, time.min, HIER) - timedelta(seconds=1)
    veranderd = {
        blik.dossier.id
        for blik in blikken
        if any(feit.record.vastgelegd > begin for feit in blik.dossier.feiten)
    }
    yield from (punt for punt in nu if punt.dossier not in veranderd)
    if not veranderd:
        return
    toen = Kijk(kijk.register.zoals(bekend=begin), kijk.vandaag)
    for naam in sorted(naam for naam in veranderd if naam in toen.register.dossiers):
        yield from (p for p in alle_werkpunten(toen.blik(naam)) if not _geparkeerd(p, toen.vandaag))


def _recht_tot(kijk: Kijk) -> date:
    """Until which day a lapsing right shows."""
    beleid = termijnbeleid(kijk.register, kijk.vandaag)
    vooruit = (beleid.recht_vooruit if beleid else None) or RECHT_VOORUIT
    return bereken(kijk.vandaag, vooruit, kalender_op(kijk.register, kijk.vandaag)).uiterlijk


def laatst_zelf(kijk: Kijk, wie: str) -> datetime | None:
    """The moment before today at which somebody last recorded a fact; None when never."""
    begin = datetime.combine(kijk.vandaag, time.min, HIER)
    return max(
        (
            feit.record.vastgelegd
            for feit in kijk.register.feiten
            if feit.record.door == wie and feit.record.vastgelegd < begin
        ),
        default=None,
    )


def nieuw_sinds(register: Register, moment: datetime) -> tuple[Bestand[Feit], ...]:
    """The facts that were recorded after a moment, oldest first."""
    later = [feit for feit in register.feiten if feit.record.vastgelegd > moment]
    return tuple(sorted(later, key=lambda b: (b.record.vastgelegd, b.pad)))
