"""Floor 6, brief: the head of every letter, and what letters about a case are filled with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from clm_cli.derivations import bezwaren
from clm_cli.derivations.briefdelen import bezwaar_van, buiten, laatste_onderzoek, wederhoor_op
from clm_cli.derivations.briefdelen_stap import bewijzen, grondtitels, stap_van
from clm_cli.derivations.briefinhoud import Briefdag, Inhoud, gemeenten, ondertekenaar, verplichting, volmacht
from clm_cli.derivations.briefverleden import verleden
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.stand import stand_van
from clm_cli.derivations.vervolg import lichter, vervolg
from clm_cli.derivations.voorwaarden_bewijs import facturen, maximum
from clm_cli.documents.opmaak import Briefhoofd
from clm_cli.documents.sjabloon import Ruw, veil
from clm_cli.meldingen import ClmFout
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.records.overeenkomst import NietVerlengd
from clm_cli.register import Contract, Dossier, Register
from clm_cli.tijd.datum import bedrag, datum_kort, datum_vol, getal

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
        "namens": f"de gemeente{'n' if len(namen) > 1 else ''} {opsomming(namen)}",
        "volmachten": [{"gemeente": g.naam, "stuk": v.stuk, "van": v.van} for g in gemeenten(i) if (v := volmacht(i, g))],
        "overeenkomst": _overeenkomst(i.contract),
        "contract": contracttekst(i.contract),
        "nummer": i.contract.kaart.record.nummer,
        "buiten": opsomming([contracttekst(c) for c in buiten(i)]),
        "bijlage": regime.bron.titel if regime else "",
        "eisen": {eis.element: eis.grond.tekst for eis in i.soort.eisen},
        "tekortkomingen": [_tekortkoming(i, t, nr) for nr, t in enumerate(i.tekortkomingen, 1)],
        "aantal": telwoord(len(i.tekortkomingen), "verplichting", "verplichtingen"),
        "verleden": [{"datum": dag, "zin": zin} for dag, zin in verleden(i)],
        "datum": i.dag,
        "ontvangst": i.ontvangst,
        "dagen": {dag.soort: _dag(dag) for dag in i.dagen},
        "berekeningen": _berekeningen(i.dagen),
        "kalender": KALENDERS.get(i.dagen[0].berekening.kalender.naam, i.dagen[0].berekening.kalender.naam) if i.dagen else "",
        "teksten": {rij.onderdeel: rij.tekst for rij in i.kaart.teksten},
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


def opsomming(delen: list[str]) -> str:
    """'A, B en C'."""
    return f"{', '.join(delen[:-1])} en {delen[-1]}" if len(delen) > 1 else "".join(delen)


def telwoord(aantal: int, een: str, meer: str) -> str:
    """'een verplichting', 'drie verplichtingen', '14 verplichtingen'."""
    woorden = ("geen", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
    return f"{woorden[aantal] if aantal < len(woorden) else aantal} {een if aantal == 1 else meer}"


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
        "nummer": nummer, "id": t.id, "wat": t.wat, "feiten": t.feiten, "soort": opsomming(list(t.soort)), "waar": waar or "", "dreigend": t.ernst == "dreigend",
        "veiligheid": t.raakt_veiligheid == "ja",
    }  # fmt: skip
    rij |= {naam: waarde for naam, waarde in (("eis", t.eis), ("vaststelling", t.vaststelling), ("verplichting", woorden)) if waarde}
    if dag:
        rij |= {"uiterlijk": dag.uiterlijk, "termijn": str(dag.berekening.duur), "verzuim": dag.uiterlijk + timedelta(days=1)}
    if termijn:
        rij["redelijk"] = termijn.redelijk
    if i.zaak:
        rij["nodig"] = bezwaren.noodzaak(i.zaak.maatregel, t.id)
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
    trede = next((t for t in (i.contract.regime.treden if i.contract.regime else ()) if t.trede == record.trede), None)
    stap = stap_van(i)
    uit["maatregel"] = record.model_dump() | {
        "titel": instrument.titel if instrument else record.instrument,
        "gronden": list(grondtitels(i)),
        "bewijs": [{"titel": titel, "door": f.record.vastgesteld_door or "", "op": f.record.vastgesteld_op or "", "elementen": [e.model_dump() for e in f.record.elementen]} for f, titel in bewijzen(i)],
        "facturen": [regel.model_dump() for regel, _ in (facturen(stap) if stap else ())],
        "maximum": maximum(stap).tekst if stap and instrument and instrument.maximum else "",
        "bedrag": bedrag(record.geldelijk.bedrag) if record.geldelijk and record.geldelijk.bedrag is not None else "",
        "deel": f"{getal(record.geldelijk.procent)} %" if record.geldelijk and record.geldelijk.procent is not None else "",
    }
    if trede:
        uit["trede"] = {"nummer": trede.trede, "titel": trede.titel, "tekst": (instrument.grond if instrument and instrument.grond else trede.grond).tekst}
    uit["bezwaar"] = _bezwaarrecht(i)
    return uit


def _bezwaarrecht(i: Inhoud) -> dict[str, Any] | str:
    assert i.zaak
    regel, dagen = bezwaren.regeltermijn(i.zaak, "bezwaar"), i.dagen_van("bezwaar")
    if regel is None:
        return ""
    gesprek, organisatie = bezwaren.regeltermijn(i.zaak, "directiegesprek"), i.register.organisatie
    adres = organisatie.adres if organisatie else None
    uit: dict[str, Any] = {"bepaling": regel.grond.tekst, "gesprek": str(gesprek.termijn) if gesprek else "", "termijn": str(regel.termijn or "")}
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
        uit["schorst"] = [{"id": t.id, "wat": t.wat, "antwoord": (u := bezwaren.schorst(i.zaak, t.id)).antwoord, "omdat": u.tekst} for t in i.tekortkomingen]
        uit["tijdig"] = bezwaren.op_tijd(i.zaak, feit).antwoord
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
    if i.soort.lezer == "intern":
        stappen = vervolg(i.register, i.dossier, i.escalatie, i.dag)
        uit["stand"] = {
            "trede": stand.trede, "hoogst": stand.hoogst,
            "herstel": [{"id": r.tekortkoming, "herstel": r.herstel, "verzuim": r.verzuim.antwoord, "omdat": r.verzuim.tekst} for r in stand.herstel],
            "stappen": [{"stap": f"{s.stap.trede} {s.stap.instrument.titel}", "mag": s.mag, "mist": "; ".join(f"{rij.naam}: {rij.uitspraak.tekst}" for rij in s.mist())} for s in stappen],
            "lichter": opsomming(list(dict.fromkeys(r.titel for s in stappen for r in lichter(stappen, s)))),
        }  # fmt: skip
    return uit


def _dag(dag: Briefdag) -> dict[str, Any]:
    return {"uiterlijk": dag.uiterlijk, "termijn": str(dag.berekening.duur), "titel": dag.titel}


def _berekeningen(dagen: tuple[Briefdag, ...]) -> list[dict[str, Any]]:
    """The count of each term, day by day, as an annex prints it; terms that are counted alike are printed once."""
    gelijk: dict[tuple[Any, ...], list[Briefdag]] = {}
    for dag in dagen:
        gelijk.setdefault((dag.titel, dag.berekening.start, dag.uiterlijk, dag.berekening.duur), []).append(dag)
    return [_berekening(rijen[0], opsomming([d.tekortkoming for d in rijen if d.tekortkoming])) for rijen in gelijk.values()]


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
