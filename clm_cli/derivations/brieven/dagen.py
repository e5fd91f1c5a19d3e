"""Floor 4, dagen: the days that a letter prints, worked out from the record and its card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn, termijnduur
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.termijnen import Anker, begin_van, duur_van, kalender_op, regimetermijnen
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Briefkaart
from clm_cli.records.escalatie import Bezwaar
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Berekening, Duur, bereken
from clm_cli.value import value

_VAN_BRIEF = ("reactie", "verbeterplan", "herstel", "bezwaar")
"""Kinds of term that a letter about a measure starts."""


_TITELS = {"betaling": "Betaling", "afwikkeling": "Afwikkeling"}


@value
class Briefdag:
    """A day that is printed in a letter, with how it was counted."""

    soort: str
    titel: str
    berekening: Berekening
    tekortkoming: str | None = None
    begin: str = "ontvangst"
    """The event from which it was counted."""

    @property
    def uiterlijk(self) -> date:
        """The day itself."""
        return self.berekening.uiterlijk


def briefdagen(
    register: Register,
    soort: Briefsoort,
    kaart: Briefkaart,
    genomen: Genomen | None,
    over: Bestand[Deel] | None,
    ontvangst: date,
) -> Iterator[Briefdag]:
    """Every day of the letter: of the terms it starts, of its card, of a talk that follows."""
    eigen = [*_van_contract(genomen, kaart, ontvangst)] if genomen and soort.maakt_bekend else []
    gezegd = [
        dag
        for dag in _van_kaart(register, kaart, genomen, ontvangst)
        if not (genomen and soort.maakt_bekend and dag.soort in _VAN_BRIEF)
    ]
    # who has to pay keeps the time that the contract gives; a letter may give more
    vast = {dag.soort: dag.uiterlijk for dag in eigen if dag.soort == "betaling"}
    ruimer = {dag.soort for dag in gezegd if dag.soort in vast and dag.uiterlijk > vast[dag.soort]}
    yield from (dag for dag in eigen if dag.soort not in ruimer)
    yield from (dag for dag in gezegd if dag.soort not in vast or dag.soort in ruimer)
    if over is not None and is_een(over, Bezwaar) and genomen is not None:
        yield from _directiegesprek(genomen, over)


def _van_contract(genomen: Genomen, kaart: Briefkaart, ontvangst: date) -> Iterator[Briefdag]:
    """The terms of the contract that the letter of a measure starts."""
    instrument = genomen.record.instrument
    for regel in regimetermijnen(genomen.contract, *_VAN_BRIEF, "betaling", instrument=instrument):
        yield from _van_regel(genomen, regel, kaart, ontvangst)


def _van_kaart(
    register: Register, kaart: Briefkaart, genomen: Genomen | None, ontvangst: date
) -> Iterator[Briefdag]:
    """The terms that were said with the letter itself."""
    for rij in kaart.termijnen:
        kalender = kalender_op(register, ontvangst, genomen.contract if genomen else None)
        rekening = bereken(ontvangst, rij.termijn, kalender, voorlopig=True)
        titel = rij.wat or _TITELS.get(rij.soort, "Antwoord")
        yield Briefdag(rij.soort, titel, rekening, rij.tekortkoming)


def _van_regel(
    genomen: Genomen, regel: Regimetermijn, kaart: Briefkaart, ontvangst: date
) -> Iterator[Briefdag]:
    """A term of the contract that the letter starts; the cure term once for each shortcoming."""
    record = genomen.record
    duren: list[tuple[Duur | None, str | None]] = [(termijnduur(genomen, regel)[0], None)]
    if regel.soort == "herstel":
        duren = [(rij.termijn, rij.tekortkoming) for rij in record.hersteltermijnen]
    begin = begin_van(genomen.register, genomen.contract, regel, record.datum)[0]
    for duur, tekortkoming in duren:
        uit = termijn(genomen, regel, duur, _anker(begin, kaart.datum, ontvangst), tekortkoming)
        if uit.berekening is not None:
            begint = begin or "ontvangst"
            yield Briefdag(regel.soort, regel.titel, uit.berekening, tekortkoming, begint)


def _anker(begin: str | None, datum: date, ontvangst: date) -> Anker | None:
    """The assumed start of a term that this letter begins; None when something else begins it."""
    if begin == "ontvangst":
        return Anker(
            "ontvangst",
            ontvangst,
            Reden(f"vermoede ontvangst op {datum_vol(ontvangst)}"),
            voorlopig=True,
        )
    return (
        Anker("verzending", datum, Reden(f"verzending op {datum_vol(datum)}"), voorlopig=True)
        if begin == "verzending"
        else None
    )


def _directiegesprek(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> Iterator[Briefdag]:
    """By when the talk at directors' level has to be held."""
    regel = bezwaren.regeltermijn(genomen, "directiegesprek")
    duur = duur_van(genomen.contract, regel, bezwaar.record.ontvangen)[0] if regel else None
    if regel is not None and duur is not None:
        rekening = bereken(
            bezwaar.record.ontvangen,
            duur,
            kalender_op(genomen.register, bezwaar.record.ontvangen, genomen.contract, regel.soort),
        )
        yield Briefdag(regel.soort, regel.titel, rekening)
