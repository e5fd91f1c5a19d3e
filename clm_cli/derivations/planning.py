"""Floor 4, planning: the talks of a year for the whole region, from category and rhythm (J16, J17).

Every provider gets as many talks as its contract with the most, and the contracts that need fewer
join some of them. Each talk falls in its own part of the year, on the quietest day there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from clm_cli.advies import opdracht
from clm_cli.derivations.classificatie import categorie, huidige
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.planningsjaar import Jaar
from clm_cli.derivations.termijnen import regelt
from clm_cli.derivations.zinnen import telwoord
from clm_cli.dossier import Contract, Gesprek
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.value import value

_AFSTAND = 28
"""So many days lie between two talks with one provider, where the rhythm leaves room for it."""


@value
class Gepland:
    """A talk in the year: one that stands there already, or one that is proposed."""

    dossier: str
    contracten: tuple[str, ...]
    dag: date
    manager: str | None
    nieuw: bool


@value
class Conflict:
    """What does not fit, and why."""

    dossier: str
    wat: str
    waarom: str


@dataclass
class Planning:
    """The talks of a year, what does not fit, and what was not known."""

    jaar: int
    gesprekken: list[Gepland] = field(default_factory=list)
    conflicten: list[Conflict] = field(default_factory=list)
    onbekend: tuple[str, ...] = ()
    vakanties: str = ""
    """Where the school holidays are from."""

    def drukte(self) -> dict[tuple[str, date], int]:
        """How many talks each manager has in a week, by its Monday."""
        return Counter((g.manager or "?", maandag(g.dag)) for g in self.gesprekken)


def maandag(dag: date) -> date:
    """The Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


@dataclass
class _Rooster:
    """The planning while it is made, with how busy each week and day of a manager is."""

    kader: Jaar
    plan: Planning
    week: Counter[tuple[str, date]] = field(default_factory=Counter)
    dag: Counter[tuple[str, date]] = field(default_factory=Counter)

    def boek(self, rij: Gepland) -> None:
        """A talk in the planning."""
        wie = rij.manager or "?"
        self.plan.gesprekken.append(rij)
        self.week[wie, maandag(rij.dag)] += 1
        self.dag[wie, rij.dag] += 1

    def past(self, wie: str | None, dag: date) -> bool:
        """Whether the week of a day has room for one more."""
        grens = self.kader.per_week
        return grens is None or self.week[wie or "?", maandag(dag)] < grens

    def drukte(self, wie: str | None, dag: date, midden: date) -> tuple[int, int, int, date]:
        """How busy a day is; of days alike the one nearest to the middle comes first."""
        naam = wie or "?"
        week, eigen = self.week[naam, maandag(dag)], self.dag[naam, dag]
        return week, eigen, abs((dag - midden).days), dag


def planning(kijk: Kijk, jaar: int, manager: str | None = None) -> Planning:
    """The talks of a year: what stands stays, and what the rhythm still asks is proposed."""
    kader = Jaar(kijk, jaar)
    rooster = _Rooster(kader, Planning(jaar, onbekend=kader.vakanties[1], vakanties=kader.bron))
    blikken = [b for b in kijk.blikken if manager in (None, behandelaar(b.dossier, kijk.vandaag))]
    for blik in blikken:
        for rij in _staand(blik, jaar):
            rooster.boek(rij)
    for blik in blikken:
        _plan_in(rooster, blik)
    rooster.plan.gesprekken.sort(key=lambda g: (g.dag, g.dossier))
    return rooster.plan


def _staand(blik: Dossierblik, jaar: int) -> Iterator[Gepland]:
    wie = behandelaar(blik.dossier, blik.vandaag)
    for gesprek in blik.dossier.gesprekken:
        dag = dag_van(gesprek).datum
        if dag.year == jaar and not gesprek.van(GesprekVervallen):
            yield Gepland(blik.dossier.id, gesprek.kaart.record.contracten, dag, wie, nieuw=False)


def nodig(kader: Jaar, blik: Dossierblik) -> Iterator[tuple[Contract, int | None]]:
    """The contracts that have talks in a year, each with how many its category asks; None unknown.

    Of a contract that runs for a part of the year that part counts, to the nearest whole talk; one
    that ended before anything can be planned asks nothing any more.
    """
    begin, einde = date(kader.jaar, 1, 1), date(kader.jaar, 12, 31)
    for contract in blik.dossier.contracten:
        eerste = contract.looptijd.uitvoering_van if contract.looptijd else None
        laatste = duurstand(contract, max(begin, blik.vandaag)).tot
        van, tot = max(eerste or begin, begin), min(laatste or einde, einde)
        if van > tot or tot < kader.vanaf or regelt(contract, "classificatie") != "ja":
            continue
        feit = huidige(blik.dossier, contract.id, max(begin, blik.vandaag))
        rij = categorie(blik.register, feit)
        maanden = tot.month - van.month + 1
        yield contract, _deel(rij.gesprekken_per_jaar, maanden) if rij else None


def _deel(per_jaar: int, maanden: int) -> int:
    """So many of the talks of a year in a part of it; half a talk is one."""
    return (2 * per_jaar * maanden + 12) // 24


def _plan_in(rooster: _Rooster, blik: Dossierblik) -> None:
    """The talks that one provider still needs, each in its own part of what is left of the year."""
    kader, id_ = rooster.kader, blik.dossier.id
    tekort = _tekort(rooster, blik)
    aantal = max(tekort.values(), default=0)
    wie = behandelaar(blik.dossier, kader.vanaf)
    dagen = _mogelijk(kader, blik, wie) if aantal > 0 else []
    vast = [dag_van(g).datum for g in blik.dossier.gesprekken if not g.van(GesprekVervallen)]
    afstand = min(_AFSTAND, 365 // (2 * max(aantal, 1)))
    for nummer in range(aantal):
        deel = dagen[len(dagen) * nummer // aantal : len(dagen) * (nummer + 1) // aantal]
        vrij = [d for d in deel if all(abs((d - ander).days) >= afstand for ander in vast)]
        past = [d for d in vrij if rooster.past(wie, d)]
        if not past:
            wat = f"gesprek {nummer + 1} van {aantal} past niet in {kader.jaar}"
            conflict = Conflict(id_, wat, _waarom(kader, dagen, vrij, wie))
            rooster.plan.conflicten.append(conflict)
            continue
        midden = deel[len(deel) // 2]
        dag = min(rooster.drukte(wie, d, midden) for d in past)[-1]
        vast.append(dag)
        erbij = tuple(c for c, n in tekort.items() if _doet_mee(nummer, n, aantal))
        rooster.boek(Gepland(id_, erbij, dag, wie, nieuw=True))


def _tekort(rooster: _Rooster, blik: Dossierblik) -> dict[str, int]:
    """How many regular talks each contract still needs beside those that stand."""
    tekort: dict[str, int] = {}
    regulier = _regulier(blik, rooster.kader.jaar)
    for contract, aantal in nodig(rooster.kader, blik):
        if aantal is None:
            wat = f"contract {contract.id} heeft geen gespreksritme"
            nu = opdracht("classificeer", blik.dossier.id, contract=contract.id)
            conflict = Conflict(blik.dossier.id, wat, f"het is niet geclassificeerd: {nu}")
            rooster.plan.conflicten.append(conflict)
            continue
        staat = sum(contract.id in g.kaart.record.contracten for g in regulier)
        tekort[contract.id] = aantal - staat
    return tekort


def _regulier(blik: Dossierblik, jaar: int) -> list[Gesprek]:
    return [
        g
        for g in blik.dossier.gesprekken
        if g.kaart.record.soort == "regulier"
        and not g.van(GesprekVervallen)
        and dag_van(g).datum.year == jaar
    ]


def _doet_mee(nummer: int, eigen: int, aantal: int) -> bool:
    """Whether a contract that needs `eigen` of `aantal` talks joins this one: evenly spread."""
    return eigen > 0 and (nummer + 1) * eigen // aantal > nummer * eigen // aantal


def _mogelijk(kader: Jaar, blik: Dossierblik, wie: str | None) -> list[date]:
    """The days of the year that fall in a contract and on which the manager is there."""
    perioden = []
    for contract in blik.dossier.contracten:
        eerste = contract.looptijd.uitvoering_van if contract.looptijd else None
        perioden.append((eerste or date.min, duurstand(contract, kader.vanaf).tot or date.max))
    weg = kader.weg.get(wie or "", ())
    return [
        dag
        for dag in kader.dagen
        if any(van <= dag <= tot for van, tot in perioden)
        and not any(van <= dag <= tot for van, tot in weg)
    ]


def _waarom(kader: Jaar, dagen: Sequence[date], vrij: Sequence[date], wie: str | None) -> str:
    if not dagen:
        return "er is geen werkdag meer in een gespreksmaand, buiten de vakanties"
    if vrij:
        naam = kader.kijk.register.naam_van(wie) if wie else "niemand"
        al = telwoord(kader.per_week or 0, "gesprek", "gesprekken")
        return f"{naam} heeft in die weken al {al}"
    return "de andere gesprekken met deze aanbieder liggen er te dicht bij"
