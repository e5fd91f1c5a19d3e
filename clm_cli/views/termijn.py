"""Floor 6, termijn: one term as a month calendar that explains itself, and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from clm_cli.tijd.datum import MAANDEN, WEEKDAGEN, datum_kort, datum_lang
from clm_cli.tijd.termijn import Berekening, Dag, Eenheid, Rol
from clm_cli.views.opmaak import Gegevens, Papier

_BREEDTE = 80
_KANT = 16
"""The columns before Monday: the month, the week."""
_LANG = 45
"""A term of more days than this shows only its first and last month."""
_MEESTE = 12
"""More days that were passed over than this are counted by name instead of listed."""


def toon(berekening: Berekening, _: Papier | None = None) -> str:
    """The term in words, its calendar as a grid, and what a reader has to know; 80 columns."""
    kalender = berekening.kalender
    richting = "vóór" if berekening.terug else "na"
    eigen = len(kalender.sluitingsdagen)
    met = f"; met {eigen} eigen sluitingsdag{'en' if eigen > 1 else ''}" if eigen else ""
    tot = "" if berekening.terug else ", tot en met 24.00 uur"
    regels = [
        f"{berekening.duur} {richting} {datum_lang(berekening.start)}",
        f"Uiterlijk: {datum_lang(berekening.uiterlijk)}{tot}",
        *(
            ["Voorlopig: de startdag is aangenomen en nog niet vastgelegd."]
            if berekening.voorlopig
            else []
        ),
        *_gewikkeld(f"Kalender: {kalender.naam} ({kalender.omschrijving}){met}.", 10),
        "",
        *kalenderblad(berekening),
    ]
    noten = [noot for noot in berekening.kanttekeningen if noot != berekening.verschil]
    if noten:
        regels += [
            "",
            "Let op:",
            *(regel for noot in noten for regel in _gewikkeld(f"  - {noot}", 4)),
        ]
    return "\n".join([*regels, *_uitkomsten(berekening)])


def _gewikkeld(tekst: str, inspringen: int) -> list[str]:
    return textwrap.wrap(tekst, _BREEDTE, subsequent_indent=" " * inspringen)


def _uitkomsten(berekening: Berekening) -> list[str]:
    """The last day on each calendar, when they do not agree."""
    if not berekening.alternatieven:
        return []
    rijen = [(berekening.uiterlijk, berekening.kalender.naam, "▶")]
    rijen += [(ander.uiterlijk, ander.kalender, " ") for ander in berekening.alternatieven]
    jaar = len({dag.year for dag, _, _ in rijen}) > 1
    uit = ["", "De kalenders geven niet dezelfde dag:"]
    for dag, naam, merk in sorted(rijen):
        tekst = f"{datum_kort(dag)} {dag.year}" if jaar else datum_kort(dag)
        uit.append(f" {merk} {tekst:<21}{naam}{', zoals hier berekend' if merk.strip() else ''}")
    return uit


# -- the grid
# ----------------------------------------------------------------------------------


def kalenderblad(berekening: Berekening) -> list[str]:
    """The months of the term as a grid with the counted days, and the legend of its marks."""
    dagen = {dag.datum: dag for dag in berekening.dagen}
    eerste, laatste = (
        keuze(berekening.start, berekening.uiterlijk, *dagen) for keuze in (min, max)
    )
    maanden = [
        list(groep)
        for _, groep in groupby(_weken(eerste, laatste), key=lambda week: week[0].replace(day=1))
    ]
    breed = max(6, len(str(len(dagen))) + 3)
    kort = (laatste - eerste).days <= _LANG or len(maanden) < 3
    if kort:
        return [
            regel for weken in maanden for regel in _maand(weken, berekening, dagen, breed)
        ] + _legenda(berekening)
    begin, *midden, slot = maanden
    weggelaten = _weggelaten(midden[0][0][0], midden[-1][-1][-1], berekening, dagen)
    grid = [
        *_maand(begin, berekening, dagen, breed),
        weggelaten,
        *_maand(slot, berekening, dagen, breed),
    ]
    return grid + _legenda(berekening)


def _weggelaten(eerste: date, laatste: date, berekening: Berekening, dagen: dict[date, Dag]) -> str:
    """The months that are not shown, and how far the count went in them."""
    van, tot = (f"{MAANDEN[dag.month - 1]} {dag.year}" for dag in (eerste, laatste))
    welke = van if van == tot else f"{van} tot en met {tot}"
    nummers = [
        dag.nummer for datum, dag in dagen.items() if dag.nummer and eerste <= datum <= laatste
    ]
    geteld = f": ({min(nummers)})…({max(nummers)})" if nummers and _is_genummerd(berekening) else ""
    return f"   … {welke}{geteld} …"


def _is_genummerd(berekening: Berekening) -> bool:
    """Whether the days are counted; months and years are not counted in days."""
    return berekening.duur.eenheid not in (Eenheid.MAANDEN, Eenheid.JAAR)


def _weken(eerste: date, laatste: date) -> Iterator[list[date]]:
    """The weeks from one day to another, each cut where a month ends."""
    dag = max(eerste - timedelta(days=eerste.weekday()), eerste.replace(day=1))
    while dag <= laatste:
        week = [dag + timedelta(days=n) for n in range(7 - dag.weekday())]
        week = [d for d in week if d.month == dag.month]
        yield week
        dag = week[-1] + timedelta(days=1)


def _maand(
    weken: list[list[date]], berekening: Berekening, dagen: dict[date, Dag], breed: int
) -> list[str]:
    dag = weken[0][0]
    kop = f"   {MAANDEN[dag.month - 1]} {dag.year}"
    regels = [
        f"{kop:<{_KANT}}" + "".join(f"{naam[:2]:>{breed - 1}} " for naam in WEEKDAGEN).rstrip()
    ]
    for week in weken:
        inspringen = " " * (breed * week[0].weekday())
        cellen = "".join(f"{_cel(d, berekening, dagen):>{breed}}" for d in week)
        regels.append(
            f"{f'   week {week[0].isocalendar().week}':<{_KANT}}{inspringen}{cellen}".rstrip()
        )
        tellers = "".join(f"{_teller(dagen.get(d)):>{breed}}" for d in week)
        if tellers.strip() and _is_genummerd(berekening):
            regels.append(" " * _KANT + inspringen + tellers.rstrip())
    return regels


def _cel(dag: date, berekening: Berekening, dagen: dict[date, Dag]) -> str:
    """A day with its marks; the digits stand in the last column but one."""
    nummer = str(dag.day)
    if dag == berekening.uiterlijk:
        nummer = f">{nummer}"
    elif dag == berekening.nominaal:
        nummer = f"={nummer}"
    if dag == berekening.start:
        return f"[{nummer}]"
    return f"{nummer}*" if dag in dagen and _is_gemerkt(dagen[dag], berekening) else f"{nummer} "


def _is_gemerkt(dag: Dag, berekening: Berekening) -> bool:
    """A Monday to Friday that is no working day, where that makes a difference to the term."""
    return (
        dag.reden is not None
        and dag.datum.weekday() < 5
        and not berekening.kalender.is_werkdag(dag.datum)
    )


def _teller(dag: Dag | None) -> str:
    return f"({dag.nummer})" if dag and dag.nummer else ""


# -- the legend
# ----------------------------------------------------------------------------------


def _legenda(berekening: Berekening) -> list[str]:
    per_werkdag = berekening.duur.eenheid is Eenheid.WERKDAGEN
    hoogste = max((dag.nummer for dag in berekening.dagen if dag.nummer), default=0)
    geteld = (
        f"{'(1)' if hoogste == 1 else f'(1)…({hoogste})'} geteld"
        if _is_genummerd(berekening)
        else "elke dag telt mee"
    )
    regels = [
        (
            f"   [{berekening.start.day}] start, telt zelf niet mee   {geteld}   "
            f">{berekening.uiterlijk.day} laatste dag"
        )
    ]
    if berekening.nominaal != berekening.uiterlijk:
        reden = berekening.kalender.reden(berekening.nominaal)
        regels += _gewikkeld(
            f"   ={berekening.nominaal.day} einde van de termijn, maar geen werkdag: {reden}", 7
        )
    weekend = (
        "za en zo: geen werkdag"
        if per_werkdag
        else "za, zo en feestdagen tellen mee; alleen de laatste dag kan schuiven"
    )
    if not per_werkdag and berekening.rol is Rol.NIET:
        weekend = "za, zo en feestdagen tellen mee"
    return [*regels, *_overgeslagen(berekening), f"   {weekend}"]


def _overgeslagen(berekening: Berekening) -> list[str]:
    """The weekdays that do not count, each with its reason, and the decrees behind them.

    A long term gives their names, with how often each.
    """
    rijen = sorted(
        (dag.datum, dag.reden or "")
        for dag in berekening.dagen
        if not dag.telt and _is_gemerkt(dag, berekening)
    )
    if len(rijen) > _MEESTE:
        namen = [reden.split(" (")[0] for _, reden in rijen]
        per_naam = ", ".join(f"{naam} ({namen.count(naam)})" for naam in dict.fromkeys(namen))
        regels = _gewikkeld(f"   * {len(rijen)} doordeweekse dagen tellen niet mee: {per_naam}", 5)
    else:
        jaar = len({dag.year for dag, _ in rijen}) > 1
        dagen = [
            (f"{datum_kort(dag)} {dag.year}*" if jaar else f"{datum_kort(dag)}*", reden)
            for dag, reden in rijen
        ]
        breed = max((len(dag) for dag, _ in dagen), default=0)
        regels = [
            r for dag, reden in dagen for r in _gewikkeld(f"   {dag:<{breed}}  {reden}", breed + 5)
        ]
    besluiten = dict.fromkeys(
        besluit for dag, _ in rijen if (besluit := berekening.kalender.besluit(dag))
    )
    return regels + [
        r for besluit in besluiten for r in _gewikkeld(f"   {besluit.kort}: {besluit.naam}", 5)
    ]


def als_json(berekening: Berekening) -> Gegevens:
    """The term as data, in the shape other tools rely on (clm.termijn/1)."""
    return {
        "start": berekening.start.isoformat(),
        "termijn": str(berekening.duur),
        "kalender": berekening.kalender.naam,
        "uiterlijk": berekening.uiterlijk.isoformat(),
        "nominaal": berekening.nominaal.isoformat(),
        "voorlopig": berekening.voorlopig,
        "dagen": [
            {
                "datum": dag.datum.isoformat(),
                "telt": dag.telt,
                "nummer": dag.nummer,
                "reden": dag.reden,
            }
            for dag in berekening.dagen
        ],
        "alternatieven": [
            {"kalender": ander.kalender, "uiterlijk": ander.uiterlijk.isoformat()}
            for ander in berekening.alternatieven
        ],
        "kanttekeningen": list(berekening.kanttekeningen),
    }
