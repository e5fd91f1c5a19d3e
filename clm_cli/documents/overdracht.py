"""Floor 6, overdracht: what a colleague has to know who takes over a dossier."""

from __future__ import annotations

from datetime import date, timedelta

from clm_cli.derivations.adressen import contactpersonen
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.escalatie.hoogste import hoogste_van
from clm_cli.derivations.escalatie.stand import verteld
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.feitzinnen import CONTACTSOORTEN, onderwerp, vastgelegd, zin_van
from clm_cli.derivations.lijstrijen import open_rijen
from clm_cli.derivations.namen import genoemd
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.documents.document import Gegevens
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.tijd.datum import datum_vol

VOORUIT = timedelta(days=90)
_TOEGEZEGD = frozenset({"actie", "toezegging", "antwoord", "onduidelijkheid", "verslag-delen"})
"""What we said that we would do, or owe an answer to."""
_CONTACTEN = 5


def overdracht(blik: Dossierblik, van: str, naar: str, vanaf: date) -> Gegevens:
    """What runs, what we promised, what comes, who is who, and what is still open."""
    dossier, register = blik.dossier, blik.register
    naam = dossier.naam(blik.vandaag)
    onze, tot = toegezegd(blik), blik.vandaag + VOORUIT
    rest = [p for p in _punten(blik) if p not in onze]
    ander = [
        (p.uiterlijk, (_dag(p), p.wat, p.bij)) for p in rest if p.uiterlijk and p.uiterlijk <= tot
    ]
    return {
        "aanbieder": naam.statutair if naam else dossier.id,
        "van": register.naam_van(van),
        "naar": register.naam_van(naar),
        "vanaf": vanaf,
        "contracten": ", ".join(
            c.kaart.record.nummer for c in dossier.contracten if loopt(c, blik.vandaag)
        )
        or "geen lopend contract",
        "zaken": zaken(blik),
        "toegezegd": [(_dag(p), p.wat) for p in onze],
        "voorbij": [rij for dag, rij in ander if dag < blik.vandaag],
        "komend": [rij for dag, rij in ander if dag >= blik.vandaag],
        "zonder_dag": [(p.wat, p.bij) for p in rest if p.uiterlijk is None],
        "mensen": [(mens.naam, mens.functie) for mens in contactpersonen(blik)],
        "vragen": vragen(blik),
        "contacten": _contacten(blik),
    }


def _contacten(blik: Dossierblik) -> list[str]:
    """The last letters and calls and what came of a talk, as the page of the dossier has them."""
    feiten = [feit for feit in blik.dossier.feiten if feit.soort in CONTACTSOORTEN]
    feiten.sort(key=lambda feit: (feit.record.datum, vastgelegd(feit), feit.pad))
    return [
        ": ".join(
            filter(
                None,
                (
                    f"{datum_vol(feit.record.datum)}, {feit.soort}",
                    onderwerp(blik.dossier, feit),
                    zin_van(feit, blik),
                ),
            )
        )
        for feit in feiten[: -_CONTACTEN - 1 : -1]
    ]


def toegezegd(blik: Dossierblik) -> list[Werkpunt]:
    """What is open of what we said that we would do."""
    return [p for p in _punten(blik) if p.bij == "wij" and p.soort in _TOEGEZEGD]


def _punten(blik: Dossierblik) -> list[Werkpunt]:
    return sorted(alle_werkpunten(blik), key=lambda p: (p.uiterlijk or date.max, p.wat))


def _dag(punt: Werkpunt) -> str:
    voorlopig = " (voorlopig)" if punt.voorlopig else ""
    return f"{datum_vol(punt.uiterlijk)}{voorlopig}" if punt.uiterlijk else "geen dag"


def zaken(blik: Dossierblik) -> list[str]:
    """The open cases, each in one sentence."""
    return [_zaak(blik, zaak) for zaak in blik.dossier.escalaties if not gesloten(zaak)]


def _zaak(blik: Dossierblik, zaak: Escalatie) -> str:
    """A case in one sentence: its highest running measure."""
    hoogste = hoogste_van(blik, zaak)
    if hoogste is None:
        return f"{zaak.id}: geopend, geen maatregel van kracht"
    naam = genoemd(blik, "instrument", hoogste.record.instrument)
    trede = bij_trede(hoogste.contract.regime, hoogste.record.trede, "{}, ")
    nog_niet = "" if verteld(hoogste) else "; besloten en nog niet meegedeeld"
    return f"{zaak.id}: {trede}{naam}, {datum_vol(hoogste.record.datum)}{nog_niet}"


def vragen(blik: Dossierblik) -> list[str]:
    """The questions about the contract that are not answered, with since when."""
    return [
        f"{rij.id}: {' '.join(rij.vraag.split())} (sinds {datum_vol(rij.sinds)})"
        for rij in open_rijen(blik.dossier, "onduidelijkheden")
        if rij.antwoord is None
    ]
