"""Floor 4, herstelmelding: a cure that they reported after we judged it, and nobody looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.werkpunt import Werkpunt, met_beleid
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Herstel
from clm_cli.tijd.datum import datum_vol


def beoordeeld(rij: Herstelstand) -> bool:
    """Whether it was judged cured, or not so after the last day: one from within says nothing."""
    if rij.herstel == "onbekend" or rij.beoordeeld is None:
        return False
    na = rij.uiterlijk is not None and rij.beoordeeld > rij.uiterlijk  # J41
    return rij.herstel == "hersteld" or na


def _melding(rij: Herstelstand) -> Bestand[Herstel] | None:
    """The first report of a cure since our last judgement, where that was not that it is cured.

    Where default needed no term, none of ours says when we judge: there each report counts.
    """
    genomen = rij.genomen
    dag = rij.beoordeeld or (genomen.record.datum if rij.termijn is None else None)
    if dag is None or rij.herstel == "hersteld":
        return None
    return next(
        (
            f
            for f in genomen.escalatie.van(Herstel)
            if rij.tekortkoming in f.record.tekortkomingen
            and dag < f.record.datum <= genomen.vandaag
        ),
        None,
    )


def onbeoordeeld(rij: Herstelstand) -> Reden | None:
    """That a cure was reported which nobody judged yet; None otherwise."""
    feit = _melding(rij)
    if feit is None:
        return None
    zin = f"op {datum_vol(feit.record.datum)} meldden zij herstel, en dat is niet beoordeeld"
    return Reden(zin, feit.plek("inhoud"))


def werkpunt(rij: Herstelstand) -> Iterator[Werkpunt]:
    """That such a report is to be judged: within the days of our own policy."""
    feit, reden, genomen = _melding(rij), onbeoordeeld(rij), rij.genomen
    if feit is None or reden is None:
        return
    opnieuw = "opnieuw " if rij.beoordeeld else ""
    punt = replace(
        maatregelpunt(genomen, "herstel", f"Herstel van {rij.tekortkoming} {opnieuw}beoordelen"),
        nu=zaakopdracht(genomen.dossier, genomen.escalatie, "beoordeling", genomen.maatregel),
        gevolg="zonder nieuw oordeel rust een volgende stap op wat misschien al is hersteld",
        omdat=(reden,),
    )
    yield met_beleid(genomen.register, punt, "beoordeling", feit.record.datum)
