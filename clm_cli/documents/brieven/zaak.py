"""Floor 6, briefzaak: what letters tell of a case.

The measure, the fact they are about, and where the case stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.delen import bezwaar_van, laatste_onderzoek, wederhoor_op
from clm_cli.derivations.brieven.delen_maatregel import (
    bewijzen,
    eisenoordeel,
    grondtitels,
    stap_van,
)
from clm_cli.derivations.brieven.inhoud import Inhoud, gemeenten
from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.vervolg import VOORWAARDEN, Vervolgstap, lichter, vervolg
from clm_cli.derivations.escalatie.voorwaarden_bewijs import facturen, maximum, ruimte
from clm_cli.derivations.zinnen import opsomming, treden
from clm_cli.kijk import blik_op
from clm_cli.records.escalatie import Bewijs, Uitvoering
from clm_cli.records.overeenkomst import NietVerlengd
from clm_cli.tijd.datum import bedrag, datum_vol, getal

VERZUIMGRONDEN = {
    "6:82 lid 2": (
        "Indien de schuldenaar tijdelijk niet kan nakomen of uit zijn houding blijkt dat "
        "aanmaning nutteloos zou zijn, kan de ingebrekestelling plaatsvinden door een "
        "schriftelijke mededeling waaruit blijkt dat hij voor het uitblijven van de nakoming "
        "aansprakelijk wordt gesteld."
    ),
    "6:83 onder a": (
        "wanneer een voor de voldoening bepaalde termijn verstrijkt zonder dat de verbintenis is "
        "nagekomen, tenzij blijkt dat de termijn een andere strekking heeft"
    ),
    "6:83 onder b": (
        "wanneer de verbintenis voortvloeit uit onrechtmatige daad of strekt tot schadevergoeding "
        "als bedoeld in artikel 74 lid 1 en de verbintenis niet terstond wordt nagekomen"
    ),
    "6:83 onder c": (
        "wanneer de schuldeiser uit een mededeling van de schuldenaar moet afleiden dat deze in "
        "de nakoming van de verbintenis zal tekortschieten"
    ),
}
"""What the Civil Code says of default without a term, by article (6:82 lid 2, 6:83 BW)."""


_HERSTEL = {
    "hersteld": "hersteld",
    "deels": "deels hersteld",
    "niet": "niet hersteld",
    "onbekend": "herstel niet beoordeeld",
}


def zaakgegevens(i: Inhoud) -> dict[str, Any]:
    """The measure, its step on the ladder, the investigation.

    And the objection that is open against it.
    """
    uit: dict[str, Any] = {
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
    if i.zaak is None:
        return uit
    record, instrument = i.zaak.maatregel.record, i.zaak.instrument
    if record.overslaan:
        uit["overgeslagen"] = treden(record.overslaan.treden)
    trede = next(
        (
            t
            for t in (i.contract.regime.treden if i.contract.regime else ())
            if t.trede == record.trede
        ),
        None,
    )
    stap = stap_van(i)
    uit["maatregel"] = record.model_dump() | {
        "titel": instrument.titel if instrument else record.instrument,
        "verzuimartikel": VERZUIMGRONDEN[record.verzuimgrond.artikel]
        if record.verzuimgrond
        else "",
        "gronden": list(grondtitels(i)),
        "afwijkingen": [
            {"naam": rij.voorwaarde, "voorwaarde": titel(rij.voorwaarde), "reden": rij.reden}
            for rij in record.afwijkingen
        ],
        "bewijs": [_bewijs(f, titel_) for f, titel_ in bewijzen(i)],
        "facturen": [
            {
                "nummer": f.nummer,
                "datum": f.factuurdatum or "",
                "grond": f.grond,
                "bedrag": f.bedrag,
            }
            for f, _ in (facturen(stap) if stap else ())
        ],
        "reeks": _reeks(i),
        "maximum": maximum(stap).tekst if stap and instrument and instrument.maximum else "",
        "ruimte": bedrag(over)
        if stap and instrument and instrument.maximum and (over := ruimte(stap)) is not None
        else "",
        "bedrag": bedrag(record.geldelijk.bedrag)
        if record.geldelijk and record.geldelijk.bedrag is not None
        else "",
        "deel": f"{getal(record.geldelijk.procent)} %"
        if record.geldelijk and record.geldelijk.procent is not None
        else "",
    }
    if trede:
        uit["trede"] = {
            "nummer": trede.trede,
            "titel": trede.titel,
            "tekst": (instrument.grond if instrument and instrument.grond else trede.grond).tekst,
        }
    uit["bezwaar"] = _bezwaarrecht(i)
    return uit


def titel(voorwaarde: str) -> str:
    """A condition in words: what it asks."""
    functie = VOORWAARDEN.get(voorwaarde)
    woorden = (functie.__doc__ or voorwaarde).strip() if functie else voorwaarde
    return woorden[:1].lower() + woorden[1:].rstrip(".")


def _bewijs(feit: Bestand[Bewijs], titel_: str) -> dict[str, Any]:
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


def _bezwaarrecht(i: Inhoud) -> dict[str, Any] | str:
    assert i.zaak
    regel, dagen = bezwaren.regeltermijn(i.zaak, "bezwaar"), i.dagen_van("bezwaar")
    if regel is None:
        return ""
    gesprek, organisatie = bezwaren.regeltermijn(i.zaak, "directiegesprek"), i.register.organisatie
    adres = organisatie.adres if organisatie else None
    uit: dict[str, Any] = {
        "bepaling": regel.grond.tekst,
        "gesprek": str(gesprek.termijn) if gesprek else "",
        "termijn": str(regel.termijn or ""),
    }
    uit |= {
        "verzenden": bezwaren.verzenden_volstaat(i.zaak),
        "stil": bezwaren.staat_stil(i.zaak),
        "waarvoor": _waarvoor(i),
    }
    if dagen:
        uit["uiterlijk"] = dagen[0].uiterlijk
    if organisatie and organisatie.email_bezwaar:
        uit["email"] = str(organisatie.email_bezwaar)
    uit["post"] = (
        (
            f"{organisatie.naam}, t.a.v. de directie, {adres.straat}, {adres.postcode}  "
            f"{adres.plaats.upper()}"
        )
        if organisatie and adres
        else ""
    )
    return uit


def feitgegevens(i: Inhoud) -> dict[str, Any]:
    """The fact that the letter is about, when it is not the measure itself."""
    feit = bezwaar_van(i)
    uit: dict[str, Any] = {
        "over": i.over.record.model_dump() if i.over else "",
        "bezwaarschrift": feit.record.model_dump() if feit else "",
    }
    if feit and i.zaak:
        uit["schorst"] = [
            {
                "id": t.id,
                "wat": t.wat,
                "naam": f"tekortkoming {t.id} ({t.wat.rstrip('.')})",
                "antwoord": (u := bezwaren.schorst(i.zaak, t.id)).antwoord,
                "omdat": u.tekst,
            }
            for t in i.tekortkomingen
        ]
        uit["tijdig"] = bezwaren.op_tijd(i.zaak, feit).antwoord
        uit["directiegesprekken"] = [
            {"datum": g.record.gehouden, "uitkomst": g.record.uitkomst or ""}
            for g in bezwaren.geschillen(i.zaak)
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


def standgegevens(i: Inhoud) -> dict[str, Any]:
    """Where the case stands, for who has to decide; default per shortcoming.

    The option that is not used.
    """
    uit: dict[str, Any] = {}
    record = i.over.record if i.over else None
    if isinstance(record, NietVerlengd) and (
        optie := next((o for o, _ in i.contract.opties if o.id == record.optie), None)
    ):
        uit["optie"] = {"id": optie.id, "duur": str(optie.duur)}
    if i.escalatie is None:
        return {
            **uit,
            "stand": {"trede": 0, "hoogst": 0, "herstel": [], "stappen": [], "lichter": ""},
        }
    stand = stand_van(blik_op(i.register, i.dossier, i.dag), i.escalatie)
    uit["verzuim"] = {rij.tekortkoming: rij.vanaf for rij in stand.herstel if rij.vanaf}
    uit["loopt"] = {
        rij.tekortkoming: rij.uiterlijk for rij in stand.herstel if rij.uiterlijk and not rij.stil
    }
    if i.soort.lezer == "gemeenten":
        uit["uitvoering"] = _uitvoering(i)
    if i.soort.lezer == "intern":
        stappen = vervolg(blik_op(i.register, i.dossier, i.dag), i.escalatie)
        uit["stand"] = {
            "trede": stand.trede,
            "hoogst": stand.hoogst,
            "herstel": [
                {
                    "id": r.tekortkoming,
                    "herstel": _HERSTEL[r.herstel],
                    "verzuim": r.verzuim.antwoord,
                    "omdat": r.verzuim.tekst,
                }
                for r in stand.herstel
            ],
            "stappen": [
                _stap(s, label) for s, label in zip(stappen, _labels(stappen), strict=True)
            ],
            "voorwaarden": _matrix(stappen),
            "lichter": opsomming(
                dict.fromkeys(r.titel for s in stappen for r in lichter(stappen, s))
            ),
            "horen": [
                s.stap.instrument.titel
                for s in stappen
                if any(
                    rij.naam == "wederhoor" and rij.uitspraak.antwoord != "ja"
                    for rij in s.voorwaarden
                )
            ],
            "gehoord": _gehoord(i),
        }
    return uit


def _stap(s: Vervolgstap, label: str) -> dict[str, Any]:
    """One step, whether it can be taken, and why a condition is not met."""
    rijen = [
        {"hard": rij.hard, "omdat": rij.uitspraak.tekst.replace(".; ", "; ")} for rij in s.mist()
    ]
    return {
        "label": label,
        "stap": s.stap.instrument.titel,
        "mag": s.mag,
        "aard": s.stap.instrument.aard,
        "mist": rijen,
    }


def _labels(stappen: Sequence[Vervolgstap]) -> list[str]:
    """The number of each step; where a trede has more instruments, with a letter."""
    per = Counter(s.stap.trede for s in stappen)
    gezien: Counter[int] = Counter()
    uit = []
    for s in stappen:
        uit.append(
            f"{s.stap.trede}{'abcdefgh'[gezien[s.stap.trede]] if per[s.stap.trede] > 1 else ''}"
        )
        gezien[s.stap.trede] += 1
    return uit


def _matrix(stappen: Sequence[Vervolgstap]) -> list[dict[str, Any]]:
    """Every condition once, with its answer for each step.

    Empty where a step does not ask for it.
    """
    titels = {rij.naam: rij.titel for s in stappen for rij in s.voorwaarden}
    return [
        {"titel": titel, "antwoorden": [_antwoord(s, naam) for s in stappen]}
        for naam, titel in titels.items()
    ]


def _antwoord(s: Vervolgstap, naam: str) -> str:
    rij = next((rij for rij in s.voorwaarden if rij.naam == naam), None)
    return (
        ""
        if rij is None
        else "noem"
        if rij.uitspraak.invoer
        else {"onbekend": "?"}.get(rij.uitspraak.antwoord, rij.uitspraak.antwoord)
    )


def _gehoord(i: Inhoud) -> str:
    feit = laatste_onderzoek(i)
    gehoord = wederhoor_op(i, feit) if feit else None
    if feit is None:
        return "Er is nog geen onderzoek waarop de aanbieder kan worden gehoord."
    if gehoord is None:
        return (
            "De aanbieder is nog niet gehoord op de bevindingen van "
            f"{datum_vol(feit.record.datum)}."
        )
    dag = gehoord.record.gehoord
    return (
        f"De aanbieder is gehoord op {datum_vol(dag)}."
        if dag
        else (
            "De aanbieder heeft niet gereageerd tot en met "
            f"{datum_vol(gehoord.record.termijn_tot)}."
        )
    )


def _uitvoering(i: Inhoud) -> list[dict[str, Any]]:
    """Per municipality what it did to carry the measure out, the last word of each.

    Empty where nothing is recorded.
    """
    assert i.zaak
    laatste: dict[str, Bestand[Uitvoering]] = {}
    for feit in sorted(i.zaak.bij(Uitvoering), key=lambda f: (f.record.datum, f.pad)):
        if feit.record.datum <= i.dag:
            laatste[feit.record.gemeente] = feit
    rijen = [(g.naam, laatste.get(g.id)) for g in gemeenten(i)]
    return [
        {
            "gemeente": naam,
            "op": f.record.datum if f else "",
            "gedaan": f.record.gedaan if f else "",
            "klaar": f.record.klaar if f else "",
        }
        for naam, f in rijen
    ]


def _waarvoor(i: Inhoud) -> str:
    return (
        i.contract.regime.noodzaak.titel if i.contract.regime and i.contract.regime.noodzaak else ""
    )
