"""Floor 4, maatregelen: the running terms of measures.

Answer, plan, cure, objection, directors' talk, judgement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import beleidsreden, verzending
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.bezwaren import geschil_van, ingetrokken, op_tijd
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn
from clm_cli.derivations.escalatie.stand import herstelstanden
from clm_cli.derivations.escalatie.zaken import Zaak, gesloten, zaken
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import Anker, duur_van, kalender_op, termijnbeleid
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import (
    Beoordeling,
    Beslissing,
    Bezwaar,
    Geschil,
    Reactie,
    Verbeterplan,
    Wederhoor,
)
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Dossier, Escalatie
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, bereken


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """All running terms of all measures, and what is due in the case itself."""
    for zaak in zaken(blik):
        regime = zaak.contract.regime
        for regel in regime.termijnen if regime else ():
            if zaak.maatregel.record.instrument in regel.instrumenten:
                yield from _van_soort(zaak, regel)
        yield from _overig(zaak)
    for escalatie in blik.dossier.escalaties:
        if not gesloten(escalatie):
            yield from _wederhoor(blik.dossier, escalatie, blik.vandaag)


def _van_soort(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    if regel.soort == "herstel":
        yield from _herstel(zaak, regel)
    elif regel.soort == "bezwaar":
        yield from _bezwaar(zaak, regel)
    elif regel.soort == "directiegesprek":
        yield from _directiegesprek(zaak, regel)
    elif regel.soort in ("reactie", "verbeterplan"):
        yield from _antwoord(zaak, regel)
    elif regel.soort == "bevestiging":
        yield from _bevestiging(zaak, regel)


def _punt(zaak: Zaak, soort: str, wat: str, **rest: Any) -> Werkpunt:
    punt = Werkpunt(
        soort=soort,
        dossier=zaak.dossier.id,
        wat=wat,
        uiterlijk=None,
        bij="wij",
        grond="beleid",
        gevolg="",
        nu=f"clm escalatie toon {zaak.dossier.id}",
        plek=zaak.maatregel.plek(),
        wie=behandelaar(zaak.dossier, zaak.vandaag),
        contracten=(zaak.contract.id,),
        gemeenten=zaak.contract.gemeenten,
        kant="AOC",
        verwijzing=zaak.maatregel.id,
    )
    return replace(punt, **rest)


def _uitgerekend(
    zaak: Zaak,
    punt: Werkpunt,
    regel: Regimetermijn,
    duur: Duur | None,
    anker: Anker | None = None,
    tekortkoming: str | None = None,
) -> Werkpunt:
    """The line with its term worked out; without a start or a length it says what is missing."""
    uit = termijn(zaak, regel, duur, anker, tekortkoming)
    basis = replace(
        punt,
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg=punt.gevolg or regel.gevolg,
        omdat=(*punt.omdat, *uit.omdat),
        bij=punt.bij if regel.partij == "opdrachtgever" else regel.partij,
        lezing=uit.lezing,
    )
    if uit.uiterlijk is None:
        return basis
    return replace(
        basis,
        uiterlijk=uit.uiterlijk,
        berekening=uit.berekening,
        genoemd=uit.genoemd,
        voorlopig=uit.voorlopig,
        vervalt=regel.recht == "ja" or punt.vervalt,
    )


def _antwoord(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The provider's answer or plan, and then our judgement on it."""
    model = Reactie if regel.soort == "reactie" else Verbeterplan
    antwoorden = zaak.bij(model)
    record = zaak.maatregel.record
    if not antwoorden:
        gewoon, afwijking = duur_van(zaak.contract, regel, record.datum)
        duur = record.antwoordtermijn or gewoon
        redenen = (
            Reden(
                f"in het verzoek staat {duur}: {record.antwoord_reden}",
                zaak.maatregel.plek("antwoordtermijn"),
            ),
        )
        omdat = redenen if record.antwoordtermijn else ((afwijking,) if afwijking else ())
        nu = f"clm escalatie {model.__name__.lower()} {zaak.dossier.id}"
        yield _uitgerekend(
            zaak, _punt(zaak, regel.soort, regel.titel, omdat=omdat, nu=nu), regel, duur
        )
        return
    dag = max(f.record.ontvangen for f in antwoorden)
    open_ = [f for f in antwoorden if f.record.ontvangen == dag and not zaak.bij(Beoordeling, f)]
    if open_ and not any(f.record.over == regel.soort for f in zaak.bij(Beoordeling)):
        yield _te_beoordelen(zaak, open_[0], regel)


def _te_beoordelen(zaak: Zaak, laatste: Bestand[Any], regel: Regimetermijn) -> Werkpunt:
    dag = laatste.record.ontvangen
    wat = (
        f"Oordeel over {'het verbeterplan' if regel.soort == 'verbeterplan' else 'de reactie'} "
        f"van {datum_vol(dag)}"
    )
    punt = _punt(
        zaak,
        "beoordelen",
        wat,
        gevolg="zonder oordeel kan geen volgende stap worden gezet",
        plek=laatste.plek(),
        nu=f"clm escalatie beoordeling {zaak.dossier.id}",
        omdat=(Reden(f"binnengekomen op {datum_vol(dag)}", laatste.plek("ontvangen")),),
    )
    return _met_beleid(zaak, punt, "beoordeling", dag)


def _met_beleid(zaak: Zaak, punt: Werkpunt, veld: str, start: date) -> Werkpunt:
    """The line with a term of our own policy; without that policy there is no day."""
    beleid = termijnbeleid(zaak.register, start)
    duur: Duur | None = getattr(beleid, veld) if beleid else None
    if duur is None:
        return replace(
            punt,
            omdat=(*punt.omdat, Reden(f"in organisatie.yaml staat geen eigen termijn '{veld}'")),
        )
    rekening = bereken(start, duur, kalender_op(zaak.register, start))
    reden = beleidsreden(
        zaak.register, veld, start, f"eigen beleid: {duur}; dit staat niet in het contract"
    )
    return replace(
        punt, uiterlijk=rekening.uiterlijk, berekening=rekening, omdat=(*punt.omdat, reden)
    )


def _herstel(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The cure term of each shortcoming.

    Running, standing still, or passed without anybody having judged.
    """
    beoordeeld = {
        o.onderdeel
        for f in zaak.bij(Beoordeling)
        if f.record.over == "herstel"
        for o in f.record.oordelen
    }
    for stand in herstelstanden(zaak):
        if stand.tekortkoming in beoordeeld or stand.termijn is None:
            continue
        punt = _punt(
            zaak,
            "herstel",
            f"Einde hersteltermijn {stand.tekortkoming}",
            nu=f"clm escalatie beoordeling {zaak.dossier.id}",
            bij=regel.partij,
            grond=regel.grond.eis,
            grond_tekst=regel.grond.tekst,
            gevolg=regel.gevolg,
            omdat=stand.omdat,
            lezing=stand.termijn.lezing,
            genoemd=stand.termijn.genoemd,
            vervalt=stand.uiterlijk is not None,
            uiterlijk=stand.uiterlijk,
            voorlopig=stand.voorlopig,
            berekening=stand.termijn.berekening
            if stand.uiterlijk == stand.termijn.uiterlijk
            else None,
        )
        if stand.stil:
            punt = replace(
                punt,
                stil=True,
                uiterlijk=None,
                berekening=None,
                wat=f"Hersteltermijn {stand.tekortkoming} staat STIL",
            )
        elif punt.uiterlijk is not None and punt.uiterlijk < zaak.vandaag:
            punt = replace(
                punt,
                bij="wij",
                wat=f"Herstel van {stand.tekortkoming} beoordelen: verzuim is onbekend",
                gevolg="zonder oordeel is er geen verzuim en geen volgende stap",
            )
        yield punt


def _bezwaar(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The right to object, until its last day; then the objection itself: acknowledge, decide."""
    gemaakt = zaak.bij(Bezwaar)
    duur, afwijking = duur_van(zaak.contract, regel, zaak.maatregel.record.datum)
    punt = _punt(
        zaak,
        "bezwaar",
        f"{regel.titel} ({zaak.maatregel.record.instrument})",
        omdat=(afwijking,) if afwijking else (),
        nu=(
            "kijk in de post en de mail; is er een bezwaar: clm escalatie bezwaar "
            f"{zaak.dossier.id}"
        ),
    )
    punt = _uitgerekend(zaak, punt, regel, duur)
    if not gemaakt:
        if punt.uiterlijk is None or punt.uiterlijk >= zaak.vandaag:
            yield punt
        return
    for bezwaar in gemaakt:
        if not ingetrokken(zaak, bezwaar) and not zaak.bij(Beslissing, bezwaar):
            yield from _op_bezwaar(zaak, bezwaar)


def _op_bezwaar(zaak: Zaak, bezwaar: Bestand[Bezwaar]) -> Iterator[Werkpunt]:
    record = bezwaar.record
    tijdig = op_tijd(zaak, bezwaar)
    reden = Reden(
        f"bezwaar ontvangen op {datum_vol(record.ontvangen)}: {tijdig.tekst}",
        bezwaar.plek("ontvangen"),
    )
    gesproken = [f for f in (*zaak.bij(Geschil), *zaak.bij(Geschil, bezwaar)) if f.record.gehouden]
    punt = _punt(
        zaak,
        "bezwaar-bevestigen",
        "Ontvangst van het bezwaar bevestigen",
        plek=bezwaar.plek(),
        omdat=(reden,),
    )
    if not any(
        b.kaart.record.soort == "bevestiging-bezwaar" and b.kaart.record.datum >= record.ontvangen
        for b in zaak.dossier.brieven
    ):
        punt = replace(
            punt,
            gevolg="de aanbieder weet niet of het bezwaar is ontvangen",
            nu=(
                f"clm brief maak {zaak.dossier.id} bevestiging-bezwaar {zaak.escalatie.id} --bij "
                f'{bezwaar.stam} --uitnodiging "datum=… tijd=… plaats=…"'
            ),
        )
        yield _met_beleid(zaak, punt, "bevestiging_bezwaar", record.ontvangen)
    beslis = _punt(
        zaak,
        "beslissing",
        "Reactie op het bezwaar",
        plek=bezwaar.plek(),
        nu=f"clm escalatie beslissing {zaak.dossier.id}",
        gevolg="tot de reactie blijft onzeker welke termijnen lopen",
        omdat=(reden,),
    )
    yield (
        _met_beleid(zaak, beslis, "reactie_na_gesprek", gesproken[0].record.gehouden)
        if gesproken
        else beslis
    )


def _directiegesprek(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The talk at directors' level after an objection or a recorded dispute."""
    bron = geschil_van(zaak, regel)
    if bron is None:
        return
    dag, feit = bron
    anker = Anker(
        "ontvangst-bezwaar", dag, Reden(f"het geschil bestaat sinds {datum_vol(dag)}", feit.plek())
    )
    duur, _ = duur_van(zaak.contract, regel, dag)
    punt = _punt(
        zaak,
        "directiegesprek",
        regel.titel,
        nu=f"clm escalatie geschil {zaak.dossier.id}",
        bij="beide",
    )
    yield _uitgerekend(zaak, punt, regel, duur, anker=anker)


def _bevestiging(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """A measure that has to be confirmed in writing and has no letter that was sent."""
    if zaak.brief is not None and verzending(zaak.dossier, zaak.brief) is not None:
        return
    reden = Reden("er is geen verzonden brief bij deze maatregel", zaak.maatregel.plek("ingaat"))
    punt = _punt(
        zaak,
        "bevestiging",
        regel.titel,
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg=regel.gevolg,
        omdat=(reden,),
        nu=_bekendmaken(zaak),
    )
    duur, afwijking = duur_van(zaak.contract, regel, zaak.maatregel.record.datum)
    if duur is None:
        yield _met_beleid(zaak, punt, "bevestiging_stop", zaak.maatregel.record.ingaat)
        return
    anker = Anker(
        "ingang",
        zaak.maatregel.record.ingaat,
        Reden(
            f"gaat in op {datum_vol(zaak.maatregel.record.ingaat)}", zaak.maatregel.plek("ingaat")
        ),
    )
    yield _uitgerekend(
        zaak,
        replace(punt, omdat=(*punt.omdat, *([afwijking] if afwijking else []))),
        regel,
        duur,
        anker=anker,
    )


def _bekendmaken(zaak: Zaak) -> str:
    """The command that brings the measure to the provider.

    Its letter that lies ready, else the letter of its kind.
    """
    if zaak.brief is not None:
        kaart = zaak.brief.kaart.record
        return (
            f"clm brief {'maak' if kaart.ontbreekt or kaart.concept == 'ja' else 'verzonden'} "
            f"{zaak.dossier.id} {zaak.brief.id}"
        )
    soort = zaak.instrument.brief if zaak.instrument else "geen"
    bevestiging = briefsoort(f"bevestiging-{soort}", zaak.contract.regime)
    return (
        f"clm brief maak {zaak.dossier.id} {bevestiging.soort if bevestiging else soort} "
        f"{zaak.escalatie.id} --bij {zaak.maatregel.stam}"
    )


def _overig(zaak: Zaak) -> Iterator[Werkpunt]:
    """What a measure itself promises: to hear afterwards, and to look again."""
    record = zaak.maatregel.record
    gehoord = any(
        f.record.gehoord for f in zaak.escalatie.van(Wederhoor) if f.record.datum >= record.datum
    )
    if record.spoed and not gehoord:
        yield _punt(
            zaak,
            "alsnog",
            f"Alsnog: {record.spoed.alsnog}",
            uiterlijk=record.spoed.alsnog_uiterlijk,
            grond="spoed",
            gevolg="wie zonder horen handelt en dat niet herstelt, verliest bij de rechter",
            nu=f"clm escalatie wederhoor {zaak.dossier.id}",
            omdat=(Reden(f"per direct omdat: {record.spoed.reden}", zaak.maatregel.plek("spoed")),),
        )
    if record.reikwijdte and record.reikwijdte.herzien:
        yield _punt(
            zaak,
            "herzien",
            f"Maatregel opnieuw bekijken: {record.reikwijdte.wat}",
            uiterlijk=record.reikwijdte.herzien,
            gevolg="een maatregel die langer duurt dan nodig, is niet evenredig",
            nu=f"clm escalatie toon {zaak.dossier.id}",
            omdat=(
                Reden(
                    f"herzien op {datum_vol(record.reikwijdte.herzien)}",
                    zaak.maatregel.plek("reikwijdte", "herzien"),
                ),
            ),
        )


def _wederhoor(dossier: Dossier, escalatie: Escalatie, vandaag: date) -> Iterator[Werkpunt]:
    """An invitation to be heard whose term runs."""
    for feit in escalatie.van(Wederhoor):
        record = feit.record
        if record.gehoord is None and record.wijze != "geen reactie":
            yield Werkpunt(
                soort="wederhoor",
                dossier=dossier.id,
                wat="Reactie op onze voorlopige bevindingen (wederhoor)",
                uiterlijk=record.termijn_tot,
                bij="aanbieder",
                grond="onze uitnodiging",
                gevolg="zonder wederhoor geen volgende trede",
                plek=feit.plek(),
                nu=f"clm escalatie wederhoor {dossier.id}",
                wie=behandelaar(dossier, vandaag),
                kant="AOC",
                verwijzing=feit.id,
                omdat=(
                    Reden(
                        f"uitgenodigd op {datum_vol(record.uitgenodigd)}", feit.plek("uitgenodigd")
                    ),
                ),
            )
