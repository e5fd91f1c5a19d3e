"""Floor 6, boom: the parts of a case as data."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.derivations.escalatie import zaken
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand
from clm_cli.derivations.escalatie.termijnsoorten import afgelopen
from clm_cli.derivations.escalatie.termijnstaat import Termijnrij
from clm_cli.derivations.escalatie.uitspraak import Uitspraak
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.meldingen import Reden
from clm_cli.views.escalatie.blad import Escalatieblad
from clm_cli.views.opmaak import Gegevens, Plaats, reden_json


def maatregelen(blad: Escalatieblad) -> list[Gegevens]:
    """Every measure, with why it stands as it does."""
    return [
        {
            "id": m.genomen.maatregel.id,
            "instrument": m.genomen.record.instrument,
            "trede": m.genomen.record.trede,
            "toestand": m.toestand,
            "omdat": _redenen(m.omdat, blad.plaats),
        }
        for m in blad.stand.maatregelen
    ]


def _redenen(redenen: Sequence[Reden], plaats: Plaats) -> list[Gegevens]:
    return [reden_json(reden, plaats) for reden in redenen]


def tekortkomingen_json(blad: Escalatieblad) -> list[Gegevens]:
    """Every shortcoming with its cure term and whether the provider is in default."""
    stand, met = blad.stand, {rij.tekortkoming for rij in blad.stand.herstel}
    return [
        *(_herstel(rij, blad.plaats) for rij in stand.herstel),
        *(
            _zonder(t.id, stand.verzuim(t.id), blad.plaats)
            for t in zaken.tekortkomingen(stand.escalatie)
            if t.id not in met
        ),
    ]


def _herstel(rij: Herstelstand, plaats: Plaats) -> Gegevens:
    return {
        "id": rij.tekortkoming,
        "maatregel": rij.genomen.maatregel.id,
        "hersteltermijn": rij.uiterlijk.isoformat() if rij.uiterlijk else None,
        "voorlopig": rij.voorlopig,
        "stil": rij.stil is not None,
        "herstel": rij.herstel,
        "verzuim": rij.verzuim.antwoord,
        "vanaf": rij.vanaf.isoformat() if rij.vanaf else None,
        "omdat": _redenen((*rij.omdat, *rij.verzuim.omdat), plaats),
    }


def _zonder(id_: str, verzuim: Uitspraak, plaats: Plaats) -> Gegevens:
    """A shortcoming without a notice that runs: the same keys, and no term."""
    return {
        "id": id_,
        "maatregel": None,
        "hersteltermijn": None,
        "voorlopig": False,
        "stil": False,
        "herstel": "onbekend",
        "verzuim": verzuim.antwoord,
        "vanaf": None,
        "omdat": _redenen(verzuim.omdat, plaats),
    }


def termijnen_json(blad: Escalatieblad) -> list[Gegevens]:
    """The terms on which something happened, then those that run."""
    return [
        *(_termijn(rij, rij.uitkomst, blad.plaats) for rij in afgelopen(blad.stand)),
        *(_termijn(punt, None, blad.plaats) for punt in blad.punten),
    ]


def _termijn(rij: Termijnrij | Werkpunt, uitkomst: str | None, plaats: Plaats) -> Gegevens:
    return {
        "wat": rij.wat,
        "bij": rij.bij,
        "uiterlijk": rij.uiterlijk.isoformat() if rij.uiterlijk else None,
        "berekend": rij.berekening.uiterlijk.isoformat() if rij.berekening else None,
        "genoemd": [genoemd.datum.isoformat() for genoemd in rij.genoemd],
        "voorlopig": rij.voorlopig,
        "stil": isinstance(rij, Werkpunt) and rij.stil,
        "uitkomst": uitkomst,
        "grond": rij.grond,
        "lezing": rij.lezing,
        "omdat": _redenen(rij.omdat, plaats),
    }


def volgende(blad: Escalatieblad) -> list[Gegevens]:
    """Every step of the ladder with the answer on each of its conditions."""
    return [
        {
            "trede": stap.stap.trede,
            "instrument": stap.stap.instrument.instrument,
            "mag": stap.mag,
            "met_spoed": stap.met_spoed,
            "voorwaarden": [
                {
                    "voorwaarde": rij.naam,
                    "hard": rij.hard,
                    "antwoord": rij.uitspraak.antwoord,
                    "invoer": rij.uitspraak.invoer,
                    "omdat": _redenen(rij.uitspraak.omdat, blad.plaats),
                }
                for rij in stap.voorwaarden
            ],
        }
        for stap in blad.stappen
    ]
