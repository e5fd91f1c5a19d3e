"""Floor 6, proef: a made-up case under a regime, step by step: days, gates, terms and letters."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.regime.proef import Proef, Proefbrief, Proefstap
from clm_cli.derivations.regime.proeftermijn import VERZONNEN_DUUR, Proeftermijn
from clm_cli.records.regime import Regime
from clm_cli.tijd.datum import datum_lang
from clm_cli.views.opmaak import Cel, Gegevens, Papier
from clm_cli.views.regime.zinnen import (
    bedragregel,
    bewijsregel,
    duurregel,
    klassenregels,
    maximumregel,
    plafondregel,
    planregel,
)


def toon(blad: Proef, papier: Papier) -> str:
    """Each step with the day it can be taken, what it asks, what runs then, and its letter."""
    uit = papier.alinea(f"PROEF {blad.regime.id}") + papier.alinea(
        "Een verzonnen zaak: elke stap zo vroeg als de termijnen toelaten, elke brief aangekomen "
        "zoals het beleid aanneemt, elk antwoord en elk bezwaar op de laatste dag, elk oordeel de "
        "werkdag daarna; het contract eindigt aan het eind van volgend jaar. Waar het contract "
        f"geen duur noemt, staat hier {VERZONNEN_DUUR}. Een voorwaarde wordt de eerste keer "
        "uitgelegd; van wat bij 'of reden' staat, kan met een vastgelegde reden worden afgeweken. "
        "Open vragen zijn gelezen zoals u dat doet, of anders zoals is voorgesteld."
    )
    if not blad.stappen:
        uit += ["", *papier.alinea("Dit regime heeft geen maatregelen, dus ook geen stappen.")]
    verteld: set[str] = set()
    for stap in blad.stappen:
        uit += ["", *_stap(blad.regime, stap, papier, verteld)]
        verteld |= {naam for naam, _, _ in stap.poort}
    if blad.termijnen or blad.regime.klassen:
        uit += ["", *papier.alinea(Cel("ZONDER MAATREGEL", "vet"))]
    for termijn in blad.termijnen:
        uit += papier.alinea(_termijn(termijn), 2, "termijn  ")
    for zin in klassenregels(blad.regime.klassen) if blad.regime.klassen else ():
        uit += papier.alinea(zin, 2, "klassen  ")
    if blad.brieven:
        uit += ["", *papier.alinea(Cel("ANDERE BRIEVEN", "vet"))]
        for brief in blad.brieven:
            uit += papier.alinea(_brief(brief), 2, "brief    ")
    return "\n".join(uit)


def _stap(regime: Regime, stap: Proefstap, papier: Papier, verteld: set[str]) -> list[str]:
    formeel = " · formele maatregel" if stap.trede.formeel == "ja" else ""
    eis = (stap.instrument.grond or stap.trede.grond).eis
    titel = f"{stap.instrument.titel}{formeel} · {eis}"
    uit = papier.alinea(titel, 0, Cel(_kop(regime, stap), "vet"))
    for naam, zin in stap.belet:
        uit += papier.alinea(f"{naam}: {zin}", 2, "KAN NOOIT  ")
    komt = f"ontvangen {datum_lang(stap.ontvangen)}" if stap.brief else "zonder brief"
    uit += papier.alinea(f"{datum_lang(stap.dag)}; {komt}", 2, "dag      ")
    for label, hard in (("vereist  ", True), ("of reden ", False)):
        namen = [naam for naam, _, is_hard in stap.poort if is_hard is hard]
        uit += papier.alinea(", ".join(namen), 2, label) if namen else []
    for naam, zin, _ in stap.poort:
        uit += papier.alinea(zin, 11, f"{naam}: ") if naam not in verteld else []
    for label, zin in _regels(regime, stap):
        uit += papier.alinea(zin, 2, f"{label:9}")
    for termijn in stap.termijnen:
        uit += papier.alinea(_termijn(termijn), 2, "termijn  ")
    return uit + (papier.alinea(_brief(stap.brief), 2, "brief    ") if stap.brief else [])


def _kop(regime: Regime, stap: Proefstap) -> str:
    if stap.trede.trede == 0 and regime.kent_treden:
        return "BUITEN DE TREDEN  "
    return f"TREDE {stap.trede.trede}  " if regime.kent_treden else "MAATREGEL  "


def _regels(regime: Regime, stap: Proefstap) -> Iterator[tuple[str, str]]:
    """What the contract rules on an instrument apart from its conditions, each under a word."""
    instrument = stap.instrument
    if instrument.na:
        yield "na", instrument.na.instrument
    if instrument.spoed and stap.direct:
        yield "direct", f"kan ook per direct, met horen achteraf ({instrument.spoed.grond.eis})"
    if instrument.plan:
        yield "plan", f"{planregel(instrument.plan)} ({instrument.plan.grond.eis})"
    if instrument.bedrag:
        yield "bedrag", bedragregel(instrument.bedrag)
    if instrument.maximum:
        yield "grens", f"ten hoogste {maximumregel(instrument.maximum)}"
    for plafond in regime.plafonds:
        if instrument.instrument in plafond.instrumenten:
            samen = " en ".join(plafond.instrumenten)
            grens = f"ten hoogste {plafondregel(plafond)}"
            yield "grens", f"{samen}: {grens} ({plafond.grond.eis})"
    if instrument.duur:
        yield "duur", f"{duurregel(instrument.duur)} ({instrument.duur.grond.eis})"
    if stap.brief and (tekent := regime.tekenregel(stap.trede.trede)):
        yield "tekent", f"{' of '.join(tekent.functies)} ({tekent.grond.eis})"
    for vorm in regime.bewijsvormen:
        if vorm.hoort_bij in instrument.bewijs:
            telt = f", {zin}" if (zin := bewijsregel(vorm)) else ""
            door = f", vast te stellen door {' of '.join(vorm.vaststellers)}"
            door = door if vorm.vaststellers else ""
            yield "bewijs", f"{vorm.titel}{telt}{door} ({vorm.grond.eis})"


def _brief(brief: Proefbrief) -> str:
    delen = ", ".join(f"{wat} ({waar})" for wat, waar in brief.onderdelen)
    return f"{brief.titel}{f': {delen}' if delen else ': bij brieven staat niet wat er in moet'}"


def _termijn(rij: Proeftermijn) -> str:
    duur = f"{rij.duur} (verzonnen)" if rij.verzonnen else str(rij.duur)
    kop = f"{rij.titel} ({rij.partij}, {rij.grond.eis}): {duur}, {_loopt(rij)}."
    return f"{kop} {rij.gevolg}".strip()


def _loopt(rij: Proeftermijn) -> str:
    if not rij.van or not rij.uiterlijk:
        begint = f"begint bij {rij.begin}, wat in deze proef niet gebeurt"
        return begint if rij.begin else "het begin is open, en er is geen lezing"
    van, tot = datum_lang(rij.van), datum_lang(rij.uiterlijk)
    begin = (rij.begin or "").replace("-", " ")
    if rij.terug:
        tegen = f", tegen {rij.tegen}" if rij.tegen else ""
        return f"teruggeteld van {begin} op {van}{tegen}: uiterlijk {tot}"
    return f"van {begin} op {van} tot en met {tot}"


def als_json(blad: Proef) -> Gegevens:
    """The same as data."""
    return {
        "regime": blad.regime.id,
        "stappen": [_als_json(blad.regime, stap) for stap in blad.stappen],
        "zonder_maatregel": [_termijn_als_json(rij) for rij in blad.termijnen],
        "andere_brieven": [
            {"brief": brief.titel, "onderdelen": _onderdelen(brief)} for brief in blad.brieven
        ],
    }


def _als_json(regime: Regime, stap: Proefstap) -> Gegevens:
    return {
        "trede": stap.trede.trede,
        "instrument": stap.instrument.instrument,
        "dag": stap.dag.isoformat(),
        "ontvangen": stap.ontvangen.isoformat(),
        "kan_nooit": [{"voorwaarde": naam, "reden": zin} for naam, zin in stap.belet],
        "poort": [
            {"voorwaarde": naam, "vraagt": zin, "hard": hard} for naam, zin, hard in stap.poort
        ],
        "regels": [{"over": over, "regel": zin} for over, zin in _regels(regime, stap)],
        "termijnen": [_termijn_als_json(rij) for rij in stap.termijnen],
        "brief": stap.brief.titel if stap.brief else None,
        "onderdelen": _onderdelen(stap.brief) if stap.brief else [],
    }


def _onderdelen(brief: Proefbrief) -> list[Gegevens]:
    return [{"onderdeel": wat, "eis": waar} for wat, waar in brief.onderdelen]


def _termijn_als_json(rij: Proeftermijn) -> Gegevens:
    return {
        "soort": rij.soort,
        "begin": rij.begin,
        "van": rij.van.isoformat() if rij.van else None,
        "duur": str(rij.duur),
        "verzonnen": rij.verzonnen,
        "uiterlijk": rij.uiterlijk.isoformat() if rij.uiterlijk else None,
        "eis": rij.grond.eis,
    }
