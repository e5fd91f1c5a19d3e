"""Floor 6, brief: the head of every letter, and what letters about a case are filled with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from clm_cli.derivations.brieven.delen import buiten, is_geheel
from clm_cli.derivations.brieven.delen_maatregel import verzuim_of_reden
from clm_cli.derivations.brieven.inhoud import (
    Briefdag,
    Inhoud,
    gemeenten,
    ondertekenaar,
    verplichting,
    volmacht,
)
from clm_cli.derivations.brieven.verleden import Voorval, verleden
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.zinnen import opsomming, telwoord
from clm_cli.documents.brieven.zaak import feitgegevens, standgegevens, zaakgegevens
from clm_cli.documents.document import Briefhoofd
from clm_cli.documents.veilig import Ruw, veil
from clm_cli.meldingen import ClmFout
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.register import Contract, Dossier, Register
from clm_cli.tijd.datum import datum_kort, datum_vol
from clm_cli.tijd.termijn import Berekening, Eenheid

KALENDERS = {
    "atw": (
        "de algemeen erkende en daarmee gelijkgestelde feestdagen (Algemene termijnenwet, artikel "
        "3, eerste tot en met derde lid)"
    ),
    "atw-zonder-besluiten": (
        "de algemeen erkende en daarmee gelijkgestelde feestdagen (Algemene termijnenwet, artikel "
        "3, eerste en tweede lid)"
    ),
    "feestdagen": "de gebruikelijke feestdagen, met 5 mei alleen in lustrumjaren",
}


def briefhoofd(
    register: Register,
    dossier: Dossier,
    dag: date,
    velden: Iterable[tuple[str, str]],
    verzendwijze: str = "",
    aan: tuple[str, ...] = (),
) -> Briefhoofd:
    """To whom and with which references. Raises ClmFout when the provider's card cannot be read."""
    if dossier.aanbieder is None:
        raise ClmFout(
            f"De kaart van {dossier.id} is niet te lezen.", nu=f"clm controleer {dossier.id}"
        )
    adres, naam = dossier.aanbieder.record.postadres, dossier.naam(dag)
    wie = register.persoon(behandelaar(dossier, dag) or "")
    zaak = dossier.aanbieder.record.zaaknummer
    regels = [("Datum", datum_vol(dag)), *velden, *([("Zaaknummer", zaak)] if zaak else [])]
    regels += (
        [("Behandeld door", ", ".join(d for d in (wie.naam, wie.functie, wie.telefoon) if d))]
        if wie
        else []
    )
    bestuur = (
        naam.statutair if naam else dossier.id,
        "T.a.v. het bestuur",
        *adres.regels,
    )
    return Briefhoofd(
        verzendwijze, aan or bestuur, tuple(sorted(regels, key=lambda rij: rij[0] == "Betreft"))
    )


def lezers(i: Inhoud) -> tuple[str, ...]:
    """For whom a memo or note is, as it stands in the window.

    Empty for a letter to the provider, so that nothing internal is ever addressed to it.
    """
    if i.soort.lezer == "aanbieder":
        return ()
    if i.kaart.aan:
        return i.kaart.aan
    if i.soort.lezer == "gemeenten":
        return tuple(f"Gemeente {g.naam}" for g in gemeenten(i)) or ("De gemeenten",)
    return (
        i.register.organisatie.naam if i.register.organisatie else "",
        "Alleen voor intern gebruik",
    )


def gegevens(i: Inhoud) -> dict[str, Any]:
    """All that a letter's template may use.

    Terms come as days that were worked out, never to be computed there.
    """
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
        "volmachten": [
            {"gemeente": g.naam, "stuk": v.stuk, "van": v.van}
            for g in gemeenten(i)
            if (v := volmacht(i, g))
        ],
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
        "kalender": KALENDERS.get(
            i.dagen[0].berekening.kalender.naam, i.dagen[0].berekening.kalender.naam
        )
        if i.dagen
        else "",
        "teksten": {rij.onderdeel: rij.tekst for rij in i.kaart.teksten},
        "geheel": is_geheel(i.tekst("deel-of-geheel") or ""),
        "opties": opsomming(str(o.duur) for o, _ in i.contract.opties),
        "bijlagen": [stuk.titel or stuk.bestand or stuk.vindplaats for stuk in i.kaart.bijlagen],
        "behandelaar": wie.naam if wie else "",
        "telefoon": (wie.telefoon or "") if wie else "",
        "uw_kenmerk": i.kaart.uw_kenmerk or "",
        "eindigt": duurstand(i.contract, i.dag).tot or "",
        "kop": kopteller(),
        "_nu": {
            "ondertekenaar": "geef --ondertekenaar",
            "uiterlijk": f"clm escalatie maatregel {i.dossier.id}",
        },
    }
    if tekent:
        uit["ondertekenaar"] = {"naam": tekent.naam, "functie": tekent.functie}
    if i.kaart.uitnodiging:
        uit["uitnodiging"] = i.kaart.uitnodiging.model_dump()
    return {**uit, **zaakgegevens(i), **feitgegevens(i), **standgegevens(i)}


def contracttekst(contract: Contract) -> str:
    """'JZ25-P1-031 (ambulant, perceel p1)'."""
    record = contract.kaart.record
    percelen = (
        {p.id: p.titel for p in contract.overeenkomst.kaart.record.percelen}
        if contract.overeenkomst
        else {}
    )
    deel = [
        *record.zorgvormen,
        *(
            f"perceel {percelen.get(p, p)}"
            for p in record.percelen
            if percelen.get(p, p).casefold() not in {v.casefold() for v in record.zorgvormen}
        ),
    ]
    return f"{record.nummer} ({', '.join(deel)})"


def _overeenkomst(contract: Contract) -> dict[str, Any]:
    kaart = contract.overeenkomst.kaart.record if contract.overeenkomst else None
    return {
        "titel": kaart.titel if kaart else "overeenkomst",
        "gesloten": kaart.gesloten or "" if kaart else "",
    }


def _tekortkoming(i: Inhoud, t: Tekortkoming, nummer: int) -> dict[str, Any]:
    waar, woorden = verplichting(i, t)
    dag = next((d for d in i.dagen_van("herstel") if d.tekortkoming == t.id), None)
    termijn = next(
        (
            h
            for h in (i.maatregel.hersteltermijnen if i.maatregel else ())
            if h.tekortkoming == t.id
        ),
        None,
    )
    rij: dict[str, Any] = {
        "nummer": nummer,
        "id": t.id,
        "naam": f"tekortkoming {t.id} ({t.wat.rstrip('.')})",
        "wat": t.wat,
        "feiten": t.feiten,
        "soort": opsomming(_RAAKT.get(soort, soort) for soort in t.soort),
        "waar": waar or "",
        "dreigend": t.ernst == "dreigend",
        "veiligheid": t.raakt_veiligheid == "ja",
    }
    rij |= {
        naam: waarde
        for naam, waarde in (
            ("eis", t.eis),
            ("vaststelling", t.vaststelling),
            ("verplichting", woorden),
        )
        if waarde
    }
    if dag:
        rij |= {
            "uiterlijk": dag.uiterlijk,
            "termijn": str(dag.berekening.duur),
            "verzuim": dag.uiterlijk + timedelta(days=1),
        }
    if termijn:
        rij["redelijk"] = termijn.redelijk
    if i.zaak:
        rij["schorst"] = bezwaren.zou_schorsen(i.zaak, t.id).antwoord
        rij["nodig"] = (
            bezwaren.noodzaak(i.zaak.maatregel, t.id) if bezwaren.noodzaak_telt(i.zaak) else "nee"
        )
        rij["verzuimreden"] = verzuim_of_reden(i, t.id) or ""
        rij["nodig_omdat"] = (
            next(
                (n.reden for n in i.zaak.maatregel.record.noodzaak_per if n.tekortkoming == t.id),
                None,
            )
            or i.zaak.maatregel.record.noodzaak_reden
            or ""
        )
    return rij


def _partij(i: Inhoud) -> str:
    """How the letter calls the buyer: in the word of the contract."""
    partij = next(
        (
            p
            for p in (i.contract.regime.partijen if i.contract.regime else ())
            if p.partij == "opdrachtgever"
        ),
        None,
    )
    return (partij.in_brieven or f"de {partij.benaming}") if partij else "de opdrachtgever"


_RAAKT = {"continuiteit": "continuïteit", "financieel": "financiën"}
"""What a shortcoming touches, as a noun where the word of the record is none or has no
diaeresis."""


def _verleden(i: Inhoud) -> dict[str, Any]:
    """What went before: all of it in one list.

    And apart what is about all shortcomings of the letter.
    """
    rijen, ids = verleden(i), {t.id for t in i.tekortkomingen}

    def van(voorval: Voorval) -> set[str]:
        return set(voorval.tekortkomingen) & ids

    def regel(voorval: Voorval) -> dict[str, Any]:
        over = (
            f"({opsomming(sorted(van(voorval)))})" if van(voorval) and van(voorval) != ids else ""
        )
        return {"datum": voorval.datum, "zin": voorval.zin, "over": over}

    return {
        "verleden": [regel(rij) for rij in rijen],
        "verleden_samen": [regel(rij) for rij in rijen if not van(rij) or van(rij) == ids],
        "verleden_per": {
            id_: [regel(rij) for rij in rijen if id_ in van(rij) and van(rij) != ids] for id_ in ids
        },
    }


def _dag(dag: Briefdag) -> dict[str, Any]:
    return {"uiterlijk": dag.uiterlijk, "termijn": str(dag.berekening.duur), "titel": dag.titel}


def _berekeningen(dagen: tuple[Briefdag, ...]) -> list[dict[str, Any]]:
    """The count of each term, day by day, as an annex prints it.

    Terms that are counted alike are printed once.
    """
    gelijk: dict[tuple[Any, ...], list[Briefdag]] = {}
    for dag in dagen:
        gelijk.setdefault(
            (dag.titel, dag.berekening.start, dag.uiterlijk, dag.berekening.duur), []
        ).append(dag)
    return [
        _berekening(rijen[0], opsomming(d.tekortkoming for d in rijen if d.tekortkoming))
        for rijen in gelijk.values()
    ]


def _berekening(dag: Briefdag, tekortkomingen: str) -> dict[str, Any]:
    rekening = dag.berekening
    geteld = [f"{datum_kort(d.datum)} ({d.nummer})" for d in rekening.dagen if d.telt]
    werkdagen = rekening.duur.eenheid is Eenheid.WERKDAGEN
    kort = not werkdagen and len(geteld) > 31
    return {
        "titel": f"{dag.titel} {tekortkomingen}".strip(),
        "termijn": str(rekening.duur),
        "start": rekening.start,
        "uiterlijk": dag.uiterlijk,
        "geteld": (
            f"van {datum_vol(rekening.dagen[0].datum)} tot en met {datum_vol(rekening.nominaal)}"
        )
        if kort
        else ", ".join(geteld),
        "niet": _niet_geteld(rekening) if werkdagen else "",
        "kanttekeningen": [
            *filter(None, [rekening.verschuiving]),
            *rekening.kalender.kanttekeningen(rekening.start, rekening.uiterlijk),
        ],
    }


def _niet_geteld(rekening: Berekening) -> str:
    """The working days of the week that do not count, each with why, and the weekends.

    Empty when there are none such.
    """
    dagen = [
        f"{datum_kort(d.datum)} ({d.reden.replace(' (', ', ').rstrip(')')})"
        for d in rekening.dagen
        if not d.telt and d.reden and d.datum.weekday() < 5
    ]
    return f"{', '.join(dagen)}, en de zaterdagen en zondagen" if dagen else ""


def kopteller() -> Any:
    """A function for templates that numbers headings: kop('Titel') is the next one."""
    stand = 0

    def kop(titel: object) -> Ruw:
        nonlocal stand
        stand += 1
        return Ruw(f"# {stand}\\. {veil(str(titel))}")

    return kop
