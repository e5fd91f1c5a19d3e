"""Floor 6, brief: the head of every letter, and what letters about a case are filled with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations import bezwaren
from clm_cli.derivations.briefdelen import bezwaar_van, buiten, is_geheel, laatste_onderzoek, wederhoor_op
from clm_cli.derivations.briefdelen_stap import bewijzen, eisenoordeel, grondtitels, stap_van, verzuim_of_reden
from clm_cli.derivations.briefinhoud import Briefdag, Inhoud, gemeenten, ondertekenaar, verplichting, volmacht
from clm_cli.derivations.briefverleden import Voorval, verleden
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.stand import stand_van
from clm_cli.derivations.vervolg import VOORWAARDEN, Vervolgstap, lichter, vervolg
from clm_cli.derivations.voorwaarden_bewijs import facturen, maximum, ruimte
from clm_cli.derivations.zinnen import opsomming, telwoord, treden
from clm_cli.documents.opmaak import Briefhoofd
from clm_cli.documents.sjabloon import Ruw, veil
from clm_cli.meldingen import ClmFout
from clm_cli.records.escalatie import Bewijs, Tekortkoming, Uitvoering
from clm_cli.records.overeenkomst import NietVerlengd
from clm_cli.register import Contract, Dossier, Register
from clm_cli.tijd.datum import bedrag, datum_kort, datum_vol, getal

VERZUIMGRONDEN = {
    "6:82 lid 2": "Indien de schuldenaar tijdelijk niet kan nakomen of uit zijn houding blijkt dat aanmaning nutteloos zou zijn, kan de ingebrekestelling plaatsvinden door een schriftelijke mededeling waaruit blijkt dat hij voor het uitblijven van de nakoming aansprakelijk wordt gesteld.",
    "6:83 onder a": "wanneer een voor de voldoening bepaalde termijn verstrijkt zonder dat de verbintenis is nagekomen, tenzij blijkt dat de termijn een andere strekking heeft",
    "6:83 onder b": "wanneer de verbintenis voortvloeit uit onrechtmatige daad of strekt tot schadevergoeding als bedoeld in artikel 74 lid 1 en de verbintenis niet terstond wordt nagekomen",
    "6:83 onder c": "wanneer de schuldeiser uit een mededeling van de schuldenaar moet afleiden dat deze in de nakoming van de verbintenis zal tekortschieten",
}
"""The words of the Burgerlijk Wetboek, boek 6, by which default needs no term."""
KALENDERS = {
    "atw": "algemeen erkende en daarmee gelijkgestelde feestdagen (Algemene termijnenwet, artikel 3, eerste tot en met derde lid)",
    "atw-zonder-besluiten": "algemeen erkende en daarmee gelijkgestelde feestdagen (Algemene termijnenwet, artikel 3, eerste en tweede lid)",
    "feestdagen": "de gebruikelijke feestdagen, met 5 mei alleen in lustrumjaren",
}


def briefhoofd(register: Register, dossier: Dossier, dag: date, velden: Iterable[tuple[str, str]], verzendwijze: str = "", aan: tuple[str, ...] = ()) -> Briefhoofd:
    """To whom and with which references. Raises ClmFout when the provider's card cannot be read."""
    if dossier.aanbieder is None:
        raise ClmFout(f"De kaart van {dossier.id} is niet te lezen.", nu=f"clm controleer {dossier.id}")
    adres, naam = dossier.aanbieder.record.postadres, dossier.naam(dag)
    wie = register.persoon(behandelaar(dossier, dag) or "")
    zaak = dossier.aanbieder.record.zaaknummer
    regels = [("Datum", datum_vol(dag)), *velden, *([("Zaaknummer", zaak)] if zaak else [])]
    regels += [("Behandeld door", ", ".join(d for d in (wie.naam, wie.functie, wie.telefoon) if d))] if wie else []
    bestuur = (naam.statutair if naam else dossier.id, "T.a.v. het bestuur", adres.straat, f"{adres.postcode}  {adres.plaats.upper()}")
    return Briefhoofd(verzendwijze, aan or bestuur, tuple(sorted(regels, key=lambda rij: rij[0] == "Betreft")))


def gegevens(i: Inhoud) -> dict[str, Any]:
    """All that a letter's template may use; terms come as days that were worked out, never to be computed there."""
    organisatie, naam = i.register.organisatie, i.dossier.naam(i.dag)
    wie, tekent = i.register.persoon(behandelaar(i.dossier, i.dag) or ""), ondertekenaar(i)
    regime, namen = i.contract.regime, [g.naam for g in gemeenten(i)]
    uit: dict[str, Any] = {
        "aanbieder": naam.statutair if naam else i.dossier.id,
        "organisatie": organisatie.naam if organisatie else "",
        "gemeenten": namen,
        "opdrachtgever": _partij(i),
        "ladder": regime.ladder.in_brieven if regime and regime.ladder else "de escalatie",
        "namens": f"de gemeente{'n' if len(namen) > 1 else ''} {opsomming(namen)}",
        "volmachten": [{"gemeente": g.naam, "stuk": v.stuk, "van": v.van} for g in gemeenten(i) if (v := volmacht(i, g))],
        "overeenkomst": _overeenkomst(i.contract),
        "contract": contracttekst(i.contract),
        "nummer": i.contract.kaart.record.nummer,
        "buiten": opsomming(contracttekst(c) for c in buiten(i)),
        "bijlage": regime.bron.titel if regime else "",
        "eisen": {eis.element: eis.grond.tekst for eis in i.soort.eisen},
        "tekortkomingen": [_tekortkoming(i, t, nr) for nr, t in enumerate(i.tekortkomingen, 1)],
        "aantal": telwoord(len(i.tekortkomingen), "verplichting", "verplichtingen"),
        **_verleden(i),
        "datum": i.dag,
        "ontvangst": i.ontvangst,
        "dagen": {dag.soort: _dag(dag) for dag in i.dagen},
        "berekeningen": _berekeningen(i.dagen),
        "kalender": KALENDERS.get(i.dagen[0].berekening.kalender.naam, i.dagen[0].berekening.kalender.naam) if i.dagen else "",
        "teksten": {rij.onderdeel: rij.tekst for rij in i.kaart.teksten},
        "geheel": is_geheel(i.tekst("deel-of-geheel") or ""),
        "opties": opsomming(str(o.duur) for o, _ in i.contract.opties),
        "bijlagen": [stuk.titel or stuk.bestand or stuk.vindplaats for stuk in i.kaart.bijlagen],
        "behandelaar": wie.naam if wie else "",
        "telefoon": (wie.telefoon or "") if wie else "",
        "uw_kenmerk": i.kaart.uw_kenmerk or "",
        "eindigt": duurstand(i.contract, i.dag).tot or "",
        "kop": kopteller(),
        "_nu": {"ondertekenaar": "geef --ondertekenaar", "uiterlijk": f"clm escalatie maatregel {i.dossier.id}"},
    }
    if tekent:
        uit["ondertekenaar"] = {"naam": tekent.naam, "functie": tekent.functie}
    if i.kaart.uitnodiging:
        uit["uitnodiging"] = i.kaart.uitnodiging.model_dump()
    return {**uit, **_zaak(i), **_feit(i), **_stand(i)}


def contracttekst(contract: Contract) -> str:
    """'JZ25-P1-031 (ambulant, perceel p1)'."""
    record = contract.kaart.record
    percelen = {p.id: p.titel for p in contract.overeenkomst.kaart.record.percelen} if contract.overeenkomst else {}
    deel = [*record.zorgvormen, *(f"perceel {percelen.get(p, p)}" for p in record.percelen if percelen.get(p, p).casefold() not in {v.casefold() for v in record.zorgvormen})]
    return f"{record.nummer} ({', '.join(deel)})"


def _overeenkomst(contract: Contract) -> dict[str, Any]:
    kaart = contract.overeenkomst.kaart.record if contract.overeenkomst else None
    return {"titel": kaart.titel if kaart else "overeenkomst", "gesloten": kaart.gesloten or "" if kaart else ""}


def _tekortkoming(i: Inhoud, t: Tekortkoming, nummer: int) -> dict[str, Any]:
    waar, woorden = verplichting(i, t)
    dag = next((d for d in i.dagen_van("herstel") if d.tekortkoming == t.id), None)
    termijn = next((h for h in (i.maatregel.hersteltermijnen if i.maatregel else ()) if h.tekortkoming == t.id), None)
    rij: dict[str, Any] = {
        "nummer": nummer, "id": t.id, "naam": f"tekortkoming {t.id} ({t.wat.rstrip('.')})", "wat": t.wat, "feiten": t.feiten, "soort": opsomming(list(t.soort)), "waar": waar or "", "dreigend": t.ernst == "dreigend",
        "veiligheid": t.raakt_veiligheid == "ja",
    }  # fmt: skip
    rij |= {naam: waarde for naam, waarde in (("eis", t.eis), ("vaststelling", t.vaststelling), ("verplichting", woorden)) if waarde}
    if dag:
        rij |= {"uiterlijk": dag.uiterlijk, "termijn": str(dag.berekening.duur), "verzuim": dag.uiterlijk + timedelta(days=1)}
    if termijn:
        rij["redelijk"] = termijn.redelijk
    if i.zaak:
        rij["schorst"] = bezwaren.zou_schorsen(i.zaak, t.id).antwoord
        rij["nodig"] = bezwaren.noodzaak(i.zaak.maatregel, t.id) if bezwaren.noodzaak_telt(i.zaak) else "nee"
        rij["verzuimreden"] = verzuim_of_reden(i, t.id) or ""
        rij["nodig_omdat"] = next((n.reden for n in i.zaak.maatregel.record.noodzaak_per if n.tekortkoming == t.id), None) or i.zaak.maatregel.record.noodzaak_reden or ""
    return rij


def _zaak(i: Inhoud) -> dict[str, Any]:
    """The measure, its step on the ladder, the investigation, and the objection that is open against it."""
    uit: dict[str, Any] = {"onderzoek": "", "wederhoor": "", "maatregel": "", "trede": "", "bezwaar": ""}
    feit = laatste_onderzoek(i)
    if feit is not None:
        uit["onderzoek"] = feit.record.model_dump()
        gehoord = wederhoor_op(i, feit)
        uit["wederhoor"] = gehoord.record.model_dump() if gehoord else ""
    if i.zaak is None:
        return uit
    record, instrument = i.zaak.maatregel.record, i.zaak.instrument
    if record.overslaan:
        uit["overgeslagen"] = treden(record.overslaan.treden)
    trede = next((t for t in (i.contract.regime.treden if i.contract.regime else ()) if t.trede == record.trede), None)
    stap = stap_van(i)
    uit["maatregel"] = record.model_dump() | {
        "titel": instrument.titel if instrument else record.instrument,
        "gronden": list(grondtitels(i)),
        "afwijkingen": [{"voorwaarde": titel(rij.voorwaarde), "reden": rij.reden} for rij in record.afwijkingen],
        "bewijs": [_bewijs(f, titel_) for f, titel_ in bewijzen(i)],
        "facturen": [{"nummer": f.nummer, "datum": f.factuurdatum or "", "grond": f.grond, "bedrag": f.bedrag} for f, _ in (facturen(stap) if stap else ())],
        "reeks": _reeks(i),
        "maximum": maximum(stap).tekst if stap and instrument and instrument.maximum else "",
        "ruimte": bedrag(over) if stap and instrument and instrument.maximum and (over := ruimte(stap)) is not None else "",
        "verzuimartikel": VERZUIMGRONDEN[record.verzuimgrond.artikel] if record.verzuimgrond else "",
        "bedrag": bedrag(record.geldelijk.bedrag) if record.geldelijk and record.geldelijk.bedrag is not None else "",
        "deel": f"{getal(record.geldelijk.procent)} %" if record.geldelijk and record.geldelijk.procent is not None else "",
    }
    if trede:
        uit["trede"] = {"nummer": trede.trede, "titel": trede.titel, "tekst": (instrument.grond if instrument and instrument.grond else trede.grond).tekst}
    uit["bezwaar"] = _bezwaarrecht(i)
    return uit


def titel(voorwaarde: str) -> str:
    """A condition in words: what it asks."""
    functie = VOORWAARDEN.get(voorwaarde)
    return (functie.__doc__ or voorwaarde).strip() if functie else voorwaarde


def _bewijs(feit: Bestand[Bewijs], titel_: str) -> dict[str, Any]:
    record = feit.record
    return {
        "titel": titel_,
        "door": record.vastgesteld_door or "",
        "op": record.vastgesteld_op or "",
        "stukken": opsomming(stuk.titel or stuk.bestand or stuk.vindplaats or "" for stuk in record.bijlagen),
        "gemeenten": opsomming(record.gemeenten),
        "elementen": [e.model_dump() for e in record.elementen],
    }


def _reeks(i: Inhoud) -> str:
    """The periods that carry a request for a plan, when no judgement of our own does."""
    gevonden = eisenoordeel(i) if i.maatregel and not i.maatregel.eisenoordeel and i.soort.eis("eisenoordeel") else ()
    return gevonden[0] if isinstance(gevonden, tuple) and gevonden else ""


def _bezwaarrecht(i: Inhoud) -> dict[str, Any] | str:
    assert i.zaak
    regel, dagen = bezwaren.regeltermijn(i.zaak, "bezwaar"), i.dagen_van("bezwaar")
    if regel is None:
        return ""
    gesprek, organisatie = bezwaren.regeltermijn(i.zaak, "directiegesprek"), i.register.organisatie
    adres = organisatie.adres if organisatie else None
    uit: dict[str, Any] = {"bepaling": regel.grond.tekst, "gesprek": str(gesprek.termijn) if gesprek else "", "termijn": str(regel.termijn or "")}
    uit |= {"verzenden": bezwaren.verzenden_volstaat(i.zaak), "stil": bezwaren.staat_stil(i.zaak), "waarvoor": _waarvoor(i)}
    if dagen:
        uit["uiterlijk"] = dagen[0].uiterlijk
    if organisatie and organisatie.email_bezwaar:
        uit["email"] = str(organisatie.email_bezwaar)
    uit["post"] = f"{organisatie.naam}, t.a.v. de directie, {adres.straat}, {adres.postcode}  {adres.plaats.upper()}" if organisatie and adres else ""
    return uit


def _feit(i: Inhoud) -> dict[str, Any]:
    """The fact that the letter is about, when it is not the measure itself."""
    feit = bezwaar_van(i)
    uit: dict[str, Any] = {"over": i.over.record.model_dump() if i.over else "", "bezwaarschrift": feit.record.model_dump() if feit else ""}
    if feit and i.zaak:
        uit["schorst"] = [{"id": t.id, "wat": t.wat, "naam": f"tekortkoming {t.id} ({t.wat.rstrip('.')})", "antwoord": (u := bezwaren.schorst(i.zaak, t.id)).antwoord, "omdat": u.tekst} for t in i.tekortkomingen]
        uit["tijdig"] = bezwaren.op_tijd(i.zaak, feit).antwoord
        uit["directiegesprekken"] = [{"datum": g.record.gehouden, "uitkomst": g.record.uitkomst or ""} for g in bezwaren.geschillen(i.zaak) if g.record.gehouden and g.record.gehouden <= i.dag]
    nieuw = {n.tekortkoming: n.uiterlijk for n in getattr(i.over.record, "nieuwe_data", ())} if i.over else {}
    if nieuw:
        uit["nieuw"] = {id_: {"uiterlijk": dag, "verzuim": dag + timedelta(days=1)} for id_, dag in nieuw.items()}
    return uit


def _stand(i: Inhoud) -> dict[str, Any]:
    """Where the case stands, for who has to decide; default per shortcoming; the option that is not used."""
    uit: dict[str, Any] = {}
    record = i.over.record if i.over else None
    if isinstance(record, NietVerlengd) and (optie := next((o for o, _ in i.contract.opties if o.id == record.optie), None)):
        uit["optie"] = {"id": optie.id, "duur": str(optie.duur)}
    if i.escalatie is None:
        return {**uit, "stand": {"trede": 0, "hoogst": 0, "herstel": [], "stappen": [], "lichter": ""}}
    stand = stand_van(i.register, i.dossier, i.escalatie, i.dag)
    uit["verzuim"] = {rij.tekortkoming: rij.vanaf for rij in stand.herstel if rij.vanaf}
    uit["loopt"] = {rij.tekortkoming: rij.uiterlijk for rij in stand.herstel if rij.uiterlijk and not rij.stil}
    if i.soort.lezer == "gemeenten":
        uit["uitvoering"] = _uitvoering(i)
    if i.soort.lezer == "intern":
        stappen = vervolg(i.register, i.dossier, i.escalatie, i.dag)
        uit["stand"] = {
            "trede": stand.trede, "hoogst": stand.hoogst,
            "herstel": [{"id": r.tekortkoming, "herstel": r.herstel, "verzuim": r.verzuim.antwoord, "omdat": r.verzuim.tekst} for r in stand.herstel],
            "stappen": [_stap(s) for s in stappen],
            "lichter": opsomming(dict.fromkeys(r.titel for s in stappen for r in lichter(stappen, s))),
            "horen": [s.stap.instrument.titel for s in stappen if any(rij.naam == "wederhoor" and rij.uitspraak.antwoord != "ja" for rij in s.voorwaarden)],
            "gehoord": _gehoord(i),
        }
    return uit


def _stap(s: Vervolgstap) -> dict[str, Any]:
    """One step with each of its conditions and the answer to it."""
    vragen = {rij.naam for rij in s.vraagt()}
    rijen = [{"titel": rij.titel, "hard": rij.hard, "antwoord": "noemen" if rij.naam in vragen else rij.uitspraak.antwoord, "omdat": rij.uitspraak.tekst} for rij in s.voorwaarden]
    return {"stap": f"{s.stap.trede} {s.stap.instrument.titel}", "mag": s.mag, "aard": s.stap.instrument.aard, "mist": opsomming(rij.titel.rstrip(".") for rij in s.mist()), "voorwaarden": rijen}


def _gehoord(i: Inhoud) -> str:
    feit = laatste_onderzoek(i)
    gehoord = wederhoor_op(i, feit) if feit else None
    if feit is None:
        return "er is nog geen onderzoek waarop kan worden gehoord"
    if gehoord is None:
        return f"nog niet gehoord op de bevindingen van {datum_vol(feit.record.datum)}"
    return f"gehoord op {datum_vol(gehoord.record.gehoord)}" if gehoord.record.gehoord else f"geen reactie tot en met {datum_vol(gehoord.record.termijn_tot)}"


def _uitvoering(i: Inhoud) -> list[dict[str, Any]]:
    """Per municipality what it did to carry the measure out, the last word of each; empty where nothing is recorded."""
    assert i.zaak
    laatste: dict[str, Bestand[Uitvoering]] = {}
    for feit in sorted(i.zaak.bij(Uitvoering), key=lambda f: (f.record.datum, f.pad)):
        if feit.record.datum <= i.dag:
            laatste[feit.record.gemeente] = feit
    rijen = [(g.naam, laatste.get(g.id)) for g in gemeenten(i)]
    return [{"gemeente": naam, "op": f.record.datum if f else "", "gedaan": f.record.gedaan if f else "", "klaar": f.record.klaar if f else ""} for naam, f in rijen]


def _partij(i: Inhoud) -> str:
    """How the letter calls the buyer: in the word of the contract."""
    partij = next((p for p in (i.contract.regime.partijen if i.contract.regime else ()) if p.partij == "opdrachtgever"), None)
    return (partij.in_brieven or f"de {partij.benaming}") if partij else "de opdrachtgever"


def _waarvoor(i: Inhoud) -> str:
    return i.contract.regime.noodzaak.titel if i.contract.regime and i.contract.regime.noodzaak else ""


def _verleden(i: Inhoud) -> dict[str, Any]:
    """What went before: all of it in one list, and apart what is about all shortcomings of the letter."""
    rijen, ids = verleden(i), {t.id for t in i.tekortkomingen}

    def van(voorval: Voorval) -> set[str]:
        return set(voorval.tekortkomingen) & ids

    def regel(voorval: Voorval) -> dict[str, Any]:
        over = f" ({opsomming(sorted(van(voorval)))})" if van(voorval) and van(voorval) != ids else ""
        return {"datum": voorval.datum, "zin": voorval.zin, "over": over}

    return {
        "verleden": [regel(rij) for rij in rijen],
        "verleden_samen": [regel(rij) for rij in rijen if not van(rij) or van(rij) == ids],
        "verleden_per": {id_: [regel(rij) for rij in rijen if id_ in van(rij) and van(rij) != ids] for id_ in ids},
    }


def _dag(dag: Briefdag) -> dict[str, Any]:
    return {"uiterlijk": dag.uiterlijk, "termijn": str(dag.berekening.duur), "titel": dag.titel}


def _berekeningen(dagen: tuple[Briefdag, ...]) -> list[dict[str, Any]]:
    """The count of each term, day by day, as an annex prints it; terms that are counted alike are printed once."""
    gelijk: dict[tuple[Any, ...], list[Briefdag]] = {}
    for dag in dagen:
        gelijk.setdefault((dag.titel, dag.berekening.start, dag.uiterlijk, dag.berekening.duur), []).append(dag)
    return [_berekening(rijen[0], opsomming(d.tekortkoming for d in rijen if d.tekortkoming)) for rijen in gelijk.values()]


def _berekening(dag: Briefdag, tekortkomingen: str) -> dict[str, Any]:
    rekening = dag.berekening
    geteld = [f"{datum_kort(d.datum)} ({d.nummer})" for d in rekening.dagen if d.telt]
    kort = rekening.duur.eenheid.value != "werkdagen" and len(geteld) > 31
    niet = [f"{datum_kort(d.datum)} ({d.reden})" for d in rekening.dagen if not d.telt and d.reden and d.datum.weekday() < 5]
    return {
        "titel": f"{dag.titel} {tekortkomingen}".strip(),
        "termijn": str(rekening.duur),
        "start": rekening.start,
        "uiterlijk": dag.uiterlijk,
        "geteld": f"van {datum_vol(rekening.dagen[0].datum)} tot en met {datum_vol(rekening.nominaal)}" if kort else ", ".join(geteld),
        "niet": ", ".join(niet),
        "kanttekeningen": list(rekening.kanttekeningen),
    }


def kopteller() -> Any:
    """A function for templates that numbers headings: kop('Titel') is the next one."""
    stand = 0

    def kop(titel: object) -> Ruw:
        nonlocal stand
        stand += 1
        return Ruw(f"# {stand}\\. {veil(str(titel))}")

    return kop
