"""Floor 6, verslag: what the report of a talk is filled with, worked out from the record."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.gesprekken import eerste_gedeeld
from clm_cli.derivations.opvolging import stand
from clm_cli.derivations.verslagen import deeltermijn, reactietermijn, te_laat
from clm_cli.documents.document import Gegevens
from clm_cli.documents.gesprekken.cijfers import cijfers
from clm_cli.documents.gesprekken.kop import kop, mens, themas, vragen
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.gesprek import (
    Actie,
    Besluit,
    Bevinding,
    Gehouden,
    Gespreksreactie,
    Vastgesteld,
)
from clm_cli.records.regime import Thema
from clm_cli.tijd.datum import datum_lang, datum_vol

_VAN = {"gezamenlijk": "", "opdrachtgever": "Opdrachtgever: ", "aanbieder": "Aanbieder: "}
"""Whose answer it is."""
_LANDSCHAP = ("stabiel", "beschikbaar", "toegankelijk")
"""What a decision may mean for the care landscape."""


def verslag(blik: Dossierblik, gesprek: Gesprek) -> Gegevens:
    """The report: decisions and actions first, then findings, earlier actions and reactions."""
    dossier, kaart, gehouden = blik.dossier, gesprek.kaart.record, gesprek.kaart.record.gehouden
    assert gehouden is not None  # of a talk that was not held there is no report
    titels = {vraag.id: vraag.titel for vraag in vragen(dossier, kaart.contracten)}
    return {
        **kop(blik, gesprek),
        "gehouden": gehouden,
        "status": _status(blik, gesprek),
        "aanwezig": [mens(blik, genodigde) for genodigde in gehouden.aanwezig],
        "afwezig": [mens(blik, genodigde) for genodigde in gehouden.afwezig],
        "geen": gehouden.geen,
        "besluiten": [_besluit(besluit) for besluit in gehouden.besluiten],
        "acties": [_actie(actie) for actie in gehouden.acties],
        "themas": [_thema(thema, gehouden, titels) for thema in themas(dossier, kaart)],
        "cijfers": cijfers(blik, kaart.contracten, gehouden.datum),
        "eerdere": _eerdere(dossier, gehouden.datum),
        "volgend": gehouden.volgend,
        "reacties": _reacties(blik, gesprek),
    }


def _thema(thema: Thema, gehouden: Gehouden, titels: dict[str, str]) -> Gegevens:
    """A theme with its findings, or why it was not discussed."""
    besproken = next((rij for rij in reversed(gehouden.themas) if rij.thema == thema.id), None)
    niet = besproken is not None and besproken.behandeld == "nee"
    return {
        "titel": thema.titel,
        "bevindingen": [
            _bevinding(rij, titels) for rij in gehouden.bevindingen if rij.thema == thema.id
        ],
        "niet": (besproken.reden or "de reden is niet vastgelegd") if besproken and niet else None,
        "wel": besproken is not None and besproken.behandeld == "ja",
    }


def _status(blik: Dossierblik, gesprek: Gesprek) -> list[tuple[str, str]]:
    """How far the report is, with the terms as counted; silence is never called approval."""
    gedeeld, vast = eerste_gedeeld(gesprek), gesprek.van(Vastgesteld)
    termijn = deeltermijn(blik.register, blik.dossier, gesprek)
    delen = termijn.uiterlijk if termijn else None
    if gedeeld is None:
        voorbij = ", die dag is voorbij" if delen and delen < blik.vandaag else ""
        uiterlijk = (
            f"uiterlijk {datum_lang(delen)}{voorbij}"
            if delen
            else "het contract noemt geen termijn"
        )
        return [("Status", "concept, nog niet gedeeld"), ("Te delen", uiterlijk)]
    laatste = vast[-1].record if vast else None
    hoever = (
        f"vastgesteld op {datum_lang(laatste.datum)} ({laatste.wijze})"
        if laatste
        else "gedeeld, nog niet vastgesteld"
    )
    laat = "; te laat gedeeld" if te_laat(blik.register, blik.dossier, gedeeld) else ""
    uiterlijk = f" (uiterste dag: {datum_lang(delen)}{laat})" if delen else ""
    rijen = [("Status", hoever), ("Gedeeld", f"{datum_lang(gedeeld.record.datum)}{uiterlijk}")]
    reactie = reactietermijn(blik.register, blik.dossier, gesprek)
    if reactie and reactie.uiterlijk:
        rijen.append(("Reacties tot en met", datum_lang(reactie.uiterlijk)))
    return rijen


def _besluit(rij: Besluit) -> dict[str, str]:
    """A decision with its mandate, and what it means for the care landscape as answered (J10)."""
    gevolg, landschap = "", rij.zorglandschap
    if landschap:
        delen = {naam: getattr(landschap, naam) for naam in _LANDSCHAP}
        tekst = "; ".join(f"{naam}: {waarde or 'onbekend'}" for naam, waarde in delen.items())
        gevolg = f"\nZorglandschap: {tekst}."
    onder = f"genomen onder {rij.genomen_onder}" if rij.genomen_onder else ""
    return {
        "id": rij.id,
        "besluit": rij.besluit + gevolg,
        "mandaat": "\n".join(filter(None, (rij.gemandateerd, onder))),
    }


def _actie(actie: Actie) -> Gegevens:
    return {
        "id": actie.id,
        "wie": f"{actie.wie}\n{actie.partij}",
        "wat": actie.wat + (f"\nKlaar als: {actie.klaar_als}" if actie.klaar_als else ""),
        "uiterlijk": datum_lang(actie.uiterlijk) if actie.uiterlijk else "geen dag afgesproken",
    }


def _bevinding(rij: Bevinding, vragen: dict[str, str]) -> Gegevens:
    antwoorden = [
        (vragen.get(a.vraag, a.vraag), " ".join(f"{_VAN[p.van]}{p.tekst}" for p in a.antwoorden))
        for a in rij.antwoorden
    ]
    return {
        "id": rij.id,
        "kern": rij.kern,
        "contract": rij.contract,
        "antwoorden": antwoorden,
        "acties": ", ".join(rij.acties),
    }


def _eerdere(dossier: Dossier, op: date) -> list[dict[str, str]]:
    """What became of the actions of earlier talks: open, or closed since the last talk."""
    eerder = [
        g
        for g in dossier.gesprekken
        if g.kaart.record.gehouden and g.kaart.record.gehouden.datum < op
    ]
    vorige = max(
        (g.kaart.record.gehouden.datum for g in eerder if g.kaart.record.gehouden), default=date.min
    )
    uit = []
    for ander in sorted(eerder, key=lambda g: g.id):
        assert ander.kaart.record.gehouden is not None
        for actie in ander.kaart.record.gehouden.acties:
            na = stand(dossier, f"{ander.kaart.id}#{actie.id}")
            dag = na.gesloten.record.datum if na.gesloten else None
            if dag is not None and (dag < vorige or dag > op):
                continue
            nu = (
                f"{na.gesloten.soort} op {datum_vol(dag)}"
                if na.gesloten and dag
                else f"open{f', verzet naar {datum_vol(na.uiterlijk)}' if na.uiterlijk else ''}"
            )
            uit.append(
                {
                    "id": actie.id,
                    "wie": na.wie or actie.wie,
                    "wat": actie.wat,
                    "was": datum_vol(actie.uiterlijk) if actie.uiterlijk else "geen dag",
                    "nu": nu,
                }
            )
    return uit


def _reacties(blik: Dossierblik, gesprek: Gesprek) -> list[dict[str, str]]:
    """Every remark with what was done with it."""
    gedaan = {rij.punt: rij for feit in gesprek.van(Vastgesteld) for rij in feit.record.verwerkt}
    uit = []
    for feit in gesprek.van(Gespreksreactie):
        laat = ", te laat" if te_laat(blik.register, blik.dossier, feit) else ""
        for punt in feit.record.punten:
            na = gedaan.get(f"{feit.stam}#{punt.id}")
            verwerking, reden = (na.verwerking, na.reden) if na else (punt.verwerking, punt.reden)
            tekst = (
                "nog te verwerken"
                if verwerking == "open"
                else f"{verwerking}{f': {reden}' if reden else ''}"
            )
            uit.append(
                {
                    "id": punt.id,
                    "van": f"{feit.record.van}\n{datum_vol(feit.record.ontvangen)}{laat}",
                    "opmerking": f"{punt.onderdeel}: {punt.opmerking}",
                    "verwerking": tekst,
                }
            )
    return uit
