"""Floor 4, maatregelen: the running terms of measures: answer, plan, cure, objection, directors' talk, judgement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven import beleidsreden, genoemd, ontvangst, verzending
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import Anker, Lezing, begin_van, duur_van, kalender_op, reken, termijnbeleid
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zaken import Zaak, gesloten, zaken
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Bezwaar,
    Geschil,
    Hervatting,
    Reactie,
    Schorsing,
    Verbeterplan,
    Wederhoor,
)
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Dossier, Escalatie, Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, bereken, werkdagen_tussen


def werkpunten(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Werkpunt]:
    """All running terms of all measures, and what is due in the case itself."""
    for zaak in zaken(register, dossier, vandaag):
        regime = zaak.contract.regime
        for regel in regime.termijnen if regime else ():
            if zaak.maatregel.record.instrument in regel.instrumenten:
                yield from _van_soort(zaak, regel)
        yield from _overig(zaak)
    for escalatie in dossier.escalaties:
        if not gesloten(escalatie):
            yield from _wederhoor(dossier, escalatie, vandaag)


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


def _anker(zaak: Zaak, begin: str | None) -> Anker | None:
    """The event a term of a measure starts from; None when it is open or has not happened."""
    if begin in ("ontvangst", "verzending") and zaak.brief is not None:
        if begin == "ontvangst":
            return ontvangst(zaak.register, zaak.dossier, zaak.brief)
        return verzending(zaak.dossier, zaak.brief)
    if begin in ("ontvangst", "verzending", "ingang"):
        dag = zaak.maatregel.record.ingaat
        tekst = f"gaat in op {datum_vol(dag)}"
        if begin != "ingang":
            tekst += "; er is geen brief aan deze maatregel gekoppeld"
        return Anker("ingang", dag, Reden(tekst, zaak.maatregel.plek("ingaat")), voorlopig=begin != "ingang")
    return None


def _uitgerekend(zaak: Zaak, punt: Werkpunt, regel: Regimetermijn, duur: Duur | None, anker: Anker | None = None,
                 tekortkoming: str | None = None) -> Werkpunt:  # fmt: skip
    """The line with its term worked out; without a start or a length it says what is missing."""
    begin, lezing = begin_van(zaak.register, zaak.contract, regel, zaak.maatregel.record.datum)
    anker = anker or _anker(zaak, begin)
    basis = replace(
        punt, grond=regel.grond.eis, grond_tekst=regel.grond.tekst, gevolg=punt.gevolg or regel.gevolg,
        bij=punt.bij if regel.partij == "opdrachtgever" else regel.partij, lezing=lezing.tekst if lezing else None,
    )  # fmt: skip
    if anker is None or duur is None:
        return replace(basis, omdat=(*punt.omdat, Reden(_waarom_niet(zaak, begin, lezing, duur), zaak.maatregel.plek())))
    kalender = kalender_op(zaak.register, anker.datum, zaak.contract, regel.soort)
    printed = genoemd(zaak.brief, regel.soort, tekortkoming) if zaak.brief else ()
    van_de_ander = regel.partij != "opdrachtgever"
    uit = reken(anker, duur, kalender, genoemd=printed, recht_wederpartij=van_de_ander, lezing=lezing)
    return replace(
        basis, uiterlijk=uit.uiterlijk, berekening=uit.berekening, genoemd=uit.genoemd, voorlopig=uit.voorlopig,
        omdat=(*punt.omdat, *uit.omdat, Reden(f"de termijn is {duur}", zaak.maatregel.plek())), vervalt=regel.recht == "ja" or punt.vervalt,
    )  # fmt: skip


def _waarom_niet(zaak: Zaak, begin: str | None, lezing: Lezing | None, duur: Duur | None) -> str:
    if begin is None and lezing is not None:
        return f"eerst vragen: {lezing.tekst}"
    if duur is None:
        return "de duur van deze termijn is niet vastgelegd; het contract laat haar aan het verzoek over"
    return "er loopt geen termijn: de brief is nog niet verzonden of is teruggekomen" if zaak.brief else "het begin is niet vastgelegd"


def _antwoord(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The provider's answer or plan, and then our judgement on it."""
    model = Reactie if regel.soort == "reactie" else Verbeterplan
    antwoorden = zaak.bij(model)
    record = zaak.maatregel.record
    if not antwoorden:
        gewoon, afwijking = duur_van(zaak.contract, regel, record.datum)
        duur = record.antwoordtermijn or gewoon
        redenen = (Reden(f"in het verzoek staat {duur}: {record.antwoord_reden}", zaak.maatregel.plek("antwoordtermijn")),)
        omdat = redenen if record.antwoordtermijn else ((afwijking,) if afwijking else ())
        nu = f"clm escalatie {model.__name__.lower()} {zaak.dossier.id}"
        yield _uitgerekend(zaak, _punt(zaak, regel.soort, regel.titel, omdat=omdat, nu=nu), regel, duur)
        return
    laatste = max(antwoorden, key=lambda f: f.record.ontvangen)
    if not zaak.bij(Beoordeling, laatste) and not any(f.record.over == regel.soort for f in zaak.bij(Beoordeling)):
        yield _te_beoordelen(zaak, laatste, regel)


def _te_beoordelen(zaak: Zaak, laatste: Bestand[Any], regel: Regimetermijn) -> Werkpunt:
    dag = laatste.record.ontvangen
    wat = f"Oordeel over {'het verbeterplan' if regel.soort == 'verbeterplan' else 'de reactie'} van {datum_vol(dag)}"
    punt = _punt(
        zaak, "beoordelen", wat, gevolg="zonder oordeel kan geen volgende stap worden gezet", plek=laatste.plek(),
        nu=f"clm escalatie beoordeling {zaak.dossier.id}", omdat=(Reden(f"binnengekomen op {datum_vol(dag)}", laatste.plek("ontvangen")),),
    )  # fmt: skip
    return _met_beleid(zaak, punt, "beoordeling", dag)


def _met_beleid(zaak: Zaak, punt: Werkpunt, veld: str, start: date) -> Werkpunt:
    """The line with a term of our own policy; without that policy there is no day."""
    beleid = termijnbeleid(zaak.register, start)
    duur: Duur | None = getattr(beleid, veld) if beleid else None
    if duur is None:
        return replace(punt, omdat=(*punt.omdat, Reden(f"in organisatie.yaml staat geen eigen termijn '{veld}'")))
    rekening = bereken(start, duur, kalender_op(zaak.register, start))
    reden = beleidsreden(zaak.register, veld, start, f"eigen beleid: {duur}; dit staat niet in het contract")
    return replace(punt, uiterlijk=rekening.uiterlijk, berekening=rekening, omdat=(*punt.omdat, reden))


def _tegen(zaak: Zaak, tekortkoming: str) -> Bestand[Bezwaar] | None:
    """The objection that reaches a shortcoming and is not withdrawn."""
    rijen = [f for f in zaak.bij(Bezwaar) if not f.record.ingetrokken and (not f.record.tegen or tekortkoming in f.record.tegen)]
    return next(iter(rijen), None)


def _nieuwe_dag(zaak: Zaak, tekortkoming: str) -> tuple[date, Reden] | None:
    """The last new date given for a shortcoming by a decision, resumption or change."""
    bronnen: list[Bestand[Any]] = [*zaak.bij(Hervatting), *zaak.bij(Aanpassing)]
    bronnen += [f for bezwaar in zaak.bij(Bezwaar) for f in zaak.bij(Beslissing, bezwaar)]
    rijen = [
        (f.record.datum, rij.uiterlijk, f.plek("nieuwe_data", nr))
        for f in bronnen
        for nr, rij in enumerate(f.record.nieuwe_data)
        if rij.tekortkoming == tekortkoming
    ]
    if not rijen:
        return None
    _, dag, plek = max(rijen, key=lambda rij: rij[0])
    return dag, Reden(f"de nieuwe dag is {datum_vol(dag)}", plek)


def _herstel(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The cure term of each shortcoming: running, standing still, or passed without anybody having judged."""
    beoordeeld = {o.onderdeel for f in zaak.bij(Beoordeling) if f.record.over == "herstel" for o in f.record.oordelen}
    for nummer, rij in enumerate(zaak.maatregel.record.hersteltermijnen):
        if rij.tekortkoming in beoordeeld:
            continue
        punt = _punt(
            zaak, "herstel", f"Einde hersteltermijn {rij.tekortkoming}", vervalt=True, nu=f"clm escalatie beoordeling {zaak.dossier.id}",
            omdat=(Reden(f"redelijk omdat: {rij.redelijk}", zaak.maatregel.plek("hersteltermijnen", nummer)),),
        )  # fmt: skip
        punt = _uitgerekend(zaak, punt, regel, rij.termijn, tekortkoming=rij.tekortkoming)
        nieuw = _nieuwe_dag(zaak, rij.tekortkoming)
        if nieuw:
            punt = replace(punt, uiterlijk=nieuw[0], berekening=None, omdat=(*punt.omdat, nieuw[1]))
        else:
            punt = _stilstand(zaak, punt, rij.tekortkoming)
        if punt.uiterlijk is not None and punt.uiterlijk < zaak.vandaag and not punt.stil:
            punt = replace(
                punt, bij="wij", wat=f"Herstel van {rij.tekortkoming} beoordelen: verzuim is onbekend",
                gevolg="zonder oordeel is er geen verzuim en geen volgende stap",
            )  # fmt: skip
        yield punt


def _stilstand(zaak: Zaak, punt: Werkpunt, tekortkoming: str) -> Werkpunt:
    """What an objection or a recorded suspension does to a cure term, per shortcoming."""
    stil = [f for f in zaak.bij(Schorsing) if not f.record.tekortkomingen or tekortkoming in f.record.tekortkomingen]
    record = zaak.maatregel.record
    bezwaar = _tegen(zaak, tekortkoming)
    noodzaak = next((rij.noodzaak for rij in record.noodzaak_per if rij.tekortkoming == tekortkoming), record.noodzaak)
    if not stil and (bezwaar is None or noodzaak == "ja"):
        return punt
    if not stil and noodzaak == "onbekend":
        vraag = Reden("onbekend of de maatregel nodig is voor veiligheid of tegen fraude; daarvan hangt schorsing af", zaak.maatregel.plek("noodzaak"))
        return replace(punt, uiterlijk=None, berekening=None, omdat=(*punt.omdat, vraag))
    feit: Bestand[Any] = stil[0] if stil else bezwaar  # type: ignore[assignment]
    dag = feit.record.datum if stil else feit.record.ontvangen
    over = ""
    if punt.uiterlijk:
        rest = werkdagen_tussen(dag, punt.uiterlijk, kalender_op(zaak.register, dag, zaak.contract))
        over = f"; er waren nog {rest} werkdagen"
    reden = Reden(f"de termijn staat stil sinds {datum_vol(dag)}{over}", feit.plek())
    return replace(punt, stil=True, uiterlijk=None, wat=f"Hersteltermijn {tekortkoming} staat STIL", omdat=(*punt.omdat, reden))


def _bezwaar(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The right to object, until its last day; then the objection itself: acknowledge, decide."""
    gemaakt = zaak.bij(Bezwaar)
    duur, afwijking = duur_van(zaak.contract, regel, zaak.maatregel.record.datum)
    punt = _punt(
        zaak, "bezwaar", f"{regel.titel} ({zaak.maatregel.record.instrument})", omdat=(afwijking,) if afwijking else (),
        nu=f"kijk in de post en de mail; is er een bezwaar: clm escalatie bezwaar {zaak.dossier.id}",
    )  # fmt: skip
    punt = _uitgerekend(zaak, punt, regel, duur)
    if not gemaakt:
        if punt.uiterlijk is None or punt.uiterlijk >= zaak.vandaag:
            yield punt
        return
    for bezwaar in gemaakt:
        if not bezwaar.record.ingetrokken and not zaak.bij(Beslissing, bezwaar):
            yield from _op_bezwaar(zaak, bezwaar, punt)


def _op_bezwaar(zaak: Zaak, bezwaar: Bestand[Bezwaar], termijn: Werkpunt) -> Iterator[Werkpunt]:
    record = bezwaar.record
    op_tijd = record.verzonden or record.ontvangen
    if termijn.uiterlijk and op_tijd > termijn.uiterlijk:
        vraag = "is het later verzonden?" if record.verzonden else "vraag wanneer het is verzonden"
        stand = f"later dan {datum_vol(termijn.uiterlijk)}; {vraag}"
    else:
        stand = "op tijd" if termijn.uiterlijk else "onbekend of het op tijd is"
    reden = Reden(f"bezwaar ontvangen op {datum_vol(record.ontvangen)}: {stand}", bezwaar.plek("ontvangen"))
    gesproken = [f for f in (*zaak.bij(Geschil), *zaak.bij(Geschil, bezwaar)) if f.record.gehouden]
    punt = _punt(zaak, "bezwaar-bevestigen", "Ontvangst van het bezwaar bevestigen", plek=bezwaar.plek(), omdat=(reden,))
    if not any(b.kaart.record.soort == "bevestiging-bezwaar" and b.kaart.record.datum >= record.ontvangen for b in zaak.dossier.brieven):
        punt = replace(punt, gevolg="de aanbieder weet niet of het bezwaar is ontvangen", nu=f"clm brief maak {zaak.dossier.id} bevestiging-bezwaar")
        yield _met_beleid(zaak, punt, "bevestiging_bezwaar", record.ontvangen)
    beslis = _punt(
        zaak, "beslissing", "Reactie op het bezwaar", plek=bezwaar.plek(), nu=f"clm escalatie beslissing {zaak.dossier.id}",
        gevolg="tot de reactie blijft onzeker welke termijnen lopen", omdat=(reden,),
    )  # fmt: skip
    yield _met_beleid(zaak, beslis, "reactie_na_directiegesprek", gesproken[0].record.gehouden) if gesproken else beslis


def _directiegesprek(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The talk at directors' level after an objection or a recorded dispute."""
    geschillen = [*zaak.bij(Geschil), *(f for b in zaak.bij(Bezwaar) for f in zaak.bij(Geschil, b))]
    if any(f.record.gehouden for f in geschillen):
        return
    bronnen = [(f.record.datum, f) for f in geschillen] + [(b.record.ontvangen, b) for b in zaak.bij(Bezwaar) if not b.record.ingetrokken]
    if not bronnen:
        return
    dag, feit = min(bronnen, key=lambda rij: rij[0])
    anker = Anker("ontvangst-bezwaar", dag, Reden(f"het geschil bestaat sinds {datum_vol(dag)}", feit.plek()))
    duur, _ = duur_van(zaak.contract, regel, dag)
    punt = _punt(zaak, "directiegesprek", regel.titel, nu=f"clm escalatie geschil {zaak.dossier.id}", bij="beide")
    yield _uitgerekend(zaak, punt, regel, duur, anker=anker)


def _bevestiging(zaak: Zaak, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """A measure that has to be confirmed in writing and has no letter that was sent."""
    if zaak.brief is not None and verzending(zaak.dossier, zaak.brief) is not None:
        return
    reden = Reden("er is geen verzonden brief bij deze maatregel", zaak.maatregel.plek("ingaat"))
    punt = _punt(
        zaak, "bevestiging", regel.titel, grond=regel.grond.eis, grond_tekst=regel.grond.tekst, gevolg=regel.gevolg, omdat=(reden,),
        nu=f"clm brief maak {zaak.dossier.id}",
    )  # fmt: skip
    yield _met_beleid(zaak, punt, "bevestiging_stop", zaak.maatregel.record.ingaat)


def _overig(zaak: Zaak) -> Iterator[Werkpunt]:
    """What a measure itself promises: to hear afterwards, and to look again."""
    record = zaak.maatregel.record
    gehoord = any(f.record.gehoord for f in zaak.escalatie.van(Wederhoor) if f.record.datum >= record.datum)
    if record.spoed and not gehoord:
        yield _punt(
            zaak, "alsnog", f"Alsnog: {record.spoed.alsnog}", uiterlijk=record.spoed.alsnog_uiterlijk, grond="spoed",
            gevolg="wie zonder horen handelt en dat niet herstelt, verliest bij de rechter", nu=f"clm escalatie wederhoor {zaak.dossier.id}",
            omdat=(Reden(f"per direct omdat: {record.spoed.reden}", zaak.maatregel.plek("spoed")),),
        )  # fmt: skip
    if record.reikwijdte and record.reikwijdte.herzien:
        yield _punt(
            zaak, "herzien", f"Maatregel opnieuw bekijken: {record.reikwijdte.wat}", uiterlijk=record.reikwijdte.herzien,
            gevolg="een maatregel die langer duurt dan nodig, is niet evenredig", nu=f"clm escalatie toon {zaak.dossier.id}",
            omdat=(Reden(f"herzien op {datum_vol(record.reikwijdte.herzien)}", zaak.maatregel.plek("reikwijdte", "herzien")),),
        )  # fmt: skip


def _wederhoor(dossier: Dossier, escalatie: Escalatie, vandaag: date) -> Iterator[Werkpunt]:
    """An invitation to be heard whose term runs."""
    for feit in escalatie.van(Wederhoor):
        record = feit.record
        if record.gehoord is None and record.wijze != "geen reactie":
            yield Werkpunt(
                soort="wederhoor", dossier=dossier.id, wat="Reactie op onze voorlopige bevindingen (wederhoor)", uiterlijk=record.termijn_tot,
                bij="aanbieder", grond="onze uitnodiging", gevolg="zonder wederhoor geen volgende trede", plek=feit.plek(),
                nu=f"clm escalatie wederhoor {dossier.id}", wie=behandelaar(dossier, vandaag), kant="AOC", verwijzing=feit.id,
                omdat=(Reden(f"uitgenodigd op {datum_vol(record.uitgenodigd)}", feit.plek("uitgenodigd")),),
            )  # fmt: skip
