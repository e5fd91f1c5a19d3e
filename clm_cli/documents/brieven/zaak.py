"""Floor 6, zaak: what letters tell of a case: its measure and the fact they are about."""

from __future__ import annotations

from datetime import timedelta

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.delen.bezwaar import bezwaar_van
from clm_cli.derivations.brieven.delen.gezegd import grondtitels
from clm_cli.derivations.brieven.delen.onderzoek import bewijzen, laatste_onderzoek, wederhoor_op
from clm_cli.derivations.brieven.delen.stap import eisenoordeel, stap_van
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie import bezwaren, schorsing
from clm_cli.derivations.escalatie.voorwaarden.geld import facturen, maximum, ruimte
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.zinnen import opsomming, treden
from clm_cli.records.escalatie import Bewijs
from clm_cli.resources import wetteksten
from clm_cli.tijd.datum import bedrag, getal


def zaakgegevens(i: Inhoud) -> dict[str, object]:
    """The measure, its step on the ladder, the investigation, and the right to object."""
    uit: dict[str, object] = {
        "onderzoek": "",
        "wederhoor": "",
        "maatregel": "",
        "trede": "",
        "bezwaar": "",
    }
    bevinding = laatste_onderzoek(i)
    if bevinding is not None:
        uit["onderzoek"] = bevinding.record.model_dump()
        gehoord = wederhoor_op(i, bevinding)
        uit["wederhoor"] = gehoord.record.model_dump() if gehoord else ""
    if i.genomen is None:
        return uit
    if i.genomen.record.overslaan:
        uit["overgeslagen"] = treden(i.genomen.record.overslaan.treden)
    uit["maatregel"] = _maatregel(i, i.genomen)
    if trede := _trede(i, i.genomen):
        uit["trede"] = trede
    uit["bezwaar"] = _bezwaarrecht(i)
    return uit


def _trede(i: Inhoud, genomen: Genomen) -> dict[str, object] | None:
    """The trede of the measure, in the words of the contract."""
    instrument = genomen.instrument
    for trede in i.contract.regime.treden:
        if trede.trede == genomen.record.trede:
            grond = instrument.grond if instrument and instrument.grond else trede.grond
            return {"nummer": trede.trede, "titel": trede.titel, "tekst": grond.tekst}
    return None


def _maatregel(i: Inhoud, genomen: Genomen) -> dict[str, object]:
    """The measure as recorded, with what the ladder says of it."""
    record, instrument = genomen.record, genomen.instrument
    grond = record.verzuimgrond
    return {
        **record.model_dump(),
        **_geld(i, genomen),
        "titel": instrument.titel if instrument else record.instrument,
        "verzuimartikel": wetteksten()[grond.artikel] if grond else "",
        "gronden": list(grondtitels(i)),
        "afwijkingen": [
            {"naam": rij.voorwaarde, "voorwaarde": titel(rij.voorwaarde), "reden": rij.reden}
            for rij in record.afwijkingen
        ],
        "bewijs": [_bewijs(f, titel_) for f, titel_ in bewijzen(i)],
        "reeks": _reeks(i),
    }


def _geld(i: Inhoud, genomen: Genomen) -> dict[str, object]:
    """What the measure asks in money, the invoices it rests on, and the room under the cap."""
    stap, geld = stap_van(i), genomen.record.geldelijk
    gedekt = stap if stap and stap.instrument.maximum else None
    over = ruimte(gedekt) if gedekt else None
    return {
        "facturen": [
            {
                "nummer": f.nummer,
                "datum": f.factuurdatum or "",
                "grond": f.grond,
                "bedrag": f.bedrag,
            }
            for f, _ in (facturen(stap) if stap else ())
        ],
        "maximum": maximum(gedekt).tekst if gedekt else "",
        "ruimte": bedrag(over) if over is not None else "",
        "bedrag": bedrag(geld.bedrag) if geld and geld.bedrag is not None else "",
        "deel": f"{getal(geld.procent)} %" if geld and geld.procent is not None else "",
    }


def titel(voorwaarde: str) -> str:
    """A condition in words: what it asks."""
    rij = VOORWAARDEN.get(voorwaarde)
    woorden = rij.titel if rij else voorwaarde
    return woorden[:1].lower() + woorden[1:].rstrip(".")


def _bewijs(feit: Bestand[Bewijs], titel_: str) -> dict[str, object]:
    record = feit.record
    return {
        "titel": titel_,
        "door": record.vastgesteld_door or "",
        "op": record.vastgesteld_op or "",
        "stukken": opsomming(
            stuk.titel or stuk.bestand or stuk.vindplaats or "" for stuk in record.bijlagen
        ),
        "gemeenten": opsomming(record.gemeenten),
        "elementen": [e.model_dump() for e in record.elementen],
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
    gesprek, organisatie = (
        bezwaren.regeltermijn(i.genomen, "directiegesprek"),
        i.register.organisatie,
    )
    adres = organisatie.adres
    uit: dict[str, object] = {
        "bepaling": regel.grond.tekst,
        "gesprek": str(gesprek.termijn) if gesprek else "",
        "termijn": str(regel.termijn or ""),
    }
    uit |= {
        "verzenden": bezwaren.verzenden_volstaat(i.genomen),
        "stil": schorsing.staat_stil(i.genomen),
        "waarvoor": _waarvoor(i),
    }
    if dagen:
        uit["uiterlijk"] = dagen[0].uiterlijk
    if organisatie.email_bezwaar:
        uit["email"] = str(organisatie.email_bezwaar)
    uit["post"] = (
        (
            f"{organisatie.naam}, t.a.v. de directie, {adres.straat}, {adres.postcode}  "
            f"{adres.plaats.upper()}"
        )
        if organisatie
        else ""
    )
    return uit


def feitgegevens(i: Inhoud) -> dict[str, object]:
    """The fact that the letter is about, when it is not the measure itself."""
    feit = bezwaar_van(i)
    uit: dict[str, object] = {
        "over": i.over.record.model_dump() if i.over else "",
        "bezwaarschrift": feit.record.model_dump() if feit else "",
    }
    if feit and i.genomen:
        uit["schorst"] = [
            {
                "id": t.id,
                "wat": t.wat,
                "naam": f"tekortkoming {t.id} ({t.wat.rstrip('.')})",
                "antwoord": (u := schorsing.schorst(i.genomen, t.id)).antwoord,
                "omdat": u.tekst,
            }
            for t in i.tekortkomingen
        ]
        uit["tijdig"] = bezwaren.op_tijd(i.genomen, feit).antwoord
        uit["directiegesprekken"] = [
            {"datum": g.record.gehouden, "uitkomst": g.record.uitkomst or ""}
            for g in bezwaren.geschillen(i.genomen)
            if g.record.gehouden and g.record.gehouden <= i.dag
        ]
    nieuw = (
        {n.tekortkoming: n.uiterlijk for n in getattr(i.over.record, "nieuwe_data", ())}
        if i.over
        else {}
    )
    if nieuw:
        uit["nieuw"] = {
            id_: {"uiterlijk": dag, "verzuim": dag + timedelta(days=1)}
            for id_, dag in nieuw.items()
        }
    return uit


def _waarvoor(i: Inhoud) -> str:
    return i.contract.regime.noodzaak.titel if i.contract.regime.noodzaak else ""
