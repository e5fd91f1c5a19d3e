"""Floor 6, proef: a made-up case under a regime, step by step: days, gates, terms and letters."""

from __future__ import annotations

from dataclasses import dataclass

from clm_cli.derivations.regime.proef import VERZONNEN_DUUR, Proefstap, Proeftermijn
from clm_cli.tijd.datum import datum_lang
from clm_cli.views.opmaak import Cel, Gegevens, Papier


@dataclass(frozen=True)
class Proefblad:
    """The steps of the made-up case."""

    id: str
    stappen: tuple[Proefstap, ...]


def toon(blad: Proefblad, papier: Papier) -> str:
    """Each step with the day it can be taken, what it asks, what runs then, and its letter."""
    uit = papier.alinea(f"PROEF {blad.id}") + papier.alinea(
        "Een verzonnen zaak: elke stap zo vroeg als de termijnen toelaten, elke brief aangekomen "
        "zoals het beleid aanneemt, elk bezwaar op de laatste dag. Waar het contract geen duur "
        f"noemt, staat hier {VERZONNEN_DUUR}. Een voorwaarde wordt de eerste keer uitgelegd; van "
        "wat bij 'of reden' staat, kan met een vastgelegde reden worden afgeweken."
    )
    if not blad.stappen:
        uit += ["", *papier.alinea("Dit regime heeft geen treden, dus ook geen stappen.")]
    verteld: set[str] = set()
    for stap in blad.stappen:
        uit += ["", *_stap(stap, papier, verteld)]
        verteld |= {naam for naam, _, _ in stap.poort}
    return "\n".join(uit)


def _stap(stap: Proefstap, papier: Papier, verteld: set[str]) -> list[str]:
    formeel = " · formele maatregel" if stap.trede.formeel == "ja" else ""
    eis = (stap.instrument.grond or stap.trede.grond).eis
    titel = f"{stap.instrument.titel}{formeel} · {eis}"
    uit = papier.alinea(titel, 0, Cel(f"TREDE {stap.trede.trede}  ", "vet"))
    for naam, zin in stap.belet:
        uit += papier.alinea(f"{naam}: {zin}", 2, "KAN NOOIT  ")
    komt = (
        f"{datum_lang(stap.dag)}; ontvangen {datum_lang(stap.ontvangen)}"
        if stap.brief
        else f"{datum_lang(stap.dag)}; zonder brief"
    )
    uit += papier.alinea(komt, 2, "dag      ")
    for label, hard in (("vereist  ", True), ("of reden ", False)):
        namen = [naam for naam, _, is_hard in stap.poort if is_hard is hard]
        uit += papier.alinea(", ".join(namen), 2, label) if namen else []
    for naam, zin, _ in stap.poort:
        uit += papier.alinea(zin, 11, f"{naam}: ") if naam not in verteld else []
    for termijn in stap.termijnen:
        uit += papier.alinea(_termijn(termijn), 2, "termijn  ")
    if stap.brief:
        delen = ", ".join(f"{wat} ({waar})" for wat, waar in stap.onderdelen)
        erin = f": {delen}" if delen else ": het contract vraagt er niets in"
        uit += papier.alinea(f"{stap.brief}{erin}", 2, "brief    ")
    return uit


def _termijn(rij: Proeftermijn) -> str:
    regel = rij.termijn
    duur = f"{rij.duur} (verzonnen)" if rij.verzonnen else str(rij.duur)
    loopt = (
        f"van {rij.begin} op {datum_lang(rij.van)} tot en met {datum_lang(rij.uiterlijk)}"
        if rij.van and rij.uiterlijk
        else f"begint bij {rij.begin}, wat in deze proef niet gebeurt"
        if rij.begin
        else "het begin is open, en er is geen lezing"
    )
    return f"{regel.titel} ({regel.partij}, {regel.grond.eis}): {duur}, {loopt}. {regel.gevolg}"


def als_json(blad: Proefblad) -> Gegevens:
    """The same as data."""
    return {"regime": blad.id, "stappen": [_als_json(stap) for stap in blad.stappen]}


def _als_json(stap: Proefstap) -> Gegevens:
    return {
        "trede": stap.trede.trede,
        "instrument": stap.instrument.instrument,
        "dag": stap.dag.isoformat(),
        "ontvangen": stap.ontvangen.isoformat(),
        "kan_nooit": [{"voorwaarde": naam, "reden": zin} for naam, zin in stap.belet],
        "poort": [
            {"voorwaarde": naam, "vraagt": zin, "hard": hard} for naam, zin, hard in stap.poort
        ],
        "termijnen": [
            {
                "soort": rij.termijn.soort,
                "begin": rij.begin,
                "van": rij.van.isoformat() if rij.van else None,
                "duur": str(rij.duur),
                "verzonnen": rij.verzonnen,
                "uiterlijk": rij.uiterlijk.isoformat() if rij.uiterlijk else None,
                "eis": rij.termijn.grond.eis,
            }
            for rij in stap.termijnen
        ],
        "brief": stap.brief,
        "onderdelen": [{"onderdeel": wat, "eis": waar} for wat, waar in stap.onderdelen],
    }
