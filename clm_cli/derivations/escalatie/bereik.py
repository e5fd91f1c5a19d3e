"""Floor 4, bereik: which instruments of a regime can never be taken in any case, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clm_cli.records.regime import Regime, Regimeinstrument, Trede
from clm_cli.value import value

Plaats = tuple[int, int]
"""An instrument by its position: that of the trede in the ladder, and its own in the trede."""
Belet = tuple[str, str]
"""A condition that nothing can meet, and why."""


@value
class Plaatsing:
    """An instrument on its trede, with what can be taken so far as is known."""

    regime: Regime
    trede: Trede
    instrument: Regimeinstrument
    kan: set[str]


def keuze_bestaat(regime: Regime, vraag: str, keuze: str) -> bool:
    """Whether a question of the regime offers an answer."""
    return any(rij.id == vraag and keuze in {k.keuze for k in rij.keuzes} for rij in regime.vragen)


def onbereikbaar(regime: Regime) -> dict[Plaats, tuple[Belet, ...]]:
    """The instruments that can never be taken, each with the hard conditions in its way."""
    # One instrument can rest on another: go on until nothing more turns out to be possible.
    kan: set[str] = set()
    while True:
        belet = {
            (nr, plaats): tuple(_belet(regime, trede, instrument, kan))
            for nr, trede in enumerate(regime.treden)
            for plaats, instrument in enumerate(trede.instrumenten)
        }
        nieuw = {
            regime.treden[nr].instrumenten[plaats].instrument
            for (nr, plaats), rijen in belet.items()
            if not rijen
        }
        if nieuw == kan:
            return {plaats: rijen for plaats, rijen in belet.items() if rijen}
        kan = nieuw


def _belet(
    regime: Regime, trede: Trede, instrument: Regimeinstrument, kan: set[str]
) -> list[Belet]:
    uit = []
    for naam in instrument.voorwaarden.hard:
        # a name that is no condition is a fault of its own, told at its place (REG704)
        toets = _TOETSEN.get(naam)
        zin = toets(Plaatsing(regime, trede, instrument, kan)) if toets else None
        if zin and not _kan_wijken(regime, instrument, naam):
            uit.append((naam, zin))
    return uit


def _kan_wijken(regime: Regime, instrument: Regimeinstrument, voorwaarde: str) -> bool:
    """Whether a reading that the regime offers makes a condition lapse, or lets it be set aside."""
    # A reading that somebody may still choose keeps an instrument possible (readings, B).
    rijen = [
        rij
        for rij in instrument.voorwaarden.lezingen
        if rij.voorwaarde == voorwaarde and rij.wordt != "hard"
    ]
    return any(keuze_bestaat(regime, rij.vraag, rij.keuze) for rij in rijen)


def _aanleiding(p: Plaatsing) -> str | None:
    alleen = p.instrument.aanleidingen
    for rij in p.regime.aanleidingen:
        if alleen and rij.id not in alleen:
            continue
        past = (
            rij.periode is not None and rij.nodig <= rij.terug
            if rij.soort == "reeks"
            else bool(rij.soorten)
        )
        if past:
            return None
    return "het regime noemt geen aanleiding die zich kan voordoen"


def _na(p: Plaatsing) -> str | None:
    if p.instrument.na is None:
        return "bij 'na' staat geen instrument dat eerst moet komen"
    naam = p.instrument.na.instrument
    treden = (
        rij.trede for rij in p.regime.treden for i in rij.instrumenten if i.instrument == naam
    )
    laagste = min(treden, default=None)
    if laagste is None:
        return f"'{naam}', dat eerst moet komen, bestaat niet"
    if laagste > p.trede.trede:
        return f"'{naam}', dat eerst moet komen, staat hoger: op trede {laagste}"
    return (
        None if naam in p.kan else f"'{naam}', dat eerst moet komen, kan zelf nooit worden genomen"
    )


def _hersteltermijn(p: Plaatsing) -> str | None:
    if eerst := _na(p):
        return eerst
    naam = p.instrument.na.instrument if p.instrument.na else ""
    return (
        None
        if naam in _met_hersteltermijn(p.regime)
        else f"bij '{naam}' hoort geen hersteltermijn die kan verstrijken"
    )


def _met_hersteltermijn(regime: Regime) -> set[str]:
    return {naam for rij in regime.termijnen if rij.soort == "herstel" for naam in rij.instrumenten}


def _verzuim(p: Plaatsing) -> str | None:
    return (
        None
        if _met_hersteltermijn(p.regime) & p.kan
        else "geen instrument geeft een hersteltermijn, dus verzuim begint nooit"
    )


def _bewijs(p: Plaatsing) -> str | None:
    if any(vorm.hoort_bij in p.instrument.bewijs for vorm in p.regime.bewijsvormen):
        return None
    return (
        f"geen vorm van bewijs hoort bij {', '.join(p.instrument.bewijs)}"
        if p.instrument.bewijs
        else "het instrument noemt geen bewijs"
    )


def _maximum(p: Plaatsing) -> str | None:
    vragen = {vraag.id for vraag in p.regime.vragen if vraag.keuzes}
    regel = p.instrument.maximum
    punten = {"jaar": regel.jaar, "contracten": regel.contracten, "btw": regel.btw} if regel else {}
    open_ = [
        naam
        for naam, punt in punten.items()
        if punt and (punt.vraag not in vragen if punt.vraag else punt.regel is None)
    ]
    return f"niets bepaalt {', '.join(open_)} van de grondslag" if open_ else None


def _opzegtermijn(p: Plaatsing) -> str | None:
    for rij in p.regime.termijnen:
        eigen = rij.soort == "aanzegging" and p.instrument.instrument in rij.instrumenten
        if eigen and rij.begin == "ingang" and rij.termijn:
            return None
    return "bij het instrument hoort geen termijn die vanaf de ingang wordt teruggeteld"


def _termijn(p: Plaatsing) -> str | None:
    """Whether a term that has to pass first can begin before the step."""
    for rij in p.regime.termijnen:
        eerst = rij.daarna == "stap-mogelijk" and p.instrument.instrument in rij.stappen
        if eerst and rij.instrumenten and not set(rij.instrumenten) & p.kan:
            namen = " of ".join(f"'{naam}'" for naam in rij.instrumenten)
            return f"'{rij.titel}' moet eerst verstrijken, en begint pas bij {namen}"
    return None


def _grond(p: Plaatsing) -> str | None:
    return (
        None
        if p.instrument.gronden or p.instrument.eigen_gronden == "ja"
        else "er zijn geen gronden om te noemen, en een eigen grond kan niet"
    )


def _preventief(p: Plaatsing) -> str | None:
    eigen = p.regime.eigen_maatregelen
    if p.regime.maatregelen or (
        eigen
        and (
            eigen.regel == "toegestaan"
            or (eigen.vraag and keuze_bestaat(p.regime, eigen.vraag, "toegestaan"))
        )
    ):
        return None
    return "het regime noemt geen preventieve maatregelen, en een eigen maatregel kan niet"


def _volgorde(p: Plaatsing) -> str | None:
    lager = [
        rij
        for rij in p.regime.treden
        if 0 < rij.trede < p.trede.trede and not p.kan & {i.instrument for i in rij.instrumenten}
    ]
    if p.regime.overslaan is None or p.regime.overslaan.mag != "nee" or not lager:
        return None
    return f"trede {lager[0].trede} kan niet worden gezet, en dit contract kent geen overslaan"


_TOETSEN: dict[str, Callable[[Plaatsing], str | None]] = {
    "aanleiding": _aanleiding,
    "na-ontvangen": _na,
    "na-aangetekend": _na,
    "plan-doorlopen": _na,
    "termijn-verstreken": _hersteltermijn,
    "herstel-uitgebleven": _hersteltermijn,
    "verzuim": _verzuim,
    "bewijs": _bewijs,
    "bewijs-vastgesteld": _bewijs,
    "maximum": _maximum,
    "grond-genoemd": _grond,
    "preventief": _preventief,
    "volgorde": _volgorde,
    "opzegtermijn": _opzegtermijn,
    "termijn-laat-toe": _termijn,
}
"""The conditions that a regime itself can make impossible; all others hang on the facts of a
case alone."""


def altijd_ja(regime: Regime) -> dict[Plaats, tuple[Belet, ...]]:
    """The conditions that can say no in no case, by instrument: they stop nothing."""
    uit = {
        (nr, plaats): tuple(_zegt_ja(Plaatsing(regime, trede, instrument, set())))
        for nr, trede in enumerate(regime.treden)
        for plaats, instrument in enumerate(trede.instrumenten)
    }
    return {plaats: rijen for plaats, rijen in uit.items() if rijen}


def _zegt_ja(p: Plaatsing) -> Iterator[Belet]:
    for naam in p.instrument.voorwaarden.alle:
        if naam in _ALTIJD_JA and (zin := _ALTIJD_JA[naam](p)):
            yield naam, zin


def _geen_maximum(p: Plaatsing) -> str | None:
    naam = p.instrument.instrument
    plafond = any(naam in rij.instrumenten for rij in p.regime.plafonds)
    ergens = p.instrument.maximum or plafond
    return None if ergens else "bij het instrument staat geen maximum"


def _geen_bedrag(p: Plaatsing) -> str | None:
    return (
        None if p.instrument.bedrag else "bij het instrument staat niet hoe het wordt uitgerekend"
    )


def _geen_bezwaar(p: Plaatsing) -> str | None:
    naam = p.instrument.instrument
    bezwaar = any(rij.soort == "bezwaar" and naam in rij.instrumenten for rij in p.regime.termijnen)
    return None if bezwaar else "bij het instrument hoort geen termijn voor bezwaar"


def _geen_plan(p: Plaatsing) -> str | None:
    vraagt = any(rij.soort in ("reactie", "verbeterplan") for rij in p.regime.termijnen)
    return None if vraagt else "geen instrument vraagt om een plan"


def _geen_aankondiging(p: Plaatsing) -> str | None:
    return None if p.trede.aankondiging else "bij de trede staat geen aankondiging"


def _geen_instemming(p: Plaatsing) -> str | None:
    return None if p.instrument.instemming else "bij het instrument staat niet wie moet instemmen"


_ALTIJD_JA: dict[str, Callable[[Plaatsing], str | None]] = {
    "aangekondigd": _geen_aankondiging,
    "bedrag-volgens-contract": _geen_bedrag,
    "instemming": _geen_instemming,
    "maximum": _geen_maximum,
    "ingang-na-bezwaar": _geen_bezwaar,
    "plan-op-schema": _geen_plan,
}
"""The conditions that a regime can make empty; all others can be found not to be met."""
