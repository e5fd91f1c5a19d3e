"""Floor 4, planning: the talks of a year for the whole region, from category and rhythm (J16, J17).

Every provider gets as many talks as its contract with the most, and the contracts that need fewer
join some of them. Each talk falls in its own part of the year, on the quietest day there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from clm_cli import resources
from clm_cli.derivations.classificatie import categorie, huidige
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import (
    kalender_op,
    regelt,
    termijnbeleid,
    uitgangsbeleid,
)
from clm_cli.dossier import Contract, Gesprek
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.tijd.kalender import Kalender
from clm_cli.tijd.termijn import Rol, bereken

_AFSTAND = 28
"""So many days lie between two talks with one provider, where the rhythm leaves room for it."""


@dataclass(frozen=True, slots=True)
class Gepland:
    """A talk in the year: one that stands there already, or one that is proposed."""

    dossier: str
    contracten: tuple[str, ...]
    dag: date
    manager: str | None
    nieuw: bool


@dataclass(frozen=True, slots=True)
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

    def drukte(self) -> dict[tuple[str, date], int]:
        """How many talks each manager has in a week, by its Monday."""
        return Counter((g.manager or "?", maandag(g.dag)) for g in self.gesprekken)


@dataclass(frozen=True)
class Jaar:
    """What holds for every provider: the days on which a talk can be, and who is away."""

    kijk: Kijk
    jaar: int

    @cached_property
    def kalender(self) -> Kalender:
        """The working days."""
        return kalender_op(self.kijk.register, max(self.kijk.vandaag, date(self.jaar, 1, 1)))

    @cached_property
    def vanaf(self) -> date:
        """The first day for which there is time to send the papers."""
        begin, vandaag = date(self.jaar, 1, 1), self.kijk.vandaag
        beleid = termijnbeleid(self.kijk.register, vandaag)
        vooraf = beleid.stukken_vooraf if beleid else None
        eerste = (
            bereken(vandaag, vooraf, self.kalender, rol=Rol.VOLGENDE).uiterlijk
            if vooraf
            else vandaag
        )
        return max(begin, eerste + timedelta(days=1))

    @cached_property
    def vakanties(self) -> tuple[list[tuple[date, date, str]], tuple[str, ...]]:
        """The school holidays of the region in the year, and which are not known."""
        organisatie = self.kijk.register.organisatie
        eigen = [(v.van, v.tot, v.naam) for v in organisatie.schoolvakanties]
        regio, bekend = organisatie.vakantieregio, resources.schoolvakanties()
        if regio is None:
            zin = (
                "de vakantieregio is niet vastgelegd: met schoolvakanties is geen rekening gehouden"
            )
            return eigen, () if eigen else (f"{zin}, zet 'vakantieregio' in organisatie.yaml",)
        mist: list[str] = []
        for begin in (self.jaar - 1, self.jaar):
            naam = f"{begin}-{begin + 1}"
            rijen = bekend.get(naam, {}).get(regio)
            eigen += [(van, tot, wat) for wat, (van, tot) in (rijen or {}).items()]
            zelf = any(
                v.van <= date(begin + 1, 7, 31) and v.tot >= date(begin, 8, 1)
                for v in organisatie.schoolvakanties
            )
            if rijen is None and not zelf:
                mist.append(
                    f"van schooljaar {naam} kent clm geen schoolvakanties in regio {regio}; zet ze "
                    "in organisatie.yaml, bij 'schoolvakanties'"
                )
        return eigen, tuple(mist)

    @cached_property
    def dagen(self) -> list[date]:
        """The days of the year on which a talk can be held at all."""
        beleid = uitgangsbeleid(self.kijk.register, self.kijk.vandaag)
        maanden = beleid.gespreksmaanden if beleid else ()
        alle = (self.vanaf + timedelta(days=n) for n in range(366))
        return [
            dag
            for dag in alle
            if dag.year == self.jaar
            and (not maanden or dag.month in maanden)
            and self.kalender.is_werkdag(dag)
            and not any(van <= dag <= tot for van, tot, _ in self.vakanties[0])
        ]

    @cached_property
    def per_week(self) -> int | None:
        """How many talks one manager can have in a week."""
        beleid = uitgangsbeleid(self.kijk.register, self.kijk.vandaag)
        return beleid.gesprekken_per_week if beleid else None

    @cached_property
    def weg(self) -> dict[str, list[tuple[date, date]]]:
        """When somebody is away: a colleague replaces them."""
        uit: dict[str, list[tuple[date, date]]] = {}
        for persoon in self.kijk.register.organisatie.personen:
            for rij in persoon.vervangt:
                uit.setdefault(rij.wie, []).append((rij.van, rij.tot))
        return uit


def maandag(dag: date) -> date:
    """The Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


def planning(kijk: Kijk, jaar: int, manager: str | None = None) -> Planning:
    """The talks of a year: what stands stays, and what the rhythm still asks is proposed."""
    kader, uit = Jaar(kijk, jaar), Planning(jaar)
    uit.onbekend = kader.vakanties[1]
    blikken = [b for b in kijk.blikken if manager in (None, behandelaar(b.dossier, kijk.vandaag))]
    druk: Counter[tuple[str, date]] = Counter()
    per_dag: Counter[tuple[str, date]] = Counter()
    for blik in blikken:
        for rij in _staand(blik, jaar):
            _boek(uit, druk, per_dag, rij)
    for blik in blikken:
        _plan_in(kader, blik, uit, druk, per_dag)
    uit.gesprekken.sort(key=lambda g: (g.dag, g.dossier))
    return uit


def _boek(
    uit: Planning,
    druk: Counter[tuple[str, date]],
    per_dag: Counter[tuple[str, date]],
    rij: Gepland,
) -> None:
    uit.gesprekken.append(rij)
    druk[rij.manager or "?", maandag(rij.dag)] += 1
    per_dag[rij.manager or "?", rij.dag] += 1


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
        rij = categorie(blik.register, feit) if feit else None
        maanden = tot.month - van.month + 1
        yield contract, _deel(rij.gesprekken_per_jaar, maanden) if rij else None


def _deel(per_jaar: int, maanden: int) -> int:
    """So many of the talks of a year in a part of it; half a talk is one."""
    return (2 * per_jaar * maanden + 12) // 24


def _plan_in(
    kader: Jaar,
    blik: Dossierblik,
    uit: Planning,
    druk: Counter[tuple[str, date]],
    per_dag: Counter[tuple[str, date]],
) -> None:
    """The talks that one provider still needs, each in its own part of what is left of the year."""
    tekort: dict[str, int] = {}
    for contract, aantal in nodig(kader, blik):
        if aantal is None:
            wat = f"contract {contract.id} heeft geen gespreksritme"
            uit.conflicten.append(Conflict(blik.dossier.id, wat, "het is niet geclassificeerd"))
            continue
        tekort[contract.id] = aantal - sum(
            contract.id in g.kaart.record.contracten for g in _regulier(blik, kader.jaar)
        )
    aantal = max(tekort.values(), default=0)
    if aantal < 1:
        return
    wie = behandelaar(blik.dossier, kader.vanaf)
    dagen = _mogelijk(kader, blik, wie)
    vast = [dag_van(g).datum for g in blik.dossier.gesprekken if not g.van(GesprekVervallen)]
    afstand = min(_AFSTAND, 365 // (2 * max(aantal, 1)))
    for nummer in range(aantal):
        deel = dagen[len(dagen) * nummer // aantal : len(dagen) * (nummer + 1) // aantal]
        vrij = [d for d in deel if all(abs((d - ander).days) >= afstand for ander in vast)]
        past = [
            d
            for d in vrij
            if kader.per_week is None or druk[wie or "?", maandag(d)] < kader.per_week
        ]
        if not past:
            waarom = _waarom(kader, dagen, vrij, wie)
            wat = f"gesprek {nummer + 1} van {aantal} past niet in {kader.jaar}"
            uit.conflicten.append(Conflict(blik.dossier.id, wat, waarom))
            continue
        midden = deel[len(deel) // 2]
        dag = min(
            past,
            key=lambda d: (
                druk[wie or "?", maandag(d)],
                per_dag[wie or "?", d],
                abs((d - midden).days),
                d,
            ),
        )
        vast.append(dag)
        erbij = tuple(c for c, n in tekort.items() if _doet_mee(nummer, n, aantal))
        _boek(uit, druk, per_dag, Gepland(blik.dossier.id, erbij, dag, wie, nieuw=True))


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
        return f"{naam} heeft in die weken al {kader.per_week} gesprekken"
    return "de andere gesprekken met deze aanbieder liggen er te dicht bij"
