"""Floor 6, waarom: one line of the werklijst with everything it rests on."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import Regel
from clm_cli.kijk import Kijk
from clm_cli.tijd.datum import datum_kort, datum_lang
from clm_cli.tijd.termijn import Berekening
from clm_cli.value import value
from clm_cli.views.opmaak import (
    Cel,
    Gegevens,
    Papier,
    Plaats,
    bijeen,
    breed,
    dag,
    nergens,
    plek_json,
    waar,
    zin,
)
from clm_cli.views.termijn import als_json as termijn_json
from clm_cli.views.termijn import kalenderblad
from clm_cli.views.werklijst.regels import regel_json

_AAN_ZET = {
    "wij": "Wij zijn aan zet",
    "aanbieder": "De aanbieder is aan zet",
    "beide": "Beide partijen zijn aan zet",
    "collega": "Wij wachten",
}
_EIGEN = {
    "beleid": "eigen beleid; dit staat niet in het contract",
    "afspraak": "een afspraak; dit staat niet in het contract",
    "eigen afspraak": "een eigen afspraak; dit staat niet in het contract",
    "aanlevering": "de afgesproken aanlevering van cijfers",
}
"""Grounds that are no clause, said in full."""
_HANG = 9
_TELWOORD = {1: "EEN UITKOMST", 2: "TWEE UITKOMSTEN", 3: "DRIE UITKOMSTEN", 4: "VIER UITKOMSTEN"}


@value
class Waaromblad:
    """One line of the list, to be explained whole."""

    kijk: Kijk
    regel: Regel
    plaats: Plaats = nergens


def toon(blad: Waaromblad, papier: Papier) -> str:
    """The full reason of a line as text."""
    regel, punt, vandaag = blad.regel, blad.regel.punt, blad.kijk.vandaag
    roepnaam = blad.kijk.register.dossiers[punt.dossier].roepnaam(vandaag)
    kop = Cel(f"{roepnaam} · nr {regel.nr} · {regel.groep}", "vet")
    delen = [
        *papier.kop(kop, f"stand {datum_lang(vandaag)}"),
        *_blok(papier, "WAT", _wat(regel, vandaag)),
    ]
    delen += _blok(papier, "GROND", _grond(punt))
    delen += _blok(papier, "LEZING", zin(punt.lezing)) if punt.lezing else []
    delen += _uitkomsten(papier, punt, vandaag, blad.plaats)
    delen += [""]
    delen += _blok(papier, "GEVOLG", zin(punt.gevolg)) if punt.gevolg else []
    for noot in punt.kanttekeningen:
        delen += _blok(papier, "LET OP", zin(noot))
    return "\n".join([*delen, *_feiten(papier, punt, blad.plaats), *_nu(papier, punt)])


def _blok(papier: Papier, kop: str, tekst: str) -> list[str]:
    return papier.alinea(tekst, 0, Cel(kop, "vet"), _HANG)


def _wat(regel: Regel, vandaag: date) -> str:
    """What, who has the ball, by when, and how much of it is certain."""
    punt = regel.punt
    wie = f"{_AAN_ZET[punt.bij]}{f' op {punt.wacht_op}' if punt.wacht_op else ''}"
    if punt.stil:
        return f"{zin(punt.wat)} {wie}. De termijn staat stil; er loopt nu geen dag."
    if punt.uiterlijk is None:
        return f"{zin(punt.wat)} {wie}. Een uiterste dag is onbekend: zie de feiten hieronder."
    laat = regel.werkdagen or 0
    if punt.uiterlijk < vandaag:
        stand = (
            f" Dat is {abs(laat)} {'werkdag' if abs(laat) == 1 else 'werkdagen'} geleden."
            if laat
            else " Die dag is voorbij."
        )
    else:
        einde = ", tot 24.00 uur" if punt.berekening or punt.genoemd else ""
        stand = f" Dat is vandaag{einde}." if punt.uiterlijk == vandaag else ""
    voorlopig = (
        " VOORLOPIG: de dag waarop de termijn begint, is aangenomen en nog niet vastgelegd."
        if punt.voorlopig
        else ""
    )
    return f"{zin(punt.wat)} {wie}, uiterlijk {datum_lang(punt.uiterlijk)}.{stand}{voorlopig}"


def _grond(punt: Werkpunt) -> str:
    grond = _EIGEN.get(punt.grond, punt.grond)
    return f'{grond}: "{punt.grond_tekst}"' if punt.grond_tekst else zin(grond, hoofdletter=False)


def _uitkomsten(papier: Papier, punt: Werkpunt, vandaag: date, plaats: Plaats) -> list[str]:
    """The day as worked out beside the days as printed, which of them counts, and the calendar."""
    if punt.berekening is None:
        return []
    rijen = _rijen(punt.berekening, punt, plaats)
    rol = [telt for _, _, telt in rijen].count(True)
    regel = ""
    if rol > 1:
        regel = (
            "; voor onze eigen plicht geldt de eerste"
            if punt.bij == "wij"
            else "; voor een recht of plicht van de ander geldt de laatste"
        )
    uit = ["", *papier.alinea(Cel(_TELWOORD.get(rol, f"{rol} UITKOMSTEN") + regel, "vet"))]
    hang = max(breed(dag(datum, vandaag)) for datum, _, _ in rijen) + 2
    for datum, tekst, telt in sorted(rijen, key=lambda rij: rij[0]):
        merk = "▶" if telt and datum == punt.uiterlijk else " "
        uit += papier.alinea(tekst, 1, f"{merk} {dag(datum, vandaag)}", hang + 2)
    if punt.uiterlijk is not None and not any(
        telt and datum == punt.uiterlijk for datum, _, telt in rijen
    ):
        uit += papier.alinea(
            "later vastgesteld of verzet: zie de feiten",
            1,
            f"▶ {dag(punt.uiterlijk, vandaag)}",
            hang + 2,
        )
    uit.append("")
    for regel_ in kalenderblad(punt.berekening):
        uit += (
            [regel_]
            if breed(regel_) <= papier.breedte
            else papier.alinea(bijeen(regel_.strip().split("   "), "   "), 3)
        )
    return [*uit, *(r for noot in _noten(punt.berekening) for r in papier.alinea(noot, 3, "- "))]


def _rijen(berekening: Berekening, punt: Werkpunt, plaats: Plaats) -> list[tuple[date, str, bool]]:
    """Each outcome with its explanation, and whether it may decide.

    Another calendar only informs.
    """
    richting = "vóór" if berekening.terug else "na"
    kalender = berekening.kalender.naam
    rijen = [
        (
            berekening.uiterlijk,
            (
                f"gerekend: {berekening.duur} {richting} {datum_kort(berekening.start)}, kalender "
                f"{kalender}"
            ),
            True,
        )
    ]
    rijen += [
        (rij.datum, f"afgedrukt in de brief ({waar(rij.plek, plaats)})", True)
        for rij in punt.genoemd
    ]
    return [
        *rijen,
        *(
            (ander.uiterlijk, f"zou het zijn met kalender {ander.kalender}", False)
            for ander in berekening.alternatieven
        ),
    ]


def _noten(berekening: Berekening) -> list[str]:
    """What a reader has to know, but for the other calendars, which stand among the outcomes."""
    return [
        noot
        for noot in berekening.kanttekeningen
        if not any(ander.kalender in noot for ander in berekening.alternatieven)
    ]


def _feiten(papier: Papier, punt: Werkpunt, plaats: Plaats) -> list[str]:
    uit: list[str] = []
    for reden in punt.omdat:
        label = Cel("" if uit else "FEITEN", "vet")
        uit += papier.alinea(f"{zin(reden.tekst, hoofdletter=False)}", 0, label, _HANG)
        uit += papier.alinea(Cel(waar(reden.plek, plaats), "zwak"), _HANG + 2) if reden.plek else []
    if waar(punt.plek, plaats) not in [waar(r.plek, plaats) for r in punt.omdat if r.plek]:
        uit += papier.alinea(
            Cel(waar(punt.plek, plaats), "zwak"), 0, Cel("" if uit else "FEITEN", "vet"), _HANG + 2
        )
    return uit


def _nu(papier: Papier, punt: Werkpunt) -> list[str]:
    eerste, *andere = punt.nu.split("  of  ")
    uit = _blok(papier, "NU", eerste) if eerste else []
    return [*uit, *(regel for keuze in andere for regel in papier.alinea(keuze, 0, "of", _HANG))]


def als_json(blad: Waaromblad) -> Gegevens:
    """The line as data, with its term and the printed days."""
    punt = blad.regel.punt
    return {
        **regel_json(blad.regel, blad.plaats),
        "termijn": termijn_json(punt.berekening) if punt.berekening else None,
        "genoemd": [
            {"uiterlijk": rij.datum.isoformat(), "plek": plek_json(rij.plek, blad.plaats)}
            for rij in punt.genoemd
        ],
    }
