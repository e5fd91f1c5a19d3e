"""Floor 6, kpi: the figures of a provider, each with its norm, its course and its source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clm_cli.derivations.cijferregels import uiterste_dag
from clm_cli.derivations.cijfers import ONBEKEND, Beeld, Cijfer, gaat_beter
from clm_cli.derivations.escalatie.aanleidingen import reeks
from clm_cli.kijk import Dossierblik
from clm_cli.records.cijfers import Meting
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.value import value
from clm_cli.views.cijfers import hoofdstuk
from clm_cli.views.opmaak import Cel, Gegevens, Papier, Plaats, nergens, plek_json, waar, zin
from clm_cli.woorden import met_hoofdletter, met_kleine_letter

_HANG = 10
_MEERVOUD = {
    "week": ("week", "weken"),
    "maand": ("maand", "maanden"),
    "kwartaal": ("kwartaal", "kwartalen"),
    "halfjaar": ("halfjaar", "halfjaren"),
    "jaar": ("jaar", "jaren"),
}


@value
class Kpiblad:
    """What is shown of one provider: all its indicators, or some of them."""

    blik: Dossierblik
    beelden: tuple[Beeld, ...]
    plaats: Plaats = nergens
    perioden: int = 1
    """So many periods of each series are told one by one."""


def toon(blad: Kpiblad, papier: Papier) -> str:
    """The table of the dossier's page, and below it each series to the bottom."""
    naam = blad.blik.dossier.roepnaam(blad.blik.vandaag)
    uit = papier.kop(Cel(f"CIJFERS  {naam}", "vet"), f"stand {datum_vol(blad.blik.vandaag)}")
    if not blad.beelden:
        return "\n".join([*uit, *papier.alinea(_niets(blad.blik), 1)])
    ons = not blad.blik.kijk.exemplaar
    uit += hoofdstuk.tafels(papier, blad.beelden, groep=ons)
    uit += papier.alinea(hoofdstuk.GROEPUITLEG, 1) if ons else []
    for beeld in blad.beelden:
        uit += _een(papier, blad, beeld)
    return "\n".join(uit)


def _niets(blik: Dossierblik) -> str:
    return (
        f"{blik.dossier.id} heeft geen kpi met een norm waarvan al een periode voorbij is; normen "
        "staan bij het contract, bij een perceel of bij de overeenkomst"
    )


def _een(papier: Papier, blad: Kpiblad, beeld: Beeld) -> list[str]:
    """One series: what it counts, the norm and the path, each figure with its source, the rest."""
    kop = f"{beeld.kpi.titel} · {beeld.contract.id}"
    uit = ["", *papier.alinea(Cel(met_hoofdletter(kop), "vet"))]
    uit += _rij(papier, "telt", beeld.kpi.definitie)
    uit += _rij(papier, "norm", _norm(blad, beeld))
    if pad := _pad(beeld):
        uit += _rij(papier, "pad", pad)
    for cijfer in beeld.cijfers[-blad.perioden :]:
        uit += _rij(papier, str(cijfer.periode), _cijfer(blad, beeld, cijfer))
    uit += _rij(papier, "stand", _stand(beeld))
    return uit + _rij(papier, "ladder", _ladder(blad.blik, beeld))


def _rij(papier: Papier, label: str, tekst: str) -> list[str]:
    return papier.alinea(zin(tekst, hoofdletter=False), 1, label, _HANG)


def _met_eenheid(beeld: Beeld, waarde: Decimal) -> str:
    return f"{getal(waarde)} {beeld.kpi.eenheid}"


def _norm(blad: Kpiblad, beeld: Beeld) -> str:
    """The limit that counts now, where it stands, and how it was found."""
    cijfer = beeld.laatste
    if cijfer.afspraak is None:
        return "geen norm in deze periode; het cijfer wordt alleen geduid"
    norm, bron = cijfer.afspraak.norm, waar(cijfer.afspraak.plek, blad.plaats)
    stand = hoofdstuk.norm(beeld) if cijfer.norm is not None else "geen grens"
    delen = [stand, cijfer.omdat, f"sinds {datum_vol(norm.vanaf)}", norm.bron or "zonder bron"]
    return ", ".join(filter(None, delen)) + f" ({bron})"


def _pad(beeld: Beeld) -> str:
    """The agreed steps on the way, with the day on which both parties agreed."""
    afspraak = beeld.laatste.afspraak
    stappen = afspraak.norm.pad if afspraak else ()
    return "; ".join(
        f"{_met_eenheid(beeld, stap.waarde)} vanaf {datum_vol(stap.vanaf)} (afgesproken op "
        f"{datum_vol(stap.afgesproken)})"
        for stap in sorted(stappen, key=lambda stap: stap.vanaf)
    )


def _cijfer(blad: Kpiblad, beeld: Beeld, cijfer: Cijfer) -> str:
    """One figure with what it was made of and where it stands; or why there is none."""
    dag = uiterste_dag(blad.blik.register, beeld.contract, beeld.kpi, cijfer.periode)
    if cijfer.waarde is None:
        toen = f"; moest er uiterlijk op {datum_vol(dag)} zijn" if dag else ""
        return cijfer.reden.tekst.partition(": ")[2] + toen + _bron(blad, cijfer, dag)
    breuk = f" ({cijfer.teller} van {cijfer.noemer})" if cijfer.noemer is not None else ""
    grens = ""
    if cijfer.norm is not None:
        grens = f", {cijfer.oordeel} ({getal(cijfer.norm)})"
        grens += f": {cijfer.volgens}" if cijfer.volgens else ""
    elif cijfer.oordeel == ONBEKEND:
        grens = f", onbekend of het op norm is: {cijfer.omdat}"
    return _met_eenheid(beeld, cijfer.waarde) + breuk + grens + _bron(blad, cijfer, dag)


def _bron(blad: Kpiblad, cijfer: Cijfer, uiterlijk: date | None) -> str:
    """Where a figure stands, in which file it came, when, and how late that was."""
    if cijfer.gemeten is None:
        return ""
    rij, record = cijfer.gemeten.rij, cijfer.gemeten.meting.record
    stuk = record.bron.titel or record.bron.bestand or record.bron.vindplaats or ""
    delen = [waar(cijfer.gemeten.plek, blad.plaats), stuk, getattr(rij, "plaats", None) or ""]
    delen += [f"herzien: {record.reden_herziening}"] if record.reden_herziening else []
    laat = f", te laat (uiterlijk {datum_vol(uiterlijk)})" if uiterlijk else ""
    ontvangen = datum_vol(record.ontvangen)
    if uiterlijk is None or record.ontvangen <= uiterlijk or record.bij:
        laat = ""
    return f"; herkomst: {', '.join(filter(None, delen))}; ontvangen {ontvangen}{laat}"


def _stand(beeld: Beeld) -> str:
    """The last known judgement, for how long, and where it goes."""
    bekend = [c for c in beeld.cijfers if c.oordeel != ONBEKEND]
    delen = []
    if beeld.laatste.oordeel == ONBEKEND:
        delen.append("het laatste cijfer is onbekend")
    if beeld.op_rij:
        een, meer = _MEERVOUD[beeld.kpi.periode]
        delen.append(f"{beeld.op_rij} {een if beeld.op_rij == 1 else meer} op rij niet op norm")
    elif bekend:
        delen.append(f"laatste oordeel ({bekend[-1].periode}): {bekend[-1].oordeel}")
    if beeld.beweging:
        goed = {True: ", dat is beter", False: ", dat is slechter", None: ""}
        delen.append(beeld.beweging + goed[gaat_beter(beeld.kpi, beeld.beweging)])
    return "; ".join(delen)


def _ladder(blik: Dossierblik, beeld: Beeld) -> str:
    """What the contract makes of a run of figures below the norm."""
    regels = [
        regel
        for regel in beeld.contract.regime.aanleidingen
        if regel.soort == "reeks"
        and regel.periode == beeld.kpi.periode
        and (not regel.kpis or beeld.kpi.id in regel.kpis)
    ]
    if not regels:
        slot = "; wel een bespreekpunt in het gesprek" if beeld.op_rij else ""
        return f"een reeks onder de norm is in dit contract geen aanleiding{slot}"
    antwoorden = [
        (regel, reeks(blik, beeld.contract, regel, blik.vandaag, kpi=beeld.kpi.id))
        for regel in regels
    ]
    return "; ".join(
        f"{met_kleine_letter(regel.titel)} ({regel.grond.eis}): {uit.antwoord}"
        for regel, uit in antwoorden
    )


def als_json(blad: Kpiblad) -> Gegevens:
    """All figures as data; a value that is null is unknown and has its reason."""
    return {
        "dossier": blad.blik.dossier.id,
        "op": blad.blik.vandaag,
        "reeksen": [
            {
                **hoofdstuk.beeld_json(beeld),
                "definitie": beeld.kpi.definitie,
                "richting": beeld.kpi.richting,
                "normsoort": beeld.kpi.normsoort,
                "beweging": beeld.beweging or None,
                "ladder": _ladder(blad.blik, beeld),
                "herkomst": [_herkomst(blad, cijfer) for cijfer in beeld.cijfers],
            }
            for beeld in blad.beelden
        ],
    }


def _herkomst(blad: Kpiblad, cijfer: Cijfer) -> Gegevens:
    """Where one figure and its norm stand, and what the figure was made of."""
    meting: Meting | None = cijfer.gemeten.meting.record if cijfer.gemeten else None
    return {
        "periode": str(cijfer.periode),
        "teller": cijfer.teller,
        "noemer": cijfer.noemer,
        "einddoel": cijfer.einddoel,
        "omdat": cijfer.omdat or None,
        "cijfer": plek_json(cijfer.gemeten.plek if cijfer.gemeten else None, blad.plaats),
        "norm": plek_json(cijfer.afspraak.plek if cijfer.afspraak else None, blad.plaats),
        "plaats": getattr(cijfer.gemeten.rij, "plaats", None) if cijfer.gemeten else None,
        "ontvangen": meting.ontvangen if meting else None,
        "herziening": meting.reden_herziening if meting else None,
    }
