"""Floor 5, rules on the ladder of a regime: each trede and instrument can be reached and taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clm_cli.derivations.escalatie.bereik import Belet, onbereikbaar
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.meldingen import Reden
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, eis_van, per_regime
from clm_cli.tijd.datum import getal

_GEGEVENS = ("na", "aanleidingen", "bewijs", "maximum", "bedrag", "risico", "vaststellers")
"""What stands at an instrument for a condition to read, and for nothing else."""


def _redenen(rijen: Iterable[Belet]) -> tuple[Reden, ...]:
    return tuple(Reden(f"{naam}: {zin}") for naam, zin in rijen)


@regel("REG701", FOUT, per_regime)
def trede_niet_te_bereiken(blik: Regimeblik) -> Iterator[Bevond]:
    """Een trede is niet te bereiken.

    Waarom: vraagt elk instrument van een trede iets dat nooit kan, dan bestaat die stap alleen op
    papier.
    Fout: trede 4 met alleen een opschorting `na: {instrument: herinnering}`, terwijl het regime
    geen herinnering kent.
    Goed: ten minste één instrument waarvan elke harde voorwaarde kan worden vervuld.
    Wat nu: geef de voorwaarde wat zij leest (na, bewijs, gronden, aanleidingen), of haal haar weg.
    """
    belet = onbereikbaar(blik.regime)
    for nr, trede in enumerate(blik.regime.treden):
        rijen = [belet.get((nr, plaats)) for plaats in range(len(trede.instrumenten))]
        if all(rijen):
            redenen = _redenen(rij for deel in rijen if deel for rij in deel)
            yield Bevond(
                blik.plek("treden", nr),
                f"trede {trede.trede} ({trede.titel}) is nooit te bereiken",
                "verbeter wat de voorwaarde leest",
                redenen or (Reden("er staat geen instrument op deze trede"),),
                trede.grond.eis,
            )


@regel("REG702", FOUT, per_regime)
def instrument_nooit_te_nemen(blik: Regimeblik) -> Iterator[Bevond]:
    """Een instrument kan nooit worden genomen.

    Waarom: de trede is te bereiken met een ander instrument, maar dit instrument heeft een
    voorwaarde die nooit vervuld raakt.
    Fout: `hard: [bewijs]` zonder `bewijs:`, of met een soort bewijs waarvan het regime geen vorm
    heeft.
    Goed: elke harde voorwaarde vindt in het regime wat zij leest.
    Wat nu: vul aan wat ontbreekt, of haal de voorwaarde weg.
    """
    belet = onbereikbaar(blik.regime)
    for sleutel, trede, instrument in blik.instrumenten:
        nr, plaats = int(sleutel[1]), int(sleutel[-1])
        eigen = belet.get((nr, plaats))
        if eigen and not all((nr, ander) in belet for ander in range(len(trede.instrumenten))):
            yield Bevond(
                blik.plek(*sleutel),
                f"{instrument.instrument} kan nooit worden genomen",
                "verbeter wat de voorwaarde leest",
                _redenen(eigen),
                eis_van(instrument, trede),
            )


@regel("REG703", WAARSCHUWING, per_regime)
def formeel_zonder_harde_voorwaarde(blik: Regimeblik) -> Iterator[Bevond]:
    """Een formele maatregel staat open zonder enige harde voorwaarde.

    Waarom: dan controleert clm niets voordat de maatregel wordt genomen, ook niet of de aanbieder
    is gehoord.
    Fout: een instrument op een trede met `formeel: ja` zonder `hard:`.
    Goed: de voorwaarden die het contract stelt, elk met een naam die clm kent.
    Wat nu: vul bij `voorwaarden: {hard: […]}` in wat het contract vraagt.
    """
    for sleutel, trede, instrument in blik.instrumenten:
        if trede.formeel == "ja" and not instrument.voorwaarden.hard:
            yield Bevond(
                blik.plek(*sleutel),
                f"{instrument.instrument} is een formele maatregel zonder harde voorwaarde",
                "vul bij voorwaarden in wat het contract vraagt",
                grond=eis_van(instrument, trede),
            )


@regel("REG705", WAARSCHUWING, per_regime)
def lezing_van_een_andere_voorwaarde(blik: Regimeblik) -> Iterator[Bevond]:
    """Een lezing verandert een voorwaarde die het instrument niet heeft.

    Waarom: zo'n regel doet niets, terwijl een lezer denkt dat het antwoord op de vraag iets
    uitmaakt.
    Fout: `lezingen: [{voorwaarde: bewijs, …}]` bij een instrument zonder de voorwaarde bewijs.
    Goed: de voorwaarde staat ook bij `hard` of `gemotiveerd`.
    Wat nu: zet de voorwaarde bij het instrument, of haal de regel weg.
    """
    for sleutel, _, instrument in blik.instrumenten:
        for plaats, rij in enumerate(instrument.voorwaarden.lezingen):
            if rij.voorwaarde not in instrument.voorwaarden.alle:
                yield Bevond(
                    blik.plek(*sleutel, "voorwaarden", "lezingen", plaats, "voorwaarde"),
                    f"{instrument.instrument} heeft geen voorwaarde '{rij.voorwaarde}'; deze "
                    "lezing doet niets",
                    van_spelling(
                        rij.voorwaarde,
                        sorted(instrument.voorwaarden.alle),
                        "zet de voorwaarde bij 'hard' of 'gemotiveerd', of haal deze regel weg",
                    ),
                )


@regel("REG715", WAARSCHUWING, per_regime)
def maximum_zonder_grondslag(blik: Regimeblik) -> Iterator[Bevond]:
    """Een maximum zegt niet hoe de grondslag wordt gekozen.

    Waarom: een percentage van een omzet is niets waard zolang niemand koos welk jaar, welke
    contracten en met of zonder btw.
    Fout: `maximum: {procent: 5, over: regionale-omzet, per: jaar}`.
    Goed: `jaar: {vraag: omzet-jaar}` en `btw: {vraag: omzet-btw}`; zonder lezing is het maximum dan
    onbekend.
    Wat nu: vul in wat het contract bepaalt (`regel`), of de vraag over wat het openlaat (`vraag`).
    """
    for sleutel, trede, instrument in blik.instrumenten:
        maximum = instrument.maximum
        if maximum is None or maximum.per == "factuur":
            continue
        punten = (("jaar", maximum.jaar), ("btw", maximum.btw))
        if mist := " en ".join(naam for naam, punt in punten if punt is None):
            wat = f"{getal(maximum.procent)} % van {maximum.over}"
            yield Bevond(
                blik.plek(*sleutel, "maximum"),
                f"{instrument.instrument}: {wat}, maar niets bepaalt {mist}",
                f"vul {mist} in bij het maximum",
                grond=eis_van(instrument, trede),
            )


@regel("REG716", WAARSCHUWING, per_regime)
def gegeven_dat_geen_voorwaarde_leest(blik: Regimeblik) -> Iterator[Bevond]:
    """Een gegeven bij een instrument wordt door geen voorwaarde gelezen.

    Waarom: een maximum zonder de voorwaarde maximum houdt niets tegen, terwijl het er wel staat.
    Fout: `maximum: {…}` en geen `maximum` bij `hard`.
    Goed: bij `na` een voorwaarde als na-ontvangen, bij `bewijs` de voorwaarde bewijs, bij `maximum`
    de voorwaarde maximum.
    Wat nu: zet de voorwaarde bij het instrument, of haal het gegeven weg.
    """
    for sleutel, _, instrument in blik.instrumenten:
        eigen = set(instrument.voorwaarden.alle)
        for veld in _GEGEVENS:
            lezers = [naam for naam, rij in VOORWAARDEN.items() if veld in rij.leest]
            if getattr(instrument, veld) and not eigen & set(lezers):
                yield Bevond(
                    blik.plek(*sleutel, veld),
                    f"{instrument.instrument}: '{veld}' staat erbij, maar geen voorwaarde leest "
                    "het",
                    f"zet er een voorwaarde bij: {' of '.join(lezers)}",
                )


@regel("REG749", WAARSCHUWING, per_regime)
def treden_spreken_elkaar_tegen(blik: Regimeblik) -> Iterator[Bevond]:
    """De volgorde van de treden klopt niet met zichzelf.

    Waarom: clm telt overgeslagen treden en zoekt lagere maatregelen naar hun nummer; klopt dat
    niet, dan mag een stap te vroeg, of nooit.
    Fout: na trede 2 volgt trede 9, trede 4 staat boven trede 3, een maatregel moet komen na een
    die hoger staat, of er is een grens aan overslaan die een hoge maatregel niet vraagt.
    Goed: treden die oplopen zoals in het contract, elk `na` op een lagere trede, en `volgorde` bij
    elke maatregel waarvoor overslaan begrensd is.
    Wat nu: doe wat er bij de melding staat.
    """
    vorige = 0
    for nr, trede in enumerate(blik.regime.treden):
        nummer = trede.trede
        plek, eis = blik.plek("treden", nr, "trede"), trede.grond.eis
        if 0 < nummer < vorige:
            tekst = f"trede {nummer} staat na trede {vorige}"
            yield Bevond(plek, tekst, "zet de treden van laag naar hoog", grond=eis)
        elif nummer > vorige + 1:
            begin = f"tussen trede {vorige} en trede {nummer} ontbreekt er een"
            tekst = begin if vorige else f"de eerste trede is {nummer}, en niet 1"
            nu = "geef de trede haar nummer uit het contract, of zet erbij wat ontbreekt"
            yield Bevond(plek, tekst, nu, grond=eis)
        vorige = max(nummer, vorige)
    yield from _na_wat_hoger_staat(blik)
    yield from _zonder_volgorde(blik)


def _na_wat_hoger_staat(blik: Regimeblik) -> Iterator[Bevond]:
    staat = {i.instrument: trede.trede for _, trede, i in blik.instrumenten}
    for sleutel, trede, instrument in blik.instrumenten:
        eerst = instrument.na.instrument if instrument.na else ""
        zelf = eerst == instrument.instrument
        if zelf or staat.get(eerst, 0) > trede.trede > 0:
            waar = "zichzelf" if zelf else f"{eerst}, en dat staat hoger: op trede {staat[eerst]}"
            yield Bevond(
                blik.plek(*sleutel, "na", "instrument"),
                f"{instrument.instrument} kan pas na {waar}",
                "noem een instrument van dezelfde of een lagere trede",
                grond=eis_van(instrument, trede),
            )


def _zonder_volgorde(blik: Regimeblik) -> Iterator[Bevond]:
    regel = blik.regime.overslaan
    velden = ("treden", "waarvoor", "hoogstens", "hoogstens_samen")
    grens = regel and (regel.mag == "nee" or any(getattr(regel, v) for v in velden))
    laagste = min((t.trede for t in blik.regime.treden if t.trede > 0), default=0)
    for nr, trede in enumerate(blik.regime.treden if grens else ()):
        # where one measure of a trede asks it, the other does not because the contract says so
        bewaakt = any("volgorde" in i.voorwaarden.alle for i in trede.instrumenten)
        if trede.trede > laagste and trede.instrumenten and not bewaakt:
            yield Bevond(
                blik.plek("treden", nr),
                f"trede {trede.trede}: overslaan is begrensd, en niets bewaakt dat hier",
                "zet bij haar instrumenten de voorwaarde volgorde bij hard",
                grond=trede.grond.eis,
            )
