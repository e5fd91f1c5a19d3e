"""Floor 6, bladzijde: the list as a page, with what it leaves out and why it may be incomplete."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.feitzinnen import vastgelegd, zin_van
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.werklijst import Werklijst
from clm_cli.derivations.werkvolgorde import KOPPEN, MISSCHIEN, TE_LAAT, VANDAAG
from clm_cli.derivations.zinnen import aantal
from clm_cli.kijk import Kijk
from clm_cli.records.basis import Feit
from clm_cli.tijd.datum import WEEKDAGEN, datum_kort, datum_lang
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Inhoud, Papier, Plaats, bijeen, dag, nergens
from clm_cli.views.tabel import Kolom, tabel
from clm_cli.views.werklijst import regio
from clm_cli.views.werklijst.cellen import BIJ, RAND
from clm_cli.views.werklijst.leeg import begin
from clm_cli.views.werklijst.regels import Regels, punt_json, regel_json
from clm_cli.views.werklijst.rijen import Rijen

_WEKEN = 1
"""So far back and ahead the days that are no working day are named."""
_ZATERDAG = 5


Vorm = Literal["gewoon", "uitgebreid", "kort"]
"""A line for each item; with the reasons and what helps; or only what cannot wait."""


@value
class Opties:
    """The options a list was asked with, as they are typed behind another command."""

    nummers: str = ""
    """Those that decide its numbers, which `clm waarom` needs."""
    alle: str = ""


GEEN_OPTIES = Opties()


@value
class Werklijstblad:
    """The list somebody asked for, with what a reader of it has to know."""

    kijk: Kijk
    lijst: Werklijst
    plaats: Plaats = nergens
    wie: str | None = None
    """The person it was made for; None for everybody."""
    nieuw: tuple[Bestand[Feit], ...] = ()
    """The facts that were recorded since a moment the reader named."""
    meldingen: int = 0
    """How many things went wrong in reading."""
    geparkeerd: bool = False
    """Whether what is parked is shown too."""
    opties: Opties = GEEN_OPTIES
    vorm: Vorm = "gewoon"
    sinds_u: tuple[datetime, int] | None = None
    """When the reader last recorded something, and how many facts others recorded since."""


def toon(blad: Werklijstblad, papier: Papier) -> str:
    """The whole list as text."""
    lijst = blad.lijst
    delen = _kop(papier, blad)
    if blad.vorm == "uitgebreid":
        regels = Regels(papier, blad.kijk, lijst.regels)
        for kop in KOPPEN:
            delen += regels.groep(kop, lijst.onder(kop))
    else:
        kort = blad.vorm == "kort"
        delen += Rijen(papier, blad.kijk, lijst, blad.opties.alle, kort).tekst()
    if not lijst.alle:
        delen += begin(papier, blad.kijk.register)
    elif not (lijst.regels or lijst.rapporten or lijst.overeenkomsten):
        delen += ["", "Er is nu niets te doen."]
    delen += regio.toon(papier, lijst, blad.kijk.vandaag, voluit=blad.vorm == "uitgebreid")
    if blad.geparkeerd and lijst.geparkeerd:
        titel = papier.verf(f"GEPARKEERD ({len(lijst.geparkeerd)})", "vet")
        delen += ["", titel, *_geparkeerd(papier, blad)]
    voet = [*_telling(papier, blad), *_let_op(papier, blad), *_legenda(papier, blad)]
    return "\n".join([*delen, *_nieuw(papier, blad), "", *voet])


def _kop(papier: Papier, blad: Werklijstblad) -> list[str]:
    register, vandaag = blad.kijk.register, blad.kijk.vandaag
    naam = register.naam_van(blad.wie) if blad.wie else "iedereen"
    alle = aantal(blad.lijst.alle, "dossier", "dossiers")
    rechts = f"{naam} · {blad.lijst.dossiers} van {alle}"
    uit = papier.kop(Cel(f"WERKLIJST  {datum_lang(vandaag)}", "vet"), rechts)
    if register.organisatie.fictief == "ja":
        uit += papier.alinea("Dit register is een verzonnen voorbeeld.")
    persoon = register.persoon(blad.wie) if blad.wie else None
    for rij in persoon.vervangt if persoon else ():
        if rij.van <= vandaag <= rij.tot:
            uit += papier.alinea(
                f"Ook het werk van {register.naam_van(rij.wie)}, vervangen tot en met "
                f"{datum_kort(rij.tot)}."
            )
    if blad.vorm != "uitgebreid":
        uit += papier.alinea(_samenvatting(blad))
    kalender = _kalender(blad.kijk, altijd=blad.vorm == "uitgebreid")
    return [*uit, *(papier.alinea(kalender) if kalender else [])]


def _samenvatting(blad: Werklijstblad) -> str:
    """What matters in one sentence: late, today, lapsing, and new for this reader."""
    lijst = blad.lijst
    vandaag = len(lijst.groep(VANDAAG))
    vervalt = sum(regel.eerst and regel.punt.vervalt for regel in lijst.regels)
    delen = [_te_laat(lijst)]
    delen += [f"{vandaag} vandaag"] if vandaag else []
    delen += [f"{_getal(vervalt, 'recht vervalt', 'rechten vervallen')} binnenkort"] * bool(vervalt)
    if blad.sinds_u and blad.sinds_u[1]:
        moment, aantal = blad.sinds_u
        delen.append(f"{aantal} nieuw sinds {datum_kort(moment.date())} (--nieuw)")
    return bijeen(delen)


def _te_laat(lijst: Werklijst) -> str:
    laat, misschien = lijst.groep(TE_LAAT), len(lijst.groep(MISSCHIEN))
    bij_ons = sum(regel.punt.bij == "wij" for regel in laat)
    delen = [f"{len(laat)} te laat, waarvan {bij_ons} bij ons"] if laat else []
    delen += [f"{misschien} misschien te laat"] if misschien else []
    return bijeen(delen) if delen else "niets te laat"


def _kalender(kijk: Kijk, *, altijd: bool) -> str:
    """The calendar in force and the weekdays around today that are no working day.

    When all are, it is said only if it is `altijd` asked.
    """
    kalender = kalender_op(kijk.register, kijk.vandaag)
    dagen = (kijk.vandaag + timedelta(days=n) for n in range(-7 * _WEKEN, 7 * _WEKEN + 1))
    vrij = [
        f"{datum_kort(d)} ({_kort(reden)})"
        for d in dagen
        if d.weekday() < _ZATERDAG and (reden := kalender.reden(d))
    ]
    if not vrij and not altijd:
        return ""
    rond = (
        f"Rond vandaag geen werkdag: {', '.join(vrij)}."
        if vrij
        else "Alle weekdagen rond vandaag zijn werkdag."
    )
    return f"Kalender {kalender.naam}. {rond}"


def _kort(reden: str) -> str:
    """A reason inside parentheses, without parentheses of its own."""
    return reden.replace(" (", ", ").removesuffix(")")


def _geparkeerd(papier: Papier, blad: Werklijstblad) -> list[str]:
    rijen: list[tuple[Inhoud, ...]] = []
    for punt in sorted(
        blad.lijst.geparkeerd, key=lambda p: (p.geparkeerd_tot or date.max, p.dossier, p.wat)
    ):
        tot = f"tot {dag(punt.geparkeerd_tot, blad.kijk.vandaag)}" if punt.geparkeerd_tot else "?"
        rijen.append((tot, punt.dossier, punt.wat, BIJ[punt.bij]))
    tafel = tabel(papier, (Kolom(), Kolom(minst=12), Kolom(minst=16), Kolom()), rijen, RAND)
    return [regel for rij in rijen for regel in tafel.rij(*rij)]


def _nieuw(papier: Papier, blad: Werklijstblad) -> list[str]:
    """The facts that were recorded since the moment the reader named: when, by whom, what."""
    register, rijen = blad.kijk.register, []
    for feit in blad.nieuw:
        moment, map_ = vastgelegd(feit), feit.pad.partition("/")[0]
        wanneer = (
            f"{WEEKDAGEN[moment.weekday()][:2]} {moment.day:>2}-{moment.month:02d} {moment:%H.%M}"
        )
        dossier = map_ if map_ in register.dossiers else "register"
        blik = blad.kijk.blik(dossier) if dossier in register.dossiers else None
        wat = f"{feit.soort}: {zin_van(feit, blik)}"
        rijen.append((wanneer, register.naam_van(feit.record.door), dossier, wat))
    kolommen = (
        Kolom(),
        Kolom(minst=9, hoogst=20),
        Kolom(minst=10, hoogst=16),
        Kolom(minst=16),
    )
    tafel = tabel(papier, kolommen, rijen, 2)
    kop = ["", papier.verf(f"NIEUW VASTGELEGD ({len(rijen)})", "vet")] if rijen else []
    return [*kop, *(regel for rij in rijen for regel in tafel.rij(*rij))]


def _telling(papier: Papier, blad: Werklijstblad) -> list[str]:
    """What is late, and what this list does not show."""
    lijst = blad.lijst
    delen = [_te_laat(lijst)] if blad.vorm == "uitgebreid" else []
    delen += [f"{len(lijst.geparkeerd)} geparkeerd (--geparkeerd)"] if lijst.geparkeerd else []
    delen += [f"{lijst.later} later (--dagen 90)"] if lijst.later else []
    sinds = blad.kijk.register.organisatie.sinds
    if lijst.eerder and sinds:
        delen.append(
            f"{lijst.eerder} van vóór {datum_kort(sinds)} niet getoond (sinds, in organisatie.yaml)"
        )
    if rest := lijst.regels_van_anderen:
        delen.append(f"{_getal(rest, 'regel', 'regels')} van collega's niet getoond (--alles)")
    elif lijst.van_anderen:
        delen.append(
            f"{_getal(lijst.van_anderen, 'dossier', 'dossiers')} van collega's niet getoond "
            "(--alles)"
        )
    delen.append(
        f"{_getal(blad.meldingen, 'melding', 'meldingen')} bij het lezen (clm controleer)"
        if blad.meldingen
        else "clm controleer toetst alles"
    )
    return papier.alinea(bijeen(delen))


def _let_op(papier: Papier, blad: Werklijstblad) -> list[str]:
    """Why this list may be incomplete, or hold more than the reader's own work."""
    uit, kapot = _zonder_contract(papier, blad.lijst), blad.kijk.register.kapot_gebleken
    if kapot:
        aantal = _getal(len(kapot), "bestand", "bestanden")
        uit += papier.alinea(
            f"{aantal} niet gelezen, dus deze lijst kan onvolledig zijn: {', '.join(kapot)}"
        )
    if blad.wie is None and not blad.opties.nummers:
        uit += papier.alinea(
            "Ieders werk staat hier: clm weet niet wie u bent. Geef --door, of zet het adres van "
            "git config user.email bij uw naam in organisatie.yaml."
        )
    return uit


def _zonder_contract(papier: Papier, lijst: Werklijst) -> list[str]:
    """Where nothing is due since no contract was recorded yet."""
    namen = lijst.zonder_contract
    if not namen:
        return []
    hier = f"In {namen[0]}" if len(namen) == 1 else f"In {len(namen)} dossiers"
    nu = (
        opdracht("contract", "nieuw", namen[0], "CONTRACT")
        if len(namen) == 1
        else opdracht("contract", "nieuw", uit="BESTAND")
    )
    return papier.alinea(f"{hier} staat nog geen contract, dus ook niet wat daaruit volgt: {nu}")


def _legenda(papier: Papier, blad: Werklijstblad) -> list[str]:
    """What the signs mean; an empty list has none, and no number to ask about."""
    if not blad.lijst.regels:
        return []
    laatste = blad.lijst.regels[-1]
    bundel = next((regel.nummer for regel in blad.lijst.regels if regel.sub), None)
    uitleg = [
        "! recht vervalt of gevolg treedt in",
        "~ voorlopig",
        "? onbekend",
        "wd werkdagen",
        f"clm waarom {laatste.nr}{blad.opties.nummers}: de reden",
    ]
    if blad.vorm != "uitgebreid":
        uitleg += [f"clm waarom {bundel}{blad.opties.nummers}: welke"] if bundel else []
        uitleg.append(f"clm werklijst{blad.opties.alle} --uitgebreid: alles met reden en opdracht")
    return papier.alinea(Cel(bijeen(uitleg), "zwak"))


def _getal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def als_json(blad: Werklijstblad) -> Gegevens:
    """The list as data, with what it does not show."""
    lijst, plaats = blad.lijst, blad.plaats
    return {
        "regels": [regel_json(regel, plaats) for regel in lijst.regels],
        "later": lijst.later,
        "eerder": lijst.eerder,
        "geparkeerd": [punt_json(punt, plaats) for punt in lijst.geparkeerd],
        "dossiers": lijst.dossiers,
        "dossiers_van_anderen": lijst.van_anderen,
        "regels_van_anderen": lijst.regels_van_anderen,
        "zonder_contract": list(lijst.zonder_contract),
        "nieuw": [feit.pad for feit in blad.nieuw],
        **regio.als_json(lijst),
    }
