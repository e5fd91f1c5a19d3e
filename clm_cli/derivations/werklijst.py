"""Floor 4, werklijst: everything that is due, gathered and filtered; its order: `werkvolgorde`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clm_cli.derivations import (
    aanlevering,
    acties,
    contracten,
    contractplichten,
    contractwensen,
    gesprekken,
    klassen,
    lijsten,
    ontbrekend,
    opvolging,
    ritme,
    signalen,
    verplichtingen,
    verslagen,
)
from clm_cli.derivations.brieven import punten as briefpunten
from clm_cli.derivations.dekking import Onbewaakt, Ongevolgd, bijdrage_van, onbewaakt, ongevolgd
from clm_cli.derivations.dossierwerk import Dossierwerk, momenten, wanneer
from clm_cli.derivations.escalatie import eindpunten, openpunten, termijnsoorten
from clm_cli.derivations.filter import GEWOON, Filter, past_punt
from clm_cli.derivations.opzij import opzij_in, valt_onder
from clm_cli.derivations.rapport.verspreiding import Rapportpunt, te_verspreiden
from clm_cli.derivations.termijnen import Genoemdedag, kalender_op, termijnbeleid
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkstanden import geparkeerd as is_geparkeerd
from clm_cli.derivations.werkstanden import standen
from clm_cli.derivations.werkvolgorde import NIETS_GEZIEN, Regel, genummerd
from clm_cli.kijk import Dossierblik, Kijk, eens, per_dossier
from clm_cli.meldingen import Plek, Reden
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Kalender, Rol, Sluitingsdag
from clm_cli.tijd.termijn import Berekening, Duur, Eenheid, bereken
from clm_cli.value import value
from clm_cli.woorden import zijn

BRONNEN: tuple[Callable[[Dossierblik], Iterator[Werkpunt]], ...] = (
    gesprekken.werkpunten,
    verslagen.werkpunten,
    acties.werkpunten,
    verplichtingen.werkpunten,
    klassen.werkpunten,
    contractplichten.werkpunten,
    lijsten.werkpunten,
    signalen.werkpunten,
    aanlevering.werkpunten,
    ritme.werkpunten,
    ontbrekend.werkpunten,
    contractwensen.werkpunten,
    contracten.werkpunten,
    briefpunten.werkpunten,
    termijnsoorten.werkpunten,
    openpunten.werkpunten,
    eindpunten.werkpunten,
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


@value
class Werklijst:
    """The whole list, with what it does not show."""

    regels: tuple[Regel, ...]
    later: int
    geparkeerd: tuple[Werkpunt, ...]
    van_anderen: int
    """Dossiers of colleagues that are not shown; of those that were asked for by name."""
    dossiers: int
    regels_van_anderen: int = 0
    """Lines of colleagues in the dossiers that were asked for by name, which are not shown."""
    eerder: int = 0
    """Lines left out because they were due before the register was used."""
    alle: int = 0
    """How many dossiers there are to choose from."""
    zonder_contract: tuple[str, ...] = ()
    """Of those that show: where no contract stands, so that next to nothing can be due."""
    rapporten: tuple[Rapportpunt, ...] = ()
    """The reports on the region that are due; they belong to no dossier."""
    onbewaakt: tuple[Onbewaakt, ...] = ()
    """The clauses that nobody watches, by overeenkomst; they belong to no dossier either."""
    ongevolgd: tuple[Ongevolgd, ...] = ()
    """The subjects of the talks that nothing follows, by overeenkomst."""

    @property
    def overeenkomsten(self) -> tuple[Onbewaakt | Ongevolgd, ...]:
        """The work that belongs to an overeenkomst and to no dossier."""
        return (*self.onbewaakt, *self.ongevolgd)

    def onder(self, kop: str) -> tuple[Regel, ...]:
        """The lines that stand under one heading."""
        return tuple(regel for regel in self.regels if regel.kop == kop)

    def groep(self, naam: str) -> tuple[Regel, ...]:
        """The lines of one group."""
        return tuple(regel for regel in self.regels if regel.groep == naam)


@eens
def dossierwerk(blik: Dossierblik) -> Dossierwerk:
    """What the list needs of one dossier."""
    punten, eerder = _gesplitst(blik)
    return Dossierwerk(
        blik.dossier.id,
        punten,
        eerder,
        opvolging.behandelaar(blik.dossier, blik.vandaag),
        tuple(wanneer(blik.dossier.feiten)),
        tuple(sorted(momenten(blik.dossier.feiten, blik.dossier.verbeterd, blik.vandaag))),
        tuple(sorted({contract.regime.id for contract in blik.dossier.contracten})),
        not (blik.dossier.contracten or blik.dossier.kapot),
    )


werk_van = per_dossier(
    dossierwerk,
    *(Dossierwerk, Werkpunt, Plek, Reden, Genoemdedag),
    *(Berekening, Duur, Eenheid, Rol, Kalender, Sluitingsdag),
)


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
    return tuple(_of_onzeker(blik, punt) for punt in nu), tuple(eerder)


def _of_onzeker(blik: Dossierblik, punt: Werkpunt) -> Werkpunt:
    """The same; what was not read may say that it was done: nobody can call it late then."""
    if not blik.ongelezen or (punt.uiterlijk or date.min) >= blik.vandaag:
        return punt
    namen, woord = ", ".join(blik.ongelezen), zijn(len(blik.ongelezen))
    tekst = f"of dit nog moet, is onbekend: {namen} {woord} niet gelezen"
    return replace(punt, onzeker=True, kanttekeningen=(*punt.kanttekeningen, tekst))


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
    lijst = _lijst(kijk, alle_werk(kijk), keuze)
    tot = kijk.vandaag + timedelta(days=keuze.dagen)
    if keuze.dossiers:
        return lijst
    lijst = replace(lijst, rapporten=tuple(te_verspreiden(kijk, tot)))
    if keuze.wie and not lijst.dossiers:  # what is watched in a contract is for who manages one
        return lijst
    return replace(lijst, onbewaakt=tuple(onbewaakt(kijk)), ongevolgd=tuple(ongevolgd(kijk)))


def eigen_werklijst(blik: Dossierblik, dagen: int = GEWOON) -> Werklijst:
    """The list of one dossier for everybody, numbered by itself: the others are not read."""
    kijk = replace(blik.kijk, nummers=None)
    return _lijst(kijk, (dossierwerk(blik),), Filter(dagen=dagen))


def alle_werk(kijk: Kijk) -> tuple[Dossierwerk, ...]:
    """The work of every dossier, in their order."""
    kijk.vooraf(werk_van, bijdrage_van)
    return tuple(werk for id_ in kijk.register.dossiers.namen if (werk := werk_van(kijk, id_)))


def _lijst(kijk: Kijk, delen: Sequence[Dossierwerk], keuze: Filter) -> Werklijst:
    vandaag, register = kijk.vandaag, kijk.register
    mijn = vervangen_door(register, keuze.wie, vandaag) if keuze.wie else None
    alle = [punt for deel in delen for punt in deel.punten if mijn is None or punt.wie in mijn]
    regels = _genummerd(kijk, delen, [p for p in alle if not is_geparkeerd(p, vandaag)], keuze)
    past = [punt for punt in alle if past_punt(register, punt, keuze)]
    zichtbaar = tuple(r for r in regels if past_punt(register, r.punt, keuze))
    geparkeerd = tuple(punt for punt in past if is_geparkeerd(punt, vandaag))
    gevraagd = [d for d in delen if not keuze.dossiers or d.dossier in keuze.dossiers]
    eigen = [deel for deel in gevraagd if mijn is None or deel.behandelaar in mijn]
    return Werklijst(
        zichtbaar,
        later=len(past) - len(geparkeerd) - len(zichtbaar),
        geparkeerd=geparkeerd,
        van_anderen=len(gevraagd) - len(eigen),
        regels_van_anderen=sum(
            punt.wie not in mijn and past_punt(register, punt, keuze)
            for deel in gevraagd
            for punt in deel.punten
        )
        if mijn is not None and keuze.dossiers
        else 0,
        dossiers=len(keuze.dossiers) or len(eigen),
        eerder=sum(
            (mijn is None or punt.wie in mijn) and past_punt(register, punt, keuze)
            for deel in delen
            for punt in deel.eerder
        ),
        alle=len(delen),
        zonder_contract=tuple(deel.dossier for deel in eigen if deel.zonder_contract),
    )


def _genummerd(
    kijk: Kijk, delen: Sequence[Dossierwerk], nu: Sequence[Werkpunt], keuze: Filter
) -> tuple[Regel, ...]:
    """What is for somebody as lines; who saw a number today finds the same line under it."""
    mijn = vervangen_door(kijk.register, keuze.wie, kijk.vandaag) if keuze.wie else None
    van_toen = standen(kijk, delen, nu, alle_werkpunten)
    nummers, naam = kijk.nummers, f"{keuze.wie or ''} {keuze.dagen}"
    regels, gegeven = genummerd(
        nu,
        ([punt for punt in stand if mijn is None or punt.wie in mijn] for stand in van_toen),
        kijk.vandaag,
        kijk.vandaag + timedelta(days=keuze.dagen),
        _recht_tot(kijk),
        kalender_op(kijk.register, kijk.vandaag),
        nummers.gezien(naam) if nummers else NIETS_GEZIEN,
    )
    if nummers:
        nummers.onthoud(naam, gegeven)
    return regels


def _recht_tot(kijk: Kijk) -> date:
    """Until which day a lapsing right shows."""
    beleid = termijnbeleid(kijk.register, kijk.vandaag)
    vooruit = beleid.recht_vooruit or RECHT_VOORUIT
    return bereken(kijk.vandaag, vooruit, kalender_op(kijk.register, kijk.vandaag)).uiterlijk
