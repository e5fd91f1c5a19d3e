"""Floor 4, termijnsoorten: by kind of term of a measure: what is due, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from clm_cli.derivations.escalatie import (
    bezwaarpunten,
    duur,
    eigenpunten,
    geldpunten,
    intensiveringen,
    maatregelpunten,
    termijnstaat,
)
from clm_cli.derivations.escalatie.bezwaren import vervallen
from clm_cli.derivations.escalatie.stand import Maatregelstand, Stand
from clm_cli.derivations.escalatie.termijnstaat import Termijnrij
from clm_cli.derivations.escalatie.zaken import Genomen, gesloten, lopende
from clm_cli.derivations.termijnen import regimetermijnen
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.records.regime import Regimetermijn


class Termijnsoort(NamedTuple):
    """One kind of term: what waits for somebody while it runs, and how it ended."""

    te_doen: Callable[[Genomen, Regimetermijn], Iterator[Werkpunt]]
    afloop: Callable[[Maatregelstand, Regimetermijn], Iterator[Termijnrij]]


_ANTWOORD = Termijnsoort(maatregelpunten.antwoord, termijnstaat.beantwoord)
SOORTEN = {
    "reactie": _ANTWOORD,
    "verbeterplan": _ANTWOORD,
    "herstel": Termijnsoort(maatregelpunten.herstel, termijnstaat.hersteld),
    "bezwaar": Termijnsoort(bezwaarpunten.bezwaar_maken, termijnstaat.bezwaar_gemaakt),
    "directiegesprek": Termijnsoort(bezwaarpunten.directiegesprek, termijnstaat.gesproken),
    "eigen": Termijnsoort(eigenpunten.te_doen, eigenpunten.afloop),
    "bevestiging": Termijnsoort(maatregelpunten.bevestiging, termijnstaat.bevestigd),
}


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """All running terms of all measures, and what is due in the case itself."""
    for genomen in lopende(blik):
        if verviel := vervallen(genomen):
            yield bezwaarpunten.vervallen_maatregel(genomen, verviel.reden)
            continue
        for regel, soort in _van(genomen):
            yield from soort.te_doen(genomen, regel)
        yield from maatregelpunten.zonder_brief(genomen)
        yield from maatregelpunten.onverteld(genomen)
        yield from maatregelpunten.overig(genomen)
        yield from intensiveringen.werkpunten(genomen)
        yield from duur.werkpunten(genomen)
    yield from geldpunten.werkpunten(blik)
    for escalatie in blik.dossier.escalaties:
        if not gesloten(escalatie):
            yield from maatregelpunten.wederhoor(blik, escalatie)


def afgelopen(stand: Stand) -> Iterator[Termijnrij]:
    """Every term of the contract on which something happened, also of measures that ended."""
    for m in stand.maatregelen:
        for regel, soort in _van(m.genomen):
            yield from soort.afloop(m, regel)


def _van(genomen: Genomen) -> Iterator[tuple[Regimetermijn, Termijnsoort]]:
    """The terms that the contract ties to a measure."""
    instrument = genomen.record.instrument
    for regel in regimetermijnen(genomen.contract, *SOORTEN, instrument=instrument):
        yield regel, SOORTEN[regel.soort]
