"""Floor 5, rules on what a regime brings about: what stands in it does something."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.brieven.elementen import BEPALING, ELEMENTEN
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.derivations.escalatie.bereik import Plaats, altijd_ja, onbereikbaar
from clm_cli.derivations.escalatie.termijnsoorten import SOORTEN
from clm_cli.meldingen import Reden, Sleutel
from clm_cli.records.regime import Regime, Regimetermijn
from clm_cli.register import vraag_van
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, eis_van, per_regime

_ZONDER_MAATREGEL = ("verslag-delen", "verslag-reactie", "aanzegging")
"""The kinds of term that a regime starts without a measure."""
_ALLEEN_IN_BRIEF = (
    "een termijn van deze soort loopt alleen uit de brief die hem zelf noemt",
    "haal hem hier weg, en noem hem bij het maken van de brief (--termijn)",
)
_NIET_GEVRAAGD = (
    "geen van zijn instrumenten heeft de voorwaarde opzegtermijn",
    "zet de voorwaarde opzegtermijn bij het instrument",
)
_DICHT = (
    "geen van zijn instrumenten kan worden genomen",
    "maak eerst een van die instrumenten mogelijk",
)
_GEEN_BEZWAAR = (
    "bij deze instrumenten kent het regime geen bezwaar",
    "zet bij termijnen een termijn van de soort bezwaar, voor deze instrumenten",
)


@regel("REG732", WAARSCHUWING, per_regime)
def termijn_begint_nooit(blik: Regimeblik) -> Iterator[Bevond]:
    """Een termijn begint in geen enkele zaak.

    Waarom: hij staat er, en komt nooit op de werklijst; de lezer denkt dat hij wordt bewaakt.
    Fout: `soort: antwoord`, want die termijn loopt alleen uit de brief die hem noemt; of een
    directiegesprek na een bezwaar dat dit contract bij dat instrument niet kent.
    Goed: een soort die bij een maatregel of gesprek begint, bij een instrument dat kan worden
    genomen.
    Wat nu: doe wat er bij de melding staat; `clm regime woorden begin` toont wat kan.
    """
    belet = onbereikbaar(blik.regime)
    dicht = {i.instrument for sleutel, _, i in blik.instrumenten if _plaats(sleutel) in belet}
    for nr, termijn in enumerate(blik.regime.termijnen):
        if waarom := _nooit(blik.regime, termijn, dicht):
            yield Bevond(
                blik.plek("termijnen", nr),
                f"{termijn.soort}: deze termijn begint nooit",
                waarom[1],
                (Reden(waarom[0]),),
                termijn.grond.eis,
            )


def _plaats(sleutel: Sleutel) -> Plaats:
    return int(sleutel[1]), int(sleutel[-1])


def _nooit(regime: Regime, termijn: Regimetermijn, dicht: set[str]) -> tuple[str, str] | None:
    """Why a term starts in no case and what helps; None when it can, or another rule says so."""
    if termijn.soort not in (*SOORTEN, "beslissing", "betaling", *_ZONDER_MAATREGEL):
        return _ALLEEN_IN_BRIEF
    if termijn.soort == "aanzegging" and termijn.begin == "ingang":
        return None if _gevraagd(regime, termijn) else _NIET_GEVRAAGD
    if termijn.soort in _ZONDER_MAATREGEL or not termijn.instrumenten:
        return None
    if set(termijn.instrumenten) <= dicht:
        return _DICHT
    if termijn.begin == "ontvangst-stuk" and (van := _van_een_ander(regime, termijn)):
        eigen = ", ".join(termijn.instrumenten)
        return (
            f"de brief {termijn.stuk} gaat bij {van}, en de termijn hoort bij {eigen}",
            f"noem bij 'instrumenten' {van}, of bij 'stuk' een brief die bij de maatregel gaat",
        )
    vraag = vraag_van(regime, termijn.vraag)
    begin = {keuze.keuze for keuze in vraag.keuzes} if vraag else {termijn.begin}
    bezwaar = {
        naam for rij in regime.termijnen if rij.soort == "bezwaar" for naam in rij.instrumenten
    }
    if begin == {"ontvangst-bezwaar"} and not bezwaar & set(termijn.instrumenten):
        return _GEEN_BEZWAAR
    return None


def _van_een_ander(regime: Regime, termijn: Regimetermijn) -> str:
    """Of which instruments the letter that starts a term is, where none of them has the term."""
    van = [i.instrument for t in regime.treden for i in t.instrumenten if i.brief == termijn.stuk]
    return "" if set(van) & set(termijn.instrumenten) else ", ".join(van)


def _gevraagd(regime: Regime, termijn: Regimetermijn) -> bool:
    return any(
        "opzegtermijn" in i.voorwaarden.alle
        for trede in regime.treden
        for i in trede.instrumenten
        if i.instrument in termijn.instrumenten
    )


@regel("REG733", WAARSCHUWING, per_regime)
def brief_die_bij_niets_hoort(blik: Regimeblik) -> Iterator[Bevond]:
    """Een eigen soort brief hoort bij geen enkel instrument.

    Waarom: niets vraagt om deze brief, dus wat het contract erin wil, komt nergens te staan.
    Fout: `brieven: [{brief: prijsbrief, …}]` terwijl geen instrument `brief: prijsbrief` heeft.
    Goed: een soort brief die een instrument noemt, of een soort van clm.
    Wat nu: noem de brief bij het instrument, of haal hem weg.
    """
    genoemd = {i.brief for _, _, i in blik.instrumenten} | {rij.soort for rij in BRIEFSOORTEN}
    genoemd |= {rij.stuk for rij in blik.regime.termijnen if rij.stuk}
    for nr, rij in enumerate(blik.regime.brieven):
        if rij.brief not in genoemd:
            yield Bevond(
                blik.plek("brieven", nr, "brief"),
                f"geen instrument heeft de brief '{rij.brief}'",
                van_spelling(rij.brief, sorted(genoemd), "noem deze brief bij een instrument"),
            )


@regel("REG752", WAARSCHUWING, per_regime)
def brief_van_een_andere_maatregel(blik: Regimeblik) -> Iterator[Bevond]:
    """Een instrument heeft de brief van een andere maatregel.

    Waarom: de aanbieder leest dan een andere maatregel dan er is genomen.
    Fout: een opdrachtenstop met `brief: ontbinding`, terwijl ook ontbinding een instrument is met
    die brief.
    Goed: de brief die bij de maatregel hoort, of een eigen soort brief; een maatregel waarvoor clm
    geen brief kent, mag die van een andere delen.
    Wat nu: noem de brief van deze maatregel; `clm regime woorden brief` toont wat clm kent.
    """
    eigen = {i.instrument for _, _, i in blik.instrumenten if i.brief == i.instrument}
    soorten = {rij.soort for rij in BRIEFSOORTEN}
    for sleutel, trede, instrument in blik.instrumenten:
        naam, brief = instrument.instrument, instrument.brief
        # an instrument for which clm has no letter may share one: a malus that of a boete
        if brief in eigen - {naam} and naam in soorten:
            yield Bevond(
                blik.plek(*sleutel, "brief"),
                f"{naam} heeft de brief van {brief}",
                f"bedoelt u '{naam}'?",
                grond=eis_van(instrument, trede),
            )


@regel("REG734", WAARSCHUWING, per_regime)
def voorwaarde_zegt_nooit_nee(blik: Regimeblik) -> Iterator[Bevond]:
    """Een voorwaarde kan bij dit instrument nooit nee zeggen.

    Waarom: zij houdt niets tegen, terwijl een lezer denkt dat zij iets bewaakt.
    Fout: `hard: [maximum]` zonder `maximum:`, of `ingang-na-bezwaar` bij een instrument waartegen
    geen bezwaar kan.
    Goed: een voorwaarde die vindt wat zij leest.
    Wat nu: vul aan wat zij leest, of haal haar weg.
    """
    leeg = altijd_ja(blik.regime)
    for sleutel, trede, instrument in blik.instrumenten:
        for naam, zin in leeg.get(_plaats(sleutel), ()):
            yield Bevond(
                blik.plek(*sleutel, "voorwaarden"),
                f"{instrument.instrument}: de voorwaarde {naam} zegt hier nooit nee",
                "vul aan wat zij leest, of haal haar weg",
                (Reden(zin),),
                eis_van(instrument, trede),
            )


@regel("REG735", WAARSCHUWING, per_regime)
def onderdeel_van_brief_zonder_titel(blik: Regimeblik) -> Iterator[Bevond]:
    """Een onderdeel van een brief heeft een naam die clm niet kent, en geen titel.

    Waarom: clm vult het dan niet in, maar vraagt om een eigen tekst, met deze naam als enig woord;
    vaak is de naam een vergissing.
    Fout: `element: hersteltermin`.
    Goed: `element: hersteltermijn`; of een eigen naam met een `titel`.
    Wat nu: verbeter de naam, of geef het onderdeel een titel.
    """
    for nr, brief in enumerate(blik.regime.brieven):
        for plaats, rij in enumerate(brief.elementen):
            eigen = rij.element not in ELEMENTEN and not rij.element.startswith(BEPALING)
            if eigen and rij.titel is None:
                yield Bevond(
                    blik.plek("brieven", nr, "elementen", plaats, "element"),
                    f"{brief.brief}: clm kent geen onderdeel '{rij.element}', en het heeft geen "
                    "titel",
                    van_spelling(rij.element, ELEMENTEN, "geef het onderdeel een titel"),
                    grond=rij.grond.eis,
                )


@regel("REG736", WAARSCHUWING, per_regime)
def niveau_besluit_dat_niets_bewaakt(blik: Regimeblik) -> Iterator[Bevond]:
    """Over een instrument mag alleen op één niveau worden besloten, en niets bewaakt dat.

    Waarom: zonder de voorwaarde kan ieder het instrument nemen die ervoor mag tekenen.
    Fout: `besluit_over: [ontbinding]` bij het strategische niveau, en ontbinding zonder de
    voorwaarde strategisch-besluit.
    Goed: `strategisch-besluit` bij `hard` of `gemotiveerd` van dat instrument.
    Wat nu: zet de voorwaarde bij het instrument.
    """
    bewaakt = {
        i.instrument for _, _, i in blik.instrumenten if "strategisch-besluit" in i.voorwaarden.alle
    }
    bekend = {i.instrument for _, _, i in blik.instrumenten}
    for nr, niveau in enumerate(blik.regime.niveaus):
        for plaats, naam in enumerate(niveau.besluit_over):
            if naam in bekend - bewaakt:
                yield Bevond(
                    blik.plek("niveaus", nr, "besluit_over", plaats),
                    f"{naam}: alleen hier besloten, maar geen voorwaarde bewaakt dat",
                    "zet de voorwaarde strategisch-besluit bij het instrument",
                    grond=niveau.grond.eis,
                )
