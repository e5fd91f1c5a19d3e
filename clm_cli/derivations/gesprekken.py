"""Floor 4, gesprekken: the day of a talk, and what is due until it was held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import (
    kalender_op,
    plek_van_beleid,
    termijnbeleid,
)
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.gesprek import (
    Gedeeld,
    GesprekVervallen,
    GesprekVerzet,
    Vastgesteld,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Rol, bereken
from clm_cli.value import value


@value
class Dagvan:
    """The day of a talk, with the fact that sets it."""

    datum: date
    reden: Reden


SOORTNAAM = {
    "regulier": "Voortgangsgesprek",
    "extra": "Extra gesprek",
    "directie": "Gesprek op directieniveau",
}
"""What each kind of talk is called."""


def dag_van(gesprek: Gesprek) -> Dagvan:
    """The day on which the talk was held, or is planned after it was moved."""
    kaart = gesprek.kaart
    if kaart.record.gehouden:
        dag = kaart.record.gehouden.datum
        return Dagvan(
            dag,
            Reden(f"het gesprek is gehouden op {datum_vol(dag)}", kaart.plek("gehouden", "datum")),
        )
    verzet = gesprek.van(GesprekVerzet)
    if verzet:
        feit = max(verzet, key=lambda rij: (rij.record.datum, rij.record.vastgelegd))
        tekst = f"verzet naar {datum_vol(feit.record.naar)}: {feit.record.reden}"
        return Dagvan(feit.record.naar, Reden(tekst, feit.plek("naar")))
    dag = kaart.record.datum
    return Dagvan(dag, Reden(f"gepland op {datum_vol(dag)}", kaart.plek("datum")))


def tijd_en_plaats(gesprek: Gesprek) -> tuple[time | None, str | None]:
    """When on its day and where, as planned or as it was moved."""
    kaart, tijd, plaats = gesprek.kaart.record, None, None
    alle = [feit.record for feit in gesprek.van(GesprekVerzet)]
    for verzet in sorted(alle, key=lambda rij: (rij.datum, rij.vastgelegd)):
        tijd, plaats = verzet.tijd or tijd, verzet.plaats or plaats
    return tijd or kaart.tijd, plaats or kaart.plaats


def aan_de_beurt(gesprek: Gesprek, wat: str, vandaag: date) -> bool:
    """Whether a talk is one of which this is still to be done: recorded, shared, answered, moved.

    What has no order, like a note, is for every talk.
    """
    gehouden = gesprek.kaart.record.gehouden is not None
    open_ = not gehouden and not gesprek.van(GesprekVervallen)
    gedeeld, vast = bool(gesprek.van(Gedeeld)), bool(gesprek.van(Vastgesteld))
    komt = dag_van(gesprek).datum >= vandaag
    return {
        "gehouden": open_ and dag_van(gesprek).datum <= vandaag,
        "verslag": gehouden and not gedeeld,
        "gedeeld": gehouden and not gedeeld,
        "reactie": gedeeld and not vast,
        "vastgesteld": gedeeld and not vast,
        "verzet": open_,
        "vervallen": open_,
        "vooraf": open_ and komt,
        "verstuurd": open_ and komt and not gesprek.kaart.record.stukken_verstuurd,
    }.get(wat, True)


def eerste_gedeeld(gesprek: Gesprek) -> Bestand[Gedeeld] | None:
    """The first sharing of the report."""
    return next(iter(gesprek.van(Gedeeld)), None)


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What is due in every talk that is planned and was not cancelled."""
    for gesprek in blik.dossier.gesprekken:
        if gesprek.van(GesprekVervallen) or gesprek.kaart.record.gehouden:
            continue
        if dag_van(gesprek).datum < blik.vandaag:
            yield _niet_vastgelegd(blik, gesprek)
        else:
            yield _gepland(blik, gesprek)
            yield from _stukken(blik, gesprek)


def gesprekspunt(
    blik: Dossierblik, gesprek: Gesprek, soort: str, wat: str, **rest: Any
) -> Werkpunt:
    """A line of the werklijst about a talk; it is up to us unless the caller says otherwise."""
    kaart = gesprek.kaart
    punt = Werkpunt(
        soort=soort,
        dossier=blik.dossier.id,
        wat=wat,
        bij="wij",
        grond="afspraak",
        plek=kaart.plek("datum"),
        wie=behandelaar(blik.dossier, blik.vandaag),
        contracten=kaart.record.contracten,
        niveau=kaart.record.niveau,
        kant="AOC",
        verwijzing=kaart.id,
    )
    return replace(punt, **rest)


def _niet_vastgelegd(blik: Dossierblik, gesprek: Gesprek) -> Werkpunt:
    kaart, dag = gesprek.kaart, dag_van(gesprek)
    return gesprekspunt(
        blik,
        gesprek,
        "gesprek-vastleggen",
        f"{SOORTNAAM[gesprek.kaart.record.soort]} van {datum_vol(dag.datum)} vastleggen",
        uiterlijk=dag.datum,
        omdat=(
            dag.reden,
            Reden("er is niet vastgelegd dat het is gehouden of vervallen", kaart.plek()),
        ),
        gevolg="zonder vastlegging is er geen verslag en geen bewijs van wat is afgesproken",
        nu=advies(
            "{gehouden}  of  {vervallen}",
            gehouden=opdracht("gesprek", "gehouden", blik.dossier.id, gesprek.id),
            vervallen=opdracht("gesprek", "vervallen", blik.dossier.id, gesprek.id),
        ),
    )


def _gepland(blik: Dossierblik, gesprek: Gesprek) -> Werkpunt:
    dag, (tijd, plaats) = dag_van(gesprek), tijd_en_plaats(gesprek)
    hoe_laat = f", {tijd:%H.%M} uur" if tijd else ""
    waar = f", {plaats}" if plaats else ""
    return gesprekspunt(
        blik,
        gesprek,
        "gesprek",
        f"{SOORTNAAM[gesprek.kaart.record.soort]}{hoe_laat}{waar}",
        bij="beide",
        uiterlijk=dag.datum,
        omdat=(dag.reden,),
        gevolg="gaat het niet door, leg dan vast waarom en wanneer wel",
        nu=_nu_gepland(blik, gesprek, dag.datum),
    )


def _nu_gepland(blik: Dossierblik, gesprek: Gesprek, dag: date) -> Advies:
    """On its day it is recorded; what is held cannot be recorded before."""
    gehouden, verzet, vervallen = (
        opdracht("gesprek", wat, blik.dossier.id, gesprek.id)
        for wat in ("gehouden", "verzet", "vervallen")
    )
    if dag <= blik.vandaag:
        return gehouden
    return advies(
        "gaat het niet door: {verzet}  of  {vervallen}", verzet=verzet, vervallen=vervallen
    )


def _stukken(blik: Dossierblik, gesprek: Gesprek) -> Iterator[Werkpunt]:
    """Agenda and documents go out before the talk; how long before is our own policy."""
    dag, beleid = dag_van(gesprek), termijnbeleid(blik.register, blik.vandaag)
    if not beleid.stukken_vooraf or gesprek.kaart.record.stukken_verstuurd:
        return
    kalender = kalender_op(blik.register, dag.datum)
    rekening = bereken(dag.datum, beleid.stukken_vooraf, kalender, terug=True, rol=Rol.VORIGE)
    yield gesprekspunt(
        blik,
        gesprek,
        "stukken",
        f"Agenda en stukken voor het gesprek van {datum_vol(dag.datum)}",
        uiterlijk=rekening.uiterlijk,
        berekening=rekening,
        grond="beleid",
        omdat=(
            dag.reden,
            Reden(
                f"eigen beleid: {beleid.stukken_vooraf} vooraf",
                plek_van_beleid(blik.register, "stukken_vooraf", blik.vandaag),
            ),
        ),
        gevolg="zonder agenda en stukken kan de aanbieder zich niet voorbereiden",
        nu=advies(
            "{agenda}  en daarna {verstuurd}",
            agenda=opdracht("gesprek", "maak", "agenda", blik.dossier.id, gesprek.id),
            verstuurd=opdracht("gesprek", "verstuurd", blik.dossier.id, gesprek.id),
        ),
    )
