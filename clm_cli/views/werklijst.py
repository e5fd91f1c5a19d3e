"""Floor 6, werklijst: what is due.

By when, who has the ball, what follows and which command helps.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.werklijst import GROEPEN, Regel, Werklijst
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.register import Register
from clm_cli.tijd.datum import WEEKDAGEN, datum_kort, datum_lang, datum_vol
from clm_cli.tijd.termijn import werkdagen_tussen
from clm_cli.views.feitzinnen import vastgelegd, zin_van
from clm_cli.views.opmaak import (
    SMAL,
    Cel,
    Inhoud,
    Kolom,
    Papier,
    Plaats,
    Tabel,
    bijeen,
    dag,
    reden_json,
    tabel,
    zin,
)

TE_LAAT, VANDAAG = GROEPEN[0], GROEPEN[1]
BIJ: dict[str, Inhoud] = {
    "wij": Cel("WIJ", "vet"),
    "aanbieder": "aanbieder",
    "beide": "beide",
    "collega": "collega",
}
"""Who has the ball, as a word."""
_ROOM = 96
"""From this width on the ground has its own column."""
_RAND = 6
"""The columns of number and mark."""
_WEKEN = 2
"""So far back and ahead the days that are no working day are named."""
_ZATERDAG = 5
_KORT = 40
"""An explanation up to this length is simply said again."""


def toon(
    lijst: Werklijst,
    register: Register,
    vandaag: date,
    breedte: int,
    *,
    wie: str | None,
    nieuw: tuple[Bestand[Any], ...] = (),
    meldingen: int = 0,
    geparkeerd: bool = False,
    opties: str = "",
    kleur: bool = False,
) -> str:
    """The whole list as text; `wie` is the person it was made for, None for everybody.

    `opties` are the options the list was asked with, which `clm waarom` needs to find the same
    number.
    """
    papier = Papier(breedte, kleur)
    delen = _kop(papier, lijst, register, vandaag, wie)
    tafel = _tafel(papier, lijst.regels, register, vandaag)
    gezegd: dict[str, int] = {}
    for groep in GROEPEN:
        regels = lijst.groep(groep)
        if regels:
            sinds = ", sinds" if groep == GROEPEN[-1] else ""
            delen += ["", papier.verf(f"{groep.upper()}{sinds} ({len(regels)})", "vet")]
            delen += _titels(tafel, groep) if regels[0] is lijst.regels[0] else []
            delen += [
                tekst
                for regel in regels
                for tekst in _regel(tafel, regel, register, vandaag, gezegd)
            ]
    if not lijst.regels:
        delen += ["", "Er is nu niets te doen."]
    if geparkeerd and lijst.geparkeerd:
        delen += [
            "",
            papier.verf(f"GEPARKEERD ({len(lijst.geparkeerd)})", "vet"),
            *_geparkeerd(papier, lijst, vandaag),
        ]
    voet = [
        *_telling(papier, lijst, meldingen),
        *_let_op(papier, register, wie, opties),
        *_legenda(papier, lijst, opties),
    ]
    return "\n".join([*delen, *_nieuw(papier, register, nieuw), "", *voet])


def _kop(
    papier: Papier, lijst: Werklijst, register: Register, vandaag: date, wie: str | None
) -> list[str]:
    naam = register.naam_van(wie) if wie else "iedereen"
    rechts = f"{naam} · {lijst.dossiers} van {len(register.dossiers)} dossiers"
    uit = papier.kop(Cel(f"WERKLIJST  {datum_lang(vandaag)}", "vet"), rechts)
    if register.organisatie.fictief == "ja":
        uit += papier.alinea("Dit register is een verzonnen voorbeeld.")
    persoon = register.persoon(wie) if wie else None
    for rij in persoon.vervangt if persoon else ():
        if rij.van <= vandaag <= rij.tot:
            uit += papier.alinea(
                f"Ook het werk van {register.naam_van(rij.wie)}, vervangen tot en met "
                f"{datum_kort(rij.tot)}."
            )
    return [*uit, *papier.alinea(_kalender(register, vandaag))]


def _kalender(register: Register, vandaag: date) -> str:
    """The calendar in force and the weekdays around today that are no working day."""
    kalender = kalender_op(register, vandaag)
    dagen = (vandaag + timedelta(days=n) for n in range(-7 * _WEKEN, 7 * _WEKEN + 1))
    vrij = [
        f"{datum_kort(d)} ({_kort(reden)})"
        for d in dagen
        if d.weekday() < _ZATERDAG and (reden := kalender.reden(d))
    ]
    rond = (
        f"Rond vandaag geen werkdag: {', '.join(vrij)}."
        if vrij
        else "Alle weekdagen rond vandaag zijn werkdag."
    )
    return f"Kalender {kalender.naam}. {rond}"


def _kort(reden: str) -> str:
    """A reason inside parentheses, without parentheses of its own."""
    return reden.replace(" (", ", ").removesuffix(")")


def _tafel(papier: Papier, regels: tuple[Regel, ...], register: Register, vandaag: date) -> Tabel:
    """The columns that fit on this paper, as wide as all lines of the list together need."""
    kolommen = [Kolom("uiterlijk"), Kolom("over")]
    if papier.breedte >= SMAL:
        kolommen += [Kolom("dossier", minst=12, hoogst=16), Kolom("wat", minst=16)]
    kolommen += [
        Kolom("bij"),
        *([Kolom("grond", minst=8, hoogst=14)] if papier.breedte >= _ROOM else []),
    ]
    rijen = [_cellen(papier, regel, register, vandaag) for regel in regels]
    return tabel(papier, kolommen, rijen, _RAND)


def _cellen(papier: Papier, regel: Regel, register: Register, vandaag: date) -> list[Inhoud]:
    punt = regel.punt
    over = Cel(_over(regel, register, vandaag), "rood" if regel.groep == TE_LAAT else "")
    cellen: list[Inhoud] = [_uiterlijk(punt, vandaag), over]
    if papier.breedte >= SMAL:
        cellen += [
            punt.dossier,
            _wat(punt) if papier.breedte >= _ROOM else f"{_wat(punt)} ({punt.grond})",
        ]
    return [*cellen, BIJ[punt.bij], *([punt.grond] if papier.breedte >= _ROOM else [])]


def _wat(punt: Werkpunt) -> str:
    return (
        f"{punt.wat} (van {punt.wacht_op})"
        if punt.wacht_op and punt.wacht_op not in punt.wat
        else punt.wat
    )


def _uiterlijk(punt: Werkpunt, vandaag: date) -> str:
    if punt.bij == "collega" and punt.sinds:
        return dag(punt.sinds, vandaag)
    return dag(punt.uiterlijk, vandaag) if punt.uiterlijk else "?"


def _over(regel: Regel, register: Register, vandaag: date) -> str:
    """How long it is overdue or still takes, in working days.

    In days where no working day lies between.
    """
    punt = regel.punt
    if punt.stil:
        return "STIL"
    if punt.bij == "collega" and punt.sinds:
        return f"al {werkdagen_tussen(punt.sinds, vandaag, kalender_op(register, vandaag))} wd"
    if regel.werkdagen is None or punt.uiterlijk is None:
        return "?"
    if punt.uiterlijk == vandaag:
        return "vandaag"
    return (
        f"{abs(regel.werkdagen)} wd"
        if regel.werkdagen
        else f"{abs((punt.uiterlijk - vandaag).days)} d"
    )


def _titels(tafel: Tabel, groep: str) -> list[str]:
    namen = [
        "te laat" if kolom.titel == "over" and groep == TE_LAAT else kolom.titel
        for kolom in tafel.kolommen
    ]
    eerste, *rest = tafel.rij(*(Cel(naam, "zwak") for naam in namen))
    return [" nr" + eerste[3:], *rest]


def _regel(
    tafel: Tabel, regel: Regel, register: Register, vandaag: date, gezegd: dict[str, int]
) -> list[str]:
    """A line with what stands under it.

    `gezegd` holds what stood there before, which is not said again.
    """
    punt, papier = regel.punt, tafel.papier
    merk = ("!" if punt.vervalt else "") + ("~" if punt.voorlopig else "")
    eerste, *rest = tafel.rij(*_cellen(papier, regel, register, vandaag))
    uit = [f"{regel.nummer:>3}{merk:<2} {eerste[_RAND:]}", *rest]
    if papier.breedte < SMAL:
        uit += papier.alinea(f"{punt.dossier}: {_wat(punt)} ({punt.grond})", _RAND)
    inspring = tafel.begin(1) if papier.breedte >= SMAL else _RAND
    dichtbij = (
        regel.groep in (TE_LAAT, VANDAAG)
        or punt.vervalt
        or punt.voorlopig
        or punt.uiterlijk is None
    )
    tekst = _uitleg(punt, dichtbij)
    eerder = gezegd.setdefault(tekst, regel.nummer)
    if eerder != regel.nummer and len(tekst) > _KORT:
        tekst = f"Toelichting als bij {eerder}."
    uit += papier.alinea(Cel(tekst, "zwak"), inspring) if tekst else []
    return [*uit, *(_nu(papier, punt.nu, inspring) if dichtbij or punt.bij == "wij" else [])]


def _uitleg(punt: Werkpunt, dichtbij: bool) -> str:
    """Why it matters; of what is far off only that it lapses or is provisional."""
    tekst = []
    if punt.voorlopig:
        tekst.append(f"VOORLOPIG: {_waarom_voorlopig(punt)}.")
    if punt.uiterlijk is None and punt.bij != "collega" and punt.omdat:
        tekst.append(f"Geen datum: {zin(punt.omdat[-1].tekst, hoofdletter=False)}")
    if dichtbij and punt.gevolg:
        tekst.append(f"Gevolg: {zin(punt.gevolg, hoofdletter=False)}")
    return " ".join((*tekst, *(zin(noot) for noot in punt.kanttekeningen)))


def _waarom_voorlopig(punt: Werkpunt) -> str:
    """The assumed fact behind a provisional day."""
    start = punt.berekening.start if punt.berekening else punt.uiterlijk
    eigen = next((r.tekst for r in punt.omdat if start and datum_vol(start) in r.tekst), None)
    return eigen or (
        punt.omdat[0].tekst if punt.omdat else "de dag waarop de termijn begint, is niet vastgelegd"
    )


def _nu(papier: Papier, opdracht: str, inspring: int) -> list[str]:
    """The commands that help, on one line or each on its own."""
    keuzen = opdracht.split("  of  ")
    if inspring + len("nu: ") + len(opdracht) <= papier.breedte or len(keuzen) == 1:
        return papier.alinea(opdracht, inspring, "nu: ") if opdracht else []
    eerste, *andere = keuzen
    return [
        *papier.alinea(eerste, inspring, "nu: "),
        *(r for keuze in andere for r in papier.alinea(keuze, inspring, "of: ")),
    ]


def _geparkeerd(papier: Papier, lijst: Werklijst, vandaag: date) -> list[str]:
    rijen: list[tuple[Inhoud, ...]] = []
    for punt in sorted(
        lijst.geparkeerd, key=lambda p: (p.geparkeerd_tot or date.max, p.dossier, p.wat)
    ):
        tot = f"tot {dag(punt.geparkeerd_tot, vandaag)}" if punt.geparkeerd_tot else "?"
        rijen.append((tot, punt.dossier, punt.wat, BIJ[punt.bij]))
    tafel = tabel(papier, (Kolom(), Kolom(minst=12), Kolom(minst=16), Kolom()), rijen, _RAND)
    return [regel for rij in rijen for regel in tafel.rij(*rij)]


def _nieuw(papier: Papier, register: Register, nieuw: tuple[Bestand[Any], ...]) -> list[str]:
    rijen = []
    for feit in nieuw:
        moment, map_ = vastgelegd(feit), feit.pad.partition("/")[0]
        wanneer = (
            f"{WEEKDAGEN[moment.weekday()][:2]} {moment.day:>2}-{moment.month:02d} {moment:%H.%M}"
        )
        dossier = map_ if map_ in register.dossiers else "register"
        rijen.append(
            (
                wanneer,
                register.naam_van(feit.record.door),
                dossier,
                f"{feit.soort}: {zin_van(feit)}",
            )
        )
    tafel = tabel(
        papier,
        (Kolom(), Kolom(minst=9, hoogst=20), Kolom(minst=10, hoogst=16), Kolom(minst=16)),
        rijen,
        2,
    )
    kop = ["", papier.verf(f"NIEUW VASTGELEGD ({len(nieuw)})", "vet")] if nieuw else []
    return [*kop, *(regel for rij in rijen for regel in tafel.rij(*rij))]


def _telling(papier: Papier, lijst: Werklijst, meldingen: int) -> list[str]:
    """What is late, and what this list does not show."""
    laat = lijst.groep(TE_LAAT)
    bij_ons = sum(regel.punt.bij == "wij" for regel in laat)
    delen = [f"{len(laat)} te laat, waarvan {bij_ons} bij ons" if laat else "niets te laat"]
    delen += [f"{len(lijst.geparkeerd)} geparkeerd (--geparkeerd)"] if lijst.geparkeerd else []
    delen += [f"{lijst.later} later (--dagen 90)"] if lijst.later else []
    delen += (
        [f"{_getal(lijst.van_anderen, 'dossier', 'dossiers')} van collega's niet getoond (--alles)"]
        if lijst.van_anderen
        else []
    )
    delen.append(
        f"{_getal(meldingen, 'melding', 'meldingen')} bij het lezen (clm controleer)"
        if meldingen
        else "clm controleer toetst alles"
    )
    return papier.alinea(bijeen(delen))


def _let_op(papier: Papier, register: Register, wie: str | None, opties: str) -> list[str]:
    """Why this list may be incomplete, or hold more than the reader's own work."""
    uit = []
    if register.kapot:
        aantal = _getal(len(register.kapot), "bestand", "bestanden")
        uit += papier.alinea(
            f"{aantal} niet gelezen, dus deze lijst kan onvolledig zijn: "
            f"{', '.join(register.kapot)}"
        )
    if wie is None and not opties:
        tekst = (
            "Ieders werk staat hier: clm weet niet wie u bent. Geef --door, of zet uw e-mailadres "
            "bij personen in organisatie.yaml."
        )
        uit += papier.alinea(tekst)
    return uit


def _legenda(papier: Papier, lijst: Werklijst, opties: str) -> list[str]:
    nummer = lijst.regels[-1].nummer if lijst.regels else 1
    uitleg = (
        "! recht vervalt of gevolg treedt in",
        "~ voorlopig",
        "? onbekend",
        "wd werkdagen",
        f"clm waarom {nummer}{opties}: de reden",
    )
    return papier.alinea(Cel(bijeen(uitleg), "zwak"))


def _getal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def als_json(lijst: Werklijst, plaats: Plaats) -> dict[str, Any]:
    """The list as data, with what it does not show."""
    return {
        "regels": [regel_json(regel, plaats) for regel in lijst.regels],
        "later": lijst.later,
        "geparkeerd": [punt_json(punt, plaats) for punt in lijst.geparkeerd],
        "dossiers": lijst.dossiers,
        "dossiers_van_anderen": lijst.van_anderen,
    }


def regel_json(regel: Regel, plaats: Plaats) -> dict[str, Any]:
    """One line as data."""
    return {
        "nr": regel.nummer,
        "groep": regel.groep,
        "werkdagen": regel.werkdagen,
        **punt_json(regel.punt, plaats),
    }


def punt_json(punt: Werkpunt, plaats: Plaats) -> dict[str, Any]:
    """One point as data; a day that cannot be worked out is null, and `omdat` says why."""
    return {
        "soort": punt.soort,
        "dossier": punt.dossier,
        "contracten": list(punt.contracten),
        "wat": punt.wat,
        "uiterlijk": punt.uiterlijk.isoformat() if punt.uiterlijk else None,
        "bij": punt.bij,
        "wie": punt.wie,
        "wacht_op": punt.wacht_op,
        "grond": punt.grond,
        "grond_tekst": punt.grond_tekst,
        "lezing": punt.lezing,
        "gevolg": punt.gevolg,
        "nu": punt.nu,
        "voorlopig": punt.voorlopig,
        "vervalt": punt.vervalt,
        "stil": punt.stil,
        "sinds": punt.sinds.isoformat() if punt.sinds else None,
        "geparkeerd_tot": punt.geparkeerd_tot.isoformat() if punt.geparkeerd_tot else None,
        "kanttekeningen": list(punt.kanttekeningen),
        "omdat": [reden_json(reden, plaats) for reden in punt.omdat],
    }
