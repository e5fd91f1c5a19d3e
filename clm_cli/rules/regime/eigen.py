"""Floor 5, rules on a contract's own terms, and on what guards its principles."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.zinnen import opsomming
from clm_cli.records.regime import Regime, Regimetermijn
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime

_VAN_WIE = {
    "reactie": "aanbieder",
    "verbeterplan": "aanbieder",
    "bezwaar": "aanbieder",
    "beslissing": "opdrachtgever",
}
"""Whose term a kind is, where it can be of one party only."""
_DOOR_WIE = {
    "oordeel-plan": "opdrachtgever",
    "maatregel": "opdrachtgever",
    "reactie": "aanbieder",
    "verbeterplan": "aanbieder",
    "herstelmelding": "aanbieder",
}
"""The same of a term of the contract's own, by the fact that ends it."""
_STAPPEN = ("stap-mogelijk", "stap-wacht", "vervallen")


@regel("REG740", WAARSCHUWING, per_regime)
def verstrijken_zonder_werking(blik: Regimeblik) -> Iterator[Bevond]:
    """Een termijn of een zwijgen verbindt iets aan het verstrijken dat nergens werkt.

    Waarom: de lezer denkt dat clm de stap tegenhoudt, opent of het plan goedkeurt, en dat gebeurt
    niet.
    Fout: `daarna: stap-mogelijk` met `stappen: [controle]`, terwijl controle de voorwaarde
    termijn-laat-toe niet heeft; of een eigen termijn zonder `tot`.
    Goed: bij elk instrument van `stappen` staat termijn-laat-toe; `zwijgen` heeft een termijn van
    de soort beslissing.
    Wat nu: vul aan wat ontbreekt; `clm regime woorden termijngevolg` toont wat kan.
    """
    for nr, termijn in enumerate(blik.regime.termijnen):
        for zin, nu in _zonder_werking(blik.regime, termijn):
            yield Bevond(
                blik.plek("termijnen", nr),
                f"{termijn.naam or termijn.soort}: {zin}",
                nu,
                grond=termijn.grond.eis,
            )
    regels = blik.regime.bezwaar
    beslist = any(rij.soort == "beslissing" for rij in blik.regime.termijnen)
    if regels and regels.zwijgen and not beslist:
        yield Bevond(
            blik.plek("bezwaar", "zwijgen"),
            "er is geen termijn waarin op een bezwaar wordt beslist, dus zwijgen doet niets",
            "zet bij termijnen een termijn van de soort beslissing",
            grond=regels.zwijgen.grond.eis,
        )


def _zonder_werking(regime: Regime, termijn: Regimetermijn) -> Iterator[tuple[str, str]]:
    """What is tied to the passing of a term and does nothing, with what helps."""
    eigen = termijn.soort == "eigen"
    if eigen and termijn.naam is None:
        yield "de eigen termijn heeft geen naam", "vul naam in"
    heeft = termijn.soort in ("reactie", "verbeterplan") or (
        termijn.soort == "bezwaar" and termijn.daarna == "stap-wacht"
    )
    if termijn.daarna and not eigen and not heeft:
        yield (
            "alleen een eigen termijn, een reactie of een verbeterplan heeft een 'daarna'",
            "maak er een eigen termijn van"
            if termijn.instrumenten
            else "haal 'daarna' weg: bij een termijn zonder instrument voert clm dit niet uit",
        )
    if eigen and termijn.tot is None:
        yield "niets beëindigt de termijn", "noem bij 'tot' wat er moet gebeuren"
    if termijn.begin == "ontvangst-stuk" and termijn.stuk is None:
        yield "er staat niet met welke brief hij begint", "noem de soort brief bij 'stuk'"
    leest = termijn.daarna in _STAPPEN or termijn.tot == "maatregel"
    if leest and not termijn.stappen:
        yield "er staat niet om welke instrumenten het gaat", "noem ze bij 'stappen'"
    if termijn.stappen and not leest:
        yield (
            "wat bij 'stappen' staat, wordt niet gelezen",
            f"noem bij 'daarna' wat er volgt ({opsomming(_STAPPEN, 'of')}), of haal 'stappen' weg",
        )
    yield from _te_laat_begonnen(regime, termijn)
    for trede in regime.treden:
        for i in trede.instrumenten:
            vraagt = "termijn-laat-toe" in i.voorwaarden.alle
            if i.instrument in termijn.stappen and termijn.daarna in _STAPPEN and not vraagt:
                yield (
                    f"{i.instrument} heeft de voorwaarde termijn-laat-toe niet",
                    "zet haar bij hard",
                )


def _te_laat_begonnen(regime: Regime, termijn: Regimetermijn) -> Iterator[tuple[str, str]]:
    """A right that lapses with a term that begins only at, or after, what it takes the right to."""
    if termijn.daarna != "vervallen" or not termijn.stappen or not termijn.instrumenten:
        return
    treden = {i.instrument: t.trede for t in regime.treden for i in t.instrumenten}
    begin = min((treden.get(naam, 0) for naam in termijn.instrumenten), default=0)
    for naam in termijn.stappen:
        zelf = set(termijn.instrumenten) == {naam}
        if zelf or 0 < treden.get(naam, 0) < begin:
            wanneer = "bij die maatregel zelf" if zelf else f"op de hogere trede {begin}"
            yield (
                f"het recht op {naam} vervalt met een termijn die pas {wanneer} begint",
                "noem bij 'instrumenten' de maatregel waarna het recht vervalt",
            )


@regel("REG741", WAARSCHUWING, per_regime)
def bewaakt_door_niets(blik: Regimeblik) -> Iterator[Bevond]:
    """Een plicht of uitgangspunt heet bewaakt door een voorwaarde die geen instrument heeft.

    Waarom: de dekking zegt dan dat clm de bepaling uitvoert, en niets vraagt ernaar.
    Fout: `bewaakt_door: [bestuurlijk]` terwijl geen instrument bestuurlijk vraagt.
    Goed: een voorwaarde die bij ten minste één instrument staat.
    Wat nu: zet de voorwaarde bij het instrument, of haal haar hier weg.
    """
    gevraagd = {naam for _, _, i in blik.instrumenten for naam in i.voorwaarden.alle}
    for lijst in ("uitgangspunten", "verplichtingen"):
        for nr, deel in enumerate(getattr(blik.regime, lijst)):
            for plaats, naam in enumerate(deel.bewaakt_door):
                if naam not in gevraagd:
                    yield Bevond(
                        blik.plek(lijst, nr, "bewaakt_door", plaats),
                        f"{deel.id}: geen instrument heeft de voorwaarde {naam}",
                        van_spelling(
                            naam, sorted(gevraagd), "noem een voorwaarde die wordt gevraagd"
                        ),
                        grond=deel.grond.eis,
                    )


@regel("REG750", WAARSCHUWING, per_regime)
def termijn_van_de_verkeerde_partij(blik: Regimeblik) -> Iterator[Bevond]:
    """Een termijn staat op naam van de partij die hier niets hoeft te doen.

    Waarom: de werklijst vraagt dan van u wat de ander moet doen, of omgekeerd, en een te late
    reactie wordt de verkeerde partij aangerekend.
    Fout: `soort: bezwaar` met `partij: opdrachtgever`.
    Goed: bezwaar, reactie en verbeterplan van de aanbieder; de beslissing van de opdrachtgever.
    Wat nu: noem de partij die volgens het contract binnen de termijn handelt.
    """
    for nr, termijn in enumerate(blik.regime.termijnen):
        hoort = _VAN_WIE.get(termijn.soort) or _DOOR_WIE.get(termijn.tot or "", termijn.partij)
        if termijn.partij not in (hoort, "beide"):
            anders = "maak er een eigen termijn van"
            if termijn.soort == "eigen":
                anders = f"noem bij 'tot' wat de {termijn.partij} doet"
            yield Bevond(
                blik.plek("termijnen", nr, "partij"),
                f"{termijn.naam or termijn.soort} is iets van de {hoort}, en hier staat "
                f"{termijn.partij}",
                f"schrijf 'partij: {hoort}', of {anders}",
                grond=termijn.grond.eis,
            )


@regel("REG751", WAARSCHUWING, per_regime)
def zwijgt_over_wat_het_regelt(blik: Regimeblik) -> Iterator[Bevond]:
    """Volgens het regime zwijgt het contract over iets dat het ook regelt.

    Waarom: de bladzijde van het regime zegt dan twee dingen, en wat clm bij zwijgen weglaat, wordt
    ook niet meer gevraagd.
    Fout: `onderwerp: bezwaar` bij `zwijgt_over`, terwijl er een termijn voor bezwaar is.
    Goed: bij `zwijgt_over` alleen wat nergens anders in het regime staat.
    Wat nu: haal het onderwerp weg, of haal weg wat het contract niet zegt.
    """
    regime = blik.regime
    staat = {veld: veld for veld in type(regime).model_fields if getattr(regime, veld)}
    staat |= {rij.soort: "termijnen" for rij in regime.termijnen if rij.termijn}
    staat |= {i.instrument: "treden" for _, _, i in blik.instrumenten}
    for nr, rij in enumerate(regime.zwijgt_over):
        if rij.onderwerp in staat:
            yield Bevond(
                blik.plek("zwijgt_over", nr, "onderwerp"),
                f"het contract zwijgt niet over {rij.onderwerp}: het staat ook bij "
                f"'{staat[rij.onderwerp]}'",
                "haal een van de twee weg",
            )
