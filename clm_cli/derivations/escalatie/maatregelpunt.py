"""Floor 4, maatregelpunt: a line of the werklijst on a measure, and how a term fills it."""

from __future__ import annotations

from dataclasses import replace

from clm_cli.advies import opdracht
from clm_cli.derivations.escalatie.hersteltermijn import met_stilstand
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import Anker, Termijn
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.termijn import Duur


def maatregelpunt(genomen: Genomen, soort: str, wat: str) -> Werkpunt:
    """A line on a measure, for whoever handles the dossier."""
    return Werkpunt(
        soort=soort,
        dossier=genomen.dossier.id,
        wat=wat,
        nu=opdracht("escalatie", "toon", genomen.dossier.id),
        plek=genomen.maatregel.plek(),
        wie=behandelaar(genomen.dossier, genomen.vandaag),
        contracten=tuple(c.id for c in genomen.contracten),
        gemeenten=genomen.gemeenten,
        kant="AOC",
        verwijzing=genomen.maatregel.id,
    )


def uitgerekend(
    genomen: Genomen,
    punt: Werkpunt,
    regel: Regimetermijn,
    duur: Duur | None,
    anker: Anker | None = None,
    tekortkoming: str | None = None,
) -> Werkpunt:
    """The line with its term worked out; without a start or a length it says what is missing."""
    uit = termijn(genomen, regel, duur, anker, tekortkoming)
    return replace(
        punt.met(uit),
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg=punt.gevolg or regel.gevolg,
        bij=punt.bij if regel.partij == "opdrachtgever" else regel.partij,
        vervalt=punt.vervalt or (regel.recht == "ja" and uit.uiterlijk is not None),
    )


def stilgezet(genomen: Genomen, punt: Werkpunt) -> Werkpunt:
    """The line after what an objection did to its term, where the contract says that it does."""
    kaal = Termijn(uiterlijk=punt.uiterlijk, berekening=punt.berekening, voorlopig=punt.voorlopig)
    stand = met_stilstand(genomen, kaal)
    if not stand.omdat:
        return punt
    nieuw = replace(
        punt,
        uiterlijk=stand.uiterlijk,
        berekening=stand.berekening,
        omdat=(*punt.omdat, *stand.omdat),
    )
    if stand.stil is None:
        return nieuw
    return replace(nieuw, stil=True, vervalt=False, wat=f"{punt.wat} staat STIL")
