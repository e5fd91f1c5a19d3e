"""Floor 6, zaak: what letters tell of a case: its measure and the fact they are about."""

from __future__ import annotations

from datetime import timedelta

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.aankomst import telt
from clm_cli.derivations.brieven.afwijkingen import IN_BRIEVEN, te_zeggen
from clm_cli.derivations.brieven.bijlagen import bijlagen, nummer_van, nummers_bij
from clm_cli.derivations.brieven.delen.bezwaar import bezwaar_van
from clm_cli.derivations.brieven.delen.gezegd import gronden_van
from clm_cli.derivations.brieven.delen.onderzoek import (
    bewijzen,
    laatste_onderzoek,
    wederhoor_daarna,
    wederhoor_op,
    zonder_horen,
)
from clm_cli.derivations.brieven.delen.partijen import postregel, wegen
from clm_cli.derivations.brieven.delen.stap import (
    bedragzin,
    eisenoordeel,
    overgeslagen,
    stap_van,
)
from clm_cli.derivations.brieven.einde import boetes, eindigend, vorderingen
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.oordelen import intussen_hersteld, plan_mist, planpunten
from clm_cli.derivations.brieven.voorval import eerder_gevraagd, instrumenttitel, meegedeeld
from clm_cli.derivations.escalatie import bezwaren, opschorting
from clm_cli.derivations.escalatie.fraude import om_fraude
from clm_cli.derivations.escalatie.uitnodiging import reageren_tot
from clm_cli.derivations.escalatie.voorwaarden import bedragen
from clm_cli.derivations.escalatie.voorwaarden.geld import facturen, grondslaglezingen
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.zinnen import bijlagewoord, opsomming
from clm_cli.documents.brieven.bewijs import bewijsgegevens
from clm_cli.documents.brieven.tekortkomingen import nodig_zin
from clm_cli.records.basis import Feit
from clm_cli.records.brief import Binnengekomen
from clm_cli.records.escalatie import Beoordeling, Bewijs, Bezwaar, Wederhoor
from clm_cli.tabellen import wetteksten
from clm_cli.tijd.datum import bedrag, getal


def zaakgegevens(i: Inhoud) -> dict[str, object]:
    """The measure, its step on the ladder, the investigation, and the right to object."""
    uit: dict[str, object] = {
        "wederhoor_daarna": [
            {
                **_gehoord(i, f),
                "waarop": "het bewijs" if isinstance(doel.record, Bewijs) else "ons oordeel",
                "van": doel.record.datum,
            }
            for f, doel in wederhoor_daarna(i)
            if is_een(doel, Feit)
        ],
        "maatregel": "",
        "trede": "",
        "bezwaar": "",
        "eindigend": list(eindigend(i)),
        "vorderingen": opsomming(vorderingen(i)),
        "boetes": opsomming(boetes(i)),
    }
    uit |= _onderzoek(i)
    if i.genomen is None:
        return uit
    if i.genomen.record.overslaan:
        uit["overgeslagen"] = overgeslagen(i, i.genomen.record.overslaan.treden)
    uit["maatregel"] = _maatregel(i, i.genomen)
    uit["eerder_gezegd"] = meegedeeld(i, i.genomen.maatregel) or ""
    if trede := _trede(i, i.genomen):
        uit["trede"] = trede
    uit["bezwaar"] = _bezwaarrecht(i)
    return uit


def _onderzoek(i: Inhoud) -> dict[str, object]:
    """The last investigation with its report, and the hearing on it."""
    bevinding = laatste_onderzoek(i)
    if bevinding is None:
        return {"onderzoek": "", "wederhoor": "", "zonder_horen": zonder_horen(i)}
    rapport, gehoord = bevinding.record.rapport, wederhoor_op(i, bevinding)
    nr = nummer_van(bijlagen(i), rapport) if rapport else None
    return {
        "onderzoek": {
            **bevinding.record.model_dump(),
            "bijlage": bijlagewoord([nr] if nr else []),
            "hersteld": opsomming(intussen_hersteld(i, bevinding)),
        },
        "wederhoor": _gehoord(i, gehoord) if gehoord else "",
        "zonder_horen": gehoord is None and zonder_horen(i),
    }


def _gehoord(i: Inhoud, feit: Bestand[Wederhoor]) -> dict[str, object]:
    """A hearing, with the exhibit that holds its report."""
    tot, bijlage = reageren_tot(i.dossier, feit), bijlagewoord(nummers_bij(i, feit.pad))
    return {**feit.record.model_dump(), "termijn_tot": tot, "bijlage": bijlage}


def _trede(i: Inhoud, genomen: Genomen) -> dict[str, object] | None:
    """The trede of the measure, in the words of the contract."""
    instrument = genomen.instrument
    for trede in i.contract.regime.treden:
        if trede.trede == genomen.record.trede:
            grond = instrument.grond if instrument and instrument.grond else trede.grond
            if genomen.record.eisenoordeel and (eis := i.soort.eis("eisenoordeel")):
                grond = eis.grond  # the judgement carries it, and not a row of periods (S12, S11)
            return {"nummer": trede.trede, "titel": trede.titel, "tekst": grond.tekst}
    return None


def _maatregel(i: Inhoud, genomen: Genomen) -> dict[str, object]:
    """The measure as recorded, with what the ladder says of it."""
    record = genomen.record
    grond = record.verzuimgrond
    return {
        **record.model_dump(),
        **_geld(i, genomen),
        "titel": instrumenttitel(i, genomen.maatregel),
        "laatste_dag": record.ingaat - timedelta(days=1),
        "fraude": om_fraude(i.dossier, genomen.escalatie, record),
        "verzuimartikel": wetteksten()[grond.artikel] if grond else "",
        "gronden": [{"titel": titel, "tekst": tekst} for titel, tekst in gronden_van(i)],
        "afwijkingen": [
            {"naam": rij.voorwaarde, "zin": IN_BRIEVEN[rij.voorwaarde], "reden": rij.reden}
            for rij in te_zeggen(record)
        ],
        "bewijs": [bewijsgegevens(i, f, titel_) for f, titel_ in bewijzen(i)],
        "reeks": _reeks(i),
    }


def _geld(i: Inhoud, genomen: Genomen) -> dict[str, object]:
    """What the measure asks in money, the invoices it rests on, and the room under the cap."""
    stap, geld = stap_van(i), genomen.record.geldelijk
    gedekt = stap if stap and bedragen.begrensd(stap) else None
    over = bedragen.ruimte(gedekt) if gedekt else None
    return {
        "facturen": [
            {
                "nummer": f.nummer,
                "datum": f.factuurdatum or "",
                "betaald": f.betaald or "",
                "grond": f.grond,
                "bedrag": f.bedrag,
                "gemeente": g.naam if (g := i.register.gemeente(f.gemeente or "")) else "",
            }
            for f, _ in (facturen(stap) if stap else ())
        ],
        "berekening": bedragzin(i),
        "maximum": bedragen.maximum(gedekt).tekst if gedekt else "",
        "lezingen": "; ".join(grondslaglezingen(gedekt)) if gedekt else "",
        "ruimte": bedrag(over) if over is not None else "",
        "bedrag": bedrag(geld.bedrag) if geld and geld.bedrag is not None else "",
        "deel": f"{getal(geld.procent)} %" if geld and geld.procent is not None else "",
    }


def _reeks(i: Inhoud) -> str:
    """The periods that carry a request for a plan, when no judgement of our own does."""
    gevonden = (
        eisenoordeel(i)
        if i.maatregel and not i.maatregel.eisenoordeel and i.soort.eis("eisenoordeel")
        else ()
    )
    return gevonden[0] if isinstance(gevonden, tuple) and gevonden else ""


def _bezwaarrecht(i: Inhoud) -> dict[str, object] | str:
    assert i.genomen
    regel, dagen = bezwaren.regeltermijn(i.genomen, "bezwaar"), i.dagen_van("bezwaar")
    if regel is None:
        return ""
    gesprek = bezwaren.regeltermijn(i.genomen, "directiegesprek")
    organisatie = i.register.organisatie
    uit: dict[str, object] = {
        "bepaling": regel.grond.tekst,
        "gesprek": str(gesprek.termijn) if gesprek else "",
        "termijn": str(regel.termijn or ""),
        "verzenden": bezwaren.verzenden_volstaat(i.genomen),
        "stil": opschorting.staat_stil(i.genomen),
    }
    if dagen:
        uit["uiterlijk"] = dagen[0].uiterlijk
    uit["wegen"] = wegen(i, str(organisatie.email_bezwaar or ""))
    uit["mail_telt"] = telt(i.contract.regime, "e-mail")
    if organisatie.email_bezwaar:
        uit["email"] = str(organisatie.email_bezwaar)
    # for the attention of those with whom the contract has the talk about it (J46)
    uit["post"] = postregel(organisatie, "de directie" if gesprek else "") if organisatie else ""
    return uit


def feitgegevens(i: Inhoud) -> dict[str, object]:
    """The fact that the letter is about, when it is not the measure itself."""
    feit = bezwaar_van(i)
    uit: dict[str, object] = {
        "over": _over(i),
        "eerder": _eerder(i),
        "uw_brief": _uw_brief(i),
        "plan_mist": plan_mist(i),
        "bezwaarschrift": feit.record.model_dump() if feit else "",
    }
    if feit and i.genomen:
        uit["schorst"] = [
            {
                "id": t.id,
                "wat": t.wat,
                "naam": f"tekortkoming {t.id} ({t.wat.rstrip('.')})",
                "antwoord": opschorting.schorst(i.genomen, t.id).antwoord,
                "ander_bezwaar": opschorting.ander_bezwaar(i.genomen, feit, t.id) or "",
                "reden": _waarom(i.genomen, feit, t.id),
                "nodig_zin": nodig_zin(i, i.genomen, t),
            }
            for t in i.tekortkomingen
        ]
        termijn = bezwaren.bezwaartermijn(i.genomen)
        uit["bezwaar_tot"] = (termijn.uiterlijk if termijn else None) or ""
        uit["bezwaar_vorm"] = feit.record.schriftelijk
        uit["tijdig"] = bezwaren.op_tijd(i.genomen, feit).antwoord
        uit["directiegesprekken"] = [
            {"datum": g.record.gehouden, "uitkomst": g.record.uitkomst or ""}
            for g in bezwaren.geschillen(i.genomen)
            if g.record.gehouden and g.record.gehouden <= i.dag
        ]
    if nieuw := _nieuw(i):
        uit["nieuw"] = nieuw
    return uit


def _nieuw(i: Inhoud) -> dict[str, object]:
    """The new day of each shortcoming, and since when it is in default after that."""
    rijen = i.nieuwe_data
    return {
        n.tekortkoming: {"uiterlijk": n.uiterlijk, "verzuim": n.uiterlijk + timedelta(days=1)}
        for n in rijen
    }


def _eerder(i: Inhoud) -> dict[str, object] | str:
    """Our letter that asked before what this one asks again, as its reader knows it."""
    brief = eerder_gevraagd(i)
    if brief is None:
        return ""
    kaart = brief.kaart.record
    dagen = [rij.uiterlijk for rij in kaart.genoemd if rij.termijn == "antwoord"]
    return {
        "datum": kaart.datum,
        "kenmerk": kaart.kenmerk or "",
        "uiterlijk": max(dagen, default=""),
    }


def _uw_brief(i: Inhoud) -> dict[str, object] | str:
    """Their letter that ours answers, with the day on which it came in."""
    brief = next((b for b in i.dossier.brieven if i.over and b.kaart.pad == i.over.pad), None)
    binnen = brief.van(Binnengekomen) if brief else []
    if brief is None or not binnen:
        return ""
    kaart = brief.kaart.record
    return {
        "datum": kaart.datum,
        "kenmerk": kaart.kenmerk or "",
        "ontvangen": min(feit.record.datum for feit in binnen),
    }


def _over(i: Inhoud) -> dict[str, object] | str:
    """The fact of the letter; what was judged gets its words beside our code for it."""
    if i.over is None:
        return ""
    record = i.over.record
    uit: dict[str, object] = record.model_dump()
    if is_een(i.over, Beoordeling):
        punten = planpunten(i, i.over)
        woorden = {t.id: t.wat for t in i.tekortkomingen}
        woorden |= {id_: punt.hoe for id_, punt in punten.items()}
        uit["oordelen"] = [
            {**rij.model_dump(), "wat": woorden.get(rij.onderdeel, rij.onderdeel)}
            for rij in i.over.record.oordelen
        ]
    return uit


def _waarom(genomen: Genomen, bezwaar: Bestand[Bezwaar], tekortkoming: str) -> str:
    """Why an objection does not hold a measure up, as a word that the template makes a sentence."""
    if bezwaar.record.tegen and tekortkoming not in bezwaar.record.tegen:
        return "ander"
    if opschorting.noodzaak_telt(genomen) and (
        opschorting.noodzaak(genomen.maatregel, tekortkoming) == "ja"
    ):
        return "nodig"
    if bezwaar.record.schriftelijk == "nee":
        return "vorm"
    return "laat" if bezwaren.op_tijd(genomen, bezwaar).antwoord == "nee" else ""
