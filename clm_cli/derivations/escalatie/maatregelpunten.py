"""Floor 4, maatregelpunten: what is due on measures: answer, plan, cure, confirmation, hearing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.meedelen import te_versturen
from clm_cli.derivations.brieven.onverwerkt import brak_het_zwijgen
from clm_cli.derivations.brieven.post import brief_over, verzending
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie import herstelmelding
from clm_cli.derivations.escalatie.alsnog import alsnog_gehoord
from clm_cli.derivations.escalatie.antwoordopdracht import antwoordopdracht
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt, stilgezet, uitgerekend
from clm_cli.derivations.escalatie.maatregeltermijnen import ANTWOORDEN, termijnduur
from clm_cli.derivations.escalatie.planregel import herstelpunt
from clm_cli.derivations.escalatie.uitnodiging import open_uitnodigingen, reageren_tot
from clm_cli.derivations.escalatie.verzuim import herstelstanden
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import Anker, regimetermijn, regimetermijnen
from clm_cli.derivations.werkpunt import Werkpunt, met_beleid
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Bezwaar,
    Hervatting,
    Reactie,
    Schorsing,
    Verbeterplan,
)
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.datum import datum_vol


def antwoord(genomen: Genomen, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The provider's answer or plan, and then our judgement on it."""
    model = ANTWOORDEN[regel.soort]
    antwoorden = genomen.bij(model)
    if not antwoorden:
        if genomen.onverwerkt(model):
            return  # the provider answered: that letter is a line of our own
        duur, waarom = termijnduur(genomen, regel)
        punt = replace(
            maatregelpunt(genomen, regel.soort, regel.titel),
            omdat=(waarom,) if waarom else (),
            nu=antwoordopdracht(genomen, regel),
        )
        yield stilgezet(genomen, uitgerekend(genomen, punt, regel, duur))
        return
    if regel.soort == "verbeterplan" and (herstellen := herstelpunt(genomen)):
        yield herstellen
        return
    eigen = regimetermijnen(genomen.contract, "eigen", instrument=genomen.record.instrument)
    if any(rij.tot == "oordeel-plan" for rij in eigen):
        return  # the contract itself gives the term in which we judge
    dag = max(f.record.ontvangen for f in antwoorden)
    open_ = [f for f in antwoorden if f.record.ontvangen == dag and not genomen.bij(Beoordeling, f)]
    # what was said before it came in is about another one
    los = (f.record for f in genomen.bij(Beoordeling) if f.record.datum >= dag)
    if open_ and not any(record.over == regel.soort for record in los):
        yield _te_beoordelen(genomen, open_[0], regel)


def _te_beoordelen(
    genomen: Genomen, laatste: Bestand[Reactie | Verbeterplan], regel: Regimetermijn
) -> Werkpunt:
    dag = laatste.record.ontvangen
    wat = (
        f"Oordeel over {'het verbeterplan' if regel.soort == 'verbeterplan' else 'de reactie'} "
        f"van {datum_vol(dag)}"
    )
    punt = replace(
        maatregelpunt(genomen, "beoordelen", wat),
        gevolg="zonder oordeel kan geen volgende stap worden gezet",
        plek=laatste.plek(),
        nu=zaakopdracht(
            genomen.dossier, genomen.escalatie, "beoordeling", laatste, over=regel.soort
        ),
        omdat=(Reden(f"binnengekomen op {datum_vol(dag)}", laatste.plek("ontvangen")),),
    )
    return met_beleid(genomen.register, punt, "beoordeling", dag)


def herstel(genomen: Genomen, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The cure term of each shortcoming: it runs, stands still, or passed without a judgement."""
    for stand in herstelstanden(genomen):
        loopt = stand.termijn is not None and not herstelmelding.beoordeeld(stand)
        if loopt:
            yield _hersteltermijn(genomen, regel, stand)
        if not (loopt and _voorbij(stand)):
            yield from herstelmelding.werkpunt(stand)


def _voorbij(stand: Herstelstand) -> bool:
    return stand.uiterlijk is not None and stand.uiterlijk < stand.genomen.vandaag


def _hersteltermijn(genomen: Genomen, regel: Regimetermijn, stand: Herstelstand) -> Werkpunt:
    wat, gegeven = f"Einde hersteltermijn {stand.tekortkoming}", stand.termijn
    punt = replace(
        maatregelpunt(genomen, "herstel", wat).met(stand),
        nu=zaakopdracht(genomen.dossier, genomen.escalatie, "beoordeling", genomen.maatregel),
        bij=regel.wie,
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg=regel.gevolg,
        vervalt=stand.uiterlijk is not None,
        # A term that was moved or stood still was not counted from its start to this day.
        berekening=gegeven.berekening if gegeven and stand.uiterlijk == gegeven.uiterlijk else None,
    )
    if stand.stil:
        wat = f"Hersteltermijn {stand.tekortkoming} staat STIL"
        return replace(punt, stil=True, uiterlijk=None, berekening=None, wat=wat)
    if _voorbij(stand):
        return replace(
            punt,
            bij="wij",
            wat=f"Herstel van {stand.tekortkoming} beoordelen: verzuim is onbekend",
            gevolg="zonder oordeel is er geen verzuim en geen volgende stap",
        )
    return punt


def bevestiging(genomen: Genomen, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """A measure that has to be confirmed in writing and has no letter that was sent."""
    if genomen.brief is not None and verzending(genomen.dossier, genomen.brief) is not None:
        return
    reden = Reden("er is geen verzonden brief bij deze maatregel", genomen.maatregel.plek("ingaat"))
    punt = replace(
        maatregelpunt(genomen, "bevestiging", regel.titel),
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg=regel.gevolg,
        omdat=(reden,),
        nu=bekendmaken(genomen),
    )
    duur, afwijking = termijnduur(genomen, regel)
    if duur is None:
        yield met_beleid(genomen.register, punt, "bevestiging_stop", genomen.record.ingaat)
        return
    anker = Anker(
        "ingang",
        genomen.record.ingaat,
        Reden(f"gaat in op {datum_vol(genomen.record.ingaat)}", genomen.maatregel.plek("ingaat")),
    )
    yield uitgerekend(
        genomen,
        replace(punt, omdat=(*punt.omdat, *([afwijking] if afwijking else []))),
        regel,
        duur,
        anker=anker,
    )


def zonder_brief(genomen: Genomen) -> Iterator[Werkpunt]:
    """A measure whose letter was not even made; a letter that lies there has a line of its own."""
    instrument, record = genomen.instrument, genomen.record
    if genomen.brief is not None or instrument is None or instrument.brief == "geen":
        return
    if regimetermijn(genomen.contract, record.instrument, "bevestiging"):
        return  # that is its confirmation, which has a line with a term
    # 3:37 lid 3 BW: what did not reach the provider has no effect.
    yield replace(
        maatregelpunt(genomen, "bekendmaken", f"Brief maken bij {instrument.titel.lower()}"),
        gevolg="zolang de aanbieder de brief niet heeft, werkt de maatregel niet",
        nu=bekendmaken(genomen),
        omdat=(
            Reden(
                f"besloten op {datum_vol(record.datum)}, en er is geen brief bij",
                genomen.maatregel.plek(),
            ),
        ),
        sinds=record.datum,
    )


def onverteld(genomen: Genomen) -> Iterator[Werkpunt]:
    """A decision on the measure of which no letter was made; a letter that lies there has its own.

    3:37 lid 3 BW: a standstill ends and a new day counts when the letter reached the provider.
    """
    besluiten: list[tuple[Bestand[Feit], str, str]] = [
        (f, "Onze beslissing op het bezwaar", "reactie-bezwaar")
        for bezwaar in genomen.bij(Bezwaar)
        for f in genomen.bij(Beslissing, bezwaar)
    ]
    bronnen: list[Bestand[Aanpassing] | Bestand[Hervatting]] = [
        *genomen.bij(Aanpassing),
        *genomen.bij(Hervatting),
        *(f for s in genomen.bij(Schorsing) for f in genomen.bij(Hervatting, s)),
    ]
    besluiten += [
        (f, "De nieuwe dag voor herstel", "verlenging-hersteltermijn")
        for f in bronnen
        if f.record.nieuwe_data
    ]
    for feit, wat, soort in besluiten:
        if brief_over(genomen.dossier, feit) is None:
            yield replace(
                maatregelpunt(genomen, "meedelen", f"{wat} aan de aanbieder schrijven"),
                plek=feit.plek(),
                gevolg="zolang de aanbieder het niet weet, telt het besluit niet",
                nu=opdracht(
                    "brief", "maak", genomen.dossier.id, soort, genomen.escalatie.id, bij=feit.stam
                ),
                omdat=(Reden(f"besloten op {datum_vol(feit.record.datum)}", feit.plek("datum")),),
                sinds=feit.record.datum,
            )


def bekendmaken(genomen: Genomen) -> Advies:
    """The command that brings the measure to the provider: its own letter, else one of its kind."""
    if genomen.brief is not None:
        return te_versturen(genomen.dossier, genomen.brief)
    soort = genomen.instrument.brief if genomen.instrument else "geen"
    bevestiging = briefsoort(f"bevestiging-{soort}", genomen.contract.regime)
    return opdracht(
        "brief",
        "maak",
        genomen.dossier.id,
        bevestiging.soort if bevestiging else soort,
        genomen.escalatie.id,
        bij=genomen.maatregel.stam,
    )


def overig(genomen: Genomen) -> Iterator[Werkpunt]:
    """What a measure itself promises: to hear afterwards, and to look again."""
    record = genomen.record
    zaak, feit = genomen.escalatie, genomen.maatregel
    if record.spoed and not alsnog_gehoord(genomen.dossier, zaak, feit, genomen.vandaag):
        yield replace(
            maatregelpunt(genomen, "alsnog", f"Alsnog: {record.spoed.alsnog}"),
            uiterlijk=record.spoed.alsnog_uiterlijk,
            grond="spoed",
            gevolg="wie zonder horen handelt en dat niet herstelt, verliest bij de rechter",
            nu=zaakopdracht(genomen.dossier, genomen.escalatie, "wederhoor"),
            omdat=(
                Reden(f"per direct omdat: {record.spoed.reden}", genomen.maatregel.plek("spoed")),
            ),
        )
    if record.reikwijdte and record.reikwijdte.herzien:
        yield replace(
            maatregelpunt(
                genomen, "herzien", f"Maatregel opnieuw bekijken: {record.reikwijdte.wat}"
            ),
            uiterlijk=record.reikwijdte.herzien,
            gevolg="een maatregel die langer duurt dan nodig, is niet evenredig",
            nu=opdracht("escalatie", "toon", genomen.dossier.id, genomen.escalatie.id),
            omdat=(
                Reden(
                    f"herzien op {datum_vol(record.reikwijdte.herzien)}",
                    genomen.maatregel.plek("reikwijdte", "herzien"),
                ),
            ),
        )


def wederhoor(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Werkpunt]:
    """An invitation to be heard whose term runs."""
    dossier = blik.dossier
    for feit in open_uitnodigingen(dossier, escalatie):
        record = feit.record
        if not brak_het_zwijgen(blik, escalatie, record):
            yield Werkpunt(
                soort="wederhoor",
                dossier=dossier.id,
                wat="Reactie op onze voorlopige bevindingen (wederhoor)",
                uiterlijk=reageren_tot(dossier, feit),
                bij="aanbieder",
                grond="onze uitnodiging",
                gevolg="zonder wederhoor geen volgende trede",
                plek=feit.plek(),
                nu=zaakopdracht(dossier, escalatie, "wederhoor"),
                wie=behandelaar(dossier, blik.vandaag),
                kant="AOC",
                verwijzing=feit.id,
                omdat=(
                    Reden(
                        f"uitgenodigd op {datum_vol(record.uitgenodigd)}", feit.plek("uitgenodigd")
                    ),
                ),
            )
